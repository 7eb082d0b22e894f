"""The headless commands: import, train, sweep, range-test, evaluate, predict, runs, export, check and list.

The window adds draw and record.

Exit codes: 0 done; 1 the command ran and its answer is bad (numbers diverged, gradients are wrong); 2 bad input,
with one line on stderr; 130 stopped with Ctrl-C, 143 with SIGTERM, 129 by a terminal that was closed.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from engine import VERSION
from engine import project as projects
from engine.catalog import CATALOGS, describe, example_entries
from engine.check_command import check, report_gradients
from engine.command_options import (
    ENDINGS,
    OWN,
    SWEEP,
    add_animation,
    add_file,
    add_import_options,
    add_picture,
    add_range_options,
    add_runs_options,
    add_sweep_options,
    add_training_options,
    examples_of,
    number,
    said,
)
from engine.data import Fitted
from engine.data.tables.dialect import MOST_SKIPPED
from engine.errors import DataError, DivergenceError, GraphError, Message, ProjectError, RambatError
from engine.evaluation_command import evaluate
from engine.export import exporter_for
from engine.files import same_file
from engine.goals import goal_from_text
from engine.hyperparameters import is_whole
from engine.import_command import Wanted, import_table
from engine.inference import Inference
from engine.predict_command import predict
from engine.project import Project
from engine.range_command import print_range_test
from engine.range_test import RangeTest
from engine.runs_command import compare_runs, list_runs
from engine.shapes import shape_text
from engine.tables import print_table
from engine.training_command import TrainingOutputs, checkpoint_in, train


class UsageError(Exception):
    """A command line that cannot be understood."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}. See: {self.prog} --help")


Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str], drawing: Mapping[str, Run] = MappingProxyType({})) -> int:
    """Run one command; `arguments` are those after the program's name, `drawing` runs those that need Qt, by name."""
    sys.stdout, sys.stderr = (stream or open(os.devnull, "w") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115
    try:
        options = parse(build_parser(drawing), arguments)
        run: Run = options.run
        code = run(options)
        sys.stdout.flush()
        return code
    except (UsageError, RambatError) as error:
        messages = error.messages if isinstance(error, RambatError) else (error,)
        print("rambat:", " ".join(" ".join(str(message).split()) for message in messages), file=sys.stderr)
        return 1 if isinstance(error, DivergenceError) else 2
    except KeyboardInterrupt:
        print("rambat: stopped.", file=sys.stderr)
        return 130
    except OSError as error:
        # Of standard output, as a rule; nothing more may be written to it, not even by the interpreter.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # the reader, such as `head`, has had enough
            return 0
        what = error.filename or "what was to be said"
        print(f"rambat: {what} could not be written: {error.strerror or error}", file=sys.stderr)
        return 2


def parse(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """What was asked for; UsageError where the first word is no command, and where some words belong to none."""
    (offered,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    commands = tuple(offered.choices)
    if arguments[:1] and arguments[0] not in (*commands, "-h", "--help", "--version"):
        raise UsageError(
            f"A command comes first: {', '.join(commands)}. Alone, a project or the name of an example (see: list "
            f"examples) opens the window. Received: {' '.join(arguments)}. See: {parser.prog} --help"
        )
    options, extra = parser.parse_known_args(arguments)
    if extra:
        raise UsageError(f"unrecognized arguments: {' '.join(extra)}. See: {options.prog} --help")
    return options


def build_parser(drawing: Mapping[str, Run] = MappingProxyType({})) -> argparse.ArgumentParser:
    """The command line as design and help show it."""
    parser = Parser(
        prog=_called(), usage="%(prog)s [FILE]\n       %(prog)s COMMAND ...",
        description="Draw a neural network, train it and watch backpropagation.",
        epilog=ENDINGS, formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"rambat {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog=parser.prog)

    def add(name: str, run: Run, help: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=help, description=help, epilog=examples_of(name),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )  # fmt: skip
        command.set_defaults(run=run, prog=command.prog)
        return command

    command = add("import", run_import, "make a project of a CSV, TSV or Excel file, with a small network for it")
    add_import_options(command)

    add_training_options(add("train", run_train, "train a project's network, from its seed, without a window"))
    add_range_options(add("range-test", run_range_test, "try learning rates from small to large, and suggest one"))

    command = add("sweep", run_sweep, "search for good settings: train a project many times, in parallel processes")
    add_sweep_options(command)

    command = add("evaluate", run_evaluate, "judge a network: loss, metrics and confusion matrix")
    add_file(command)
    command.add_argument("--seed", type=number, metavar="N",
                         help=f"of the split, and of weights that are not trained {OWN}")  # fmt: skip

    command = add("predict", run_predict, "let a trained network answer for rows of a table or pictures in arrays")
    add_file(command)
    command.add_argument("--input", type=Path, required=True, metavar="X.csv",
                         help="one row of features per sample, or arrays: .npz, or IDX as MNIST comes")  # fmt: skip
    command.add_argument("--output", type=Path, metavar="Y.csv", help="where answers go (default: standard output)")

    command = add("export", run_export, "write a network for another program")
    add_file(command)
    command.add_argument("out", type=Path, metavar="OUT", help="the file to write; its suffix chooses the format")
    command.add_argument("--to", metavar="NAME", help="the format, whatever the suffix (see: list exporters)")

    add_runs_options(add("runs", run_runs, "list the runs that a project keeps, or compare some of them"))

    if "draw" in drawing:
        add_picture(add("draw", drawing["draw"], "draw a network as SVG, PDF or PNG"))
    if "record" in drawing:
        add_animation(add("record", drawing["record"], "train a network and record that as an animated GIF"))

    command = add("check", run_check, "show a network's shapes and problems")
    add_file(command)
    command.add_argument("--gradients", action="store_true", help="compare gradients with finite differences")

    command = add("list", run_list, "list what there is to choose from")
    command.add_argument(
        "what", choices=(*CATALOGS, "examples"), metavar="WHAT", help=", ".join((*CATALOGS, "examples"))
    )
    command.add_argument("--json", action="store_true", help="with all fields, for programs")
    return parser


def _called() -> str:
    """How people have called the program, so that they can call it again."""
    script = Path(sys.argv[0])
    return f"python {script.name}" if script.suffix == ".py" else "rambat"


def open_project(name: str) -> Project:
    """The project file of that path, or else the example of that name."""
    path = Path(name)
    if os.path.isfile(path) or name not in projects.examples():
        if not os.path.exists(path) and path.suffix != projects.SUFFIX:
            raise ProjectError(
                Message("There is no file and no example called {name}. The examples are: {examples}.",
                        name=name, examples=", ".join(projects.examples()))
            )  # fmt: skip
        return projects.load(path)
    return projects.load_example(name)


def require_apart(
    inputs: Mapping[str, Path | str | None],
    outputs: Sequence[tuple[str, Path | None]],
    allowed: Sequence[tuple[str, str]] = (),
) -> None:
    """UsageError where what is written would replace what is read, or what another option writes.

    `allowed` are pairs of an input and an output that may be one file: its content has been read before it is replaced
    by what goes on from it.
    """
    read = [(name, Path(path)) for name, path in inputs.items() if path is not None and os.path.isfile(path)]
    written = [(name, path) for name, path in outputs if path is not None]
    for (first, one), (second, other) in (*itertools.product(read, written), *itertools.combinations(written, 2)):
        if (first, second) not in allowed and same_file(one, other):
            raise UsageError(f"{first} and {second} name the same file, {other}; choose another for one of them")


def require_runnable(project: Project) -> Inference:
    """GraphError with all problems that keep the project from running."""
    inference = project.infer()
    if inference.obstacles:
        raise GraphError(*(problem.told for problem in inference.obstacles))
    return inference


def run_sweep(options: argparse.Namespace) -> int:
    """What it needs is loaded here: the window, which starts with these commands, would otherwise wait for it."""
    from engine.sweep.drawing import Search
    from engine.sweep.journal import JOURNAL, Journal
    from engine.sweep.runner import Means
    from engine.sweep_command import SweepWish, begin, list_settings, search

    means = said(Means, {"--jobs": ("processes", options.jobs), "--dask": ("address", options.dask)})
    wish = SweepWish(options.best, options.until_stdin_closes)
    folder = Path(options.file)
    if (folder / JOURNAL).is_file() or (folder.suffix == SWEEP and not folder.is_file()):
        journal = Journal.open(folder)
        told = {"--vary": options.vary, "--settings": options.settings, "--random": options.random,
                "--seed": options.seed, "--epochs": options.epochs, "--measure": options.measure,
                "--folder": options.folder}  # fmt: skip
        extra = [name for name, value in told.items() if value not in (None, []) and value is not False]
        if extra:
            raise UsageError(f"{folder} is a sweep already; leave {extra[0]} out to go on with it")
        return search(journal, means, wish)
    project = open_project(options.file)
    if options.settings:
        list_settings(project)
        return 0
    if not options.vary:
        raise UsageError("nothing varies. Name a setting and its values, such as --vary batch_size=8,16,32. What can "
                         f"vary, and what it takes: sweep {options.file} --settings")  # fmt: skip
    require_apart({"FILE": options.file}, [("--best", options.best)])
    require_runnable(project)
    asked = said(Search, {
        "--random": ("trials", options.random), "--seed": ("seed", options.seed),
        "--epochs": ("epochs", options.epochs), "--measure": ("measure", options.measure),
    })  # fmt: skip
    folder = options.folder or Path(f"{Path(options.file).stem}{SWEEP}")
    return search(begin(folder, project, options.vary, asked), means, wish)


def run_import(options: argparse.Namespace) -> int:
    require_apart({"FILE": options.table}, [("OUT", options.out)])
    said = {"--target": set(options.target), "--ignore": set(options.ignore), "--order": {options.order} - {None}}
    for (one, names), (other, more) in itertools.combinations(said.items(), 2):
        if both := sorted(names & more):
            raise UsageError(f"{one} and {other} name the same column, {both[0]}; leave one of them out")
    fields = {name: getattr(options, name) for name in ("window", "horizon", "stride")}
    windows = {name: value for name, value in fields.items() if value is not None}
    if not options.series and (windows or options.order is not None or options.reader):
        raise UsageError("--window, --horizon, --stride, --order and --reader need --series")
    if options.skip is not None and not (is_whole(options.skip) and 0 <= options.skip <= MOST_SKIPPED):
        raise UsageError(f"--skip takes a whole number from 0 to {MOST_SKIPPED}")
    wanted = Wanted(options.target, options.ignore, options.skip, windows if options.series else None, options.order,
                    options.reader or "dense")  # fmt: skip
    import_table(options.table, options.out, wanted)
    return 0


def run_train(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    given = {
        name: getattr(options, name) for name in ("epochs", "batch_size", "seed") if getattr(options, name) is not None
    }
    if options.learning_rate is not None:
        given["optimizer"] = project.training.optimizer.replace(learning_rate=options.learning_rate)
    project.training = project.training.replace(**given)
    every = options.checkpoint_every
    if every is not None and not (options.checkpoint and is_whole(every) and every >= 1):
        raise UsageError("--checkpoint-every needs --checkpoint and takes a whole number of at least 1")
    require_apart(
        {"FILE": options.file, "--resume": options.resume},
        [("--log", options.log), ("--save", options.save), ("--checkpoint", options.checkpoint)]
        + [("--export", path) for path in options.export],
        allowed=(("FILE", "--save"), ("--resume", "--save"), ("--resume", "--checkpoint")),
    )
    if options.resume and options.go_on:
        raise UsageError("--resume brings its own weights; leave --continue out")
    if not options.go_on:
        project.weights = None
    elif project.weights is None:
        raise ProjectError(Message("{name} has no trained weights to continue from.", name=options.file))
    require_runnable(project)
    exports = tuple((path, exporter_for(path)) for path in options.export)
    outputs = TrainingOutputs(options.log, options.save, exports, options.checkpoint, every)
    checkpoint = checkpoint_in(options.resume) if options.resume else None
    goals = [goal_from_text(text) for text in options.until]
    return train(project, outputs, options.file, checkpoint, goals, options.coach)


def run_range_test(options: argparse.Namespace) -> int:
    fields = {name: getattr(options, name) for name in ("low", "high", "steps")}
    test = RangeTest(**{name: value for name, value in fields.items() if value is not None})
    project = open_project(options.file)
    require_runnable(project)
    return print_range_test(project, test)


def run_evaluate(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    trained_on = project.training.seed
    if options.seed is not None:
        project.training = project.training.replace(seed=options.seed)
    require_runnable(project)
    if project.weights is None:
        print(f"rambat: {options.file} is not trained; its initial weights are judged.", file=sys.stderr)
    elif project.training.seed != trained_on:
        print(f"rambat: {options.file} was trained with seed {trained_on}; with another one, samples that it was "
              "trained on are among those held out.", file=sys.stderr)  # fmt: skip
    return evaluate(project)


def run_runs(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    if not project.runs and options.compare is None:
        print(f"rambat: {options.file} keeps no runs: none has begun, or it was told to keep none.", file=sys.stderr)
        return 0
    if options.compare is None:
        list_runs(project)
        return 0
    runs = {run.number: run for run in project.runs}
    unknown = [chosen for chosen in options.compare if chosen not in runs]
    if unknown or len(set(options.compare)) < 2:
        known = ", ".join(map(str, runs))
        raise UsageError(f"--compare takes two numbers of runs or more. There are: {known or 'none'}")
    compare_runs(project, [runs[number] for number in dict.fromkeys(options.compare)])
    return 0


def run_predict(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    require_apart({"FILE": options.file, "--input": options.input}, [("--output", options.output)])
    if project.weights is None:
        raise ProjectError(
            Message("{name} has no trained weights yet. Train it first: train {name} --save OUT.rambat",
                    name=options.file)
        )  # fmt: skip
    require_runnable(project)
    predict(project, options.input, options.output)
    return 0


def run_export(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    require_apart({"FILE": options.file}, [("OUT", options.out)])
    exporter = exporter_for(options.out, options.to)
    fitted = fitted_to_export(project)
    exporter.write(project.network(), options.out, fitted)
    if project.weights is None:
        print(f"rambat: {options.file} is not trained; its initial weights are written.", file=sys.stderr)
    return 0


def fitted_to_export(project: Project) -> Fitted | None:
    """How samples enter the network; None where they cannot, of which stderr tells why."""
    try:
        require_runnable(project)
        return project.prepare().fitted
    except (DataError, GraphError) as error:
        print(f"rambat: the preparation of the data is left out. {error.messages[0]}", file=sys.stderr)
        return None


def run_check(options: argparse.Namespace) -> int:
    """Problems are bad input: all are listed, and stderr counts them."""
    project = open_project(options.file)
    check(project, options.file)
    return report_gradients(project) if options.gradients else 0


def _listed(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """A line of the list; of a data set also how many samples of which shape there are."""
    if "samples" not in entry:
        return entry["name"], entry["summary"]
    samples = "" if entry["samples"] is None else f"{entry['samples']:,} × "
    return entry["name"], f"{samples}{shape_text(entry['inputs'])}", entry["summary"]


def run_list(options: argparse.Namespace) -> int:
    entries: list[dict[str, Any]]
    if options.what == "examples":
        entries = example_entries()
    else:
        entries = [describe(kind) for kind in CATALOGS[options.what].values()]
    if options.json:
        print(json.dumps(entries, indent=2, ensure_ascii=False))
    elif entries:
        print_table([_listed(entry) for entry in entries])
    else:
        print(f"There are no {options.what} yet.", file=sys.stderr)
    return 0
