"""What the window does for its coach: leads to layers and plots, and counts findings in the title of the panel."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDockWidget

from engine.diagnosis import by_rule
from gui.canvas.view import NetworkView
from gui.coach import Coach

DOCK = "coach"


class CoachLeads(QObject):
    """Connects a coach with the canvas and the docks of a window."""

    def __init__(
        self, coach: Coach, canvas: NetworkView, docks: Mapping[str, QDockWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._coach, self._docks = coach, docks
        coach.reveal_requested.connect(canvas.reveal)
        coach.plot_requested.connect(self._show_plot)
        coach.changed.connect(self._count)
        docks[DOCK].windowTitleChanged.connect(self._count)  # in another language it is called otherwise

    def _show_plot(self, name: str) -> None:
        self._docks[name].show()
        self._docks[name].raise_()

    def _count(self) -> None:
        count = len(by_rule(self._coach.findings))
        title = QCoreApplication.translate("Docks", "Coach") + (f" ({count})" if count else "")
        if self._docks[DOCK].windowTitle() != title:
            self._docks[DOCK].setWindowTitle(title)
