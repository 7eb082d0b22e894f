"""A quiet bar above the canvas that tells what went wrong, or offers help, until it is closed or the cause is gone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from engine.errors import Message
from gui.i18n import sentence


class NoticeBar(QWidget):
    """Shows one Message at a time, the newest, and a button where it offers something; another button closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._message: Message | None = None
        self._label: Message | None = None
        self._help: Callable[[], None] | None = None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.help, self.dismiss = QPushButton(), QPushButton()
        self.help.setObjectName("notice_help")
        self.help.clicked.connect(self._accept)
        self.dismiss.setProperty("role", "link")
        self.dismiss.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.help)
        row.addWidget(self.dismiss)
        self.retranslate()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Tell what went wrong, in place of what stood here."""
        self._tell(message, None, None)

    def offer(self, message: Message, label: Message, help: Callable[[], None]) -> None:
        """Tell this, and do what the button says when it is pressed."""
        self._tell(message, label, help)

    def withdraw(self, message: Message) -> None:
        """Tell it no longer, if it is what stands here."""
        if self._message is message:
            self.clear()

    def clear(self) -> None:
        """Tell nothing any more."""
        self._message = self._label = self._help = None
        self.hide()

    def _tell(self, message: Message, label: Message | None, help: Callable[[], None] | None) -> None:
        self._message, self._label, self._help = message, label, help
        self.text.setProperty("role", "error" if help is None else "sentence")
        self.text.style().unpolish(self.text)
        self.text.style().polish(self.text)
        self.help.setVisible(help is not None)
        self.retranslate()
        self.show()

    def _accept(self) -> None:
        help = self._help
        self.clear()
        if help is not None:
            help()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.text.setText(sentence(self._message) if self._message else "")
        self.help.setText(sentence(self._label) if self._label else "")
        self.dismiss.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
