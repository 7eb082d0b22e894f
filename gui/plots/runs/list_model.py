"""The list of runs: a row each, that can be ticked, starred, named and sorted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.change_words import change_text
from gui.i18n import number, sentence
from gui.plots.rows import Index, RowsModel
from gui.plots.runs.line import Line
from gui.plots.runs.values import figure_text
from gui.run_looks import run_swatch

Role = Qt.ItemDataRole
STAR, NO_STAR = "\N{BLACK STAR}", "\N{WHITE STAR}"
UPWARDS, DOWNWARDS = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"


class Column(IntEnum):
    """What a column tells."""

    STAR = 0
    NAME = 1
    LOSS = 2
    VAL_LOSS = 3
    ACCURACY = 4
    VAL_ACCURACY = 5
    EPOCHS = 6
    BEGAN = 7
    CHANGES = 8


FIGURES = (Column.LOSS, Column.VAL_LOSS, Column.ACCURACY, Column.VAL_ACCURACY)
WORDS = (Column.STAR, Column.NAME, Column.BEGAN, Column.CHANGES)


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
        if column in FIGURES:
            return line.figures[FIGURES.index(Column(column))].final
        keys: dict[int, Callable[[], Any]] = {
            Column.STAR: lambda: not line.label.starred,
            Column.NAME: lambda: (line.label.name.casefold(), line.number),
            Column.EPOCHS: lambda: line.epochs,
            Column.BEGAN: lambda: sentence(line.began),
            Column.CHANGES: lambda: len(line.run.marks),
        }
        return keys[column]()

    # What RowsModel asks

    def headings(self) -> Sequence[str]:
        figures = (self.tr("Loss"), self.tr("Val. loss"), self.tr("Accuracy"), self.tr("Val. acc."))
        return ("", self.tr("Run"), *figures, self.tr("Epochs"), self.tr("Began"), self.tr("Notes"))

    def count(self) -> int:
        return len(self.lines)

    def is_word(self, column: int) -> bool:
        return column in WORDS

    def is_wrong(self, row: int, column: int) -> bool:
        return column == Column.CHANGES and self.lines[row].run.diverged

    def text(self, row: int, column: int) -> str:
        line = self.lines[row]
        if column in FIGURES:
            return figure_text(line.figures[FIGURES.index(Column(column))].final)
        texts: dict[int, Callable[[], str]] = {
            Column.STAR: lambda: STAR if line.label.starred else NO_STAR,
            Column.NAME: lambda: sentence(line.title),
            Column.EPOCHS: lambda: f"{line.epochs}",
            Column.BEGAN: lambda: sentence(line.began),
            Column.CHANGES: lambda: self._notes(line),
        }
        return texts[column]()

    def _notes(self, line: Line) -> str:
        """Whether it diverged, and how often hyperparameters were changed on the way."""
        notes = [self.tr("diverged")] if line.run.diverged else []
        if count := len(line.run.marks):
            notes.append(self.tr("1 change") if count == 1 else self.tr("{count} changes").format(count=count))
        return ", ".join(notes)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        line, column = self.lines[index.row()], index.column()
        match role:
            case Role.DecorationRole if column == Column.NAME:
                return run_swatch(line.number, self._ratio())
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
        return super().data(index, role)

    def _tip(self, line: Line, column: int) -> str:
        if column == Column.STAR:
            return self.tr("Star (S)")
        if column == Column.CHANGES:
            return "\n".join(
                self.tr("From epoch {epoch}: {changes}").format(
                    epoch=number(mark.epochs, 3), changes=", ".join(map(change_text, mark.changes))
                )
                for mark in line.run.marks
            )
        if column in FIGURES and (best := line.figures[FIGURES.index(Column(column))]).epoch:
            return self.tr("Best: {value} in epoch {epoch}").format(value=figure_text(best.best), epoch=best.epoch)
        return sentence(line.title) if column == Column.NAME else sentence(line.began) if column == Column.BEGAN else ""

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
