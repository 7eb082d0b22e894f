"""Training at the terminal: a progress bar or a summary line, a log, and what is written at the end."""

from __future__ import annotations

import contextlib
import json
import math
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TextIO

from engine.atomic_file import require_writable, write_atomically
from engine.checkpoint import Checkpoint
from engine.checkpoint import load as load_checkpoint
from engine.data import Fitted
from engine.diagnosis.coach import Coach
from engine.errors import DivergenceError, ExportError, Message, ProjectError, RambatError
from engine.events import EpochEnd, Event, Finished, StopReason
from engine.export import Exporter
from engine.files import writing
from engine.goals import EpochsGoal, Goal, GoalEnd, Pursuit
from engine.history import History
from engine.interruption import Interruption, interrupts
from engine.last_finite import LastFinite
from engine.project import SUFFIX, Project, load, save
from engine.runs.book import RunBook
from engine.runs.run import LOADED, Origin
from engine.runs.settings import RunSettings
from engine.timeline import Moment, moment_of
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
            require_writable(path)

    def write_checkpoint(self, trainer: Trainer, history: History) -> None:
        """All that the run needs to go on from where it stands, if it is wanted."""
        if self.checkpoint:
            checkpoint = replace(trainer.checkpoint(), history=history.until(trainer.step).as_events())
            write_atomically(self.checkpoint, checkpoint.to_bytes())

    def write(
        self,
        project: Project,
        trainer: Trainer,
        fitted: Fitted,
        history: History,
        end: Finished | DivergenceError | None,
    ) -> Iterator[Message]:
        """All files as the run stands now, weights with how data are prepared for them; what fails keeps none back."""
        network, diverged = trainer.network, isinstance(end, DivergenceError)
        moment = _moment(trainer, history, end if isinstance(end, Finished) else None)
        trained = replace(project, weights=network.state_dict(), history=history.as_events(), moment=moment)
        writes: list[Callable[[], None]] = [partial(self.write_checkpoint, trainer, history)]
        writes += [partial(exporter.write, network, path, fitted) for path, exporter in self.exports]
        if self.project:
            writes.append(partial(save, _with_run(trained, _origin(project), diverged), self.project))
        for write in writes:
            try:
                write()
            except RambatError as error:
                yield from error.messages


def checkpoint_in(path: Path) -> Checkpoint:
    """What a checkpoint file holds, or where the run of a project stands; RambatError where that is nothing."""
    if path.suffix.lower() != SUFFIX:
        return load_checkpoint(path)
    project = load(path)
    if project.moment is None:
        why = project.lost or Message("{path} holds no run that can go on where it stood.", path=path)
        raise ProjectError(why)
    return replace(project.moment.checkpoint, history=project.history)


def _moment(trainer: Trainer, history: History, end: Finished | None) -> Moment | None:
    """Where the run stands; None in the midst of what follows an epoch's last batch."""
    if end is None and trainer.has_news:
        return None
    last = history.last()
    return moment_of(trainer, last.loss if last is not None else math.nan, math.nan, end)


def _origin(project: Project) -> Origin | None:
    """Where the weights come from with which a project is trained further; None where it begins from its seed."""
    if project.weights is None:
        return None
    if (before := project.at_hand) is None:
        return LOADED
    return Origin(before.number, int(before.history.column("step").max(initial=0)))


def _with_run(project: Project, origin: Origin | None, diverged: bool) -> Project:
    """The project with what came of its training as another run, where it keeps its runs."""
    if not project.keep_runs:
        return project
    book = RunBook(project.runs)
    book.begin(RunSettings(project.graph, project.data, project.preparation, project.training.seed))
    run = book.current
    run.origin = origin
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
    """Run to the end, to the first of these goals or until asked to end, from the checkpoint if there is one.

    What was learned is written in any of these cases, and where the run diverges what stood when all was numbers, with
    what the coach finds, as at the end of one that is `coached`; then DivergenceError comes. ExportError tells of files
    that could not be written; of a log or a checkpoint it stops the run. 1 comes back where a goal's limit was met
    before the goal.
    """
    outputs.check()
    prepared = project.prepare()
    trainer = Trainer(project.network(), prepared.dataset, project.training)
    history = History.from_events(checkpoint.history if checkpoint else ())
    pursuit = Pursuit(goals)
    pursuit.require_sense(trainer.network, prepared.dataset)
    trainer.open_ended = bool(goals)
    if checkpoint:
        trainer.resume(checkpoint)
    coach = Coach(project, prepared, trainer, history) if coached else None
    started = time.perf_counter()
    finished: Finished | None = None
    diverged: DivergenceError | None = None
    failed: list[Message] = []
    last_finite, last_epoch = LastFinite(trainer), _last_epoch(trainer, goals)
    with ExitStack() as stack:
        reports = _reports(stack, outputs, trainer, history, name, last_epoch)
        stopped = stack.enter_context(interrupts())
        pursuit.go_on()
        try:
            for event in _events(trainer, pursuit, stopped):
                last_finite.follow()
                if coach:
                    coach.record(event)
                if isinstance(event, EpochEnd):
                    for report in reports:
                        report(event)
                elif isinstance(event, Finished):
                    finished = event
        except DivergenceError as error:
            diverged, coach = error, coach or Coach(project, prepared, trainer, history)
        except ExportError as error:  # of the log, or of a checkpoint on the way
            failed += error.messages
        seconds = time.perf_counter() - started
        if diverged:
            last_finite.stand()
        failed += outputs.write(project, trainer, prepared.fitted, history, diverged or finished)
    print(_summary(name, history, trainer.step, seconds, prepared.fitted))
    code = _tell_end(trainer, diverged or finished, pursuit.ended, stopped, last_epoch)
    _tell(coach, diverged)
    if failed:
        raise ExportError(*dict.fromkeys(failed), *(diverged.messages if diverged else ()))
    if diverged:
        raise diverged
    return code


def _events(trainer: Trainer, pursuit: Pursuit, stopped: Interruption) -> Iterator[Event]:
    """What the run tells until it is over, at a goal or asked to stop; an epoch that is complete is always told."""
    for event in trainer.run():
        yield event
        reached = pursuit.is_reached_by(event)
        if not (reached or stopped.is_set()) or trainer.has_news:
            continue
        if reached:
            yield trainer.finish(StopReason.GOAL)
        return


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


def _tell_end(
    trainer: Trainer,
    finished: Finished | DivergenceError | None,
    goal: GoalEnd | None,
    stopped: Interruption,
    last_epoch: int | None,
) -> int:
    """Say why the run ended, where that needs to be said; the command's exit code comes back."""
    if isinstance(finished, DivergenceError):  # whose own message comes last
        print(f"The weights are those of step {trainer.step}, the last that were numbers.")
        return 1
    if finished is None:
        where = f"stopped in epoch {trainer.epoch}" + (f" of {last_epoch}" if last_epoch else "")
        if stopped.is_set():
            print(f"rambat: {where}.", file=sys.stderr)
        else:  # what failed is told last
            print(f"The run {where}, since not all could be written.")
        return stopped.code
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
    with writing(path):
        file = path.open("w", encoding="utf-8")

    def write(event: EpochEnd) -> None:
        with writing(path):
            _write_line(file, event)

    try:
        for event in past:
            write(event)
        yield write
    finally:
        with contextlib.suppress(OSError):  # of a line that could not be written, which was told
            file.close()


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
