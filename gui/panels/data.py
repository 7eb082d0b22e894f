"""Which data the network learns, with their options, and what they look like once they are loaded."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.classes import class_numbers
from engine.data import DataSource, Prepared
from engine.errors import Message
from engine.fitting import fit_to_data
from gui.document import Document, DocumentEdit, SetSetting
from gui.i18n import grouped, sentence, words
from gui.training_session import TrainingSession
from gui.widgets.controls import Button
from gui.widgets.facts import Facts
from gui.widgets.form import KindForm, changed_field, order_tabs, tab_place
from gui.widgets.panel import Panel, hairline, text_label

MOST_CLASSES = 12


class DataPanel(Panel):
    """The choice of the data source, a card of its numbers, and the button that fits the network to it."""

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__("data", parent)
        self._document = document
        self._session = session
        self._data: Prepared | None = session.data
        self._failure: Message | None = None
        self._place = tab_place(self.content)
        self.source = KindForm(DataSource, document.project.data)
        self.summary = text_label("note", "data_summary")
        self.fit = Button("fit_network")
        self.state = text_label("muted", "data_state")
        self.facts = Facts()
        self.classes_title = text_label("section")
        self.classes = Facts()
        for widget in (self.source, self.summary, self.fit, hairline(), self.state, self.facts):
            self.column.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addWidget(self.classes_title)
        self.column.addWidget(self.classes)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.source.value_changed.connect(self._take)
        self.source.rows_changed.connect(lambda: order_tabs(self._place, self.source.controls()))
        self.fit.clicked.connect(self._fit)
        self._document.edited.connect(self._follow_edit)
        self._document.replaced.connect(self._reopen)
        self._document.inferred.connect(lambda _inference: self._show_fit())
        self._session.data_ready.connect(self._show_data)
        self._session.failed.connect(self._show_failure)

    def retranslate(self) -> None:
        """Set all texts of the panel's own in the window's language."""
        self.source.set_words(self.tr("Data set"), self.tr("What the network learns from."))
        self.fit.setText(self.tr("Fit network to data"))
        self.fit.setToolTip(self.tr("Changes the first and the last layers so that these data fit, as one step."))
        self.classes_title.setText(self.tr("Classes").upper())
        self._show()

    # Following

    def _take(self, source: DataSource) -> None:
        before = self._document.project.data
        field = changed_field(before, source) if before.same_kind(source) else None
        said = Message(field.label if field else "Data set")
        self._document.set_setting(said, "data", source, field.name if field else "")

    def _follow_edit(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting):
            if change.name in ("data", "preparation") or (
                change.name == "training" and change.before.seed != change.after.seed
            ):
                self._wait()
            self.source.set_value(self._document.project.data)
            self._show()

    def _reopen(self) -> None:
        self._wait()
        self.source.set_value(self._document.project.data)
        self._show()

    def _wait(self) -> None:
        self._data, self._failure = None, None

    def _show_data(self, data: Prepared) -> None:
        self._data, self._failure = data, None
        self._show()

    def _show_failure(self, failure: Message) -> None:
        """Tell why data could not be loaded; other failures are told elsewhere."""
        if self._data is None and self._session.data is None:
            self._failure = failure
            self._show()

    # Showing

    def _show(self) -> None:
        self.summary.setText(words(self._document.project.data.summary))
        state = ""
        if self._failure is not None:
            state = sentence(self._failure)
        elif self._data is None:
            state = self.tr("Loading…")
        self.state.setText(state)
        self.state.setVisible(bool(state))
        role = "error" if self._failure is not None else "muted"
        if self.state.property("role") != role:
            self.state.setProperty("role", role)
            self.state.style().unpolish(self.state)
            self.state.style().polish(self.state)
        self._show_facts()
        self._show_fit()

    def _show_facts(self) -> None:
        data = self._data
        counts = class_counts(data) if data is not None else []
        self.facts.setVisible(data is not None)
        self.classes_title.setVisible(bool(counts))
        self.classes.setVisible(bool(counts))
        if data is None:
            return
        dataset, held_out = data.dataset, held_out_count(data)
        inputs = dataset.inputs
        shape = inputs.shape[1:] if not isinstance(inputs, Mapping) else ()
        self.facts.set_facts(
            [
                (self.tr("Training samples"), grouped(len(dataset))),
                (self.tr("Validation samples"), grouped(held_out)),
                (self.tr("Features"), "×".join(map(str, shape))),
            ]
        )
        shown = [(name, grouped(count)) for name, count in counts[:MOST_CLASSES]]
        if len(counts) > MOST_CLASSES:
            shown.append((self.tr("and {count} more").format(count=len(counts) - MOST_CLASSES), ""))
        self.classes.set_facts(shown)

    def _show_fit(self) -> None:
        self.fit.setVisible(any(problem.fix for problem in self._document.inference.data_problems))

    def _fit(self) -> None:
        document = self._document
        edits = fit_to_data(document.graph, document.project.data.shape)
        document.push(Message("Fit network to data"), edits)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def held_out_count(data: Prepared) -> int:
    """How many samples judge the network."""
    validation = data.dataset.validation
    return len(validation[0]) if isinstance(validation, tuple) else 0


def class_counts(data: Prepared) -> list[tuple[str, int]]:
    """Each class with its number of samples, training and validation together; empty for a regression."""
    dataset = data.dataset
    parts = [dataset.targets]
    if isinstance(dataset.validation, tuple):
        parts.append(dataset.validation[1])
    arrays = [part for part in parts if not isinstance(part, Mapping)]
    if not dataset.classes or len(arrays) != len(parts):
        return []
    targets = np.concatenate([array.reshape(len(array), -1) for array in arrays])
    counts = np.bincount(class_numbers(targets, len(dataset.classes)), minlength=len(dataset.classes))
    return list(zip(dataset.classes, map(int, counts), strict=True))
