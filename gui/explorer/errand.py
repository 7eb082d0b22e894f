"""Something that takes long, computed on the worker in slices; only the answer to the last question comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from engine.errors import RambatError
from gui.long_job import LongJob
from gui.training_session import TrainingSession

Item = TypeVar("Item")
Result = TypeVar("Result")


class Errand(QObject):
    """`done` carries what the work ended with, or `failed` a RambatError."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: LongJob | None = None

    def ask(self, events: Iterator[Any]) -> None:
        """Let the last of these be computed; an earlier question that is not answered yet is forgotten."""
        self.forget()
        self._job = LongJob(self._session.worker, events)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._tell)

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, result: Any) -> None:
        self._job = None  # it holds what it was computed from
        self.done.emit(result)

    def _tell(self, error: RambatError) -> None:
        self._job = None
        self.failed.emit(error)


def at_once(work: Callable[[], Result]) -> Iterator[Result]:
    """Work of one step."""
    yield work()


def one_by_one(work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[list[Result]]:
    """A step for each item, and at the end what all of them came to."""
    found: list[Result] = []
    yield found
    for item in items:
        found.append(work(item))
        yield found
