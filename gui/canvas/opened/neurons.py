"""The neurons of an opened layer, and from near by the numbers in them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui import theme
from gui.canvas.inks import Inks
from gui.canvas.layer_picture import Column
from gui.canvas.opened.value_inks import Reach, ValueInks, plain, stretched
from gui.i18n import MINUS, number

Array = NDArray[np.floating]

TOLD = 15.0
"""From this radius in pixels on a neuron has its number written into it."""
PIXELS = 7
BRIGHT = 0.3
"""From this luminance of a neuron on writing is dark."""
LIGHT_WRITING, DARK_WRITING = QColor("#FFFFFF"), QColor("#1B2230")


class Neurons(QGraphicsPathItem):
    """One outline of them all, filled with a row of colours, so that Qt paints all at once."""

    def __init__(self, column: Column, parent: QGraphicsItem) -> None:
        around = QPainterPath()
        if column.is_strip:
            around.addRect(column.rect)
        else:
            around = outline(column, range(column.count))
        super().__init__(around, parent)
        self._column = column
        self._numbers = Numbers(column, self)

    def look_from(self, scale: float) -> None:
        """The view shows the neurons at this scale: numbers are written where there is room."""
        self._numbers.setVisible(not self._column.is_strip and self._column.radius * scale >= TOLD)

    def take(self, values: Array | None, reach: Reach, inks: ValueInks, paper: Inks) -> None:
        """Fill each with the colour of its value; None where nothing is known yet."""
        column = self._column
        if values is not None and values.shape == (column.count,):
            reach.follow(values)
            image = inks.image(column.in_line(reach.shares(values)), None)
            self._numbers.take(values, image)
        else:
            image = plain(paper.papers[""] if column.is_strip else paper.node)
            self._numbers.take(None, image)
        brush = QBrush(image)
        brush.setTransform(stretched(image, column.rect))
        self.setBrush(brush)
        self.setPen(QPen(paper.quiet, 1.0 if column.radius > 4 else 0.6))

    def color_of(self, unit: int) -> QColor:
        """The fill of one."""
        return _color(self.brush().textureImage(), unit)


class Numbers(QGraphicsRectItem):
    """Hidden, and so no work to anybody, while the neurons are small on screen."""

    def __init__(self, column: Column, parent: QGraphicsItem) -> None:
        super().__init__(column.rect.adjusted(-column.radius, 0, column.radius, 0), parent)
        self._column = column
        self._values: Array | None = None
        self._image = QImage()
        self._font = theme.number_font(PIXELS)
        self.setPen(Qt.PenStyle.NoPen)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.hide()

    def take(self, values: Array | None, image: QImage) -> None:
        """What is written, and the colours on which it is."""
        self._values, self._image = values, image
        if self.isVisible():
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setFont(self._font)
        radius = self._column.radius
        for unit, value in enumerate(self._values.tolist() if self._values is not None else []):
            centre = self._column.centre(unit)
            room = QRectF(centre.x() - 2 * radius, centre.y() - radius, 4 * radius, 2 * radius)
            if room.intersects(option.exposedRect):
                bright = _luminance(_color(self._image, unit)) > BRIGHT
                painter.setPen(DARK_WRITING if bright else LIGHT_WRITING)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _short(value))


def outline(column: Column, units: Iterable[int], margin: float = 0.0) -> QPainterPath:
    """Around these neurons, or around their cells of a strip."""
    path = QPainterPath()
    for unit in units:
        if column.is_strip:
            path.addRect(column.cell(unit))
        else:
            path.addEllipse(column.centre(unit), column.radius + margin, column.radius + margin)
    return path


def _color(image: QImage, unit: int) -> QColor:
    """The colours lie in one row or column of pixels, or there is one for all."""
    return image.pixelColor(min(unit, image.width() - 1), min(unit, image.height() - 1))


def _short(value: float) -> str:
    """A number that fits into a neuron."""
    return f"{value:.2f}".replace("-", MINUS) if abs(value) < 10 else number(value, 2)


def _luminance(color: QColor) -> float:
    """About how bright a colour is to the eye, 0 to 1 (Rec. 709, gamma 2)."""
    return 0.2126 * color.redF() ** 2 + 0.7152 * color.greenF() ** 2 + 0.0722 * color.blueF() ** 2
