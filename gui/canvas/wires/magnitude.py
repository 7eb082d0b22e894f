"""The logarithmic scale on which gradients become widths and colours; it follows the run without jumping."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from gui.canvas.inks import LEVELS

FEWEST_DECADES, MOST_DECADES = 2, 6
SLACK = 1.5
"""Decades that an end may be too far out before it comes back in."""
EASE = 0.2
"""The share of the way to a new end that one look goes."""
RISE, SETTLE = 0.5, 0.03
"""The share of the way that one look moves what is remembered: up to larger gradients, and in any other direction.
Single batches differ by a thousandfold; the scale follows what is usual, so that it can be read."""

UNKNOWN = -1


class MagnitudeScale:
    """Powers of ten from `low` to `high`, whose ends ease towards whole decades (`ends`) around what is seen."""

    def __init__(self) -> None:
        self.ends: tuple[int, int] | None = None
        self.low = self.high = 0.0
        self._usual = (0.0, 0.0)

    def forget(self) -> None:
        """Begin anew with the next values."""
        self.ends = None

    def follow(self, values: NDArray[np.float64]) -> None:
        """Take in what one look brought; zeros and what is not finite say nothing about the scale."""
        seen = values[(values > 0) & np.isfinite(values)]
        if not seen.size:
            return
        low, high = math.log10(float(seen.min())), math.log10(float(seen.max()))
        first = self.ends is None
        if self.ends is None:
            self._usual = low, high
            self.ends = _wide(low, high)
        else:
            usual_low, usual_high = self._usual
            rate = RISE if high > usual_high else SETTLE
            self._usual = usual_low + SETTLE * (low - usual_low), usual_high + rate * (high - usual_high)
            self.ends = _moved(self.ends, *self._usual)
        self.low = _towards(self.low, self.ends[0], first)
        self.high = _towards(self.high, self.ends[1], first)

    def shares(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """0 at the low end and below, 1 at the high end and above; NaN stays NaN."""
        with np.errstate(divide="ignore", invalid="ignore"):
            logarithms = np.log10(values)
        return np.clip((logarithms - self.low) / max(self.high - self.low, 1e-9), 0.0, 1.0)

    def levels(self, values: NDArray[np.float64]) -> NDArray[np.int8]:
        """The step of the ramp for each value, UNKNOWN for NaN."""
        shares = self.shares(values)
        known = ~np.isnan(shares)
        steps = np.rint(np.where(known, shares, 0.0) * (LEVELS - 1))
        return np.where(known, steps, UNKNOWN).astype(np.int8)


def _wide(low: float, high: float) -> tuple[int, int]:
    """Whole decades around an interval, neither too few nor too many."""
    top = math.ceil(high - 1e-9)
    bottom = math.floor(low + 1e-9)
    return max(min(bottom, top - FEWEST_DECADES), top - MOST_DECADES), top


def _moved(ends: tuple[int, int], low: float, high: float) -> tuple[int, int]:
    """The old ends unless values lie beyond them, or far inside."""
    bottom, top = _wide(low, high)
    if ends[1] - SLACK <= high <= ends[1]:
        top = ends[1]
    if ends[0] <= low <= ends[0] + SLACK:
        bottom = ends[0]
    return max(min(bottom, top - FEWEST_DECADES), top - MOST_DECADES), top


def _towards(value: float, goal: int, at_once: bool) -> float:
    moved = goal if at_once else value + EASE * (goal - value)
    return float(goal) if abs(moved - goal) < 0.02 else moved
