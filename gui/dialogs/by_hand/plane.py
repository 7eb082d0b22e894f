"""A square from -1 to 1 in which something is drawn, with the mouse or with the arrow keys and the space bar."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.i18n import MINUS

SIDE = 420
LEFT, BELOW, AROUND = 40, 36, 10
"""Pixels that the numbers take, and those that are free on the other sides."""
TICKS = (-1.0, -0.5, 0.0, 0.5, 1.0)
STEP, SMALL_STEP = 0.05, 0.01
"""How far an arrow key goes, and with Shift."""
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class Plane(QWidget):
    """A gesture begins with a button of the mouse or the space bar, and lasts until it is let go.

    The right button and Delete erase. `gesture_ended` tells that something may have been drawn.
    """

    gesture_ended = Signal()

    def __init__(self, titles: tuple[str, str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 260)
        self.titles = titles
        self.pointer = QPointF(0.0, 0.0)
        self._by_key = False
        self._drawing = False

    # What a subclass draws

    @abstractmethod
    def begin(self, x: float, y: float, erase: bool) -> None:
        """A gesture begins there."""

    @abstractmethod
    def move_to(self, x: float, y: float) -> None:
        """The gesture goes on to there."""

    @abstractmethod
    def end(self) -> None:
        """The gesture ends where it is."""

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """Draw what is there; the axes are drawn already."""

    # Places

    def sizeHint(self) -> QSize:
        return QSize(SIDE + LEFT + AROUND, SIDE + BELOW + AROUND)

    def frame(self) -> QRectF:
        """The square in pixels."""
        side = max(min(self.width() - LEFT - AROUND, self.height() - BELOW - AROUND), 1)
        room = QRectF(LEFT, AROUND, self.width() - LEFT - AROUND, self.height() - BELOW - AROUND)
        square = QRectF(0, 0, side, side)
        square.moveCenter(room.center())
        return QRectF(square.toAlignedRect())

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a place of the plane is seen."""
        square = self.frame()
        return QPointF(square.left() + (x + 1) / 2 * square.width(), square.bottom() - (y + 1) / 2 * square.height())

    def place(self, pixel: QPointF) -> tuple[float, float]:
        """What place is seen there, also beside the square."""
        square = self.frame()
        return (
            2 * (pixel.x() - square.left()) / square.width() - 1,
            2 * (square.bottom() - pixel.y()) / square.height() - 1,
        )

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton) or self._drawing:
            return
        self._by_key = False
        self._begin(self.place(event.position()), event.button() is Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by_key = False
        self._go(self.place(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._end()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            step = SMALL_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            x, y = (now + step * way for now, way in zip(self.pointer.toTuple(), ARROWS[key], strict=True))
            self._by_key = True
            self._go((min(max(x, -1.0), 1.0), min(max(y, -1.0), 1.0)))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            if not event.isAutoRepeat() and not self._drawing:
                self._by_key = True
                self._begin((self.pointer.x(), self.pointer.y()), key == Qt.Key.Key_Delete)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete) and not event.isAutoRepeat():
            self._end()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end()
        super().focusOutEvent(event)
        self.update()

    def _begin(self, place: tuple[float, float], erase: bool) -> None:
        self.pointer = QPointF(*place)
        self._drawing = True
        self.begin(*place, erase)
        self.update()

    def _go(self, place: tuple[float, float]) -> None:
        self.pointer = QPointF(*place)
        if self._drawing:
            self.move_to(*place)
        self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.end()
            self.gesture_ended.emit()
            self.update()

    # Painting

    def reach(self) -> float:
        """Half the width of what a gesture touches, in units of the plane; 0 for a point."""
        return 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        painter.save()
        painter.setClipRect(self.frame().adjusted(-6, -6, 6, 6))
        self.paint(painter)
        painter.restore()
        if self.underMouse() or (self.hasFocus() and self._by_key):
            self._paint_pointer(painter)
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        colors, square = theme.current(), self.frame()
        painter.fillRect(square, QColor(colors.canvas))
        painter.setFont(theme.number_font(theme.NOTE_PIXELS))
        for tick in TICKS:
            text = f"{tick:g}".replace("-", MINUS)
            painter.setPen(QPen(QColor(colors.grid), 1.0 if tick else 2.0))
            painter.drawLine(self.pixel(tick, -1), self.pixel(tick, 1))
            painter.drawLine(self.pixel(-1, tick), self.pixel(1, tick))
            painter.setPen(QColor(colors.muted))
            x, y = self.pixel(tick, tick).toTuple()
            painter.drawText(QRectF(x - 24, square.bottom() + 4, 48, 14), Qt.AlignmentFlag.AlignCenter, text)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(square.left() - 34, y - 8, 28, 16), right, text)
        painter.setFont(theme.body_font(theme.NOTE_PIXELS, bold=True))
        below = QRectF(square.left(), square.bottom() + 19, square.width(), 14)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.titles[0])
        beside = QRectF(square.left() - LEFT, square.center().y() - square.height() / 8 - 8, LEFT - 6, 16)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.titles[1])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.hairline), 1.0))
        painter.drawRect(square)

    def _paint_pointer(self, painter: QPainter) -> None:
        """What the next gesture touches; and by keys also where it is."""
        place = self.pixel(*self.pointer.toTuple())
        color = QColor(theme.current().text)
        painter.setPen(QPen(color, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if radius := self.reach() / 2 * self.frame().width():
            painter.drawEllipse(place, radius, radius)
        if self._by_key:
            painter.drawLine(place - QPointF(7, 0), place + QPointF(7, 0))
            painter.drawLine(place - QPointF(0, 7), place + QPointF(0, 7))
