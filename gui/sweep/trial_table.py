"""The trials in a frame: a table that is sorted by its headings, and what opens a trial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from engine.sweep.journal import Journal
from gui.i18n import sentence
from gui.plots.export import Table
from gui.plots.frame import Frame
from gui.plots.rows import RowsTable
from gui.sweep.files import trials_file
from gui.sweep.trial_model import ACCURACY, STATE, TrialModel
from gui.theme import LABEL_PIXELS, body_font
from gui.widgets.controls import Button

SORTING = Qt.Key.Key_S
ROOM = 26
"""Pixels of a heading beside its words."""
KEEP = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class TrialRows(RowsTable):
    """As wide as words need, with no room for a sign of the order, which stands among the words."""

    def fit_columns(self) -> None:
        metrics = QFontMetrics(body_font(LABEL_PIXELS))
        for column in range(self.model().columnCount()):
            heading = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, max(metrics.horizontalAdvance(heading) + ROOM, self.sizeHintForColumn(column)))

    def widen(self, column: int) -> None:
        """Make room for what a column holds by now."""
        self.setColumnWidth(column, max(self.columnWidth(column), self.sizeHintForColumn(column)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the letter that sorts to whoever holds the table; others search in it."""
        if event.key() == SORTING and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class TrialTable(Frame):
    """`picked` carries the trial of the current row, `opened` the one that is to be put into the project."""

    picked = Signal(object)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sweep_trials", parent)
        self.model = TrialModel(self)
        self.view = TrialRows(self.model)
        self.view.setObjectName("sweep_table")
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.view.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.best = Button("sweep_open_best", "segment")
        self.selected = Button("sweep_open_selected", "segment")
        for button, opens in ((self.best, self._open_best), (self.selected, self._open_current)):
            button.clicked.connect(opens)
            self.add_control(button)
        self.view.activated.connect(lambda _index: self._open_current())  # by Enter, and by a double click
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._tell(now.row()))
        self.set_body(self.view)
        self.menu.removeAction(self.reset_action)
        self.dress()
        self.show_hint(True)

    @property
    def current(self) -> int | None:
        """The trial of the current row."""
        row = self.view.currentIndex().row()
        return self.model.order[row] if 0 <= row < len(self.model.order) else None

    def show_journal(self, journal: Journal | None) -> None:
        """Another sweep, or none."""
        self.model.show(journal)
        self.view.setCurrentIndex(QModelIndex())  # or the focus alone would pick the first one
        self.view.scrollToTop()
        self.show_hint(journal is None)
        self._fit()
        self._tell(-1)

    def _fit(self) -> None:
        self.view.setColumnHidden(ACCURACY, not self.model.has_accuracy)
        self.view.fit_columns()

    def follow(self, signs: Mapping[int, Mapping[str, Any]], grown: bool) -> None:
        """Show what has come."""
        self.model.follow(signs, grown)
        if grown:
            self._fit()
            self._allow()
        else:
            self.view.widen(STATE)

    def show_only(self, kept: Sequence[int] | None) -> None:
        """List these trials alone, or all of them; the current one stays so where it is listed."""
        current = self.current
        if self.model.show_only(kept):
            self._tell(-1)
            if current is not None:
                self.pick(current)

    def _allow(self) -> None:
        """Only a trial that is done can be put into the project."""
        self.best.setEnabled(bool(self.model.ranking))
        self.selected.setEnabled(self.current in self.model.ranking)

    def pick(self, trial: int) -> None:
        """Make a trial's row the current one, in sight."""
        if trial in self.model.order:
            index = self.model.index(self.model.order.index(trial), 0)
            self.view.selectionModel().setCurrentIndex(index, KEEP)
            self.view.scrollTo(index)

    def point_at(self, trial: int | None) -> None:
        """Let a trial's row stand out, in sight, without picking it."""
        self.model.point_at(trial)
        if trial in self.model.order:
            self.view.scrollTo(self.model.index(self.model.order.index(trial), 0))

    def _tell(self, row: int) -> None:
        """Tell which trial is picked, and why it has no result."""
        self._allow()
        trial = self.model.order[row] if 0 <= row < len(self.model.order) else None
        outcome = self.model.outcome(trial) if trial is not None else None
        self.note.setText(sentence(outcome.reason) if outcome is not None and outcome.reason is not None else "")
        self.picked.emit(trial)

    def _open_best(self) -> None:
        if self.model.ranking:
            self.opened.emit(self.model.ranking[0])

    def _open_current(self) -> None:
        if self.current in self.model.ranking:
            self.opened.emit(self.current)

    def _sort(self, column: int) -> None:
        """Upwards, downwards, and then as they are ranked."""
        before, descending = self.model.sorted
        if before != column:
            self.model.sort_by(column, False)
        elif not descending:
            self.model.sort_by(column, True)
        else:
            self.model.sort_by(-1, False)
        if self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the row; S sorts by the column of the current cell, as a click on its heading does."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.current is not None:
            row = self.view.currentIndex().row()
            lines = self.model.texts([row])
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        elif event.key() == SORTING and not event.modifiers() and self.view.currentIndex().isValid():
            self._sort(self.view.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def table(self) -> Table:
        return trials_file(self.model.journal, self.model.order) if self.model.journal is not None else {}

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Trials"))
        self.hint.setText(
            self.tr("Choose what varies, and start. Every trial becomes a row here, the best with a star.")
        )
        self.best.setText(self.tr("Open the best"))
        self.best.setToolTip(self.tr("Put the best trial's settings and weights into the project, as one step"))
        self.selected.setText(self.tr("Open this one"))
        self.selected.setToolTip(self.tr("Put the selected trial's settings and weights into the project (Enter)"))
        self.view.setAccessibleName(self.tr("Trials"))
        self.view.horizontalHeader().setToolTip(self.tr("Click to sort, or press S in a column"))
        if self.model.journal is not None:
            self.show_journal(self.model.journal)
        super().retranslate()
