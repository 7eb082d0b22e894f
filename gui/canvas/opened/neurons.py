"""The neurons of an opened layer: discs in the colours of numbers, written into them from near by, or pictures."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsPixmapItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from engine.direction import Direction
from gui import theme
from gui.canvas.inks import Inks
from gui.canvas.layer_picture import PICTURED, Column
from gui.canvas.opened.value_inks import ValueInks, plain, stretched
from gui.i18n import MINUS, number
from gui.reach import Reach

Array = NDArray[np.floating]

TOLD = 15.0
"""From this radius in pixels on a neuron has its number written into it."""
PIXELS = 7
BRIGHT = 0.3
"""From this luminance of a neuron on writing is dark."""
LIGHT_WRITING, DARK_WRITING = QColor("#FFFFFF"), QColor("#1B2230")


class Neurons(QGraphicsPathItem):
    """One outline of them all, filled with a row of colours, so that Qt paints all at once.

    Behind it lie pictures, where neurons are filled with these; then they are squares.
    """

    def __init__(self, column: Column, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._column = column
        self._numbers = Numbers(column, self)
        self._pictures = QGraphicsPixmapItem(self)
        self._pictures.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self._pictures.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
        self._pictures.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.pictured = False
        self._shape()

    def _shape(self) -> None:
        """Discs, squares around pictures, or one strip."""
        column, around = self._column, QPainterPath()
        if column.is_strip:
            around.addRect(column.rect)
        else:
            around = outline(column, range(column.count), self.pictured)
        self.setPath(around)
        self._pictures.setVisible(self.pictured)

    def look_from(self, scale: float) -> None:
        """The view shows the neurons at this scale: numbers are written where there is room."""
        self._numbers.setVisible(not self._column.is_strip and self._column.radius * scale >= TOLD)

    def take(self, values: Array | None, reach: Reach, inks: ValueInks, paper: Inks) -> None:
        """Fill each with the colour of its value; None where nothing is known yet."""
        column = self._column
        self._picture(False)
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
        self._draw_line(paper)

    def take_pictures(self, values: Array, reach: Reach, inks: ValueInks, paper: Inks) -> None:
        """Let (rows, columns, units) values, rows upwards, stand for the neurons as pictures."""
        reach.follow(values)
        shares = _in_line(reach.shares(values[::-1]), self._column.direction)
        image = inks.image(np.nan_to_num(shares), np.isnan(shares))
        self._pictures.setPixmap(QPixmap.fromImage(image))
        self._pictures.setTransform(stretched(image, self._column.pictures_rect))
        self._picture(True)
        self._numbers.take(None, image)
        self.setBrush(QBrush())
        self._draw_line(paper)

    def can_show(self, values: Array) -> bool:
        """Whether there is a picture for each neuron, and room for one."""
        return not self._column.is_strip and values.shape[-1] == self._column.count

    def picture_of(self, unit: int) -> QImage:
        """The picture that stands for one, as many pixels as it has cells."""
        image = self._pictures.pixmap().toImage()
        across = self._column.direction is Direction.RIGHT
        slot = (image.height() if across else image.width()) // self._column.count
        side = round(slot * PICTURED)
        start = unit * slot + (slot - side) // 2
        return image.copy(0, start, side, side) if across else image.copy(start, 0, side, side)

    def _picture(self, pictured: bool) -> None:
        if pictured != self.pictured:
            self.pictured = pictured
            self._shape()

    def _draw_line(self, paper: Inks) -> None:
        self.setPen(QPen(paper.quiet, 1.0 if self._column.radius > 4 else 0.6))

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


def outline(column: Column, units: Iterable[int], pictured: bool, margin: float = 0.0) -> QPainterPath:
    """Around these neurons, around the pictures that stand for them, or around their cells of a strip."""
    path = QPainterPath()
    for unit in units:
        if column.is_strip:
            path.addRect(column.cell(unit))
        elif pictured:
            path.addRect(column.square(unit).adjusted(-margin, -margin, margin, margin))
        else:
            path.addEllipse(column.centre(unit), column.radius + margin, column.radius + margin)
    return path


def _in_line(pictures: Array, direction: Direction) -> Array:
    """(rows, columns, units) as pictures one below the other or side by side, NaN between them."""
    columns = pictures.shape[1]
    right, gap = direction is Direction.RIGHT, round(columns * (1 - PICTURED) / PICTURED / 2)
    around = ((0, 0), (gap, gap), (0, 0)) if right else ((0, 0), (0, 0), (gap, gap))
    framed = np.pad(pictures.transpose(2, 0, 1), around, constant_values=np.nan)
    return np.concatenate(framed, axis=0 if right else 1)


def _color(image: QImage, unit: int) -> QColor:
    """The colours lie in one row or column of pixels, or there is one for all."""
    return image.pixelColor(min(unit, image.width() - 1), min(unit, image.height() - 1))


def _short(value: float) -> str:
    """A number that fits into a neuron."""
    return f"{value:.2f}".replace("-", MINUS) if abs(value) < 10 else number(value, 2)


def _luminance(color: QColor) -> float:
    """About how bright a colour is to the eye, 0 to 1 (Rec. 709, gamma 2)."""
    return 0.2126 * color.redF() ** 2 + 0.7152 * color.greenF() ** 2 + 0.0722 * color.blueF() ** 2
