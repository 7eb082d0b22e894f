"""Inputs of different units brought to one size, by what the training part looks like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

QUARTILES = (25.0, 50.0, 75.0)


@dataclass(frozen=True, eq=False)
class Scaler:
    """Takes `offset` away from every feature and divides by `scale`; both have one sample's shape."""

    offset: Array
    scale: Array

    def transform(self, X: Array) -> Array:
        """Raw inputs (n, ...) as the network sees them."""
        return (X - self.offset) / self.scale

    def inverse(self, X: Array) -> Array:
        """Scaled inputs (n, ...) back in their own units."""
        return X * self.scale + self.offset


def standard_scaler(X: Array) -> Scaler:
    """Mean 0 and standard deviation 1, as scikit-learn's StandardScaler; a constant feature is only shifted."""
    mean, variance = X.mean(axis=0), X.var(axis=0)
    precision = np.finfo(np.float64).eps
    rounding = len(X) * precision * variance + (len(X) * mean * precision) ** 2
    constant = variance <= rounding
    return Scaler(mean, np.where(constant, 1.0, np.sqrt(variance)))


def minmax_scaler(X: Array) -> Scaler:
    """From 0 to 1, as scikit-learn's MinMaxScaler; a constant feature is only shifted."""
    low = X.min(axis=0)
    return Scaler(low, _span(X.max(axis=0) - low))


def robust_scaler(X: Array) -> Scaler:
    """Median 0 and quartiles 1 apart, as scikit-learn's RobustScaler: outliers do not squeeze the rest together."""
    low, middle, high = np.percentile(X, QUARTILES, axis=0)
    return Scaler(middle, _span(high - low))


def no_scaler(X: Array) -> Scaler:
    """Leaves inputs as they are."""
    return Scaler(np.zeros(X.shape[1:]), np.ones(X.shape[1:]))


def _span(width: Array) -> Array:
    return np.where(width < 10 * np.finfo(np.float64).eps, 1.0, width)


SCALERS = {"none": no_scaler, "standard": standard_scaler, "minmax": minmax_scaler, "robust": robust_scaler}
