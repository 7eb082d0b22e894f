"""A window that moves over pictures: where it stops, and how much padding that takes. A sequence is one row.

Keras's rules, https://keras.io/api/layers/convolution_layers/: "valid" stays inside the input, "same" pads with zeros
until stride 1 gives back the input's length, and "causal" puts all those zeros before the input, so that a window ends
where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.layers.base import Array

Pair = tuple[int, int]
"""For rows and for columns."""

VALID, SAME, CAUSAL = "valid", "same", "causal"


def window_length(kernel: int, dilation: int) -> int:
    """How many entries a window spans, holes included."""
    return (kernel - 1) * dilation + 1


def output_length(length: int, kernel: int, stride: int, dilation: int, padding: str) -> int:
    """How many windows fit along an axis of this length; 0 or less where none does."""
    if padding != VALID:
        return -(-length // stride)
    return (length - window_length(kernel, dilation)) // stride + 1


def padding_amounts(length: int, kernel: int, stride: int, dilation: int, padding: str) -> tuple[int, int]:
    """How many entries are added before and after the axis; what is odd goes after, as in TensorFlow."""
    if padding == VALID:
        return 0, 0
    if padding == CAUSAL:
        return window_length(kernel, dilation) - 1, 0
    reached = (output_length(length, kernel, stride, dilation, padding) - 1) * stride + window_length(kernel, dilation)
    total = max(reached - length, 0)
    return total // 2, total - total // 2


@dataclass(frozen=True)
class Window:
    """A window's size, how far it moves each time and how far apart its entries lie, by rows and columns."""

    size: Pair
    strides: Pair
    padding: str = VALID
    dilation: Pair = (1, 1)

    @property
    def area(self) -> int:
        return self.size[0] * self.size[1]

    @property
    def is_point(self) -> bool:
        """Whether each cell of a picture is a window of its own."""
        return self.size == (1, 1) and self.strides == (1, 1)

    @property
    def spans(self) -> Pair:
        """How many rows and columns of a picture it covers, holes included."""
        return window_length(self.size[0], self.dilation[0]), window_length(self.size[1], self.dilation[1])

    def counts(self, rows: int, columns: int) -> Pair:
        """How many windows there are along rows and columns; 0 or less where none fits."""
        return output_length(rows, *self._axis(0)), output_length(columns, *self._axis(1))

    def margins(self, rows: int, columns: int) -> tuple[Pair, Pair]:
        """The padding before and after, along rows and columns."""
        return padding_amounts(rows, *self._axis(0)), padding_amounts(columns, *self._axis(1))

    def tiles(self, rows: int, columns: int) -> bool:
        """Whether each cell lies in just one window."""
        return self.size == self.spans == self.strides and rows % self.size[0] == columns % self.size[1] == 0

    def _axis(self, axis: int) -> tuple[int, int, int, str]:
        return self.size[axis], self.strides[axis], self.dilation[axis], self.padding


@dataclass(frozen=True)
class Offset:
    """One entry of the window: where it lies in the pictures, for the windows in which that is not padding."""

    row: int
    column: int
    pictures: tuple[slice, slice]
    windows: tuple[slice, slice]


def offsets(window: Window, rows: int, columns: int) -> Iterator[Offset]:
    """Each entry of the window that ever lies inside a picture."""
    counts, margins = window.counts(rows, columns), window.margins(rows, columns)
    for row, column in np.ndindex(window.size):
        down = _inside(rows, counts[0], row * window.dilation[0] - margins[0][0], window.strides[0])
        right = _inside(columns, counts[1], column * window.dilation[1] - margins[1][0], window.strides[1])
        if down is not None and right is not None:
            yield Offset(row, column, (down[0], right[0]), (down[1], right[1]))


def _inside(length: int, count: int, shift: int, stride: int) -> tuple[slice, slice] | None:
    """The places shift + stride k that lie on the axis, and those k; None where there are none."""
    first = max(0, -(shift // stride))
    last = min(count - 1, (length - 1 - shift) // stride)
    if first > last:
        return None
    return slice(shift + stride * first, shift + stride * last + 1, stride), slice(first, last + 1)


def as_pictures(array: Array) -> Array:
    """The same array as (batch, rows, columns, channels); the steps of a sequence become the columns of one row."""
    return array[:, np.newaxis] if array.ndim == 3 else array
