"""All samples as rows of a table, read from their arrays cell by cell as they come into view."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from engine.data.samples import Column, Indices, Samples
from gui import theme
from gui.class_looks import class_colors, class_shapes
from gui.i18n import grouped, number

SIGN = 12
"""Pixels of the square in which the sign of a class stands."""
DIGITS = 6
UPWARDS, DOWNWARDS = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class SampleModel(QAbstractTableModel):
    """The samples at `rows`, in that order; the first column is a sample's number among all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.samples: Samples | None = None
        self.columns: tuple[Column, ...] = ()
        self.rows: Indices = np.arange(0)
        self.sorted: tuple[int, bool] = (-1, False)
        self._kind = -1

    def show(self, samples: Samples | None, rows: Indices, by: tuple[int, bool] = (-1, False)) -> None:
        """Others, or none; `by` is the column after which they are sorted, and whether downwards."""
        self.beginResetModel()
        self.samples, self.rows, self.sorted = samples, rows, by
        self.columns = samples.columns if samples is not None else ()
        self._kind = len(samples.features) + 1 if samples is not None and samples.classes else -1
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.samples is None else len(self.columns) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Role.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Role.FontRole:
            number_like = self._is_number(index.column())
            return theme.number_font() if number_like else theme.body_font(theme.LABEL_PIXELS)
        if role == Role.DecorationRole and index.column() == self._kind:
            column = self.columns[self._kind - 1]
            return class_sign(int(column.values[self.rows[index.row()]]), len(column.names), theme.current().name)
        if role == Role.AccessibleTextRole:
            return f"{self.heading(index.column())}: {self._text(index.row(), index.column())}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole and section == self.sorted[0]:
            return f"{DOWNWARDS if self.sorted[1] else UPWARDS} {self.heading(section)}"
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.heading(section)
        return self._alignment(section) if role == Role.TextAlignmentRole else None

    def heading(self, section: int) -> str:
        """What a column is called."""
        return self.columns[section - 1].name if section else "#"

    def written(self, row: int) -> list[str]:
        """A row for a file or another program: all digits, points for decimals, nothing where a value is missing."""
        sample = self.rows[row]
        return [str(int(sample) + 1), *(_exact(column, sample) for column in self.columns)]

    def _is_number(self, section: int) -> bool:
        return not section or not self.columns[section - 1].names

    def _text(self, row: int, section: int) -> str:
        sample = self.rows[row]
        if not section:
            return grouped(int(sample) + 1)
        column = self.columns[section - 1]
        value = column.values[sample]
        return column.names[int(value)] if column.names else number(float(value), DIGITS)

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._is_number(section) else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def _exact(column: Column, sample: np.intp) -> str:
    value = column.values[sample]
    if column.names:
        return column.names[int(value)]
    plain = float(value)
    if not math.isfinite(plain):
        return ""
    return str(int(plain)) if plain.is_integer() and abs(plain) < 1e15 else repr(plain)


@cache
def class_sign(kind: int, classes: int, _theme: str) -> QPixmap:
    """A class's shape in its colour; one picture for all who ask in one theme."""
    shape = class_shapes(classes)[kind]
    scale = 2
    pixmap = QPixmap(SIGN * scale, SIGN * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(SIGN / 2, SIGN / 2))
    painter.scale(shape.size, shape.size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(class_colors(classes, theme.current())[kind]))
    painter.drawPath(Symbols[shape.symbol])
    painter.end()
    return pixmap
