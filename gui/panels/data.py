"""Which data the network learns, what they look like once they are loaded, and what is done to them before."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from engine.classes import class_numbers
from engine.data import DataSource, Preparation, Prepared, StoredSource
from engine.data.dataset import PARTS, Part
from engine.data.tables import TableSource
from engine.errors import Message
from engine.shapes import shape_text
from gui import undo_words
from gui.document import Document
from gui.edit_command import DocumentEdit, SetSetting
from gui.fit_offer import FAR, accept, find_offer
from gui.i18n import grouped, sentence
from gui.training_session import TrainingSession
from gui.widgets.class_bars import ClassBars
from gui.widgets.controls import Button
from gui.widgets.data_card import DataCard
from gui.widgets.facts import Facts
from gui.widgets.form import ConfigurableForm, KindForm, order_tabs, tab_place
from gui.widgets.panel import Panel, hairline, text_label

MOST_CLASSES = 12


class DataPanel(Panel):
    """The choice of the data set, its card and numbers, what is done to it before training, and ways on.

    `explore_requested` tells that someone wants to look at the data, and `columns_requested` to change what becomes of
    the columns of a table. `own_requested` carries the kind of data of people's own that they want to bring, and
    `example_requested` the name of an example that they want to begin with.
    """

    explore_requested = Signal()
    columns_requested = Signal()
    own_requested = Signal(str)
    example_requested = Signal(str)

    def __init__(self, document: Document, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__("data", parent)
        self._document = document
        self._session = session
        self._data: Prepared | None = session.data
        self._failure: Message | None = None
        self._place = tab_place(self.content)
        self.source = KindForm(DataSource, document.project.data)
        self.card = DataCard()
        self.bring, self.edit_columns = Button("bring_data"), Button("edit_columns")
        self.misfit = text_label("sentence", "data_misfit")
        self.fit = Button("fit_network")
        self.state = text_label("muted", "data_state")
        self.facts = Facts()
        self.classes_title = text_label("section")
        self.classes = ClassBars()
        self.more_classes = text_label("note")
        self.explore = Button("explore_data")
        self.preparation_title = text_label("section")
        self.preparation = ConfigurableForm(document.project.preparation)
        for widget in (
            self.source, self.card, self.bring, self.edit_columns, self.misfit, self.fit, hairline(),
            self.state, self.facts, self.classes_title, self.classes, self.more_classes, self.explore, hairline(),
            self.preparation_title, self.preparation,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.source.value_changed.connect(self._take)
        self.source.rows_changed.connect(self._order)
        self.fit.clicked.connect(lambda: accept(self._document))
        self.card.example_chosen.connect(self.example_requested)
        self.bring.clicked.connect(lambda: self.own_requested.emit(_own_kind(self._document.project.data)))
        self.edit_columns.clicked.connect(self.columns_requested)
        self.explore.clicked.connect(self.explore_requested)
        self.preparation.changed.connect(self._take_preparation)
        self._document.edited.connect(self._follow_edit)
        self._document.replaced.connect(self._reopen)
        self._document.inferred.connect(lambda _inference: self._show_fit())
        self._session.data_ready.connect(self._show_data)
        self._session.failed.connect(self._show_failure)
        self._order()

    def _order(self) -> None:
        order_tabs(self._place, [
            *self.source.controls(), self.card.suggested, self.bring, self.edit_columns, self.fit, self.explore,
            *self.preparation.stops(),
        ])  # fmt: skip

    def retranslate(self) -> None:
        """Set all texts of the panel's own in the window's language."""
        self.source.set_words(self.tr("Data set"), self.tr("What the network learns from."))
        self.edit_columns.setText(self.tr("Edit columns…"))
        self.edit_columns.setToolTip(self.tr("Change what becomes of each column; the file is not needed."))
        self.classes_title.setText(self.tr("Classes").upper())
        self.explore.setText(self.tr("Explore data…"))
        self.explore.setToolTip(self.tr("Look at all samples: table, statistics, histograms, pairs, pictures."))
        self.preparation_title.setText(self.tr("Preparation").upper())
        self._show()

    # Following

    def _take(self, source: DataSource) -> None:
        before = self._document.project.data
        if before.same_kind(source):
            if changed := undo_words.setting(before, source):
                said, part = changed
                self._document.set_setting(said, "data", source, part)
        elif isinstance(source, StoredSource) and source.content is None:
            self.source.set_value(before)
            self.own_requested.emit(source.name)
        else:
            suited = self._document.project.preparation.suited_to(source, before)
            self._document.use_data(Message("Data set"), source, suited, merge="another data set")

    def _take_preparation(self, value: Preparation) -> None:
        if changed := undo_words.setting(self._document.project.preparation, value):
            said, part = changed
            self._document.set_setting(said, "preparation", value, part)

    def _follow_edit(self, change: DocumentEdit) -> None:
        if isinstance(change, SetSetting):
            if change.name in ("data", "preparation") or (
                change.name == "training" and change.before.seed != change.after.seed
            ):
                self._wait()
            self._show_settings()

    def _reopen(self) -> None:
        self._wait()
        self._show_settings()

    def _show_settings(self) -> None:
        self.source.set_value(self._document.project.data)
        self.preparation.set_value(self._document.project.preparation)
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
        source = self._document.project.data
        self.card.show_source(source)
        self._name_ways(_own_kind(source))
        self.preparation.form_of("target_scaling").setEnabled(not source.shape.classification)
        self.edit_columns.setVisible(isinstance(source, TableSource) and source.content is not None)
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

    def _name_ways(self, kind: str) -> None:
        """Say what the button does that brings data of this kind, or a table where none of people's own are here."""
        words_of = {
            "picture_set": (self.tr("Import pictures…"), self.tr("Bring in pictures from folders, IDX or .npz.")),
            "array_file": (self.tr("Import arrays…"), self.tr("Bring in other arrays from an .npz file.")),
            "time_series": (
                self.tr("Import time series…"), self.tr("Bring in another table whose rows follow each other in time.")
            ),
            "painted_points": (self.tr("Draw points…"), self.tr("Paint more points, or take some away.")),
            "sketched_curve": (self.tr("Sketch a function…"), self.tr("Sketch on, or sketch another function.")),
        }  # fmt: skip
        table = self.tr("Import table…"), self.tr("Bring in a table of your own: CSV, TSV or Excel.")
        text, told = words_of.get(kind, table)
        self.bring.setText(text)
        self.bring.setToolTip(told)

    def _show_facts(self) -> None:
        data = self._data
        counts = class_counts(data) if data is not None else []
        self.facts.setVisible(data is not None)
        for widget in (self.classes_title, self.classes):
            widget.setVisible(bool(counts))
        self.more_classes.setVisible(len(counts) > MOST_CLASSES)
        self.explore.setEnabled(data is not None)
        if data is None:
            return
        self.facts.set_facts(self._facts(data))
        self.classes.set_counts([name for name, _ in counts], [count for _, count in counts], MOST_CLASSES)
        self.more_classes.setText(self.tr("and {count} more").format(count=len(counts) - MOST_CLASSES))

    def _facts(self, data: Prepared) -> list[tuple[str, str]]:
        """How many samples each part has; copies that were added and features that were made stand in brackets."""
        parts, dataset = data.raw.named(), data.dataset
        titles = (self.tr("Training samples"), self.tr("Validation samples"), self.tr("Test samples"))
        facts = [
            (title, grouped(_count(parts[name]) if name in parts else 0))
            for name, title in zip(PARTS, titles, strict=True)
            if name in parts or name == "validation"
        ]
        if len(dataset) > _count(data.raw.training):
            facts.insert(1, (self.tr("with altered copies"), grouped(len(dataset))))
        if data.raw.begins:
            between = (self._document.project.data.sample_count or 0) - sum(map(_count, parts.values()))
            if between > 0:
                facts.append((self.tr("Left out between them"), grouped(between)))
        inputs = dataset.inputs
        facts.append((self.tr("Features"), shape_text(inputs.shape[1:]) if not isinstance(inputs, Mapping) else ""))
        return facts

    def _show_fit(self) -> None:
        offer = find_offer(self._document)
        for widget in (self.misfit, self.fit):
            widget.setVisible(offer is not None)
        if offer is None:
            return
        self.misfit.setText(sentence(offer.told))
        self.fit.setText(sentence(offer.label))
        self.fit.setToolTip(
            self.tr("Brings them to mean 0 and deviation 1 for the training; predictions keep their own units.")
            if offer is FAR
            else self.tr("Sets Input shape, Output units, last activation and loss, and scales targets that need it, "
                         "as one step.")
        )  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _own_kind(source: DataSource) -> str:
    """What more data of people's own would be: of the kind that is here, or a table."""
    return source.name if isinstance(source, StoredSource) else "table"


def _count(part: Part) -> int:
    inputs = part[0]
    return len(next(iter(inputs.values()))) if isinstance(inputs, Mapping) else len(inputs)


def class_counts(data: Prepared) -> list[tuple[str, int]]:
    """Each class with its number of samples, all parts together; empty for a regression."""
    targets, classes = [part[1] for part in data.raw.named().values()], data.dataset.classes
    arrays = [part for part in targets if not isinstance(part, Mapping)]
    if not classes or len(arrays) != len(targets):
        return []
    columns = np.concatenate([array.reshape(len(array), -1) for array in arrays])
    counts = np.bincount(class_numbers(columns, len(classes)), minlength=len(classes))
    return list(zip(classes, map(int, counts), strict=True))
