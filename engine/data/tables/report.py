"""What people should know about a table before it is learned from: gaps, outliers, classes, repetitions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.tables import treatment
from engine.data.tables.columns import Column
from engine.data.tables.source import TableSource

FIRST_ROWS = 5
"""As many are named."""
WHISKER = 1.5
"""Tukey 1977: so many interquartile ranges beyond the quartiles, a value stands out."""


@dataclass(frozen=True)
class Finding:
    """How many rows are concerned, and the lines of the first ones; `column` is empty where whole rows are meant."""

    column: str
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Report:
    """`left_out` says by column how many rows lack a value there, so a row may count twice; `kept` are the others.

    `filled` are gaps of kept rows; `classes` are those of the target with their samples; `duplicates` are kept rows
    that repeat an earlier one.
    """

    rows: int
    kept: int
    left_out: tuple[Finding, ...]
    filled: tuple[Finding, ...]
    outliers: tuple[Finding, ...]
    constant: tuple[str, ...]
    classes: tuple[tuple[str, int], ...]
    duplicates: Finding


def report(source: TableSource) -> Report:
    """Look at all used columns of a table; takes no longer than reading it."""
    columns, cells, lines = source.columns, source.cells(), np.asarray(source.lines)
    kept = treatment.kept_rows(columns, cells)
    left_out, filled, outliers = list[Finding](), list[Finding](), list[Finding]()
    constant = list[str]()
    classes: tuple[tuple[str, int], ...] = ()
    mixed = np.zeros(int(kept.sum()), np.uint64)
    for place, column in enumerate(columns):
        if not column.used:
            continue
        values = treatment.column_values(column, cells[place])
        gaps = np.isnan(values)
        if gaps.any():
            (left_out if treatment.must_be_known(column) else filled).append(finding(column, gaps, lines))
        if column.type == "number" and (far := far_out(values)).any():
            outliers.append(finding(column, far, lines))
        if column.role == "target" and column.type == "category":
            counts = np.bincount(values[kept].astype(np.intp), minlength=len(column.categories))
            classes = tuple(zip(column.categories, counts.tolist(), strict=True))
        if column.role == "feature" and is_constant(values[kept]):
            constant.append(column.title)
        mixed = _mixed(mixed, values[kept])
    return Report(
        len(kept), int(kept.sum()), tuple(left_out), tuple(filled), tuple(outliers), tuple(constant), classes,
        _repeated(mixed, lines[kept]),
    )  # fmt: skip


def finding(column: Column, found: NDArray[np.bool_], lines: NDArray[np.int32]) -> Finding:
    """The rows of a column that were found."""
    return Finding(column.title, int(found.sum()), tuple(lines[np.flatnonzero(found)[:FIRST_ROWS]].tolist()))


def far_out(values: treatment.Array) -> NDArray[np.bool_]:
    """Which values stand out from all others."""
    known = values[np.isfinite(values)]
    if not known.size:
        return np.zeros(len(values), bool)
    low, high = np.percentile(known, (25, 75), overwrite_input=True)
    with np.errstate(over="ignore"):
        reach = WHISKER * (high - low)
        far: NDArray[np.bool_] = (values < low - reach) | (values > high + reach)
    return far


def is_constant(values: treatment.Array) -> bool:
    """Whether all values that are there are the same."""
    known = values[~np.isnan(values)]
    return bool((known == known[:1]).all())


def _mixed(mixed: NDArray[np.uint64], values: treatment.Array) -> NDArray[np.uint64]:
    """A number for each row that tells it from others, as Steele et al. 2014 mix bits (splitmix64)."""
    bits = (np.where(np.isnan(values), np.nan, values) + 0.0).view(np.uint64)
    mixed = (mixed ^ bits) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def _repeated(mixed: NDArray[np.uint64], lines: NDArray[np.int32]) -> Finding:
    first = np.zeros(len(mixed), bool)
    first[np.unique(mixed, return_index=True)[1]] = True
    again = np.flatnonzero(~first)
    return Finding("", len(again), tuple(lines[again[:FIRST_ROWS]].tolist()))
