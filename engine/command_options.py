"""What the headless commands take; what becomes of it stands in `engine.cli`."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from engine.first_network import READERS


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


def add_runs_options(command: argparse.ArgumentParser) -> None:
    """Of which project, and which of its runs."""
    add_file(command)
    command.add_argument("--compare", type=number, nargs="+", metavar="N", help="runs to set side by side, by number")


def add_picture(command: argparse.ArgumentParser) -> None:
    """What a picture of a network shows, and where it goes."""
    add_file(command)
    command.add_argument("out", type=Path, metavar="OUT", help="the file to write; its suffix chooses the format")
    command.add_argument("--title", action="store_true", help="write the project's title above the drawing")
    command.add_argument("--legend", action="store_true", help="explain the colours below the drawing")
    command.add_argument("--transparent", action="store_true", help="leave out the white background")
    command.add_argument("--scale", type=number, default=1, metavar="X", help="pixels of a PNG for each on screen")


def add_animation(command: argparse.ArgumentParser) -> None:
    """What an animation of a run shows, and where it goes."""
    add_file(command)
    command.add_argument("out", type=Path, metavar="OUT.gif", help="the file to write; .png gives numbered pictures")
    command.add_argument("--seconds", type=number, default=6, metavar="N", help="how long it is (default: 6)")
    command.add_argument("--epochs", type=number, metavar="N", help="how far it trains (default: as the project does)")
    command.add_argument("--what", default="canvas,boundary,loss", metavar="PARTS",
                         help="canvas, boundary, loss, or some of them with commas between (default: all)")  # fmt: skip
    command.add_argument("--theme", choices=("light", "dark"), help="its colours (default: the window's)")
    command.add_argument("--language", choices=("en", "id"), help="its words (default: the window's)")
    command.add_argument("--size", default="960x540", metavar="WxH", help="its pixels (default: 960x540)")


def add_import_options(command: argparse.ArgumentParser) -> None:
    """What people may say of a table."""
    command.add_argument("table", type=Path, metavar="FILE", help="the table: a row for each sample")
    command.add_argument("out", type=Path, metavar="OUT.rambat", help="the project to write")
    command.add_argument("--target", action="append", default=[], metavar="NAME", help="a column to be answered")
    command.add_argument("--ignore", action="append", default=[], metavar="NAME", help="a column to leave out")
    command.add_argument("--skip", type=number, metavar="N", help="rows above the table (default: as detected)")
    command.add_argument("--series", action="store_true", help="rows follow each other in time: forecast the target")
    command.add_argument("--window", type=number, metavar="N", help="with --series: how many past rows are seen")
    command.add_argument("--horizon", type=number, metavar="N", help="with --series: how many rows ahead are forecast")
    command.add_argument("--stride", type=number, metavar="N", help="with --series: rows from one window to the next")
    command.add_argument("--order", metavar="NAME", help="with --series: the column that orders rows (default: dates)")
    command.add_argument("--reader", choices=READERS, help="with --series: how the first network reads a window")


def add_sweep_options(command: argparse.ArgumentParser) -> None:
    """What people may say of a sweep."""
    command.add_argument("file", metavar="FILE", help="a project file, an example's name, or a sweep's folder to go on")
    command.add_argument("--vary", action="append", default=[], metavar="NAME=VALUES",
                         help="a setting and its values: 4,8,16 or LOW:HIGH or LOW:HIGH:log:POINTS")  # fmt: skip
    command.add_argument("--settings", action="store_true", help="list all settings that can vary")
    command.add_argument("--random", type=number, metavar="N", help="draw N combinations instead of trying all")
    command.add_argument("--seed", type=number, metavar="N", help="of the draw (default: 0)")
    command.add_argument("--epochs", type=number, metavar="N", help="how long each trial trains")
    command.add_argument("--measure", metavar="NAME", help="what judges a trial: loss (the default) or accuracy")
    command.add_argument("--folder", type=Path, metavar="DIR", help="where results are kept (default: FILE's .sweep)")
    command.add_argument("--jobs", type=number, metavar="N", help="how many trials train at the same time")
    command.add_argument("--dask", default="", metavar="ADDRESS", help="train on the cluster of this Dask scheduler")
    command.add_argument("--best", type=Path, metavar="OUT.rambat", help="write the best trial's project")
    command.add_argument("--until-stdin-closes", action="store_true",
                         help="end when standard input is closed, for programs that start the sweep")  # fmt: skip


def add_range_options(command: argparse.ArgumentParser) -> None:
    """From which rate to which a range test goes."""
    add_file(command)
    command.add_argument("--from", type=number, metavar="RATE", dest="low", help="the first learning rate")
    command.add_argument("--to", type=number, metavar="RATE", dest="high", help="the last one")
    command.add_argument("--steps", type=number, metavar="N", help="batches to train on")


def number(text: str) -> float | str:
    """The number that the text means, or the text itself, which its hyperparameter then refuses in its own words."""
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text
