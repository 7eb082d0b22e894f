"""What the items of notes, frames and groups have in common."""

from __future__ import annotations

from abc import abstractmethod
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from gui.canvas.cards.card import FADED
from gui.canvas.geometry import CARD_MARGIN
from gui.canvas.inks import Inks
from gui.canvas.look import Look

FAR_TITLE_PIXELS = 26
CORNER = 16.0
"""The side of the square by which a note or a frame is resized."""
BORDER = 7.0
"""How far from the line around a frame or an open group a press still means it."""
NOTE_LAYER, OUTLINE_LAYER, FRAME_LAYER = 0.9, -10.0, -20.0


class Part(Enum):
    """What of an annotation lies under the mouse."""

    BODY = auto()
    """Where it is taken hold of."""
    CORNER = auto()
    FOLD = auto()
    """The button that collapses a group."""


class AnnotationItem(QGraphicsItem):
    """Shows the annotation `key` once it is refreshed.

    `rect` is its place in item coordinates, `title_rect` where its title is edited.
    """

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self.key = key
        self._look = look
        self.rect = QRectF()
        self.title_rect = QRectF()
        self.selected = self.focused = False

    @abstractmethod
    def refresh(self) -> None:
        """Read the annotation anew."""

    def show_size(self, size: tuple[float, float]) -> None:
        """Show it in another size while it is dragged; what cannot be resized keeps its own."""

    @abstractmethod
    def part_at(self, point: QPointF) -> Part | None:
        """What lies under a point of the scene; None where the mouse goes through."""

    def on_border(self, point: QPointF) -> bool:
        """Whether a point of the scene lies on the line around it."""
        inside, where = self.rect.adjusted(BORDER, BORDER, -BORDER, -BORDER), point - self.pos()
        return self.rect.adjusted(-BORDER, -BORDER, BORDER, BORDER).contains(where) and not inside.contains(where)

    def refresh_state(self) -> None:
        """Read anew whether it is selected or focused, or stands back while a search is for others."""
        look = self._look
        self.setOpacity(FADED if look.found is not None and not look.is_found((self.key,)) else 1.0)
        state = self.key in look.document.selection.annotations, self.key == look.focused
        if state != (self.selected, self.focused):
            self.selected, self.focused = state
            self.update()

    def place(self) -> QRectF:
        """Where it lies in the scene."""
        return self.rect.translated(self.pos())

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-CARD_MARGIN, -CARD_MARGIN, CARD_MARGIN, CARD_MARGIN)

    def corner_at(self, point: QPointF) -> bool:
        """Whether a point of the scene lies in the corner by which it is resized."""
        corner = QRectF(self.rect.right() - CORNER, self.rect.bottom() - CORNER, CORNER, CORNER)
        return corner.contains(point - self.pos())

    def _paint_ring(self, painter: QPainter, inks: Inks, radius: float) -> None:
        """The ring of the keyboard's focus."""
        if self.focused:
            painter.setPen(inks.ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect.adjusted(-4, -4, 4, 4), radius + 4, radius + 4)

    def _paint_corner(self, painter: QPainter, inks: Inks) -> None:
        """Two short strokes in the corner of what is selected."""
        if self.selected:
            painter.setPen(QPen(inks.accent, 1.5))
            end = self.rect.bottomRight() - QPointF(4, 4)
            for length in (5.0, 10.0):
                painter.drawLine(end - QPointF(length, 0), end - QPointF(0, length))
