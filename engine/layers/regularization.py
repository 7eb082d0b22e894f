"""Layers that act in training only."""

from __future__ import annotations

import numpy as np

from engine.hyperparameters import FRACTION, hyper
from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.shapes import Shape


class DropoutKernel(Kernel):
    """Inverted dropout: what survives is scaled up, so that inference needs no scaling."""

    def __init__(self, slot: Slot, rate: float) -> None:
        self.source = slot.inputs[0]
        self.rng = slot.rng
        self.keep = slot.dtype.type(1.0 - rate)
        self.output = np.empty_like(self.source)
        self.mask = np.empty_like(self.source)
        self.training = False

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(self.source),)

    def forward(self) -> None:
        self.training = False
        np.copyto(self.output, self.source)

    def forward_training(self) -> None:
        self.training = True
        self.rng.random(out=self.mask, dtype=self.mask.dtype)
        np.less(self.mask, self.keep, out=self.mask, casting="unsafe")
        np.divide(self.mask, self.keep, self.mask)
        np.multiply(self.source, self.mask, self.output)

    def propagate(self) -> None:
        if self.training:
            np.multiply(self.output_gradient, self.mask, self.input_gradients[0])
        else:
            np.copyto(self.input_gradients[0], self.output_gradient)


class Dropout(Layer, name="Dropout"):
    """Srivastava et al. 2014, in the inverted form."""

    label = "Dropout"
    summary = "Switches off random units while training, so that none is relied on alone."
    formula = r"a = \frac{m \odot x}{1 - p},\; m \sim \mathrm{Bernoulli}(1 - p)"
    category = Category.REGULARIZATION

    rate: float = hyper(0.5, label="Rate", help="The share of units switched off.", bounds=FRACTION, headline=True)

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return DropoutKernel(slot, self.rate)
