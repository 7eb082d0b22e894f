"""One small chart among several with the same axes: how the loss of one variant falls."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.plots.log_scale import drawn
from gui.plots.ticks import linear_ticks, log_ticks, tick_text
from gui.theme import NOTE_PIXELS, current, number_font
from gui.widgets.focus_ring import paint_focus

Array = NDArray[np.float64]
Range = tuple[float, float]

LEFT, BELOW, ABOVE, RIGHT = 38, 16, 6, 6
"""Pixels around the curves for the numbers of the axes."""
TICK_ROOM = (30, 32)
"""Pixels that a number of the vertical and of the horizontal axis needs."""
FEW = 100
"""Points up to which a curve is drawn with a pen that is wider than a pixel, which is slow."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class SmallChart(QWidget):
    """Two curves over epochs, for training and validation; `pointed` carries the epoch under the mouse, or None.

    With the focus, the arrow keys walk through the epochs.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(72, 60)
        self.epochs: Array = np.empty(0)
        self.curves: tuple[Array, ...] = ()
        self.across: Range = (0.0, 1.0)
        self.upright: Range = (0.0, 1.0)
        self.logarithmic = False
        self.epoch: int | None = None

    def sizeHint(self) -> QSize:
        return QSize(200, 120)

    def show_curves(self, epochs: Array, curves: tuple[Array, ...], x: Range, y: Range, logarithmic: bool) -> None:
        """Draw these, training first, within ranges that all charts have; `y` in powers of ten where logarithmic."""
        self.epochs, self.curves, self.logarithmic = epochs, curves, logarithmic
        self.across, self.upright = x, y
        self.update()

    def point_out(self, epoch: int | None) -> None:
        """Mark this epoch, or none."""
        if epoch != self.epoch:
            self.epoch = epoch
            self.update()

    # Places

    def area(self) -> QRectF:
        """Where the curves stand."""
        return QRectF(self.rect()).adjusted(LEFT, ABOVE, -RIGHT, -BELOW)

    def place(self, epoch: float, drawn: float) -> QPointF:
        """The point of a value, as it is drawn, at an epoch."""
        (x,), (y,) = self._pixels(np.array([epoch]), np.array([drawn]))
        return QPointF(x, y)

    def _pixels(self, epochs: Array, drawn: Array) -> tuple[Array, Array]:
        area = self.area()
        across = (epochs - self.across[0]) / max(1e-12, self.across[1] - self.across[0])
        up = (drawn - self.upright[0]) / max(1e-12, self.upright[1] - self.upright[0])
        return area.left() + across * area.width(), area.bottom() - up * area.height()

    def _epoch_at(self, place: QPointF) -> int | None:
        area = self.area()
        if not len(self.epochs) or not area.adjusted(-4, -4, 4, 4).contains(place):
            return None
        epoch = self.across[0] + (place.x() - area.left()) / area.width() * (self.across[1] - self.across[0])
        return int(min(max(1, round(epoch)), self.epochs[-1]))

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self._epoch_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not len(self.epochs):
            super().keyPressEvent(event)
            return
        last = int(self.epochs[-1])
        self.pointed.emit(min(max(1, (self.epoch or last + (step < 0)) + step), last))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), self.area()
        painter = QPainter(self)
        self._paint_axes(painter, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area.adjusted(-1, -2, 2, 1))
        for curve, color in zip(self.curves, (theme.accent, theme.negative), strict=False):
            painter.setPen(QPen(QColor(color), 1.5 if len(curve) <= FEW else 1))
            painter.drawPath(self._line(curve))
        if self.epoch is not None:
            painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
            x = self.place(self.epoch, 0).x()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setClipping(False)
        if self.hasFocus():
            paint_focus(painter, self)

    def _line(self, curve: Array) -> QPainterPath:
        """The curve with gaps where nothing can be drawn, and as many points as there are pixels."""
        x, y = thinned(self.epochs, drawn(curve, self.logarithmic), max(2, int(self.area().width())))
        across, up = self._pixels(x, y)
        if len(across) == 1:
            across, up = across[0] + np.array([0.0, 3.0]), np.repeat(up, 2)  # an epoch alone becomes a dash
        return pg.arrayToQPath(across, up, connect="finite")

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        theme = current()
        painter.setFont(number_font(NOTE_PIXELS - 1))
        most_up, most_across = int(area.height() // TICK_ROOM[0]), int(area.width() // TICK_ROOM[1])
        ticks = log_ticks(*self.upright, most_up) if self.logarithmic else linear_ticks(*self.upright, most_up)
        for tick in ticks:
            y = round(self.place(0, tick).y())
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.muted))
            box = QRectF(0, y - 8, area.left() - 5, 16)
            text = tick_text(10**tick if self.logarithmic else tick)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QColor(theme.muted))
        for tick in linear_ticks(*self.across, most_across, whole=True):
            box = QRectF(self.place(tick, 0).x() - 30, area.bottom() + 2, 60, BELOW - 2)
            box.moveRight(min(box.right(), self.width() + 22.0))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tick_text(tick))


def thinned(x: Array, y: Array, most: int) -> tuple[Array, Array]:
    """At most about twice so many points: of each stretch the least and the largest, in their order."""
    if len(x) <= 2 * most:
        return x, y
    size = math.ceil(len(x) / most)
    end = len(x) // size * size
    parts = np.nan_to_num(y[:end], nan=np.inf).reshape(-1, size)
    chosen = np.sort(np.stack([parts.argmin(axis=1), parts.argmax(axis=1)], axis=1), axis=1)
    places = (chosen + size * np.arange(len(parts))[:, None]).reshape(-1)
    places = np.concatenate([places, np.arange(end, len(x))])
    return x[places], y[places]
