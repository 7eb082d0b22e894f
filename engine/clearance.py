"""Boxes that keep clear of each other: which run into one that moves, and where there is room for some.

A box is left, top, right, bottom in scene units, y down; what is done along one axis is the same along the other.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.alignment import ACROSS, DOWN, Box
from engine.annotations import Point

GRID = 8.0
"""Everything moves by multiples of this."""
NARROW = 40.0
"""Cards that stand nearer to each other than this are too near."""
BROAD = 56.0
"""From card to card along a drawing, where wires turn and shapes are written."""

STILL: Box = (0.0, 0.0, 0.0, 0.0)
"""How far the sides of what stays have gone."""

Floats = NDArray[np.float64]
Way = tuple[int, int]
"""An axis, and 1 or -1: to the right, to the left, down or up."""


def span(box: Box, way: Way) -> Point:
    """Where a box begins and ends for somebody who goes that way."""
    axis, sign = way
    low, high = box[axis], box[axis + 2]
    return (low, high) if sign > 0 else (-high, -low)


def middle(box: Box, axis: int) -> float:
    """Half way between its two sides across that axis."""
    return (box[axis] + box[axis + 2]) / 2


def plus(one: Box, other: Box) -> Box:
    """Side by side the sums."""
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]


def minus(one: Box, other: Box) -> Box:
    """How far each side is from that of the other."""
    return one[0] - other[0], one[1] - other[1], one[2] - other[2], one[3] - other[3]


def beside(one: Box, other: Box, axis: int, margin: float = 0.0) -> bool:
    """Whether boxes would meet if one moved along the axis."""
    low, high = 1 - axis, 3 - axis
    return one[low] < other[high] + margin and other[low] < one[high] + margin


def overlap(one: Box, other: Box, margin: float = 0.0) -> bool:
    """Whether boxes are nearer to each other than the margin."""
    return beside(one, other, ACROSS, margin) and beside(one, other, DOWN, margin)


def shifted(box: Box, shift: Point) -> Box:
    """The box elsewhere."""
    (left, top, right, bottom), (dx, dy) = box, shift
    return left + dx, top + dy, right + dx, bottom + dy


def step(way: Way, by: float) -> Point:
    """So far that way, as a shift across and down."""
    axis, sign = way
    return (sign * by, 0.0) if axis == ACROSS else (0.0, sign * by)


def up_to_grid(by: float) -> float:
    """The next multiple of the grid."""
    return math.ceil(by / GRID - 1e-9) * GRID


def driven(boxes: Mapping[str, Box], first: Collection[str], way: Way, by: float) -> set[str]:
    """All that moves when these move that far: what lies on them or what they run into, and so on from that.

    They all move alike, so nothing changes among them.
    """
    keys, rows = list(boxes), _rows(boxes)
    (low, high), (begin, end) = _spans(rows, way), _spans(rows, (1 - way[0], 1))
    moving = np.array([key in first for key in keys], bool)
    waiting = np.flatnonzero(moving).tolist()
    while waiting:
        row = waiting.pop()
        meets = (begin < end[row]) & (end > begin[row])
        ahead = (low >= high[row]) & (low < high[row] + by + NARROW)
        lies_on = (low < high[row]) & (high > low[row])
        hit = np.flatnonzero(meets & (ahead | lies_on) & ~moving)
        moving[hit] = True
        waiting += hit.tolist()
    return {keys[row] for row in np.flatnonzero(moving)}


def free_way(boxes: Mapping[str, Box], moving: Collection[str], way: Way, by: float, apart: float = BROAD) -> float:
    """How far these can go, at most that far, and stay clear of all that stays; 0 where they are as near already."""
    rows, goes = _rows(boxes), np.array([key in moving for key in boxes], bool)
    (low, high), (begin, end) = _spans(rows, way), _spans(rows, (1 - way[0], 1))
    for row in np.flatnonzero(goes):
        ahead = ~goes & (begin < end[row]) & (end > begin[row]) & (low >= high[row])
        if ahead.any():
            by = min(by, max(float((low[ahead] - high[row]).min()) - apart, 0.0))
    return math.floor(by / GRID + 1e-9) * GRID


def clashing(boxes: Mapping[str, Box], after: Mapping[str, Box]) -> set[str]:
    """Those that lie elsewhere afterwards, and there over one from which they were clear before."""
    keys, here = list(boxes), _rows(boxes)
    there = _rows({key: after.get(key, box) for key, box in boxes.items()})
    found = set()
    for row, key in enumerate(keys):
        if key in after:
            fresh = _over(there, there[row]) & ~_over(here, here[row])
            fresh[row] = False
            if fresh.any():
                found.add(key)
    return found


def _rows(boxes: Mapping[str, Box]) -> Floats:
    return np.array(list(boxes.values()), float).reshape(-1, 4)


def _spans(rows: Floats, way: Way) -> tuple[Floats, Floats]:
    """Where each begins and ends, as `span` tells."""
    low, high = rows[:, way[0]], rows[:, way[0] + 2]
    return (low, high) if way[1] > 0 else (-high, -low)


def _over(rows: Floats, box: Floats) -> NDArray[np.bool_]:
    """Which overlap a box."""
    left, top, right, bottom = rows.T
    found: NDArray[np.bool_] = (left < box[2]) & (top < box[3]) & (right > box[0]) & (bottom > box[1])
    return found


def nearest_room(taken: Iterable[Box], wanted: Sequence[Box], ways: Iterable[Way], apart: float = NARROW) -> Point:
    """The least shift that way or that, on the grid, after which these boxes are clear of all that are taken."""
    standing, coming = np.array(list(taken), float).reshape(-1, 4), np.array(list(wanted), float).reshape(-1, 4)
    shifts = [step(way, _till_clear(standing, coming, way, apart)) for way in ways]
    return min(shifts, key=lambda shift: abs(shift[0]) + abs(shift[1]))


def _till_clear(taken: Floats, wanted: Floats, way: Way, apart: float) -> float:
    (begin, _), (_, end) = _spans(wanted, way), _spans(taken, way)
    needed = end + apart - begin[:, None]
    by = 0.0
    while True:
        moved = wanted + np.array(step(way, by) * 2)
        hit = np.ones(needed.shape, bool)
        for axis in (ACROSS, DOWN):
            hit &= moved[:, None, axis] < taken[:, axis + 2] + apart
            hit &= taken[:, axis] < moved[:, None, axis + 2] + apart
        if not hit.any():
            return by
        by += up_to_grid(float(needed[hit].max()) - by)


def aside(boxes: Mapping[str, Box], before: Box, after: Box, way: Way, apart: float) -> tuple[set[str], float]:
    """What is in the way of a box that grew, on this side of it, and how far it has to go.

    What lies beyond a corner goes the way that is shorter.
    """
    found, most = set(), 0.0
    for key, box in boxes.items():
        needed = _needed(box, before, after, way, apart)
        if needed <= 0 or not beside(box, after, way[0]):
            continue
        others = (_needed(box, before, after, other, apart) for other in ((1 - way[0], 1), (1 - way[0], -1)))
        if all(not 0 < other < needed for other in others):
            found.add(key)
            most = max(most, needed)
    return found, up_to_grid(most)


def _needed(box: Box, before: Box, after: Box, way: Way, apart: float) -> float:
    """How far a box must go until it is clear; 0 where it did not stand on this side.

    It stays where it is beside a side that did not grow.
    """
    begin, was, now = span(box, way)[0], span(before, way)[1], span(after, way)[1]
    if begin < was or (now <= was and beside(box, before, way[0])):
        return 0.0
    return now + apart - begin
