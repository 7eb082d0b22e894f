"""Convolutions of sequences and pictures: one small set of weights, used at every place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.activations import ActivationFunction
from engine.constraints import Constraint
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.activated import ActivatedKernel
from engine.layers.base import Array, Kernel, Slot, WeightSpec, kernel_and_bias
from engine.layers.folding import Fold, Unfold, by_slab
from engine.layers.windowed import Windowed, by_axis
from engine.layers.windows import Window, as_pictures
from engine.regularizers import Regularizer
from engine.shapes import Shape


class ConvolutionKernel(ActivatedKernel):
    """Every window as a row, times the kernel as a matrix; backwards each window's gradient, put where it came from."""

    def __init__(self, slot: Slot, shape: Shape, window: Window, activation: ActivationFunction) -> None:
        super().__init__(slot, shape, activation)
        self.window = window
        self.source = slot.inputs[0]
        self.weight = slot.weights["kernel"].reshape(-1, shape[-1])
        self.weight_gradient = slot.gradients["kernel"].reshape(self.weight.shape)
        self.unfold = Unfold(as_pictures(self.source), window)
        self.sums = by_slab(self.z, self.unfold.slabs)

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        gradient = np.empty_like(self.source)
        self.input_gradients = (gradient,)
        self.fold = Fold(as_pictures(gradient), self.window)
        self.unfold_deltas = by_slab(self.delta, self.unfold.slabs)
        self.fold_deltas = by_slab(self.delta, self.fold.slabs)
        self.work = np.empty_like(self.weight_gradient)
        by_entry = self.weight.reshape(self.window.area, gradient.shape[-1], -1)
        self.transposed = by_entry.transpose(0, 2, 1)
        self.matrices = np.empty(self.transposed.shape, gradient.dtype)

    def forward(self) -> None:
        self.unfold.forget()
        self.unfold.times(self.weight, self.sums)
        self.activate()

    def backward(self) -> None:
        self.differentiate()
        self.unfold.transposed_times(self.unfold_deltas, self.weight_gradient, self.work)

    def propagate(self) -> None:
        np.copyto(self.matrices, self.transposed)  # the batched product is faster on matrices in one piece
        self.fold.fill(self.fold_deltas, self.matrices)


def windows_of_one(window: Window, shape: Shape) -> int:
    """Numbers in the windows of one picture or sequence, unfolded and to be folded; a slab holds those of at least one.

    A slab of several takes little memory; and windows of one entry are not copied.
    """
    rows, columns = (1, *shape[:-1])[-2:]
    return 0 if window.is_point else 2 * math.prod(window.counts(rows, columns)) * window.area * shape[-1]


def padded(window: Window, shape: Shape) -> int:
    """Numbers in a copy of one picture or sequence with padding around it; 0 where none is added."""
    rows, columns = (1, *shape[:-1])[-2:]
    down, along = window.margins(rows, columns)
    return (rows + sum(down)) * (columns + sum(along)) * shape[-1] if any(down + along) else 0


class BaseConvolution(Windowed):
    """What all convolutions share: a window of weights, and an activation behind the sums."""

    activation_field = "activation"

    if TYPE_CHECKING:  # each kind declares them, in the order of its form
        kernel_size: tuple[int, ...]
        strides: tuple[int, ...]
        padding: str
        dilation_rate: tuple[int, ...]
        activation: ActivationFunction

    @property
    def window(self) -> Window:
        size, strides, dilation = (
            by_axis(numbers, self.axes) for numbers in (self.kernel_size, self.strides, self.dilation_rate)
        )
        return Window(size, strides, self.padding, dilation)

    @property
    def kernel_shape(self) -> Shape:
        """The window's size along each axis of the input."""
        return self.window.size[-self.axes :]


class Convolution(BaseConvolution):
    """The fields that convolutions of sequences, of pictures and transposed ones have alike."""

    filters: int = fields.filters()
    kernel_size: tuple[int, ...] = fields.kernel_size((3, 3))
    strides: tuple[int, ...] = fields.strides((1, 1))
    padding: str = fields.padding()
    dilation_rate: tuple[int, ...] = fields.dilation_rate((1, 1))
    activation: ActivationFunction = fields.activation()
    use_bias: bool = fields.use_bias()
    kernel_initializer: Initializer = fields.initializer()
    bias_initializer: Initializer = fields.bias_initializer()
    kernel_regularizer: Regularizer = fields.regularizer()
    kernel_constraint: Constraint = fields.constraint()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return (*self.window_counts(shapes[0]), self.filters)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        return kernel_and_bias(self, (*self.kernel_shape, shapes[0][-1], self.filters), self.filters)

    def working_values(self, *shapes: Shape) -> int:
        return super().working_values(*shapes) + padded(self.window, shapes[0])

    def shared_values(self, *shapes: Shape) -> int:
        return windows_of_one(self.window, shapes[0])

    def kernel(self, slot: Slot) -> Kernel:
        return ConvolutionKernel(slot, self.output_shape(slot.inputs[0].shape[1:]), self.window, self.activation)


class Conv1D(Convolution, name="Conv1D"):
    """The sum over u and k of x[t s + u d, k] w[u, k, c]; Goodfellow et al. 2016, section 9.5.

    With causal padding no sum sees a later step than its own; it is then over x[t s + (u - U + 1) d, k] for a kernel of
    U entries (van den Oord et al. 2016, "WaveNet", section 2.1).
    """

    label = "Convolution 1D"
    summary = "Looks for short patterns everywhere in a sequence, with the same few weights at every step."
    formula = r"a_{tc} = f\Big(\sum_{u,k} x_{t+u,k} W_{ukc} + b_c\Big)"
    symbols = {"u": "step within the window"}
    axes = 1

    kernel_size: tuple[int, ...] = fields.kernel_size((3,))
    strides: tuple[int, ...] = fields.strides((1,))
    padding: str = fields.sequence_padding()
    dilation_rate: tuple[int, ...] = fields.dilation_rate((1,))


class Conv2D(Convolution, name="Conv2D"):
    """The sum over u, v and k of x[i s + u d, j s + v d, k] w[u, v, k, c]; Goodfellow et al. 2016, section 9.5."""

    label = "Convolution 2D"
    summary = "Looks for small patterns everywhere in a picture, with the same few weights at every place."
    formula = r"a_{ijc} = f\Big(\sum_{u,v,k} x_{i+u,j+v,k} W_{uvkc} + b_c\Big)"
