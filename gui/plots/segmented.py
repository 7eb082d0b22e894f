"""A small switch of two or more words of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class SegmentedSwitch(QWidget):
    """Buttons side by side, one of them down; `chosen` carries the index of another one that was pressed."""

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for index in range(count):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setChecked(index == 0)
            button.setProperty("role", "segment")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.idToggled.connect(self._tell)

    def set_texts(self, texts: Sequence[str]) -> None:
        """What stands on the buttons, from left to right."""
        for index, text in enumerate(texts):
            self.button(index).setText(text)
            self.button(index).setAccessibleName(text)

    def button(self, index: int) -> QPushButton:
        """One of the buttons."""
        button = self._group.button(index)
        assert isinstance(button, QPushButton)
        return button

    @property
    def chosen_index(self) -> int:
        """The index of the button that is down."""
        return self._group.checkedId()

    def _tell(self, index: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(index)
