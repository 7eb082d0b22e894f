"""A small pad on which one picture is drawn, shown as the network sees it: in its own few pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.shapes import Shape
from gui.plots.pictures import paint_picture, picture
from gui.theme import current

Array = NDArray[np.floating]

FINE = 160
"""Points along the longer side on which strokes are drawn, before they are averaged over each pixel."""
BRUSH, THINNEST = 0.05, 0.75
"""Radius of a stroke as a share of the shorter side, and in the picture's pixels at least: as thick as digits are."""
RUBBER = 2.0
"""How many times as thick the eraser is."""
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
PAINTING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
ERASING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class Pad(QWidget):
    """The left button draws, the right one erases; with the keyboard the arrows choose a pixel, the space bar fills it
    and Backspace empties it. `edited` tells that `values` have changed.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.erases = False
        self.cursor_cell = (0, 0)
        self._paper, self._ink = 0.0, 1.0
        self._last: QPointF | None = None
        self.set_shape((8, 8, 1), 0.0, 1.0, ink_is_high=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_shape(self, shape: Shape, low: float, high: float, ink_is_high: bool) -> None:
        """Pictures of this size, from `low`, which is black, to `high`; an empty one."""
        self.shape, self._span = shape, (low, high)
        self._paper, self._ink = (low, high) if ink_is_high else (high, low)
        self._points = max(1, math.ceil(FINE / max(shape[:2])))
        self.clear()

    def clear(self) -> None:
        """Empty the pad; emits nothing."""
        height, width, channels = self.shape
        self._fine = np.full((height * self._points, width * self._points, channels), self._paper)
        self.update()

    @property
    def values(self) -> Array:
        """The picture (height, width, channels): each pixel the mean of what is drawn on it."""
        height, width, channels = self.shape
        blocks = self._fine.reshape(height, self._points, width, self._points, channels)
        means: Array = blocks.mean(axis=(1, 3))
        return means

    def set_values(self, values: Array) -> None:
        """Show another picture; emits nothing."""
        squares = values.reshape(self.shape)
        self._fine = np.repeat(np.repeat(squares, self._points, axis=0), self._points, axis=1).astype(np.float64)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 72)

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def area(self) -> QRectF:
        """Where the picture stands."""
        height, width = self.shape[:2]
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    @property
    def radius(self) -> float:
        """That of a stroke, in pixels of the picture."""
        return max(THINNEST, BRUSH * min(self.shape[:2]))

    # Drawing

    def stroke(self, start: QPointF, end: QPointF, erases: bool) -> None:
        """Draw from one place of the widget to another."""
        area, (rows, columns) = self.area(), self._fine.shape[:2]
        scale, corner = rows / area.height(), area.topLeft()
        a, b = (np.array([(at - corner).y() * scale, (at - corner).x() * scale]) for at in (start, end))
        radius = self.radius * self._points * (RUBBER if erases else 1.0)
        y, x = np.ogrid[:rows, :columns]
        along = b - a
        length = float(along @ along)
        share = ((y + 0.5 - a[0]) * along[0] + (x + 0.5 - a[1]) * along[1]) / length if length else np.zeros(1)
        share = np.clip(share, 0, 1)
        distance = np.hypot(y + 0.5 - a[0] - share * along[0], x + 0.5 - a[1] - share * along[1])
        self._fine[distance <= radius] = self._paper if erases else self._ink
        self.update()
        self.edited.emit()

    def fill_cell(self, erases: bool) -> None:
        """Fill or empty the pixel that the arrow keys have chosen."""
        row, column = (part * self._points for part in self.cursor_cell)
        self._fine[row : row + self._points, column : column + self._points] = self._paper if erases else self._ink
        self.update()
        self.edited.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last = event.position()
        self._draw_to(event.position(), event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is not None:
            self._draw_to(event.position(), bool(event.buttons() & Qt.MouseButton.RightButton))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def contextMenuEvent(self, event: object) -> None:
        """The right button erases here."""

    def _draw_to(self, place: QPointF, erases: bool) -> None:
        self.stroke(self._last or place, place, erases or self.erases)
        self._last = place

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Claim the keys that draw before the window does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*PAINTING, *ERASING, *STEPS)
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            moved = zip(self.cursor_cell, STEPS[key], self.shape[:2], strict=True)
            row, column = (min(max(place + step, 0), end - 1) for place, step, end in moved)
            self.cursor_cell = row, column
            self.update()
        elif key in PAINTING or key in ERASING:
            self.fill_cell(key in ERASING or self.erases)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, area = QPainter(self), current(), self.area()
        paint_picture(painter, picture(self.values, self.shape, *self._span), area)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.hairline), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus() and self._last is None:
            height, width = area.height() / self.shape[0], area.width() / self.shape[1]
            row, column = self.cursor_cell
            painter.drawRect(QRectF(area.left() + column * width, area.top() + row * height, width, height))
