"""Values that follow each other, cut into what is known and what comes next."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.errors import DataError, Message

Array = NDArray[np.float64]

MOST_NUMBERS = 1 << 27
"""In all windows together: a gigabyte."""


def window_count(steps: int, window: int, horizon: int, stride: int) -> int:
    """How many windows, each with what comes after it, there are in so many steps."""
    return max(0, steps - window - horizon + stride) // stride


def check_windows(steps: int, columns: int, window: int, horizon: int, stride: int) -> int:
    """How many windows there are; DataError where there is none, or they are too many."""
    if steps < window + horizon:
        raise DataError(
            Message("A window of {window} and a horizon of {horizon} need at least {wanted} values. Received: "
                    "{came}. Choose a shorter window.",
                    window=window, horizon=horizon, wanted=window + horizon, came=steps)
        )  # fmt: skip
    count, numbers = window_count(steps, window, horizon, stride), window * columns + horizon
    if count * numbers > MOST_NUMBERS:
        raise DataError(
            Message("{count} windows of {length} values are {came} numbers, more than {most}. Choose a shorter "
                    "window or a longer stride.",
                    count=f"{count:,}", length=numbers, came=f"{count * numbers:,}", most=f"{MOST_NUMBERS:,}")
        )  # fmt: skip
    return count


def windows(inputs: Array, target: Array, window: int, horizon: int, stride: int = 1) -> Dataset:
    """Of `inputs` (steps, columns) windows (n, window, columns), of `target` (steps,) what follows each (n, horizon).

    A window begins `stride` steps after the one before it. DataError as `check_windows`.
    """
    count = check_windows(len(target), inputs.shape[1], window, horizon, stride)
    known = sliding_window_view(inputs, window, axis=0)[: len(target) - window - horizon + 1 : stride]
    ahead = sliding_window_view(target[window:], horizon)[::stride]
    begins = np.arange(count) * stride + window
    return Dataset(np.ascontiguousarray(known.transpose(0, 2, 1)), ahead.copy(), begins=begins)
