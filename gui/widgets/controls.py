"""Boxes to tick and to pick from; NumberField is the third control of a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

MIXED: Any = object()
"""The value that a control shows for several things of which each has another; nobody can pick it."""


def mixed_word() -> str:
    """How a control calls values that differ."""
    return QCoreApplication.translate("Controls", "mixed")


def takes_space(event: QEvent) -> bool:
    """Whether a control is asked if it wants the space bar for itself, which otherwise runs the training."""
    asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
    return asked and event.key() == Qt.Key.Key_Space and not event.modifiers()  # type: ignore[attr-defined]


def name_aloud(box: QComboBox, name: str) -> None:
    """Name a box beside which no label stands; on Linux screen readers ask for a label, so a hidden one answers."""
    parent = box.parentWidget()
    assert parent is not None
    siblings = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    label = next((label for label in siblings if label.buddy() is box), None)
    if label is None:
        label = QLabel(parent)
        label.setBuddy(box)
        label.hide()
    label.setText(name.replace("&", "&&"))
    box.setAccessibleName(name)


class ComboBox(QComboBox):
    """A combo box that never asks for more width than there is and turns with the wheel only when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one follows no style sheet

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def whole_width(self) -> int:
        """Pixels in which the text that it shows now can be read whole."""
        return self.fontMetrics().horizontalAdvance(self._text()) + self.width() - self._room()

    def _text(self) -> str:
        return self.currentText() if self.currentIndex() >= 0 else self.placeholderText()

    def _room(self) -> int:
        """Pixels for the text."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write a text that is too long with an ellipsis, which a style sheet would cut."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = option.fontMetrics.elidedText(self._text(), Qt.TextElideMode.ElideRight, self._room())
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Open the list, wide enough for its longest line."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        if takes_space(event):
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.whole_width() > self.width():
            QToolTip.showText(event.globalPos(), f"{self._text()}\n{self.toolTip()}".strip(), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def fill(box: QComboBox, texts: Sequence[str]) -> None:
    """Other words for the same choices."""
    with QSignalBlocker(box):
        chosen = max(0, box.currentIndex())
        box.clear()
        box.addItems(texts)
        box.setCurrentIndex(chosen)


class Entry(NamedTuple):
    """One line of a PickBox: what it stands for, its words, a sentence about it, and whether it asks for more."""

    value: Any
    label: str
    summary: str = ""
    asks: bool = False


class PickBox(ComboBox):
    """One of several values; `describe` is asked for the entries anew when the language changes."""

    value_changed = Signal(object)

    def __init__(self, describe: Callable[[], Sequence[Entry]], value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._values: list[Any] = []
        self._asks: list[bool] = []
        self.retranslate()
        self.set_value(value)
        self.currentIndexChanged.connect(self._tell)

    @property
    def value(self) -> Any:
        """What is picked; MIXED where nothing is."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else MIXED

    def set_value(self, value: Any) -> None:
        """Pick another entry and emit nothing."""
        with QSignalBlocker(self):
            self.setCurrentIndex(-1 if value is MIXED else self._values.index(value))
        self._show_summary()

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        entries = self._describe()
        if len(entries) != self.count():
            with QSignalBlocker(self):
                self.clear()
                self.addItems([entry.label for entry in entries])
        self._values = [entry.value for entry in entries]
        self._asks = [entry.asks for entry in entries]
        self.setPlaceholderText(mixed_word())
        for index, entry in enumerate(entries):
            self.setItemText(index, entry.label)
            self.setItemData(index, entry.summary, Qt.ItemDataRole.ToolTipRole)
        self._show_summary()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step over what asks for more, which opens only from the list: who walks by means none of it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        place = self.currentIndex() + step
        while 0 <= place < self.count() and self._asks[place]:
            place += step
        if 0 <= place < self.count():
            self.setCurrentIndex(place)

    def _tell(self) -> None:
        self._show_summary()
        self.value_changed.emit(self.value)

    def _show_summary(self) -> None:
        if bool(self.property("mixed")) is not (self.currentIndex() < 0):
            self.setProperty("mixed", self.currentIndex() < 0)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setToolTip(str(self.currentData(Qt.ItemDataRole.ToolTipRole) or ""))
        self.updateGeometry()  # another text asks for other room

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class TickBox(QCheckBox):
    """On or off."""

    value_changed = Signal(object)

    def __init__(self, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self.toggled.connect(self.value_changed.emit)

    @property
    def value(self) -> Any:
        """Whether it is ticked; MIXED where it is half."""
        return MIXED if self.checkState() is Qt.CheckState.PartiallyChecked else self.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick it or not, or half where it is MIXED, and emit nothing."""
        with QSignalBlocker(self):
            if value is MIXED:
                self.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                self.setTristate(False)
                self.setChecked(value)

    def nextCheckState(self) -> None:
        """A click ticks what is half ticked; nobody can make it half."""
        half = self.value is MIXED
        super().nextCheckState()
        self.setTristate(False)
        if half:
            self.value_changed.emit(True)  # for Qt it was ticked before

    def event(self, event: QEvent) -> bool:
        if takes_space(event):
            event.accept()
            return True
        return super().event(event)


class Button(QPushButton):
    """A button that the space bar and Enter press while it has the focus; "link" is one without a frame."""

    def __init__(self, name: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setMinimumWidth(40)
        self.setAutoDefault(True)  # which Qt makes it in dialogs alone: elsewhere Enter would do nothing
        if role == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if takes_space(event):
            event.accept()
            return True
        return super().event(event)
