"""What a row of losses looks like: how much it jumps, how it falls, and where it was best."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

STRETCH = 10
"""Epochs over which a curve is judged: fewer are chance, more are the past."""


def wobble(losses: Array) -> float:
    """What the last epochs have risen from one to the next, in the mean and as a share of their level.

    A curve that falls has 0, one that jumps between 1 and 2 has a third.
    """
    last = losses[-STRETCH - 1 :]
    level = float(np.median(last))
    return float(np.maximum(np.diff(last), 0).mean()) / level if level > 0 and len(last) > 1 else 0.0


def progress(losses: Array, stretch: int = STRETCH) -> float:
    """By which share the best of the last epochs is below the best of all before; 1 where nothing was before."""
    before, last = losses[:-stretch], losses[-stretch:]
    if not len(before):
        return 1.0
    best = float(before.min())
    return (best - float(last.min())) / best if best > 0 else 0.0


def falls(losses: Array) -> bool:
    """Whether the curve goes down nearly all the time; a single epoch is no curve."""
    return len(losses) > 1 and bool((np.diff(losses) < 0).mean() >= MOSTLY)


def gain(losses: Array) -> float:
    """How many times as much a curve falls in its second half as in its first; 0 where it did not fall there."""
    half = len(losses) // 2
    first, second = float(losses[0] - losses[half]), float(losses[half] - losses[-1])
    return second / first if first > 0 else 0.0


def falls_steadily(losses: Array) -> bool:
    """Whether it goes down nearly all the time, and in its second half about as fast as in its first."""
    return falls(losses) and gain(losses) >= STEADY


MOSTLY, STEADY = 0.8, 0.5
"""Four of five epochs are nearly all, and half as fast is about as fast."""


MOST_POINTS = 2000
"""Points of a long curve that are enough to see where it was best."""


def thin(values: Array) -> Array:
    """Evenly spread values of a long curve, the last one among them."""
    return values[::-1][:: -(-len(values) // MOST_POINTS) or 1][::-1]


def smooth(values: Array, width: int = 5) -> Array:
    """The median of every so many epochs in a row, so that a single lucky or unlucky one does not count."""
    if len(values) < width:
        return values
    middle: Array = np.median(np.lib.stride_tricks.sliding_window_view(values, width), axis=1)
    return middle
