"""The sums and the largest cells of windows over pictures, and how gradients flow back.

A window is taken in two steps, which is less work than one: first the part of it in each row, then those parts.
"""

from __future__ import annotations

import numpy as np

from engine.layers.base import Array
from engine.layers.lanes import CellCopy, Lanes
from engine.layers.windows import Window

Places = tuple[Array, ...]
"""What all windows hold at each of their places, as views of one shape."""


def rows_between(lanes: Lanes, reduced: Array) -> Array:
    """An array for what remains of each row: (row lanes, batch, rows, windows along, channels)."""
    return np.zeros((*lanes.grid.shape[1:4], *reduced.shape[2:]), reduced.dtype)


def along_places(grid: Array, size: int, count: int) -> Places:
    """The places of the windows along the columns of a grid."""
    lanes = len(grid)
    return tuple(grid[place % lanes, ..., place // lanes : place // lanes + count, :] for place in range(size))


def down_places(between: Array, size: int, count: int) -> Places:
    """The places of the windows down the rows of what is between."""
    lanes = len(between)
    return tuple(between[place % lanes, :, place // lanes : place // lanes + count] for place in range(size))


def repeated(sums: Array, pictures: Array, window: Window) -> CellCopy:
    """The copy that fills each window of the pictures with its one cell, where windows lie side by side."""
    row, column = (np.arange(length) // size for length, size in zip(pictures.shape[1:3], window.size, strict=True))
    return CellCopy(sums, row[:, np.newaxis] * sums.shape[2] + column, pictures)


class Sum:
    """The sum of all places, and the way back; `overlap` says whether the places share memory."""

    def __init__(self, places: Places, total: Array, overlap: bool) -> None:
        self.places = places
        self.total = total
        self.overlap = overlap

    def add_up(self) -> None:
        """Fill the total."""
        first, *others = self.places
        if not others:
            np.copyto(self.total, first)
        for place in others:
            np.add(first, place, out=self.total)
            first = self.total

    def spread(self) -> None:
        """Give the total to every place; places that overlap add it to what they hold, which is 0 at first."""
        if self.overlap:
            for place in self.places:
                np.add(place, self.total, out=place)
        else:
            for place in self.places:
                np.copyto(place, self.total)


class Maximum:
    """The largest of all places; the first of those that are equal takes the gradient."""

    def __init__(self, places: Places, largest: Array) -> None:
        self.places = places
        self.largest = largest

    def bind(self, gradient: Array, targets: Places, overlap: bool) -> None:
        """Take the gradient of `largest`, which is given, and those of the places, which add up where they overlap."""
        self.gradient = gradient
        self.targets = targets
        self.overlap = overlap
        self.is_largest = np.empty(gradient.shape, bool)
        self.shares = (np.empty_like(gradient),) * len(targets) if overlap else targets
        self.rest = np.empty_like(gradient) if overlap else targets[-1]

    def forward(self) -> None:
        first, *others = self.places
        if not others:
            np.copyto(self.largest, first)
        for place in others:
            np.maximum(first, place, out=self.largest)
            first = self.largest

    def backward(self) -> None:
        """What a place does not take remains for those behind it, and in the end for the last."""
        rest = self.gradient
        for place, share, target in zip(self.places[:-1], self.shares, self.targets, strict=False):
            np.equal(place, self.largest, out=self.is_largest)
            np.copyto(share, self.is_largest)  # as 0 and 1: a product with truth values would be cast piece by piece
            np.multiply(rest, share, out=share)
            np.subtract(rest, share, out=self.rest)
            rest = self.rest
            if self.overlap:
                np.add(target, share, out=target)
        last = self.targets[-1]
        if self.overlap:
            np.add(last, rest, out=last)
        elif rest is not last:
            np.copyto(last, rest)


class WindowSums:
    """The sums of all windows of pictures, (batch, rows, columns, channels), and the way back."""

    def __init__(self, pictures: Array, sums: Array, window: Window) -> None:
        (high, wide), (down, along) = window.size, window.strides
        self.lanes = Lanes(pictures, window)
        self.between = rows_between(self.lanes, sums)
        self.columns = Sum(along_places(self.lanes.grid, wide, sums.shape[2]), self.between, wide > along)
        self.rows = Sum(down_places(self.between, high, sums.shape[1]), sums, high > down)
        self.repeat = repeated(sums, pictures, window) if window.tiles(*pictures.shape[1:3]) else None

    def add_up(self) -> None:
        """Fill `sums` from `pictures`."""
        self.lanes.collect()
        self.columns.add_up()
        self.rows.add_up()

    def spread(self) -> None:
        """Fill `pictures` from `sums`: each cell receives the sum of the windows that hold it."""
        if self.repeat is not None:
            self.repeat()
            return
        if self.rows.overlap:
            self.between.fill(0)
        self.rows.spread()
        if self.columns.overlap:
            self.lanes.grid.fill(0)
        self.columns.spread()
        self.lanes.deliver()


class WindowMaxima:
    """The largest cells of all windows of pictures.

    The first cell, row by row, of those that are equal takes a window's gradient, as in PyTorch.
    """

    def __init__(self, pictures: Array, largest: Array, window: Window) -> None:
        self.window = window
        self.lanes = Lanes(pictures, window, -np.inf)
        self.between = rows_between(self.lanes, largest)
        self.columns = Maximum(along_places(self.lanes.grid, window.size[1], largest.shape[2]), self.between)
        self.rows = Maximum(down_places(self.between, window.size[0], largest.shape[1]), largest)

    def bind(self, gradient: Array, pictures_gradient: Array) -> None:
        """Take the arrays of the gradients of `largest`, which is given, and of `pictures`."""
        (high, wide), (down, along) = self.window.size, self.window.strides
        self.targets = Lanes(pictures_gradient, self.window)
        self.between_gradient = np.zeros_like(self.between)
        self.rows.bind(gradient, down_places(self.between_gradient, high, gradient.shape[1]), high > down)
        self.columns.bind(self.between_gradient, along_places(self.targets.grid, wide, gradient.shape[2]), wide > along)

    def forward(self) -> None:
        self.lanes.collect()
        self.columns.forward()
        self.rows.forward()

    def backward(self) -> None:
        if self.rows.overlap:
            self.between_gradient.fill(0)
        self.rows.backward()
        if self.columns.overlap:
            self.targets.grid.fill(0)
        self.columns.backward()
        self.targets.deliver()
