"""A dialog in which data are drawn: the plane at the left; tools, undo and the source's own fields at the right."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from engine.data import StoredSource
from gui.dialogs.by_hand.steps import Steps
from gui.dialogs.drawing_dialog import labelled
from gui.widgets.answers import give_letters
from gui.widgets.controls import Button
from gui.widgets.form import ConfigurableForm
from gui.widgets.icons import icon
from gui.widgets.panel import hairline

TOOLS_WIDTH = 264
MARGIN = 20
SIZE = 800, 580


class Board(QDialog):
    """Emits `chosen` with a source that holds what was drawn when people want to use it."""

    chosen = Signal(object)

    def __init__(self, source: StoredSource, steps: Steps[Any], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.source = source
        self._first, self._steps = steps.now, steps
        self.form = ConfigurableForm(source)
        self.form.changed.connect(self._take)
        self.undo_button = self._tool("undo", "draw_undo", self.tr("Undo"), self.undo)
        self.redo_button = self._tool("redo", "draw_redo", self.tr("Redo"), self.redo)
        self.clear_button = Button("draw_clear")
        self.clear_button.setText(self.tr("C&lear"))
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self.clear)
        self.told = labelled("", role="muted")
        self.told.setObjectName("draw_told")
        for keys, step in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            for key in QKeySequence.keyBindings(keys):
                QShortcut(key, self).activated.connect(step)

    def _tool(self, picture: str, name: str, text: str, work: Any) -> Button:
        button = Button(name, "icon")
        button.setIcon(icon(picture))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(work)
        return button

    def lay_out(self, plane: QWidget, tools: Iterable[QWidget], use: str, hint: str) -> None:
        """Put the plane beside the tools, with a button to use what is drawn."""
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (*tools, self.form):
            widget.setFixedWidth(TOOLS_WIDTH)
            column.addWidget(widget)
        column.addWidget(hairline())
        line = QHBoxLayout()
        for button in (self.undo_button, self.redo_button, self.clear_button):
            line.addWidget(button)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        self.told.setFixedWidth(TOOLS_WIDTH)
        column.addWidget(self.told)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        give_letters(buttons)
        # While nothing can be used yet, Enter would press Cancel.
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.use_button = buttons.addButton(use, QDialogButtonBox.ButtonRole.AcceptRole)
        self.use_button.setProperty("role", "primary")
        self.use_button.setDefault(True)
        buttons.accepted.connect(self._use)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(plane, 1)
        row.addLayout(column)
        foot = QHBoxLayout()
        foot.addWidget(labelled(hint, role="note"), 1)
        foot.addWidget(buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(14)
        page.addLayout(row, 1)
        page.addLayout(foot)
        plane.setAccessibleName(self.windowTitle())
        plane.setAccessibleDescription(hint)
        plane.setFocus()
        self.refresh()

    # What a subclass knows

    @abstractmethod
    def show_step(self) -> None:
        """Show the step that stands, and all that depends on it."""

    @abstractmethod
    def blank(self) -> Any:
        """The step at which nothing is drawn."""

    @abstractmethod
    def drawn(self) -> StoredSource:
        """The source with what is drawn."""

    @abstractmethod
    def problem(self) -> str:
        """Why what is drawn cannot be used; "" where it can."""

    @abstractmethod
    def summary(self) -> str:
        """What is drawn, in numbers."""

    @abstractmethod
    def take(self, source: StoredSource) -> None:
        """Show what is drawn with these values of the source's fields."""

    # Steps

    def undo(self) -> None:
        """Take the last step back."""
        self._steps.undo()
        self.show_step()
        self.refresh()

    def redo(self) -> None:
        """Let the step come again that was taken back."""
        self._steps.redo()
        self.show_step()
        self.refresh()

    def clear(self) -> None:
        """Begin anew, as a step."""
        self._steps.put(self.blank())
        self.show_step()
        self.refresh()

    def refresh(self) -> None:
        """Say what is drawn, or why it cannot be used yet."""
        self.undo_button.setEnabled(self._steps.can_undo)
        self.redo_button.setEnabled(self._steps.can_redo)
        problem = self.problem()
        self.told.setText("\n".join(text for text in (self.summary(), problem) if text))
        self.use_button.setEnabled(not problem)

    def _take(self, source: StoredSource) -> None:
        self.source = source
        self.take(source)
        self.refresh()

    def _use(self) -> None:
        self.form.commit()
        if not self.problem():
            source = self.drawn()
            self.accept()
            self.chosen.emit(source)

    def reject(self) -> None:
        """Close, after a question where something would be lost."""
        if self._steps.now is not self._first and not self._may_leave():
            return
        super().reject()

    def _may_leave(self) -> bool:
        button = QMessageBox.StandardButton
        title = self.tr("Leave without using the drawing?")
        box = QMessageBox(QMessageBox.Icon.Question, title, title, button.Discard | button.Cancel, self)
        box.setInformativeText(self.tr("What you have drawn here would be lost."))
        box.setDefaultButton(button.Cancel)
        give_letters(box)
        return box.exec() == button.Discard

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.undo_button.setIcon(icon("undo"))
            self.redo_button.setIcon(icon("redo"))
        super().changeEvent(event)
