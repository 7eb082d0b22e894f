"""Rows behind a button that shows them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QToolButton, QVBoxLayout, QWidget

MARGIN = 8
"""Pixels around what is scrolled into view."""


class Fold(QWidget):
    """A button, and below it what was added, shown while the button is down; its words are a subclass's `retranslate`.

    `toggled` tells that it was opened or closed.
    """

    toggled = Signal(bool)

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setProperty("role", "fold")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._body = QWidget()
        self._body.hide()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(spacing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        self.button.toggled.connect(self._show)
        self.button.clicked.connect(self._bring_into_view)
        self._show(False)

    def add(self, row: QWidget) -> None:
        """Put a row below the others."""
        self._rows.addWidget(row)

    @property
    def open(self) -> bool:
        """Whether the rows are shown."""
        return self.button.isChecked()

    def unfold(self, open: bool = True) -> None:
        """Show the rows, or hide them."""
        self.button.setChecked(open)

    def retranslate(self) -> None:
        """Say everything in the window's language."""

    def _show(self, open: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if open else Qt.ArrowType.RightArrow)
        self._body.setVisible(open)
        self.toggled.emit(open)

    def _bring_into_view(self) -> None:
        """Scroll to the rows, as far as their button stays in sight."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.open:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # the rows take their room
            for widget in (self._body, self.button):
                area.ensureWidgetVisible(widget, 0, MARGIN)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class MoreSettings(Fold):
    """Settings that are seldom needed.

    `changed` is how many of them are not as they were at first; the button tells it, so that nothing that matters is
    hidden.
    """

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(spacing, parent)
        self.changed = 0
        self.retranslate()

    def tell(self, changed: int) -> None:
        """Say how many values within have been changed."""
        if changed != self.changed:
            self.changed = changed
            self.retranslate()

    def retranslate(self) -> None:
        text = self.tr("More settings")
        if self.changed:
            text += " " + self.tr("({count} changed)").format(count=self.changed)
        self.button.setText(text)
