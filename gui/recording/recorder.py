"""Takes frames while the run goes on: so many a second at most, in no more than a share of the window's time."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from engine.errors import ExportError, Message
from gui.recording.reel import Pixels, Reel
from gui.recording.unison import Unison
from gui.snapshot import FRAME

RATES = (5, 10, 20)
"""Frames a second."""
MOST_SECONDS = 120
MOST_BYTES = 1_000_000_000
"""Of all frames on disk, after which a recording ends, as it does after so many seconds."""
SHARE = 5
"""A frame for which the window's thread worked for t is followed by none for so many t less one."""


class Recorder(QObject):
    """From its making on until `stop`, what `shoot` returns becomes a frame of `reel`.

    Where plots are to draw in `unison`, it is asked before each frame. `ticked` tells the seconds since the first;
    `ended` that it has stopped by itself, with a Message that says why.
    """

    ticked = Signal(float)
    ended = Signal(object)

    def __init__(
        self, shoot: Callable[[], Pixels], rate: int, parent: QObject | None = None, unison: Unison | None = None
    ) -> None:
        super().__init__(parent)
        self._unison = unison
        self.reel = Reel()
        self._shoot = shoot
        self._period = 1.0 / rate
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ask)
        self._runs = True
        self._started = self._due = perf_counter()
        self._timer.start(0)

    @property
    def running(self) -> bool:
        """Whether there will be another frame."""
        return self._runs

    def stop(self) -> None:
        """Take no more frames; those that were taken stay until the reel is closed."""
        self._runs = False
        self._timer.stop()
        if self._unison is not None:
            self._unison.close()
            self._unison = None

    def _ask(self) -> None:
        if self._unison is not None:
            self._unison.ask(self._take)
        else:
            self._take()

    def _take(self) -> None:
        begun, seconds = thread_time(), perf_counter() - self._started
        try:
            self.reel.add(self._shoot(), round(seconds * 1000))
        except ExportError as error:
            self._end(error.messages[0])
            return
        if seconds >= MOST_SECONDS or self.reel.bytes >= MOST_BYTES:
            told = Message(
                "The recording has ended: an animation is at most {seconds} seconds long, and its "
                "frames take at most {bytes} GB.",
                seconds=MOST_SECONDS,
                bytes=MOST_BYTES // 10**9,
            )
            self._end(told)
            return
        now = perf_counter()
        rest = (SHARE - 1) * (thread_time() - begun)  # not the time for which it waited: a run at full speed is busy
        self._due = max(self._due + self._period, now + rest)
        self.ticked.emit(seconds)
        if self._unison is not None and self._unison.moves and self._due < now + FRAME:
            self._ask()  # what is drawn now is painted by then
        elif self._runs:
            self._timer.start(max(0, round((self._due - now) * 1000)))

    def _end(self, why: Message) -> None:
        self._runs = False
        self.ended.emit(why)
