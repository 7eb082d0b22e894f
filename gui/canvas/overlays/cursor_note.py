"""A sentence beside the mouse: why something cannot be done here."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui import theme

WIDEST = 300
PADDING = 10
OFFSET = QPoint(16, 18)
LINGER_MS = 2500
FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CursorNote(QWidget):
    """Painted like a tooltip, but it stays as long as it is true and never takes the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._canvas = parent
        self.text = ""
        self._timer = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_at(self, pixel: QPoint, text: str) -> None:
        """Say this beside a place in the parent; an empty text hides the note."""
        self._timer.stop()
        self.text = text
        if not text:
            self.hide()
            return
        self._fit(pixel)
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self.update()

    def linger_at(self, pixel: QPoint, text: str) -> None:
        """Say this for a moment, or until the user does something else."""
        self.show_at(pixel, text)
        self._timer.start()
        announce(self._canvas, text)

    def _fit(self, pixel: QPoint) -> None:
        """Keep the whole note inside the parent."""
        metrics = QFontMetrics(theme.body_font(theme.LABEL_PIXELS))
        inside = metrics.boundingRect(QRect(0, 0, WIDEST, 1000), FLAGS, self.text)
        width, height = inside.width() + 2 * PADDING + 2, inside.height() + PADDING + 4
        room = self._canvas.rect()
        x = min(pixel.x() + OFFSET.x(), room.right() - width - 4)
        below = pixel.y() + OFFSET.y()
        y = below if below + height < room.bottom() else pixel.y() - height - 8
        self.setGeometry(max(x, 4), max(y, 4), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn.tooltip))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.setPen(QColor(worn.on_tooltip))
        painter.setFont(theme.body_font(theme.LABEL_PIXELS))
        painter.drawText(self.rect().adjusted(PADDING, 0, -PADDING, 0), FLAGS, self.text)
        painter.end()


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say this, where one listens."""
    if text and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
