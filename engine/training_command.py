"""Training at the terminal: a progress bar or a summary line, a log, and what is written at the end."""

from __future__ import annotations

import contextlib
import json
import math
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import TextIO

from engine.atomic_file import write_atomically
from engine.checkpoint import Checkpoint
from engine.data import Fitted
from engine.diagnosis.coach import Coach
from engine.errors import DivergenceError, ExportError, Message
from engine.events import EpochEnd, Finished, StopReason
from engine.export import Exporter
from engine.files import writing
from engine.goals import EpochsGoal, Goal, GoalEnd, Pursuit
from engine.history import History
from engine.last_finite import LastFinite
from engine.network import Network
from engine.project import SUFFIX, Project, save
from engine.runs.book import RunBook
from engine.runs.settings import RunSettings
from engine.trainer import Trainer
from engine.training_config import TrainingConfig

Report = Callable[[EpochEnd], None]


@dataclass(frozen=True)
class TrainingOutputs:
    """The files that a run leaves behind."""

    log: Path | None
    project: Path | None
    exports: tuple[tuple[Path, Exporter], ...]
    checkpoint: Path | None = None
    checkpoint_every: int | None = None
    """Epochs after which the checkpoint is written, besides at the end."""

    def check(self) -> None:
        """ExportError where a file cannot be written, before hours are spent on training.

        The log need not be tried: it is opened before the first step, and may be a pipe.
        """
        written = [path for path in (self.project, self.checkpoint, *(path for path, _ in self.exports)) if path]
        for path in (self.log, *written):
            if path and os.path.isdir(path):
                raise ExportError(Message("{path} is a folder, not a file to write.", path=path))
            if path and not os.path.isdir(path.parent):
                raise ExportError(Message("There is no folder {path} to write to.", path=path.parent))
        if self.project and self.project.suffix.lower() != SUFFIX:
            raise ExportError(
                Message("A project's name ends in {suffix}. Received: {path}.", suffix=SUFFIX, path=self.project)
            )
        for path in written:
            _try_writing(path)

    def write_checkpoint(self, trainer: Trainer, history: History) -> None:
        """All that the run needs to go on from where it stands, if it is wanted."""
        if self.checkpoint:
            checkpoint = replace(trainer.checkpoint(), history=history.until(trainer.step).as_events())
            write_atomically(self.checkpoint, checkpoint.to_bytes())

    def write(self, project: Project, network: Network, fitted: Fitted, history: History, diverged: bool) -> None:
        """Weights, with how data are prepared for them, and project as they are now."""
        for path, exporter in self.exports:
            exporter.write(network, path, fitted)
        if self.project:
            trained = replace(project, weights=network.state_dict(), history=history.as_events())
            save(_with_run(trained, diverged), self.project)


def _with_run(project: Project, diverged: bool) -> Project:
    """The project with what came of its training as another run, where it keeps its runs."""
    if not project.keep_runs:
        return project
    book = RunBook(project.runs)
    book.begin(RunSettings(project.graph, project.data, project.preparation, project.training.seed))
    run = book.current
    run.history, run.weights, run.diverged = History.from_events(project.history), project.weights or {}, diverged
    run.train_with(project.training, 0, 0.0)
    return replace(project, runs=book.runs, at_hand=run)


def train(
    project: Project,
    outputs: TrainingOutputs,
    name: str,
    checkpoint: Checkpoint | None = None,
    goals: Sequence[Goal] = (),
    coached: bool = False,
) -> int:
    """Run to the end, to the first of these goals or to Ctrl-C, from the checkpoint if there is one.

    What was learned is written in any of these cases, and where the run diverges what stood when all was numbers, with
    what the coach finds; then DivergenceError comes. 1 comes back where a goal's limit was met before the goal. A run
    that is `coached` ends with what the coach has found, too.
    """
    outputs.check()
    network = project.network()
    prepared = project.prepare()
    trainer = Trainer(network, prepared.dataset, project.training)
    history = History()
    pursuit = Pursuit(goals)
    pursuit.require_sense(network, prepared.dataset)
    trainer.open_ended = bool(goals)
    if checkpoint:
        trainer.resume(checkpoint)
        history = History.from_events(checkpoint.history)
    coach = Coach(project, prepared, trainer, history) if coached else None
    started = time.perf_counter()
    finished: Finished | None = None
    diverged: DivergenceError | None = None
    last_finite = LastFinite(trainer)
    with ExitStack() as stack:
        reports = _reports(stack, outputs, trainer, history, name, _last_epoch(trainer, goals))
        stopped = stack.enter_context(interrupts())
        pursuit.go_on()
        try:
            for event in trainer.run():
                last_finite.follow()
                if coach:
                    coach.record(event)
                if isinstance(event, EpochEnd):
                    for report in reports:
                        report(event)
                elif isinstance(event, Finished):
                    finished = event
                if pursuit.is_reached_by(event):
                    finished = trainer.finish(StopReason.GOAL)
                if finished is not None or stopped.is_set():
                    break
        except DivergenceError as error:
            diverged, coach = error, coach or Coach(project, prepared, trainer, history)
    print(_summary(name, history, trainer.step, time.perf_counter() - started, prepared.fitted))
    if diverged:
        last_finite.stand()
    code = _tell_end(trainer, diverged or finished, pursuit.ended)
    _tell(coach, diverged)
    outputs.write_checkpoint(trainer, history)
    outputs.write(project, network, prepared.fitted, history, diverged is not None)
    if diverged:
        raise diverged
    return code


def _reports(
    stack: ExitStack, outputs: TrainingOutputs, trainer: Trainer, history: History, name: str, epochs: int | None
) -> list[Report]:
    """Who is told of every epoch."""
    reports: list[Report] = [history.record]
    if outputs.log:
        reports.append(stack.enter_context(_log(outputs.log, history.as_events())))
    if sys.stdout.isatty() and sys.stderr.isatty():
        reports.append(stack.enter_context(_progress_bar(name, epochs)))
    if every := outputs.checkpoint_every:
        reports.append(lambda event: None if event.epoch % every else outputs.write_checkpoint(trainer, history))
    return reports


def _tell_end(trainer: Trainer, finished: Finished | DivergenceError | None, goal: GoalEnd | None) -> int:
    """Say why the run ended, where that needs to be said; the command's exit code comes back."""
    if isinstance(finished, DivergenceError):  # whose own message comes last
        print(f"The weights are those of step {trainer.step}, the last that were numbers.")
        return 1
    if finished is None:
        print(f"rambat: stopped in epoch {trainer.epoch} of {trainer.config.epochs}.", file=sys.stderr)
        return 130
    if goal is not None:
        print(goal.told())
    for sentence in _endings(finished, trainer.config):
        print(sentence)
    return 0 if goal is None or goal.reached else 1


def _last_epoch(trainer: Trainer, goals: Sequence[Goal]) -> int | None:
    """The epoch after which the run ends, if that is known."""
    if not goals:
        return trainer.last_epoch
    wanted = [goal.epochs for goal in goals if isinstance(goal, EpochsGoal)]
    return trainer.epoch - 1 + min(wanted) if wanted else None


def _endings(finished: Finished, training: TrainingConfig) -> Iterator[str]:
    """Why the run ended before its last epoch, and which weights stand now, where that needs to be said."""
    if finished.reason is StopReason.LOSS_TARGET:
        yield f"The loss target of {training.loss_target:g} is reached."
    elif finished.reason is StopReason.EARLY_STOPPING:
        yield f"Stopped early: the loss has not improved for {_counted(training.patience or 0, 'epoch')}."
    if finished.restored is not None:
        yield f"The weights are those of epoch {finished.restored}, the best one."


def _tell(coach: Coach | None, error: DivergenceError | None = None) -> None:
    """What the coach has found, if there is one: one line each, the causes first."""
    if coach is None:
        return
    told = [f"{finding.title}: {finding.told} {finding.advice}" for finding in coach.findings(error)]
    print(*(f"coach: {line}" for line in told or ["Nothing stands out."]), sep="\n")


def _try_writing(path: Path) -> None:
    """Make a file beside the target, as writing it will, and take it away again."""
    with writing(path), tempfile.NamedTemporaryFile(prefix=f".{path.name}.", dir=path.parent):
        pass


def _summary(name: str, history: History, steps: int, seconds: float, fitted: Fitted) -> str:
    epochs = history.as_events()
    done = epochs[-1].epoch if epochs else 0
    text = f"{name}: {_counted(done, 'epoch')}, {_counted(steps, 'step')} in {seconds:.2f} s."
    if not epochs:
        return text
    last = epochs[-1]
    figures = {
        "loss": last.loss,
        "accuracy": last.accuracy,
        "validation loss": last.val_loss,
        "validation accuracy": last.val_accuracy,
    }
    shown = (f"{label} {value:.4g}" for label, value in figures.items() if value is not None)
    units = " The loss is that of scaled targets." if fitted.target_scaler is not None else ""
    return f"{text} Last epoch: {', '.join(shown)}.{units}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


@contextlib.contextmanager
def _log(path: Path, past: Iterable[EpochEnd]) -> Iterator[Report]:
    """Writes one line of JSON per epoch, past ones first, at once, so that a run can be followed from outside."""
    with writing(path), path.open("w", encoding="utf-8") as file:
        for event in past:
            _write_line(file, event)
        yield lambda event: _write_line(file, event)


def _write_line(file: TextIO, event: EpochEnd) -> None:
    figures = {name: value for name, value in event._asdict().items() if value is not None}
    figures = {name: value if math.isfinite(value) else None for name, value in figures.items()}
    file.write(json.dumps(figures) + "\n")
    file.flush()


@contextlib.contextmanager
def _progress_bar(name: str, epochs: int | None) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("loss {task.fields[loss]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(name, total=epochs, loss="")
        yield lambda event: progress.update(task, completed=event.epoch, loss=f"{event.loss:.4g}")


@contextlib.contextmanager
def interrupts() -> Iterator[threading.Event]:
    """Ctrl-C asks to stop after the step in progress, so that weights are whole; a second one stops at once."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def ask(signum: int, frame: FrameType | None) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, previous)

    previous = signal.signal(signal.SIGINT, ask)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, previous)
