"""Channels as the columns of a matrix, laid out so that NumPy is fast on few channels too."""

from __future__ import annotations

import numpy as np

from engine.layers.base import Array

NARROW, WIDE, FEW = 128, 512, 128
"""Rows of less than NARROW values cost more in NumPy's loop than in arithmetic, so of more than a FEW rows several are
taken as one, up to WIDE values."""


def rows_at_once(count: int, width: int) -> int:
    """How many of `count` rows of so many values are best taken as one; a divisor of `count`."""
    if width >= NARROW or count <= FEW:
        return 1
    return max(rows for rows in range(1, WIDE // width + 1) if count % rows == 0)


class Columns:
    """Sums over, and factors for, the last axis of arrays of one shape (n, ..., channels).

    `wide` views such an array as a matrix in which each row holds all channels once or several times over.
    """

    def __init__(self, like: Array) -> None:
        self.channels = like.shape[-1]
        self.count = like.size // self.channels
        """Values in each channel."""
        self.repeats = rows_at_once(self.count, self.channels)
        self._ones = np.ones(self.count // self.repeats, like.dtype)
        self._spread, self._sums = np.empty((2, self.repeats, self.channels), like.dtype)

    def wide(self, array: Array) -> Array:
        """The same memory as a matrix; its row `i` goes together with what `spread` returns."""
        return array.reshape(-1, self.repeats * self.channels)

    def spread(self, vector: Array) -> Array:
        """One value a channel (channels,), as often as a row of the matrix holds it; good until the next call."""
        if self.repeats == 1:
            return vector
        np.copyto(self._spread, vector)
        return self._spread.reshape(-1)

    def add_up(self, matrix: Array, out: Array) -> None:
        """Write the sum of each channel (channels,)."""
        if self.repeats == 1:
            self._ones.dot(matrix, out)
        else:
            self._ones.dot(matrix, self._sums.reshape(-1))
            np.add.reduce(self._sums, 0, out=out)
