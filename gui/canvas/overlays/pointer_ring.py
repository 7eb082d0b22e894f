"""A soft ring around the mouse, for those who follow it on a projector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme

SIDE, WIDTH = 72, 5.0


class PointerRing(QWidget):
    """Follows the mouse over the surface it lies on while it is `on`; `turned` tells of each change."""

    turned = Signal(bool)

    def __init__(self, surface: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pointer_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(SIDE, SIDE)
        self._on = False
        self._surface = surface
        self.hide()

    @property
    def on(self) -> bool:
        """Whether it is shown where the mouse goes next."""
        return self._on

    def turn(self, on: bool) -> None:
        """Follow the mouse from now on, or no more."""
        if on == self._on:
            return
        self._on = on
        if on:
            self._surface.installEventFilter(self)
        else:
            self._surface.removeEventFilter(self)
            self.hide()
        self.turned.emit(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self.move(event.position().toPoint() - QPoint(SIDE // 2, SIDE // 2))
            self.show()
            self.raise_()
        elif event.type() == QEvent.Type.Leave:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        color = QColor(theme.current().negative)
        color.setAlphaF(0.7)
        glow = QColor(color)
        glow.setAlphaF(0.12)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, WIDTH))
        painter.setBrush(glow)
        painter.drawEllipse(QRectF(self.rect()).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH))
        painter.end()
