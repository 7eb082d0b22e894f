"""A square of coefficients from -1 to 1, blue and orange, with their numbers where they fit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.i18n import MINUS
from gui.plots.cells import LINE, Cell, CellGrid
from gui.theme import NOTE_PIXELS, STEPS, body_font, current, ink_on, number_font

GAP = 8
NAMES_SHARE, HEAD_SHARE = 0.24, 0.22
"""The shares of width and height that names may take at the left and above."""
FLATTEST = 1.8
"""How many times wider than high a cell may be."""
SOFTNESS = 0.7
"""How much of its full colour a cell takes on, so that its number can be read."""


class HeatMap(CellGrid):
    """Columns of the data against each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values: NDArray[np.floating] = np.zeros((0, 0))

    def show_values(self, names: tuple[str, ...], values: NDArray[np.floating]) -> None:
        """Another square, (names, names)."""
        self.point_at(None)
        self.names, self.values = names, values
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    # Places

    def area(self) -> QRectF:
        """Where the cells stand; above them the names are turned, as far as there is room."""
        metrics = QFontMetricsF(body_font(NOTE_PIXELS))
        longest = max((metrics.horizontalAdvance(name) for name in self.names), default=0.0)
        left = min(longest, NAMES_SHARE * self.width()) + GAP
        top = (min(longest, HEAD_SHARE * self.height()) if self._turned(left) else metrics.height()) + GAP
        height = max(1.0, self.height() - top - GAP)
        return QRectF(left, top, min(max(1.0, self.width() - left - GAP), FLATTEST * height), height)

    def _turned(self, left: float) -> bool:
        """Whether the longest name above a column would not fit over it."""
        metrics = QFontMetricsF(body_font(NOTE_PIXELS))
        longest = max((metrics.horizontalAdvance(name) for name in self.names), default=0.0)
        width = min(self.width() - left - GAP, FLATTEST * self.height())
        return longest > width / max(1, len(self.names)) - 4

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.names:
            return
        painter = QPainter(self)
        self._paint_cells(painter)
        self._paint_names(painter)
        self.paint_ring(painter, self.cell, current().accent)

    def _paint_cells(self, painter: QPainter) -> None:
        theme, count = current(), len(self.names)
        steps = np.round((np.nan_to_num(self.values) * SOFTNESS + 1) / 2 * (STEPS - 1)).astype(np.intp)
        colors = np.ascontiguousarray(theme.sign_ramp[steps])
        picture = QImage(colors.data, count, count, 3 * count, QImage.Format.Format_RGB888)
        painter.drawImage(self.area(), picture)
        size = self.place_of(Cell(0, 0))
        if size.width() > 12:
            painter.setPen(QPen(QColor(theme.panel), 1))
            for index in range(1, count):
                here = self.place_of(Cell(index, index))
                painter.drawLine(
                    QPointF(round(here.left()), size.top()), QPointF(round(here.left()), self.area().bottom())
                )
                painter.drawLine(
                    QPointF(size.left(), round(here.top())), QPointF(self.area().right(), round(here.top()))
                )
        painter.setFont(number_font(NOTE_PIXELS))
        metrics = QFontMetricsF(painter.font())
        if metrics.horizontalAdvance(f"{MINUS}0.00") + 2 > size.width() or metrics.height() > size.height():
            return
        for row in range(count):
            for column in range(count):
                place = self.place_of(Cell(row, column))
                painter.setPen(ink_on(QColor(*colors[row, column].tolist())))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, coefficient(float(self.values[row, column])))

    def _paint_names(self, painter: QPainter) -> None:
        area, size = self.area(), self.place_of(Cell(0, 0))
        self.paint_row_names(painter, area.left() - GAP)
        metrics, turned = QFontMetricsF(painter.font()), self._turned(area.left())
        every = max(1, int(np.ceil(metrics.ascent() / size.width()))) if turned else 1
        for column in range(0, len(self.names), every):
            own, name = self.place_of(Cell(0, column)), self.names[column]
            if not turned:
                head = QRectF(own.left(), 0, own.width(), area.top() - GAP / 2)
                painter.drawText(head, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, name)
                continue
            painter.save()
            painter.translate(own.center().x(), area.top() - GAP / 2)
            painter.rotate(-90)
            room = area.top() - GAP / 2
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            line = QRectF(0, -LINE / 2, room, LINE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
            painter.restore()


def coefficient(value: float) -> str:
    """Two digits, as more would be noise; a dash where there is none."""
    return "\N{EN DASH}" if np.isnan(value) else f"{value:.2f}".replace("-", MINUS)
