"""The samples of a list in words: number, loss, what was wanted, what was said, and the features in their own units."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from engine.answers import SampleList
from engine.data import Fitted
from engine.data.days import date_text
from engine.data.samples import Column, feature_column, feature_names, groups
from engine.shapes import Shape
from gui.i18n import measure, number
from gui.plots.export import Table
from gui.plots.pictures import picture
from gui.plots.predictions.tiles import CAPTION_ROLE, PICTURE_ROLE, WRONG_ROLE
from gui.plots.rows import RowsModel, value_text

MOST_FEATURES, MOST_NUMBERS = 100, 3
"""Columns of features, and numbers of one target, that are shown; a file holds all."""
DIGITS = 5
ACTUAL, PREDICTED, OWN = 1, 2, 5
"""Columns of the classes, and the first one of the features."""
ARROW = " \N{RIGHTWARDS ARROW} "


@dataclass(frozen=True, eq=False)
class Listed:
    """A list, and how its samples were prepared; `picture` is the shape of a sample that can be seen as one."""

    samples: SampleList
    fitted: Fitted
    picture: Shape | None

    @property
    def target(self) -> str:
        """What is wanted of a sample, where that is one thing and has a name."""
        names = self.fitted.target_names
        return names[0] if len(names) == 1 else ""

    def columns(self) -> list[Column]:
        """The features as people know them; none where they are seen as a picture."""
        if self.picture is not None:
            return []
        shape = self.samples.inputs.shape
        flat = np.asarray(self.samples.inputs, np.float64).reshape(shape[0], math.prod(shape[1:]))
        known = groups(self.fitted, shape[1:])
        return [feature_column(flat, group) for group in known[:MOST_FEATURES]]


class SampleModel(RowsModel):
    """One row a sample."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.listed: Listed | None = None
        self._headings: tuple[str, ...] = ()
        self._columns: list[Column] = []
        self._span, self._shares = (0.0, 1.0), False

    def show(self, listed: Listed | None) -> bool:
        """Other samples; whether there are other columns, or another number of rows."""
        before = (self._headings, self.count())
        scores = listed.samples.scores if listed is not None else None
        self._shares = scores is not None and bool(((scores >= 0) & (scores <= 1)).all())
        self._columns = listed.columns() if listed is not None else []
        headings = self._make_headings(listed) if listed is not None else ()
        span = (0.0, 1.0)
        if listed is not None and listed.samples.inputs.size:
            inputs = listed.samples.inputs
            span = float(np.nanmin(inputs)), float(np.nanmax(inputs))
        count = len(listed.samples.places) if listed is not None else 0
        if (headings, count) == before and count:
            self.listed, self._span = listed, span
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(headings) - 1))
            return False
        self.beginResetModel()
        self.listed, self._headings, self._span = listed, headings, span
        self.endResetModel()
        return True

    def row_of(self, place: int) -> int | None:
        """Where the sample of this place in the part stands."""
        if self.listed is None:
            return None
        rows = np.flatnonzero(self.listed.samples.places == place)
        return int(rows[0]) if rows.size else None

    def place(self, row: int) -> int:
        """The place of a row's sample in its part."""
        assert self.listed is not None
        return int(self.listed.samples.places[row])

    def retranslate(self) -> None:
        """Set all words in the window's language."""
        self.show(self.listed)

    # What RowsModel asks

    def headings(self) -> Sequence[str]:
        return self._headings

    def count(self) -> int:
        return 0 if self.listed is None else len(self.listed.samples.places)

    def is_word(self, column: int) -> bool:
        if column >= OWN:
            return bool(self._columns[column - OWN].names)
        return column in (ACTUAL, PREDICTED) and self._tells_classes()

    def class_at(self, row: int, column: int) -> tuple[int, int] | None:
        numbers = self._classes(row)
        known = numbers is not None and column in (ACTUAL, PREDICTED)
        return (numbers[column - ACTUAL], self._class_count()) if numbers is not None and known else None

    def is_wrong(self, row: int, column: int) -> bool:
        return column == PREDICTED and self.wrong(row)

    def text(self, row: int, column: int) -> str:
        listed = self.listed
        assert listed is not None
        match column:
            case 0:
                return str(self.place(row) + 1)
            case 1:
                return self.actual(row)
            case 2:
                return self.predicted(row)
            case 3:
                return self._sureness(row)
            case 4:
                return number(float(listed.samples.answers.losses[row]), DIGITS)
        return value_text(self._columns[column - OWN], row, DIGITS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As a tile shows it in column 0, and else as a table does."""
        if role == PICTURE_ROLE:
            return self.image(index.row())
        if role == WRONG_ROLE:
            return self.wrong(index.row())
        seen = self.listed is not None and self.listed.picture is not None
        if role == CAPTION_ROLE or (role == Qt.ItemDataRole.AccessibleTextRole and seen):
            return self.caption(index.row())
        return super().data(index, role)

    def image(self, row: int) -> QImage:
        """The picture that a row's sample is."""
        assert self.listed is not None
        assert self.listed.picture is not None
        return picture(self.listed.samples.inputs[row], self.listed.picture, *self._span)

    def wrong(self, row: int) -> bool:
        """Whether a sample, or one of its answers, was taken for another class."""
        answers = self.listed.samples.answers if self.listed is not None else None
        if answers is None or answers.actual is None or answers.predicted is None:
            return False
        return bool((answers.actual[row] != answers.predicted[row]).any())

    def caption(self, row: int) -> str:
        """What is written below a picture."""
        if not self._tells_classes():
            return number(float(self.listed.samples.answers.losses[row]), 3) if self.listed is not None else ""
        actual, predicted = self.actual(row), self.predicted(row)
        return f"{actual}{ARROW}{predicted}" if self.wrong(row) else actual

    def actual(self, row: int) -> str:
        """What was wanted."""
        return self._say(row, 0)

    def predicted(self, row: int) -> str:
        """What the network says."""
        return self._say(row, 1)

    def _say(self, row: int, which: int) -> str:
        answers = self._samples().answers
        numbers = (answers.actual, answers.predicted)[which]
        if numbers is not None and answers.judge is not None:
            return _few([answers.judge.classes[number] for number in numbers[row, : MOST_NUMBERS + 1].tolist()])
        values = (answers.targets, answers.predictions)[which][row].reshape(-1)
        return _few([measure(float(value), 4) for value in values[: MOST_NUMBERS + 1]])

    def _sureness(self, row: int) -> str:
        """The score of the class that was decided for, the outputs of several answers, or by how much was missed."""
        samples = self._samples()
        answers = samples.answers
        if samples.scores is not None and answers.predicted is not None:
            return score_text(float(samples.scores[row, answers.predicted[row, 0]]), self._shares)
        values = answers.predictions[row].reshape(-1)
        missed = values if answers.judge is not None else values - answers.targets[row].reshape(-1)
        return _few([measure(float(value), 3) for value in missed[: MOST_NUMBERS + 1]])

    def _make_headings(self, listed: Listed) -> tuple[str, ...]:
        samples = listed.samples
        if samples.answers.judge is None:
            sureness = self.tr("Residual")
        else:
            sureness = self.tr("Probability") if self._shares else self.tr("Output")
        return (
            self.tr("No."),
            self.tr("Actual"),
            self.tr("Predicted"),
            sureness,
            self.tr("Loss") if listed.fitted.target_scaler is None else self.tr("Loss (scaled)"),
            *(column.name for column in self._columns),
        )

    def table(self) -> Table:
        """Everything, with all digits and all features."""
        if self.listed is None:
            return {}
        samples, rows = self.listed.samples, range(self.count())
        columns: dict[str, list[float | str]] = {
            "sample": [self.place(row) + 1 for row in rows],
            "loss": samples.answers.losses.tolist(),
        }
        if self._tells_classes():
            columns |= {
                "actual": [self.actual(row) for row in rows],
                "predicted": [self.predicted(row) for row in rows],
            }
            columns |= _columns("output", samples.answers.predictions)
        else:
            names = self.listed.fitted.target_names
            columns |= _columns("actual", samples.answers.targets, names)
            columns |= _columns("output", samples.answers.predictions, names)
        flat = samples.inputs.reshape(len(samples.inputs), -1)
        dates = {group.start for group in self.listed.fitted.groups if group.date}
        for index, name in enumerate(feature_names(self.listed.fitted.features, samples.inputs.shape[1:])):
            dated = index in dates
            columns[name] = [date_text(day) for day in flat[:, index].tolist()] if dated else flat[:, index].tolist()
        return columns

    def _samples(self) -> SampleList:
        assert self.listed is not None
        return self.listed.samples

    def _tells_classes(self) -> bool:
        return self.listed is not None and self.listed.samples.answers.judge is not None

    def _class_count(self) -> int:
        judge = self._samples().answers.judge
        return len(judge.classes) if judge is not None else 0

    def _classes(self, row: int) -> tuple[int, int] | None:
        answers = self._samples().answers
        if answers.actual is None or answers.predicted is None or answers.actual.shape[1] != 1:
            return None
        return int(answers.actual[row, 0]), int(answers.predicted[row, 0])


def score_text(score: float, is_share: bool) -> str:
    """A probability in per cent, where it is one."""
    return f"{score:.1%}" if is_share else number(score, 3)


def _columns(name: str, values: np.ndarray, known: tuple[str, ...] = ()) -> dict[str, list[float | str]]:
    """Of one answer or several, under what they are called where that is known."""
    flat = values.reshape(len(values), -1)
    if len(known) == flat.shape[1]:
        return {f"{name} {target}": flat[:, index].tolist() for index, target in enumerate(known)}
    names = [name] if flat.shape[1] == 1 else [f"{name}_{index + 1}" for index in range(flat.shape[1])]
    return {key: flat[:, index].tolist() for index, key in enumerate(names)}


def _few(words: list[str]) -> str:
    """As many as fit a cell."""
    return ", ".join(words[:MOST_NUMBERS]) + (" …" if len(words) > MOST_NUMBERS else "")
