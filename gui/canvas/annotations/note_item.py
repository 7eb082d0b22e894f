"""A note: plain text on a sheet of paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextOption
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.annotations import Note
from gui import theme
from gui.canvas.annotations.annotation_item import NOTE_LAYER, AnnotationItem, Part
from gui.canvas.cards.far_cards import FARTHEST

PADDING = 12.0
STRIP = 4.0
"""The height of the coloured strip along the upper edge."""


class NoteItem(AnnotationItem):
    """The note `key`; its origin is its upper left corner."""

    def refresh(self) -> None:
        note = self._look.document.graph.annotations[self.key]
        assert isinstance(note, Note)
        self.show_size(note.size)
        self.text, self.tag = note.text, note.tag
        self.setZValue(NOTE_LAYER)
        self.setPos(*note.position)
        self.refresh_state()
        self.update()

    def show_size(self, size: tuple[float, float]) -> None:
        self.prepareGeometryChange()
        self.rect = self.title_rect = QRectF(0, 0, *size)

    def part_at(self, point: QPointF) -> Part | None:
        if self.corner_at(point):
            return Part.CORNER
        return Part.BODY if self.rect.contains(point - self.pos()) else None

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inks = self._look.inks
        self._paint_ring(painter, inks, 3)
        painter.setPen(inks.selected if self.selected else inks.outline)
        painter.setBrush(inks.papers[self.tag])
        painter.drawRoundedRect(self.rect, 3, 3)
        if self.tag:
            painter.fillRect(QRectF(self.rect.left(), self.rect.top(), self.rect.width(), STRIP), inks.tags[self.tag])
        if painter.worldTransform().m11() >= FARTHEST:
            painter.setPen(inks.text)
            painter.setFont(theme.body_font())
            wrapping = QTextOption(Qt.AlignmentFlag.AlignLeft)
            wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            painter.drawText(self.rect.adjusted(PADDING, PADDING, -PADDING, -PADDING), self.text, wrapping)
        self._paint_corner(painter, inks)
