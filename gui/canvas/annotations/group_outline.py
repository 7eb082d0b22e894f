"""An expanded group: a titled outline around all that it shows, with a button that collapses it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.clearance import shifted
from engine.floor import EMPTY
from engine.frames import TITLE, outline
from gui.canvas.annotations.annotation_item import OUTLINE_LAYER, AnnotationItem, Part
from gui.canvas.annotations.frame_item import RADIUS, paint_title
from gui.canvas.cards.card import FAR
from gui.canvas.cards.far_cards import FARTHEST

TITLE_HEIGHT = 2 * TITLE
BUTTON = 20.0


class GroupOutlineItem(AnnotationItem):
    """The outline of the group `key`; its origin is the scene's.

    While it `invites`, what is dropped in it will belong to the group.
    """

    invites = False

    def refresh(self) -> None:
        annotations = self._look.document.graph.annotations
        group = annotations.group(self.key)
        self.setZValue(OUTLINE_LAYER + 0.01 * len(list(annotations.around(self.key))))
        self.title, self.tag = group.title, group.tag
        self._empty_at = group.position
        self.setToolTip(
            QCoreApplication.translate("Canvas", "Double-click the title to collapse the group; Enter goes into it")
        )
        self.refresh_state()
        self.update()

    def surround(self, inner: QRectF) -> None:
        """Lie around what the group shows."""
        self.prepareGeometryChange()
        left, top, right, bottom = shifted(EMPTY, self._empty_at) if inner.isNull() else outline(inner.getCoords())  # type: ignore[arg-type]
        self.rect = QRectF(QPointF(left, top), QPointF(right, bottom))
        self.title_rect = QRectF(self.rect.left(), self.rect.top(), self.rect.width(), TITLE_HEIGHT)

    def invite(self, inviting: bool) -> None:
        """Show that what is dropped here joins the group, or no longer."""
        if inviting != self.invites:
            self.invites = inviting
            self.update()

    def _button(self) -> QRectF:
        rest = (TITLE_HEIGHT - BUTTON) / 2
        return QRectF(self.title_rect.right() - BUTTON - rest, self.title_rect.top() + rest, BUTTON, BUTTON)

    def part_at(self, point: QPointF) -> Part | None:
        if self._button().contains(point):
            return Part.FOLD
        return Part.BODY if self.title_rect.contains(point) or self.on_border(point) else None

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inks, scale = self._look.inks, painter.worldTransform().m11()
        self._paint_ring(painter, inks, RADIUS)
        pen = QPen(inks.selected if self.selected or self.invites else inks.borders[self.tag])
        if not self.invites:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(inks.inviting if self.invites else inks.grounds[self.tag])
        painter.drawRoundedRect(self.rect, RADIUS, RADIUS)
        if scale >= FARTHEST:
            paint_title(painter, self.title_rect.adjusted(14, 0, -BUTTON - 14, 0), self.title, scale)
        if scale >= FAR:
            button = self._button()
            painter.setPen(QPen(inks.muted, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(button.adjusted(2, 2, -2, -2), 4, 4)
            middle = button.center()
            painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
