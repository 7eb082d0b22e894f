"""Plots that are recorded draw together, so that every frame shows one moment of the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from gui.plots.base import Plot
from gui.snapshot import State

PAINTED = 30
"""Milliseconds after which what a run that has come to rest looks like has been painted."""


class Unison(QObject):
    """Holds plots from drawing each in its turn, until it is closed.

    While a run goes on they draw when a frame is asked for, at the look that the drawing shows too; by the next look
    all of it has been painted, and the frame can be taken.
    """

    def __init__(self, plots: Sequence[Plot], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plots = tuple(plots)
        self._session = plots[0].session if plots else None
        self._then: Callable[[], None] | None = None
        """What takes the frame that was asked for."""
        self._drawn = False
        for plot in self._plots:
            plot.hold(True)
        if self._session is not None:
            self._session.told.connect(self._follow)
            self._session.state_changed.connect(self._follow)

    def close(self) -> None:
        """Let each of them draw again when it likes."""
        self._then = None
        if self._session is not None:
            self._session.told.disconnect(self._follow)
            self._session.state_changed.disconnect(self._follow)
        for plot in self._plots:
            plot.hold(False)
        self._plots, self._session = (), None
        self.deleteLater()

    def ask(self, then: Callable[[], None]) -> None:
        """Call this as soon as all shows one moment."""
        if self.moves:
            self._then, self._drawn = then, False
        else:
            then()

    @property
    def moves(self) -> bool:
        """Whether a run goes on."""
        return self._session is not None and self._session.state is State.RUNNING

    def _follow(self) -> None:
        """The run has come further, or to rest."""
        if self._drawn and self.moves:
            self._take()  # which may ask for another one
        if self._then is not None or not self.moves:
            self._drawn = True
            for plot in self._plots:
                plot.catch_up()
            if not self.moves:
                QTimer.singleShot(PAINTED, self, self._take)

    def _take(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
