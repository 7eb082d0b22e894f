"""A line of small print that gives way where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from gui.theme import NOTE_PIXELS, body_font, current


class Note(QLabel):
    """Muted text of one line; where it does not fit it is shortened, or left out if it is of use only `whole`."""

    whole = False

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(body_font(NOTE_PIXELS))
        painter.setPen(QColor(current().muted))
        if self.whole and painter.fontMetrics().horizontalAdvance(self.text()) > self.width():
            return
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
