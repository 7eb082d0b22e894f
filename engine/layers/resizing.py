"""Layers that make pictures larger: more cells of the same picture, or a frame of zeros."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.errors import Message
from engine.hyperparameters import AT_LEAST_ONE, NON_NEGATIVE, hyper
from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.layers.ranks import require_picture
from engine.layers.window_reductions import WindowSums
from engine.layers.windowed import by_axis, too_many_numbers
from engine.layers.windows import Pair, Window
from engine.shapes import Shape, shape_text

NEAREST, BILINEAR = "nearest", "bilinear"


class NearestKernel(Kernel):
    """Each cell fills a window of its own; backwards it receives the sum of that window."""

    def __init__(self, slot: Slot, shape: Shape, size: Pair) -> None:
        self.window = Window(size, size)
        self.source = slot.inputs[0]
        self.output = np.empty((slot.batch, *shape), slot.dtype)
        self.cells = WindowSums(self.output, self.source, self.window)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty(self.source.shape, self.source.dtype),)
        self.sums = WindowSums(output_gradient, self.input_gradients[0], self.window)

    def forward(self) -> None:
        self.cells.spread()

    def propagate(self) -> None:
        self.sums.add_up()


def interpolation(length: int, factor: int) -> Array:
    """The matrix (factor x length, length) that interpolates linearly along an axis.

    Cells are squares and values stand at their centres, as in TensorFlow and in PyTorch with align_corners off; beyond
    the outermost centres the value stays.
    """
    centres = ((np.arange(length * factor) + 0.5) / factor - 0.5).clip(0, length - 1)
    below = centres.astype(int)
    above = np.minimum(below + 1, length - 1)
    matrix, entries = np.zeros((length * factor, length)), np.arange(length * factor)
    matrix[entries, below] = 1 - (centres - below)
    matrix[entries, above] += centres - below
    return matrix


class BilinearKernel(Kernel):
    """Linear interpolation down the rows and then along the columns, each a matrix product."""

    def __init__(self, slot: Slot, shape: Shape, size: Pair) -> None:
        source = slot.inputs[0]
        batch, rows, columns, channels = source.shape
        self.down = interpolation(rows, size[0]).astype(slot.dtype)
        self.along = interpolation(columns, size[1]).astype(slot.dtype)
        self.source_shape = source.shape
        self.source_rows = source.reshape(batch, rows, columns * channels)
        self.tall = np.empty((batch, shape[0], columns * channels), slot.dtype)
        self.tall_columns = self.tall.reshape(batch * shape[0], columns, channels)
        self.output = np.empty((batch, *shape), slot.dtype)
        self.output_columns = self.output.reshape(batch * shape[0], shape[1], channels)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.gradient = output_gradient.reshape(self.output_columns.shape)
        self.rows_gradient = np.empty_like(self.source_rows)
        self.input_gradients = (self.rows_gradient.reshape(self.source_shape),)

    def forward(self) -> None:
        np.matmul(self.down, self.source_rows, out=self.tall)
        np.matmul(self.along, self.tall_columns, out=self.output_columns)

    def propagate(self) -> None:
        np.matmul(self.along.T, self.gradient, out=self.tall_columns)
        np.matmul(self.down.T, self.tall, out=self.rows_gradient)


class UpSampling2D(Layer, name="UpSampling2D"):
    label = "Upsampling 2D"
    summary = "Makes a picture larger by a whole factor: repeats its cells, or interpolates between them."
    formula = r"a_{ij} = x_{\lfloor i / s \rfloor \lfloor j / t \rfloor}"
    symbols = {"s t": "size for rows and columns"}
    category = Category.CONVOLUTION

    size: tuple[int, ...] = hyper(
        (2, 2),
        label="Size",
        help="How many times as large. One number counts for rows and columns.",
        bounds=AT_LEAST_ONE,
        headline=True,
    )
    interpolation: str = hyper(
        NEAREST,
        label="Interpolation",
        help="nearest repeats each cell; bilinear goes in straight lines from one to the next.",
        choices=(NEAREST, BILINEAR),
    )

    def conflicts(self) -> Iterator[Message]:
        return too_many_numbers(self, 2)

    def output_shape(self, *shapes: Shape) -> Shape:
        rows, columns, channels = require_picture(self, shapes[0])
        down, along = by_axis(self.size, 2)
        return rows * down, columns * along, channels

    def kernel(self, slot: Slot) -> Kernel:
        kind = BilinearKernel if self.interpolation == BILINEAR else NearestKernel
        return kind(slot, self.output_shape(slot.inputs[0].shape[1:]), by_axis(self.size, 2))


class ZeroPaddingKernel(Kernel):
    """The input in the middle of zeros; backwards what lies in the middle."""

    def __init__(self, slot: Slot, shape: Shape, top: int, left: int) -> None:
        self.source = slot.inputs[0]
        _, rows, columns, _ = self.source.shape
        self.output = np.zeros((slot.batch, *shape), slot.dtype)
        self.middle = (slice(None), slice(top, top + rows), slice(left, left + columns))
        self.inner = self.output[self.middle]

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.inner_gradient = output_gradient[self.middle]
        self.input_gradients = (np.empty_like(self.source),)

    def forward(self) -> None:
        np.copyto(self.inner, self.source)

    def propagate(self) -> None:
        # Copied, for other kernels need their arrays in one piece.
        np.copyto(self.input_gradients[0], self.inner_gradient)


class ZeroPadding2D(Layer, name="ZeroPadding2D"):
    label = "Zero padding 2D"
    summary = "Puts a frame of zeros around a picture."
    formula = r"a_{ij} = x_{i - t,\, j - l}"
    symbols = {"t l": "zeros above and on the left"}
    category = Category.CONVOLUTION
    passes_values = True

    padding: tuple[int, ...] = hyper(
        (1,),
        label="Padding",
        help="Width of the frame: one number for all sides, or four for top, bottom, left and right.",
        bounds=NON_NEGATIVE,
        headline=True,
    )

    def conflicts(self) -> Iterator[Message]:
        if len(self.padding) not in (1, 4):
            yield Message(
                "{label} takes one number, or four for top, bottom, left and right. Received: {value}.",
                label=Message("Padding"), value=shape_text(self.padding),
            )  # fmt: skip

    @property
    def sides(self) -> tuple[int, ...]:
        """Top, bottom, left and right."""
        return self.padding if len(self.padding) == 4 else self.padding * 4

    def output_shape(self, *shapes: Shape) -> Shape:
        rows, columns, channels = require_picture(self, shapes[0])
        top, bottom, left, right = self.sides
        return rows + top + bottom, columns + left + right, channels

    def kernel(self, slot: Slot) -> Kernel:
        top, _, left, _ = self.sides
        return ZeroPaddingKernel(slot, self.output_shape(slot.inputs[0].shape[1:]), top, left)
