"""Pictures rearranged so that windows with strides can be compared and added in long runs of memory.

With strides of 2 every second column is a lane, and every second row. What all windows hold at one of their places is
then one block, where NumPy would otherwise walk in steps of a few channels: several times slower on small pictures.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.layers.base import Array
from engine.layers.windows import Pair, Window

Table = NDArray[np.intp]

LONG_RUN = 32
"""From so many channels on a walk in steps costs no more than the copy that saves it."""
FAST_COPY = 32
"""Bytes that NumPy's `take` moves at once; it is slower with a longer piece than with two of these."""


class CellCopy:
    """A bound copy of whole cells: those that `cells` counts in `source`, one after the other, into `target`.

    `source` and `target` are (batch, ..., channels); `cells` are counted within a sample.
    """

    def __init__(self, source: Array, cells: Table, target: Array) -> None:
        channels = source.shape[-1]
        whole, rest = divmod(channels * source.itemsize, FAST_COPY)
        pieces = whole if rest == 0 else 1
        self.source, self.target = (array.reshape(len(array), -1, channels // pieces) for array in (source, target))
        self.table = (cells.reshape(-1, 1) * pieces + np.arange(pieces)).ravel()

    def __call__(self) -> None:
        self.source.take(self.table, 1, self.target, "clip")


class Lanes:
    """Pictures as `grid`: (column lanes, row lanes, batch, rows, columns, channels).

    `collect` fills the grid from the pictures, with padding around them, and `deliver` the pictures from the grid.
    Where nothing is gained by a copy the grid is a view of the pictures, and both have nothing to do.
    """

    def __init__(self, pictures: Array, window: Window, padding_value: float = 0.0) -> None:
        batch, rows, columns, channels = pictures.shape
        down, along = window.strides
        margins = window.margins(rows, columns)
        even = not (any(margins[0] + margins[1]) or rows % down or columns % along)
        self.copied = not (even and (window.strides == (1, 1) or channels >= LONG_RUN))
        if self.copied:
            self._rearrange(pictures, window.strides, margins)
            self.padding_value = padding_value
        else:
            lanes = pictures.reshape(batch, rows // down, down, columns // along, along, channels)
            self.grid = lanes.transpose(4, 2, 0, 1, 3, 5)

    def _rearrange(self, pictures: Array, strides: Pair, margins: tuple[Pair, Pair]) -> None:
        """Make the grid, and the tables by which cells are copied there and back."""
        batch, rows, columns, channels = pictures.shape
        down, along = strides
        (top, bottom), (left, right) = margins
        # Which row and column stands where, (lanes, entries): some are padding, or what fills up the last lane.
        row = _lane_entries(top + rows + bottom, down) - top
        column = _lane_entries(left + columns + right, along) - left
        self.grid = np.zeros((along, down, batch, row.shape[1], column.shape[1], channels), pictures.dtype)
        nearest_row, nearest_column = row.clip(0, rows - 1), column.clip(0, columns - 1)
        self.copies = [
            CellCopy(
                pictures,
                nearest_row[below, :, np.newaxis] * columns + nearest_column[right_of],
                self.grid[right_of, below],
            )
            for right_of, below in np.ndindex(along, down)
        ]
        self.padding = [
            *(self.grid[:, lane, :, entry] for lane, entry in np.argwhere((row < 0) | (row >= rows))),
            *(self.grid[lane, :, :, :, entry] for lane, entry in np.argwhere((column < 0) | (column >= columns))),
        ]
        self.pictures = pictures
        self.rows, self.columns = np.arange(rows) + top, np.arange(columns) + left

    @cached_property
    def way_back(self) -> CellCopy:
        """The copy from the grid to the pictures; made when it is first wanted, which in inference is never."""
        along, down, batch, high, wide, channels = self.grid.shape
        row, column, sample = self.rows[:, np.newaxis], self.columns, np.arange(batch)[:, np.newaxis, np.newaxis]
        lane = (column % along) * down + row % down
        cells = ((lane * batch + sample) * high + row // down) * wide + column // along
        return CellCopy(self.grid.reshape(1, -1, channels), cells, self.pictures.reshape(1, -1, channels))

    def collect(self) -> None:
        """Read the pictures as they are now."""
        if self.copied:
            for copy in self.copies:
                copy()
            for edge in self.padding:
                edge.fill(self.padding_value)

    def deliver(self) -> None:
        """Write the pictures."""
        if self.copied:
            self.way_back()


def _lane_entries(length: int, lanes: int) -> Table:
    """The entries of an axis by lane, (lanes, entries); the last may lie behind the end."""
    return np.arange(-(-length // lanes)) * lanes + np.arange(lanes)[:, np.newaxis]
