"""A quiet bar above the canvas that tells what went wrong, or offers help, until it is closed or the cause is gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from engine.errors import Message
from gui.i18n import sentence
from gui.widgets.dress import dress


class Way(NamedTuple):
    """What a button says, and what it does; `needed` where nothing goes on until one of the ways is taken."""

    label: Message
    take: Callable[[], object]
    needed: bool = False


class NoticeBar(QWidget):
    """Shows one Message at a time, the newest, and a button for each way out that it offers; another one closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._message: Message | None = None
        self._ways: tuple[Way, ...] = ()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.help, self.other, self.dismiss = QPushButton(), QPushButton(), QPushButton()
        self.help.setObjectName("notice_help")
        self.other.setObjectName("notice_other")
        for place, button in enumerate((self.help, self.other)):
            button.clicked.connect(partial(self._accept, place))
        self.dismiss.setProperty("role", "link")
        self.dismiss.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 8)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.help)
        row.addWidget(self.other)
        row.addWidget(self.dismiss)
        self.retranslate()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Tell what went wrong, in place of what stood here."""
        self._tell(message, ())

    def offer(self, message: Message, *ways: Way) -> None:
        """Tell this, and do what the button says that is pressed: one way out, or a second one beside it."""
        self._tell(message, ways)

    def withdraw(self, message: Message) -> None:
        """Tell it no longer, if it is what stands here."""
        if self._message is message:
            self.clear()

    def clear(self) -> None:
        """Tell nothing any more."""
        self._message, self._ways = None, ()
        self.hide()

    def _tell(self, message: Message, ways: tuple[Way, ...]) -> None:
        self._message, self._ways = message, ways
        dress(self.text, role="sentence" if ways else "error")
        dress(self.help, role="primary" if ways and ways[0].needed else "")
        for place, button in enumerate((self.help, self.other)):
            button.setVisible(place < len(ways))
        self.retranslate()
        self.show()

    def _accept(self, place: int) -> None:
        ways = self._ways
        self.clear()
        if place < len(ways):
            ways[place].take()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.text.setText(sentence(self._message) if self._message else "")
        for way, button in zip(self._ways, (self.help, self.other), strict=False):
            button.setText(sentence(way.label))
        self.dismiss.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
