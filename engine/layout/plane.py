"""Cards on the plane, along and across a drawing: how far they reach, and drawings side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from engine.annotations import Point

Places = dict[str, Point]
"""The middle of each card, along and across the drawing."""

GRID = 8.0
"""Cards come to rest on multiples of this, in scene units."""
PART_GAP = 64.0
"""Between two parts of a drawing that no wire joins."""


def extent(places: Mapping[str, Point], size: Callable[[str], Point]) -> Point:
    """How far cards reach that begin at the origin."""
    reach = [[place[axis] + size(key)[axis] / 2 for key, place in places.items()] for axis in (0, 1)]
    return max(reach[0], default=0.0), max(reach[1], default=0.0)


def shelved(parts: Sequence[Places], sizes: Mapping[str, Point]) -> Places:
    """Several drawings as one: each further across, or further along where the longest of all is long enough."""
    lengths = [extent(part, sizes.__getitem__) for part in parts]
    longest = max((length for length, _ in lengths), default=0.0)
    longest = max(longest, math.sqrt(sum(length * breadth for length, breadth in lengths)))
    placed: Places = {}
    along = across = breadest = 0.0
    for part, (length, breadth) in zip(parts, lengths, strict=True):
        if along and along + length > longest:
            along, across, breadest = 0.0, across + breadest + PART_GAP, 0.0
        placed |= {key: (a + along, b + across) for key, (a, b) in part.items()}
        along, breadest = _up(along + length + PART_GAP), max(breadest, _up(breadth))
    return placed


def _up(value: float) -> float:
    """The next place on the grid."""
    return math.ceil(value / GRID) * GRID
