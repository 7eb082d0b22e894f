"""The variants in the order in which they stand, as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.race import Race, Standing
from gui import theme
from gui.i18n import NONE, grouped
from gui.plots.runs.values import figure_text
from gui.race.card import name_of

ROW_HEIGHT, HEADER = 22, 26
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


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


class RankingModel(QAbstractTableModel):
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

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        cell = self.cells[index.row()][index.column()]
        if role == Role.DisplayRole:
            return cell
        if role == Role.AccessibleTextRole:
            return f"{COLUMNS[index.column()].heading()}: {cell}"
        if role == Role.ToolTipRole and index.column() == len(COLUMNS) - 1:
            return "\n".join(self.standings[index.row()].racer.own)
        return _alignment(index.column()) if role == Role.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            out = section < len(self.standings) and self.standings[section].racer.error is not None
            return (NONE if out else section + 1) if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            return COLUMNS[section].heading()
        if role == Role.ToolTipRole:
            return COLUMNS[section].help()
        return _alignment(section) if role == Role.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Ranking(QTableView):
    """As high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("race_ranking")
        self.setProperty("role", "data")
        self.ranked = RankingModel(self)
        self.setModel(self.ranked)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(84)
        self.setFont(theme.body_font(theme.LABEL_PIXELS))
        self.setAccessibleName(self.tr("Ranking"))

    def show_race(self, race: Race) -> None:
        """Show how all stand; columns of which nobody has a value are left out."""
        self.ranked.show_race(race)
        for place in range(len(COLUMNS)):
            self.setColumnHidden(place, all(row[place] == NONE for row in self.ranked.cells))
        self.setFixedHeight(HEADER + 8 + ROW_HEIGHT * len(race.racers))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Ranking"))
            self.ranked.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        super().changeEvent(event)
