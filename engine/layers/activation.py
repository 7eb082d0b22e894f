"""Activation as a layer of its own."""

from __future__ import annotations

import numpy as np

from engine.activations import ActivationFunction
from engine.hyperparameters import hyper
from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.shapes import Shape


class ActivationKernel(Kernel):
    """a = f(z), kept apart from its input, which belongs to the producer."""

    def __init__(self, slot: Slot, function: ActivationFunction) -> None:
        self.function = function
        self.fused = slot.fused
        self.z = slot.inputs[0]
        self.output = np.empty_like(self.z)
        if self.fused:
            self.logits = self.z

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (output_gradient if self.fused else np.empty_like(self.z),)

    def forward(self) -> None:
        self.function.forward(self.z, self.output)

    def propagate(self) -> None:
        if not self.fused:
            self.function.backward(self.output_gradient, self.z, self.output, self.input_gradients[0])


class Activation(Layer, name="Activation"):
    label = "Activation"
    summary = "Applies a function to every number; between linear layers it lets the network bend."
    formula = r"a = f(z)"
    category = Category.ACTIVATION

    function: ActivationFunction = hyper("relu", label="Function", help="The function to apply.", headline=True)

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return ActivationKernel(slot, self.function)

    @property
    def final_activation(self) -> ActivationFunction:
        return self.function
