"""Inputs of different units brought to one size, by what the training part looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
Inputs = NDArray[Any]

QUARTILES = (25.0, 50.0, 75.0)
WHITEST = 255.0
LEAN = (np.uint8, np.float32)
BLOCK_VALUES = 1 << 18
"""As many numbers are scaled at a time."""


@dataclass(frozen=True, eq=False)
class Scaler:
    """Takes `offset` away from every feature and divides by `scale`; both have one sample's shape.

    Pictures, in bytes or as float32, are scaled by blocks and become float32: as float64 they would fill the memory.
    """

    offset: Array
    scale: Array

    def transform(self, X: Inputs) -> Array:
        """Raw inputs (n, ...) as the network sees them."""
        if X.dtype not in LEAN:
            return (X - self.offset) / self.scale
        scaled: Array = np.empty(X.shape, np.float32)
        for rows in _blocks(X):
            scaled[rows] = (X[rows] - self.offset) / self.scale
        return scaled

    def inverse(self, X: Array) -> Array:
        """Scaled inputs (n, ...) back in their own units."""
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
