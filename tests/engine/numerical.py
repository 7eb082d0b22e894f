"""Derivatives by central differences, and how far two arrays are apart."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

STEP = 1e-5
TOLERANCE = 1e-6
"""The relative error that finite differences allow, away from kinks."""


def numerical_gradient(function: Callable[[], float], array: Array, step: float = STEP) -> Array:
    """d function / d array; the array is changed in place entry by entry and restored."""
    gradient = np.zeros(array.shape)
    for index in np.ndindex(array.shape):
        kept = array[index]
        array[index] = kept + step
        above = function()
        array[index] = kept - step
        below = function()
        array[index] = kept
        gradient[index] = (above - below) / (2 * step)
    return gradient


def relative_error(came: Array, wanted: Array) -> float:
    """The largest difference, measured against the largest number there is."""
    size = max(np.abs(came).max(initial=0.0), np.abs(wanted).max(initial=0.0), 1e-7)
    return float(np.abs(came - wanted).max(initial=0.0) / size)


def away_from_zero(array: Array, distance: float = 0.05) -> Array:
    """The same numbers, moved off 0, where some functions have a kink."""
    return array + np.copysign(distance, array)
