"""The dotted background: one row of dots, made once for each zoom, is laid down row by row."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from gui.canvas.geometry import DOTS
from gui.canvas.inks import Inks, blend

FADED, FULL = 0.35, 0.7
"""Scales at which the dots are gone and at which they are all there."""


class DotGrid:
    """Paints in pixels, so that every dot is sharp."""

    def __init__(self) -> None:
        self._row: QPixmap | None = None
        self._key: tuple[float, ...] = ()

    def paint(self, painter: QPainter, rect: QRectF, inks: Inks) -> None:
        """Fill a rectangle of the scene."""
        painter.fillRect(rect, inks.canvas)
        transform = painter.worldTransform()
        scale = transform.m11()
        strength = min(max((scale - FADED) / (FULL - FADED), 0.0), 1.0)
        if strength == 0.0:
            return
        painter.save()
        painter.resetTransform()
        pixels = transform.mapRect(rect)
        step = DOTS * scale
        row = self._dots(painter, pixels, transform, step, blend(inks.theme.canvas, inks.theme.grid, strength))
        first = math.floor((pixels.top() - transform.dy()) / step)
        last = math.ceil((pixels.bottom() - transform.dy()) / step)
        for number in range(first, last + 1):
            painter.drawPixmap(QPointF(math.floor(pixels.left()), round(transform.dy() + number * step)), row)
        painter.restore()

    def _dots(self, painter: QPainter, pixels: QRectF, transform: QTransform, step: float, color: QColor) -> QPixmap:
        left, width = math.floor(pixels.left()), math.ceil(pixels.width()) + 2
        ratio = painter.device().devicePixelRatioF()
        key = left, width, transform.dx(), step, ratio, color.rgb()
        if self._row is None or key != self._key:
            self._key = key
            self._row = QPixmap(math.ceil(width * ratio), math.ceil(2 * ratio))
            self._row.setDevicePixelRatio(ratio)
            self._row.fill(Qt.GlobalColor.transparent)
            brush = QPainter(self._row)
            dot = 1.5 if ratio > 1 else 2.0
            first = math.floor((left - transform.dx()) / step)
            last = math.ceil((left + width - transform.dx()) / step)
            for number in range(first, last):
                x = round((transform.dx() + number * step - left) * ratio) / ratio
                brush.fillRect(QRectF(x, 0, dot, dot), color)
            brush.end()
        return self._row
