"""Pooling: what a window sees becomes one number, its largest or its mean; each channel for itself."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from engine.hyperparameters import WINDOW_SIZES, hyper
from engine.layers import fields
from engine.layers.base import Array, Kernel, Slot
from engine.layers.window_reductions import WindowMaxima, WindowSums
from engine.layers.windowed import Windowed, by_axis
from engine.layers.windows import Window, as_pictures
from engine.shapes import Shape


class PoolingKernel(Kernel):
    """One number for each window and channel of `source`."""

    def __init__(self, slot: Slot, shape: Shape, window: Window) -> None:
        self.window = window
        self.source = slot.inputs[0]
        self.output = np.empty((slot.batch, *shape), slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        # Cells that no window sees keep their 0.
        self.input_gradients = (np.zeros(self.source.shape, self.source.dtype),)


class MaxPoolingKernel(PoolingKernel):
    """The largest cell of each window."""

    def __init__(self, slot: Slot, shape: Shape, window: Window) -> None:
        super().__init__(slot, shape, window)
        self.maxima = WindowMaxima(as_pictures(self.source), as_pictures(self.output), window)

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        self.maxima.bind(as_pictures(output_gradient), as_pictures(self.input_gradients[0]))

    def forward(self) -> None:
        self.maxima.forward()

    def propagate(self) -> None:
        self.maxima.backward()


class AveragePoolingKernel(PoolingKernel):
    """The mean of each window over the cells that are no padding."""

    def __init__(self, slot: Slot, shape: Shape, window: Window) -> None:
        super().__init__(slot, shape, window)
        self.sums = self.sums_of(self.source, self.output)
        # What a cell counts in each window.
        ones, cells = np.ones_like(self.source[:1]), np.empty_like(self.output[:1])
        self.sums_of(ones, cells).add_up()
        self.weight = 1 / cells

    def sums_of(self, source: Array, sums: Array) -> WindowSums:
        """The sums of the windows of these pictures or sequences."""
        return WindowSums(as_pictures(source), as_pictures(sums), self.window)

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        self.shares = np.empty_like(output_gradient)
        self.way_back = self.sums_of(self.input_gradients[0], self.shares)

    def forward(self) -> None:
        self.sums.add_up()
        np.multiply(self.output, self.weight, self.output)

    def propagate(self) -> None:
        np.multiply(self.output_gradient, self.weight, self.shares)
        self.way_back.spread()


def strides_field() -> Any:
    """`strides`, which is the window's size where it is empty."""
    return hyper(
        None, label="Strides", help="How far the window moves each time. Empty: by its own size.", bounds=WINDOW_SIZES
    )


class Pooling(Windowed):
    """What all kinds of pooling share; `pooling` makes one number of each window."""

    pooling: ClassVar[type[PoolingKernel]]

    def output_shape(self, *shapes: Shape) -> Shape:
        return (*self.window_counts(shapes[0]), shapes[0][-1])

    def kernel(self, slot: Slot) -> Kernel:
        shape = slot.inputs[0].shape[1:]
        return self.pooling(slot, self.output_shape(shape), self.window_over(shape))

    def window_over(self, shape: Shape) -> Window:
        """The window on an input of this shape; what is far larger than the input does the same as what is not."""
        lengths = (1, *shape[:-1])[-2:]
        (high, down), (wide, along) = (
            (min(size, 2 * length), min(stride, length))
            for size, stride, length in zip(self.window.size, self.window.strides, lengths, strict=True)
        )
        return Window((high, wide), (down, along), self.window.padding)

    def working_values(self, *shapes: Shape) -> int:
        """The input and its gradient rearranged, what remains of each row and of each window, and a table of cells."""
        rows, columns = lengths = (1, *shapes[0][:-1])[-2:]
        window, channels = self.window_over(shapes[0]), shapes[0][-1]
        high, wide = (
            -(-(length + sum(margin)) // stride) * stride
            for length, margin, stride in zip(lengths, window.margins(rows, columns), window.strides, strict=True)
        )
        down, along = window.counts(rows, columns)
        return (2 * high * wide + 3 * high * along + 2 * down * along) * channels + 6 * rows * columns


class Pooling2D(Pooling):
    """What both kinds of pooling of pictures share."""

    symbols = {"W": "window there", "u v": "row and column within it"}

    pool_size: tuple[int, ...] = hyper(
        (2, 2),
        label="Pool size",
        help="Size of the window. One number counts for rows and columns.",
        bounds=WINDOW_SIZES,
        headline=True,
    )
    strides: tuple[int, ...] | None = strides_field()
    padding: str = fields.padding()

    @property
    def window(self) -> Window:
        return Window(by_axis(self.pool_size, 2), by_axis(self.strides or self.pool_size, 2), self.padding)


class Pooling1D(Pooling):
    """What both kinds of pooling of sequences share."""

    axes = 1
    symbols = {"i": "step", "W": "window there", "u": "step within it"}

    pool_size: int = hyper(2, label="Pool size", help="Length of the window.", bounds=WINDOW_SIZES, headline=True)
    strides: int | None = strides_field()
    padding: str = fields.padding()

    @property
    def window(self) -> Window:
        return Window((1, self.pool_size), (1, self.strides or self.pool_size), self.padding)


class MaxPooling2D(Pooling2D, name="MaxPooling2D"):
    label = "Max pooling 2D"
    summary = "Keeps the largest value of each window of a picture, channel by channel, and so makes it smaller."
    formula = r"a_{ij} = \max_{(u, v) \in W_{ij}} x_{uv}"
    pooling = MaxPoolingKernel
    passes_values = True


class AveragePooling2D(Pooling2D, name="AveragePooling2D"):
    label = "Average pooling 2D"
    summary = "Keeps the mean of each window of a picture, channel by channel, and so makes it smaller."
    formula = r"a_{ij} = \frac{1}{|W_{ij}|} \sum_{(u, v) \in W_{ij}} x_{uv}"
    pooling = AveragePoolingKernel


class MaxPooling1D(Pooling1D, name="MaxPooling1D"):
    label = "Max pooling 1D"
    summary = "Keeps the largest value of each window of a sequence, feature by feature, and so makes it shorter."
    formula = r"a_i = \max_{u \in W_i} x_u"
    pooling = MaxPoolingKernel
    passes_values = True


class AveragePooling1D(Pooling1D, name="AveragePooling1D"):
    label = "Average pooling 1D"
    summary = "Keeps the mean of each window of a sequence, feature by feature, and so makes it shorter."
    formula = r"a_i = \frac{1}{|W_i|} \sum_{u \in W_i} x_u"
    pooling = AveragePoolingKernel
