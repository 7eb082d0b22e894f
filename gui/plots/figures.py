"""A small table of figures: their names, and a column of numbers for each part of the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from gui import theme
from gui.widgets.line_text import LineText

WIDEST = 460
"""Pixels between which a name and its numbers are still seen as one row."""


class Figure(NamedTuple):
    """One row: a name, a sentence about it, and its value in each column."""

    name: str
    help: str
    values: tuple[str, ...]


class FigureTable(QScrollArea):
    """Names to the left, numbers aligned to the right below their headings; scrolls where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cells: list[list[QLabel | LineText]] = []

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

    def texts(self) -> list[list[str]]:
        """What is shown, row by row, beginning with the headings."""
        return [[cell.text() for cell in cells] for cells in self._cells]

    def _make_cells(self, rows: int, columns: int) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 2, 8, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._cells = [[self._cell(row, column) for column in range(columns)] for row in range(rows)]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
        self.setWidget(content)

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
