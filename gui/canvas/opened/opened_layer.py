"""One opened layer as it is drawn: its picture, coloured with what was last seen of it."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from engine.layer_probe import LayerLook
from gui import theme
from gui.canvas.camera import LARGEST
from gui.canvas.inks import Inks
from gui.canvas.layer_picture import LABEL, Column, LayerPicture, Mosaic
from gui.canvas.opened.value_inks import Reach, ValueInks
from gui.i18n import MINUS, number
from gui.quantities import Fill, Quantity, neuron_values, output_values, weight_values
from gui.spot import OUTPUT, Spot

Array = NDArray[np.floating]

TOLD = 15.0
"""From this radius in pixels on a neuron has its number written into it."""
NUMBER_PIXELS, LABEL_PIXELS = 7, 11
BRIGHT = 0.3
"""From this luminance of a neuron on writing is dark."""
LIGHT_WRITING, DARK_WRITING = QColor("#FFFFFF"), QColor("#1B2230")


class OpenedLayer:
    """What is inside one card; `show` colours it, `paint` draws it around the card's middle."""

    def __init__(self, node: str, picture: LayerPicture) -> None:
        self.node = node
        self.picture = picture
        self._shapes: dict[str, tuple[int, ...]] = {}
        self._reaches: defaultdict[tuple[str, object], Reach] = defaultdict(Reach)
        self._images: list[QImage | None] = [None] * len(picture.mosaics)
        self._strip: QImage | None = None
        column = picture.column
        drawn = column.heights.tolist() if column is not None and not column.is_strip else []
        self._centres = [QPointF(column.x, y) for y in drawn] if column is not None else []
        self._neurons: list[QColor] = []
        self._numbers: list[str] = []
        self._number_font = theme.number_font(NUMBER_PIXELS)
        self._label_font = theme.body_font(LABEL_PIXELS)

    def show(self, look: LayerLook, updates: Array, quantity: Quantity, fill: Fill, inks: ValueInks) -> None:
        """Take over what one look brought."""
        self._shapes = {name: array.shape for name, array in look.weights.items()}
        if (values := output_values(look, fill)) is not None:
            self._shapes[OUTPUT] = values.shape
        shown = {mosaic.name: None for mosaic in self.picture.mosaics}
        shares = {name: self._shares(name, look, updates, quantity, fill) for name in shown}
        self._images = [self._image(mosaic, shares[mosaic.name], quantity, inks) for mosaic in self.picture.mosaics]
        if self.picture.column is not None:
            self._fill(self.picture.column, neuron_values(look, fill), fill, inks)

    def line_shares(self, look: LayerLook, updates: Array, quantity: Quantity, fill: Fill) -> Array | None:
        """What the lines of this layer's kernel show."""
        return self._shares("kernel", look, updates, quantity, fill)

    def _shares(self, name: str, look: LayerLook, updates: Array, quantity: Quantity, fill: Fill) -> Array | None:
        leaving = name == OUTPUT
        values = output_values(look, fill) if leaving else weight_values(quantity, look, updates, name, fill)
        if values is None:
            return None
        reach = self._reaches[name, None if leaving else quantity]
        reach.follow(values)
        return reach.shares(values)

    def _image(self, mosaic: Mosaic, shares: Array | None, quantity: Quantity, inks: ValueInks) -> QImage | None:
        if shares is None or mosaic.places.max() >= shares.size:
            return None
        blank = mosaic.places < 0
        signed = mosaic.name == OUTPUT or quantity is not Quantity.GRADIENT
        return inks.image(shares.reshape(-1)[mosaic.places], blank if blank.any() else None, signed)

    def _fill(self, column: Column, values: Array | None, fill: Fill, inks: ValueInks) -> None:
        self._neurons, self._numbers, self._strip = [], [], None
        if values is None or values.shape != (column.count,):
            return
        reach = self._reaches[OUTPUT, fill]
        reach.follow(values)
        shares = reach.shares(values)
        if column.is_strip:
            self._strip = inks.image(shares[:, np.newaxis], None)
        else:
            self._neurons = inks.colors(shares)
            fit = column.radius * LARGEST >= TOLD
            self._numbers = [_short(value) for value in values.tolist()] if fit else []

    def color_of(self, unit: int) -> QColor:
        """The fill of a neuron."""
        return self._neurons[unit]

    def image_of(self, position: int) -> QImage | None:
        """The picture of a mosaic, by its position."""
        return self._images[position]

    # Finding

    def spot_at(self, point: QPointF) -> Spot | None:
        """The neuron or the cell under a point, seen from the card's middle."""
        column = self.picture.column
        if column is not None and (unit := column.unit_at(point)) is not None:
            return Spot(self.node, OUTPUT, (unit,))
        for mosaic in self.picture.mosaics:
            place, shape = mosaic.place_at(point), self._shapes.get(mosaic.name)
            if place is not None and shape is not None and place < np.prod(shape):
                return Spot(self.node, mosaic.name, tuple(int(k) for k in np.unravel_index(place, shape)))
        return None

    def outline(self, spot: Spot) -> QPainterPath:
        """Around a neuron or a cell, seen from the card's middle; empty where it is not drawn."""
        path, column, shape = QPainterPath(), self.picture.column, self._shapes.get(spot.name, ())
        if spot.name == OUTPUT and column is not None:
            if len(spot.index) == 1 and spot.index[0] < column.count:
                radius = column.radius
                path.addEllipse(QPointF(column.x, float(column.heights[spot.index[0]])), radius, radius)
        elif len(shape) == len(spot.index) and all(k < side for k, side in zip(spot.index, shape, strict=True)):
            place = int(np.ravel_multi_index(spot.index, shape))
            for mosaic in self.picture.mosaics:
                if mosaic.name == spot.name and (cell := mosaic.cell(place)) is not None:
                    path.addRect(cell)
        return path

    # Painting

    def paint(self, painter: QPainter, inks: Inks, scale: float) -> None:
        """Around the origin: mosaics, and the neurons above whatever leads to them."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._label_font)
        for mosaic, image in zip(self.picture.mosaics, self._images, strict=True):
            self._paint_mosaic(painter, inks, mosaic, image)
        if self.picture.column is not None:
            self._paint_column(painter, inks, self.picture.column, scale)

    def _paint_mosaic(self, painter: QPainter, inks: Inks, mosaic: Mosaic, image: QImage | None) -> None:
        if mosaic.label.strip():
            room = QRectF(mosaic.rect.left(), mosaic.rect.top() - LABEL, 120.0, LABEL)
            painter.setPen(inks.muted)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, mosaic.label)
        if image is None:
            painter.fillRect(mosaic.rect, inks.pill)
        else:
            painter.drawImage(mosaic.rect, image)

    def _paint_column(self, painter: QPainter, inks: Inks, column: Column, scale: float) -> None:
        painter.setPen(QPen(inks.quiet, 1.0 if column.radius > 4 else 0.6))
        if column.is_strip:
            painter.setBrush(inks.pill if self._strip is None else Qt.BrushStyle.NoBrush)
            if self._strip is not None:
                painter.drawImage(column.rect, self._strip)
            painter.drawRect(column.rect)
            return
        radius = column.radius
        painter.setBrush(inks.node)
        for unit, centre in enumerate(self._centres):
            if self._neurons:
                painter.setBrush(self._neurons[unit])
            painter.drawEllipse(centre, radius, radius)
        if self._numbers and radius * scale >= TOLD:
            self._write_numbers(painter, radius)

    def _write_numbers(self, painter: QPainter, radius: float) -> None:
        painter.setFont(self._number_font)
        for text, color, centre in zip(self._numbers, self._neurons, self._centres, strict=True):
            painter.setPen(DARK_WRITING if _luminance(color) > BRIGHT else LIGHT_WRITING)
            room = QRectF(centre.x() - 2 * radius, centre.y() - radius, 4 * radius, 2 * radius)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _short(value: float) -> str:
    """A number that fits into a neuron."""
    return f"{value:.2f}".replace("-", MINUS) if abs(value) < 10 else number(value, 2)


def _luminance(color: QColor) -> float:
    """About how bright a colour is to the eye, 0 to 1 (Rec. 709, gamma 2)."""
    return 0.2126 * color.redF() ** 2 + 0.7152 * color.greenF() ** 2 + 0.0722 * color.blueF() ** 2
