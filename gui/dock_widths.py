"""Docks keep the widths that people gave them through a window that is made small and large again.

Qt takes from docks where there is no room for them, and gives what comes back to the canvas alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.dock import Dock

SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)
TOLERANCE = 2
"""Pixels by which a layout may differ from what was asked for."""
Place = tuple[bool, frozenset[QDockWidget]]
"""Whether it is a column, and the docks that share it as tabs."""


class DockWidths(QObject):
    """Columns beside the canvas have so many pixels wherever there is room, docks in a row their shares of it.

    What stands otherwise than it was given is the wish of people. A window that fills the screen is left alone, as one
    is in which docks have other places than before.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[Dock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        self._size = QSize()
        """Of the window, when docks were last read or given their widths."""
        self._wanted: dict[Place, float] = {}
        """Pixels of a column, shares of a row."""
        self._given: dict[Place, int] = {}
        self._giving = QTimer(self, singleShot=True, interval=0)
        self._giving.timeout.connect(self._give)
        for dock in self._docks:
            dock.resized.connect(self._follow)

    def _follow(self) -> None:
        """A dock is of another size: because the window is, or for its own sake."""
        if self._given and self._window.size() != self._size:
            self._giving.start()
        elif not self._giving.isActive():
            self._read()

    def _read(self) -> None:
        """Learn what people want, from where the docks stand."""
        columns, row = self._places()
        widths = {place: dock.width() for place, dock in (columns | row).items()}
        moved = {place for place in widths if abs(widths[place] - self._given.get(place, -1)) > TOLERANCE}
        self._wanted |= {place: widths[place] for place in moved & columns.keys()}
        if moved & row.keys():
            whole = max(1, sum(widths[place] for place in row))
            self._wanted |= {place: widths[place] / whole for place in row}
        self._wanted = {place: self._wanted[place] for place in widths}
        self._size, self._given = self._window.size(), widths

    def _give(self) -> None:
        """Give it again, as far as there is room: Qt leaves to every dock what it needs at least."""
        self._giving.start()  # until all stand where they shall
        columns, row = self._places()
        if not self._window.isFullScreen() and (columns | row).keys() == self._given.keys():
            self._resize(columns, 1)
            self._resize(row, sum(dock.width() for dock in row.values()))
            self._size = self._window.size()
            self._given = {place: dock.width() for place, dock in (columns | row).items()}
        else:
            self._read()
        self._giving.stop()

    def _resize(self, places: dict[Place, Dock], whole: int) -> None:
        wanted = [round(self._wanted[place] * whole) for place in places]
        self._window.resizeDocks(list(places.values()), wanted, Qt.Orientation.Horizontal)
        if (layout := self._window.layout()) is not None:
            layout.activate()

    def _places(self) -> tuple[dict[Place, Dock], dict[Place, Dock]]:
        """The docks that stand in columns at the sides and in rows of the window, covered by no other."""
        columns: dict[Place, Dock] = {}
        row: dict[Place, Dock] = {}
        inside = self._window.rect()
        for dock in self._docks:
            if dock.isVisible() and not dock.isFloating() and inside.intersects(dock.geometry()):
                beside = self._window.dockWidgetArea(dock) in SIDES
                place = beside, frozenset({dock, *self._window.tabifiedDockWidgets(dock)})
                (columns if beside else row)[place] = dock
        return columns, row
