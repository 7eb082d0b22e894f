"""Writing in place on the canvas: a title on one line, a note on several."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from engine.graph_json import LONGEST_TEXT
from gui import theme

LONGEST_TITLE = 100
LEAST_SIZE = 120, 28
"""Pixels in which anybody can write, however small what is written about is seen."""
SMALLEST, LARGEST = 11, 32
"""Pixels of the type."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


if TYPE_CHECKING:
    Field = QWidget
else:
    Field = object  # the field itself comes from Qt's class beside it


class Editor(Field):
    """How writing ends, for any field of Qt's: `written(text)` where it is to be kept, and then `done`.

    It ends once: by the keys of the field, when the focus goes, and when a key calls the window.
    """

    written: ClassVar[Signal]
    done: ClassVar[Signal]
    _open = True

    @abstractmethod
    def content(self) -> str:
        """What was written."""

    def finish(self, keep: bool = True) -> None:
        """End it, with what was written or without."""
        if self._open:
            self._open = False
            if keep:
                self.written.emit(self.content())
            self.done.emit()

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if calls_window(event):
            self.finish()
        return taken

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()


class TitleEdit(Editor, QLineEdit):
    """Enter keeps what was written, Escape does not."""

    written = Signal(str)
    done = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("title_edit")
        self.setMaxLength(LONGEST_TITLE)
        self.selectAll()

    def content(self) -> str:
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*ENTER, Qt.Key.Key_Escape):
            self.finish(keep=event.key() != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)


class NoteEdit(Editor, QPlainTextEdit):
    """Escape and Ctrl+Enter keep what was written."""

    written = Signal(str)
    done = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("note_edit")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.selectAll()

    def content(self) -> str:
        return self.toPlainText()[:LONGEST_TEXT]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        closing = event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if closing or event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)


def calls_window(event: QEvent) -> bool:
    """Whether a key is none of the editor's: a shortcut such as Save then finds what was written in its place."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride or event.isAccepted():
        return False
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)


def lay_over(editor: Editor, place: QRect, scale: float) -> None:
    """Put the editor over a place in the viewport, in type of the size that is seen there."""
    width, height = LEAST_SIZE
    editor.setGeometry(place.left(), place.top(), max(place.width(), width), max(place.height(), height))
    editor.setFont(theme.body_font(round(min(max(theme.BODY_PIXELS * scale, SMALLEST), LARGEST))))
    editor.show()
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
