"""The words of an opened layer: its name at the head, above the lines, and what its tables are called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from gui import theme
from gui.canvas.cards.card import FADED
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.cards.opened_card import OpenedCard
from gui.canvas.layer_picture import LABEL, LayerPicture
from gui.canvas.look import Look

LABEL_PIXELS = 11


class OpenedWords(QGraphicsRectItem):
    """Painted only where something below has changed, as words stay the same while a network trains."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem], node: str, picture: LayerPicture) -> None:
        super().__init__()
        self._look, self._nodes, self._node = look, nodes, node
        self._font = theme.body_font(LABEL_PIXELS)
        self._labels = [
            (QRectF(mosaic.rect.left(), mosaic.rect.top() - LABEL, 120.0, LABEL), mosaic.label)
            for mosaic in picture.mosaics
            if mosaic.label.strip()
        ]
        rect = picture.head
        for room, _ in self._labels:
            rect |= room
        self.setRect(rect)
        self.setPen(Qt.PenStyle.NoPen)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        item, inks = self._nodes[self._node], self._look.inks
        if item.state.faded:
            painter.setOpacity(FADED)
        if isinstance(item.card, OpenedCard):
            item.card.paint_head(painter, inks, item.state, painter.worldTransform().m11())
        painter.setFont(self._font)
        painter.setPen(inks.muted)
        for room, label in self._labels:
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
