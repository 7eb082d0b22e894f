"""Lining boxes up and spacing them evenly: how far each has to move, across and down.

A box is left, top, right, bottom in scene units, y down.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from engine.annotations import Point

Box = tuple[float, float, float, float]

ACROSS, DOWN = 0, 1
"""The axes."""


class Side(Enum):
    """What is brought onto one line: an axis, and how far along it the line lies within the boxes."""

    LEFT = (ACROSS, 0.0)
    CENTRE = (ACROSS, 0.5)
    RIGHT = (ACROSS, 1.0)
    TOP = (DOWN, 0.0)
    MIDDLE = (DOWN, 0.5)
    BOTTOM = (DOWN, 1.0)


def around(boxes: Mapping[Any, Box]) -> Box:
    """The smallest box that holds all of these; there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes.values(), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def align(boxes: Mapping[str, Box], side: Side) -> dict[str, Point]:
    """Bring a side of every box onto that side of the box around them all."""
    axis, share = side.value
    line = _at(around(boxes), axis, share)
    return {key: _shift(axis, line - _at(box, axis, share)) for key, box in boxes.items()}


def distribute(boxes: Mapping[str, Box], axis: int) -> dict[str, Point]:
    """Make the gaps between neighbours equal; the first and the last along the axis stay where they are."""
    in_row = sorted(boxes, key=lambda key: (_at(boxes[key], axis, 0.5), key))
    sizes = {key: boxes[key][axis + 2] - boxes[key][axis] for key in in_row}
    begin, end = boxes[in_row[0]][axis], boxes[in_row[-1]][axis + 2]
    gap = (end - begin - sum(sizes.values())) / max(len(in_row) - 1, 1)
    shifts = {}
    for key in in_row:
        shifts[key] = _shift(axis, begin - boxes[key][axis])
        begin += sizes[key] + gap
    return shifts


def _at(box: Box, axis: int, share: float) -> float:
    return box[axis] + share * (box[axis + 2] - box[axis])


def _shift(axis: int, by: float) -> Point:
    return (by, 0.0) if axis == ACROSS else (0.0, by)
