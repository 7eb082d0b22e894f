"""Long work that is an iterator of events, done on the worker in slices, between which the training goes on."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import Message, RambatError
from gui.worker import Worker

SLICE = 0.05
"""Seconds for which the worker stays with it."""


class LongJob(QObject):
    """Runs an iterator whose last event is its result.

    `told` carries an event after each slice, `finished` the result, `failed` a RambatError. After `cancel` nothing
    is told any more. It belongs to the worker's owner and goes by itself when it is done.
    """

    told = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    _latest = Signal(object)
    _done = Signal(object)

    def __init__(self, worker: Worker, events: Iterator[Any]) -> None:
        super().__init__(worker)
        self._worker = worker
        self._events = events
        self._event: Any = None
        self._cancelled = False
        self._latest.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._end, Qt.ConnectionType.QueuedConnection)
        worker.put(self._slice)

    def cancel(self) -> None:
        """Go no further than the event at hand."""
        self._cancelled = True

    def _slice(self) -> None:
        """On the worker: some of the events, and then the others' turn."""
        until = perf_counter() + SLICE
        error: RambatError | None = None
        try:
            while not self._cancelled:
                before, self._event = self._event, next(self._events)
                if perf_counter() > until or self._worker.interrupted:
                    if before is not None:  # the one at hand may be the result
                        self._latest.emit(before)
                    self._worker.go_on(self._slice)
                    return
        except StopIteration:
            pass
        except RambatError as reason:
            error = reason
        except MemoryError:
            error = RambatError(Message("These data need more memory than there is."))
        self._done.emit(error)

    def _tell(self, event: Any) -> None:
        if not self._cancelled:
            self.told.emit(event)

    def _end(self, error: RambatError | None) -> None:
        if not self._cancelled:
            if error is not None:
                self.failed.emit(error)
            else:
                self.finished.emit(self._event)
        self.deleteLater()
