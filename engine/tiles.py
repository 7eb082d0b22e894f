"""Arrays as pictures of one size, side by side: kernels by filter, outputs by channel, matrices in one piece."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Shape

Array = NDArray[np.floating]

MOST_SIDE = 192
"""Rows or columns of a picture; of a larger one each cell stands for a block."""
MOST_TILES = 256
"""Pictures of one array; of more, the first."""
MOST_VALUES = 200_000
"""Cells of all pictures of one array, likewise."""


@dataclass(frozen=True, eq=False)
class Tiles:
    """Pictures of one array: values (tiles, rows, columns), the first of `total`.

    Each cell shows of a `block` of rows and columns the value that is largest in size; `sides` is how many rows and
    columns there were. `axes` names what the tiles are numbered by, such as filters and channels, and how many there
    are of each.
    """

    values: Array
    total: int
    sides: tuple[int, int]
    block: tuple[int, int] = (1, 1)
    axes: tuple[tuple[str, int], ...] = ()

    @property
    def reach(self) -> float:
        """The largest size of a finite value."""
        return float(np.max(np.abs(self.values), initial=0.0, where=np.isfinite(self.values)))

    def index(self, tile: int) -> tuple[int, ...]:
        """Which along each of the axes a tile is."""
        return tuple(int(k) for k in np.unravel_index(tile, [count for _, count in self.axes])) if self.axes else ()

    def span(self, row: int, column: int) -> tuple[range, range]:
        """The rows and columns of the array for which a cell stands."""
        (high, wide), (rows, columns) = self.block, self.sides
        return range(row * high, min((row + 1) * high, rows)), range(column * wide, min((column + 1) * wide, columns))


def tiled(pictures: Array, axes: Sequence[tuple[str, int]] = ()) -> Tiles:
    """A copy of pictures (tiles, rows, columns), reduced where they are large or many."""
    total, rows, columns = pictures.shape
    block = (math.ceil(rows / MOST_SIDE), math.ceil(columns / MOST_SIDE))
    cells = math.ceil(rows / block[0]) * math.ceil(columns / block[1])
    shown = pictures[: max(1, min(MOST_TILES, MOST_VALUES // max(1, cells)))]
    return Tiles(_largest(shown, block), total, (rows, columns), block, tuple(axes))


def _largest(pictures: Array, block: tuple[int, int]) -> Array:
    """Of each block the value that is largest in size, with its sign; always a fresh array."""
    if block == (1, 1):
        return np.array(pictures, np.float32)
    count, rows, columns = pictures.shape
    (high, wide), down, across = block, -(-rows // block[0]), -(-columns // block[1])
    padded = np.zeros((count, down * high, across * wide), np.float32)
    padded[:, :rows, :columns] = pictures
    cells = padded.reshape(count, down, high, across, wide).swapaxes(2, 3).reshape(count, down, across, -1)
    places = np.abs(cells).argmax(axis=3)[..., np.newaxis]
    return np.take_along_axis(cells, places, axis=3)[..., 0]


def weight_tiles(array: Array, outputs_first: bool = False) -> Tiles:
    """An array of weights: a row, a matrix with one row an input, or one picture for each filter and channel.

    `outputs_first` says that of the last two axes that of the filters comes first, as in transposed and depthwise
    convolutions.
    """
    match array.ndim:
        case 1:
            return tiled(array[np.newaxis, np.newaxis])
        case 2:
            return tiled(array[np.newaxis])
        case 3:
            return tiled(array.transpose(2, 1, 0), (("filter", array.shape[2]),))
        case _:
            first, second = (2, 3) if outputs_first else (3, 2)
            pictures = array.transpose(first, second, 0, 1).reshape(-1, *array.shape[:2])
            return tiled(pictures, (("filter", array.shape[first]), ("channel", array.shape[second])))


def seen_tiles(kernel: Array, picture: Shape) -> Tiles:
    """The weights of each unit that looks at a picture (height, width, channels), as pictures."""
    units, (height, width, channels) = kernel.shape[1], picture
    pictures = kernel.T.reshape(units, height, width, channels).transpose(0, 3, 1, 2).reshape(-1, height, width)
    return tiled(pictures, (("unit", units), ("channel", channels)) if channels > 1 else (("unit", units),))


def output_tiles(output: Array) -> Tiles:
    """What leaves a layer for one sample: a picture for each channel, steps from left to right, or one row."""
    match output.ndim:
        case 1:
            return tiled(output[np.newaxis, np.newaxis])
        case 2:
            return tiled(output.T[np.newaxis])
        case _:
            channels = output.reshape(*output.shape[:2], -1).transpose(2, 0, 1)
            return tiled(channels, (("channel", len(channels)),))
