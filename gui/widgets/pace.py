"""Doing something often enough for the eye, and no oftener."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pace(QObject):
    """Calls a function when asked, but at most once in `interval` milliseconds; the last request is never lost.

    With an interval of 0 every request is a call.
    """

    def __init__(self, function: Callable[[], None], interval: int, parent: QObject) -> None:
        super().__init__(parent)
        self._function = function
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self._catch_up)

    def ask(self) -> None:
        """Call now, or as soon as the interval is over."""
        if self._timer.isActive():
            self._waiting = True
        else:
            if self._timer.interval():
                self._timer.start()
            self._function()

    def stop(self) -> None:
        """Forget what was asked."""
        self._timer.stop()
        self._waiting = False

    def _catch_up(self) -> None:
        if self._waiting:
            self._waiting = False
            self._timer.start()
            self._function()
