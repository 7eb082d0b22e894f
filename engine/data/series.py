"""A table whose rows follow each other in time: from windows of past rows, what comes next is forecast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.held_arrays import check_names, check_numbers
from engine.data.stored import ArraysByName
from engine.data.tables import treatment
from engine.data.tables.cells import Cells
from engine.data.tables.columns import (
    DROP,
    PREVIOUS,
    Column,
    Columns,
    Guess,
    as_type,
    names_twice,
    problems_of,
    with_role,
)
from engine.data.tables.dialect import DECIMALS
from engine.data.tables.marks import as_number
from engine.data.tables.reading import RawTable
from engine.data.tables.source import LINES, TableSource
from engine.data.windows import MOST_NUMBERS, check_windows, window_count, windows
from engine.errors import DataError, Message
from engine.hyperparameters import Bounds, hyper
from engine.shapes import DataShape

VALUES = "values"
LENGTHS = Bounds(1, 10_000)
Array = NDArray[np.float64]
CellsByPlace = Mapping[int, NDArray[Any]]


class TimeSeries(TableSource, name="time_series"):
    """The network sees the past of its features and of its one target, which it forecasts.

    Neighbouring windows share values, so the last ones are best held out. A column of the role `order` says when each
    row was; without one the rows stand as they follow each other.
    """

    label = "Time series"
    summary = "Rows that follow each other in time: from the past values the next ones are forecast."
    own_units = True
    suggested = ("forecast",)

    window: int = hyper(16, label="Window", help="How many past values the network sees.", bounds=LENGTHS)
    horizon: int = hyper(1, label="Horizon", help="How many values it tells ahead.", bounds=LENGTHS)
    stride: int = hyper(1, label="Stride", help="How many values lie between one window and the next.", bounds=LENGTHS)

    @staticmethod
    def problems(columns: Columns) -> Iterator[Message]:
        yield from names_twice(columns)
        targets = [columns[place] for place in with_role(columns, "target")]
        if len(targets) != 1:
            yield Message("One column is to be forecast. Received: {came}.", came=len(targets))
        for column in targets:
            if column.type != "number":
                yield Message("Column {name} is to be forecast, so it must hold numbers. Choose another one.",
                              name=column.title)  # fmt: skip
        if len(with_role(columns, "order")) > 1:
            yield Message("Only one column can say in which order the rows follow each other.")
        for column in columns:
            if column.role == "part":
                yield Message("Windows of a time series are not shared out by a column. Ignore column {name}.",
                              name=column.title)  # fmt: skip
            elif column.role == "order" and column.type not in ("date", "number"):
                yield Message("Column {name} cannot put rows in order: it holds neither dates nor numbers.",
                              name=column.title)  # fmt: skip
            elif column.used:
                yield from problems_of(column)

    @property
    def seen(self) -> Columns:
        """The columns as the network sees them: the past of the target is a feature."""
        return [column.replace(role="feature") if column.role == "target" else column for column in self.columns]

    @property
    def shape(self) -> DataShape:
        columns = max(1, len(treatment.input_names(self.seen)))
        return DataShape((self.window, columns), (self.horizon,), False, self.has_far_targets, in_time=True)

    @property
    def target_names(self) -> tuple[str, ...]:
        """The column that is forecast, and how many steps ahead where it is several."""
        (name,) = super().target_names
        return (name,) if self.horizon == 1 else tuple(f"{name} +{ahead + 1}" for ahead in range(self.horizon))

    @property
    def suggested_split(self) -> str:
        return "in_order"

    @property
    def sample_count(self) -> int | None:
        return None if self.content is None else self.count_in(len(self.lines))

    def count_in(self, steps: int) -> int:
        """How many samples so many rows make."""
        return window_count(steps, self.window, self.horizon, self.stride)

    # Making

    @classmethod
    def check_table(cls, table: RawTable) -> None:
        """One column will do; but in a file of one, an empty line may have been a value."""
        jumps = np.flatnonzero(np.diff(table.lines) != 1)
        if len(table.names) == 1 and jumps.size:
            raise DataError(
                Message("{path}, row {row}, column 1 ({name}): a value is needed, as rows follow each other in time. "
                        "Received: an empty row. Put the value in, or take the row away.",
                        path=table.path, row=int(table.lines[jumps[0]]) + 1, name=table.names[0])
            )  # fmt: skip

    def with_content(self, arrays: ArraysByName) -> Self:
        """Plain `values` (n,) in their order become a table of one column."""
        if VALUES not in arrays:
            return super().with_content(arrays)
        self.check_content(arrays)
        values = arrays[VALUES].astype(np.float64)
        source = self.replace(columns=(Column("value", "target"),))
        return source.with_content({LINES: np.arange(1, len(values) + 1, dtype=np.int32), "column_1": values})

    # Loading

    def check_content(self, arrays: ArraysByName) -> None:
        if VALUES not in arrays:
            super().check_content(arrays)
            return
        check_names(arrays, (VALUES,))
        check_numbers(arrays[VALUES], VALUES, (None,))

    def kept(self) -> treatment.Kept:
        """All rows: leaving one out would tear the series. DataError where they do not do."""
        seen, _ = self.steps()
        check_windows(len(seen), seen.shape[1], self.window, self.horizon, self.stride)
        return np.ones(len(seen), bool)

    def steps(self) -> tuple[Array, Array]:
        """What the network sees (steps, columns), and what it forecasts (steps,), in the order of time."""
        return self._in_order(self.cells(), self.origin_file, self.lines)

    def order(self) -> NDArray[np.intp]:
        """The places of the rows in the order of time."""
        return self._order(self.cells(), self.origin_file, self.lines)

    def load(self) -> Dataset:
        seen, target = self.steps()
        found = windows(seen, target, self.window, self.horizon, self.stride)
        return replace(found, features=treatment.input_names(self.seen), target_names=self.target_names)

    def read_inputs(self, path: Path | str, features: Sequence[str] = ()) -> NDArray[np.floating]:
        """Every window of a new file, the newest last; its columns are found as those of a table."""
        path = Path(path)
        places = [place for place, column in enumerate(self.columns) if column.used]
        table, cells = self.read_cells(path, places)
        seen, _ = self._in_order(cells, path, table.lines)
        if len(seen) < self.window:
            raise DataError(
                Message("{path}: at least {window} rows are needed, a whole window. Received: {came}.",
                        path=path, window=self.window, came=len(seen))
            )  # fmt: skip
        count, length = len(seen) - self.window + 1, self.window * seen.shape[1]
        if count * length > MOST_NUMBERS:
            raise DataError(
                Message("{path}: {count} windows of {length} values are {came} numbers, more than {most}. Share its "
                        "rows out among several files.", path=path, count=f"{count:,}", length=length,
                        came=f"{count * length:,}", most=f"{MOST_NUMBERS:,}")
            )  # fmt: skip
        return np.ascontiguousarray(sliding_window_view(seen, self.window, axis=0).transpose(0, 2, 1))

    def _in_order(self, cells: CellsByPlace, file: Path | str, lines: NDArray[Any]) -> tuple[Array, Array]:
        order = self._order(cells, file, lines)
        sorted_cells = {place: array[order] for place, array in cells.items()}
        for place, column in enumerate(self.columns):
            if column.role in ("feature", "target"):
                if column.missing == PREVIOUS:
                    sorted_cells[place] = _filled(sorted_cells[place])
                self._check_steps(place, sorted_cells[place], file, lines[order])
        target = with_role(self.columns, "target")[0]
        seen = treatment.inputs(self.seen, sorted_cells, np.ones(len(order), bool))
        return seen, treatment.column_values(self.columns[target], sorted_cells[target])

    def _order(self, cells: CellsByPlace, file: Path | str, lines: NDArray[Any]) -> NDArray[np.intp]:
        for place in with_role(self.columns, "order"):
            column = self.columns[place]
            when = treatment.column_values(column, cells[place])
            where = {"file": file, "column": place + 1, "name": column.title}
            if (unknown := np.flatnonzero(~np.isfinite(when))).size:
                raise DataError(
                    Message("{file}, row {row}, column {column} ({name}): it must be known when this row was, as the "
                            "column orders the rows. Mend the cell, or take the rows as they stand in the file.",
                            row=int(lines[unknown[0]]), **where)
                )  # fmt: skip
            order = np.argsort(when, kind="stable")
            if (again := np.flatnonzero(np.diff(when[order]) == 0)).size:
                first, second = lines[order[again[0]]], lines[order[again[0] + 1]]
                raise DataError(
                    Message("{file}, row {row}, column {column} ({name}): the same time as in row {first}, so their "
                            "order is unclear. Leave one row for each time, or take the rows as they stand in the "
                            "file.", row=int(second), first=int(first), **where)
                )  # fmt: skip
            return order
        return np.arange(len(lines))

    def _check_steps(self, place: int, cells: NDArray[Any], file: Path | str, lines: NDArray[Any]) -> None:
        column = self.columns[place]
        values = treatment.column_values(column, cells)
        wrong = np.flatnonzero(~np.isfinite(values))
        if not wrong.size:
            return
        row = int(wrong[0])
        raise DataError(
            Message("{file}, row {row}, column {column} ({name}): a value is needed, as rows follow each other in "
                    "time. Received: {came}. Mend the cell, let the value before it take its place, or ignore the "
                    "column.", file=file, row=int(lines[row]), column=place + 1, name=column.title,
                    came=Message("nothing") if np.isnan(values[row]) else values[row])
        )  # fmt: skip


def _filled(cells: NDArray[Any]) -> NDArray[Any]:
    """With the value before in the place of each that is missing; at the beginning there is none."""
    missing = cells < 0 if cells.dtype.kind == "i" else np.isnan(cells)
    last = np.maximum.accumulate(np.where(missing, 0, np.arange(len(cells))))
    return np.asarray(cells[last])


def as_series(
    guesses: Sequence[Guess], cells: Sequence[Cells], targets: Sequence[str] = (), order: str | None = None
) -> tuple[Guess, ...]:
    """Columns of a table as those of a series: the first dates tell the order, and the target is a number.

    `targets` were chosen by people, and so was `order`, a column that orders rows in place of the first dates.
    """
    found = list(guesses)
    titles = [each.column.title for each in found]
    dates = [place for place, each in enumerate(found) if each.column.type == "date" and each.column.used]
    chosen = dates[:1] if order is None else [titles.index(order)]
    for place, each in enumerate(found):
        column = each.column
        if place in chosen:
            found[place] = Guess(column.replace(role="order", missing=DROP))
        elif place in dates or column.role == "part":
            found[place] = Guess(column.replace(role="ignore"), each.note)
        elif column.role == "target" and (column.title in targets or not cells[place].coded):
            found[place] = as_step(each, cells[place], column.role)
        elif are_numbers_but_for_some(cells[place]) and (column.used or each.note is not None):
            found[place] = as_step(each, cells[place], "feature")
        elif column.used:
            found[place] = Guess(_bridged(column.replace(role="feature"), cells[place]), each.note)
    numbers = [place for place, each in enumerate(found) if each.column.type == "number" and each.column.used]
    if numbers and not any(each.column.role == "target" for each in found):
        found[numbers[-1]] = as_step(found[numbers[-1]], cells[numbers[-1]], "target")
    return tuple(found)


def are_numbers_but_for_some(cells: Cells) -> bool:
    """Whether a column of texts was meant to hold numbers: then a text is a mistake, and no category."""
    if not cells.coded:
        return False
    assert cells.values is not None
    numbers = [any(as_number(text, sign) is not None for sign in DECIMALS) for text in cells.texts]
    known = cells.values[cells.values >= 0]
    return not all(numbers) and 2 * int(np.array(numbers, bool)[known].sum()) > len(known)


def as_step(guessed: Guess, cells: Cells, role: str) -> Guess:
    """A column in another role of a series; what is forecast is a number."""
    column = guessed.column.replace(role=role)
    if role == "target" or are_numbers_but_for_some(cells):
        column = as_type(column, cells, "number" if not cells.format else "date")
    return Guess(_bridged(column, cells), guessed.note if role != "target" else None)


def _bridged(column: Column, cells: Cells) -> Column:
    """Where rows follow each other none can be left out, so the value before stands in a gap; the report says where."""
    gaps = column.role in ("feature", "target") and cells.values is not None and bool(cells.missing.any())
    return column.replace(missing=PREVIOUS if gaps else DROP)
