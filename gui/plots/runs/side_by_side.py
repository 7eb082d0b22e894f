"""Runs side by side in tables: settings that differ, what came of them, and how far weights are apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.runs.comparison import MEASURES, Distance, Gap, differences, distance
from gui.i18n import NONE, number
from gui.plots.rows import Index, RowsModel
from gui.plots.runs.files import Pair
from gui.plots.runs.line import Line, told_apart
from gui.plots.runs.sheet_table import SheetTable
from gui.plots.runs.values import LONGEST, course_text, epoch_text, figure_text, label_text
from gui.run_looks import run_swatch

Role = Qt.ItemDataRole
Row = tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Rows of words under headings; `runs` are the numbers whose columns follow the first one, if they do."""

    headings: Row = ()
    rows: tuple[Row, ...] = ()
    runs: tuple[int, ...] = ()


def settings_sheet(lines: Sequence[Line]) -> Sheet:
    """A row for every field in which some differ."""
    rows = tuple(
        (label_text(row), *(course_text(course) for course in row.courses))
        for row in differences([line.run for line in lines])
    )
    return Sheet(_headings(lines), rows, _numbers(lines))


def results_sheet(lines: Sequence[Line]) -> Sheet:
    """Epochs and time, and of every measure the last and the best figure."""
    rows: list[Row] = [(QCoreApplication.translate("Runs", "Epochs"), *(epoch_text(line.epochs) for line in lines))]
    for measure, (last, best) in _measure_names().items():
        figures = [line.figures[MEASURES.index(measure)] for line in lines]
        if any(figure.epoch for figure in figures):
            epochs = (epoch_text(figure.epoch) if figure.epoch else NONE for figure in figures)
            rows.append((last, *(figure_text(figure.final) for figure in figures)))
            rows.append((best, *(figure_text(figure.best) for figure in figures)))
            rows.append((QCoreApplication.translate("Runs", "in epoch"), *epochs))
    seconds = [float(line.run.history.column("seconds").sum()) for line in lines]
    rows.append((QCoreApplication.translate("Runs", "Seconds"), *(number(spent, 3) for spent in seconds)))
    return Sheet(_headings(lines), tuple(rows), _numbers(lines))


def _measure_names() -> dict[str, tuple[str, str]]:
    """What the last and the best figure of each measure are called."""
    return {
        "loss": (QCoreApplication.translate("Runs", "Loss"), QCoreApplication.translate("Runs", "Best loss")),
        "val_loss": (
            QCoreApplication.translate("Runs", "Validation loss"),
            QCoreApplication.translate("Runs", "Best validation loss"),
        ),
        "accuracy": (
            QCoreApplication.translate("Runs", "Accuracy"),
            QCoreApplication.translate("Runs", "Best accuracy"),
        ),
        "val_accuracy": (
            QCoreApplication.translate("Runs", "Validation accuracy"),
            QCoreApplication.translate("Runs", "Best validation accuracy"),
        ),
    }


def weights_sheet(lines: Sequence[Line], known: Mapping[Pair, Distance | None]) -> Sheet:
    """A row for each two runs: how far all weights are apart, and those of each layer."""
    named = zip(lines, told_apart(lines), strict=True)
    titles = {line.number: title if line.label.name else f"{line.number}" for line, title in named}
    layers = list(dict.fromkeys(layer for apart in known.values() if apart for layer in apart.layers))
    rows = []
    for one, other in itertools.combinations(_numbers(lines), 2):
        apart = known.get((one, other))
        gaps = [apart.whole, *(apart.layers.get(layer) for layer in layers)] if apart else [None] * (1 + len(layers))
        rows.append((f"{titles[one]} \N{LEFT RIGHT ARROW} {titles[other]}", *map(_gap_text, gaps)))
    all_weights = QCoreApplication.translate("Runs", "All weights")
    return Sheet((QCoreApplication.translate("Runs", "Runs"), all_weights, *layers), tuple(rows))


def _gap_text(gap: Gap | None) -> str:
    """The length of the difference, and what share of the weights' own length that is."""
    return f"{number(gap.absolute, 3)} ({number(100 * gap.relative, 3)}%)" if gap is not None else NONE


def weights_apart(lines: Sequence[Line]) -> Iterator[dict[Pair, Distance | None]]:
    """How far the weights of each two runs are apart, after each pair that was measured."""
    found: dict[Pair, Distance | None] = {}
    for one, other in itertools.combinations(lines, 2):
        found = {**found, (one.number, other.number): distance(one.run.weights, other.run.weights)}
        yield found


def _headings(lines: Sequence[Line]) -> Row:
    return ("", *told_apart(lines))


def _numbers(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(line.number for line in lines)


class SheetModel(RowsModel):
    """One sheet; long words are cut, and whole as a tooltip."""

    def __init__(self, parent: QWidget, words: bool) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self._words = words

    def show(self, sheet: Sheet) -> bool:
        """Another sheet; whether its columns are others."""
        if sheet == self.sheet:
            return False
        reshaped = (sheet.headings, len(sheet.rows)) != (self.sheet.headings, len(self.sheet.rows))
        if reshaped:
            self.beginResetModel()
        self.sheet = sheet
        if reshaped:
            self.endResetModel()
        elif sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(sheet.rows) - 1, len(sheet.headings) - 1))
        return reshaped

    def headings(self) -> Sequence[str]:
        return self.sheet.headings

    def count(self) -> int:
        return len(self.sheet.rows)

    def is_word(self, column: int) -> bool:
        return self._words or not column

    def text(self, row: int, column: int) -> str:
        told = self.sheet.rows[row][column]
        return told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if role == Role.ToolTipRole:
            return self.sheet.rows[index.row()][index.column()]
        return super().data(index, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if (
            orientation == Qt.Orientation.Horizontal
            and role == Role.DecorationRole
            and 0 < section <= len(self.sheet.runs)
        ):
            return run_swatch(self.sheet.runs[section - 1], self._ratio())
        if orientation == Qt.Orientation.Horizontal and role == Role.ToolTipRole:
            return self.sheet.headings[section]
        return super().headerData(section, orientation, role)


class SheetPage(QWidget):
    """A table of one sheet."""

    def __init__(self, name: str, words: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SheetModel(self, words)
        self.table_view = SheetTable(self.model)
        self.table_view.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table_view)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this."""
        if self.model.show(sheet):
            self.table_view.fit_columns()
