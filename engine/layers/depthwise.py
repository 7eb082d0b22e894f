"""Convolutions that keep channels apart: depthwise, and separable with a mix of channels behind it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np

from engine.activations import ActivationFunction
from engine.constraints import Constraint
from engine.hyperparameters import hyper
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.activated import ActivatedKernel
from engine.layers.base import Array, Kernel, Slot, WeightSpec, bias_specs, weight_spec
from engine.layers.convolution import BaseConvolution
from engine.layers.core import DenseKernel
from engine.layers.windows import Offset, Window, offsets
from engine.regularizers import Regularizer
from engine.shapes import Shape

SLAB_BYTES = 200_000
"""What the sums of some pictures take at most, if those are more than one: with what they are made of, they stay in a
usual second-level cache."""


class ChannelSums:
    """The sums of a depthwise convolution: each channel has its own windows, and `multiplier` kernels of its own.

    With one number a window and channel a matrix product has little to do, so one entry of the window after the other
    is multiplied and added, over as many pictures at a time as the cache holds. Channels are first repeated where each
    has several kernels.
    """

    def __init__(self, source: Array, window: Window, weight: Array, weight_gradient: Array, sums: Array) -> None:
        channels, self.multiplier = weight.shape[2:]
        depth = channels * self.multiplier
        self.source, self.sums = source, sums
        self.repeated = source if self.multiplier == 1 else np.empty((*source.shape[:-1], depth), source.dtype)
        self.weight = weight.reshape(*window.size, 1, depth)
        self.weight_gradient = weight_gradient.reshape(*window.size, depth)
        # NumPy multiplies few channels slowly, so the weights are repeated along the windows of one row.
        self.wide = np.empty((*window.size, sums.shape[2], depth), source.dtype)
        self.pieces = tuple(self._pieces(window))
        self.forward_parts = tuple(
            (self.repeated[slab, *entry.pictures], self.wide[entry.row, entry.column, entry.windows[1]], product,
             sums[slab, *entry.windows])
            for slab, entry, product in self.pieces
        )  # fmt: skip

    def _pieces(self, window: Window) -> Iterator[tuple[slice, Offset, Array]]:
        """Some pictures and an entry of the window each, and room for what they give, in memory that all share."""
        samples = max(1, SLAB_BYTES // self.sums[0].nbytes)
        work = np.empty(self.sums[:samples].size, self.sums.dtype)
        entries = tuple(offsets(window, *self.source.shape[1:3]))
        for start in range(0, len(self.sums), samples):
            slab = slice(start, start + samples)
            for entry in entries:
                part = self.sums[slab, *entry.windows]
                yield slab, entry, work[: part.size].reshape(part.shape)

    def bind(self, delta: Array) -> None:
        """Take dL/d(sums), (batch, rows, columns, depth)."""
        self.gradient = np.empty_like(self.source)
        self.repeated_gradient = self.gradient if self.multiplier == 1 else np.empty_like(self.repeated)
        depth = delta.shape[-1]
        ones = np.ones(max((product.size // depth for _, _, product in self.pieces), default=0), delta.dtype)
        self.share = np.empty(depth, delta.dtype)
        self.weight_parts, self.gradient_parts = [], []
        for (slab, entry, product), (part, wide, _, _) in zip(self.pieces, self.forward_parts, strict=True):
            slopes = delta[slab, *entry.windows]
            rows = product.reshape(-1, depth)
            gradient = self.weight_gradient[entry.row, entry.column]
            self.weight_parts.append((part, slopes, product, ones[: len(rows)], rows, gradient))
            self.gradient_parts.append((slopes, wide, product, self.repeated_gradient[slab, *entry.pictures]))

    def forward(self) -> None:
        """Fill `sums`."""
        if self.multiplier > 1:
            np.copyto(self._by_channel(self.repeated), self.source[..., np.newaxis])
        np.copyto(self.wide, self.weight)
        self.sums.fill(0)
        for part, wide, product, sums in self.forward_parts:
            np.multiply(part, wide, product)
            np.add(sums, product, sums)

    def backward(self) -> None:
        """Fill the weights' gradient."""
        self.weight_gradient.fill(0)
        for part, slopes, product, ones, rows, gradient in self.weight_parts:
            np.multiply(part, slopes, product)
            ones.dot(rows, self.share)
            np.add(gradient, self.share, gradient)

    def propagate(self) -> None:
        """Fill `gradient`, that of the source."""
        self.repeated_gradient.fill(0)
        for slopes, wide, product, gradient in self.gradient_parts:
            np.multiply(slopes, wide, product)
            np.add(gradient, product, gradient)
        if self.multiplier > 1:
            copies = self._by_channel(self.repeated_gradient)
            np.add(copies[..., 0], copies[..., 1], self.gradient)
            for copy in range(2, self.multiplier):
                np.add(self.gradient, copies[..., copy], self.gradient)

    def _by_channel(self, pictures: Array) -> Array:
        return pictures.reshape(*pictures.shape[:-1], -1, self.multiplier)


def channel_values(multiplier: int, shape: Shape, counts: Shape) -> int:
    """Numbers for one picture that `ChannelSums` holds: products, and the picture and its gradient repeated."""
    channels = shape[-1] * multiplier
    repeated = 2 * math.prod(shape[:-1]) * channels if multiplier > 1 else 0
    return math.prod(counts) * (channels + 1) + repeated


class DepthwiseKernel(ActivatedKernel):
    """a = f(z + b) of each channel's own sums."""

    def __init__(self, slot: Slot, shape: Shape, window: Window, activation: ActivationFunction) -> None:
        super().__init__(slot, shape, activation)
        weight, gradient = slot.weights["kernel"], slot.gradients["kernel"]
        self.sums = ChannelSums(slot.inputs[0], window, weight, gradient, self.z.reshape(self.output.shape))

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        self.sums.bind(self.delta.reshape(self.output.shape))
        self.input_gradients = (self.sums.gradient,)

    def forward(self) -> None:
        self.sums.forward()
        self.activate()

    def backward(self) -> None:
        self.differentiate()
        self.sums.backward()

    def propagate(self) -> None:
        self.sums.propagate()


class SeparableKernel(Kernel):
    """Each channel's own sums, and a Dense layer over the channels of every place."""

    def __init__(self, slot: Slot, shape: Shape, window: Window, activation: ActivationFunction) -> None:
        weight, gradient = slot.weights["depthwise_kernel"], slot.gradients["depthwise_kernel"]
        depth = weight.shape[2] * weight.shape[3]
        self.depthwise = np.empty((slot.batch, *shape[:-1], depth), slot.dtype)
        self.sums = ChannelSums(slot.inputs[0], window, weight, gradient, self.depthwise)
        weights, gradients = self._as_dense(slot.weights), self._as_dense(slot.gradients)
        behind = Slot((self.depthwise,), weights, gradients, slot.rng, slot.fused)
        self.pointwise = DenseKernel(behind, shape[-1], activation)
        self.output, self.logits = self.pointwise.output, self.pointwise.logits

    @staticmethod
    def _as_dense(arrays: Mapping[str, Array]) -> dict[str, Array]:
        """The pointwise arrays with the names and shapes that Dense has."""
        pointwise = arrays["pointwise_kernel"]
        dense = {"kernel": pointwise.reshape(pointwise.shape[2:])}
        return dense | {"bias": arrays["bias"]} if "bias" in arrays else dense

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.pointwise.bind(output_gradient)
        self.sums.bind(self.pointwise.input_gradients[0])
        self.input_gradients = (self.sums.gradient,)

    def forward(self) -> None:
        self.sums.forward()
        self.pointwise.forward()

    def backward(self) -> None:
        self.pointwise.backward()
        self.pointwise.propagate()
        self.sums.backward()

    def propagate(self) -> None:
        self.sums.propagate()


class DepthwiseConv2D(BaseConvolution, name="DepthwiseConv2D"):
    """The sum over u and v of x[i s + u d, j s + v d, k] w[u, v, k, m]; Chollet 2017, "Xception", section 2."""

    label = "Depthwise conv 2D"
    summary = "Looks for small patterns in each channel by itself, without mixing channels."
    formula = r"a_{ijkm} = f\Big(\sum_{u,v} x_{i+u,j+v,k} W_{uvkm} + b_{km}\Big)"

    kernel_size: tuple[int, ...] = fields.kernel_size((3, 3))
    strides: tuple[int, ...] = fields.strides((1, 1))
    padding: str = fields.padding()
    dilation_rate: tuple[int, ...] = fields.dilation_rate((1, 1))
    depth_multiplier: int = fields.depth_multiplier()
    activation: ActivationFunction = fields.activation()
    use_bias: bool = fields.use_bias()
    depthwise_initializer: Initializer = fields.initializer()
    bias_initializer: Initializer = fields.bias_initializer()
    depthwise_regularizer: Regularizer = fields.regularizer()
    depthwise_constraint: Constraint = fields.constraint()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return (*self.window_counts(shapes[0]), shapes[0][-1] * self.depth_multiplier)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        channels = shapes[0][-1]
        kernel = weight_spec(self, "kernel", (*self.kernel_shape, channels, self.depth_multiplier), role="depthwise")
        return (kernel, *bias_specs(self, channels * self.depth_multiplier))

    def working_values(self, *shapes: Shape) -> int:
        sums = channel_values(self.depth_multiplier, shapes[0], self.window_counts(shapes[0]))
        return super().working_values(*shapes) + sums

    def kernel(self, slot: Slot) -> Kernel:
        return DepthwiseKernel(slot, self.output_shape(slot.inputs[0].shape[1:]), self.window, self.activation)


class SeparableConv2D(BaseConvolution, name="SeparableConv2D"):
    """DepthwiseConv2D without bias, then Conv2D of kernel size 1; Chollet 2017, "Xception", section 2."""

    label = "Separable conv 2D"
    summary = "Looks for patterns in each channel first and mixes the channels then: a convolution with fewer weights."
    formula = r"a_{ijc} = f\Big(\sum_{k,m} P_{kmc} \sum_{u,v} x_{i+u,j+v,k} D_{uvkm} + b_c\Big)"
    symbols = {"D": "weights of each channel", "P": "weights that mix the channels"}

    filters: int = fields.filters()
    kernel_size: tuple[int, ...] = fields.kernel_size((3, 3))
    strides: tuple[int, ...] = fields.strides((1, 1))
    padding: str = fields.padding()
    dilation_rate: tuple[int, ...] = fields.dilation_rate((1, 1))
    depth_multiplier: int = fields.depth_multiplier()
    activation: ActivationFunction = fields.activation()
    use_bias: bool = fields.use_bias()
    depthwise_initializer: Initializer = hyper(
        "glorot_uniform", label="Depthwise initializer", help="How the weights within a channel begin."
    )
    pointwise_initializer: Initializer = hyper(
        "glorot_uniform", label="Pointwise initializer", help="How the weights between channels begin."
    )
    bias_initializer: Initializer = fields.bias_initializer()
    depthwise_regularizer: Regularizer = hyper(
        "none", label="Depthwise regularizer", help="What large weights within a channel cost beside the data."
    )
    pointwise_regularizer: Regularizer = hyper(
        "none", label="Pointwise regularizer", help="What large weights between channels cost beside the data."
    )
    depthwise_constraint: Constraint = hyper(
        "none", label="Depthwise constraint", help="What the weights within a channel may be after a step."
    )
    pointwise_constraint: Constraint = hyper(
        "none", label="Pointwise constraint", help="What the weights between channels may be after a step."
    )
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return (*self.window_counts(shapes[0]), self.filters)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        channels = shapes[0][-1]
        within, between = (channels, self.depth_multiplier), (channels * self.depth_multiplier, self.filters)
        depthwise = weight_spec(self, "depthwise_kernel", (*self.kernel_shape, *within), role="depthwise")
        pointwise = weight_spec(self, "pointwise_kernel", (1, 1, *between), role="pointwise")
        return (depthwise, pointwise, *bias_specs(self, self.filters))

    def working_values(self, *shapes: Shape) -> int:
        counts = self.window_counts(shapes[0])
        between = math.prod(counts) * shapes[0][-1] * self.depth_multiplier
        sums = channel_values(self.depth_multiplier, shapes[0], counts)
        return super().working_values(*shapes) + 2 * between + sums

    def kernel(self, slot: Slot) -> Kernel:
        return SeparableKernel(slot, self.output_shape(slot.inputs[0].shape[1:]), self.window, self.activation)
