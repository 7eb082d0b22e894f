"""What people may say to the headless commands that draw and train."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path


def number(text: str) -> float | str:
    """The number that the text means, or the text itself, which its hyperparameter then refuses in its own words."""
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text


def add_file(command: argparse.ArgumentParser) -> None:
    """Let a command begin with the project that it is about."""
    command.add_argument("file", metavar="FILE", help="a project file or the name of an example")


def add_training_options(command: argparse.ArgumentParser) -> None:
    """How a network is trained, and what is written."""
    add_file(command)
    command.add_argument("--epochs", type=number, metavar="N", help="how often all samples are seen")
    command.add_argument("--batch-size", type=number, metavar="N", help="samples per step")
    command.add_argument("--learning-rate", type=number, metavar="RATE", help="the size of a step")
    command.add_argument("--seed", type=number, metavar="N", help="of initial weights, order and split")
    command.add_argument("--until", action="append", default=[], metavar="GOAL",
                         help="in place of --epochs, such as accuracy=0.95 or plateau=20,delta=0.01; "
                         "of several the first one reached ends the run (see: list goals)")  # fmt: skip
    command.add_argument("--continue", action="store_true", dest="go_on", help="begin from the file's weights")
    command.add_argument("--export", type=Path, action="append", default=[], metavar="OUT",
                         help="write the weights, and how data are prepared for them")  # fmt: skip
    command.add_argument("--log", type=Path, metavar="OUT.jsonl", help="write one line of JSON per epoch")
    command.add_argument("--save", type=Path, metavar="OUT.rambat", help="write the trained project")
    command.add_argument("--checkpoint", type=Path, metavar="OUT.ckpt", help="write all that --resume needs")
    command.add_argument("--checkpoint-every", type=number, metavar="N", help="also after every N epochs")
    command.add_argument("--coach", action="store_true", help="say at the end what went wrong, and what to try")
    command.add_argument("--resume", type=Path, metavar="IN.ckpt", help="go on, to the bit, from a checkpoint")


def add_picture(command: argparse.ArgumentParser) -> None:
    """What a picture of a network shows, and where it goes."""
    add_file(command)
    command.add_argument("out", type=Path, metavar="OUT", help="the file to write; its suffix chooses the format")
    command.add_argument("--title", action="store_true", help="write the project's title above the drawing")
    command.add_argument("--legend", action="store_true", help="explain the colours below the drawing")
    command.add_argument("--transparent", action="store_true", help="leave out the white background")
    command.add_argument("--scale", type=number, default=1, metavar="X", help="pixels of a PNG for each on screen")
