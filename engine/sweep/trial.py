"""One trial: the project with other settings, trained without a window, wherever a process is free."""

from __future__ import annotations

import contextlib
import io
import json
import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from engine import project as projects
from engine.archive import archive_bytes, read_members
from engine.data import Dataset, DataSource, Preparation, Prepared
from engine.errors import DataError, GraphError, Message, RambatError
from engine.events import EpochEnd, Event
from engine.history import epoch_columns, epochs_from_columns
from engine.project import Project
from engine.sweep.settings import Values, with_values
from engine.trainer import Trainer
from engine.weights_file import npz_arrays, npz_bytes, safetensors_arrays, safetensors_bytes

Array = NDArray[Any]
WEIGHTS, HISTORY = "weights.safetensors", "history.npz"
LIMITS = {WEIGHTS: projects.LIMITS[projects.WEIGHTS], HISTORY: projects.LIMITS[projects.HISTORY]}
SIGN_OF_LIFE = 0.25
"""Seconds between two signs that a trial gives of itself, and two looks whether anybody waits for it."""
Look = Callable[[], object]
"""What ends a trial, by GivenUp or otherwise, for which nobody waits any more."""


class GivenUp(BaseException):
    """Nobody waits for the trial any more; that is no fault of it, of which an outcome would tell."""


@dataclass(frozen=True)
class Task:
    """What a process needs to know: a project file, or its content where files are not shared, and what is changed.

    `signs` is the folder in which the trial says that it runs, and how far it is; "" where nobody could read it.
    `parent` is the process that waits for it and has begun this one, 0 where that is on another machine.
    """

    number: int
    source: str | bytes
    values: Values
    epochs: int | None
    measure: str
    signs: str = ""
    parent: int = 0


@dataclass(frozen=True)
class Outcome:
    """What came of a trial: figures of its best and of its last epoch, or the reason why there are none.

    `content` holds the weights of the best epoch and the history that led to them; see `learned`.
    """

    number: int
    best: EpochEnd | None = None
    last: EpochEnd | None = None
    seconds: float = 0.0
    reason: Message | None = None
    content: bytes = b""


def result(end: EpochEnd, measure: str) -> float:
    """The figure that judges a trial: of held-out samples where there are some."""
    return end.monitored_loss if measure == "loss" else end.monitored_accuracy or 0.0


def score(end: EpochEnd, measure: str) -> tuple[float, float]:
    """The smaller, the better: the loss that judges a run, or how much accuracy lacks and then the loss."""
    loss = end.monitored_loss
    return (loss, 0.0) if measure == "loss" else (-result(end, measure), loss)


def ranked(outcomes: Sequence[Outcome], measure: str) -> list[Outcome]:
    """Those that have been trained to their end, the best first; among equals the one that began first."""
    judged = [(score(each.best, measure), each.number, each) for each in outcomes if each.best and not each.reason]
    return [each for _, _, each in sorted(judged, key=lambda entry: entry[:2])]


def run(task: Task, look: Look | None = None) -> Outcome:
    """Train, whatever happens: what cannot be trained or has no numbers any more is told by the outcome."""
    started = time.perf_counter()
    with _sign(task, look) as tell:
        try:
            outcome = _trained(task, tell)
        except RambatError as error:
            outcome = Outcome(task.number, reason=error.messages[0])
        except MemoryError:
            outcome = Outcome(task.number, reason=Message("There was not enough memory for it."))
        except Exception as error:  # a fault in one trial must not take the others along
            told = f"{type(error).__name__}: {error}"
            outcome = Outcome(task.number, reason=Message("Something unexpected happened: {reason}", reason=told))
    return replace(outcome, seconds=time.perf_counter() - started)


def learned(content: bytes) -> tuple[dict[str, Array], tuple[EpochEnd, ...]]:
    """Weights and history of a trial; DataError where the content is damaged."""
    members = read_members(io.BytesIO(content), lambda member: LIMITS.get(member, 0))
    if members.keys() != LIMITS.keys():
        raise DataError(Message("What a trial has learned is incomplete."))
    return safetensors_arrays(members[WEIGHTS]), epochs_from_columns(npz_arrays(members[HISTORY]))


def _trained(task: Task, tell: _Tell) -> Outcome:
    project = with_values(_opened(task.source), task.values, task.epochs)
    if obstacles := project.infer().obstacles:
        raise GraphError(*(problem.told for problem in obstacles))
    network = project.network()
    prepared = _prepared(project.data, project.preparation, project.training.seed)
    trainer = Trainer(network, prepared.dataset, project.training)
    history: list[EpochEnd] = []
    best: EpochEnd | None = None
    weights: dict[str, Array] = {}
    for event in trainer.run():
        tell(event, project.training.epochs)
        if not isinstance(event, EpochEnd):
            continue
        history.append(event)
        if task.measure == "accuracy" and event.monitored_accuracy is None:
            raise DataError(Message("Its answers have no accuracy. Let the loss judge the trials."))
        if best is None or score(event, task.measure) < score(best, task.measure):
            best, weights = event, network.state_dict()
    led_here = history[: history.index(best) + 1] if best is not None else []
    content = archive_bytes({WEIGHTS: safetensors_bytes(weights), HISTORY: npz_bytes(epoch_columns(led_here))})
    return Outcome(task.number, best, history[-1], content=content)


@lru_cache(maxsize=1)
def _opened(source: str | bytes) -> Project:
    """The project, read once for all trials of a process."""
    return projects.from_bytes(source) if isinstance(source, bytes) else projects.load(source)


@lru_cache(maxsize=1)
def _loaded(data: DataSource) -> Dataset:
    """Its data, read or made once for all trials that have the same."""
    return data.load()


@lru_cache(maxsize=1)
def _prepared(data: DataSource, preparation: Preparation, seed: int) -> Prepared:
    """The same as they are prepared, once for all trials for which that is alike."""
    return preparation.apply(_loaded(data), seed)


# Signs of life


class _Tell:
    """Says in a small file that a trial runs, in which process, and how far it is, as long as anybody waits for it."""

    def __init__(self, path: Path | None, look: Look) -> None:
        self._path, self._look = path, look
        self._due = 0.0
        self._figures: dict[str, Any] = {}
        self._write()

    def __call__(self, event: Event, epochs: int) -> None:
        if isinstance(event, EpochEnd):
            self._figures = {"epoch": event.epoch, "epochs": epochs, "loss": event.monitored_loss}
        if (now := time.perf_counter()) >= self._due:
            self._due = now + SIGN_OF_LIFE
            self._look()
            self._write()

    def _write(self) -> None:
        if self._path is not None:
            beside = self._path.with_suffix(".new")  # nobody reads half of a sign
            with contextlib.suppress(OSError):  # a full disk is told by the journal
                beside.write_text(json.dumps({"process": os.getpid(), **self._figures}), encoding="utf-8")
                os.replace(beside, self._path)


@contextlib.contextmanager
def _sign(task: Task, look: Look | None) -> Any:
    """Have a file there for as long as the trial runs; that of a process that was killed stays, and tells of it."""
    path = Path(task.signs) / sign_name(task.number) if task.signs else None
    yield _Tell(path, look or (_ending_with(task.parent) if task.parent else lambda: None))
    if path is not None:
        with contextlib.suppress(OSError):
            path.unlink()


def _ending_with(parent: int) -> Look:
    """End this process where the one was killed that wanted to know, and cannot end it any more.

    It may be gone before the trial begins, so whoever is the parent then is not asked.
    """
    return lambda: os._exit(1) if os.getppid() != parent else None


def sign_name(number: int) -> str:
    """What the file is called."""
    return f"{number}.json"


def read_signs(folder: Path) -> dict[int, Mapping[str, Any]]:
    """The trials that run, or ran when their processes were killed, and what they last said of themselves."""
    found: dict[int, Mapping[str, Any]] = {}
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.suffix == ".json" and path.stem.isdigit():
                found[int(path.stem)] = _figures(path)
    return found


def _figures(path: Path) -> Mapping[str, Any]:
    with contextlib.suppress(OSError, ValueError):  # gone, or half written
        written = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(written, dict) and all(math.isfinite(each) for each in written.values()):
            return written
    return {}
