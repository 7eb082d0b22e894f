"""How the values of hyperparameters are written, read and stepped; no widgets here.

Every notation takes '.' and ',' as decimal separator, whatever the desktop's language, and writes '.'.
"""

from __future__ import annotations

import math
import re
from abc import ABC, abstractmethod
from typing import Any

from engine.data.days import EXAMPLE, date_text, read_date
from engine.errors import HyperparameterError, Message
from engine.hyperparameters import Bounds, Hyperparameter
from engine.layers import shape_text
from engine.numerals import with_short_exponent
from gui.i18n import MINUS

REAL = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d{1,4})?", re.IGNORECASE | re.ASCII)
WHOLE = re.compile(r"[+-]?\d{1,18}(e[01]?\d)?", re.IGNORECASE | re.ASCII)
SEPARATORS = re.compile(r"[\s×x*,;]+", re.IGNORECASE)
BETWEEN_REALS = re.compile(r"[\s;]+|,\s+")
"""What separates real numbers; a comma does so only before a space, for within a number it is a decimal point."""
SMALL = 0.01
"""Numbers below this are stepped by factors, since 0.1 more would leave nothing of them."""
FINEST = 12
"""Decimal places down to which a step shrinks so that it stays within bounds."""


class Notation(ABC):
    """Text and steps of one field's values."""

    def __init__(self, field: Hyperparameter) -> None:
        self.field = field

    def parse(self, text: str) -> Any:
        """The value that a text stands for, or HyperparameterError with the sentence to show."""
        stripped = text.strip().replace(MINUS, "-")
        if not stripped and self.field.optional:
            return None
        read = self.read(stripped)
        return self.field.coerce(stripped if read is None else read)

    def write(self, value: Any) -> str:
        """The text for a value; none for None."""
        return "" if value is None else self.written(value)

    def step(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        """The value so many steps up or down; the same where there is no way on."""
        moved = self.start() if value is None else self.moved(value, steps, text, cursor)
        try:
            return self.field.coerce(moved)
        except HyperparameterError:
            return value

    @abstractmethod
    def read(self, text: str) -> Any:
        """The value before it is checked, or None for a text that is none."""

    @abstractmethod
    def written(self, value: Any) -> str:
        """The text for a value that is there."""

    @abstractmethod
    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        """The value after a step, possibly out of bounds."""

    @abstractmethod
    def start(self) -> Any:
        """The first value that stepping gives an empty field."""


class Whole(Notation):
    """Whole numbers; "1,000" is refused, for it means 1 to some and 1000 to others."""

    def read(self, text: str) -> Any:
        return int(float(text)) if "e" in text.lower() and WHOLE.fullmatch(text) else _whole(text)

    def written(self, value: Any) -> str:
        return str(value).replace("-", MINUS)

    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        bounds = self.field.bounds
        return min(max(value + steps, bounds.low), bounds.high)

    def start(self) -> Any:
        low = self.field.bounds.low
        return int(low) if math.isfinite(low) else 0


class Real(Notation):
    """Real numbers: positive ones without an upper end step from 1 to 2 to 5 to 10, others by a tenth."""

    def read(self, text: str) -> Any:
        return _real(text)

    def written(self, value: Any) -> str:
        return _real_text(value)

    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        return stepped_real(value, steps, self.field.bounds)

    def start(self) -> Any:
        return first_real(self.field.bounds)


class Lengths(Notation):
    """Several whole numbers, as in 28×28×1; ×, x, * , comma, semicolon and spaces separate them."""

    def read(self, text: str) -> Any:
        parts = [part for part in SEPARATORS.split(text.strip("()[] ")) if part]
        numbers = [_whole(part) for part in parts]
        return tuple(numbers) if numbers and None not in numbers else None

    def written(self, value: Any) -> str:
        return shape_text(value).replace("-", MINUS)

    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        """Steps the number in which the cursor stands."""
        place = min(len(SEPARATORS.findall(text[:cursor])), len(value) - 1)
        bounds = self.field.bounds
        stepped = min(max(value[place] + steps, bounds.low), bounds.high)
        return (*value[:place], stepped, *value[place + 1 :])

    def start(self) -> Any:
        return (max(1, int(self.field.bounds.low)) if math.isfinite(self.field.bounds.low) else 1,)


class Reals(Notation):
    """Several real numbers, as in 1; 2.5; semicolons, spaces, and commas before a space separate them."""

    def read(self, text: str) -> Any:
        parts = [part for part in BETWEEN_REALS.split(text.strip("()[] ")) if part]
        numbers = [_real(part) for part in parts]
        return tuple(numbers) if numbers and None not in numbers else None

    def written(self, value: Any) -> str:
        return "; ".join(_real_text(number) for number in value)

    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        """Steps the number in which the cursor stands."""
        place = min(len(BETWEEN_REALS.findall(text[:cursor])), len(value) - 1)
        return (*value[:place], stepped_real(value[place], steps, self.field.bounds), *value[place + 1 :])

    def start(self) -> Any:
        return (first_real(self.field.bounds),)


class Words(Notation):
    """Plain text, as it stands."""

    def read(self, text: str) -> Any:
        return text

    def written(self, value: Any) -> str:
        return str(value)

    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        return value

    def start(self) -> Any:
        return None


class Dates(Notation):
    """Days since 1970 as the date that they are, which steps day by day."""

    def parse(self, text: str) -> Any:
        if text.strip() and read_date(text.strip()) is None:
            raise HyperparameterError(
                Message("{label} takes a date such as {example}. Received: {value}.", label=Message(self.field.label),
                        example=EXAMPLE, value=repr(text.strip()))
            )  # fmt: skip
        return super().parse(text)

    def read(self, text: str) -> Any:
        return read_date(text)

    def written(self, value: Any) -> str:
        return date_text(value)

    def moved(self, value: Any, steps: int, text: str, cursor: int) -> Any:
        return value + steps

    def start(self) -> Any:
        return read_date(EXAMPLE)


SINGLE: dict[type, type[Notation]] = {int: Whole, float: Real, str: Words}
SEVERAL: dict[type, type[Notation]] = {int: Lengths, float: Reals}


def notation(field: Hyperparameter) -> Notation:
    """The notation for the values of a field."""
    return SEVERAL[field.entries](field) if field.kind is tuple else SINGLE[field.kind](field)


def stepped_real(value: float, steps: int, bounds: Bounds) -> float:
    """A real number so many steps up or down within its bounds."""
    positive = bounds.low >= 0 and math.isinf(bounds.high)
    if value > 0 and positive and (bounds.low_open or value < SMALL):
        return one_two_five(value, steps)
    for places in range(1, FINEST):
        moved = round(value + steps * 10.0**-places, FINEST)
        if moved in bounds:
            return moved
    return value


def first_real(bounds: Bounds) -> float:
    """The number with which stepping begins."""
    return next((value for value in (0.1, 1.0, 0.0) if value in bounds), bounds.low)


def one_two_five(value: float, steps: int) -> float:
    """The next number of the row ..., 0.1, 0.2, 0.5, 1, 2, 5, ... above (steps > 0) or below a positive one."""
    for _ in range(abs(steps)):
        exponent = math.floor(math.log10(value))
        row = [float(f"{digit}e{power}") for power in range(exponent - 1, exponent + 2) for digit in (1, 2, 5)]
        nearly = value * 1e-9
        if steps > 0:
            value = next(number for number in row if number > value + nearly)
        else:
            value = next(number for number in reversed(row) if number < value - nearly)
    return value


def _real(text: str) -> float | None:
    return float(text.replace(",", ".")) if REAL.fullmatch(text) else None


def _real_text(value: float) -> str:
    return with_short_exponent(repr(value).removesuffix(".0")).replace("-", MINUS)


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[+-]?\d{1,18}", text, re.ASCII) else None
