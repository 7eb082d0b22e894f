"""Where values of settings and results lie along an axis, for the drawings of a sweep."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from engine.sweep.settings import Setting
from engine.sweep.space import Choices, Dimension, Range
from gui.i18n import number
from gui.sweep.wording import value_words

Scale = tuple[float, float, bool]
"""The least and the largest value of an axis, and whether it goes in powers of ten."""
BAND, APART = 0.22, 0.02
"""How far from a choice its lines go, as a share of the way to the next, and how far they are apart at most."""
FEW = 24
"""Whole numbers of a range up to which trials that are drawn meet in the same."""
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
    choices: tuple[float, ...] = ()
    """Where the choices of these trials stand, around which their places are spread; none where each has its own."""
    stops: tuple[float, ...] = ()
    """Where choices stand from the lowest up, also those of no trial yet."""

    @cached_property
    def reaches(self) -> tuple[tuple[float, float], ...]:
        """Of each trial, from where to where the lines of its choice cross the axis; its own place without choices."""
        if not self.choices:
            return tuple((place, place) for place in self.places)
        known: dict[float, tuple[float, float]] = {}
        for choice, place in zip(self.choices, self.places, strict=True):
            low, high = known.get(choice, (place, place))
            known[choice] = min(low, place), max(high, place)
        return tuple(known[choice] for choice in self.choices)


def setting_axis(name: str, varied: Dimension, known: Setting | None, values: Sequence[Any]) -> Axis:
    """Choices at equal distances, numbers among them from small to large; ranges as they are searched."""
    if isinstance(varied, Choices):
        listed = in_order(varied)
        places = {value: (place + 0.5) / len(listed) for place, value in enumerate(listed)}
        ticks = tuple((place, value_words(value, known)) for value, place in places.items())
        chosen = tuple(places[value] for value in values)
        return Axis(name, ticks, chosen, choices=chosen, stops=tuple(places.values()))
    ticks = tuple((range_place(varied, value), number(value, 3)) for value in _marks(varied))
    chosen = tuple(range_place(varied, value) for value in values)
    stops = tuple(range_place(varied, value) for value in _shared(varied))
    return (
        Axis(name, ticks, chosen, choices=chosen, stops=stops) if {*chosen} <= {*stops} else Axis(name, ticks, chosen)
    )


def spread_out(axes: Sequence[Axis]) -> list[Axis]:
    """The same axes with the lines of each choice beside each other, in the order in which they come and go.

    Who has the better result stands first among those that come and go alike.
    """
    return [_spread(axis, [*axes[max(0, number - 1) : number], *axes[number + 1 : number + 2]])
            for number, axis in enumerate(axes)]  # fmt: skip


def _spread(axis: Axis, neighbours: Sequence[Axis]) -> Axis:
    if not axis.choices:
        return axis
    gap = min((other - one for one, other in itertools.pairwise(axis.stops)), default=1.0)
    ways = np.mean([other.choices or other.places for other in neighbours], axis=0)
    chosen, places = np.array(axis.choices), np.array(axis.choices)
    for choice in np.unique(chosen):
        ranks = np.flatnonzero(chosen == choice)
        ranks = ranks[np.lexsort((-ranks, ways[ranks]))]
        apart = min(APART, 2 * BAND * gap / max(1, len(ranks) - 1))
        places[ranks] += apart * (np.arange(len(ranks)) - (len(ranks) - 1) / 2)
        places[ranks] += max(0.0, -places[ranks].min()) - max(0.0, places[ranks].max() - 1)  # none beyond the ends
    return replace(axis, places=tuple(places.tolist()))


def _shared(varied: Range) -> Sequence[float]:
    """Numbers that many trials have in common: whole ones where there are few of them, or else the points of a grid."""
    return range(int(varied.low), int(varied.high) + 1) if varied.size <= FEW else varied.grid()


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
