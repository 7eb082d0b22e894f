"""A square of coefficients from -1 to 1, blue and orange, with their numbers where they fit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.i18n import MINUS
from gui.theme import NOTE_PIXELS, STEPS, body_font, current, number_font

GAP = 8
NAMES_SHARE, HEAD_SHARE = 0.24, 0.22
"""The shares of width and height that names may take at the left and above."""
FLATTEST = 1.8
"""How many times wider than high a cell may be."""
SOFTNESS = 0.7
"""How much of its full colour a cell takes on, so that its number can be read."""
MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}

Cell = tuple[int, int]


class HeatMap(QWidget):
    """`pointed` carries the (row, column) under the mouse or chosen by the arrow keys, or None."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names: tuple[str, ...] = ()
        self.values: NDArray[np.floating] = np.zeros((0, 0))
        self.cell: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, names: tuple[str, ...], values: NDArray[np.floating]) -> None:
        """Another square, (names, names)."""
        self._point_at(None)
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

    def place_of(self, cell: Cell) -> QRectF:
        """The rectangle of a cell."""
        area, count = self.area(), max(1, len(self.names))
        width, height = area.width() / count, area.height() / count
        return QRectF(area.left() + cell[1] * width, area.top() + cell[0] * height, width, height)

    def cell_at(self, place: QPointF) -> Cell | None:
        """The cell at a place of the widget."""
        area, count = self.area(), len(self.names)
        if not count or not area.contains(place):
            return None
        row = int((place.y() - area.top()) / (area.height() / count))
        column = int((place.x() - area.left()) / (area.width() / count))
        return min(row, count - 1), min(column, count - 1)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.cell is None and self.names and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._point_at((0, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = MOVES.get(Qt.Key(event.key()))
        if step is None or not self.names:
            super().keyPressEvent(event)
            return
        last, (row, column) = len(self.names) - 1, self.cell or (0, 0)
        self._point_at((min(max(row + step[0], 0), last), min(max(column + step[1], 0), last)))

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self.cell:
            self.cell = cell
            self.pointed.emit(cell)
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.names:
            return
        painter = QPainter(self)
        self._paint_cells(painter)
        self._paint_names(painter)
        if self.cell is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.place_of(self.cell).adjusted(1, 1, -1, -1), 2, 2)

    def _paint_cells(self, painter: QPainter) -> None:
        theme, count = current(), len(self.names)
        steps = np.round((np.nan_to_num(self.values) * SOFTNESS + 1) / 2 * (STEPS - 1)).astype(np.intp)
        colors = np.ascontiguousarray(theme.sign_ramp[steps])
        picture = QImage(colors.data, count, count, 3 * count, QImage.Format.Format_RGB888)
        painter.drawImage(self.area(), picture)
        size = self.place_of((0, 0))
        if size.width() > 12:
            painter.setPen(QPen(QColor(theme.panel), 1))
            for index in range(1, count):
                here = self.place_of((index, index))
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
        painter.setPen(QColor(theme.text))
        for row in range(count):
            for column in range(count):
                place = self.place_of((row, column))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, coefficient(float(self.values[row, column])))

    def _paint_names(self, painter: QPainter) -> None:
        font = body_font(NOTE_PIXELS)
        metrics, area = QFontMetricsF(font), self.area()
        painter.setFont(font)
        painter.setPen(QColor(current().muted))
        size = self.place_of((0, 0))
        turned = self._turned(area.left())
        rows = max(1, int(np.ceil(metrics.ascent() / size.height())))
        columns = max(1, int(np.ceil(metrics.ascent() / size.width()))) if turned else 1
        elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        for index, name in enumerate(self.names):
            own = self.place_of((index, index))
            if index % rows == 0:
                line = QRectF(0, own.center().y() - 8, area.left() - GAP, 16)
                painter.drawText(
                    line, middle | Qt.AlignmentFlag.AlignRight, metrics.elidedText(name, elide, line.width())
                )
            if index % columns:
                continue
            if turned:
                painter.save()
                painter.translate(own.center().x(), area.top() - GAP / 2)
                painter.rotate(-90)
                room = area.top() - GAP / 2
                text = metrics.elidedText(name, elide, room)
                painter.drawText(QRectF(0, -8, room, 16), middle | Qt.AlignmentFlag.AlignLeft, text)
                painter.restore()
            else:
                head = QRectF(own.left(), 0, own.width(), area.top() - GAP / 2)
                painter.drawText(head, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, name)


def coefficient(value: float) -> str:
    """Two digits, as more would be noise; a dash where there is none."""
    return "\N{EN DASH}" if np.isnan(value) else f"{value:.2f}".replace("-", MINUS)
