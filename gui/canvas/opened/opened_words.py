"""The words of an opened layer: its name at the head, above the lines, and what its tables are called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from engine.direction import Direction
from gui import theme
from gui.canvas.cards.card import FADED
from gui.canvas.cards.node_item import NodeItem
from gui.canvas.cards.opened_card import OpenedCard
from gui.canvas.layer_picture import LABEL, LayerPicture
from gui.canvas.look import Look
from gui.spot import gate_label

LABEL_PIXELS = (11, 10, 9)
FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OpenedWords(QGraphicsRectItem):
    """Painted only where something below has changed, as words stay the same while a network trains."""

    def __init__(self, look: Look, nodes: Mapping[str, NodeItem], node: str, picture: LayerPicture) -> None:
        super().__init__()
        self._look, self._nodes, self._node = look, nodes, node
        column = picture.column
        beside = column is not None and column.direction is Direction.RIGHT
        edge = column.rect.left() if column is not None and beside else picture.size[0] / 2
        self._labels = [
            (QRectF(rect.left(), rect.top() - LABEL, edge - rect.left() - 2, LABEL - 2), mosaic.label)
            for mosaic, rect in ((mosaic, mosaic.rect) for mosaic in picture.mosaics)
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
        font, told = self.written()
        painter.setFont(font)
        painter.setPen(inks.muted)
        for (room, _), label in zip(self._labels, told, strict=True):
            painter.drawText(room, FLAGS, label)

    def written(self) -> tuple[QFont, list[str]]:
        """What the tables are called, all as large as the longest has room for; all in short where it has none."""
        told = [gate_label(label) for _, label in self._labels]
        fonts = [theme.body_font(pixels) for pixels in LABEL_PIXELS]
        for font in fonts:
            advance = QFontMetricsF(font).horizontalAdvance
            if all(advance(label) <= room.width() for (room, _), label in zip(self._labels, told, strict=True)):
                return font, told
        return fonts[0], [label for _, label in self._labels]
