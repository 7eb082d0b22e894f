"""Names and numbers, one pair a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui import theme


class Facts(QWidget):
    """Quiet names to the left, numbers in their fixed-width face to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of name and value."""
        while len(self._labels) < len(facts):
            self._add_line()
        for index, (name, value) in enumerate(self._labels):
            shown = index < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(facts[index][0])
                value.setText(facts[index][1])

    def texts(self) -> list[tuple[str, str]]:
        """The pairs that are shown."""
        return [(name.text(), value.text()) for name, value in self._labels if not name.isHidden()]

    def _add_line(self) -> None:
        name, value = QLabel(), QLabel()
        name.setProperty("role", "label")
        name.setWordWrap(True)
        value.setFont(theme.number_font())
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = len(self._labels)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._labels.append((name, value))
