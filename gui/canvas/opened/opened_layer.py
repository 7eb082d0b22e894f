"""One opened layer as it is drawn: its picture, coloured with what was last seen of it."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainterPath, QPixmap
from PySide6.QtWidgets import QGraphicsItemGroup, QGraphicsPixmapItem

from engine.layer_probe import LayerLook
from gui.canvas.layer_picture import LayerPicture, Mosaic
from gui.canvas.look import Look
from gui.canvas.opened.neurons import Neurons, outline
from gui.canvas.opened.value_inks import ValueInks, plain, stretched
from gui.quantities import Fill, Quantity, neuron_values, output_values, weight_values
from gui.reach import Reach
from gui.spot import OUTPUT, Spot

Array = NDArray[np.floating]


class OpenedLayer(QGraphicsItemGroup):
    """What is inside one card, around the card's middle.

    It consists of items that Qt paints by itself, so that training goes on meanwhile; `take` gives them new colours.
    """

    def __init__(self, look: Look, node: str, picture: LayerPicture) -> None:
        super().__init__()
        self.node = node
        self.picture = picture
        self._look = look
        self._reaches: defaultdict[tuple[str, object], Reach] = defaultdict(Reach)
        self._tables = [_table(self) for _ in picture.mosaics]
        self._neurons = Neurons(picture.column, self) if picture.column is not None else None
        self.setFlag(QGraphicsItemGroup.GraphicsItemFlag.ItemHasNoContents)

    def look_from(self, scale: float) -> None:
        """The view shows it at this scale: numbers are written where there is room."""
        if self._neurons is not None:
            self._neurons.look_from(scale)

    def take(self, seen: LayerLook | None, updates: Array, quantity: Quantity, fill: Fill, inks: ValueInks) -> None:
        """Show what one look brought; None where nothing is known yet."""
        names = dict.fromkeys(mosaic.name for mosaic in self.picture.mosaics)
        shares = {name: self.shares(name, seen, updates, quantity, fill) for name in names}
        for mosaic, table in zip(self.picture.mosaics, self._tables, strict=True):
            image = self._image(mosaic, shares[mosaic.name], quantity, inks)
            table.setPixmap(QPixmap.fromImage(image))
            table.setTransform(stretched(image, mosaic.rect))
        if self._neurons is not None:
            self._fill(self._neurons, seen, fill, inks)

    def _fill(self, neurons: Neurons, seen: LayerLook | None, fill: Fill, inks: ValueInks) -> None:
        """Where there are no pictures, the mean takes their place."""
        surface = seen.surface if seen is not None and fill is Fill.SURFACE else None
        if surface is not None and neurons.can_show(surface.values):
            neurons.take_pictures(surface.values, self._reaches[OUTPUT, fill], inks, self._look.inks)
        else:
            values = neuron_values(seen, fill) if seen is not None else None
            shown = Fill.MEAN if fill is Fill.SURFACE else fill
            neurons.take(values, self._reaches[OUTPUT, shown], inks, self._look.inks)

    def shares(self, name: str, seen: LayerLook | None, updates: Array, quantity: Quantity, fill: Fill) -> Array | None:
        """An array as shares of the full colour; None where there is nothing of the kind."""
        if seen is None:
            return None
        leaving = name == OUTPUT
        values = output_values(seen, fill) if leaving else weight_values(quantity, seen, updates, name, fill)
        if values is None:
            return None
        reach = self._reaches[name, None if leaving else quantity]
        reach.follow(values)
        return reach.shares(values)

    def _image(self, mosaic: Mosaic, shares: Array | None, quantity: Quantity, inks: ValueInks) -> QImage:
        if shares is None or mosaic.last >= shares.size:
            return plain(self._look.inks.papers[""])
        signed = mosaic.name == OUTPUT or quantity is not Quantity.GRADIENT
        return inks.image(shares.reshape(-1)[mosaic.places], mosaic.blank, signed)

    def picture_of(self, unit: int) -> QImage | None:
        """What stands for a neuron, where that is a picture."""
        return self._neurons.picture_of(unit) if self._neurons is not None and self._neurons.pictured else None

    def color_of(self, unit: int) -> QColor | None:
        """The fill of a neuron."""
        return self._neurons.color_of(unit) if self._neurons is not None else None

    def image_of(self, position: int) -> QImage:
        """The picture of a mosaic, by its position."""
        return self._tables[position].pixmap().toImage()

    # Finding

    def spot_at(self, point: QPointF) -> Spot | None:
        """The neuron or the cell under a point, seen from the card's middle."""
        column = self.picture.column
        if column is not None and (unit := column.unit_at(point)) is not None:
            return Spot(self.node, OUTPUT, (unit,))
        for mosaic in self.picture.mosaics:
            if (index := mosaic.index_at(point)) is not None:
                return Spot(self.node, mosaic.name, index)
        return None

    def outline(self, spot: Spot, margin: float) -> QPainterPath:
        """Around a neuron or a cell, seen from the card's middle; empty where it is not drawn."""
        path, column = QPainterPath(), self.picture.column
        if spot.name == OUTPUT and column is not None:
            pictured = self._neurons is not None and self._neurons.pictured
            return outline(column, [unit for unit in spot.index if unit < column.count], pictured, margin)
        for mosaic in self.picture.mosaics:
            if mosaic.name == spot.name and (cell := mosaic.cell(spot.index)) is not None:
                path.addRect(cell)
        return path


def _table(parent: QGraphicsItemGroup) -> QGraphicsPixmapItem:
    """What shows the cells of a mosaic; nobody asks which of them are see-through."""
    table = QGraphicsPixmapItem(parent)
    table.setShapeMode(QGraphicsPixmapItem.ShapeMode.BoundingRectShape)
    return table
