"""The red dot in the status bar, with the time that is recorded; a press ends the recording, or the writing of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from gui import theme
from gui.i18n import number

DOT, SIGN = 8, 14
HEIGHT = 27
"""With and without words, so that the status bar, which makes room for it also while it is hidden, never grows."""


class RecordingSign(QToolButton):
    """Hidden while nothing is recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recording")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(SIGN, SIGN))
        self.setFixedHeight(HEIGHT)
        self.setFont(theme.body_font(theme.NOTE_PIXELS))
        self.setAutoRaise(True)
        self._told: tuple[int, int] | None = None
        self._share: float | None = None
        self.hide()

    def show_time(self, seconds: float, most: float) -> None:
        """So much is recorded, of so much that can be."""
        self._share, told = None, (int(seconds), int(most))
        if told != self._told or self.isHidden():
            self._told = told
            self._tell()

    def show_share(self, share: float) -> None:
        """So much of it is written."""
        self._told, self._share = None, share
        self._tell()

    def _tell(self) -> None:
        if self._share is not None:
            told = self.tr("Writing the animation: {percent}%").format(percent=number(100 * self._share, 3))
            tip = self.tr("Press to give it up")
        elif self._told is not None:
            told = " / ".join(f"{seconds // 60}:{seconds % 60:02}" for seconds in self._told)
            tip = self.tr("An animation is being recorded. Press to end it; then it is written.")
        else:
            return
        self.setText(told)
        self.setToolTip(tip)
        self.setAccessibleName(f"{told}. {tip}")
        self.setIcon(self._dot())
        self.show()

    def _dot(self) -> QIcon:
        """Red while it records, quiet while it is written."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(SIGN * ratio), round(SIGN * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        worn = theme.current()
        painter.setBrush(QColor(worn.danger if self._share is None else worn.muted))
        painter.drawEllipse((SIGN - DOT) // 2, (SIGN - DOT) // 2, DOT, DOT)
        painter.end()
        return QIcon(picture)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and not self.isHidden():
            self._tell()
        super().changeEvent(event)
