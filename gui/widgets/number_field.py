"""A line in which a number, a shape or a text is typed or stepped, checked by its declaration."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from engine.errors import HyperparameterError, Message
from engine.hyperparameters import Hyperparameter
from gui import theme
from gui.i18n import sentence, words
from gui.widgets.controls import MIXED, mixed_word
from gui.widgets.notation import Notation, notation

STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}
WHEEL_NOTCH = 120
"""What a wheel reports for one notch."""
UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NumberField(QLineEdit):
    """Emits `value_changed` for a valid, changed value when it is committed: Enter, leaving the field, a step.

    A press anywhere else and a shortcut commit too, so that nothing runs or is saved without what is half typed,
    also where a button takes no focus. A text that is not valid has a red outline, and `complained` carries the
    sentence why ("" when all is well). Committing such a text gives the last valid value back and leaves the
    sentence standing. Escape takes back what was typed. `typed` carries every valid value on the way.
    """

    value_changed = Signal(object)
    typed = Signal(object)
    complained = Signal(str)

    def __init__(
        self, field: Hyperparameter, value: Any, parent: QWidget | None = None, written: Notation | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._notation = written or notation(field)
        self._value = value
        self._turned = 0
        self._watching = False
        self._complaint: Message | None = None
        self.setMinimumWidth(40)
        if field.kind is not str:
            self.setFont(theme.number_font(theme.BODY_PIXELS))
        self._show_value()
        self.setCursorPosition(0)
        self.textEdited.connect(self._check)
        self.retranslate()

    @property
    def value(self) -> Any:
        """The last valid value."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show another value and emit nothing; a text that is being typed stays if the value is the same."""
        if value != self._value:
            self._value = value
            self._show_value()
            self._complain(None)

    def commit(self) -> None:
        """Take the typed text for good, or give the last valid value back."""
        if not self.isModified():
            return
        try:
            value = self._notation.parse(self.text())
        except HyperparameterError as error:
            self._show_value()
            self._complain(error.messages[0], standing=False)
            return
        self._complain(None)
        self._take(value)

    def step(self, steps: int) -> None:
        """Go up or down from what is typed, or from the last valid value."""
        text, cursor = self.text(), self.cursorPosition()
        try:
            value = self._notation.parse(text)
        except HyperparameterError:
            value = self._field.initial if self._value is MIXED else self._value
        stepped = self._notation.step(value, steps, text, cursor)
        self._complain(None)
        self._take(stepped)
        self.setCursorPosition(min(cursor, len(self.text())))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self._show_placeholder()
        self._tell()

    def _take(self, value: Any) -> None:
        changed = value != self._value
        self._value = value
        self._show_value()
        if changed:
            self.value_changed.emit(value)

    def _show_value(self) -> None:
        self._watch(False)
        cursor = self.cursorPosition()
        self.setText("" if self._value is MIXED else self._notation.write(self._value))
        self.setCursorPosition(min(cursor, len(self.text())))
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        none = words(self._field.absent) or self.tr("none") if self._field.optional else ""
        self.setPlaceholderText(mixed_word() if self._value is MIXED else none)

    def _watch(self, watching: bool) -> None:
        """Look at the application's events while something is half typed."""
        if watching is not self._watching:
            self._watching = watching
            app = QApplication.instance()
            assert app is not None
            if watching:
                app.installEventFilter(self)
            else:
                app.removeEventFilter(self)

    def _check(self, text: str) -> None:
        self._watch(True)
        try:
            value = self._notation.parse(text)
        except HyperparameterError as error:
            self._complain(error.messages[0])
        else:
            self._complain(None)
            self.typed.emit(value)

    def _complain(self, complaint: Message | None, standing: bool = True) -> None:
        """Say what is wrong; with `standing` the wrong text still stands in the field."""
        self._complaint = complaint
        invalid = complaint is not None and standing
        if self.property("invalid") != invalid:
            self.setProperty("invalid", invalid)
            self.style().unpolish(self)
            self.style().polish(self)
        self._tell()

    def _tell(self) -> None:
        self.complained.emit(sentence(self._complaint) if self._complaint else "")

    # Events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        elsewhere = isinstance(watched, QWidget) and watched is not self and not isinstance(watched, QMenu)
        pressed = event.type() == QEvent.Type.MouseButtonPress and elsewhere
        if pressed or event.type() == QEvent.Type.Shortcut:
            self.commit()
        return False

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the document while nothing is half typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self.isModified() and any(event.matches(key) for key in UNDOING):
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Escape and self.isModified():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
        elif key == Qt.Key.Key_Escape and self.isModified():
            self._show_value()
            self._complain(None)
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Space and self._field.kind in (int, float)):
            event.ignore()  # no use for it here: the window may have one
        elif key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step(STEPS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.isModified() and self._complaint is not None and self.property("invalid") is not True:
            self._complain(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / WHEEL_NOTCH)
        self._turned -= notches * WHEEL_NOTCH
        if notches:
            self.step(notches)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
