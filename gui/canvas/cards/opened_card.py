"""The card of an opened layer: a large quiet frame with the layer's words at its head."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from engine.direction import Direction
from engine.graph import Node
from gui.canvas.cards.card import FAR, Card, paint_mark
from gui.canvas.cards.card_state import CardState
from gui.canvas.cards.far_cards import FARTHEST
from gui.canvas.geometry import CARD_RADIUS
from gui.canvas.inks import Inks
from gui.canvas.layer_picture import LayerPicture

INSET = 4.0


class OpenedCard(Card):
    """The frame is painted below the weights' lines, the head above them, so that it stays legible."""

    far_below = FARTHEST

    def __init__(
        self,
        node: Node,
        inputs: int,
        direction: Direction,
        picture: LayerPicture,
        owner: str = "",
        note: str = "",
    ) -> None:
        self._picture = picture
        super().__init__(node, inputs, direction, owner, note, picture.size)

    @property
    def words_rect(self) -> QRectF:
        return self._picture.head

    def _paint_near(self, painter: QPainter, inks: Inks, state: CardState) -> None:
        self._paint_frame(painter, inks, state)

    def paint_head(self, painter: QPainter, inks: Inks, state: CardState, scale: float) -> None:
        """The words, on a ground of the card's own colour."""
        if scale < FARTHEST:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.node)
        painter.drawRoundedRect(self.words_rect.adjusted(INSET, INSET, -INSET, -INSET), CARD_RADIUS, CARD_RADIUS)
        self._paint_signs(painter, inks)
        if scale < FAR:
            self.far.write(painter, inks)
        else:
            self._write(painter, inks)
        if state.severity:
            paint_mark(painter, inks, state.severity, self.mark_at)
