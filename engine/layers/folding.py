"""Pictures unfolded into their windows, and windows folded back into pictures: the two halves of every convolution.

Both work on slabs, some pictures at a time whose windows fit into a processor's cache; so the memory that windows take
does not grow with the batch. Pictures are (batch, rows, columns, channels); a sequence is a picture of one row.
Chellapilla, Puri and Simard 2006, "High performance convolutional neural networks for document processing".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import as_strided

from engine.layers.base import Array
from engine.layers.windows import Window, offsets

Blocks = tuple[tuple[Array, list[tuple[Array, Array]]], ...]
"""For each slab its blocks, and which part of the pictures each of them is added to."""

UNFOLDED_BYTES, FOLDED_BYTES = 200_000, 600_000
"""What the windows of a slab take at most, if it has more than one picture: parts of a usual second-level cache.
Measured: a product likes windows that were just copied, and adding up takes more calls a slab, so fewer slabs."""
SHORT_RUN = 16
"""Numbers side by side in a window from which on copying window by window beats copying one entry of all windows."""


def cut(pictures: Array, window: Window, limit: int) -> tuple[slice, ...]:
    """Slabs as stretches of the batch, each with as many pictures as have windows of that many bytes; at least one."""
    batch, rows, columns, channels = pictures.shape
    high, wide = window.counts(rows, columns)
    samples = max(1, limit // (high * wide * window.area * channels * pictures.itemsize))
    return tuple(slice(start, min(start + samples, batch)) for start in range(0, batch, samples))


def by_slab(rows: Array, slabs: tuple[slice, ...]) -> tuple[Array, ...]:
    """Rows (batch x places, n) as one array for each slab."""
    places = len(rows) // slabs[-1].stop
    return tuple(rows[slab.start * places : slab.stop * places] for slab in slabs)


class Patches:
    """The windows of one slab; `rows` is (windows, kernel area x channels) and lies in memory that all slabs share."""

    def __init__(self, pictures: Array, padded: Array | None, columns: Array, window: Window) -> None:
        self.pictures = pictures
        self.columns = columns
        self.rows = columns.reshape(-1, window.area * pictures.shape[-1])
        self.inner: Array | None = None
        if padded is not None:
            (top, _), (left, _) = window.margins(*pictures.shape[1:3])
            self.inner = padded[:, top : top + pictures.shape[1], left : left + pictures.shape[2]]
            pictures = padded
        sample, row, column, channel = pictures.strides
        (down, right), (below, beside) = window.strides, window.dilation
        steps = (sample, row * down, column * right, row * below, column * beside, channel)
        self.windows = as_strided(pictures, columns.shape, steps, writeable=False)

    def gather(self) -> None:
        """Copy the windows of the pictures as they are now."""
        if self.inner is not None:
            np.copyto(self.inner, self.pictures)
        np.copyto(self.columns, self.windows)


class Points:
    """Windows of one entry: the pictures themselves are the rows, and nothing is copied."""

    def __init__(self, pictures: Array) -> None:
        self.rows = pictures.reshape(-1, pictures.shape[-1])

    def gather(self) -> None:
        """Nothing to do."""


class Unfold:
    """The windows of a batch, (windows, kernel area x channels) slab by slab, and products with them."""

    def __init__(self, pictures: Array, window: Window) -> None:
        self.patches: tuple[Patches | Points, ...]
        if window.is_point:
            self.slabs: tuple[slice, ...] = (slice(0, len(pictures)),)
            self.patches = (Points(pictures),)
        else:
            self.slabs = cut(pictures, window, UNFOLDED_BYTES)
            self.patches = tuple(self._patches(pictures, window))
        self.present: Patches | Points | None = None
        """The slab whose windows stand in the shared memory."""

    def _patches(self, pictures: Array, window: Window) -> Iterator[Patches]:
        samples, (_, rows, columns, channels) = self.slabs[0].stop, pictures.shape
        counts, margins = window.counts(rows, columns), window.margins(rows, columns)
        run = channels * (window.size[1] if window.dilation[1] == 1 else 1)
        if run < SHORT_RUN:
            turned = np.empty((*window.size, channels, samples, *counts), pictures.dtype)
            buffer = turned.transpose(3, 4, 5, 0, 1, 2)
        else:
            buffer = np.empty((samples, *counts, *window.size, channels), pictures.dtype)
        padded = None
        if any(itertools.chain(*margins)):
            padded = np.zeros((samples, rows + sum(margins[0]), columns + sum(margins[1]), channels), pictures.dtype)
        for slab in self.slabs:
            count = slab.stop - slab.start
            yield Patches(pictures[slab], None if padded is None else padded[:count], buffer[:count], window)

    def forget(self) -> None:
        """The pictures have changed."""
        self.present = None

    def _rows(self, patches: Patches | Points) -> Array:
        if self.present is not patches:
            patches.gather()
            self.present = patches
        return patches.rows

    def times(self, matrix: Array, out: tuple[Array, ...]) -> None:
        """Every window times the matrix, into one array for each slab."""
        for patches, product in zip(self.patches, out, strict=True):
            self._rows(patches).dot(matrix, product)

    def transposed_times(self, rows: tuple[Array, ...], out: Array, work: Array) -> None:
        """The sum of every window's outer product with its row, given one array for each slab."""
        product = out
        # From the end: the last slab often stands there still.
        for patches, slab_rows in zip(reversed(self.patches), reversed(rows), strict=True):
            self._rows(patches).T.dot(slab_rows, product)
            if product is work:
                np.add(out, work, out)
            product = work


class Fold:
    """Pictures that are the sum of their windows: each is put where it lies, and what overlaps is added up.

    Windows come entry by entry, as blocks (kernel area, windows, channels): one batched product makes them, and long
    runs are added to the pictures.
    """

    def __init__(self, pictures: Array, window: Window) -> None:
        self.pictures = pictures
        self.adds = not window.is_point
        if window.is_point:
            self.slabs: tuple[slice, ...] = (slice(0, len(pictures)),)
            self.blocks: Blocks = ((pictures.reshape(1, -1, pictures.shape[-1]), []),)
        else:
            self.slabs = cut(pictures, window, FOLDED_BYTES)
            self.blocks = tuple(self._blocks(window))

    def _blocks(self, window: Window) -> Iterator[tuple[Array, list[tuple[Array, Array]]]]:
        _, rows, columns, channels = self.pictures.shape
        counts = window.counts(rows, columns)
        places = counts[0] * counts[1]
        shared = np.empty((window.area, self.slabs[0].stop * places, channels), self.pictures.dtype)
        entries = tuple(offsets(window, rows, columns))
        for slab in self.slabs:
            samples = slab.stop - slab.start
            blocks = shared[:, : samples * places]
            spread = blocks.reshape(*window.size, samples, *counts, channels)
            yield blocks, [(self.pictures[slab, *e.pictures], spread[e.row, e.column, :, *e.windows]) for e in entries]

    def fill(self, rows: tuple[Array, ...], matrices: Array) -> None:
        """Pictures of the windows that rows (windows, n) times (kernel area, n, channels) give, slab by slab."""
        if self.adds:
            self.pictures.fill(0)
        for slab_rows, (blocks, parts) in zip(rows, self.blocks, strict=True):
            np.matmul(slab_rows, matrices, out=blocks)
            for picture, block in parts:
                np.add(picture, block, picture)
