"""Up to six columns, every two of them against each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from engine.data.description import ColumnBars, column_bars, spread
from engine.data.samples import Column, Samples
from gui.explorer.errand import one_by_one
from gui.explorer.page import Page
from gui.explorer.scatter_matrix import ScatterMatrix, look_of
from gui.i18n import grouped
from gui.plots.classes import ClassKey
from gui.plots.export import Table
from gui.plots.rows import exact, measured
from gui.theme import Theme
from gui.training_session import TrainingSession

MOST_COLUMNS, AT_FIRST = 6, 4
MOST_POINTS = 1500
"""Samples that are drawn in each cell; of more, some evenly from all."""
CHOICE_WIDTH = 176


class PairsPage(Page):
    """The scatter matrix, and beside it a list in which its columns are ticked."""

    def __init__(self, session: TrainingSession, parent: QWidget | None = None) -> None:
        super().__init__(session, "explorer_pairs", parent)
        self.matrix = ScatterMatrix()
        self.matrix.pointed.connect(self._tell)
        self.choice = QListWidget()
        self.choice.setObjectName("explorer_pair_columns")
        self.choice.setFixedWidth(CHOICE_WIDTH)
        self.choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choice.itemChanged.connect(self._choose)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.matrix, 1)
        row.addWidget(self.choice)
        self.set_body(body)
        self.key = ClassKey()
        self.add_heading(self.key)
        self._listed: tuple[str, ...] = ()
        self.dress()

    def suits(self, samples: Samples) -> bool:
        return samples.pictures is None

    def obstacle(self, samples: Samples) -> str:
        if len(samples.measures) < 2:
            return self.tr("There is only one column of numbers, so there are no pairs.")
        return ""

    def draw(self, samples: Samples) -> None:
        self.key.set_names(samples.classes)
        names = tuple(column.name for column in samples.measures)
        if names != self._listed:
            self._list(samples, names)
        self.wait()
        self._compute()

    def _list(self, samples: Samples, names: tuple[str, ...]) -> None:
        """Offer the columns; at first some features are ticked, and the target."""
        self._listed = names
        target = sum(not feature.names for feature in samples.features)
        ticked = {*range(AT_FIRST), target}
        self.choice.blockSignals(True)
        self.choice.clear()
        for index, name in enumerate(names):
            item = QListWidgetItem(name)
            item.setToolTip(name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if index in ticked else Qt.CheckState.Unchecked)
            self.choice.addItem(item)
        self.choice.setCurrentRow(0)
        self.choice.blockSignals(False)

    def chosen(self) -> list[int]:
        """The numbers of the ticked columns."""
        rows = range(self.choice.count())
        return [row for row in rows if self.choice.item(row).checkState() == Qt.CheckState.Checked]

    def _choose(self, item: QListWidgetItem) -> None:
        count = len(self.chosen())
        if count > MOST_COLUMNS or count < 1:
            self.choice.blockSignals(True)
            item.setCheckState(Qt.CheckState.Unchecked if count else Qt.CheckState.Checked)
            self.choice.blockSignals(False)
            told = self.tr("At most {most} columns can be read at once. Take one away first.")
            self.note.setText(told.format(most=MOST_COLUMNS) if count else self.tr("One column at least is shown."))
            return
        self._compute()

    def columns(self) -> list[Column]:
        """The ticked columns."""
        return [self.samples.measures[index] for index in self.chosen()] if self.samples is not None else []

    def _compute(self) -> None:
        samples, columns = self.samples, self.columns()
        if samples is None:
            return
        classes = max(1, len(samples.classes))
        self.errand.ask(one_by_one(lambda column: column_bars(column, samples.labels, classes), columns))

    def take(self, samples: Samples, bars: list[ColumnBars]) -> None:
        columns = self.columns()
        rows = spread(len(samples), MOST_POINTS)
        labels = samples.labels[rows] if samples.labels is not None else None
        target = samples.answers[0].values[rows].astype(float) if samples.answers and labels is None else None
        look = look_of(labels, len(samples.classes), target, samples.part.values[rows] > 0)
        values = [column.values[rows].astype(float) for column in columns]
        self.matrix.show_columns(columns, values, bars, look)
        self._tell(None)

    def _tell(self, pointed: tuple[int, int, float, float] | None) -> None:
        if pointed is not None and max(pointed[:2]) < len(self.matrix.names):
            column, row, x, y = pointed
            names, dates = self.matrix.names, self.matrix.dates
            told = f"{names[column]} {measured(x, 3, dates[column])}"
            if row != column:
                told += f" \N{MIDDLE DOT} {names[row]} {measured(y, 3, dates[row])}"
            self.note.setText(told)
            return
        samples = self.samples
        if samples is None:
            return
        count = len(samples)
        told = self.tr("{shown} of {count} samples as points; rings are held out")
        if count <= MOST_POINTS:
            told = self.tr("{count} samples; rings are held out")
        self.note.setText(told.format(shown=grouped(MOST_POINTS), count=grouped(count)) + self.meaning(samples))

    def table(self) -> Table:
        """The points that are drawn."""
        rows = spread(len(self.samples or ()), MOST_POINTS)
        return {
            column.name: [exact(column, row) for row in rows] if column.date else column.values[rows].tolist()
            for column in self.columns()
        }

    def reset_view(self) -> None:
        self._listed = ()
        self.refresh()

    def retheme(self, theme: Theme) -> None:
        super().retheme(theme)
        self.key.update()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Pairs"))
        self.choice.setAccessibleName(self.tr("Columns that are shown"))
        self.matrix.setAccessibleName(self.tr("Every two columns against each other"))
        super().retranslate()
