"""Numbers of different units brought to one size, by what the training part looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
Inputs = NDArray[Any]

QUARTILES = (25.0, 50.0, 75.0)
LARGE, SMALL = 10.0, 0.1
"""Root mean squares between which measures are learned well as they are."""
MOST_LOOKED_AT = 1_000_000
"""Numbers of which that is asked, as often as the data change, while people wait."""
WHITEST = 255.0
LEAN = (np.uint8, np.float32)
BLOCK_VALUES = 1 << 18
"""As many numbers are scaled at a time."""


@dataclass(frozen=True, eq=False)
class Scaler:
    """Takes `offset` away from every feature and divides by `scale`; both have a sample's shape, or its last axis'.

    Pictures, in bytes or as float32, are scaled by blocks and become float32: as float64 they would fill the memory.
    """

    offset: Array
    scale: Array

    @property
    def changes(self) -> bool:
        """Whether it does anything."""
        return bool(self.offset.any() or (self.scale != 1).any())

    def transform(self, X: Inputs) -> Array:
        """Raw numbers (n, ...) as the network sees them."""
        if X.dtype not in LEAN:
            return (X - self.offset) / self.scale
        scaled: Array = np.empty(X.shape, np.float32)
        for rows in _blocks(X):
            scaled[rows] = (X[rows] - self.offset) / self.scale
        return scaled

    def inverse(self, X: Array) -> Array:
        """Scaled numbers (n, ...) back in their own units."""
        return X * self.scale + self.offset


def standard_scaler(X: Inputs) -> Scaler:
    """Mean 0 and standard deviation 1, as scikit-learn's StandardScaler; a constant feature is only shifted."""
    mean = X.mean(axis=0)
    variance = _variance(X, mean) if X.dtype == np.uint8 else X.var(axis=0)
    precision = np.finfo(np.float64).eps
    rounding = len(X) * precision * variance + (len(X) * mean * precision) ** 2
    constant = variance <= rounding
    return Scaler(mean, np.where(constant, 1.0, np.sqrt(variance)))


def _variance(X: Inputs, mean: Array) -> Array:
    """NumPy's own would make room for all differences."""
    squares: Array = np.zeros(mean.shape)
    for rows in _blocks(X):
        squares += np.square(X[rows] - mean).sum(axis=0)
    return squares / len(X)


def _blocks(X: Inputs) -> Iterator[slice]:
    """All samples in blocks that the caches hold."""
    rows = max(1, BLOCK_VALUES // max(1, X[0].size))
    return (slice(start, start + rows) for start in range(0, len(X), rows))


def minmax_scaler(X: Inputs) -> Scaler:
    """From 0 to 1, as scikit-learn's MinMaxScaler; a constant feature is only shifted."""
    low, high = X.min(axis=0) * 1.0, X.max(axis=0) * 1.0  # bytes would wrap round
    return Scaler(low, _span(high - low))


def robust_scaler(X: Inputs) -> Scaler:
    """Median 0 and quartiles 1 apart, as scikit-learn's RobustScaler: outliers do not squeeze the rest together."""
    low, middle, high = np.percentile(X, QUARTILES, axis=0)
    return Scaler(middle, _span(high - low))


def no_scaler(X: Inputs) -> Scaler:
    """Leaves inputs as they are; but bytes are shares of the brightest: a network that sees 255 learns nothing."""
    return Scaler(np.zeros(X.shape[1:]), np.full(X.shape[1:], WHITEST if X.dtype == np.uint8 else 1.0))


def _span(width: Array) -> Array:
    return np.where(width < 10 * np.finfo(np.float64).eps, 1.0, width)


SCALERS = {"none": no_scaler, "standard": standard_scaler, "minmax": minmax_scaler, "robust": robust_scaler}


def fit_targets(scaling: str, targets: Array) -> Scaler | None:
    """What scales measures (n, ...); None where they stay in their own units.

    Each column of flat targets is scaled by itself. The steps of a sequence and the places of a picture are measured in
    one unit, so they are scaled alike, channel by channel.
    """
    return SCALERS[scaling](_columns(targets)) if scaling != "none" else None


def far_from_one(targets: Array) -> bool:
    """Whether some column of measures (n, ...) is so large, or all are so small, that they are better scaled.

    What is missing or endless does not count; of very many samples some are looked at.
    """
    columns = _columns(np.asarray(targets[:: 1 + targets.size // MOST_LOOKED_AT], np.float64))
    known = np.isfinite(columns)
    with np.errstate(over="ignore"):  # what is too large to be squared is far from 1
        sums = np.square(columns, where=known, out=np.zeros(columns.shape)).sum(axis=0)
    largest = float(np.sqrt(sums / np.maximum(1, known.sum(axis=0))).max(initial=0.0))
    return largest > LARGE or 0 < largest < SMALL


def _columns(targets: Array) -> Array:
    """All values of each column, or of each channel, below each other."""
    return targets.reshape(-1, targets.shape[-1]) if targets.ndim > 2 else targets.reshape(len(targets), -1)
