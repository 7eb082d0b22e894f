"""The numbers that are written into neurons from near by."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from gui import theme
from gui.canvas.layer_picture import Column
from gui.i18n import MINUS, number

Array = NDArray[np.floating]

TOLD = 15.0
"""From this radius in pixels on a neuron has its number written into it."""
PIXELS = 7
BRIGHT = 0.3
"""From this luminance of a neuron on writing is dark."""
LIGHT_WRITING, DARK_WRITING = QColor("#FFFFFF"), QColor("#1B2230")


class NeuronNumbers(QGraphicsRectItem):
    """One number a neuron; hidden, and so no work to anybody, while the neurons are small on screen."""

    def __init__(self, column: Column, parent: QGraphicsItem) -> None:
        super().__init__(column.rect.adjusted(-column.radius, 0, column.radius, 0), parent)
        self._column = column
        self._centres = [column.centre(unit) for unit in range(column.count)] if not column.is_strip else []
        self._values: Array | None = None
        self._image = QImage()
        self._font = theme.number_font(PIXELS)
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.hide()

    def look_from(self, scale: float) -> None:
        """The view shows the neurons at this scale."""
        self.setVisible(bool(self._centres) and self._column.radius * scale >= TOLD)

    def take(self, values: Array | None, image: QImage) -> None:
        """What is written, and the colours on which it is."""
        self._values, self._image = values, image
        if self.isVisible():
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._values is None:
            return
        painter.setFont(self._font)
        radius, seen = self._column.radius, option.exposedRect
        for unit, (value, centre) in enumerate(zip(self._values.tolist(), self._centres, strict=True)):
            room = QRectF(centre.x() - 2 * radius, centre.y() - radius, 4 * radius, 2 * radius)
            if room.intersects(seen):
                bright = _luminance(self._color(unit)) > BRIGHT
                painter.setPen(DARK_WRITING if bright else LIGHT_WRITING)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _short(value))

    def _color(self, unit: int) -> QColor:
        """The colours lie in one row or column of pixels."""
        return self._image.pixelColor(min(unit, self._image.width() - 1), min(unit, self._image.height() - 1))


def _short(value: float) -> str:
    """A number that fits into a neuron."""
    return f"{value:.2f}".replace("-", MINUS) if abs(value) < 10 else number(value, 2)


def _luminance(color: QColor) -> float:
    """About how bright a colour is to the eye, 0 to 1 (Rec. 709, gamma 2)."""
    return 0.2126 * color.redF() ** 2 + 0.7152 * color.greenF() ** 2 + 0.0722 * color.blueF() ** 2
