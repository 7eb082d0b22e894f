"""One line of a form: a quiet label, its control, and the sentence why a text is not valid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.controls import ComboBox

LABEL_SHARE, CONTROL_SHARE = 2, 3
"""How label and control divide the width, in every form alike, so that controls stand in one column."""
INDENT = 12
"""Pixels by which the fields of a chosen kind stand further in than the choice."""
ROW_HEIGHT = 30
SPACING, ABOVE_SPACING = 8, 2
"""Pixels between a label and the control beside it, and the control below it."""


class Row(QWidget):
    """A label that wraps where it is long, beside a control; `depth` counts the choices around it.

    It stands above where its longest word, or a choice, could not be read whole beside the other.
    """

    def __init__(self, control: QWidget, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = QLabel()
        self.label.setProperty("role", "label")
        self.label.setWordWrap(True)
        self.label.setBuddy(control)  # on Linux a screen reader finds the name of a combo box no other way
        self.label.setContentsMargins(INDENT * depth, 0, 0, 0)
        self.complaint = QLabel()
        self.complaint.setProperty("role", "error")
        self.complaint.setWordWrap(True)
        self.complaint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.complaint.hide()
        for widget in (self.label, control):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addWidget(self.label)
        self._line.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)
        self._arrange(above=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._line)
        column.addWidget(self.complaint)

    def set_words(self, label: str, help: str = "") -> None:
        """Name the control and say what it means."""
        self.label.setText(label.replace("&", "&&"))
        self.label.setToolTip(help)
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(help)

    def complain(self, sentence: str) -> None:
        """Show what is wrong with the text below it; "" when all is well."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.control.setToolTip(sentence or self.label.toolTip())

    def _arrange(self, above: bool) -> None:
        """Put the label above the control, or beside it."""
        direction = QBoxLayout.Direction.TopToBottom if above else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)
        for place, share in enumerate((LABEL_SHARE, CONTROL_SHARE)):
            self._line.setStretch(place, 0 if above else share)
        self._line.setSpacing(ABOVE_SPACING if above else SPACING)
        self.label.setMinimumHeight(0 if above else ROW_HEIGHT)

    def _follow_text(self) -> None:
        """Give label and control the room in which their texts can be read."""
        room = self.width() - SPACING
        beside = room * CONTROL_SHARE // (LABEL_SHARE + CONTROL_SHARE)
        above = isinstance(self.control, ComboBox) and self.control.whole_width() > beside
        above = above or self._longest_word() > room - beside
        if above != (self._line.direction() is QBoxLayout.Direction.TopToBottom):
            self._arrange(above)

    def _longest_word(self) -> int:
        """Pixels that the label takes at least, as it wraps between words."""
        metrics = self.label.fontMetrics()
        words = (metrics.horizontalAdvance(word) for word in self.label.text().split())
        return self.label.contentsMargins().left() + max(words, default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_text()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._follow_text()
        return super().event(event)
