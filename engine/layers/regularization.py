"""Layers that act in training only."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from engine.hyperparameters import FRACTION, NON_NEGATIVE, hyper
from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.layers.columns import rows_at_once
from engine.layers.masks import DropoutMask
from engine.layers.ranks import require_axes
from engine.shapes import Shape


class DropoutKernel(Kernel):
    """Multiplies by a mask in training; in inference it copies."""

    def __init__(self, slot: Slot, rate: float) -> None:
        self.source = slot.inputs[0]
        self.output = np.empty_like(self.source)
        self.mask = DropoutMask(slot, self.source.shape, rate)
        self.training = False

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(self.source),)

    def forward(self) -> None:
        self.training = False
        np.copyto(self.output, self.source)

    def forward_training(self) -> None:
        self.training = True
        self.mask.draw()
        np.multiply(self.source, self.mask.values, self.output)

    def propagate(self) -> None:
        if self.training:
            np.multiply(self.output_gradient, self.mask.values, self.input_gradients[0])
        else:
            np.copyto(self.input_gradients[0], self.output_gradient)


class Dropout(Layer, name="Dropout"):
    """Srivastava et al. 2014, in the inverted form."""

    label = "Dropout"
    summary = "Switches off random units while training, so that none is relied on alone."
    formula = r"a = \frac{m \odot x}{1 - p},\; m \sim \mathrm{Bernoulli}(1 - p)"
    symbols = {"m": "mask of ones and zeros", "p": "rate", "Bernoulli": "1 with this chance, else 0"}
    category = Category.REGULARIZATION

    rate: float = hyper(0.5, label="Rate", help="The share of units switched off.", bounds=FRACTION, headline=True)

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return DropoutKernel(slot, self.rate)


class SpatialDropoutKernel(Kernel):
    """Dropout with one draw for a whole channel of a sample; several rows of a sample are multiplied as one."""

    def __init__(self, slot: Slot, rate: float) -> None:
        source = slot.inputs[0]
        channels = source.shape[-1]
        positions = source.size // (slot.batch * channels)
        repeats = rows_at_once(positions, channels)
        self.output = np.empty_like(source)
        self.mask = DropoutMask(slot, (slot.batch, 1, channels), rate)
        self.repeated = np.empty((slot.batch, repeats, channels), slot.dtype)
        self.wide_mask = self.repeated.reshape(slot.batch, 1, -1)
        self.shape = (slot.batch, positions // repeats, repeats * channels)
        self.x, self.a = source.reshape(self.shape), self.output.reshape(self.shape)
        self.training = False

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(self.output),)
        self.gradient, self.input_gradient = (
            array.reshape(self.shape) for array in (output_gradient, self.input_gradients[0])
        )

    def forward(self) -> None:
        self.training = False
        np.copyto(self.a, self.x)

    def forward_training(self) -> None:
        self.training = True
        self.mask.draw()
        np.copyto(self.repeated, self.mask.values)
        np.multiply(self.x, self.wide_mask, self.a)

    def propagate(self) -> None:
        if self.training:
            np.multiply(self.gradient, self.wide_mask, self.input_gradient)
        else:
            np.copyto(self.input_gradient, self.gradient)


class SpatialDropout(Layer):
    """Tompson et al. 2015, section 3.2: neighbours tell the same, so dropping one number alone hides nothing."""

    category = Category.REGULARIZATION
    formula = r"a = \frac{m_c \odot x}{1 - p},\; m_c \sim \mathrm{Bernoulli}(1 - p)"
    symbols = {**Dropout.symbols, "c": "channel"}
    axes: ClassVar[int]

    rate: float = hyper(0.5, label="Rate", help="The share of channels switched off.", bounds=FRACTION, headline=True)

    def output_shape(self, *shapes: Shape) -> Shape:
        require_axes(self, shapes[0], self.axes)
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return SpatialDropoutKernel(slot, self.rate)


class SpatialDropout1D(SpatialDropout, name="SpatialDropout1D"):
    label = "Spatial dropout 1D"
    summary = "Switches off whole channels of a sequence while training."
    axes = 1


class SpatialDropout2D(SpatialDropout, name="SpatialDropout2D"):
    label = "Spatial dropout 2D"
    summary = "Switches off whole channels of a picture while training."
    axes = 2


class GaussianNoiseKernel(Kernel):
    """Adds noise in training; the gradient passes unchanged, as the array itself."""

    def __init__(self, slot: Slot, stddev: float) -> None:
        self.source = slot.inputs[0]
        self.rng = slot.rng
        self.stddev = np.array(stddev, slot.dtype)
        self.output = np.empty_like(self.source)

    def forward(self) -> None:
        np.copyto(self.output, self.source)

    def forward_training(self) -> None:
        self.rng.standard_normal(out=self.output, dtype=self.output.dtype)
        np.multiply(self.output, self.stddev, self.output)
        np.add(self.output, self.source, self.output)


class GaussianNoise(Layer, name="GaussianNoise"):
    """Keras's GaussianNoise; Bishop 1995 shows that small noise acts like a penalty on the slope."""

    label = "Gaussian noise"
    summary = "Adds random numbers to what passes while training, so that no exact value is relied on."
    formula = r"a = x + n,\; n \sim \mathcal{N}(0, \sigma^2)"
    symbols = {"n": "noise", "N": "normal distribution"}
    category = Category.REGULARIZATION

    stddev: float = hyper(
        0.1, label="Standard deviation", help="How strong the noise is.", bounds=NON_NEGATIVE, headline=True
    )

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return GaussianNoiseKernel(slot, self.stddev)
