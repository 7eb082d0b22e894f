"""Cells in rows and columns that have the same names; one of them is pointed at, by the mouse or by the arrow keys."""

from __future__ import annotations

from abc import abstractmethod
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import NOTE_PIXELS, body_font, current

LINE = 16
"""Pixels of a line of words."""
STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class Cell(NamedTuple):
    """A place in the grid."""

    row: int
    column: int


class CellGrid(QWidget):
    """A subclass says where the cells stand and paints them.

    `pointed` carries the Cell under the mouse or, while the grid has the focus, the one that the arrow keys have
    chosen; None when there is none.
    """

    pointed = Signal(object)
    beside = 0
    """Columns behind those that have names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.cell: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # Places

    @abstractmethod
    def area(self) -> QRectF:
        """Where the cells stand, without names and what is beside them."""

    def place_of(self, cell: Cell) -> QRectF:
        """The rectangle of a cell."""
        area, count = self.area(), max(1, len(self.names))
        width, height = area.width() / count, area.height() / count
        return QRectF(area.left() + cell.column * width, area.top() + cell.row * height, width, height)

    def cell_at(self, place: QPointF) -> Cell | None:
        """The cell at a place of the widget."""
        area, count = self.area(), len(self.names)
        if not count:
            return None
        row = int((place.y() - area.top()) // (area.height() / count))
        column = int((place.x() - area.left()) // (area.width() / count))
        if self.beside:
            column = min(column, count + self.beside - 1)
        return Cell(row, column) if 0 <= row < count and 0 <= column < count + self.beside else None

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point_at(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cell is None and self.names and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.point_at(Cell(0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self.names:
            super().keyPressEvent(event)
            return
        last, cell = len(self.names) - 1, self.cell or Cell(0, 0)
        row, column = cell.row + step[0], cell.column + step[1]
        self.point_at(Cell(min(max(row, 0), last), min(max(column, 0), last + self.beside)))

    def point_at(self, cell: Cell | None) -> None:
        """Have this cell, or none, pointed at."""
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit(cell)
            self.update()

    # Painting

    def paint_row_names(self, painter: QPainter, right: float) -> list[int]:
        """Names that end at `right`, as many as there is room for; these rows come back."""
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(current().muted))
        metrics = QFontMetricsF(painter.font())
        every = max(1, int(np.ceil(metrics.ascent() / self.place_of(Cell(0, 0)).height())))
        shown = list(range(0, len(self.names), every))
        for row in shown:
            line = QRectF(0, self.place_of(Cell(row, 0)).center().y() - LINE / 2, right, LINE)
            name = metrics.elidedText(self.names[row], Qt.TextElideMode.ElideRight, right)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        return shown

    def paint_ring(self, painter: QPainter, cell: Cell | None, color: str) -> None:
        """A line around a cell that is there."""
        if cell is not None and self.names and max(cell) < len(self.names) + self.beside:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(color), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.place_of(cell).adjusted(1, 1, -1, -1), 2, 2)
