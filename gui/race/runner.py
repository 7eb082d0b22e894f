"""A race on the worker, in slices between which the training goes on; it can stand still and go at a pace."""

from __future__ import annotations

import sys
from collections import deque
from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.errors import Message, RambatError
from engine.probes import Surface, decision_surface
from engine.race import Race
from gui.long_job import SLICE
from gui.mailbox import LOOK_SHARE
from gui.snapshot import FRAME
from gui.training_session import SWITCH_INTERVAL
from gui.worker import Worker

Surfaces = tuple[Surface | None, ...]
"""What each racer says of every place of data of two features."""


class Runner(QObject):
    """Lets a race go on or stand still; `pace` is how many epochs it makes in a second, 0 for as many as it can.

    `looked` carries Surfaces at most 30 times a second; what else there is to see the racers' histories hold, which may
    be read at any time. `stood_still` tells that no more comes until `go`, and `failed` carries a Message.
    """

    looked = Signal(object)
    stood_still = Signal()
    failed = Signal(object)
    _ended = Signal(int, object)
    _left = Signal()

    def __init__(self, worker: Worker, race: Race, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.race = race
        self.pace = 0.0
        self.going = False
        self._worker = worker
        self._events = race.run()
        self._number = 0
        self._due = 0.0
        self._pictured = True
        self._newest: deque[Surfaces] = deque(maxlen=1)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._left.connect(self.deleteLater, Qt.ConnectionType.QueuedConnection)
        self._frames = QTimer(self, interval=round(FRAME * 1000))
        self._frames.timeout.connect(self._show)

    @property
    def over(self) -> bool:
        """Whether nobody races any more."""
        return not any(racer.is_racing for racer in self.race.racers)

    def go(self) -> None:
        """Go on from where the race stands."""
        if self.going or self.over:
            return
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._number = number = self._number + 1
        self.going = True
        self._frames.start()
        self._worker.put(lambda: self._begin(number))

    def pause(self) -> None:
        """Stand still after the batch at hand."""
        self.going = False
        self._worker.wake()

    def leave(self) -> None:
        """Stand still, tell nothing any more, and go as soon as the worker has let go of it."""
        self._number += 1
        self.going = False
        self._frames.stop()
        self._worker.put(self._left.emit)

    # On the worker

    def _begin(self, number: int) -> None:
        self._from = (self._done(), perf_counter(), self.pace)
        self._slice(number)

    def _slice(self, number: int) -> None:
        """Some steps, and then the others' turn."""
        until = perf_counter() + SLICE
        error: RambatError | None = None
        try:
            while self.going and number == self._number:
                if (wait := self._ahead()) > 0:
                    self._worker.sleep(min(wait, FRAME))
                else:
                    next(self._events)
                now = perf_counter()
                if now >= self._due:
                    self._look()
                if now > until or self._worker.interrupted:
                    self._worker.go_on(lambda: self._slice(number))
                    return
        except StopIteration:
            pass
        except RambatError as reason:
            error = reason
        except MemoryError:
            error = RambatError(Message("These data need more memory than there is."))
        except Exception:  # which nobody expected: the race stands still, and the worker tells it
            self._ended.emit(number, None)
            raise
        if number == self._number:
            self._look()
            self._ended.emit(number, error)

    def _done(self) -> float:
        """Epochs, with their part, that all who race have done."""
        racing = [racer for racer in self.race.racers if racer.is_racing and racer.trainer is not None]
        return min((racer.seen / racer.trainer.samples for racer in racing if racer.trainer), default=0.0)

    def _ahead(self) -> float:
        """Seconds for which the race has to wait to keep its pace."""
        if not self.pace:
            return 0.0
        done, now = self._done(), perf_counter()
        if self._from[2] != self.pace:
            self._from = (done, now, self.pace)
        began, since, pace = self._from
        return since + (done - began) / pace - now

    def _look(self) -> None:
        """Let the window see where all stand, at a tenth of the time at most."""
        started = perf_counter()
        prepared, surfaces = self.race.prepared, []
        for racer in self.race.racers:
            racer.flush()
            drawn = None
            if self._pictured and prepared is not None and racer.network is not None and racer.error is None:
                drawn = decision_surface(racer.network, prepared)
                self._pictured = drawn is not None
            surfaces.append(drawn)
        self._newest.append(tuple(surfaces))
        ended = perf_counter()
        self._due = ended + max(FRAME, LOOK_SHARE * (ended - started))

    # In the window

    def _show(self) -> None:
        if self._newest:
            self.looked.emit(self._newest.pop())

    def _end(self, number: int, error: RambatError | None) -> None:
        if number != self._number:
            return
        self.going = False
        self._frames.stop()
        self._show()
        self.stood_still.emit()
        if error is not None:
            self.failed.emit(error.messages[0])
