"""A quiet table of which rows are picked: words that are asked for when they are seen, a sign for each class."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.data.days import date_text
from engine.data.samples import ROUNDING, Column
from gui import theme
from gui.i18n import MINUS, NONE, measure
from gui.plots.classes import class_sign

ROW_HEIGHT = 24
MEASURED = 60
"""Rows whose words are measured for the width of a column."""

MOST_IN_PLACES = 10_000
"""Below it numbers of a column have the same decimals; above they would be too long to read."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()


def value_text(column: Column, row: int | np.intp, digits: int) -> str:
    """One value of a column: its name, a date, a measure of so many digits, or a dash where it is missing."""
    value = column.values[row]
    if column.names:
        return column.names[int(value)] or NONE
    if column.date:
        return date_text(float(value)) or NONE
    decimals, value = column.decimals, float(value)
    if decimals and abs(value) < MOST_IN_PLACES and math.isclose(value, round(value, decimals), rel_tol=ROUNDING):
        return f"{value:.{decimals}f}".replace("-", MINUS)  # so that points stand below each other
    return measure(value, digits)


def measured(value: float, digits: int, date: bool) -> str:
    """A number in a column's units that need not be a value of it, such as its mean: the day of a date."""
    return date_text(value, whole=True) if date else measure(value, digits)


def exact(column: Column, row: int | np.intp) -> str:
    """One value for a file or another program: all digits, a point for decimals, nothing where it is missing."""
    value = column.values[row]
    if column.names:
        return column.names[int(value)]
    plain = float(value)
    if not math.isfinite(plain):
        return ""
    if column.date:
        return date_text(plain)
    return str(int(plain)) if plain.is_integer() and abs(plain) < 1e15 else repr(plain)


class RowsModel(QAbstractTableModel):
    """Rows under headings; a subclass tells words, signs and what is wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ratio = parent.devicePixelRatioF

    @abstractmethod
    def headings(self) -> Sequence[str]:
        """One for each column."""

    @abstractmethod
    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""

    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    def is_word(self, column: int) -> bool:
        """Whether a column holds words, which stand at the left."""
        return False

    def class_at(self, row: int, column: int) -> tuple[int, int] | None:
        """The class whose sign stands before the words, and among how many."""
        return None

    def is_wrong(self, row: int, column: int) -> bool:
        """Whether a cell stands out."""
        return False

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.count()

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.headings())

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return self.text(row, column)
            case Role.AccessibleTextRole:
                return f"{self.headings()[column]}: {self.text(row, column)}"
            case Role.TextAlignmentRole:
                return self._alignment(column)
            case Role.FontRole:
                return theme.body_font(theme.LABEL_PIXELS) if self.is_word(column) else theme.number_font()
            case Role.ForegroundRole if self.is_wrong(row, column):
                return QColor(theme.current().danger)
            case Role.DecorationRole if (known := self.class_at(row, column)) is not None:
                return class_sign(*known, self._ratio())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.headings()[section]
        return self._alignment(section) if role == Role.TextAlignmentRole else None

    def texts(self, rows: Sequence[int]) -> list[list[str]]:
        """Headings and some of the rows, as the clipboard takes them."""
        columns = range(len(self.headings()))
        return [list(self.headings()), *([self.text(row, column) for column in columns] for row in rows)]

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if self.is_word(column) else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


def deals_with(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """Whether the key was one of those for what is picked: Enter activates it, and whoever holds the view copies."""
    if event.matches(QKeySequence.StandardKey.Copy):
        event.ignore()
    elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and view.currentIndex().isValid():
        view.activated.emit(view.currentIndex())
    else:
        return False
    return True


class RowsTable(QTableView):
    """Rows that are picked whole, as wide as their words; Enter activates one, and whoever holds the table copies."""

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self.setProperty("role", "data")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumSize(40, 40)
        for mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.setModel(model)

    def fit_columns(self) -> None:
        """As wide as their words need."""
        self.resizeColumnsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter counts on every desktop as a double click does."""
        if not deals_with(self, event):
            super().keyPressEvent(event)


class SpreadTable(RowsTable):
    """One whose columns share the room that is left."""

    def fit_columns(self) -> None:
        super().fit_columns()
        header = self.horizontalHeader()
        spare = self.viewport().width() - header.length()
        if spare > 0 and header.count():
            share, rest = divmod(spare, header.count())
            for column in range(header.count()):
                self.setColumnWidth(column, self.columnWidth(column) + share + (rest if column == 0 else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
