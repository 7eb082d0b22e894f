"""One line of text that may change thirty times a second without anything being laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class LineText(QWidget):
    """Takes the room it is given; what does not fit ends in an ellipsis and stands in the tooltip.

    With `whole`, a text that does not fit is of no use and is left out.
    """

    whole = False

    def __init__(self, role: str = "", alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAutoFillBackground(True)  # so that a change does not paint what lies below
        self._alignment = alignment
        self._text = ""

    def text(self) -> str:
        """All of the text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show this from the next frame on."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 2)

    def shown(self) -> str:
        """What of the text there is room for."""
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        return "" if self.whole and shown != self._text else shown

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.shown()
        tip = "" if shown == self._text else self._text
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | self._alignment), shown)
