"""A small table of figures: their names, and a column of numbers for each part of the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from gui import theme
from gui.widgets.line_text import LineText

APART, GAP = 12, 6
"""Pixels between columns, and between the numbers of one figure and the name of the next below them."""
WIDEST = 460
"""Pixels between which a name and its numbers are still seen as one row."""


class Figure(NamedTuple):
    """One row: a name, a sentence about it, and its value in each column."""

    name: str
    help: str
    values: tuple[str, ...]


class FigureTable(QScrollArea):
    """Names to the left, numbers aligned to the right below their headings; scrolls where there is little room.

    Where names would be cut, each stands above its numbers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cells: list[list[QLabel | LineText]] = []
        self._stacked = False

    def set_figures(self, headings: tuple[str, ...], figures: Sequence[Figure]) -> None:
        """Show these; each figure has a value for every heading."""
        rows = [Figure("", "", headings), *figures]
        if [len(cells) for cells in self._cells] != [len(headings) + 1] * len(rows):
            self._make_cells(len(rows), len(headings) + 1)
        for cells, row in zip(self._cells, rows, strict=True):
            for cell, text in zip(cells, (row.name, *row.values), strict=True):
                cell.setText(text)
            for number in cells[1:]:
                number.setToolTip(row.help)
        self._arrange()

    def texts(self) -> list[list[str]]:
        """What is shown, row by row, beginning with the headings."""
        return [[cell.text() for cell in cells] for cells in self._cells]

    def _make_cells(self, rows: int, columns: int) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 2, 8, 2)
        self._grid.setHorizontalSpacing(APART)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._cells = [[self._cell(row, column) for column in range(columns)] for row in range(rows)]
        self._place()
        self.setWidget(content)

    def _place(self) -> None:
        """A line for each figure, or one for its name and one for its numbers."""
        lines = 2 if self._stacked else 1
        self._grid.setVerticalSpacing(0 if self._stacked else 4)
        for row, (name, *values) in enumerate(self._cells):
            self._grid.addWidget(name, lines * row, 0, 1, len(values) + 1 if self._stacked and row else 1)
            name.setFixedHeight(name.sizeHint().height())
            for column, value in enumerate(values, 1):
                value.setContentsMargins(0, 0, 0, GAP if self._stacked else 0)
                self._grid.addWidget(value, lines * row + (lines - 1 if row else 0), column)

    def _arrange(self) -> None:
        """Stack names and numbers where there is no room for both side by side."""
        columns = list(zip(*self._cells, strict=True))
        needed = max((cell.fontMetrics().horizontalAdvance(cell.text()) for cell in columns[0]), default=0)
        needed += sum(APART + max(cell.sizeHint().width() for cell in column) for column in columns[1:])
        stacked = needed + self._grid.contentsMargins().right() > self.viewport().width()
        if stacked != self._stacked:
            self._stacked = stacked
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cells:
            self._arrange()

    def _cell(self, row: int, column: int) -> QLabel | LineText:
        """Quiet words in the first row and column, as far as there is room for them, and numbers elsewhere."""
        if not column:
            return LineText("label")
        cell = QLabel()
        cell.setAlignment(Qt.AlignmentFlag.AlignRight)
        if row:
            cell.setFont(theme.number_font())
        else:
            cell.setProperty("role", "label")
        return cell
