"""Ranges drawn along the axes of a sweep: only the trials within all of them are kept in sight."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from gui.sweep.axes import Axis, place_in, value_at

Span = tuple[float, float]
WHOLE: Span = (0.0, 1.0)
SLACK = 1e-9
FEW = 24
"""Places of an axis of numbers up to which an end that keys move rests at each of them; else at twentieths."""


class Brushes:
    """A span of shares for each axis that has one, by its number."""

    def __init__(self) -> None:
        self.spans: dict[int, Span] = {}

    def draw(self, axis: int, one: float, other: float) -> None:
        """Keep what lies between two shares; all of it where that is the whole axis."""
        low, high = max(0.0, min(one, other)), min(1.0, max(one, other))
        self.spans[axis] = (low, high)
        if (low, high) == WHOLE:
            self.clear(axis)

    def clear(self, axis: int | None = None) -> None:
        """Keep all trials again, as far as this axis or all of them are concerned."""
        if axis is None:
            self.spans.clear()
        else:
            self.spans.pop(axis, None)

    def step(self, number: int, axis: Axis, end: int, by: int) -> None:
        """Move the lower end (0) or the upper one (1) to the next place up or down."""
        ends = list(self.spans.get(number, WHOLE))
        places = _rests(axis)
        beyond = [place for place in places if (place - ends[end]) * by > SLACK]
        if beyond:
            ends[end] = min(beyond) if by > 0 else max(beyond)
        if ends[0] <= ends[1]:
            self.draw(number, ends[0], ends[1])

    def keeps(self, axes: Sequence[Axis], rank: int) -> bool:
        """Whether the trial at this rank lies within, of a choice that is touched all of its trials."""
        reached = ((axes[axis].reaches[rank], span) for axis, span in self.spans.items())
        return all(low - SLACK <= top and bottom <= high + SLACK for (bottom, top), (low, high) in reached)

    def follow(self, before: Sequence[Axis], after: Sequence[Axis]) -> None:
        """Hold the same values on axes that have grown; other axes have no spans."""
        if [axis.name for axis in before] != [axis.name for axis in after]:
            self.clear()
        for number, (low, high) in list(self.spans.items()):
            one, other = (_moved(end, before[number], after[number]) for end in (low, high))
            self.draw(number, one, other)


def _moved(end: float, before: Axis, after: Axis) -> float:
    """Where an end lies now; at the end of an axis it stays there."""
    if end in WHOLE or before.scale is None or after.scale is None:
        return end
    return place_in(after.scale, value_at(before.scale, end))


def _rests(axis: Axis) -> list[float]:
    if axis.choices:  # between two of them, and at both ends
        return sorted({*WHOLE, *((one + other) / 2 for one, other in itertools.pairwise(axis.stops))})
    places = sorted({*WHOLE, *axis.places})
    return places if len(places) <= FEW else [place / 20 for place in range(21)]
