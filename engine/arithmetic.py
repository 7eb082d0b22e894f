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

FEW = 150
"""Up to so many numbers one call of `np.logaddexp` is faster than six that NumPy does several numbers at a time."""


def softplus(z: Array, out: Array, scratch: Array) -> None:
    """Write ln(1 + e^z) as max(z, 0) + ln(1 + e^-|z|), exact however large z is; `scratch` is another such array."""
    if z.size <= FEW:
        np.logaddexp(ZERO, z, out)
        return
    np.abs(z, out)
    np.negative(out, out)
    np.exp(out, out)
    np.log1p(out, out)
    np.maximum(z, ZERO, out=scratch)
    np.add(out, scratch, out)


def row_maxima(z: Array) -> Array:
    """The maxima along the last axis, (..., 1)."""
    if z.shape[-1] > SHORT_AXIS:
        along: Array = z.max(axis=-1, keepdims=True)
        return along
    across: Array = np.maximum.reduce(z.T.copy(), 0).T[..., np.newaxis]
    return across


def row_sums(z: Array) -> Array:
    """The sums along the last axis, (..., 1), as a matrix product; over more axes NumPy would leave the BLAS aside."""
    matrix = z if z.ndim <= 2 else z.reshape(-1, z.shape[-1])
    sums: Array = matrix.dot(_column_of_ones(z.shape[-1], z.dtype))
    return sums if z.ndim <= 2 else sums.reshape(*z.shape[:-1], 1)


@cache
def _column_of_ones(length: int, dtype: np.dtype[Any]) -> Array:
    return np.ones((length, 1), dtype)
