"""What varies: one row a setting, and a list from which more are taken."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.project import Project
from engine.sweep.settings import Setting, settings_of, subject_of
from engine.sweep.space import Dimension
from gui.sweep.varied_row import VariedRow
from gui.sweep.wording import path_words
from gui.widgets.controls import Button, Entry, PickBox, name_aloud

FIRST = ("optimizer.learning_rate", "batch_size")
"""What varies at first, as long as nobody has chosen: what matters most often."""


class SpaceEditor(QWidget):
    """`changed` comes with every change of what varies."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[VariedRow] = []
        self._project: Project | None = None
        self._settings: dict[str, Setting] = {}
        self._names: list[object] = []
        self.more = PickBox(self._describe, None)
        self.more.setObjectName("sweep_setting")
        self.add = Button("sweep_add")
        self.add.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.more, 1)
        row.addWidget(self.add)
        self._column.addLayout(row)
        self.retranslate()

    def take(self, project: Project) -> None:
        """Offer this project's settings; rows stay whose settings are still there."""
        first, before = self._project is None, self._names
        self._project = project
        self._settings = {known.name: known for known in settings_of(subject_of(project))}
        for row in self.rows:
            if row.known.name in self._settings:
                row.take(project)
        self._names = [*self._settings, *((node.id, node.title) for node in project.graph)]
        if self._names == before:
            return  # a list of thousands takes a while, and edits are many
        for row in [row for row in self.rows if row.known.name not in self._settings]:
            self._remove(row)
        self._offer()
        if first:
            for name in FIRST:
                self.vary(name)

    def vary(self, name: str) -> None:
        """Let a setting vary, with suggested values."""
        if self._project is None or name not in self._settings or name in self._varied():
            return
        row = VariedRow(self._settings[name], self._project)
        row.changed.connect(self.changed)
        row.removed.connect(lambda row=row: self._remove(row))
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()
        self._order()
        self._offer()
        self.changed.emit()

    def dimensions(self) -> list[Dimension]:
        """What varies; HyperparameterError says what cannot be tried."""
        return [row.dimension() for row in self.rows]

    def _add(self) -> None:
        if self.more.value is not None:
            self.vary(self.more.value)

    def _remove(self, row: VariedRow) -> None:
        had_focus = row.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._offer()
        if had_focus:
            self.more.setFocus()
        self.changed.emit()

    def _order(self) -> None:
        """Let Tab lead from the first row to the list below the last, whenever they were made."""
        for before, after in itertools.pairwise((*self.rows, self.more, self.add)):
            QWidget.setTabOrder(before, after)

    def _varied(self) -> set[str]:
        return {row.known.name for row in self.rows}

    def _offer(self) -> None:
        offered, before = self._describe(), self.more.value
        self.more.retranslate()
        values = [entry.value for entry in offered]
        self.more.set_value(before if before in values else values[0])
        self.add.setEnabled(values[0] is not None)

    def _describe(self) -> list[Entry]:
        project, varied = self._project, self._varied()
        if project is None:
            return [Entry(None, "")]
        offered: Iterable[Setting] = (known for known in self._settings.values() if known.name not in varied)
        return [Entry(known.name, path_words(known, project.graph), known.name) for known in offered] or [
            Entry(None, "")
        ]

    def retranslate(self) -> None:
        """Set all texts in the window's language."""
        self.add.setText(self.tr("Vary"))
        self.add.setToolTip(self.tr("Let this setting vary too"))
        name_aloud(self.more, self.tr("Setting that could vary"))
        self.more.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
