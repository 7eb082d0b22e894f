"""Activation as a layer of its own, with a given function or a learned one."""

from __future__ import annotations

import numpy as np

from engine.activations import ActivationFunction
from engine.arithmetic import ONE, ZERO
from engine.hyperparameters import hyper
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.base import Array, Category, Kernel, Layer, Slot, WeightSpec
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
    activation_field = "function"

    function: ActivationFunction = hyper("relu", label="Function", help="The function to apply.", headline=True)

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return ActivationKernel(slot, self.function)


class PReLUKernel(Kernel):
    """ReLU with learned slopes below 0; `negative` is what of the input lies there."""

    def __init__(self, slot: Slot) -> None:
        self.z = slot.inputs[0]
        self.alpha = slot.weights["alpha"]
        self.alpha_gradient = slot.gradients["alpha"].reshape(-1)
        self.output = np.empty_like(self.z)
        self.negative = np.empty_like(self.z)
        self.work = np.empty_like(self.z)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(self.z),)
        self.columns = self.work.reshape(-1, self.alpha.size)
        self.ones = np.ones(len(self.columns), self.z.dtype)

    def forward(self) -> None:
        np.minimum(self.z, ZERO, out=self.negative)
        np.multiply(self.negative, self.alpha, self.work)
        np.maximum(self.z, ZERO, out=self.output)
        np.add(self.output, self.work, self.output)

    def backward(self) -> None:
        np.multiply(self.output_gradient, self.negative, self.work)
        self.ones.dot(self.columns, self.alpha_gradient)

    def propagate(self) -> None:
        """The gradient times 1 where z > 0, and times alpha elsewhere."""
        slope = self.input_gradients[0]
        np.greater(self.z, ZERO, slope, casting="unsafe")
        np.subtract(ONE, slope, self.work)
        np.multiply(self.work, self.alpha, self.work)
        np.add(slope, self.work, slope)
        np.multiply(slope, self.output_gradient, slope)


class PReLU(Layer, name="PReLU"):
    """He et al. 2015, equation 1. The slopes begin at 0, as in Keras; PyTorch begins with 0.25."""

    label = "PReLU"
    summary = "A leaky ReLU that learns how much of what is below 0 it lets through."
    formula = r"a = \max(0, z) + \alpha \min(0, z)"
    symbols = {"α": "learned slope below 0"}
    category = Category.ACTIVATION

    per_channel: bool = hyper(
        True, label="Per channel", help="One slope for each channel; otherwise one for each number of a sample."
    )
    alpha_initializer: Initializer = hyper("zeros", label="Slope initializer", help="How the slopes begin.")
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return shapes[0]

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        shape = shapes[0][-1:] if self.per_channel else shapes[0]
        return (WeightSpec("alpha", shape, self.alpha_initializer, trainable=self.trainable),)

    def kernel(self, slot: Slot) -> Kernel:
        return PReLUKernel(slot)
