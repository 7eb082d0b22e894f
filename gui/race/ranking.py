"""The variants in the order in which they stand, as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.race import Race, Racer
from gui import theme
from gui.i18n import NONE, grouped, number
from gui.race.card import name_of

ROW_HEIGHT, HEADER = 22, 26
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Column:
    """A heading, and what stands below it for a racer."""

    heading: Callable[[], str]
    cell: Callable[[Racer], str]
    help: Callable[[], str] = lambda: ""


def _figure(field: str, percent: bool = False) -> Callable[[Racer], str]:
    def cell(racer: Racer) -> str:
        end = racer.result
        value = getattr(end, field) if end is not None else None
        if value is None:
            return NONE
        return f"{100 * value:.1f} %" if percent else number(value, 4)

    return cell


def _initial_weights(racer: Racer) -> str:
    if not racer.own:
        return QCoreApplication.translate("Ranking", "the same")
    if racer.network is None:
        return NONE
    count = sum(len(specs) for specs in racer.network.specs.values())
    return QCoreApplication.translate("Ranking", "{count} of {all} own").format(count=len(racer.own), all=count)


COLUMNS = (
    Column(lambda: QCoreApplication.translate("Ranking", "Variant"), name_of),
    Column(lambda: QCoreApplication.translate("Ranking", "Validation loss"), _figure("val_loss")),
    Column(lambda: QCoreApplication.translate("Ranking", "Training loss"), _figure("loss")),
    Column(lambda: QCoreApplication.translate("Ranking", "Validation accuracy"), _figure("val_accuracy", percent=True)),
    Column(lambda: QCoreApplication.translate("Ranking", "Training accuracy"), _figure("accuracy", percent=True)),
    Column(lambda: QCoreApplication.translate("Ranking", "Epochs"), lambda racer: grouped(racer.epochs)),
    Column(
        lambda: QCoreApplication.translate("Ranking", "Weights"),
        lambda racer: NONE if racer.network is None else grouped(racer.network.parameters.size),
    ),
    Column(
        lambda: QCoreApplication.translate("Ranking", "Seconds"),
        lambda racer: f"{racer.seconds:.2f}",
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
    """A row a racer, the leader first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.racers: list[Racer] = []

    def show_race(self, race: Race) -> None:
        """Take over how all stand now."""
        ranking = race.ranking()
        if len(ranking) != len(self.racers):
            self.beginResetModel()
            self.racers = ranking
            self.endResetModel()
            return
        self.racers = ranking
        self.dataChanged.emit(self.index(0, 0), self.index(len(ranking) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.racers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        racer, column = self.racers[index.row()], COLUMNS[index.column()]
        if role == Role.DisplayRole:
            return column.cell(racer)
        if role == Role.AccessibleTextRole:
            return f"{column.heading()}: {column.cell(racer)}"
        if role == Role.ToolTipRole and index.column() == len(COLUMNS) - 1:
            return "\n".join(racer.own)
        return _alignment(index.column()) if role == Role.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            out = section < len(self.racers) and self.racers[section].error is not None
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
        for place, column in enumerate(COLUMNS):
            empty = all(column.cell(racer) == NONE for racer in self.ranked.racers)
            self.setColumnHidden(place, empty)
        self.setFixedHeight(HEADER + 8 + ROW_HEIGHT * len(race.racers))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Ranking"))
            self.ranked.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        super().changeEvent(event)
