"""The list of runs: a row each, that can be ticked, starred, named and sorted."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QWidget

from engine.runs.comparison import MEASURES, Figure
from gui import theme
from gui.change_words import change_text
from gui.i18n import number, sentence
from gui.plots.rows import Index, RowsModel
from gui.plots.runs import two_lines
from gui.plots.runs.line import Line
from gui.plots.runs.values import began_text, epoch_text, figure_text
from gui.run_looks import run_swatch

Role = Qt.ItemDataRole
STAR, NO_STAR = "\N{BLACK STAR}", "\N{WHITE STAR}"
DOT = " \N{MIDDLE DOT} "
UPWARDS, DOWNWARDS = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"


class Column(IntEnum):
    """What a column tells."""

    STAR = 0
    NAME = 1
    LOSS = 2
    ACCURACY = 3
    EPOCHS = 4
    TRAINING_LOSS = 5
    TRAINING_ACCURACY = 6
    NOTES = 7


JUDGED = {Column.LOSS: "loss", Column.ACCURACY: "accuracy"}
"""Columns of what runs are judged by: of held-out samples where there are some, as stands below the figure."""
TRAINED = {Column.TRAINING_LOSS: "loss", Column.TRAINING_ACCURACY: "accuracy"}
"""Columns of what the training samples say, where there are others too."""
FIGURES = (*JUDGED, *TRAINED)
WORDS = (Column.STAR, Column.NAME, Column.NOTES)
IN_ORDER = (
    Column.STAR, Column.ACCURACY, Column.EPOCHS, Column.NOTES, Column.TRAINING_LOSS, Column.TRAINING_ACCURACY
)  # fmt: skip
"""Columns beside name and loss in the order in which they take the room that there is."""


class RunsModel(RowsModel):
    """Lines in the order that people chose; `ticked` are the numbers of those that are compared.

    `ticks_changed` tells that people ticked another; `named` carries a run and the name that people wrote.
    """

    ticks_changed = Signal()
    named = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.ticked: set[int] = set()
        self._in_names: frozenset[Column] = frozenset()
        self._by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, lines: Sequence[Line]) -> None:
        """Other lines, or the same with other figures; rows stay where they are where the same runs stand in them."""
        ordered = self._ordered(lines)
        same = [line.number for line in ordered] == [line.number for line in self.lines]
        if same:
            before, self.lines = self.lines, ordered
            for row, (old, new) in enumerate(zip(before, ordered, strict=True)):
                if not old.tells_as(new):  # a table that is painted anew holds the training up
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
        else:
            self.beginResetModel()
            self.lines = ordered
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By what a column tells; runs of which it tells nothing come last."""
        self._by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = {index: self.lines[index.row()].number for index in self.persistentIndexList()}
        self.lines = self._ordered(self.lines)
        rows = {line.number: row for row, line in enumerate(self.lines)}
        for index, known in before.items():
            self.changePersistentIndex(index, self.index(rows[known], index.column()))
        self.layoutChanged.emit()

    def _ordered(self, lines: Sequence[Line]) -> list[Line]:
        column, order = self._by
        listed = sorted(lines, key=lambda line: line.number)
        if column < 0:
            return listed
        told = [line for line in listed if not _is_none(self._key(line, column))]
        down = order == Qt.SortOrder.DescendingOrder
        silent = [line for line in listed if _is_none(self._key(line, column))]
        return sorted(told, key=lambda line: self._key(line, column), reverse=down) + silent

    def _key(self, line: Line, column: int) -> Any:
        if (figure := self._figure(line, column)) is not None:
            return figure.final
        keys: dict[int, Callable[[], Any]] = {
            Column.STAR: lambda: not line.label.starred,
            Column.NAME: lambda: (line.label.name.casefold(), line.number),
            Column.EPOCHS: lambda: line.epochs,
            Column.NOTES: lambda: line.notes,
        }
        return keys[column]()

    # What RowsModel asks

    def headings(self) -> Sequence[str]:
        judged = (self.tr("Loss"), self.tr("Accuracy"), self.tr("Epochs"))
        return ("", self.tr("Run"), *judged, self.tr("Training loss"), self.tr("Training accuracy"), self.tr("Notes"))

    def count(self) -> int:
        return len(self.lines)

    def is_word(self, column: int) -> bool:
        return column in WORDS

    def is_wrong(self, row: int, column: int) -> bool:
        return column == Column.NOTES and self.lines[row].run.diverged

    def has_told(self, column: int) -> bool:
        """Whether a column says anything of any run."""
        if column in TRAINED:
            return any(line.judged_by(TRAINED[Column(column)]) != TRAINED[Column(column)] for line in self.lines)
        if column == Column.ACCURACY:
            return any(line.figure(line.judged_by("accuracy")).epoch for line in self.lines)
        return column != Column.NOTES or any(line.notes != (0, False) for line in self.lines)

    def _figure(self, line: Line, column: int) -> Figure | None:
        """What a column has of a run; None where it holds no figures."""
        if column in JUDGED:
            return line.figure(line.judged_by(JUDGED[Column(column)]))
        return line.figure(TRAINED[Column(column)]) if column in TRAINED else None

    def text(self, row: int, column: int) -> str:
        line = self.lines[row]
        if (figure := self._figure(line, column)) is not None:
            return figure_text(figure.final)
        texts: dict[int, Callable[[], str]] = {
            Column.STAR: lambda: STAR if line.label.starred else NO_STAR,
            Column.NAME: lambda: self._starred(line) + sentence(line.title),
            Column.EPOCHS: lambda: epoch_text(line.epochs),
            Column.NOTES: lambda: self._notes(line),
        }
        return texts[column]()

    def tell_in_names(self, columns: Collection[Column]) -> None:
        """Put what stands in these columns beside and below the names: there is no room for them."""
        if (told := frozenset(columns)) != self._in_names:
            self._in_names = told
            if self.lines:
                self.dataChanged.emit(self.index(0, Column.NAME), self.index(len(self.lines) - 1, Column.NAME))

    def _starred(self, line: Line) -> str:
        return f"{STAR} " if Column.STAR in self._in_names and line.label.starred else ""

    def _figures_below(self, line: Line) -> Iterator[str]:
        """Accuracy and epochs in few signs, where they have no columns."""
        accuracy = line.figure(line.judged_by("accuracy")).final
        if Column.ACCURACY in self._in_names and not math.isnan(accuracy):
            yield f"{number(100 * accuracy, 3)}%"
        if Column.EPOCHS in self._in_names:
            yield self.tr("{count} ep.").format(count=epoch_text(line.epochs))

    def _below(self, line: Line, column: int) -> str:
        """What stands below a cell's text: how the run began, or of which samples a figure is."""
        if column == Column.NAME:
            return DOT.join(filter(None, (*self._figures_below(line), began_text(line))))
        if column not in JUDGED:
            return ""
        if column == Column.LOSS and line.run.diverged:
            return self.tr("diverged")
        measure = line.judged_by(JUDGED[Column(column)])
        if not line.figure(measure).epoch:
            return ""
        return self.tr("training") if measure in MEASURES[::2] else self.tr("validation")

    def _notes(self, line: Line) -> str:
        """Whether it diverged, and how often hyperparameters were changed on the way."""
        count, diverged = line.notes
        notes = [self.tr("diverged")] if diverged else []
        if count:
            notes.append(self.tr("1 change") if count == 1 else self.tr("{count} changes").format(count=count))
        return ", ".join(notes)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        match role:
            case Role.DecorationRole if column == Column.NAME:
                return self._spine(line)
            case Role.CheckStateRole if column == Column.NAME:
                return Qt.CheckState.Checked if line.number in self.ticked else Qt.CheckState.Unchecked
            case Role.EditRole if column == Column.NAME:
                return sentence(line.title)
            case Role.FontRole if column == Column.NAME and line.at_hand:
                font = QFont(theme.body_font(theme.LABEL_PIXELS))
                font.setBold(True)
                return font
            case Role.ForegroundRole if column == Column.STAR:
                return QColor(theme.current().warning if line.label.starred else theme.current().muted)
            case Role.ToolTipRole:
                return self._tip(line, column)
            case Role.AccessibleTextRole if column == Column.STAR:
                return self.tr("with a star") if line.label.starred else self.tr("without a star")
            case Role.AccessibleTextRole if below := self._below(line, column):
                return f"{super().data(index, role)}, {below}"
            case two_lines.BELOW:
                return self._below(line, column)
            case two_lines.AMISS:
                return column == Column.LOSS and line.run.diverged
        return super().data(index, role)

    def _tip(self, line: Line, column: int) -> str:
        if column == Column.STAR:
            return self.tr("Star (S)")
        if column == Column.NOTES:
            return "\n".join(
                self.tr("From epoch {epoch}: {changes}").format(
                    epoch=epoch_text(mark.epochs), changes=", ".join(map(change_text, mark.changes))
                )
                for mark in line.run.marks[: line.notes[0]]
            )
        if (figure := self._figure(line, column)) is not None and figure.epoch:
            told = self.tr("Best: {value} in epoch {epoch}")
            return told.format(value=figure_text(figure.best), epoch=epoch_text(figure.epoch))
        return self._all_told(line) if column == Column.NAME else ""

    def _spine(self, line: Line) -> QIcon:
        """A piece of the run's line, in its own colour also where the row is picked."""
        pixmap = run_swatch(line.number, self._ratio(), upright=True)
        spine = QIcon(pixmap)
        spine.addPixmap(pixmap, QIcon.Mode.Selected)
        return spine

    def _all_told(self, line: Line) -> str:
        """Everything about a run, also what has no room in the list."""
        told, headings = [sentence(line.title), began_text(line)], self.headings()
        row = self.lines.index(line)
        for column in (*JUDGED, Column.EPOCHS, *TRAINED, Column.NOTES):
            if self.has_told(column) and (text := self.text(row, column)):
                part = self._below(line, column) if column in JUDGED else ""
                told.append(f"{headings[column]}: {text} {part}".rstrip())
        return "\n".join(told)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """With an arrow at the column by which runs are sorted."""
        heading = super().headerData(section, orientation, role)
        if role == Role.DisplayRole and section == self._by[0]:
            return f"{DOWNWARDS if self._by[1] == Qt.SortOrder.DescendingOrder else UPWARDS} {heading}"
        return heading

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        line = self.lines[index.row()]
        if role == Role.EditRole:
            if value != sentence(line.title):  # or else a run that has no name would be given the usual one
                self.named.emit(line.run, str(value))
            return True
        if role == Role.CheckStateRole:
            self.tick([line.number], Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return False

    def tick(self, numbers: Sequence[int], ticked: bool) -> None:
        """Compare these runs, or no longer."""
        self.ticked = self.ticked | set(numbers) if ticked else self.ticked - set(numbers)
        if self.lines:
            self.dataChanged.emit(self.index(0, Column.NAME), self.index(len(self.lines) - 1, Column.NAME))
        self.ticks_changed.emit()

    def row_of(self, number: int) -> QModelIndex:
        """Where a run's name stands."""
        rows = [row for row, line in enumerate(self.lines) if line.number == number]
        return self.index(rows[0], Column.NAME) if rows else QModelIndex()


def _is_none(key: Any) -> bool:
    return isinstance(key, float) and math.isnan(key)
