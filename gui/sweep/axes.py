"""Where values of settings and results lie along an axis, for the drawings of a sweep."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.sweep.settings import Setting
from engine.sweep.space import Choices, Dimension, Range
from gui.i18n import number
from gui.sweep.wording import value_words

Scale = tuple[float, float, bool]
"""The least and the largest value of an axis, and whether it goes in powers of ten."""
WIDE = 50.0
"""How many times larger than the smallest the largest result may be before a log scale shows more."""


@dataclass(frozen=True)
class Axis:
    """A named line from 0 to 1 with a few words beside it."""

    name: str
    ticks: tuple[tuple[float, str], ...]
    places: tuple[float, ...]
    """Of the trials that are drawn, in their order."""
    scale: Scale | None = None
    """Of an axis that grows with what comes; None where places stay what they are."""


def setting_axis(name: str, varied: Dimension, known: Setting | None, values: Sequence[Any]) -> Axis:
    """Choices at equal distances, numbers among them from small to large; ranges as they are searched."""
    if isinstance(varied, Choices):
        listed = in_order(varied)
        step = 1 / max(1, len(listed) - 1)
        places = {value: place * step if len(listed) > 1 else 0.5 for place, value in enumerate(listed)}
        ticks = tuple((place, value_words(value, known)) for value, place in places.items())
        return Axis(name, ticks, tuple(places[value] for value in values))
    ticks = tuple((range_place(varied, value), number(value, 3)) for value in _marks(varied))
    return Axis(name, ticks, tuple(range_place(varied, value) for value in values))


def _marks(varied: Range) -> Sequence[float]:
    """Where the axis of a range has words: at its ends and the powers of ten between, or where a grid has points."""
    if varied.log:
        decades = range(math.floor(math.log10(varied.low)) + 1, math.ceil(math.log10(varied.high)))
        if decades:
            return (varied.low, *(10.0**power for power in decades), varied.high)
    return varied.grid()


def result_axis(name: str, results: Sequence[float]) -> Axis:
    """Results from small to large, on a log scale where one is far larger than another."""
    low, high = min(results, default=0.0), max(results, default=1.0)
    log = low > 0 and high > WIDE * low
    middle = math.sqrt(low * high) if log else (low + high) / 2
    scale = (low, high, log)
    ticks = tuple(dict.fromkeys((place_in(scale, value), number(value, 3)) for value in (low, middle, high)))
    return Axis(name, ticks, tuple(place_in(scale, value) for value in results), scale)


def in_order(varied: Choices) -> tuple[Any, ...]:
    """Numbers from small to large, anything else as it was listed."""
    plain = all(isinstance(value, int | float) and not isinstance(value, bool) for value in varied.values)
    return tuple(sorted(varied.values)) if plain else varied.values


def cells_of(varied: Dimension) -> tuple[Any, ...]:
    """The values that head the rows or columns of a map: choices, or the points of a range."""
    return in_order(varied) if isinstance(varied, Choices) else varied.grid()


def cell_of(varied: Dimension, value: Any) -> int:
    """In which of these cells a value lies: the nearest."""
    cells = cells_of(varied)
    if isinstance(varied, Choices):
        return cells.index(value)
    place = range_place(varied, value)
    return min(range(len(cells)), key=lambda index: abs(range_place(varied, cells[index]) - place))


def range_place(varied: Range, value: float) -> float:
    """Where a number lies between the ends of a range."""
    return place_in((varied.low, varied.high, varied.log), value)


def place_in(scale: Scale, value: float) -> float:
    """Where a value lies between the ends of a scale, from 0 to 1."""
    low, high, log = scale
    if high <= low:
        return 0.5
    if log:
        return (math.log(value) - math.log(low)) / (math.log(high) - math.log(low))
    return (value - low) / (high - low)


def value_at(scale: Scale, place: float) -> float:
    """The value that lies there."""
    low, high, log = scale
    if log:
        return math.exp(math.log(low) + place * (math.log(high) - math.log(low)))
    return low + place * (high - low)


def shares(ranking: Sequence[int]) -> dict[int, float]:
    """How good each trial is among the others: 1 for the best, 0 for the last."""
    last = max(1, len(ranking) - 1)
    return {trial: 1 - place / last for place, trial in enumerate(ranking)}
