"""The tabs of docks that share a place: whole words, scrolled where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QTabBar


class DockTabs(QObject):
    """Dresses the tab bars that Qt makes for docks as they come and go; `pressed` carries one that people press."""

    pressed = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ChildPolished and isinstance(bar := event.child(), QTabBar):  # type: ignore[attr-defined]
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
            bar.tabBarClicked.connect(self._press)
        return False

    def _press(self) -> None:
        self.pressed.emit(self.sender())
