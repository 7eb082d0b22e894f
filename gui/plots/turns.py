"""Plots that draw one after the other while a run goes on, so that no frame of the window waits for all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

APART = 12
"""Milliseconds between two that draw, in which the canvas is painted."""


class Turns(QObject):
    """Calls what waits in its order, one at a time; nothing waits twice."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []
        self._timer = QTimer(self, interval=APART)
        self._timer.timeout.connect(self._call_next)

    @staticmethod
    def of(session: QObject) -> Turns:
        """Those of a session's plots."""
        found = session.findChild(Turns)
        return found if isinstance(found, Turns) else Turns(session)

    def wait_for(self, function: Callable[[], None]) -> None:
        """Call this when its turn comes."""
        if function not in self._waiting:
            self._waiting.append(function)
        if not self._timer.isActive():
            self._timer.start()

    def _call_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        else:
            self._timer.stop()
