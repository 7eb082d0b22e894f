"""The whole drawing in a corner of the canvas, and the part of it that is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.canvas.inks import blend
from gui.widgets.refresh import Refresh

if TYPE_CHECKING:
    from gui.canvas.scene import NetworkScene

SIZE = QSize(200, 132)
PADDING = 8.0
REFRESH_MS = 100
LEAST_SIDE = 3.0
"""Pixels that a card and the frame are wide and high at least."""
SHARE = 0.4
"""Of the view's width and height, the most that the map may cover."""


class Minimap(QWidget):
    """Blocks in the colours of their families, or in those that people gave.

    `pointed` carries the point of the scene that a press or drag means.

    It is there while it is `wanted` and the drawing does not fit into the view.
    """

    pointed = Signal(QPointF)

    def __init__(self, network: NetworkScene, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("minimap")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.wanted = True
        self._network = network
        self._content = QRectF()
        self._visible = QRectF()
        self._blocks = QPixmap()
        self._refresh = Refresh(self, REFRESH_MS)
        self._refresh.due.connect(self.redraw)
        document = network.document
        for changed in (document.edited, document.inferred, document.replaced, document.scope_changed):
            changed.connect(self._refresh.ask)
        self._refresh.ask()
        self.retranslate()
        self.hide()

    def follow(self, content: QRectF, visible: QRectF, room: QSize) -> bool:
        """Show that this part is in view, or hide where all of it is; whether the map is to be seen."""
        needed = self.wanted and not content.isEmpty() and not visible.contains(content)
        self._visible = visible
        self.resize(min(SIZE.width(), round(SHARE * room.width())), min(SIZE.height(), round(SHARE * room.height())))
        if needed and content != self._content:
            self._refresh.ask()
        self.setVisible(needed)
        if needed:
            self.update()
        return needed

    def redraw(self) -> None:
        """Draw all cards anew."""
        self._content = self._network.content_rect()
        ratio = self.devicePixelRatioF()
        self._blocks = QPixmap(self.size() * ratio)
        self._blocks.setDevicePixelRatio(ratio)
        self._blocks.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._blocks)
        inks = self._network.look.inks
        for item in self._network.cards():
            card = item.card
            painter.fillRect(self._shown(item.place()), inks.tags[card.tag] if card.tag else card.bar(inks))
        painter.end()
        self.update()

    # Places

    def _scale(self) -> float:
        inside = QRectF(self.rect()).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        content = self._content
        return min(inside.width() / max(content.width(), 1.0), inside.height() / max(content.height(), 1.0))

    def _shown(self, rect: QRectF) -> QRectF:
        """Where a part of the scene is on the map, never so small that it is not seen."""
        scale = self._scale()
        centre = (rect.center() - self._content.center()) * scale + QRectF(self.rect()).center()
        width, height = max(rect.width() * scale, LEAST_SIDE), max(rect.height() * scale, LEAST_SIDE)
        return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)

    def scene_point(self, pixel: QPointF) -> QPointF:
        """What lies in the scene under a pixel of the map."""
        return (pixel - QRectF(self.rect()).center()) / self._scale() + self._content.center()

    @property
    def frame(self) -> QRectF:
        """The part in view, on the map."""
        return self._shown(self._visible).intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.scene_point(event.position()))

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(worn.hairline), 1))
        painter.setBrush(QColor(worn.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.drawPixmap(0, 0, self._blocks)
        tint = QColor(worn.accent)
        tint.setAlphaF(0.12)
        painter.setPen(QPen(blend(worn.panel, worn.accent, 0.8), 1.5))
        painter.setBrush(tint)
        painter.drawRoundedRect(self.frame, 2, 2)
        painter.end()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.setAccessibleName(self.tr("Map of the drawing"))
        self.setToolTip(self.tr("Press or drag to look elsewhere"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._refresh.ask()
        super().changeEvent(event)


def place_beside(map_size: QSize, legend: QRect | None, room: QRect, margin: int, busy: QRegion) -> QRect:
    """The lower right corner, or above the legend where both have no room beside each other.

    Where people are busy there, the upper right one.
    """
    corner = room.adjusted(margin, margin, -margin, -margin)
    place = QRect(
        corner.right() - map_size.width() + 1,
        corner.bottom() - map_size.height() + 1,
        map_size.width(),
        map_size.height(),
    )
    if legend is not None and place.adjusted(-margin, 0, 0, 0).intersects(legend):
        place.moveBottom(legend.top() - margin // 2)
    if busy.intersects(place):
        place.moveTop(corner.top())
    return place
