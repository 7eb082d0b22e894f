"""All samples as rows of a table, read from their arrays cell by cell as they come into view."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from engine.data.samples import Column, Indices, Samples
from gui.i18n import grouped
from gui.plots.rows import RowsModel, exact, value_text

DIGITS = 6
UPWARDS, DOWNWARDS = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"


class SampleModel(RowsModel):
    """The samples at `rows`, in that order; the first column is a sample's number among all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.rows: Indices = np.arange(0)
        self.sorted: tuple[int, bool] = (-1, False)
        self._headings: tuple[str, ...] = ()
        self._classes: Column | None = None

    def show(self, samples: Samples | None, rows: Indices, by: tuple[int, bool] = (-1, False)) -> None:
        """Others, or none; `by` is the column after which they are sorted, and whether downwards."""
        self.beginResetModel()
        self.rows, self.sorted = rows, by
        self.columns = samples.columns if samples is not None else ()
        self._headings = ("#", *(column.name for column in self.columns)) if samples is not None else ()
        self._classes = samples.answers[0] if samples is not None and samples.classes else None
        self.endResetModel()

    def written(self, row: int) -> list[str]:
        """A row for a file or another program: all digits, points for decimals, nothing where a value is missing."""
        sample = self.rows[row]
        return [str(int(sample) + 1), *(exact(column, sample) for column in self.columns)]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """With an arrow at the column after which rows are sorted, and the whole name as a tooltip."""
        heading = super().headerData(section, orientation, Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.DisplayRole and heading is not None and section == self.sorted[0]:
            return f"{DOWNWARDS if self.sorted[1] else UPWARDS} {heading}"
        return heading if role == Qt.ItemDataRole.ToolTipRole else super().headerData(section, orientation, role)

    # What RowsModel asks

    def headings(self) -> Sequence[str]:
        return self._headings

    def count(self) -> int:
        return len(self.rows)

    def is_word(self, column: int) -> bool:
        return column > 0 and bool(self.columns[column - 1].names)

    def class_at(self, row: int, column: int) -> tuple[int, int] | None:
        known = self._classes if column and self.columns[column - 1] is self._classes else None
        return (int(known.values[self.rows[row]]), len(known.names)) if known is not None else None

    def text(self, row: int, column: int) -> str:
        sample = self.rows[row]
        if not column:
            return grouped(int(sample) + 1)
        return value_text(self.columns[column - 1], sample, DIGITS)
