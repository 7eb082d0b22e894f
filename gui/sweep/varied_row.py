"""One setting that varies: its name, and the choices or the range from which its values are taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from engine.errors import HyperparameterError, Message
from engine.hyperparameters import Bounds, Hyperparameter
from engine.project import Project
from engine.sweep.settings import Setting, obstacle
from engine.sweep.space import MOST_POINTS, POINTS, Choices, Dimension, choices, read_value, spread, value_text
from engine.sweep.suggestion import options, suggested
from gui.i18n import sentence
from gui.sweep.wording import path_words, value_words
from gui.widgets.controls import Entry, PickBox
from gui.widgets.line_text import LineText
from gui.widgets.number_field import NumberField
from gui.widgets.panel import text_label

VALUES, RANGE, LOG_RANGE = "values", "range", "log"
MOST_ROWS = 6
CROSS = "\N{MULTIPLICATION SIGN}"
COUNT = Hyperparameter(
    name="points", kind=int, optional=False, default=POINTS, label="Points", help="", bounds=Bounds(2, MOST_POINTS),
    choices=(), headline=False, advanced=False,
)  # fmt: skip


class VariedRow(QWidget):
    """`changed` comes with every change, `removed` when the setting is to stay as it is after all."""

    changed = Signal()
    removed = Signal()

    def __init__(self, known: Setting, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"vary_{known.name}")
        self.known = known
        self._project = project
        self.heading = LineText("label")
        self.remove = QToolButton()
        self.remove.setText(CROSS)
        self.remove.clicked.connect(self.removed)
        self.complaint = text_label("error")
        self.complaint.hide()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        self.editor: _List | _Numbers = (_List if options(known) else _Numbers)(known, suggested(known))
        self.editor.changed.connect(self._check)
        self.editor.refused.connect(self._complain)
        column.addWidget(self.editor)
        column.addWidget(self.complaint)
        self.retranslate()
        self._complain(self._wrong())

    def take(self, project: Project) -> None:
        """Vary this project's setting from now on."""
        self._project = project
        self._complain(self._wrong())

    def dimension(self) -> Dimension:
        """What is asked for; HyperparameterError where it cannot be tried."""
        return self.editor.dimension()

    def _check(self) -> None:
        self._complain(self._wrong())
        self.changed.emit()

    def _wrong(self) -> str:
        """Why nothing can be tried, or the first of single values with which the network would not run."""
        try:
            asked = self.dimension()
            for value in asked.values if isinstance(asked, Choices) else ():
                if told := obstacle(self._project, self.known, value):
                    return f"{value_words(value, self.known)} \N{RIGHTWARDS ARROW} {sentence(told)}"
        except HyperparameterError as error:
            return sentence(error.messages[0])
        return ""

    def _complain(self, wrong: str) -> None:
        self.complaint.setText(wrong)
        self.complaint.setVisible(bool(wrong))

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        name = path_words(self.known, self._project.graph)
        self.heading.setText(name)
        self.remove.setToolTip(self.tr("Do not vary it"))
        self.remove.setAccessibleName(f"{self.remove.toolTip()}: {name}")
        self.editor.name_aloud(name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _List(QListWidget):
    """All values that there are, to be ticked."""

    changed, refused = Signal(), Signal(str)

    def __init__(self, known: Setting, begun: Dimension) -> None:
        super().__init__()
        self.setProperty("role", "dense")
        self._known = known
        self._values = options(known)
        chosen = begun.values if isinstance(begun, Choices) else ()
        for value in self._values:
            item = QListWidgetItem(value_words(value, known), self)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
        self.setFixedHeight(min(MOST_ROWS, len(self._values)) * self.sizeHintForRow(0) + 2 * self.frameWidth())
        self.setCurrentRow(0)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def dimension(self) -> Dimension:
        rows = (row for row in range(self.count()) if self.item(row).checkState() is Qt.CheckState.Checked)
        ticked = [self._values[row] for row in rows]
        if not ticked:
            raise HyperparameterError(Message("Tick at least one value."))
        return choices(self._known, ticked)

    def name_aloud(self, name: str) -> None:
        self.setAccessibleName(name)
        with QSignalBlocker(self):
            for row, value in enumerate(self._values):
                self.item(row).setText(value_words(value, self._known))


class _Numbers(QWidget):
    """Values one by one, or a range of them; `refused` carries why a number that was typed was not taken."""

    changed, refused = Signal(), Signal(str)

    def __init__(self, known: Setting, begun: Dimension) -> None:
        super().__init__()
        self._known = known
        self.manner = PickBox(
            self._manners, VALUES if isinstance(begun, Choices) else LOG_RANGE if begun.log else RANGE
        )
        self.manner.setMinimumContentsLength(6)
        self.values = QLineEdit()
        self.values.setText(", ".join(value_text(value) for value in begun.grid()))
        plain = replace(known.field, optional=False)
        ends = self._ends(begun)
        self._ranged = QWidget()
        self.low, self.high = (NumberField(plain, end) if known.field.kind is not tuple else None for end in ends)
        self.points = NumberField(COUNT, POINTS if isinstance(begun, Choices) else begun.points)
        self._lay_out()
        self.values.textChanged.connect(lambda _text: self.changed.emit())
        self.manner.value_changed.connect(self._choose)
        for field in (self.low, self.high, self.points):
            if field is not None:
                field.value_changed.connect(lambda _value: self.changed.emit())
                field.complained.connect(self._pass_on)
        self._show_manner()

    def _pass_on(self, complaint: str) -> None:
        if complaint:
            self.refused.emit(complaint)

    def dimension(self) -> Dimension:
        if self.manner.value == VALUES or self.low is None or self.high is None:
            texts = self.values.text().replace(";", ",").split(",")
            return choices(self._known, [read_value(self._known, text) for text in texts if text.strip()] or [""])
        for field in (self.low, self.high, self.points):
            field.commit()
        return spread(
            self._known, self.low.value, self.high.value, self.manner.value == LOG_RANGE, int(self.points.value)
        )

    def name_aloud(self, name: str) -> None:
        self.manner.setAccessibleName(f"{name}: " + self.tr("How it varies"))
        self.values.setAccessibleName(f"{name}: " + self.tr("Values"))
        self.values.setToolTip(self.tr("Values with commas between them"))
        fields = {self.low: self.tr("From"), self.high: self.tr("To"), self.points: self.tr("Points of a grid")}
        for field, text in fields.items():
            if field is not None:
                field.setAccessibleName(f"{name}: {text}")
                field.setToolTip(text)

    def _manners(self) -> list[Entry]:
        entries = [
            Entry(VALUES, self.tr("values")),
            Entry(RANGE, self.tr("range")),
            Entry(LOG_RANGE, self.tr("log range")),
        ]
        return entries[:1] if self._known.field.kind is tuple else entries

    def _ends(self, begun: Dimension) -> tuple[Any, Any]:
        """Where a range may begin and end; the field's own words where none is known."""
        if not isinstance(begun, Choices):
            return begun.low, begun.high
        known = [value for value in begun.values if isinstance(value, int | float)]
        first = known[0] if known else self._known.field.bounds.low + 1
        return (min(known), max(known)) if known else (first, first)

    def _lay_out(self) -> None:
        ranged = QHBoxLayout(self._ranged)
        ranged.setContentsMargins(0, 0, 0, 0)
        ranged.setSpacing(4)
        for field in (self.low, self.high):
            if field is not None:
                ranged.addWidget(field, 3)
        self.points.setMaximumWidth(40)
        ranged.addWidget(self.points, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.manner)
        row.addWidget(self.values, 1)
        row.addWidget(self._ranged, 1)

    def _choose(self, _manner: str) -> None:
        self._show_manner()
        self.changed.emit()

    def _show_manner(self) -> None:
        listed = self.manner.value == VALUES
        self.values.setVisible(listed)
        self._ranged.setVisible(not listed)
