"""The variants in the order in which they stand, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from engine.race import Race, Standing
from gui.i18n import NONE, grouped
from gui.plots.rows import ROW_HEIGHT, Index, Role, RowsModel, RowsTable
from gui.plots.runs.values import figure_text
from gui.race.card import name_of

HEADER = 26


@dataclass(frozen=True)
class Column:
    """A heading, and what stands below it for a racer."""

    heading: Callable[[], str]
    cell: Callable[[Standing], str]
    help: Callable[[], str] = lambda: ""


def _figure(field: str, percent: bool = False) -> Callable[[Standing], str]:
    def cell(standing: Standing) -> str:
        value = getattr(standing.end, field, None)
        if value is None:
            return NONE
        return f"{value:.1%}" if percent else figure_text(value)

    return cell


def _weights(standing: Standing) -> str:
    network = standing.racer.network
    return NONE if network is None else grouped(network.parameters.size)


def _initial_weights(standing: Standing) -> str:
    racer = standing.racer
    if racer.network is None:
        return NONE
    count = sum(len(specs) for specs in racer.network.specs.values())
    if not racer.own:
        return QCoreApplication.translate("Ranking", "the same")
    return QCoreApplication.translate("Ranking", "{count} of {all} own").format(count=len(racer.own), all=count)


COLUMNS = (
    Column(lambda: QCoreApplication.translate("Ranking", "Variant"), lambda standing: name_of(standing.racer)),
    Column(lambda: QCoreApplication.translate("Ranking", "Validation loss"), _figure("val_loss")),
    Column(lambda: QCoreApplication.translate("Ranking", "Training loss"), _figure("loss")),
    Column(lambda: QCoreApplication.translate("Ranking", "Validation accuracy"), _figure("val_accuracy", percent=True)),
    Column(lambda: QCoreApplication.translate("Ranking", "Training accuracy"), _figure("accuracy", percent=True)),
    Column(lambda: QCoreApplication.translate("Ranking", "Epochs"), lambda standing: grouped(standing.racer.epochs)),
    Column(
        lambda: QCoreApplication.translate("Ranking", "Weights"),
        _weights,
    ),
    Column(
        lambda: QCoreApplication.translate("Ranking", "Seconds"),
        lambda standing: f"{standing.racer.seconds:.2f}",
        lambda: QCoreApplication.translate("Ranking", "The time of its own steps"),
    ),
    Column(
        lambda: QCoreApplication.translate("Ranking", "Initial weights"),
        _initial_weights,
        lambda: QCoreApplication.translate(
            "Ranking", "Whether it began with the project's weights, or had to draw some of its own from the same seed"
        ),
    ),
)


class RankingModel(RowsModel):
    """A row a racer, the leader first; as all stood when it was last filled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.standings: list[Standing] = []
        self.cells: list[list[str]] = []

    def show_race(self, race: Race) -> None:
        """Take over how all stand now."""
        grown = not self.standings
        if grown:
            self.beginResetModel()
        self.standings = race.ranking()
        self.cells = [[column.cell(standing) for column in COLUMNS] for standing in self.standings]
        if grown:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.cells) - 1, len(COLUMNS) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.cells) - 1)  # some may be out by now

    def headings(self) -> Sequence[str]:
        return [column.heading() for column in COLUMNS]

    def count(self) -> int:
        return len(self.cells)

    def text(self, row: int, column: int) -> str:
        return self.cells[row][column]

    def is_word(self, column: int) -> bool:
        return column in (0, len(COLUMNS) - 1)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.ToolTipRole and index.column() == len(COLUMNS) - 1:
            return "\n".join(self.standings[index.row()].racer.own)
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """With the places at the left, of which those that are out have none."""
        if orientation == Qt.Orientation.Vertical:
            out = section < len(self.standings) and self.standings[section].racer.error is not None
            return (NONE if out else section + 1) if role == Role.DisplayRole else None
        return COLUMNS[section].help() if role == Role.ToolTipRole else super().headerData(section, orientation, role)


class Ranking(RowsTable):
    """As high as its rows, with the place of each before it."""

    def __init__(self, parent: QWidget) -> None:
        ranked = RankingModel(parent)
        super().__init__(ranked)
        self.ranked = ranked
        self.setObjectName("race_ranking")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().show()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(84)
        self.horizontalScrollBar().rangeChanged.connect(self._take_height)
        self.setAccessibleName(self.tr("Ranking"))

    def show_race(self, race: Race) -> None:
        """Show how all stand; columns of which nobody has a value are left out."""
        self.ranked.show_race(race)
        for place in range(len(COLUMNS)):
            self.setColumnHidden(place, all(row[place] == NONE for row in self.ranked.cells))
        self._take_height()

    def _take_height(self) -> None:
        """That of all rows, above a bar where not all columns have room."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.setFixedHeight(HEADER + 8 + ROW_HEIGHT * self.ranked.count() + below)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Ranking"))
            self.ranked.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        super().changeEvent(event)
