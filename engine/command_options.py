"""What the headless commands take; what becomes of it stands in `engine.cli`."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from engine.errors import HyperparameterError, Message
from engine.first_network import READERS
from engine.hyperparameters import Configurable
from engine.range_test import RangeTest

EXAMPLES = {
    "import": (
        ("flowers.csv flowers.rambat --target species", "classes that are written in a column"),
        (
            "sales.csv sales.rambat --series --target sold --window 28 --horizon 7",
            "a week ahead, seen from four before",
        ),
    ),
    "train": (
        ("iris --epochs 60 --save iris.rambat", "an example, kept as a project with its weights"),
        ("iris.rambat --continue --export weights.npz", "further, and for another program"),
        ("iris --until accuracy=0.97 --until seconds=30", "the first goal that is reached ends the run"),
        ("digits --checkpoint half.ckpt", "Ctrl+C stops it; train digits --resume half.ckpt goes on to the bit"),
        ("iris.rambat --resume iris.rambat --epochs 90", "on from where its run stands, to the bit"),
    ),
    "range-test": (("moons --from 1e-5 --to 1", "rates and losses as a table, and the rate to take"),),
    "sweep": (
        ("iris --settings", "what can vary, and what it takes"),
        ("iris --vary dense_1.units=4,8,16 --vary seed=1,2", "all 6 combinations"),
        ("iris --vary optimizer.learning_rate=0.001:0.1:log --best best.rambat", "the best as a project"),
        ("iris --vary batch_size=8:64 --vary optimizer=SGD,Adam --random 20", "20 drawn by chance"),
        ("iris.sweep", "go on after Ctrl+C or a crash, with the trials that are missing"),
    ),
    "evaluate": (("iris.rambat", "loss, metrics and confusion matrix on each part of the data"),),
    "predict": (("iris.rambat --input flowers.csv --output answers.csv", "a row of answers for each row"),),
    "export": (
        ("iris.rambat weights.safetensors", "the weights, and how data are prepared for them"),
        ("iris.rambat network.bin --to onnx", "the format by its name (see: list exporters)"),
    ),
    "runs": (
        ("iris.rambat", "a line for each run that the project keeps"),
        ("iris.rambat --compare 1 3", "settings that differ, results, and how far weights are apart"),
    ),
    "draw": (("lenet lenet.svg --title --legend", "a drawing for a text"),),
    "record": (("moons training.gif --epochs 90 --size 960x480", "canvas, boundary and loss while it trains"),),
    "check": (("iris --gradients", "shapes and problems, and gradients against finite differences"),),
    "list": (("layers", "a line for each kind"), ("optimizers --json", "with all fields, for programs")),
}
"""Of each command what may stand behind its name, and what that does."""

ENDINGS = """\
Without a command, or with a project or an example alone, the window opens.
What a command takes, with examples: %(prog)s COMMAND --help
The names of examples, which stand for their files: %(prog)s list examples

exit codes:
  0    done
  1    the command ran, and its answer is bad: numbers diverged, a goal was
       missed, a trial has no result, no rate can be suggested, gradients are
       wrong
  2    bad input, told in one line
  130  stopped with Ctrl+C; 143 where the system asked it to end, 129 where
       its terminal was closed"""
OWN = "(default: the project's)"
SWEEP = ".sweep"
"""How the name of a sweep's folder ends where nobody has said another one."""
Kind = TypeVar("Kind", bound=Configurable)


def examples_of(command: str) -> str:
    """The end of a command's help."""
    return "\n".join(("examples:", *(f"  %(prog)s {arguments}\n      {told}" for arguments, told in EXAMPLES[command])))


def add_file(command: argparse.ArgumentParser) -> None:
    """Let a command begin with the project that it is about."""
    command.add_argument("file", metavar="FILE", help="a project file or the name of an example")


def add_training_options(command: argparse.ArgumentParser) -> None:
    """How a network is trained, and what is written."""
    add_file(command)
    command.add_argument("--epochs", type=number, metavar="N", help=f"how often all samples are seen {OWN}")
    command.add_argument("--batch-size", type=number, metavar="N", help=f"samples per step {OWN}")
    command.add_argument("--learning-rate", type=number, metavar="RATE", help=f"the size of a step {OWN}")
    command.add_argument("--seed", type=number, metavar="N", help=f"of initial weights, order and split {OWN}")
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
    command.add_argument("--resume", type=Path, metavar="IN.ckpt",
                         help="go on, to the bit, from a checkpoint or from where a project's run stands")  # fmt: skip


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


VARYING = """\
--vary NAME=VALUES, once for each setting that varies:
  NAME    one that --settings lists, such as batch_size, dense_1.units,
          optimizer.learning_rate or data.noise
  VALUES  choices: 4,8,16   SGD,Adam   on,off   3x3,5x5   none,10
          a range: LOW:HIGH, or LOW:HIGH:log by equal factors; a grid takes
          5 values of it, or as many as stand behind another colon"""


def add_sweep_options(command: argparse.ArgumentParser) -> None:
    """What people may say of a sweep."""
    command.description = f"{command.description}\n\n{VARYING}"
    command.add_argument("file", metavar="FILE", help="a project file, an example's name, or a sweep's folder to go on")
    command.add_argument("--vary", action="append", default=[], metavar="NAME=VALUES",
                         help="a setting and its values, such as dense_1.units=4,8,16")  # fmt: skip
    command.add_argument("--settings", action="store_true", help="list what can vary of FILE, and what it takes")
    command.add_argument("--random", type=number, metavar="N", help="draw N combinations instead of trying all")
    command.add_argument("--seed", type=number, metavar="N", help="of the draw (default: 0)")
    command.add_argument("--epochs", type=number, metavar="N", help=f"epochs of each trial {OWN}")
    command.add_argument("--measure", metavar="NAME", help="what judges a trial: loss (the default) or accuracy")
    command.add_argument("--folder", type=Path, metavar="DIR", help="where results are kept (default: FILE's .sweep)")
    command.add_argument("--jobs", type=number, metavar="N",
                         help="how many trials train at the same time (default: one a core, less one)")  # fmt: skip
    command.add_argument("--dask", default="", metavar="ADDRESS", help="train on the cluster of this Dask scheduler")
    command.add_argument("--best", type=Path, metavar="OUT.rambat", help="write the best trial's project")
    command.add_argument("--until-stdin-closes", action="store_true",
                         help="end when standard input is closed, for programs that start the sweep")  # fmt: skip


def add_range_options(command: argparse.ArgumentParser) -> None:
    """From which rate to which a range test goes."""
    test = RangeTest()
    add_file(command)
    command.add_argument(
        "--from", type=number, metavar="RATE", dest="low", help=f"the first learning rate (default: {test.low:g})"
    )
    command.add_argument(
        "--to", type=number, metavar="RATE", dest="high", help=f"the last one (default: {test.high:g})"
    )
    command.add_argument("--steps", type=number, metavar="N", help=f"batches to train on (default: {test.steps})")


def number(text: str) -> float | str:
    """The number that the text means, or the text itself, which its hyperparameter then refuses in its own words."""
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(text)
    return text


def said(kind: type[Kind], options: Mapping[str, tuple[str, Any]]) -> Kind:
    """What options set fields to, each named with its own; HyperparameterError that begins with the option."""
    given = {name: value for name, value in options.values() if value is not None}
    for option, (name, _) in options.items():
        try:
            kind(**{name: given[name]} if name in given else {})
        except HyperparameterError as error:
            raise HyperparameterError(Message("{option}: {reason}", option=option, reason=error.messages[0])) from error
    return kind(**given)
