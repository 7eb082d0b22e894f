"""The trials of a sweep as rows: settings, figures, and how far those are that run."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from engine.sweep.journal import Journal
from engine.sweep.settings import Setting
from engine.sweep.trial import Outcome
from gui import theme
from gui.i18n import MINUS, NONE, grouped, number, sentence
from gui.plots.rows import MOST_IN_PLACES, Index, Role, RowsModel
from gui.sweep.wording import headings, result_words, settings_by_name, value_words

STAR = "\N{BLACK STAR}"
UPWARDS, DOWNWARDS = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"
STATE, LOSS, ACCURACY, BEFORE = 1, 2, 3, 4
"""The columns that tell how far a trial is and what came of it, and how many stand before those of the settings."""
DIGITS, MOST_DECIMALS = 4, 8
POINTED = 0.22
"""How much of the accent the ground of a row takes on whose line is pointed at."""


class TrialModel(RowsModel):
    """`order` holds the trials' numbers row by row: as they are ranked, unless a column says otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.journal: Journal | None = None
        self.order: list[int] = []
        self.ranking: list[int] = []
        self.names: tuple[str, ...] = ()
        self.sorted: tuple[int, bool] = (-1, False)
        self._pointed: int | None = None
        self._only: frozenset[int] | None = None
        self._settings: Mapping[str, Setting] = {}
        self._signs: Mapping[int, Mapping[str, Any]] = {}
        self._wordy: frozenset[int] = frozenset()
        self._decimals: tuple[int, ...] = (DIGITS, DIGITS, 0, 1)

    def show(self, journal: Journal | None) -> None:
        """Another sweep, or none."""
        self.beginResetModel()
        if journal is not self.journal:
            self.sorted, self._only = (-1, False), None
        self.journal, self.names, self._settings = journal, (), {}
        if journal is not None:
            project = journal.project()
            self._settings = settings_by_name(project)
            self.names = headings(project, [each.name for each in journal.sweep.space])
            self._wordy = frozenset(
                BEFORE + place
                for place, each in enumerate(journal.sweep.space)
                if any(isinstance(value, str | bool) for value in each.grid())
            )
        self._arrange()
        self.endResetModel()

    def follow(self, signs: Mapping[int, Mapping[str, Any]], grown: bool) -> None:
        """Show what has come; `signs` are the trials that run."""
        self._signs = signs
        if grown:
            self.layoutAboutToBeChanged.emit()
            before = self.order
            self._arrange()
            rows = {number: row for row, number in enumerate(self.order)}
            old = self.persistentIndexList()
            self.changePersistentIndexList(old, [self.index(rows[before[i.row()]], i.column()) for i in old])
            self.layoutChanged.emit()
        elif self.order:
            self.dataChanged.emit(self.index(0, STATE), self.index(self.count() - 1, STATE))

    def show_only(self, kept: Sequence[int] | None) -> bool:
        """List these trials alone, or all of them; whether that is another list."""
        only = None if kept is None else frozenset(kept)
        if only == self._only:
            return False
        self.beginResetModel()
        self._only = only
        self._arrange()
        self.endResetModel()
        return True

    def point_at(self, trial: int | None) -> None:
        """Let the row of a trial stand out that is pointed at elsewhere."""
        changed = {self._pointed, trial} - {None}
        self._pointed = trial
        for row in (row for row, each in enumerate(self.order) if each in changed):
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def sort_by(self, column: int, descending: bool) -> None:
        """Order the rows by what stands in a column; -1 ranks them."""
        self.sorted = column, descending
        self.follow(self._signs, grown=True)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def setting(self, name: str) -> Setting | None:
        """The setting of that name, where the sweep's project has it as it is."""
        return self._settings.get(name)

    def _arrange(self) -> None:
        journal = self.journal
        if journal is None:
            self.order = self.ranking = []
            return
        self.ranking = [each.number for each in journal.ranked()]
        self._decimals = (self._loss_decimals(), *self._decimals[1:])
        places = {number: place for place, number in enumerate(self.ranking)}
        numbers = range(1, len(journal.sweep.trials) + 1)
        column, descending = self.sorted
        listed = (number for number in numbers if self._only is None or number in self._only)
        self.order = sorted(listed, key=lambda number: places.get(number, len(places)))
        if 0 <= column < len(self.headings()):
            known = [number for number in self.order if not _is_missing(self._key(number, column))]
            missing = [number for number in self.order if _is_missing(self._key(number, column))]
            self.order = sorted(known, key=lambda number: self._key(number, column), reverse=descending) + missing

    def _loss_decimals(self) -> int:
        """Decimals of all losses, so that points stand below each other and the best is told with some digits."""
        losses = [loss for number in self.ranking if (loss := self._figures(number)[0]) is not None and loss > 0]
        size = math.floor(math.log10(min(losses))) if losses else 0
        return min(max(DIGITS - 1 - size, 0), MOST_DECIMALS)

    def _key(self, trial: int, column: int) -> Any:
        """What a column is sorted by; words come behind numbers."""
        assert self.journal is not None
        if column == 0:
            return (0, trial, "")
        if column == STATE:
            return (1, 0, self._state(trial))
        if (figure := self._figure_in(column)) is not None:
            value = self._figures(trial)[figure]
            return (0, math.nan if value is None else value, "")
        value = self.journal.values(trial)[self.journal.sweep.space[column - BEFORE].name]
        plain = isinstance(value, int | float)
        return (0, value, "") if plain else (1, 0, "" if value is None else str(value))

    def _figure_in(self, column: int) -> int | None:
        """Which of the figures a column shows: results before the settings, what it took behind them."""
        if column < BEFORE:
            return column - LOSS
        behind = column - len(self.names) - LOSS
        return behind if behind > ACCURACY - LOSS else None

    def _figures(self, trial: int) -> Sequence[float | None]:
        """Loss, accuracy and epoch of the best, and the seconds that the trial took."""
        outcome = self.outcome(trial)
        best = outcome.best if outcome is not None else None
        if outcome is None or best is None:
            return None, None, None, None
        return best.monitored_loss, best.monitored_accuracy, best.epoch, outcome.seconds

    @property
    def has_accuracy(self) -> bool:
        """Whether any trial has one, as far as is known."""
        return not self.ranking or any(self._figures(trial)[1] is not None for trial in self.ranking)

    def outcome(self, trial: int) -> Outcome | None:
        """What came of a trial, if it has ended."""
        return self.journal.outcomes.get(trial) if self.journal is not None else None

    def _state(self, trial: int) -> str:
        outcome, sign = self.outcome(trial), self._signs.get(trial)
        if outcome is not None:
            done, failed = QCoreApplication.translate("Sweep", "done"), QCoreApplication.translate("Sweep", "failed")
            return done if outcome.reason is None else failed
        if sign is not None:
            told = QCoreApplication.translate("Sweep", "epoch {epoch} of {epochs}")
            begins = QCoreApplication.translate("Sweep", "begins")
            return (
                told.format(epoch=grouped(int(sign["epoch"])), epochs=grouped(int(sign["epochs"])))
                if "epoch" in sign
                else begins
            )
        again = self.journal is not None and trial in self.journal.lost
        return (
            QCoreApplication.translate("Sweep", "once more") if again else QCoreApplication.translate("Sweep", "waits")
        )

    # What RowsModel asks

    def headings(self) -> Sequence[str]:
        if self.journal is None:
            return ()
        return (
            QCoreApplication.translate("Sweep", "Trial"),
            QCoreApplication.translate("Sweep", "State"),
            *result_words(self.journal.judged_on),
            *self.names,
            QCoreApplication.translate("Sweep", "Best epoch"),
            QCoreApplication.translate("Sweep", "Seconds"),
        )

    def count(self) -> int:
        return len(self.order)

    def is_word(self, column: int) -> bool:
        return column == STATE or column in self._wordy

    def is_wrong(self, row: int, column: int) -> bool:
        outcome = self.outcome(self.order[row])
        return column == STATE and outcome is not None and outcome.reason is not None

    def text(self, row: int, column: int) -> str:
        assert self.journal is not None
        trial = self.order[row]
        if column == 0:
            return f"{STAR} {trial}" if self.ranking[:1] == [trial] else str(trial)
        if column == STATE:
            return self._state(trial)
        if (place := self._figure_in(column)) is None:
            name = self.journal.sweep.space[column - BEFORE].name
            return value_words(self.journal.values(trial)[name], self.setting(name))
        figure = self._figures(trial)[place]
        return NONE if figure is None else in_places(figure, self._decimals[place])

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.ToolTipRole:
            outcome = self.outcome(self.order[index.row()])
            return sentence(outcome.reason) if outcome is not None and outcome.reason is not None else None
        if role == Role.BackgroundRole and self.order[index.row()] == self._pointed:
            ground = QColor(theme.current().accent)
            ground.setAlphaF(POINTED)
            return ground
        found = super().data(index, role)
        if isinstance(found, QFont) and self.ranking[:1] == [self.order[index.row()]]:
            found = QFont(found)
            found.setWeight(QFont.Weight.DemiBold)
        return found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """With an arrow at the column after which rows are sorted, or that ranks them."""
        heading = super().headerData(section, orientation, role)
        if role != Role.DisplayRole or heading is None or self.journal is None:
            return heading
        ranked = (ACCURACY, True) if self.journal.sweep.search.measure == "accuracy" else (LOSS, False)
        column, descending = self.sorted if self.sorted[0] >= 0 else ranked
        return f"{DOWNWARDS if descending else UPWARDS} {heading}" if section == column else heading


def in_places(value: float, decimals: int) -> str:
    """A figure with so many decimals, as long as it can be read so."""
    if not decimals:
        return grouped(round(value))
    return f"{value:.{decimals}f}".replace("-", MINUS) if abs(value) < MOST_IN_PLACES else number(value)


def _is_missing(key: tuple[int, Any, str]) -> bool:
    return isinstance(key[1], float) and math.isnan(key[1])
