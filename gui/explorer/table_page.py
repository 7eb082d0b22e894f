"""All samples as a table that can be sorted, searched and copied."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu, QTableView, QVBoxLayout, QWidget

from engine.data.sample_filter import matching
from engine.data.samples import Indices, Samples, in_order
from engine.errors import DataError
from gui import theme
from gui.explorer.errand import at_once
from gui.explorer.page import Page
from gui.explorer.sample_model import SampleModel
from gui.i18n import grouped, sentences
from gui.plots.export import Table
from gui.plots.rows import RowsTable, value_text
from gui.training_session import TrainingSession
from gui.widgets.icons import icon
from gui.widgets.pace import Pace
from gui.widgets.panel import text_label

MOST_COPIED = 100_000
"""Rows that are copied or exported at once; more would be text of hundreds of megabytes."""
TYPING = 150
"""Milliseconds between two searches while someone types."""
MANY_COLUMNS = 60
"""From so many columns on all are equally wide: nobody waits for their words to be measured."""
USUAL_WIDTH, WIDEST, PADDING = 96, 200, 40

Order = Qt.SortOrder


class SampleTable(RowsTable):
    """Its headings are clicked to sort: upwards, downwards, and then no more."""

    def __init__(self, model: SampleModel) -> None:
        super().__init__(model)
        self.setObjectName("explorer_table")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Order.AscendingOrder)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)

    def fit_columns(self) -> None:
        model, header = self.model(), self.horizontalHeader()
        if model.columnCount() <= MANY_COLUMNS:
            super().fit_columns()
            return
        headings = (str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(MANY_COLUMNS))
        widest = max(map(header.fontMetrics().horizontalAdvance, headings)) + PADDING
        header.setDefaultSectionSize(min(WIDEST, max(USUAL_WIDTH, widest)))


class TablePage(Page):
    """The table, and above it the text that chooses rows; sorting and searching happen on the worker."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_samples", parent)
        self.model = SampleModel(self)
        self._by = (-1, False)
        self.table_view = SampleTable(self.model)
        self.filter = QLineEdit()
        self.filter.setObjectName("explorer_filter")
        self.filter.setClearButtonEnabled(True)
        self.complaint = text_label("error", "explorer_complaint")
        self.complaint.hide()
        above = QWidget()
        rows = QVBoxLayout(above)
        rows.setContentsMargins(0, 0, 4, 4)
        rows.setSpacing(4)
        rows.addWidget(self.filter)
        rows.addWidget(self.complaint)
        self.set_body(self.table_view, above)
        self._search_icon = self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._pace = Pace(self._arrange, TYPING, self)
        self.filter.textChanged.connect(self._pace.ask)
        self.table_view.horizontalHeader().sortIndicatorChanged.connect(lambda _column, _order: self._arrange())
        self.table_view.customContextMenuRequested.connect(self._open_menu)
        self.dress()

    def draw(self, samples: Samples) -> None:
        if self.model.columns != samples.columns:
            header = self.table_view.horizontalHeader()
            known = [column.name for column in self.model.columns] == [column.name for column in samples.columns]
            header.blockSignals(True)
            header.setSortIndicator(-1, Order.AscendingOrder)
            header.blockSignals(False)
            self.model.show(samples, np.arange(len(samples)))
            if not known:
                self.table_view.fit_columns()
        self._give_example()
        self._arrange()

    def forget(self) -> None:
        super().forget()
        self.model.show(None, np.arange(0))

    def _arrange(self) -> None:
        """Let the rows be found that the text asks for, in the order of the chosen column."""
        samples, header = self.samples, self.table_view.horizontalHeader()
        if samples is None:
            return
        text, section = self.filter.text(), header.sortIndicatorSection()
        descending = header.sortIndicatorOrder() == Order.DescendingOrder
        if section >= self.model.columnCount():
            section = -1
        self._by = section, descending
        self.errand.ask(at_once(lambda: arranged(samples, text, section, descending)))

    def take(self, samples: Samples, found: Indices | DataError) -> None:
        wrong = sentences(found) if isinstance(found, DataError) else ""
        self.complaint.setText(wrong)
        self.complaint.setVisible(bool(wrong))
        self.filter.setProperty("invalid", bool(wrong))
        self.filter.style().unpolish(self.filter)
        self.filter.style().polish(self.filter)
        if not isinstance(found, DataError):
            self.model.show(samples, found, self._by)
            self._tell()

    def _give_example(self) -> None:
        """A comparison that these data know."""
        known = self.samples.measures if self.samples is not None else ()
        example = f"{known[0].name} > {value_text(known[0], 0, 3)}" if known else "petal length > 4.5"
        told = self.tr("A word, a number, or a comparison such as {example}")
        self.filter.setPlaceholderText(told.format(example=example))

    def _tell(self) -> None:
        shown, count = len(self.model.rows), len(self.samples or ())
        all_of_them = self.tr("1 sample") if count == 1 else self.tr("{count} samples")
        text = self.tr("{shown} of {count} samples") if shown < count else all_of_them
        self.note.setText(text.format(shown=grouped(shown), count=grouped(count)))
        self.csv_action.setEnabled(shown <= MOST_COPIED)
        self.csv_action.setToolTip(
            "" if shown <= MOST_COPIED else self.tr("At most {most} rows; choose fewer.").format(most=MOST_COPIED)
        )

    # Sorting and copying

    def _sort(self, section: int, order: Order) -> None:
        self.table_view.horizontalHeader().setSortIndicator(section, order)

    def _open_menu(self, place: QPoint) -> None:
        """What the keyboard reaches too: sort by the column of the current cell, copy the selected rows."""
        index = self.table_view.indexAt(place)
        if not index.isValid():
            index = self.table_view.currentIndex()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy rows"), self.copy)
        copy.setEnabled(self.table_view.selectionModel().hasSelection())
        if index.isValid():
            name = self.model.headings()[index.column()].replace("&", "&&")
            menu.addSeparator()
            for text, order in (
                (self.tr("Sort by {column}, smallest first"), Order.AscendingOrder),
                (self.tr("Sort by {column}, largest first"), Order.DescendingOrder),
            ):
                menu.addAction(text.format(column=name), partial(self._sort, index.column(), order))
            menu.addAction(self.tr("Do not sort"), partial(self._sort, -1, Order.AscendingOrder))
        menu.popup(self.table_view.viewport().mapToGlobal(place))

    def copy(self) -> None:
        """The selected rows only."""
        chosen = selected_rows(self.table_view)
        lines = [
            "\t".join(self.model.headings()),
            *("\t".join(self.model.written(row)) for row in chosen[:MOST_COPIED]),
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))
        count = min(len(chosen), MOST_COPIED)
        told = self.tr("{count} rows are on the clipboard.")
        if len(chosen) > MOST_COPIED:
            told = self.tr("The first {count} of the selected rows are on the clipboard.")
        self.note.setText(told.format(count=grouped(count)))

    def reset_view(self) -> None:
        self.filter.clear()
        self._sort(-1, Order.AscendingOrder)

    def table(self) -> Table:
        written = [self.model.written(row) for row in range(len(self.model.rows))]
        columns: dict[str, list[float | str]] = {}
        for section, name in enumerate(self.model.headings()):
            while name in columns:
                name += "'"
            columns[name] = [row[section] for row in written]
        return columns

    def retheme(self, theme: theme.Theme) -> None:
        super().retheme(theme)
        self._search_icon.setIcon(icon("search"))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Table"))
        self._give_example()
        self.filter.setAccessibleName(self.tr("Show only rows with"))
        self.table_view.setAccessibleName(self.tr("All samples"))
        super().retranslate()


def arranged(samples: Samples, text: str, section: int, descending: bool) -> Indices | DataError:
    """The rows that a text asks for, sorted by a column of the table; -1 leaves them as they are."""
    try:
        rows = np.flatnonzero(matching(samples, text))
    except DataError as error:
        return error
    if section > 0:
        return in_order(samples.columns[section - 1], rows, descending)
    return rows[::-1] if section == 0 and descending else rows


def selected_rows(view: QTableView) -> list[int]:
    """The numbers of the selected rows from top to bottom; by ranges, as Qt's own list has an object for each."""
    selection = view.selectionModel().selection()
    ranges = sorted((selection.at(place).top(), selection.at(place).bottom()) for place in range(selection.count()))
    return [row for top, bottom in ranges for row in range(top, bottom + 1)]
