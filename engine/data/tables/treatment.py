"""From the cells of columns to the inputs and targets of samples, in the same way for the rows of every file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import PART_WORDS, Group
from engine.data.filling import AS_BEFORE
from engine.data.tables.columns import DROP, Column, Columns, with_role
from engine.data.tables.marks import as_number

Array = NDArray[np.float64]
Kept = NDArray[np.bool_]


def column_values(column: Column, cells: NDArray[Any]) -> Array:
    """What the cells mean, NaN where a value is missing: numbers, days, or the number of the category or month.

    `cells` are numbers, or codes of `column.categories`; a value that is no category of the column counts as missing.
    """
    coded = cells.dtype.kind == "i"
    if column.type == "category" and not coded:
        return _numbered(column.categories, cells)
    if coded and column.type != "category":
        numbers = [as_number(category) for category in column.categories]
        known = np.array([np.nan if number is None else number for number in (*numbers, None)], np.float64)
        return np.asarray(known[cells])
    if column.parted:
        return _part_of_date(column.encoding, cells)
    return np.where(cells < 0, np.nan, cells).astype(np.float64) if coded else np.asarray(cells, np.float64)


def _part_of_date(part: str, days: Array) -> Array:
    """The number of the month or weekday from 0, of days since Thursday, 1 January 1970."""
    whole = np.floor(np.where(np.isnan(days), 0.0, days)).astype(np.int64)
    if part == "weekday":
        numbers = (whole + 3) % 7
    else:
        numbers = whole.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    return np.where(np.isnan(days), np.nan, numbers.astype(np.float64))


def _numbered(categories: Sequence[str], values: Array) -> Array:
    numbers = [as_number(category) for category in categories]
    known = sorted((number, place) for place, number in enumerate(numbers) if number is not None)
    found = np.full(len(values), np.nan)
    if known:
        sorted_numbers = np.array([number for number, _ in known])
        places = np.minimum(np.searchsorted(sorted_numbers, values), len(known) - 1)
        same = sorted_numbers[places] == values
        found[same] = np.array([place for _, place in known], np.float64)[places[same]]
    return found


def must_be_known(column: Column) -> bool:
    """Whether a row without this value is left out."""
    return column.role in ("target", "part") or (column.role == "feature" and column.missing == DROP)


def kept_rows(columns: Columns, cells: Mapping[int, NDArray[Any]]) -> Kept:
    """Which rows have all values that they must have."""
    kept = np.ones(len(next(iter(cells.values()))), bool)
    for place, column in enumerate(columns):
        if must_be_known(column):
            kept &= ~np.isnan(column_values(column, cells[place]))
    return kept


def input_names(columns: Columns) -> tuple[str, ...]:
    """What the inputs are called, in their order."""
    return tuple(name for place in with_role(columns, "feature") for name in columns[place].inputs)


def input_fills(columns: Columns) -> tuple[str, ...]:
    """What takes the place of missing values, input by input."""
    fills = list[str]()
    for place in with_role(columns, "feature"):
        column = columns[place]
        fill = "mean" if column.missing == DROP else column.missing
        fills += [fill, *[AS_BEFORE] * (len(column.inputs) - 1)]
    return tuple(fills)


def input_groups(columns: Columns) -> tuple[Group, ...]:
    """Which inputs are one column of the table."""
    groups = list[Group]()
    at = 0
    for place in with_role(columns, "feature"):
        column, start = columns[place], at
        at += len(column.inputs)
        date = column.type == "date" and not column.parted
        groups.append(Group(column.title, start, at, column.labels if column.one_hot else (), date))
    return tuple(groups)


def inputs(columns: Columns, cells: Mapping[int, NDArray[Any]], kept: Kept) -> Array:
    """The features of the kept rows (n, inputs), NaN where a value is missing."""
    table = np.empty((int(kept.sum()), len(input_names(columns))))
    at = 0
    for place in with_role(columns, "feature"):
        column = columns[place]
        values = column_values(column, cells[place])
        _write(table[:, at : at + len(column.inputs)], column, values if kept.all() else values[kept])
        at += len(column.inputs)
    return table


def _write(out: Array, column: Column, values: Array) -> None:
    if not column.one_hot:
        out[:, 0] = values
        return
    for number in range(len(column.labels)):
        out[:, number] = values == number
    out[np.isnan(values)] = np.nan


def targets(columns: Columns, cells: Mapping[int, NDArray[Any]], kept: Kept) -> Array:
    """One column for each number; of classes one for each, or a single yes or no where there are two."""
    chosen = with_role(columns, "target")
    values = np.column_stack([column_values(columns[place], cells[place])[kept] for place in chosen])
    column = columns[chosen[0]]
    if column.type != "category" or len(column.categories) == 2:
        return values
    return np.asarray(values == np.arange(len(column.categories)), np.float64)


def assigned(columns: Columns, cells: Mapping[int, NDArray[Any]], kept: Kept) -> NDArray[np.intp] | None:
    """The part to which each kept row belongs, where a column says so."""
    for place in with_role(columns, "part"):
        numbers = np.array([PART_WORDS[category.casefold()] for category in columns[place].categories])
        return numbers[column_values(columns[place], cells[place])[kept].astype(np.intp)].astype(np.intp)
    return None
