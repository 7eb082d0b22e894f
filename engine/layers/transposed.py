"""The transposed convolution, which makes pictures larger."""

from __future__ import annotations

import math

import numpy as np

from engine.activations import ActivationFunction
from engine.layers.activated import ActivatedKernel
from engine.layers.base import Array, Kernel, Slot, WeightSpec, kernel_and_bias
from engine.layers.convolution import Convolution, padded, windows_of_one
from engine.layers.folding import Fold, Unfold, by_slab
from engine.layers.ranks import require_picture
from engine.layers.windows import SAME, Window
from engine.shapes import Shape


class TransposedKernel(ActivatedKernel):
    """A convolution's way back run forward, and its way forward run back: the windows lie in the output."""

    def __init__(self, slot: Slot, shape: Shape, window: Window, activation: ActivationFunction) -> None:
        super().__init__(slot, shape, activation)
        self.window = window
        self.source = slot.inputs[0]
        channels = self.source.shape[-1]
        self.weight = slot.weights["kernel"].reshape(-1, channels)
        self.weight_gradient = slot.gradients["kernel"].reshape(-1, channels)
        self.rows = self.source.reshape(-1, channels)
        self.fold = Fold(self.z.reshape(self.output.shape), window)
        self.fold_rows = by_slab(self.rows, self.fold.slabs)
        self.transposed = self.weight.reshape(window.area, shape[-1], channels).transpose(0, 2, 1)
        self.matrices = np.empty(self.transposed.shape, slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        self.unfold = Unfold(self.delta.reshape(self.output.shape), self.window)
        self.unfold_rows = by_slab(self.rows, self.unfold.slabs)
        self.work = np.empty_like(self.weight_gradient)
        gradient = np.empty_like(self.source)
        self.row_gradients = by_slab(gradient.reshape(self.rows.shape), self.unfold.slabs)
        self.input_gradients = (gradient,)

    def forward(self) -> None:
        np.copyto(self.matrices, self.transposed)
        self.fold.fill(self.fold_rows, self.matrices)
        self.activate()

    def backward(self) -> None:
        self.differentiate()
        self.unfold.forget()
        self.unfold.transposed_times(self.unfold_rows, self.weight_gradient, self.work)

    def propagate(self) -> None:
        self.unfold.times(self.weight, self.row_gradients)


class Conv2DTranspose(Convolution, name="Conv2DTranspose"):
    """The adjoint of Conv2D; Dumoulin and Visin 2016, "A guide to convolution arithmetic", chapter 4.

    An axis of n entries becomes n s with padding same, and (n - 1) s + max(span, s) with padding valid, as in Keras.
    """

    label = "Transposed conv 2D"
    summary = "Paints a small pattern for every place of a picture: a convolution turned round, which makes it larger."
    formula = r"a_{ijc} = f\Big(\sum_{p,q,k} x_{pqk} W_{i-p,j-q,c,k} + b_c\Big)"
    symbols = {"p q": "row and column of the input"}

    def output_shape(self, *shapes: Shape) -> Shape:
        rows, columns, _ = require_picture(self, shapes[0])
        return self._length(rows, 0), self._length(columns, 1), self.filters

    def _length(self, length: int, axis: int) -> int:
        stride = self.window.strides[axis]
        if self.padding == SAME:
            return length * stride
        return (length - 1) * stride + max(self.window.spans[axis], stride)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        return kernel_and_bias(self, (*self.kernel_shape, self.filters, shapes[0][-1]), self.filters)

    def working_values(self, *shapes: Shape) -> int:
        painted = self.output_shape(*shapes)
        return math.prod(painted) + padded(self.window, painted)

    def shared_values(self, *shapes: Shape) -> int:
        return windows_of_one(self.window, self.output_shape(*shapes))

    def kernel(self, slot: Slot) -> Kernel:
        return TransposedKernel(slot, self.output_shape(slot.inputs[0].shape[1:]), self.window, self.activation)
