"""The whole drawing in a corner of the canvas, and the part of it that is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.canvas.inks import blend
from gui.widgets.refresh import Refresh

if TYPE_CHECKING:
    from gui.canvas.scene import NetworkScene

SIZE = QSize(200, 132)
PADDING = 8.0
REFRESH_MS, REST_MS = 100, 400
SHIMMER = 0.75
"""How opaque it is over cards."""
LEAST_SIDE = 3.0
"""Pixels that a card and the frame are wide and high at least."""
SHARE = 0.4
"""Of the view's width and height, the most that the map may cover."""


class Minimap(QWidget):
    """Blocks in the colours of their families, or in those that people gave.

    `pointed` carries the point of the scene that a press or drag means.

    It is there while it is `wanted` and the drawing does not fit into the view. `corner` is the one of `corners` in
    which it lies; `rested` tells that people have looked at one part for a moment, so that it may lie elsewhere. While
    it is `covering` cards it shimmers, except under the mouse.
    """

    pointed = Signal(QPointF)
    rested = Signal()

    def __init__(self, network: NetworkScene, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("minimap")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.wanted = True
        self.corner = 0
        self.covering = False
        self._network = network
        self._content = QRectF()
        self._visible = QRectF()
        self._blocks = QPixmap()
        self._refresh = Refresh(self, REFRESH_MS)
        self._refresh.due.connect(self.redraw)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.rested)
        document = network.document
        for changed in (document.edited, document.inferred, document.replaced, document.scope_changed):
            changed.connect(self._refresh.ask)
        self._refresh.ask()
        self.retranslate()
        self.hide()

    def follow(self, content: QRectF, visible: QRectF, room: QSize) -> bool:
        """Show that this part is in view, or hide where all of it is; whether the map is to be seen."""
        needed = self.wanted and not content.isEmpty() and not visible.contains(content)
        if needed and (visible, content) != (self._visible, self._content):
            self.wait()
        self._visible = visible
        self.resize(min(SIZE.width(), round(SHARE * room.width())), min(SIZE.height(), round(SHARE * room.height())))
        if needed and content != self._content:
            self._refresh.ask()
        self.setVisible(needed)
        if needed:
            self.update()
        return needed

    def wait(self) -> None:
        """People are at work: they have not rested before a moment from now."""
        self._rest.start()

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
        painter.setOpacity(SHIMMER if self.covering and not self.underMouse() else 1.0)
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

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        self.wait()

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


def corners(map_size: QSize, legend: QRect | None, crumbs: QRect | None, room: QRect, margin: int) -> list[QRect]:
    """Where the map may lie: lower and upper right, lower and upper left, beside or above the legend and below crumbs.

    The first is the one that it likes best.
    """
    inside = room.adjusted(margin, margin, -margin, -margin)
    left, top = inside.left(), inside.top()
    right, bottom = inside.right() - map_size.width() + 1, inside.bottom() - map_size.height() + 1
    places = [QRect(QPoint(x, y), map_size) for x in (right, left) for y in (bottom, top)]
    for place in places:
        if legend is not None and place.adjusted(-margin, 0, margin, 0).intersects(legend):
            place.moveBottom(legend.top() - margin // 2)
        if crumbs is not None and place.intersects(crumbs):
            place.moveTop(crumbs.bottom() + margin // 2)
    return places
