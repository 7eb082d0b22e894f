"""The insides of all opened layers as one item above the cards: lines first, then words, cells and neurons."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.graph import Edge
from engine.layer_probe import LayerLook
from gui.canvas.cards.card import FADED
from gui.canvas.cards.node_item import NODE_LAYER, NodeItem
from gui.canvas.cards.opened_card import OpenedCard
from gui.canvas.geometry import EVERYWHERE
from gui.canvas.layer_picture import LayerPicture
from gui.canvas.look import Look
from gui.canvas.opened.opened_layer import OpenedLayer
from gui.canvas.opened.value_inks import ValueInks
from gui.canvas.opened.weight_lines import WeightLines
from gui.quantities import Fill, Quantity
from gui.spot import OUTPUT, Spot

Array = NDArray[np.floating]

OPENED_LAYER = NODE_LAYER + 0.5
LINE_REACH = 4.0
"""Pixels from a line that still mean it."""


class OpenedItem(QGraphicsItem):
    """Paints `look.pictures` over the cards; `layers` and `lines` are what is inside and between them."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem]) -> None:
        super().__init__()
        self._look = look
        self._nodes = nodes
        self._inks = ValueInks(look.inks.theme)
        self.layers: dict[str, OpenedLayer] = {}
        self.lines: dict[Edge, WeightLines] = {}
        self.hovered: Spot | None = None
        self.setZValue(OPENED_LAYER)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    # What is opened

    def open(self, pictures: Mapping[str, LayerPicture], lined: frozenset[Edge]) -> None:
        """Show these pictures; a layer whose picture stays keeps its colours."""
        before, self.layers = self.layers, {}
        for node, picture in pictures.items():
            kept = before.get(node)
            self.layers[node] = kept if kept and kept.picture is picture else OpenedLayer(node, picture)
        drawn, self.lines = self.lines, {}
        for edge in lined:
            source, target = pictures[edge.source].column, pictures[edge.target].column
            if source is not None and target is not None:
                old = drawn.get(edge)
                same = old is not None and (old.source, old.target) == (source, target)
                self.lines[edge] = old if old is not None and same else WeightLines(self.scene(), source, target)
        for edge, old in drawn.items():
            if self.lines.get(edge) is not old:
                old.remove()
        self.place()
        self.update()

    def place(self) -> None:
        """Follow cards that have moved."""
        for edge, lines in self.lines.items():
            lines.place(self._nodes[edge.source].pos(), self._nodes[edge.target].pos())

    def take(self, looks: Mapping[str, LayerLook], updates: Array, quantity: Quantity, fill: Fill) -> None:
        """Colour everything with what one look brought."""
        if self._inks.theme is not self._look.inks.theme:
            self._inks = ValueInks(self._look.inks.theme)
        for node, layer in self.layers.items():
            if node in looks:
                layer.show(looks[node], updates, quantity, fill, self._inks)
        for edge, lines in self.lines.items():
            if edge.target in looks:
                shares = self.layers[edge.target].line_shares(looks[edge.target], updates, quantity, fill)
                fits = shares is not None and shares.size == len(lines)
                lines.show(shares if fits else None, self._inks, quantity is not Quantity.GRADIENT)
        self.update(self.extent())

    def extent(self) -> QRectF:
        """The rectangle around all that is opened."""
        rect = QRectF()
        for node in self.layers:
            item = self._nodes[node]
            rect |= item.boundingRect().translated(item.pos())
        return rect

    # Finding

    def spot_at(self, point: QPointF, scale: float) -> Spot | None:
        """The neuron, the cell or the line under a point."""
        for node, layer in self.layers.items():
            if (spot := layer.spot_at(point - self._nodes[node].pos())) is not None:
                return spot
        for edge, lines in self.lines.items():
            if (place := lines.nearest(point, LINE_REACH / scale)) is not None:
                return Spot(edge.target, "kernel", divmod(place, lines.target.count))
        return None

    def outline(self, spot: Spot) -> QPainterPath:
        """Where a weight or neuron is drawn: along its line or around it; empty where it is not."""
        path, layer = QPainterPath(), self.layers.get(spot.node)
        if layer is None:
            return path
        for edge, lines in self.lines.items():
            if spot.name == "kernel" and spot.node == edge.target:
                source, target = spot.index
                if source < lines.source.count and target < lines.target.count:
                    line = lines.line(source * lines.target.count + target)
                    path.moveTo(line.p1())
                    path.lineTo(line.p2())
                return path
        return layer.outline(spot).translated(self._nodes[spot.node].pos())

    def hover(self, spot: Spot | None) -> None:
        """Draw attention to one weight or neuron."""
        if spot != self.hovered:
            self.hovered = spot
            self.update(self.extent())

    # Qt

    def boundingRect(self) -> QRectF:
        return EVERYWHERE if self.layers else QRectF()

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = painter.worldTransform().m11()
        seen = option.exposedRect
        self._paint_hovered_line(painter, scale)
        for node, layer in self.layers.items():
            item = self._nodes[node]
            if not item.boundingRect().translated(item.pos()).intersects(seen):
                continue
            painter.save()
            painter.translate(item.pos())
            if item.state.faded:
                painter.setOpacity(FADED)
            if isinstance(item.card, OpenedCard):
                item.card.paint_head(painter, self._look.inks, item.state, scale)
            layer.paint(painter, self._look.inks, scale)
            self._paint_hovered_unit(painter, layer, scale)
            painter.restore()

    def _paint_hovered_line(self, painter: QPainter, scale: float) -> None:
        spot = self.hovered
        for edge, lines in self.lines.items():
            if spot is not None and spot.name == "kernel" and spot.node == edge.target:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._look.inks.accent, 2.5 / scale))
                painter.drawLine(lines.line(spot.index[0] * lines.target.count + spot.index[1]))

    def _paint_hovered_unit(self, painter: QPainter, layer: OpenedLayer, scale: float) -> None:
        spot, column = self.hovered, layer.picture.column
        if spot is None or spot.node != layer.node or spot.name != OUTPUT or column is None or column.is_strip:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.inks.accent, 2.0 / scale))
        radius = column.radius + 1.5 / scale
        painter.drawEllipse(QPointF(column.x, float(column.heights[spot.index[0]])), radius, radius)
