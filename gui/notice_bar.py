"""A quiet bar above the canvas that tells what went wrong until it is closed or the cause is gone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from engine.errors import Message
from gui.i18n import sentence


class NoticeBar(QWidget):
    """Shows one Message at a time, the newest; Escape or its button closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._message: Message | None = None
        self.text = QLabel()
        self.text.setProperty("role", "error")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dismiss = QPushButton()
        self.dismiss.setProperty("role", "link")
        self.dismiss.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.dismiss)
        self.retranslate()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Tell this, in place of what stood here."""
        self._message = message
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Tell nothing any more."""
        self._message = None
        self.hide()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.text.setText(sentence(self._message) if self._message else "")
        self.dismiss.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
