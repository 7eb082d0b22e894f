"""Ranges of axes that follow streaming data without jumping."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FAR, NEAR = 100.0, 2.0
"""How many times as large as usual a value is that has run away, and one that is still seen beside the others."""
BEGINNING, SETTLED = 0.1, 0.5
"""The share of a curve that is its beginning, and what of a range the rest shall fill, however high it has begun."""


def ends(curves: Sequence[Array]) -> tuple[float, float] | None:
    """The least and largest value of all curves, gaps left out; None where there is none."""
    known = np.concatenate([values[np.isfinite(values)] for values in curves]) if len(curves) else np.empty(0)
    return (float(known.min()), float(known.max())) if len(known) else None


def calm_ends(curves: Sequence[Array], diverged: Sequence[bool] = ()) -> tuple[float, float] | None:
    """The same without what has run away, as the loss of a run that diverges does, so that it does not flatten all.

    What runs away does so from where it began, and further than where it then stays. Such curves, and those that are
    said to have `diverged`, are seen as far as the others go.
    """
    known = [values[np.isfinite(values)] for values in curves]
    gone = [
        len(values) > 0 and (said or _runs_away(values))
        for values, said in zip(known, diverged or [False] * len(known), strict=True)
    ]
    calm = ends([values for values, away in zip(known, gone, strict=True) if not away])
    bound = NEAR * (calm[1] if calm else min((_level(values) for values in known if len(values)), default=0.0))
    return ends([values[values <= bound] if away else values for values, away in zip(known, gone, strict=True)])


def settled_top(curves: Sequence[tuple[Array, Array]], low: float, high: float) -> float:
    """How high a range from `low` to `high` reaches where the beginnings of curves, x and y, do not flatten the rest.

    What a curve comes to later, were it at its very end, is never cut off.
    """
    later = [y[(x > BEGINNING * x[-1]) & (y <= high)] for x, y in curves if len(x)]
    settled = ends(later)
    return high if settled is None else min(high, low + (settled[1] - low) / SETTLED)


def _runs_away(values: Array) -> bool:
    first = float(values[0])
    usual = max(first, min(float(np.median(values)), FAR * first))
    return usual > 0 and float(values.max()) > FAR * usual


def _level(values: Array) -> float:
    """Where a curve is as long as it has not run away."""
    first = float(values[0])
    return max(first, float(np.median(values[values <= FAR * first]))) if first > 0 else first


class SteadyRange:
    """Grows at once when data leave it, with room to spare, and shrinks only when they fill little of it.

    `room` is the share of the data's span that is added where it grows, `little` the filled share below which it
    shrinks. An end that is `pinned` has no room.
    """

    def __init__(self, room: float = 0.1, little: float = 0.4, pinned: float | None = None) -> None:
        self._room = room
        self._little = little
        self._pinned = pinned
        self._range: tuple[float, float] | None = None

    def reset(self) -> None:
        """Forget the range, so that the next data set it anew."""
        self._range = None

    def follow(self, low: float, high: float, peak: float = -math.inf) -> tuple[float, float]:
        """The range to show for data from low to high, which are finite.

        Where they go on up to a `peak`, that is cut off if they would fill little beside it.
        """
        if self._pinned is not None:
            low = min(low, self._pinned)
        if high <= low:
            high = low + max(1e-9, abs(low) * 0.1)
        span = high - low
        shown_low, shown_high = self._range or (math.inf, -math.inf)
        if span < self._little * (shown_high - shown_low):
            shown_low, shown_high = math.inf, -math.inf
        if shown_high < shown_low and span >= self._little * (peak - low):
            high = max(high, peak)
            span = high - low
        if low < shown_low:
            shown_low = low if low == self._pinned else low - self._room * span
        if high > shown_high:
            shown_high = high + self._room * span
        self._range = (shown_low, shown_high)
        return self._range
