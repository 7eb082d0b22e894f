"""Asks for what a run shall go on: one goal, with its fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from engine.goals import Goal
from gui.i18n import words
from gui.widgets.answers import give_letters
from gui.widgets.form import KindForm
from gui.widgets.row import Row

WIDTH = 400
MARGIN = 20


class RunUntilDialog(QDialog):
    """Emits `chosen` with the Goal; the fields are those that it declares."""

    chosen = Signal(object)

    def __init__(self, goal: Goal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_until")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Run until"))
        self._told: Row | None = None
        self.form = KindForm(Goal, goal)
        self.form.set_words(self.tr("Goal"))
        self.form.value_changed.connect(self._explain)
        self.summary, self.note = QLabel(), QLabel()
        for label in (self.summary, self.note):
            label.setProperty("role", "label")
            label.setWordWrap(True)
        self.note.setText(
            self.tr("The run goes on beyond the epochs, the loss target and the patience of the training settings.")
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give_letters(self.buttons)
        self.go = self.buttons.addButton(self.tr("&Run"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        for widget in (self.form, self.summary, self.note):
            column.addWidget(widget)
        column.addWidget(self.buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # it grows with the fields of a goal
        for widget in (self.form, self.summary, self.note):
            widget.setFixedWidth(WIDTH - 2 * MARGIN)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # which a field keeps for itself
            QShortcut(QKeySequence(key), self).activated.connect(self._enter)
        self._explain()
        next(self.form.controls()).setFocus()

    def _explain(self) -> None:
        """Say what the chosen goal means."""
        assert self.form.value is not None
        self.summary.setText(words(self.form.value.summary))

    def _enter(self) -> None:
        """Press the button that has the focus, or else go on."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused in self.buttons.buttons():
            focused.click()
        else:
            self._choose()

    def _choose(self) -> None:
        """Go on; where something that was typed was not taken, its row tells why first, once."""
        told, self._told = self._told, next((row for row in self.findChildren(Row) if row.complaint.text()), None)
        if self._told is not told and self._told is not None:
            return
        goal = self.form.value
        self.accept()
        self.chosen.emit(goal)
