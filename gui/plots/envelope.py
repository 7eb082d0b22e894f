"""A long column thinned for the eye, kept up cheaply while rows are added at its end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MOST_BLOCKS = 256


class Envelope:
    """The least and largest value of each block of rows; rows as they are while there are few.

    A call costs the rows that are new since the last one, so a million epochs cost no more than a thousand.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._size = 1
        self._rows = 0
        self._ends = (np.nan, np.nan)
        self._x: Array = np.empty(0)
        self._low: Array = np.empty(0)
        self._high: Array = np.empty(0)

    def thin(self, x: Array, y: Array) -> tuple[Array, Array]:
        """At most 4 * MOST_BLOCKS points for the eye of a column that is, as a rule, the last one and more."""
        if not self._continues(y):
            self._forget()
        while len(y) // self._size >= 2 * MOST_BLOCKS:
            self._double()
        self._take(x, y)
        if self._size == 1:
            return x, y
        tail = slice(self._rows, None)
        points = np.concatenate([np.repeat(self._x, 2), x[tail]])
        values = np.concatenate([np.stack([self._high, self._low], axis=1).ravel(), y[tail]])
        return points, values

    def _continues(self, y: Array) -> bool:
        if self._rows > len(y):
            return False
        return self._rows == 0 or bool(np.array_equal(self._ends, (y[0], y[self._rows - 1]), equal_nan=True))

    def _double(self) -> None:
        pairs = len(self._x) // 2
        even, odd = slice(0, 2 * pairs, 2), slice(1, 2 * pairs, 2)
        self._x = (self._x[even] + self._x[odd]) / 2
        self._low = np.fmin(self._low[even], self._low[odd])
        self._high = np.fmax(self._high[even], self._high[odd])
        self._size *= 2
        self._rows = pairs * self._size

    def _take(self, x: Array, y: Array) -> None:
        end = len(y) // self._size * self._size
        if end > self._rows:
            blocks = y[self._rows : end].reshape(-1, self._size)
            self._low = np.concatenate([self._low, np.fmin.reduce(blocks, axis=1)])
            self._high = np.concatenate([self._high, np.fmax.reduce(blocks, axis=1)])
            middles = x[self._rows : end].reshape(-1, self._size).mean(axis=1)
            self._x = np.concatenate([self._x, middles])
            self._rows = end
        if self._rows:
            self._ends = (y[0], y[self._rows - 1])
