"""Who was taken for whom: a confusion matrix as a heat map with its counts, and the recall of each class."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.plots.cells import LINE, Cell, CellGrid
from gui.theme import NOTE_PIXELS, body_font, current, ink_on, number_font

Counts = NDArray[np.integer]

SOFTNESS = 0.5
"""How much of its full colour a cell takes on that holds all samples of its class, so that its count can be read."""
GAP = 6
"""Pixels between the cells and what stands beside them."""
NAMES_SHARE = 0.3
"""The share of the width that the names of the rows may take."""
FLATTEST = 2.5
"""How many times wider than high a cell may be."""


class ConfusionMatrix(CellGrid):
    """Actual classes by predicted ones: blue where they agree, orange where not, stronger for more of the row.

    The column behind the last class is the recall. `chosen` carries a Cell that was clicked, or chosen with Enter;
    `marked` is one whose samples are listed.
    """

    chosen = Signal(object)
    beside = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: Counts = np.zeros((0, 0), np.intp)
        self.marked: Cell | None = None

    def show_counts(self, classes: tuple[str, ...], counts: Counts) -> None:
        """Another matrix, (classes, classes)."""
        if len(classes) != len(self.names):
            self.point_at(None)
        self.names, self.counts = classes, counts
        self.update()

    def recall(self, actual: int) -> float:
        """The share of a class's samples that were found; NaN where it has none."""
        total = self.counts[actual].sum()
        return float(self.counts[actual, actual] / total) if total else np.nan

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    # Places

    def area(self) -> QRectF:
        names, numbers = QFontMetricsF(body_font(NOTE_PIXELS)), QFontMetricsF(number_font(NOTE_PIXELS))
        longest = max((names.horizontalAdvance(name) for name in self.names), default=0.0)
        left = min(longest, NAMES_SHARE * self.width()) + GAP
        recall = max(numbers.horizontalAdvance("100%"), names.horizontalAdvance(self.tr("recall")))
        width, height = self.width() - left - recall - GAP, max(1.0, self.height() - LINE)
        return QRectF(left, LINE, min(max(1.0, width), FLATTEST * height), height)

    def place_of(self, cell: Cell) -> QRectF:
        """The rectangle of a cell, or of a recall."""
        place = super().place_of(cell)
        if cell.column == len(self.names):
            place.moveLeft(place.left() + GAP)
            place.setRight(self.width())
        return place

    # Choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.cell_at(event.position()))
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.cell is not None:
            self._choose(self.cell)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell | None) -> None:
        """A recall stands for the samples that it counts."""
        if cell is not None:
            self.chosen.emit(Cell(cell.row, cell.row) if cell.column == len(self.names) else cell)

    def mark(self, cell: Cell | None) -> None:
        """Show that this cell's samples are listed, or none's."""
        if cell != self.marked:
            self.marked = cell
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.names:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cells(painter)
        self._paint_names(painter)
        self.paint_ring(painter, self.marked, current().text)
        self.paint_ring(painter, self.cell, current().accent)

    def _paint_cells(self, painter: QPainter) -> None:
        theme = current()
        shares = self.counts / np.maximum(1, self.counts.sum(axis=1, keepdims=True))
        painter.setFont(number_font(NOTE_PIXELS))
        metrics = QFontMetricsF(painter.font())
        for actual, row in enumerate(self.counts.tolist()):
            for predicted, count in enumerate(row):
                place = self.place_of(Cell(actual, predicted))
                share = SOFTNESS * float(shares[actual, predicted])
                color = theme.sign_color(share if actual == predicted else -share)
                painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5), color)
                fits = metrics.horizontalAdvance(str(count)) < place.width() and metrics.ascent() < place.height()
                if count and fits:
                    painter.setPen(ink_on(color))
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_names(self, painter: QPainter) -> None:
        """Classes to the left and above, as far as there is room, and each one's recall to the right."""
        names, area, count = body_font(NOTE_PIXELS), self.area(), len(self.names)
        shown = self.paint_row_names(painter, area.left() - GAP)
        metrics, middle = QFontMetricsF(names), Qt.AlignmentFlag.AlignCenter
        for index, name in enumerate(self.names):
            own = self.place_of(Cell(0, index))
            head = metrics.elidedText(name, Qt.TextElideMode.ElideRight, own.width() - 2)
            painter.drawText(QRectF(own.left(), 0, own.width(), LINE), middle, head)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        beside = self.place_of(Cell(0, count))
        painter.drawText(QRectF(beside.left(), 0, beside.width(), LINE), right, self.tr("recall"))
        painter.setFont(number_font(NOTE_PIXELS))
        for index in shown:
            share = self.recall(index)
            line = QRectF(
                beside.left(), self.place_of(Cell(index, count)).center().y() - LINE / 2, beside.width(), LINE
            )
            painter.drawText(line, right, "\N{EN DASH}" if np.isnan(share) else f"{share:.0%}")
