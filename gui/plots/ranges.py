"""Ranges of axes that follow streaming data without jumping."""

from __future__ import annotations

import math


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

    def follow(self, low: float, high: float) -> tuple[float, float]:
        """The range to show for data from low to high, which are finite."""
        if self._pinned is not None:
            low = min(low, self._pinned)
        if high <= low:
            high = low + max(1e-9, abs(low) * 0.1)
        span = high - low
        shown_low, shown_high = self._range or (math.inf, -math.inf)
        if span < self._little * (shown_high - shown_low):
            shown_low, shown_high = math.inf, -math.inf
        if low < shown_low:
            shown_low = low if low == self._pinned else low - self._room * span
        if high > shown_high:
            shown_high = high + self._room * span
        self._range = (shown_low, shown_high)
        return self._range
