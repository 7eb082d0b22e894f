"""Long work that is an iterator of events, done on the worker in slices, between which the training goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.errors import Message, RambatError
from gui.worker import Worker

SLICE = 0.05
"""Seconds for which the worker stays with it."""
LEAST, REST = 0.004, 9
"""Where others come first, the seconds of a slice at least, and how many times as long it rests after one."""


class LongJob(QObject):
    """Runs an iterator whose last event is its result.

    `told` carries an event after each slice, `finished` the result, `failed` a RambatError. After `cancel` nothing
    is told any more. It belongs to the worker's owner and goes by itself when it is done. While `patient` says so, it
    rests between its slices and so takes a tenth of the worker's time.
    """

    told = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    _latest = Signal(object)
    _tired = Signal(int)
    _done = Signal(object)

    def __init__(self, worker: Worker, events: Iterator[Any], patient: Callable[[], bool] = lambda: False) -> None:
        super().__init__(worker)
        self._worker = worker
        self._events = events
        self._event: Any = None
        self._patient = patient
        self._cancelled = False
        self._tired.connect(self._rest, Qt.ConnectionType.QueuedConnection)
        self._latest.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._end, Qt.ConnectionType.QueuedConnection)
        worker.put(self._slice)

    def cancel(self) -> None:
        """Go no further than the event at hand."""
        self._cancelled = True

    def _slice(self) -> None:
        """On the worker: some of the events, and then the others' turn."""
        started, patient = perf_counter(), self._patient()
        until, soonest = started + SLICE, started + (LEAST if patient else 0.0)
        error: RambatError | None = None
        try:
            while not self._cancelled:
                before, self._event = self._event, next(self._events)
                now = perf_counter()
                if now > until or (self._worker.interrupted and now >= soonest):
                    if before is not None:  # the one at hand may be the result
                        self._latest.emit(before)
                    if patient:
                        self._tired.emit(round(1000 * REST * (now - started)))
                    else:
                        self._worker.go_on(self._slice)
                    return
        except StopIteration:
            pass
        except RambatError as reason:
            error = reason
        except MemoryError:
            error = RambatError(Message("These data need more memory than there is."))
        self._done.emit(error)

    def _rest(self, milliseconds: int) -> None:
        QTimer.singleShot(milliseconds, self, lambda: self._worker.put(self._slice))

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
