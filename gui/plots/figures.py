"""A small table of figures: their names, and a column of numbers for each part of the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from gui import theme
from gui.widgets.line_text import LineText

WIDEST = 460
"""Pixels between which a name and its numbers are still seen as one row."""
NAME, LONGEST = 50, 72
"""What a name needs at least, so that its beginning tells which figure it is, and how much is kept free for a long one
before all is written smaller."""
CLOSE, APART = 5, 12
"""Pixels between columns, where there is little room and else."""


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
        self._grid: QGridLayout | None = None
        self._is_close = False

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
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where names would have no room beside the numbers, all is written smaller and closer together."""
        if self._grid is None:
            return
        heading, figure = (
            QFontMetrics(theme.body_font(theme.LABEL_PIXELS)),
            QFontMetrics(theme.number_font(theme.BODY_PIXELS)),
        )
        numbers = 0
        for first, *others in zip(*(cells[1:] for cells in self._cells), strict=True):
            widths = [heading.horizontalAdvance(first.text()), *(figure.horizontalAdvance(it.text()) for it in others)]
            numbers += max(widths) + APART
        names = max(heading.horizontalAdvance(cells[0].text()) for cells in self._cells)
        is_close = self.viewport().width() < max(NAME, min(names, LONGEST)) + numbers
        if is_close != self._is_close:
            self._is_close = is_close
            self._dress()
            self._grid.activate()
            content = self._grid.parentWidget()
            assert content is not None
            given = self.viewport().size().expandedTo(content.minimumSizeHint())
            content.resize(given.boundedTo(content.maximumSize()))

    def _dress(self) -> None:
        assert self._grid is not None
        self._grid.setHorizontalSpacing(CLOSE if self._is_close else APART)
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                is_number = row > 0 and column > 0
                if is_number:
                    cell.setFont(theme.number_font())
                small, large = ("small", "") if is_number else ("note", "label")
                cell.setProperty("role", small if self._is_close else large)
                cell.style().unpolish(cell)
                cell.style().polish(cell)

    def texts(self) -> list[list[str]]:
        """What is shown, row by row, beginning with the headings."""
        return [[cell.text() for cell in cells] for cells in self._cells]

    def _make_cells(self, rows: int, columns: int) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        self._grid = grid = QGridLayout(content)
        grid.setContentsMargins(0, 2, 2, 2)
        grid.setColumnMinimumWidth(0, NAME)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._cells = [[self._cell(column) for column in range(columns)] for _ in range(rows)]
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
        self.setWidget(content)
        self._dress()

    def _cell(self, column: int) -> QLabel | LineText:
        """Names in the first column, as far as there is room for them."""
        if not column:
            return LineText("label")
        cell = QLabel()
        cell.setAlignment(Qt.AlignmentFlag.AlignRight)
        return cell
