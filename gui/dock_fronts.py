"""Which tab is in front where people have not said: not a panel that has nothing to say of the data at hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar

from gui.dock import Dock
from gui.dock_tabs import DockTabs
from gui.plots.base import Plot
from gui.training_session import TrainingSession

USUAL, INSTEAD = "plot_boundary", "results"


class DockFronts(QObject):
    """Lets the predictions stand before a boundary that cannot be drawn, and the boundary before them where it can.

    Once people have chosen one of these tabs, what is in front is theirs to say.
    """

    def __init__(
        self, window: QMainWindow, docks: Mapping[str, Dock], tabs: DockTabs, session: TrainingSession
    ) -> None:
        super().__init__(window)
        self._window = window
        self._usual, self._instead = docks[USUAL], docks[INSTEAD]
        self.begin_anew()
        for dock in docks.values():
            dock.chosen.connect(lambda dock=dock: self._note({dock.windowTitle()}))
        tabs.pressed.connect(self._note_press)
        session.data_ready.connect(self._follow)
        window.installEventFilter(self)

    def begin_anew(self) -> None:
        """The docks stand as in a fresh window."""
        self._chosen = self._changed = False
        self._soon()

    def _soon(self) -> None:
        QTimer.singleShot(0, self, self._follow)  # once all stand where they shall

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._soon()
        return False

    def _note_press(self, bar: QTabBar) -> None:
        self._note({bar.tabText(place) for place in range(bar.count())})

    def _note(self, titles: set[str]) -> None:
        """People have chosen among these."""
        shared = {self._usual, *self._window.tabifiedDockWidgets(self._usual)}
        self._chosen |= any(dock.windowTitle() in titles for dock in shared)

    def _follow(self) -> None:
        plot, usual, instead = self._usual.widget(), self._usual, self._instead
        together = instead in self._window.tabifiedDockWidgets(usual) and usual.isVisible() and instead.isVisible()
        if self._chosen or not together or not isinstance(plot, Plot):
            return
        if not plot.suits and usual.in_front:
            self._changed = True
            instead.raise_()
        elif plot.suits and self._changed and instead.in_front:
            self._changed = False
            usual.raise_()
