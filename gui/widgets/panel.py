"""The surface that panels share: one column that scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

MARGIN = 16
GAP = 8
LEAST_WIDTH = 220


class Panel(QScrollArea):
    """A scrolling column; subclasses fill `column`, which stands at the top of `content`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(LEAST_WIDTH)
        self.content = QWidget()
        self.setWidget(self.content)
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.column = QVBoxLayout()
        whole.addLayout(self.column)
        whole.addStretch(1)  # an alignment to the top would give texts that wrap no more height than unwrapped ones
        self.column.setContentsMargins(MARGIN, GAP // 2, MARGIN, MARGIN)
        self.column.setSpacing(GAP)


def text_label(role: str, name: str = "") -> QLabel:
    """A label that wraps and whose text can be copied."""
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def hairline() -> QFrame:
    """A line between two parts of a panel."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line
