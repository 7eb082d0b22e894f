"""The insides of all opened layers above the cards: lines first, then words, cells and neurons, then marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsItemGroup, QGraphicsPathItem

from engine.graph import Edge
from engine.layer_probe import LayerLook
from gui.canvas.cards.card import FADED
from gui.canvas.cards.node_item import NODE_LAYER, NodeItem
from gui.canvas.layer_picture import LayerPicture
from gui.canvas.look import Look
from gui.canvas.opened.opened_layer import OpenedLayer
from gui.canvas.opened.opened_words import OpenedWords
from gui.canvas.opened.value_inks import ValueInks
from gui.canvas.opened.weight_lines import WeightLines
from gui.quantities import Fill, Quantity
from gui.spot import Spot

Array = NDArray[np.floating]
Item = TypeVar("Item", bound=QGraphicsItem)

OPENED_LAYER = NODE_LAYER + 0.5
LINES, WORDS, VALUES, MARKS = range(4)
"""One above the other."""
LINE_REACH = 4.0
"""Pixels from a line that still mean it."""
POINTED, PINNED = 2.5, 1.5
"""How wide in pixels the marks are of what the mouse is on, and of what is pinned."""
CAPSULE = 7.0
"""How wide the outline around a line is that is pinned: its own colour stays to be seen."""


class OpenedItem(QGraphicsItemGroup):
    """Holds what is drawn of `look.pictures`; `layers` and `lines` are what is inside and between them."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem]) -> None:
        super().__init__()
        self._look = look
        self._nodes = nodes
        self._inks = ValueInks(look.inks.theme)
        self._scale = 1.0
        self.layers: dict[str, OpenedLayer] = {}
        self.lines: dict[Edge, WeightLines] = {}
        self._words: dict[str, OpenedWords] = {}
        self.hovered: Spot | None = None
        self.pinned: tuple[Spot, ...] = ()
        self._pins, self._pointed = QGraphicsPathItem(self), QGraphicsPathItem(self)
        for mark in (self._pins, self._pointed):
            mark.setZValue(MARKS)
        self.setZValue(OPENED_LAYER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)

    # What is opened

    def open(self, pictures: Mapping[str, LayerPicture], lined: frozenset[Edge]) -> None:
        """Show these pictures; a layer whose picture stays keeps its colours."""
        for node in [node for node, layer in self.layers.items() if pictures.get(node) is not layer.picture]:
            self._close(node)
        for node in pictures.keys() - self.layers.keys():
            self.layers[node] = self._hold(OpenedLayer(self._look, node, pictures[node]), VALUES)
            self._words[node] = self._hold(OpenedWords(self._look, self._nodes, node, pictures[node]), WORDS)
            self.layers[node].look_from(self._scale)
        ends = {edge: (pictures[edge.source].column, pictures[edge.target].column) for edge in lined}
        for edge in [edge for edge, lines in self.lines.items() if ends.get(edge) != (lines.source, lines.target)]:
            self._drop(self.lines.pop(edge))
        for edge in ends.keys() - self.lines.keys():
            source, target = ends[edge]
            if source is not None and target is not None:
                self.lines[edge] = self._hold(WeightLines(source, target), LINES)
        self.place()
        self.refresh_states()

    def forget(self, node: str) -> None:
        """A layer is gone, and its lines with it."""
        if node in self.layers:
            self._close(node)
            for edge in [edge for edge in self.lines if node in (edge.source, edge.target)]:
                self._drop(self.lines.pop(edge))

    def _close(self, node: str) -> None:
        self._drop(self.layers.pop(node))
        self._drop(self._words.pop(node))

    def _hold(self, item: Item, layer: int) -> Item:
        item.setParentItem(self)
        item.setZValue(layer)
        return item

    def _drop(self, item: QGraphicsItem) -> None:
        if (scene := item.scene()) is not None:
            scene.removeItem(item)

    def place(self) -> None:
        """Follow cards that have moved."""
        for node, layer in self.layers.items():
            layer.setPos(self._nodes[node].pos())
            self._words[node].setPos(self._nodes[node].pos())
        for edge, lines in self.lines.items():
            lines.join(self._nodes[edge.source].pos(), self._nodes[edge.target].pos())
        self._mark()

    def refresh_states(self) -> None:
        """Stand back where the cards do; a line does with either of its ends."""
        faded = {node for node in self.layers if self._nodes[node].state.faded}
        for node, layer in self.layers.items():
            layer.setOpacity(FADED if node in faded else 1.0)
        for edge, lines in self.lines.items():
            lines.setOpacity(FADED if edge.source in faded or edge.target in faded else 1.0)

    def look_from(self, scale: float) -> None:
        """The view shows it at this scale."""
        self._scale = scale
        for layer in self.layers.values():
            layer.look_from(scale)

    def take(self, looks: Mapping[str, LayerLook], updates: Array, quantity: Quantity, fill: Fill) -> None:
        """Colour everything with what one look brought."""
        if self._inks.theme is not self._look.inks.theme:
            self._inks = ValueInks(self._look.inks.theme)
        for node, layer in self.layers.items():
            layer.take(looks.get(node), updates, quantity, fill, self._inks)
        for edge, lines in self.lines.items():
            shares = self.layers[edge.target].shares("kernel", looks.get(edge.target), updates, quantity, fill)
            fits = shares is not None and shares.size == len(lines)
            lines.take(shares if fits else None, self._inks, quantity is not Quantity.GRADIENT)
        if self.pinned or self.hovered is not None:
            self._mark()

    # Finding and marking

    def spot_at(self, point: QPointF, scale: float) -> Spot | None:
        """The neuron, the cell or the line under a point."""
        for layer in self.layers.values():
            if (spot := layer.spot_at(point - layer.pos())) is not None:
                return spot
        for edge, lines in self.lines.items():
            if (place := lines.nearest(point, LINE_REACH / scale)) is not None:
                return Spot(edge.target, "kernel", divmod(place, lines.target.count))
        return None

    def outline(self, spot: Spot, margin: float = 0.0) -> QPainterPath:
        """Where a weight or neuron is drawn: along its line or around it; empty where it is not."""
        line = self._along(spot)
        return self._around(spot, margin) if line.isEmpty() else line

    def hover(self, spot: Spot | None) -> None:
        """Draw attention to one weight or neuron."""
        if spot != self.hovered:
            self.hovered = spot
            self._mark()

    def pin(self, spots: Iterable[Spot]) -> None:
        """Mark what is kept in sight elsewhere."""
        self.pinned = tuple(spots)
        self._mark()

    def _mark(self) -> None:
        inks, pins = self._look.inks, QPainterPath()
        for spot in self.pinned:
            line = self._along(spot)
            pins.addPath(self._around(spot, 3.0) if line.isEmpty() else _capsule(line))
        _draw(self._pins, pins, inks.text, PINNED)
        pointed = QPainterPath() if self.hovered is None else self.outline(self.hovered, 1.5)
        _draw(self._pointed, pointed, inks.accent, POINTED)

    def _along(self, spot: Spot) -> QPainterPath:
        """The line of a weight; empty where it has none."""
        path = QPainterPath()
        for edge, lines in self.lines.items():
            if spot.name == "kernel" and spot.node == edge.target and (line := lines.at(spot.index)) is not None:
                path.moveTo(line.p1())
                path.lineTo(line.p2())
        return path

    def _around(self, spot: Spot, margin: float) -> QPainterPath:
        """Around a neuron or a cell; empty where it is not drawn."""
        layer = self.layers.get(spot.node)
        return layer.outline(spot, margin).translated(layer.pos()) if layer is not None else QPainterPath()


def _draw(mark: QGraphicsPathItem, path: QPainterPath, color: QColor, width: float) -> None:
    """So wide on screen, whatever the scale."""
    pen = QPen(color, width)
    pen.setCosmetic(True)
    if pen != mark.pen():
        mark.setPen(pen)
    if path != mark.path():
        mark.setPath(path)


def _capsule(line: QPainterPath) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(CAPSULE)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    return stroker.createStroke(line)
