"""A frame: a titled rectangle behind the cards. It is taken hold of by its title or its border.

A click within selects it too; all else goes through to what lies there.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.annotations import Frame
from gui import theme
from gui.canvas.annotations.annotation_item import FAR_TITLE_PIXELS, FRAME_LAYER, AnnotationItem, Part
from gui.canvas.cards.card import FAR
from gui.canvas.cards.far_cards import FARTHEST

RADIUS = 10.0
TITLE_HEIGHT = 36.0
TITLE_LEFT = 14.0


class FrameItem(AnnotationItem):
    """The frame `key`; its origin is its upper left corner. Small ones lie over large ones."""

    def refresh(self) -> None:
        frame = self._look.document.graph.annotations[self.key]
        assert isinstance(frame, Frame)
        self.show_size(frame.size)
        self.title, self.tag = frame.title, frame.tag
        self.setZValue(FRAME_LAYER - min(frame.size[0] * frame.size[1] * 1e-9, 1.0))
        self.setPos(*frame.position)
        self.refresh_state()
        self.update()

    def show_size(self, size: tuple[float, float]) -> None:
        self.prepareGeometryChange()
        width, height = size
        self.rect = QRectF(0, 0, width, height)
        self.title_rect = QRectF(0, 0, width, min(TITLE_HEIGHT, height))

    def part_at(self, point: QPointF) -> Part | None:
        if self.corner_at(point):
            return Part.CORNER
        return Part.BODY if self.title_rect.contains(point - self.pos()) or self.on_border(point) else None

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inks, scale = self._look.inks, painter.worldTransform().m11()
        self._paint_ring(painter, inks, RADIUS)
        painter.setPen(inks.selected if self.selected else inks.borders[self.tag])
        painter.setBrush(inks.grounds[self.tag])
        painter.drawRoundedRect(self.rect, RADIUS, RADIUS)
        if scale >= FARTHEST:
            paint_title(painter, self.title_rect.adjusted(TITLE_LEFT, 0, -TITLE_LEFT, 0), self.title, scale)
        self._paint_corner(painter, inks)


def paint_title(painter: QPainter, room: QRectF, title: str, scale: float) -> None:
    """The title of a frame or group, larger when it is seen from afar, in the ink of the theme's text."""
    font = theme.body_font(theme.BODY_PIXELS if scale >= FAR else FAR_TITLE_PIXELS, bold=True)
    shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(theme.current().text)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
