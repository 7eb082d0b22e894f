"""The list of runs as a table, with a key for all that can be done with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu

from engine.runs.run import Run
from gui import theme
from gui.plots.rows import MEASURED, RowsTable
from gui.plots.runs.line import Line
from gui.plots.runs.list_model import FIGURES, IN_ORDER, Column, RunsModel
from gui.plots.runs.two_lines import BELOW, TwoLines
from gui.plots.runs.values import began_text
from gui.run_looks import SPINE, THICK

OWN_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_S)
"""Keys that mean a run here, whatever they mean elsewhere in the window."""


STAR_WIDTH, BESIDE_NAME, LEAST_NAME, USUAL_NAME = 22, 46, 80, 150
"""Pixels of the star's column, of tick and line before a name, and of a name's column: at least, and before others."""
ROW, USUAL, PADDING, BESIDE_HEADING = 36, "0.0000", 12, 8
"""Pixels of a row of two lines, a figure as wide as most, and pixels beside it and beside what stands above it."""
IN_NAMES = (Column.STAR, Column.EPOCHS, Column.ACCURACY)
"""Columns of which the names tell where there is no room for them."""
HEADER_STYLE = "QHeaderView::section { padding: 4px 3px; }"


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
        self.horizontalHeader().setStyleSheet(HEADER_STYLE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().sortIndicatorChanged.connect(self.fit_columns)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setIconSize(QSize(THICK, SPINE))
        self.setItemDelegate(TwoLines(self))
        model.dataChanged.connect(self._make_room)
        self.activated.connect(lambda index: self.opened.emit(self._lines.lines[index.row()].run))
        self.clicked.connect(self._press)

    def fit_columns(self) -> None:
        """Show what has room, the names and the loss first; what has no column for it, the name tells."""
        name, loss = self._needed(Column.NAME), self._needed(Column.LOSS)
        room = self.viewport().width() - loss
        left, widths = room - min(name, USUAL_NAME), {Column.LOSS: loss}
        for column in IN_ORDER:
            if self._lines.has_told(column):
                left -= (needed := self._needed(column))
                if left < 0:
                    break
                widths[column], room = needed, room - needed
        untold = [column for column in IN_NAMES if column not in widths and self._lines.has_told(column)]
        widths[Column.NAME] = max(LEAST_NAME, room if set(untold) - {Column.STAR} else min(name, room))
        for column in Column:
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._lines.tell_in_names(untold)
        if self.currentIndex().isValid() and self.isColumnHidden(self.currentIndex().column()):
            seen = self.currentIndex().siblingAtColumn(Column.NAME)
            self.selectionModel().setCurrentIndex(seen, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _needed(self, column: Column) -> int:
        """Pixels for all that a column says."""
        lines, rows = self._lines, range(min(MEASURED, self._lines.count()))
        plain, notes = QFontMetrics(theme.body_font(theme.LABEL_PIXELS)), QFontMetrics(theme.note_font())
        if column == Column.NAME:
            bold = QFontMetrics(theme.body_font(theme.LABEL_PIXELS, bold=True))
            names = (bold.horizontalAdvance(lines.text(row, column)) for row in rows)
            began = (notes.horizontalAdvance(began_text(line)) for line in lines.lines[:MEASURED])
            return BESIDE_NAME + max((*names, *began), default=0)
        below = [notes.horizontalAdvance(str(lines.data(lines.index(row, column), BELOW) or "")) for row in rows]
        if column == Column.STAR:
            return STAR_WIDTH
        heading = plain.horizontalAdvance(str(lines.headerData(column, Qt.Orientation.Horizontal)))
        words = plain if lines.is_word(column) else QFontMetrics(theme.number_font())
        texts = (words.horizontalAdvance(lines.text(row, column)) for row in rows)
        return max(BESIDE_HEADING + heading, PADDING + max((words.horizontalAdvance(USUAL), *texts, *below)))

    def _make_room(self, first: QModelIndex, last: QModelIndex) -> None:
        """Figures that have become longer than their column fit in again."""
        metrics = QFontMetrics(theme.number_font())
        for column in FIGURES:
            texts = (self._lines.text(row, column) for row in range(first.row(), last.row() + 1))
            longest = max(map(metrics.horizontalAdvance, texts), default=0)
            if not self.isColumnHidden(column) and PADDING + longest > self.columnWidth(column):
                self.fit_columns()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

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
        elif self.currentIndex().isValid():
            self._pick_current()
            act()

    def _pick_current(self) -> None:
        """The keyboard that has just come here means the run at which it stands."""
        if not self.picked and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._pick_current()
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu().popup(place)

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
