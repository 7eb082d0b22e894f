"""The cells of one column, gathered block by block: numbers, days, or codes of the texts that there are."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.tables.dialect import Dialect
from engine.data.tables.marks import as_days, as_number, date_example, date_format
from engine.errors import Message

MOST_TEXTS = 10_000
"""A column with more different texts holds no categories, and its texts are not kept."""
MOSTLY = 0.8
"""A column whose cells are numbers or dates in this share should hold them; the others are told."""
EXAMPLES = 5
MOST_NAMED = 10


@dataclass(frozen=True)
class BadCell:
    """A cell that is not what its column was taken for."""

    line: int
    text: str


@dataclass(frozen=True, eq=False)
class Cells:
    """What a column holds: `values` are numbers, or days since 1970, with NaN for what is missing; of texts they are
    codes, -1 for what is missing, or None where there are too many different ones. `format` is that of dates, `bad`
    the first cell that kept the column from being one of numbers or dates.
    """

    values: NDArray[Any] | None
    texts: tuple[str, ...] = ()
    format: str = ""
    bad: BadCell | None = None
    examples: tuple[str, ...] = ()

    @property
    def coded(self) -> bool:
        """Whether the values are codes of texts."""
        return self.values is not None and self.values.dtype.kind == "i"

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Where a value is missing."""
        assert self.values is not None
        gaps: NDArray[np.bool_] = self.values < 0 if self.coded else np.isnan(self.values)
        return gaps


class UnfitError(Exception):
    """A cell is not what the column was taken for."""

    def __init__(self, bad: BadCell) -> None:
        super().__init__(bad)
        self.bad = bad


class Gatherer(ABC):
    """Takes a column's cells block by block; `dtype` is how it wants them parsed."""

    dtype: type = object

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.missing = frozenset(dialect.missing) | {""}
        self.parts: list[NDArray[Any]] = []

    @abstractmethod
    def add(self, values: NDArray[Any], lines: NDArray[np.int32]) -> None:
        """Take these cells; UnfitError names the first that does not belong here."""

    @abstractmethod
    def cells(self) -> Cells:
        """All that was taken."""

    def wanted(self) -> Message:
        """What a cell should be, in words."""
        return Message("a text")

    def joined(self, dtype: type) -> NDArray[Any]:
        """The parts in one piece; they are given up on the way."""
        parts, self.parts = self.parts, []
        return np.concatenate(parts) if parts else np.empty(0, dtype)

    def converted(
        self, values: NDArray[Any], lines: NDArray[np.int32], convert: Callable[[Sequence[str]], NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """Each different text once through `convert`, which gives NaN for what it does not know."""
        codes, texts = distinct(values)
        known = np.array([text not in self.missing for text in texts], bool)
        numbers = np.full(len(texts) + 1, np.nan)
        numbers[:-1][known] = convert([text for text in texts if text not in self.missing])
        wrong = np.append(known & np.isnan(numbers[:-1]), False)
        if wrong.any():
            place = int(np.flatnonzero(wrong[codes])[0])
            raise UnfitError(BadCell(int(lines[place]), texts[codes[place]]))
        return numbers[codes]


def distinct(values: NDArray[Any]) -> tuple[NDArray[np.intp], list[str]]:
    """A code for each cell, and the different texts without space around them."""
    import pandas

    codes, found = pandas.factorize(values)
    return codes, [str(text).strip() for text in found]


class NumberGatherer(Gatherer):
    """Numbers, which the parser reads itself wherever it can."""

    dtype: type = np.float64

    def add(self, values: NDArray[Any], lines: NDArray[np.int32]) -> None:
        if values.dtype.kind not in "fiu":
            values = self.converted(values.astype(object), lines, self._numbers)
            self.dtype = object  # the parser stumbles over thousands, and would again
        self.parts.append(values.astype(np.float64, copy=False))

    def _numbers(self, texts: Sequence[str]) -> NDArray[np.float64]:
        found = map(self.dialect.number, texts)
        return np.array([np.nan if number is None else number for number in found], np.float64)

    def cells(self) -> Cells:
        return Cells(self.joined(np.float64))

    def wanted(self) -> Message:
        return Message("a number")


class DateGatherer(Gatherer):
    """Dates of one format, as days."""

    def __init__(self, dialect: Dialect, form: str) -> None:
        super().__init__(dialect)
        self.form = form

    def add(self, values: NDArray[Any], lines: NDArray[np.int32]) -> None:
        self.parts.append(self.converted(values, lines, lambda texts: as_days(texts, self.form)))

    def cells(self) -> Cells:
        return Cells(self.joined(np.float64), format=self.form)

    def wanted(self) -> Message:
        return Message("a date such as {example}", example=date_example(self.form))


class TextGatherer(Gatherer):
    """Texts, each different one kept once, as long as they are not too many."""

    def __init__(self, dialect: Dialect, bad: BadCell | None = None) -> None:
        super().__init__(dialect)
        self.bad = bad
        self.codes: dict[str, int] = {}
        self.kept = True

    def add(self, values: NDArray[Any], lines: NDArray[np.int32]) -> None:
        if not self.kept:
            return
        codes, texts = distinct(values)
        mine = [-1 if text in self.missing else self.codes.setdefault(text, len(self.codes)) for text in texts]
        if len(self.codes) > MOST_TEXTS:
            self.kept, self.parts = False, []
            self.codes = dict(list(self.codes.items())[:EXAMPLES])
        else:
            self.parts.append(np.array([*mine, -1], np.int16)[codes])

    def cells(self) -> Cells:
        """Texts that are all dates, of whatever kind, count as such."""
        texts = tuple(self.codes)
        if not self.kept:
            return Cells(None, bad=self.bad, examples=texts)
        values = self.joined(np.int16)
        if form := date_format(texts):
            return Cells(np.append(as_days(texts, form), np.nan)[values], format=form)
        return Cells(values, texts, bad=self.bad, examples=texts[:EXAMPLES])


class CategoryGatherer(Gatherer):
    """Codes of categories that are known beforehand; numbers may be written in another way than there."""

    def __init__(self, dialect: Dialect, categories: Sequence[str]) -> None:
        super().__init__(dialect)
        self.codes = {text: code for code, text in enumerate(categories)}
        numbers = {as_number(text): code for text, code in self.codes.items()}
        self.numbers = {number: code for number, code in numbers.items() if number is not None}

    def add(self, values: NDArray[Any], lines: NDArray[np.int32]) -> None:
        self.parts.append(self.converted(values, lines, self._known))

    def _known(self, texts: Sequence[str]) -> NDArray[np.float64]:
        return np.array([self._code(text) for text in texts], np.float64)

    def _code(self, text: str) -> float:
        if text in self.codes:
            return self.codes[text]
        number = self.dialect.number(text)
        return np.nan if number is None else self.numbers.get(number, np.nan)

    def cells(self) -> Cells:
        codes = self.joined(np.float64)
        return Cells(np.where(np.isnan(codes), -1, codes).astype(np.int16), tuple(self.codes))

    def wanted(self) -> Message:
        known = list(self.codes)
        told = ", ".join(known[:MOST_NAMED]) + (", ..." if len(known) > MOST_NAMED else "")
        return Message("one of the categories that were learned ({known})", known=told)


def gatherer(dialect: Dialect, texts: Sequence[str]) -> Gatherer:
    """What suits most of the texts with which a column begins; those that are different are found when they come."""
    if sum(dialect.number(text) is not None for text in texts) >= MOSTLY * len(texts):
        return NumberGatherer(dialect)
    form = date_format(list(dict.fromkeys(texts)), MOSTLY)
    return DateGatherer(dialect, form) if form else TextGatherer(dialect)


Gatherers = Mapping[int, Gatherer]
