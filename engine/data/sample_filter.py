"""Which samples a short text asks for: `petal length > 4.5`, `class = setosa and part = test`, or any word."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.days import EXAMPLE, read_date
from engine.data.samples import Column, Samples
from engine.errors import DataError, Message

Mask = NDArray[np.bool_]

COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "<=": operator.le, "≤": operator.le, ">=": operator.ge, "≥": operator.ge, "!=": operator.ne, "≠": operator.ne,
    "==": operator.eq, "=": operator.eq, "<": operator.lt, ">": operator.gt,
}  # fmt: skip
SIGNS = "|".join(COMPARISONS)
CONDITION = re.compile(rf"\s*(.*?)\s*({SIGNS})\s*(.*?)\s*(?:(?:&|\band\b|\bdan\b)|$)")
MOST_NAMED = 6
"""Columns that a message lists."""


def matching(samples: Samples, text: str) -> Mask:
    """Which samples (n,) the text asks for; DataError says what is wrong with it.

    Conditions compare a column with a number, a date or a name, and all of them must hold. Without a comparison a text
    is looked for in names, and a number or date in all cells.
    """
    if not any(sign in text for sign in COMPARISONS):
        return _containing(samples, text.strip())
    holds, end = np.ones(len(samples), bool), 0
    while end < len(text.rstrip()):
        found = CONDITION.match(text, end)
        if found is None or not found[1] or not found[3]:
            raise DataError(
                Message("A comparison has a column, a sign and a value, such as {example}. Received: {came}.",
                        example=f"{samples.columns[0].name} > 1", came=text[end:].strip())
            )  # fmt: skip
        holds &= _holds(_column(samples.columns, found[1]), found[2], found[3])
        end = found.end()
    return holds


def _containing(samples: Samples, text: str) -> Mask:
    found = np.full(len(samples), not text)
    if not text:
        return found
    for column in samples.columns:
        if column.names:
            found |= _named(column, text)
        elif (value := _measure(column, text)) is not None:
            found |= column.values == value
    return found


def _named(column: Column, text: str) -> Mask:
    """Where the column's name contains a text."""
    held = np.array([text.casefold() in name.casefold() for name in column.names])
    chosen: Mask = held[column.values.astype(np.intp, copy=False)]
    return chosen


def _holds(column: Column, sign: str, wanted: str) -> Mask:
    compare = COMPARISONS[sign]
    if column.names:
        if compare not in (operator.eq, operator.ne):
            raise DataError(
                Message("{column} holds names, which can be compared with = and ≠ only. Received: {came}.",
                        column=column.name, came=f"{sign} {wanted}")
            )  # fmt: skip
        same = [place for place, name in enumerate(column.names) if name.casefold() == wanted.casefold()]
        if not same:
            raise DataError(
                Message("{column} is never {came}. It is one of: {names}.",
                        column=column.name, came=wanted, names=_listed([name for name in column.names if name]))
            )  # fmt: skip
        return _known(column, compare(column.values, same[0]))
    value = _measure(column, wanted)
    if value is None and column.date:
        raise DataError(
            Message("{column} is compared with a date such as {example}. Received: {came}.",
                    column=column.name, example=EXAMPLE, came=wanted)
        )  # fmt: skip
    if value is None:
        raise DataError(
            Message("{column} is compared with a number. Received: {came}.", column=column.name, came=wanted)
        )
    return _known(column, compare(column.values, value))


def _known(column: Column, holds: Mask) -> Mask:
    """What a comparison says, but never of a missing value."""
    return holds & ~np.isnan(column.numbers)


def _column(columns: Sequence[Column], wanted: str) -> Column:
    """The column of that name, or the only one whose name begins with the text, or contains it."""
    text = _typed(wanted)
    names = [_typed(column.name) for column in columns]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [column for column, name in zip(columns, names, strict=True) if fits(name, text)]
        if len(found) == 1 or (found and fits is str.__eq__):
            return found[0]
        if found:
            raise DataError(
                Message("{came} may be any of these columns: {names}. Write more of its name.",
                        came=wanted, names=_listed([column.name for column in found]))
            )  # fmt: skip
    raise DataError(
        Message("No column is called {came}. There are: {names}.",
                came=wanted, names=_listed([column.name for column in columns]))
    )  # fmt: skip


def _typed(name: str) -> str:
    """A name as keyboards write it."""
    return name.casefold().replace("\N{MINUS SIGN}", "-")


def _measure(column: Column, text: str) -> float | None:
    """The number, or the days of the date, that a text means in a column."""
    return read_date(text) if column.date else _number(text)


def _number(text: str) -> float | None:
    """The number that people mean, with a point or a comma."""
    try:
        value = float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        return None
    return value if np.isfinite(value) and "_" not in text else None


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    return ", ".join([*shown, "…"] if len(names) > MOST_NAMED else shown)
