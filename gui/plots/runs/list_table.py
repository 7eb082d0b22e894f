"""The list of runs as a table, with a key for all that can be done with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from engine.runs.run import Run
from gui import theme
from gui.plots.rows import RowsTable
from gui.plots.runs.line import Line
from gui.plots.runs.list_model import FIGURES, UPWARDS, Column, RunsModel

OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_S)
"""Keys that mean a run here, whatever they mean elsewhere in the window."""


STAR_WIDTH, BESIDE_NAME, LEAST_NAME, WIDEST_NAME = 26, 62, 120, 240
"""Pixels of the star's column, of tick and swatch before a name, and of a name's column."""
USUAL, PADDING = "0.0000", 12
"""A figure as wide as most, and pixels beside it."""


class RunsTable(RowsTable):
    """Space ticks, S stars, F2 names, Delete takes away or restores, Enter opens; the right button lists them.

    The signals carry the runs that are picked.
    """

    opened = Signal(object)
    starred = Signal(object)
    deleted = Signal(object)

    def __init__(self, model: RunsModel) -> None:
        super().__init__(model)
        self._lines = model
        self.setObjectName("runs_table")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)  # a third click gives their own order back
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setMinimumSectionSize(20)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.activated.connect(lambda index: self.opened.emit(self._lines.lines[index.row()].run))
        self.clicked.connect(self._press)

    def fit_columns(self) -> None:
        """Names have the room that they need, within bounds; figures no more than theirs."""
        super().fit_columns()
        names = QFontMetrics(theme.body_font(theme.LABEL_PIXELS, bold=True))
        texts = (self._lines.text(row, Column.NAME) for row in range(self._lines.count()))
        widest = max(map(names.horizontalAdvance, texts), default=0)
        self.setColumnWidth(Column.STAR, STAR_WIDTH)
        self.setColumnWidth(Column.NAME, min(WIDEST_NAME, max(LEAST_NAME, widest + BESIDE_NAME)))
        figure = QFontMetrics(theme.number_font()).horizontalAdvance(USUAL)
        for column in (*FIGURES, Column.EPOCHS):  # a header asks for the room of a sign that is not there
            heading = names.horizontalAdvance(f"{UPWARDS} {self._lines.headings()[column]}")
            self.setColumnWidth(column, PADDING + max(heading, figure))

    @property
    def picked(self) -> list[Line]:
        """The lines that are picked, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._lines.lines[row] for row in rows]

    def pick(self, numbers: Sequence[int], current: int) -> None:
        """Pick these runs again after the list was made anew, with the keyboard at that one."""
        place = self._lines.row_of(current)
        if place.isValid():
            self.setCurrentIndex(place)
        picker, flag = self.selectionModel(), self.selectionModel().SelectionFlag
        for number in numbers:
            if (index := self._lines.row_of(number)).isValid():
                picker.select(index, flag.Select | flag.Rows)

    def name_picked(self) -> None:
        """Let people write the name of the run at which the keyboard is."""
        if self.currentIndex().isValid():
            self.edit(self._lines.index(self.currentIndex().row(), Column.NAME))

    def tick_picked(self) -> None:
        """Tick all that are picked, or none of them where each is ticked."""
        numbers = [line.number for line in self.picked]
        self._lines.tick(numbers, not set(numbers) <= self._lines.ticked)

    def _runs(self) -> list[Run]:
        return [line.run for line in self.picked]

    def _press(self, index: QModelIndex) -> None:
        if index.column() == Column.STAR:
            self.starred.emit([self._lines.lines[index.row()].run])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a star are two clicks, and open nothing."""
        if self.indexAt(event.position().toPoint()).column() != Column.STAR:
            super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that the window has for layers."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.key() in OWN_KEYS and not event.modifiers():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        own = {
            Qt.Key.Key_Space: self.tick_picked,
            Qt.Key.Key_S: lambda: self.starred.emit(self._runs()),
            Qt.Key.Key_F2: self.name_picked,
            Qt.Key.Key_Delete: lambda: self.deleted.emit(self._runs()),
        }
        act = own.get(Qt.Key(event.key()))
        if self.state() == self.State.EditingState:
            event.ignore()  # the key that ends a name means nothing more
        elif act is None or event.modifiers():
            super().keyPressEvent(event)
        elif self.picked:
            act()

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with the runs that are picked."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = self.picked
        gone = bool(lines) and all(line.label.deleted for line in lines)
        starred = bool(lines) and all(line.label.starred for line in lines)
        entries = (
            (self.tr("Open this run"), "Return", lambda: self.opened.emit(lines[0].run), len(lines) == 1),
            (self.tr("Compare, or no longer"), "Space", self.tick_picked, bool(lines)),
            (self.tr("Take the star away") if starred else self.tr("Star"), "S",
             lambda: self.starred.emit(self._runs()), bool(lines)),
            (self.tr("Rename"), "F2", self.name_picked, len(lines) == 1),
            (self.tr("Restore") if gone else self.tr("Delete"), "Del",
             lambda: self.deleted.emit(self._runs()), bool(lines)),
        )  # fmt: skip
        for text, key, act, enabled in entries:
            action = menu.addAction(f"{text}\t{key}", act)
            action.setEnabled(enabled)
        return menu
