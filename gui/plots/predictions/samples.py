"""The samples that the network finds hardest, the worst first: as rows, or as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from engine.answers import Filter, SampleList, worst_samples
from engine.data import Prepared
from engine.data.picture_shape import picture_shape
from engine.errors import DataError
from engine.network import Network
from engine.shapes import Shape
from gui.i18n import grouped
from gui.mailbox import Probe
from gui.plots.cells import Cell
from gui.plots.export import Table
from gui.plots.predictions.matrix_view import MatrixView
from gui.plots.predictions.page import Page
from gui.plots.predictions.sample_model import ARROW, Listed, SampleModel
from gui.plots.predictions.tiles import Tiles
from gui.plots.rows import SpreadTable
from gui.theme import Theme
from gui.widgets.controls import Button, ComboBox, name_aloud
from gui.widgets.line_text import LineText

LIST, MATRIX = 0, 1
ALL, MISTAKES = "all", "mistakes"


class SamplesPage(Page):
    """A list that is filtered by a box above it or by a cell of the matrix beside it.

    `tried` carries the place in the part of a sample that people want to alter.
    """

    tried = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("samples_page", parent)
        self.filter = ComboBox()
        self.filter.setMinimumContentsLength(4)
        self.counted = LineText("note")
        self.attempt = Button("try_sample", "link")
        self.model = SampleModel(self)
        self.rows, self.tiles = SpreadTable(self.model), Tiles()
        self.tiles.setModel(self.model)
        self.view = MatrixView()
        self.cell: Cell | None = None
        self.classes: tuple[str, ...] = ()
        self._prepared: Prepared | None = None
        self._picture: Shape | None = None
        self.add_side(self._lay_out(), 3)
        self.add_side(self.view, 2)
        self._connect()

    def _lay_out(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.filter)
        row.addWidget(self.counted, 1)
        row.addWidget(self.attempt)
        column.addLayout(row)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.rows)
        self.stack.addWidget(self.tiles)
        column.addWidget(self.stack, 1)
        return side

    def _connect(self) -> None:
        self.filter.currentIndexChanged.connect(self._follow_filter)
        self.view.chosen.connect(lambda cell: self.show_cell(cell, self.classes))
        self.attempt.clicked.connect(lambda: self._try(self.shown.currentIndex()))
        for view in (self.rows, self.tiles):
            view.activated.connect(self._try)
            view.doubleClicked.connect(self._try)
            view.selectionModel().currentChanged.connect(self._follow_current)

    @property
    def shown(self) -> QAbstractItemView:
        """The view that is shown."""
        view = self.stack.currentWidget()
        assert isinstance(view, QAbstractItemView)
        return view

    # What is wanted

    def show_cell(self, cell: Cell, classes: tuple[str, ...]) -> None:
        """List the samples of one of these classes that were taken for another one."""
        self.cell, self.classes = cell, classes
        self._offer_filters()
        with QSignalBlocker(self.filter):
            self.filter.setCurrentIndex(2)
        self._follow_filter()

    def look_at(self, part: str, node: str, tells_classes: bool) -> None:
        other = node != self.node
        super().look_at(part, node, tells_classes)
        if other:
            self._forget_cell()
        self.filter.setVisible(tells_classes)

    def begin(self, prepared: Prepared) -> None:
        if prepared is not self._prepared:
            self._prepared = prepared
            self._picture = picture_shape(np.asarray(prepared.raw.training[0]).shape[1:], prepared.fitted.features)

    def probe(self) -> Probe:
        chosen = self.filter.currentData()
        wanted = Filter(mistakes=chosen == MISTAKES, cell=chosen if isinstance(chosen, tuple) else None)
        return partial(_list, part=self.part, node=self.node, wanted=wanted)

    def _follow_filter(self) -> None:
        chosen = self.filter.currentData()
        self.view.matrix.mark(Cell(*chosen) if isinstance(chosen, tuple) else None)
        self.asked.emit()

    def _forget_cell(self) -> None:
        """The cell belongs to other classes than there are now."""
        if self.cell is not None:
            self.cell = None
            self.view.matrix.mark(None)
            self._offer_filters()
            self.asked.emit()

    def _offer_filters(self) -> None:
        """All, mistakes, and the cell that was last chosen."""
        entries: dict[object, str] = {ALL: self.tr("All"), MISTAKES: self.tr("Mistakes")}
        if self.cell is not None:
            actual, predicted = self.cell
            entries[tuple(self.cell)] = f"{self.classes[actual]}{ARROW}{self.classes[predicted]}"
        with QSignalBlocker(self.filter):
            chosen = self.filter.currentData()
            self.filter.clear()
            for value, text in entries.items():
                self.filter.addItem(text, value)
            self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))

    # What is shown

    def show_result(self, result: object) -> None:
        if not isinstance(result, SampleList) or self._prepared is None:
            return
        if result.inputs.shape[1:] != np.asarray(self._prepared.raw.training[0]).shape[1:]:
            return  # a look at other data, which is still on its way
        judge = result.answers.judge
        current = self.shown.currentIndex()
        place = self.model.place(current.row()) if current.isValid() else None
        self.stack.setCurrentWidget(self.rows if self._picture is None else self.tiles)
        if self.model.show(Listed(result, self._prepared.fitted, self._picture)) and self._picture is None:
            self.rows.fit_columns()
        elif self._picture is not None:
            self.tiles.fit({self.model.caption(row) for row in range(self.model.count())})
        row = self.model.row_of(place) if place is not None else None
        if row is not None and row != self.shown.currentIndex().row():
            self.shown.setCurrentIndex(self.model.index(row, 0))
        elif row is None:
            self.shown.setCurrentIndex(QModelIndex())
            self.shown.clearSelection()
        if judge is not None and result.confusion is not None:
            self.view.show_counts(judge.classes, result.confusion)
            if judge.classes != self.classes:
                self.classes = judge.classes
                self._forget_cell()
        self._count()

    def _count(self) -> None:
        listed = self.model.listed
        if listed is None:
            return
        shown, found = self.model.count(), listed.samples.found
        text = self.tr("{count} samples") if shown == found else self.tr("{shown} of {count} samples")
        if not found:
            text = self.tr("None")
        elif found == 1:
            text = self.tr("1 sample")
        told = text.format(shown=grouped(shown), count=grouped(found))
        self.counted.setText(" \N{MIDDLE DOT} ".join(filter(None, (listed.target, told))))
        self._follow_current()

    def _follow_current(self, *_indices: QModelIndex) -> None:
        self.attempt.setEnabled(self.shown.currentIndex().isValid())

    def _try(self, index: QModelIndex) -> None:
        if index.isValid():
            self.tried.emit(self.model.place(index.row()))

    def titles(self) -> Sequence[str]:
        return (self.tr("Samples"),)

    def has(self, side: int) -> bool:
        return side == LIST or self.tells_classes

    def retheme(self, theme: Theme) -> None:
        self.view.matrix.update()
        self.shown.viewport().update()

    def retranslate(self) -> None:
        self._offer_filters()
        name_aloud(self.filter, self.tr("Which samples"))
        self.filter.setToolTip(self.tr("Those with the largest loss come first."))
        self.rows.setAccessibleName(self.tr("Samples"))
        self.tiles.setAccessibleName(self.tr("Samples"))
        self.attempt.setText(self.tr("Try it"))
        self.attempt.setToolTip(self.tr("Alter this sample and see what the network says then (Enter)"))
        self.view.retranslate()
        self.model.retranslate()
        self._count()

    # Copying

    def texts(self) -> list[list[list[str]]]:
        """The rows that are picked where there are several, and else all."""
        picked = sorted({index.row() for index in self.shown.selectionModel().selectedIndexes()})
        rows = picked if len(picked) > 1 else range(self.model.count())
        return [self.model.texts(rows)]

    def table(self) -> Table:
        return self.model.table()


def _list(network: Network, prepared: Prepared, part: str, node: str, wanted: Filter) -> SampleList | DataError:
    try:
        return worst_samples(network, prepared, part, node, wanted)
    except DataError as error:
        return error
