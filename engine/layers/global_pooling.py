"""Pooling over the whole picture or sequence: one number remains of each channel."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.layers.ranks import require_axes
from engine.shapes import Shape


def as_cells(array: Array) -> Array:
    """The same array as (batch, cells, channels), whether pictures or sequences."""
    return array.reshape(len(array), -1, array.shape[-1])


class GlobalAverageKernel(Kernel):
    """The mean over all cells as a matrix product, which is faster than a sum along a middle axis."""

    def __init__(self, slot: Slot) -> None:
        self.source = slot.inputs[0]
        self.cells = as_cells(self.source)
        self.weight = np.array(1 / self.cells.shape[1], slot.dtype)
        self.weights = np.full((1, self.cells.shape[1]), self.weight)
        self.output = np.empty((slot.batch, self.source.shape[-1]), slot.dtype)
        self.means = self.output[:, np.newaxis]

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.gradient = output_gradient[:, np.newaxis]
        self.cells_gradient = np.empty_like(self.cells)
        self.input_gradients = (self.cells_gradient.reshape(self.source.shape),)

    def forward(self) -> None:
        np.matmul(self.weights, self.cells, out=self.means)

    def propagate(self) -> None:
        np.multiply(self.gradient, self.weight, out=self.cells_gradient)


class GlobalMaxKernel(Kernel):
    """The largest cell of each channel; the first of them takes the gradient, as in PyTorch."""

    def __init__(self, slot: Slot) -> None:
        self.source = slot.inputs[0]
        batch, cells, channels = as_cells(self.source).shape
        self.turned = as_cells(self.source).transpose(0, 2, 1)
        self.channels = np.empty((batch, channels, cells), slot.dtype)
        self.starts = np.arange(0, batch * channels * cells, cells).reshape(batch, channels)
        self.largest = np.empty((batch, channels), np.intp)
        self.output = np.empty((batch, channels), slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        gradient = np.zeros_like(self.source)
        batch, cells, channels = as_cells(gradient).shape
        self.flat_gradient = gradient.reshape(-1)
        # Where the first cell of each channel stands in the source.
        self.first = np.arange(batch)[:, np.newaxis] * (cells * channels) + np.arange(channels)
        self.places = self.first.copy()
        self.input_gradients = (gradient,)

    def forward(self) -> None:
        # Channels first, the search runs along the memory.
        np.copyto(self.channels, self.turned)
        self.channels.argmax(axis=2, out=self.largest)
        np.add(self.largest, self.starts, out=self.largest)
        self.channels.take(self.largest, out=self.output, mode="clip")

    def propagate(self) -> None:
        self.flat_gradient.put(self.places, 0.0)
        np.subtract(self.largest, self.starts, out=self.places)
        np.multiply(self.places, self.output.shape[1], out=self.places)
        np.add(self.places, self.first, out=self.places)
        self.flat_gradient.put(self.places, self.output_gradient)


class GlobalPooling(Layer):
    """What all kinds of it share; `axes` is 1 for sequences and 2 for pictures, `pooling` what makes the number."""

    category = Category.CONVOLUTION
    axes: ClassVar[int]
    pooling: ClassVar[type[GlobalAverageKernel | GlobalMaxKernel]]

    def output_shape(self, *shapes: Shape) -> Shape:
        require_axes(self, shapes[0], self.axes)
        return shapes[0][-1:]

    def kernel(self, slot: Slot) -> Kernel:
        return self.pooling(slot)


class GlobalAveragePooling2D(GlobalPooling, name="GlobalAveragePooling2D"):
    """Lin, Chen and Yan 2014, "Network in network", section 3.2."""

    label = "Global average 2D"
    summary = "Keeps the mean of each channel of a picture."
    formula = r"a = \frac{1}{H W} \sum_{u, v} x_{uv}"
    symbols = {"H W": "how many rows and columns there are", "u v": "row and column"}
    axes = 2
    pooling = GlobalAverageKernel


class GlobalMaxPooling2D(GlobalPooling, name="GlobalMaxPooling2D"):
    label = "Global max 2D"
    summary = "Keeps the largest value of each channel of a picture."
    formula = r"a = \max_{u, v} x_{uv}"
    symbols = {"u v": "row and column"}
    axes = 2
    pooling = GlobalMaxKernel
    passes_values = True


class GlobalAveragePooling1D(GlobalPooling, name="GlobalAveragePooling1D"):
    label = "Global average 1D"
    summary = "Keeps the mean of each feature of a sequence."
    formula = r"a = \frac{1}{T} \sum_t x_t"
    symbols = {"T": "how many steps there are"}
    axes = 1
    pooling = GlobalAverageKernel


class GlobalMaxPooling1D(GlobalPooling, name="GlobalMaxPooling1D"):
    label = "Global max 1D"
    summary = "Keeps the largest value of each feature of a sequence."
    formula = r"a = \max_t x_t"
    axes = 1
    pooling = GlobalMaxKernel
    passes_values = True
