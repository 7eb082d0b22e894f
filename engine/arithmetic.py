"""Small numbers and row-wise sums as the hot path needs them: with the least work per call."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

ZERO = np.zeros((), np.float32)
"""0 and 1 as arrays without axes: a Python number costs a conversion at every call, half as much as a small
network's whole operation. float32 holds them exactly, so they serve float64 too."""
ONE = np.ones((), np.float32)

SHORT_AXIS = 32
"""Up to this length NumPy takes maxima faster across a transposed copy than along the last axis."""


def row_maxima(z: Array) -> Array:
    """The maxima along the last axis, (..., 1)."""
    if z.shape[-1] > SHORT_AXIS:
        along: Array = z.max(axis=-1, keepdims=True)
        return along
    across: Array = np.maximum.reduce(z.T.copy(), 0).T[..., np.newaxis]
    return across


def row_sums(z: Array) -> Array:
    """The sums along the last axis, (..., 1), as a matrix product."""
    sums: Array = z.dot(_column_of_ones(z.shape[-1], z.dtype))
    return sums


@cache
def _column_of_ones(length: int, dtype: np.dtype[Any]) -> Array:
    return np.ones((length, 1), dtype)
