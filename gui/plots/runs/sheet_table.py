"""The table of a sheet, in which no column ends at the edge of the view: figures that are cut read as others."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from gui.plots.rows import ROW_HEIGHT, RowsModel, RowsTable

WIDEST = 170
"""Pixels of a column behind the first, whatever it is called."""
ABOVE_AND_BELOW = 6
"""Pixels that a row has beside its lines of words."""
HEADING = 56
"""Pixels that the swatch of a run and a few letters of its name take."""
BESIDE = 2
"""Columns that are seen beside each other at least, however narrow that makes them."""


class SheetTable(RowsTable):
    """Columns as wide as their words; where these have no room, at the cost of the headings, which are cut, if that
    lets all be seen beside each other, or else all of one width of which the view holds so many.

    Words that are longer take another line. It scrolls by columns, so that they fill the view wherever it stands.
    """

    def __init__(self, model: RowsModel) -> None:
        super().__init__(model)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerItem)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the number of a run stands at the end

    def fit_columns(self) -> None:
        super().fit_columns()
        first, *others = [self.columnWidth(column) for column in range(self.model().columnCount())] or [0]
        others = [min(WIDEST, width) for width in others]
        room = self.viewport().width()
        share = (room - first) // max(1, len(others))
        if others and first + sum(others) > room and share >= self._least():
            others, first = [share] * len(others), room - share * len(others)
        elif others and first + sum(others) > room > 0:
            count = min(max(BESIDE, room // max(others)), len(others) + 1)
            each = room // count
            first = each * min(math.ceil(first / each), count - 1) + room % count
            others = [each] * len(others)
        for column, width in enumerate((first, *others)):
            self.setColumnWidth(column, width)
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, max(ROW_HEIGHT, self.sizeHintForRow(row) + ABOVE_AND_BELOW))

    def _least(self) -> int:
        """How wide figures are, and what is left of a heading by which it is known."""
        cells = (self.sizeHintForColumn(column) for column in range(1, self.model().columnCount()))
        return max(HEADING, *cells)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
