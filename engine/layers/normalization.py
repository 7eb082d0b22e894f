"""Layers that bring what flows through them to mean 0 and variance 1, and then to a learned mean and spread."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.arithmetic import ZERO
from engine.hyperparameters import FRACTION, POSITIVE, hyper
from engine.initializers import Ones, Zeros
from engine.layers import fields
from engine.layers.base import Array, Category, Kernel, Layer, Slot, WeightSpec
from engine.layers.columns import Columns
from engine.shapes import Shape

SAMPLED = 16
"""Rows of a large batch, a power of two, whose mean tells about where each channel lies."""
LARGE = 256
"""Up to so many rows any one of them tells it well enough: the square of its distance from the mean is at most so many
variances, and float32 has 24 bits."""
SLAB_BYTES = 300_000
"""What some rows take at most; with what is made of them, they stay in a usual second-level cache."""
GOLDEN = (math.sqrt(5) - 1) / 2
"""Multiples of it, without their whole part, lie evenly and in step with no row or column of a picture."""


class FixedNormalizationKernel(Kernel):
    """Batch normalisation in inference: every channel is scaled and shifted by its moving statistics.

    Backwards, `centred + offset` is x less the channel's mean; here the offset is 0.
    """

    def __init__(self, slot: Slot, epsilon: float) -> None:
        source = slot.inputs[0]
        self.output = np.empty_like(source)
        self.columns = Columns(source)
        self.x, self.a = self.columns.wide(source), self.columns.wide(self.output)
        self.centred = np.empty_like(self.x)
        self.gamma, self.beta = slot.weights.get("gamma"), slot.weights.get("beta")
        self.gamma_gradient, self.beta_gradient = slot.gradients.get("gamma"), slot.gradients.get("beta")
        self.moving_mean, self.moving_variance = slot.weights["moving_mean"], slot.weights["moving_variance"]
        self.epsilon = np.array(epsilon, slot.dtype)
        vectors = np.zeros((9, source.shape[-1]), slot.dtype)
        self.inverse, self.factor, self.shift = vectors[:3]
        self.offset, self.variance = self.moments = vectors[3:5]
        self.gradient_sum, self.projection, self.slope, self.small = vectors[5:]

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(self.output),)
        self.gradient = self.columns.wide(output_gradient)
        self.input_gradient = self.columns.wide(self.input_gradients[0])
        self.work = np.empty_like(self.x)

    def forward(self) -> None:
        self._normalize(self.x, self.moving_mean, self.moving_variance)

    def _normalize(self, x: Array, mean: Array, variance: Array) -> None:
        """gamma (x - mean) / sqrt(variance + epsilon) + beta, as one factor and one shift a channel."""
        np.add(variance, self.epsilon, self.inverse)
        np.sqrt(self.inverse, self.inverse)
        np.reciprocal(self.inverse, self.inverse)
        if self.gamma is None:
            np.copyto(self.factor, self.inverse)
        else:
            np.multiply(self.inverse, self.gamma, self.factor)
        np.multiply(mean, self.factor, self.shift)
        np.subtract(ZERO if self.beta is None else self.beta, self.shift, self.shift)
        np.multiply(x, self.columns.spread(self.factor), self.a)
        np.add(self.a, self.columns.spread(self.shift), self.a)

    def backward(self) -> None:
        np.subtract(self.x, self.columns.spread(self.moving_mean), self.centred)
        self.offset.fill(0)
        self._project()

    def _project(self) -> None:
        """The sums of the gradient and of the gradient times the normalised x: what beta and gamma receive."""
        self.columns.add_up(self.gradient, self.gradient_sum)
        np.multiply(self.gradient, self.centred, self.work)
        self.columns.add_up(self.work, self.projection)
        np.multiply(self.offset, self.gradient_sum, self.small)
        np.add(self.projection, self.small, self.projection)
        np.multiply(self.projection, self.inverse, self.projection)
        if self.beta_gradient is not None:
            np.copyto(self.beta_gradient, self.gradient_sum)
        if self.gamma_gradient is not None:
            np.copyto(self.gamma_gradient, self.projection)

    def propagate(self) -> None:
        np.multiply(self.gradient, self.columns.spread(self.factor), self.input_gradient)


class BatchNormalizationKernel(FixedNormalizationKernel):
    """In training, with the statistics of the batch, so that the samples depend on each other.

    Values are taken relative to a reference: the first row, or in a large batch the mean of rows from all over it. With
    y = x - reference the variance is mean(y^2) - mean(y)^2, which needs no second pass (Chan, Golub and LeVeque 1983,
    "Algorithms for computing the sample variance", on shifted data). Digits are lost as mean(y)^2 exceeds the variance:
    none where a channel is constant, and few elsewhere, since an outlier moves the mean of the rows by little.
    """

    def __init__(self, slot: Slot, epsilon: float, momentum: float) -> None:
        super().__init__(slot, epsilon)
        self.rows = slot.inputs[0].reshape(-1, self.columns.channels)
        self.large = len(self.rows) > LARGE
        self.sampled = np.empty((SAMPLED, self.columns.channels), slot.dtype)
        self.sampled_share = np.array(1 / SAMPLED, slot.dtype)
        self.places = (np.arange(1, SAMPLED + 1) * GOLDEN % 1 * len(self.rows)).astype(np.intp)
        # One half is added to the other again and again, so that equal values give their mean to the bit.
        self.halves = [np.split(self.sampled[: SAMPLED >> times], 2) for times in range(SAMPLED.bit_length() - 1)]
        self.reference = (self.sampled if self.large else self.rows)[0]
        self.momentum = np.array(momentum, slot.dtype)
        self.renewal = np.array(1.0 - momentum, slot.dtype)
        self.share = np.array(1.0 / self.columns.count, slot.dtype)
        self.training = False

    def forward(self) -> None:
        self.training = False
        super().forward()

    def forward_training(self) -> None:
        self.training = True
        if self.large:
            self._find_reference()
        np.subtract(self.x, self.columns.spread(self.reference), self.centred)
        np.square(self.centred, self.a)
        self.columns.add_up(self.centred, self.offset)
        self.columns.add_up(self.a, self.variance)
        np.multiply(self.moments, self.share, self.moments)
        np.square(self.offset, self.small)
        np.subtract(self.variance, self.small, self.variance)
        np.maximum(self.variance, ZERO, out=self.variance)
        self._normalize(self.centred, self.offset, self.variance)
        np.add(self.reference, self.offset, self.small)
        self._renew(self.moving_mean, self.small)
        self._renew(self.moving_variance, self.variance)
        np.negative(self.offset, self.offset)

    def _find_reference(self) -> None:
        self.rows.take(self.places, 0, self.sampled, "clip")
        for first, second in self.halves:
            np.add(first, second, first)
        np.multiply(self.reference, self.sampled_share, self.reference)

    def _renew(self, moving: Array, came: Array) -> None:
        """moving = momentum moving + (1 - momentum) came, which is used up."""
        np.multiply(moving, self.momentum, moving)
        np.multiply(came, self.renewal, came)
        np.add(moving, came, moving)

    def backward(self) -> None:
        if self.training:
            self._project()
        else:
            super().backward()

    def propagate(self) -> None:
        if self.training:
            self._propagate_through_statistics()
        else:
            super().propagate()

    def _propagate_through_statistics(self) -> None:
        """Ioffe and Szegedy 2015, section 3, gathered: factor (g - mean(g) - x^ mean(g x^)), x^ the normalised x."""
        np.multiply(self.factor, self.share, self.small)
        np.multiply(self.projection, self.inverse, self.slope)
        np.multiply(self.slope, self.small, self.slope)
        np.multiply(self.gradient_sum, self.small, self.shift)
        np.multiply(self.slope, self.offset, self.small)
        np.add(self.shift, self.small, self.shift)
        np.multiply(self.centred, self.columns.spread(self.slope), self.work)
        np.add(self.work, self.columns.spread(self.shift), self.work)
        np.multiply(self.gradient, self.columns.spread(self.factor), self.input_gradient)
        np.subtract(self.input_gradient, self.work, self.input_gradient)


def _scale_and_center(layer: Any, channels: int) -> tuple[WeightSpec, ...]:
    """gamma and beta of a layer with the fields `center`, `scale` and `trainable`."""
    gamma = WeightSpec("gamma", (channels,), Ones(), trainable=layer.trainable)
    beta = WeightSpec("beta", (channels,), Zeros(), trainable=layer.trainable)
    return (*((gamma,) if layer.scale else ()), *((beta,) if layer.center else ()))


def _epsilon_field() -> Any:
    return hyper(
        1e-3,
        label="Epsilon",
        help="Added to the variance, so that nothing is divided by 0.",
        bounds=POSITIVE,
        advanced=True,
    )


def _center_field() -> Any:
    return hyper(True, label="Shift", help="Adds a learned number (beta) to each channel.", advanced=True)


def _scale_field() -> Any:
    return hyper(True, label="Scale", help="Multiplies each channel by a learned number (gamma).", advanced=True)


class BatchNormalization(Layer, name="BatchNormalization"):
    """Ioffe and Szegedy 2015, as Keras defines it: over all axes but the last, with the biased variance throughout.

    With `trainable` off the layer uses its moving statistics in training too, and leaves them as they are.
    """

    label = "Batch normalization"
    summary = "Gives each channel mean 0 and variance 1 over the batch, then a learned mean and spread."
    formula = r"a = \gamma \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta"
    symbols = {"γ β": "learned scale and shift", "μ σ": "mean and standard deviation over the batch"}
    category = Category.REGULARIZATION

    momentum: float = hyper(
        0.99, label="Momentum", help="How much of the moving mean and variance stays at each step.", bounds=FRACTION
    )
    epsilon: float = _epsilon_field()
    center: bool = _center_field()
    scale: bool = _scale_field()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        channels = shapes[0][-1]
        mean = WeightSpec("moving_mean", (channels,), Zeros(), state=True)
        variance = WeightSpec("moving_variance", (channels,), Ones(), state=True)
        return (*_scale_and_center(self, channels), mean, variance)

    def working_values(self, *shapes: Shape) -> int:
        return 2 * math.prod(shapes[0])

    def kernel(self, slot: Slot) -> Kernel:
        if not self.trainable:
            return FixedNormalizationKernel(slot, self.epsilon)
        return BatchNormalizationKernel(slot, self.epsilon, self.momentum)


class LayerNormalizationKernel(Kernel):
    """Each row by itself, alike in training and inference; `normal` is x less its mean, over its deviation.

    Several passes go over every row, so they go over as many rows at a time as stay in the cache.
    """

    def __init__(self, slot: Slot, epsilon: float) -> None:
        source = slot.inputs[0]
        width = source.shape[-1]
        self.output = np.empty_like(source)
        self.columns = Columns(source)
        self.x, self.a = source.reshape(-1, width), self.output.reshape(-1, width)
        self.normal = np.empty_like(self.x)
        self.gamma, self.beta = slot.weights.get("gamma"), slot.weights.get("beta")
        self.gamma_gradient, self.beta_gradient = slot.gradients.get("gamma"), slot.gradients.get("beta")
        self.epsilon = np.array(epsilon, slot.dtype)
        self.share = np.array(1.0 / width, slot.dtype)
        self.averaging = np.full((width, 1), 1.0 / width, slot.dtype)
        self.mean, self.inverse = np.empty((2, len(self.x), 1), slot.dtype)
        self.slabs = tuple(self._slabs())
        self.forward_parts = self._parts(self.x, self.x[:, :1], self.normal, self.mean, self.inverse, self.a)

    def _slabs(self) -> Iterator[slice]:
        """Stretches of the rows, of which `columns` takes several as one."""
        repeats = self.columns.repeats
        rows = max(1, SLAB_BYTES // self.x[:repeats].nbytes) * repeats
        for start in range(0, len(self.x), rows):
            yield slice(start, min(start + rows, len(self.x)))

    def _parts(self, *arrays: Array) -> tuple[tuple[Array, ...], ...]:
        """The rows of these arrays, slab by slab."""
        return tuple(tuple(array[slab] for array in arrays) for slab in self.slabs)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(self.output),)
        self.gradient = output_gradient.reshape(self.x.shape)
        self.work = np.empty_like(self.x)
        input_gradient = self.input_gradients[0].reshape(self.x.shape)
        self.backward_parts = self._parts(
            self.gradient, self.normal, self.mean, self.inverse, self.work, input_gradient
        )
        self.weighing = self.averaging.copy()
        """gamma / width as a column: what an average over gamma times the gradient multiplies by."""

    def forward(self) -> None:
        for part in self.forward_parts:
            self._normalize(*part)

    def _normalize(self, x: Array, first: Array, normal: Array, mean: Array, inverse: Array, a: Array) -> None:
        np.subtract(x, first, normal)  # so that a constant row is exactly 0, wherever it lies
        normal.dot(self.averaging, mean)
        np.subtract(normal, mean, normal)
        np.square(normal, a)
        a.dot(self.averaging, inverse)
        np.add(inverse, self.epsilon, inverse)
        np.sqrt(inverse, inverse)
        np.reciprocal(inverse, inverse)
        np.multiply(normal, inverse, normal)
        wide = self.columns.wide(a)
        if self.gamma is None:
            np.copyto(a, normal)
        else:
            np.multiply(self.columns.wide(normal), self.columns.spread(self.gamma), wide)
        if self.beta is not None:
            np.add(wide, self.columns.spread(self.beta), wide)

    def backward(self) -> None:
        np.multiply(self.gradient, self.normal, self.work)
        if self.beta_gradient is not None:
            self.columns.add_up(self.columns.wide(self.gradient), self.beta_gradient)
        if self.gamma_gradient is not None:
            self.columns.add_up(self.columns.wide(self.work), self.gamma_gradient)

    def propagate(self) -> None:
        if self.gamma is not None:
            np.multiply(self.gamma, self.share, self.weighing[:, 0])
        for part in self.backward_parts:
            self._propagate(*part)

    def _propagate(
        self, gradient: Array, normal: Array, mean: Array, inverse: Array, work: Array, input_gradient: Array
    ) -> None:
        """(h - mean(h) - x^ mean(h x^)) / deviation, with h = gamma g and x^ the normalised x."""
        work.dot(self.weighing, mean)
        np.multiply(normal, mean, work)
        gradient.dot(self.weighing, mean)
        np.add(work, mean, work)
        if self.gamma is None:
            np.subtract(gradient, work, input_gradient)
        else:
            wide, columns = self.columns.wide, self.columns
            np.multiply(wide(gradient), columns.spread(self.gamma), wide(input_gradient))
            np.subtract(input_gradient, work, input_gradient)
        np.multiply(input_gradient, inverse, input_gradient)


class LayerNormalization(Layer, name="LayerNormalization"):
    """Ba et al. 2016, over the last axis, as Keras defines it."""

    label = "Layer normalization"
    summary = "Gives each sample's row of features mean 0 and variance 1, then a learned mean and spread."
    formula = r"a = \gamma \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta"
    symbols = {"γ β": "learned scale and shift", "μ σ": "mean and standard deviation over the features"}
    category = Category.REGULARIZATION

    epsilon: float = _epsilon_field()
    center: bool = _center_field()
    scale: bool = _scale_field()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        return _scale_and_center(self, shapes[0][-1])

    def working_values(self, *shapes: Shape) -> int:
        return 2 * math.prod(shapes[0])

    def kernel(self, slot: Slot) -> Kernel:
        return LayerNormalizationKernel(slot, self.epsilon)
