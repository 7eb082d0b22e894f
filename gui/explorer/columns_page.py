"""Every column in numbers, and how the values of the chosen one are distributed, class by class."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from engine.data.description import ColumnBars, Summary, column_bars, summary
from engine.data.samples import Column, Samples
from gui import theme
from gui.class_looks import class_colors
from gui.explorer.errand import Errand, at_once, one_by_one
from gui.explorer.page import Page
from gui.i18n import NONE, grouped, measure, number
from gui.plots.chart import Chart
from gui.plots.classes import ClassKey
from gui.plots.export import Table
from gui.plots.rows import RowsModel, RowsTable, measured
from gui.training_session import TrainingSession
from gui.widgets.line_text import LineText

DIGITS = 4
ROOM = 0.08
"""The share of the highest bar that is left free above it."""

FIELDS = (
    "count", "missing", "distinct", "mean", "deviation", "least", "lower", "median", "upper", "greatest",
)  # fmt: skip
WHOLE = 3
"""So many fields are counts."""


class StatisticsModel(RowsModel):
    """A row for each column of the data: its name, and its statistics."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.summaries: list[Summary] = []
        self.titles: tuple[str, ...] = ()

    def show(self, columns: tuple[Column, ...], summaries: list[Summary]) -> None:
        """Others."""
        self.beginResetModel()
        self.columns, self.summaries = columns, summaries
        self.endResetModel()

    def headings(self) -> Sequence[str]:
        return self.titles

    def count(self) -> int:
        return len(self.summaries)

    def is_word(self, column: int) -> bool:
        return not column

    def text(self, row: int, column: int) -> str:
        if not column:
            return self.columns[row].name
        field = FIELDS[column - 1]
        value = getattr(self.summaries[row], field)
        if column <= WHOLE:
            return grouped(value)
        if math.isnan(value):
            return ""
        # Dates deviate by a number of days.
        return measure(value, DIGITS) if field == "deviation" else measured(value, DIGITS, self.columns[row].date)


class ColumnsPage(Page):
    """Statistics above, the histogram of the chosen column below."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_columns", parent)
        self.model = StatisticsModel(self)
        self.statistics = RowsTable(self.model)
        self.statistics.setObjectName("explorer_statistics")
        self.statistics.setSelectionMode(RowsTable.SelectionMode.SingleSelection)
        self.statistics.selectionModel().currentRowChanged.connect(lambda _now, _before: self._choose())
        self.chart = Chart()
        self.chart.view.setMouseEnabled(y=False)
        self.chart.left.whole = True
        self.key = ClassKey()
        self.reading = LineText("note", Qt.AlignmentFlag.AlignRight)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.key, 1)
        head.addWidget(self.reading, 1)
        column.addLayout(head)
        column.addWidget(self.chart, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.statistics)
        splitter.addWidget(below)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.setSizes([240, 300])
        self.set_body(splitter)
        self._items: list[pg.BarGraphItem] = []
        self._bars: ColumnBars | None = None
        self._counting = Errand(session, self)
        self._counting.done.connect(self._show_bars)
        self.chart.hovered.connect(self._tell)
        self.dress()

    def draw(self, samples: Samples) -> None:
        self._counting.forget()
        self.key.set_names(samples.classes)
        self.wait()
        self.errand.ask(one_by_one(summary, samples.columns))

    def take(self, samples: Samples, summaries: list[Summary]) -> None:
        row = max(0, self.statistics.currentIndex().row())
        self.model.show(samples.columns, summaries)
        self.statistics.fit_columns()
        self.statistics.selectRow(min(row, len(summaries) - 1))

    def forget(self) -> None:
        super().forget()
        self._counting.forget()

    def _column(self) -> Column | None:
        row = self.statistics.currentIndex().row()
        return self.samples.columns[row] if self.samples is not None and row >= 0 else None

    def _choose(self) -> None:
        """Count the values of another column."""
        column, samples = self._column(), self.samples
        if column is not None and samples is not None:
            classes = max(1, len(samples.classes))
            self._counting.ask(at_once(lambda: column_bars(column, samples.labels, classes)))

    def _show_bars(self, bars: ColumnBars | None) -> None:
        column = self._column()
        if bars is None or column is None:
            return
        for item in self._items:
            self.chart.removeItem(item)
        self._bars, self._items = bars, []
        worn, classes = theme.current(), len(bars.counts)
        colors = class_colors(classes, worn) if classes > 1 else (worn.positive,)
        base = np.zeros(bars.counts.shape[1])
        for color, counts in zip(colors, bars.counts, strict=False):
            item = pg.BarGraphItem(
                x0=bars.edges[:-1], x1=bars.edges[1:], y0=base, height=counts,
                brush=color, pen=pg.mkPen(worn.panel, width=1),
            )  # fmt: skip
            base = base + counts
            self.chart.addItem(item)
            self._items.append(item)
        self.chart.bottom.names = column.names
        self.chart.bottom.whole = _one_a_number(bars)
        self.chart.bottom.dates = column.date
        self.chart.bottom.set_title("" if column.names else column.name)
        self.chart.bottom.update()
        self.chart.reset_view()
        margin = 0.02 * (bars.edges[-1] - bars.edges[0])
        top = max(1.0, float(base.max())) * (1 + ROOM)
        self.chart.show_range((float(bars.edges[0] - margin), float(bars.edges[-1] + margin)), (0.0, top))
        self._tell(None)

    def _tell(self, place: QPointF | None) -> None:
        """The bar under the mouse."""
        bars, column, samples = self._bars, self._column(), self.samples
        if bars is None or column is None or samples is None:
            self.reading.setText("")
            return
        bin_ = int(np.searchsorted(bars.edges, place.x(), side="right")) - 1 if place is not None else -1
        if not 0 <= bin_ < bars.counts.shape[1]:
            self.reading.setText("")
            return
        self.reading.setText(f"{self._span(bars, column, bin_)}: {self._counts(bars, samples, bin_)}")

    def _span(self, bars: ColumnBars, column: Column, bin_: int) -> str:
        low, high = float(bars.edges[bin_]), float(bars.edges[bin_ + 1])
        if column.names:
            return column.names[bin_] or NONE
        if _one_a_number(bars):
            return measured(low + 0.5, DIGITS, True) if column.date else number(low + 0.5, 12)
        low_text, high_text = (measured(end, DIGITS, column.date) for end in (low, high))
        return self.tr("{low} to {high}").format(low=low_text, high=high_text)

    def _counts(self, bars: ColumnBars, samples: Samples, bin_: int) -> str:
        counts = bars.counts[:, bin_].tolist()
        if len(counts) == 1:
            return grouped(counts[0])
        named = zip(samples.classes, counts, strict=True)
        return ", ".join(f"{name} {grouped(count)}" for name, count in named if count) or "0"

    def reset_view(self) -> None:
        self.chart.reset_view()

    def table(self) -> Table:
        """The statistics."""
        columns: dict[str, list[float | str]] = {self.model.titles[0]: [column.name for column in self.model.columns]}
        for heading, field in zip(self.model.titles[1:], FIELDS, strict=True):
            columns[heading] = [float(getattr(each, field)) for each in self.model.summaries]
        return columns

    def retheme(self, theme: theme.Theme) -> None:
        super().retheme(theme)
        self.chart.retheme(theme)
        self.key.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Columns"))
        self.statistics.setAccessibleName(self.tr("Statistics of the columns"))
        self.model.titles = (
            self.tr("column"), self.tr("values"), self.tr("missing"), self.tr("distinct"), self.tr("mean"),
            self.tr("std. deviation"), self.tr("minimum"), self.tr("25%"), self.tr("median"), self.tr("75%"),
            self.tr("maximum"),
        )  # fmt: skip
        super().retranslate()


def _one_a_number(bars: ColumnBars) -> bool:
    """Whether every whole number has a bar of its own."""
    return bool((np.diff(bars.edges) == 1).all() and bars.edges[0] % 1 == 0.5)
