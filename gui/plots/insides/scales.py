"""Scales that hold still: round ends, which move only when numbers outgrow them or fill little of them."""

from __future__ import annotations

import math

ROUND = (1.0, 2.0, 5.0, 10.0)
LITTLE = 0.35
"""The share of a scale below which a smaller one takes its place."""


def round_reach(largest: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not below it; 0 for 0."""
    if not largest or not math.isfinite(largest):
        return 0.0
    power = 10.0 ** math.floor(math.log10(largest))
    reach = next((step * power for step in ROUND if largest <= step * power * (1 + 1e-9)), 10 * power)
    return float(f"{reach:.0e}")


class SteadyScales:
    """A reach for each key."""

    def __init__(self) -> None:
        self._reaches: dict[str, float] = {}

    def reset(self) -> None:
        """Begin anew with what comes next."""
        self._reaches.clear()

    def follow(self, key: str, largest: float) -> float:
        """The reach of a scale on which there is room for a size."""
        reach = self._reaches.get(key, 0.0)
        if largest > reach or (largest and largest < LITTLE * reach):
            reach = self._reaches[key] = round_reach(largest)
        return reach
