"""The classes of a painting, each with its colour, shape and name, and the eraser: one of them is in the hand."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.by_hand.points_area import ERASER, MOST_CLASSES, class_icon
from gui.widgets.controls import Button


class NameEdit(QLineEdit):
    """A name; Enter takes it, and does not close the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class ClassRows(QWidget):
    """`chosen` tells the number of the class that is painted next, or ERASER; `renamed` the names anew.

    `count_asked` asks for another number of classes.
    """

    chosen = Signal(int)
    renamed = Signal(object)
    count_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._tools = QButtonGroup(self)
        self._tools.setExclusive(True)
        self._tools.idClicked.connect(self.chosen)
        self.names: list[QLineEdit] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.eraser = self._tool(ERASER)
        self.eraser.setText(self.tr("&Eraser"))
        self.eraser.setToolTip(self.tr("Takes points away (E); the right mouse button does so too"))
        self.add_button, self.remove_button = Button("class_add", "icon"), Button("class_remove", "icon")
        self.add_button.setText("+")
        self.remove_button.setText("\N{MINUS SIGN}")
        for button, tip, change in (
            (self.add_button, self.tr("One class more"), 1),
            (self.remove_button, self.tr("One class less: the last one goes, with its points"), -1),
        ):
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setAutoDefault(False)
            button.clicked.connect(
                lambda _checked=False, change=change: self.count_asked.emit(len(self.names) + change)
            )
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.eraser, 1)
        line.addWidget(self.add_button)
        line.addWidget(self.remove_button)
        self._column.addLayout(line)

    def _tool(self, number: int) -> Button:
        button = Button(f"tool_{number}" if number != ERASER else "tool_eraser")
        button.setCheckable(True)
        button.setAutoDefault(False)
        self._tools.addButton(button, number)
        return button

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show these classes; fields stay where they are, so that the cursor does too."""
        if len(names) != len(self.names):
            self._make_rows(len(names))
        for edit, name in zip(self.names, names, strict=True):
            if edit.text() != name:
                edit.setText(name)
        self.add_button.setEnabled(len(names) < MOST_CLASSES)
        self.remove_button.setEnabled(len(names) > 2)

    def choose(self, number: int) -> None:
        """Take this class, or the eraser, into the hand."""
        self._tools.button(number).setChecked(True)

    def _make_rows(self, count: int) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            for button in row.findChildren(Button):
                self._tools.removeButton(button)
            row.hide()
            row.deleteLater()
        self._rows, self.names = [], []
        for number in range(count):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            button = self._tool(number)
            button.setProperty("role", "icon")
            button.setIcon(class_icon(number, count, self.devicePixelRatioF()))
            tip = self.tr("Paint class {number}").format(number=number + 1)
            button.setToolTip(f"{tip} ({number + 1})")
            button.setAccessibleName(tip)
            edit = NameEdit()
            edit.setMaxLength(40)
            edit.setAccessibleName(self.tr("Name of class {number}").format(number=number + 1))
            edit.editingFinished.connect(self._rename)
            line.addWidget(button)
            line.addWidget(edit, 1)
            self._column.insertWidget(number, row)
            self._rows.append(row)
            self.names.append(edit)
        self._order()

    def _order(self) -> None:
        """Let Tab visit the rows as they stand."""
        stops: list[QWidget] = []
        for number, edit in enumerate(self.names):
            stops += [self._tools.button(number), edit]
        stops += [self.eraser, self.add_button, self.remove_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _rename(self) -> None:
        self.renamed.emit(tuple(edit.text().strip() for edit in self.names))
