"""A sweep at the terminal: a progress bar, a table of the best trials, and the best one's project."""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import HyperparameterError, Message
from engine.interruption import CTRL_C, endings
from engine.project import Project, save
from engine.sweep.drawing import Search
from engine.sweep.foresight import require_a_chance, trials_in_vain
from engine.sweep.journal import Journal, Sweep
from engine.sweep.runner import Lost, Means, run
from engine.sweep.settings import settings_of, subject_of, with_values
from engine.sweep.space import Dimension, dimension, value_text
from engine.sweep.trial import Outcome, result
from engine.tables import Table, print_table, show
from engine.training_command import TrainingOutputs

SHOWN = 10
"""Trials in the table at the end."""


@dataclass(frozen=True)
class SweepWish:
    """What else is wanted: a file for the best trial's project, and an end when standard input closes."""

    best: Path | None = None
    until_stdin_closes: bool = False


def list_settings(project: Project) -> None:
    """Print all that can vary: name, present value, and what it takes."""
    rows = [
        (known.name, value_text(known.value), str(_kinds(known.field.kind) if known.is_kind else known.field.wanted()))
        for known in settings_of(subject_of(project))
    ]
    print_table([("setting", "now", "takes"), *rows])


def begin(folder: Path, project: Project, varied: Sequence[str], asked: Search) -> Journal:
    """The sweep of these settings in its folder, also where it has been begun before."""
    subject = subject_of(project)
    space: list[Dimension] = []
    for text in sorted(varied, key=lambda each: each.partition("=")[0].count(".")):
        try:
            space.append(dimension(subject, text, space))
        except HyperparameterError as error:
            raise HyperparameterError(
                Message("--vary {text}: {reason} What can vary, and what it takes: sweep FILE --settings",
                        text=text, reason=error.messages[0])
            ) from error  # fmt: skip
    sweep = Sweep.of(project, space, asked)
    in_vain = trials_in_vain(project, space, sweep.trials, asked.measure)
    require_a_chance(space, sweep.trials, in_vain)
    journal = Journal.begin(folder, project, sweep.without(in_vain))
    if len(journal.sweep.trials) < len(sweep.trials):
        number, reason = next(iter(in_vain.items()))
        values = ", ".join(f"{name}={value_text(value)}" for name, value in sweep.trials[number - 1].items())
        told = f"{len(in_vain)} of {len(sweep.trials)} trials cannot run and are left out, such as that of {values}"
        print(f"rambat: {told}: {reason}", file=sys.stderr)
    return journal


def search(journal: Journal, means: Means, wish: SweepWish) -> int:
    """Make the trials that are missing and tell how they came out; asked to end, it leaves a folder to go on with.

    The exit code is 0 where every trial has a result, and 1 where some have none, of which the last line tells.
    """
    outputs = TrainingOutputs(log=None, project=wish.best, exports=())
    outputs.check()
    with endings() as stopped:
        try:
            _follow(journal, means, wish)
        except KeyboardInterrupt:
            _tell(journal)
            print(f"rambat: stopped. To go on: sweep {journal.folder}", file=sys.stderr)
            return stopped.code or CTRL_C
    _tell(journal)
    if not journal.ranked():
        print("rambat: no trial could be trained to its end.", file=sys.stderr)
        return 1
    if wish.best:
        save(best_project(journal), wish.best)
    return 1 if any(outcome.reason is not None for outcome in journal.outcomes.values()) else 0


def best_project(journal: Journal) -> Project:
    """The project with the settings, the weights and the history of the best trial."""
    number = journal.ranked()[0].number
    project = with_values(journal.project(), journal.values(number), journal.sweep.search.epochs)
    kept = journal.learned(number)
    return project if kept is None else replace(project, weights=kept[0], history=kept[1])


def _follow(journal: Journal, means: Means, wish: SweepWish) -> None:
    with ExitStack() as stack:
        if wish.until_stdin_closes:
            threading.Thread(target=_wait_for_the_end, daemon=True).start()
        report: Callable[[], object] = lambda: None  # noqa: E731
        if sys.stdout.isatty() and sys.stderr.isatty():
            report = stack.enter_context(_progress_bar(journal))
        for news in run(journal, means):
            if isinstance(news, Lost):
                print(f"rambat: {_killed(news.numbers)}", file=sys.stderr)
            report()


def _killed(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"the process of trial {numbers[0]} was killed; it is tried once more."
    return f"the processes of trials {', '.join(map(str, numbers))} were killed; each is tried once more."


def _wait_for_the_end() -> None:
    """Interrupt the program once whoever has started it is gone, or lets go of it."""
    with contextlib.suppress(OSError, ValueError):
        while os.read(sys.stdin.fileno(), 1024):  # not through its buffer, which would be locked when the program ends
            pass
    _thread.interrupt_main(signal.SIGTERM)  # who is started in the background may be deaf to SIGINT


@contextlib.contextmanager
def _progress_bar(journal: Journal) -> Iterator[Callable[[], object]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[best]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("sweep", total=len(journal.sweep.trials), completed=len(journal.outcomes), best="")

        def report() -> None:
            best = next(iter(journal.ranked()), None)
            measure = journal.sweep.search.measure
            told = "" if best is None or best.best is None else f"best {measure} {result(best.best, measure):.4g}"
            progress.update(bar, completed=len(journal.outcomes), best=told)

        yield report


def _tell(journal: Journal) -> None:
    """The best trials, and why others have no result."""
    ranked, sweep = journal.ranked(), journal.sweep
    names = [each.name for each in sweep.space]
    if ranked:
        part = "val_" if journal.judged_on == "validation" else ""
        judge = f"{part}{sweep.search.measure}"
        print(f"{len(journal.outcomes)} of {len(sweep.trials)} trials are done. The best by {judge}:")
        titles = ["trial", *names, f"{part}loss", f"{part}accuracy", "epoch"]
        show([Table("", [titles, *(_row(journal, each) for each in ranked[:SHOWN])])])
    failed: dict[str, list[str]] = {}
    for _, outcome in sorted(journal.outcomes.items()):
        if outcome.reason is not None:
            failed.setdefault(" ".join(str(outcome.reason).split()), []).append(str(outcome.number))
    for reason, numbers in failed.items():
        print(f"rambat: trials without a result: {', '.join(numbers)}. {reason}", file=sys.stderr)


def _row(journal: Journal, outcome: Outcome) -> list[str]:
    assert outcome.best is not None
    values = journal.values(outcome.number).values()
    figures = (outcome.best.monitored_loss, outcome.best.monitored_accuracy)
    told = ("" if figure is None else f"{figure:.4g}" for figure in figures)
    return [str(outcome.number), *map(value_text, values), *told, str(outcome.best.epoch)]


def _kinds(family: type) -> str:
    return f"one of {', '.join(family.kinds())}"  # type: ignore[attr-defined]
