"""The line at the foot of the window: messages that pass, beside what stays there."""

from __future__ import annotations

from PySide6.QtWidgets import QStatusBar, QWidget

from engine.errors import Message
from gui import names
from gui.document import Document

MESSAGE_TIME = 8000
"""Milliseconds for which a passing message stays."""
MARGIN = 16


class StatusLine(QStatusBar):
    """Tells what was just done, and what was refused."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setSizeGripEnabled(False)
        self.setContentsMargins(MARGIN, 0, MARGIN, 0)
        document.refused.connect(self.mention)

    def tell(self, text: str) -> None:
        """Show this for a while."""
        self.showMessage(text, MESSAGE_TIME)

    def mention(self, message: Message) -> None:
        """The same of a message, with the names that people know layers by."""
        self.tell(names.told(message, self._document.graph))

    def forget(self, told: str) -> None:
        """What was told is true no more."""
        if self.currentMessage() == told:
            self.clearMessage()
