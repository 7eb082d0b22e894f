"""Plots that draw one after the other while a run goes on, so that no frame of the window waits for all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from gui.frame_pace import SHARE, Spending
from gui.training_session import TrainingSession

APART = 0.012
"""Seconds between two that draw, in which the canvas is painted."""
ROUND = 0.6
"""Seconds at most until everything that waits has been drawn."""


class Turns(QTimer):
    """Calls what waits in its order, one at a time; nothing waits twice.

    While a run goes as fast as it can the window rests after each one as long as its share of the processor asks for.
    """

    def __init__(self, session: TrainingSession) -> None:
        super().__init__(session)
        self._session = session
        self._waiting: list[Callable[[], None]] = []
        self._spending = Spending()
        self.timeout.connect(self._call_next)
        session.state_changed.connect(self._hurry)

    @staticmethod
    def of(session: TrainingSession) -> Turns:
        """Those of a session's plots."""
        found = session.findChild(Turns)
        return found if isinstance(found, Turns) else Turns(session)

    def wait_for(self, function: Callable[[], None]) -> None:
        """Call this when its turn comes."""
        if function not in self._waiting:
            self._waiting.append(function)
        if not self.isActive():
            self._spending.begin()
            self._let_pass(APART)

    def _call_next(self) -> None:
        if not self._waiting:
            self.stop()
            return
        cost = self._spending.take()  # of the one before with all that it has let Qt paint
        rest = min(SHARE * cost, ROUND / len(self._waiting)) if self._session.is_flat_out else 0.0
        self._let_pass(max(APART, rest))
        self._waiting.pop(0)()

    def _let_pass(self, seconds: float) -> None:
        self.start(round(1000 * seconds))

    def _hurry(self) -> None:
        """Where a run comes to rest nobody wants to wait for how it stands."""
        if self.isActive():
            self._let_pass(APART)
