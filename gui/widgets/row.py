"""One line of a form: a quiet label, its control, and the sentence why a text is not valid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

LABEL_SHARE, CONTROL_SHARE = 8, 13
"""How label and control divide the width, in every form alike, so that controls stand in one column."""
INDENT = 12
"""Pixels by which the fields of a chosen kind stand further in than the choice."""
ROW_HEIGHT = 30


class Row(QWidget):
    """A label that wraps where it is long, beside a control; `depth` counts the choices around it."""

    def __init__(self, control: QWidget, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = QLabel()
        self.label.setProperty("role", "label")
        self.label.setWordWrap(True)
        self.label.setMinimumHeight(ROW_HEIGHT)
        self.label.setContentsMargins(INDENT * depth, 0, 0, 0)
        self.complaint = QLabel()
        self.complaint.setProperty("role", "error")
        self.complaint.setWordWrap(True)
        self.complaint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.complaint.hide()
        for widget in (self.label, control):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.label, LABEL_SHARE)
        line.addWidget(control, CONTROL_SHARE, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.complaint)

    def set_words(self, label: str, help: str = "") -> None:
        """Name the control and say what it means."""
        self.label.setText(label)
        self.label.setToolTip(help)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(help)

    def complain(self, sentence: str) -> None:
        """Show what is wrong with the text below it; "" when all is well."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.control.setToolTip(sentence or self.label.toolTip())
