"""The cards of all layers as one item: a call from Qt into Python for each would take a third of a frame."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.canvas.cards.far_cards import FarPainter
from gui.canvas.cards.node_item import NODE_LAYER, NodeItem, WireEnd
from gui.canvas.exposed import exposed_parts
from gui.canvas.geometry import CARD_MARGIN, EVERYWHERE
from gui.canvas.look import Look


class CardsItem(QGraphicsItem):
    """Paints the layers' own among the `cards` on the canvas; they tell Qt themselves where one has changed."""

    def __init__(self, look: Look, cards: Mapping[str, WireEnd]) -> None:
        super().__init__()
        self._look = look
        self._cards = cards
        self.setZValue(NODE_LAYER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return EVERYWHERE

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale, inks = painter.worldTransform().m11(), self._look.inks
        margins = QMarginsF(CARD_MARGIN, CARD_MARGIN, CARD_MARGIN, CARD_MARGIN)
        parts = [part + margins for part in exposed_parts(painter, option.exposedRect)]
        far_painter = FarPainter(painter, inks, scale)
        for item in self._cards.values():
            if type(item) is not NodeItem or not any(map(item.afar.rect.intersects, parts)):
                continue
            card, state = item.card, item.state
            if scale < card.far_below and not state.faded:
                far_painter.paint(item.afar, state, card.bar(inks), card.tag)
            else:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(item.pos())
                item.draw(painter, scale)
                painter.restore()
