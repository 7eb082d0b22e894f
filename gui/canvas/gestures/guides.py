"""Where a card that is being moved falls in line with those nearby, or stands as far from them as they from each other.

Works axis by axis on boxes of left, top, right, bottom, as arrays with one row a card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.alignment import ACROSS, DOWN, Box

Floats = NDArray[np.float64]

NEARBY = 600.0
"""Cards further away than this are not looked at."""
EXACT = 1e-6
SHARES = (0.5, 0.0, 1.0)
"""Middles before edges: one line an axis says enough."""


class Guides:
    """The cards that stay; found anew for each drag."""

    def __init__(self, standing: Sequence[Box]) -> None:
        self._standing = np.array(standing, float).reshape(-1, 4)

    def shift(self, box: Box, reach: float) -> tuple[float | None, float | None]:
        """How far to move a box across and down until it falls in line; None where nothing is within reach."""
        across, down = (self._nearest(box, axis, reach) for axis in (ACROSS, DOWN))
        return across, down

    def lines(self, box: Box) -> list[Box]:
        """Lines along which a box is in line with others, and the gaps that are equal: x0, y0, x1, y1 of each."""
        found = []
        for axis in (ACROSS, DOWN):
            around = self._around(box)
            found += [*_common_line(box, around, axis), *_equal_gaps(box, around, axis)]
        return found

    def _around(self, box: Box) -> Floats:
        left, top, right, bottom = self._standing.T
        across, down = np.maximum(left - box[2], box[0] - right), np.maximum(top - box[3], box[1] - bottom)
        return self._standing[np.maximum(across, down) <= NEARBY]

    def _nearest(self, box: Box, axis: int, reach: float) -> float | None:
        around = self._around(box)
        shifts = [_at(around, axis, share) - _at(box, axis, share) for share in SHARES]
        found = np.concatenate([*shifts, list(_to_equal_gaps(box, around, axis))])
        nearest = found[np.abs(found).argmin()] if found.size else np.inf
        return float(nearest) if abs(nearest) <= reach else None


def _at(boxes: Box | Floats, axis: int, share: float) -> Floats:
    """(cards,): the coordinate at a share of each box's extent along an axis."""
    low, high = np.asarray(boxes)[..., axis], np.asarray(boxes)[..., axis + 2]
    return np.asarray(low + share * (high - low))


def _common_line(box: Box, around: Floats, axis: int) -> Iterator[Box]:
    """The line through the middles or along the edges of a box and all that are in line with it."""
    for share in SHARES:
        place = float(_at(box, axis, share))
        same = around[np.abs(_at(around, axis, share) - place) < EXACT]
        if same.size:
            begin = min(box[1 - axis], float(same[:, 1 - axis].min()))
            end = max(box[3 - axis], float(same[:, 3 - axis].max()))
            yield (place, begin, place, end) if axis == ACROSS else (begin, place, end, place)
            return


def _row(box: Box, around: Floats, axis: int) -> list[Box | None]:
    """The two cards before a box and the two behind it among those beside it; None where there is none."""
    beside = around[(around[:, 1 - axis] < box[3 - axis]) & (around[:, 3 - axis] > box[1 - axis])]
    middle = float(_at(box, axis, 0.5))

    def before(limit: float) -> Box | None:
        ahead = beside[beside[:, axis + 2] <= limit]
        return tuple(ahead[ahead[:, axis + 2].argmax()].tolist()) if ahead.size else None

    def behind(limit: float) -> Box | None:
        ahead = beside[beside[:, axis] >= limit]
        return tuple(ahead[ahead[:, axis].argmin()].tolist()) if ahead.size else None

    first, last = before(middle), behind(middle)
    return [first and before(first[axis]), first, last, last and behind(last[axis + 2])]


def _to_equal_gaps(box: Box, around: Floats, axis: int) -> Iterator[float]:
    """Shifts that put a box half-way between two, or as far from one as that is from the next."""
    far_before, before, behind, far_behind = _row(box, around, axis)
    low, high = box[axis], box[axis + 2]
    if before and behind and behind[axis] - before[axis + 2] > high - low:
        yield (before[axis + 2] + behind[axis]) / 2 - (low + high) / 2
    if far_before and before:
        yield before[axis + 2] + (before[axis] - far_before[axis + 2]) - low
    if behind and far_behind:
        yield behind[axis] - (far_behind[axis] - behind[axis + 2]) - high


def _equal_gaps(box: Box, around: Floats, axis: int) -> Iterator[Box]:
    """A line across each gap that is as wide as the next, where the box stands at one of them."""
    far_before, before, behind, far_behind = _row(box, around, axis)
    chain = [each for each in (far_before, before, box, behind, far_behind) if each is not None]
    gaps = list(pairwise(chain))
    widths = [second[axis] - first[axis + 2] for first, second in gaps]
    marked = set()
    for number, (width, following) in enumerate(pairwise(widths)):
        if width > 0 and abs(width - following) < EXACT and box in chain[number : number + 3]:
            marked |= {number, number + 1}
    for first, second in (gaps[number] for number in sorted(marked)):
        height = (max(first[1 - axis], second[1 - axis]) + min(first[3 - axis], second[3 - axis])) / 2
        begin, end = first[axis + 2], second[axis]
        yield (begin, height, end, height) if axis == ACROSS else (height, begin, height, end)
