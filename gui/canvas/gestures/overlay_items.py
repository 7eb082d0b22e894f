"""What gestures draw above the network while they last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from engine.alignment import Box
from engine.graph import Node
from engine.layers import Layer
from gui.canvas.cards.card import Card
from gui.canvas.cards.card_state import CardState
from gui.canvas.geometry import CARD_MARGIN, wire_path

if TYPE_CHECKING:
    from gui.canvas.scene import NetworkScene

OVERLAY_LAYER = 2.0


class PreviewWire(QGraphicsPathItem):
    """The wire that is being drawn: solid in the accent colour where it may end, dashed elsewhere."""

    def __init__(self, network: NetworkScene) -> None:
        super().__init__()
        self._look = network.look
        self.setZValue(OVERLAY_LAYER)
        network.addItem(self)

    def show_between(self, start: QPointF, end: QPointF, color: QColor, dashed: bool) -> None:
        """Draw it from an output to an input."""
        pen = QPen(color, 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if dashed:
            pen.setDashPattern([3.0, 3.0])
        self.setPen(pen)
        self.setPath(wire_path(start.x(), start.y(), end.x(), end.y(), self._look.direction))


class Band(QGraphicsRectItem):
    """The rubber band."""

    def __init__(self, network: NetworkScene) -> None:
        super().__init__()
        pen = QPen(network.look.inks.accent, 1)
        pen.setCosmetic(True)
        fill = QColor(network.look.inks.accent)
        fill.setAlphaF(0.1)
        self.setPen(pen)
        self.setBrush(fill)
        self.setZValue(OVERLAY_LAYER)
        network.addItem(self)


class GuideLines:
    """Thin lines that say with what a moved card is in line; each is an item, so that little is painted anew."""

    def __init__(self, network: NetworkScene) -> None:
        self._network = network
        self._shown: dict[Box, QGraphicsLineItem] = {}

    def show(self, lines: Sequence[Box]) -> None:
        """Show these lines and no others."""
        wanted = set(lines)
        for gone in self._shown.keys() - wanted:
            self._network.removeItem(self._shown.pop(gone))
        for fresh in wanted - self._shown.keys():
            pen = QPen(self._network.look.inks.accent, 1)
            pen.setCosmetic(True)
            self._shown[fresh] = self._network.addLine(*fresh, pen)
            self._shown[fresh].setZValue(OVERLAY_LAYER)


class GhostCard(QGraphicsItem):
    """The card of a layer that is about to be dropped."""

    def __init__(self, network: NetworkScene, layer: Layer) -> None:
        super().__init__()
        self._look = network.look
        self._card = Card(Node("", layer), len(layer.ports), self._look.direction)
        self._bounds = self._card.rect.adjusted(-CARD_MARGIN, -CARD_MARGIN, CARD_MARGIN, CARD_MARGIN)
        self.setZValue(OVERLAY_LAYER)
        self.setOpacity(0.85)
        network.addItem(self)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = painter.worldTransform().m11()
        self._card.paint(painter, self._look.inks, CardState(selected=True), scale)
