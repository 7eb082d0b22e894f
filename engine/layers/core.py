"""The layers that every network has: Input, Dense, Flatten and Output."""

from __future__ import annotations

import math

import numpy as np

from engine.activations import ActivationFunction
from engine.class_weights import ClassWeighting
from engine.constraints import Constraint
from engine.hyperparameters import AT_LEAST_ONE, NON_NEGATIVE, hyper
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.activated import ActivatedKernel
from engine.layers.base import Array, Category, Kernel, Layer, Slot, WeightSpec, kernel_and_bias
from engine.losses import Loss
from engine.regularizers import Regularizer
from engine.shapes import Shape


class Identity(Kernel):
    """Hands its input on, with no copy."""

    def __init__(self, slot: Slot) -> None:
        self.output = slot.inputs[0]


class Input(Layer, name="Input"):
    label = "Input"
    summary = "Where data enter the network: one sample's shape, such as 2 features or a 28×28×1 picture."
    formula = r"a = x"
    ports = ()
    passes_values = True

    shape: tuple[int, ...] = hyper(
        (2,), label="Shape", help="Sizes of one sample, channels last.", bounds=AT_LEAST_ONE, headline=True
    )

    def output_shape(self, *shapes: Shape) -> Shape:
        return self.shape

    def working_values(self, *shapes: Shape) -> int:
        return 0

    def kernel(self, slot: Slot) -> Kernel:
        return Identity(slot)


class DenseKernel(ActivatedKernel):
    """a = f(x W + b), and its three products backwards; `a.dot(b, out)` is `np.dot` without its dispatcher."""

    def __init__(self, slot: Slot, units: int, activation: ActivationFunction) -> None:
        source = slot.inputs[0]
        super().__init__(slot, (*source.shape[1:-1], units), activation)
        self.weight = slot.weights["kernel"]
        self.weight_gradient = slot.gradients["kernel"]
        self.rows = source.reshape(-1, source.shape[-1])
        self.columns = self.rows.T

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        self.rows_gradient = np.empty_like(self.rows)
        self.weight_transposed = self.weight.T
        self.input_gradients = (self.rows_gradient.reshape(*self.output.shape[:-1], self.rows.shape[1]),)

    def forward(self) -> None:
        self.rows.dot(self.weight, self.z)
        self.activate()

    def backward(self) -> None:
        self.differentiate()
        self.columns.dot(self.delta, self.weight_gradient)

    def propagate(self) -> None:
        self.delta.dot(self.weight_transposed, self.rows_gradient)


class Dense(Layer, name="Dense"):
    label = "Dense"
    summary = "Every unit sees every input: a weighted sum, a bias and an activation."
    formula = r"a = f(x W + b)"
    activation_field = "activation"

    units: int = hyper(4, label="Units", help="Number of neurons.", bounds=AT_LEAST_ONE, headline=True)
    activation: ActivationFunction = fields.activation()
    use_bias: bool = fields.use_bias()
    kernel_initializer: Initializer = fields.initializer()
    bias_initializer: Initializer = fields.bias_initializer()
    kernel_regularizer: Regularizer = fields.regularizer()
    kernel_constraint: Constraint = fields.constraint()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return (*shapes[0][:-1], self.units)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        return kernel_and_bias(self, (shapes[0][-1], self.units), self.units)

    def kernel(self, slot: Slot) -> Kernel:
        return DenseKernel(slot, self.units, self.activation)


class ReshapeKernel(Kernel):
    """The same numbers in another shape: a view of the input and, backwards, a view of the gradient."""

    def __init__(self, slot: Slot, shape: Shape) -> None:
        self.shape = slot.inputs[0].shape
        self.output = slot.inputs[0].reshape(slot.batch, *shape)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (output_gradient.reshape(self.shape),)


class Flatten(Layer, name="Flatten"):
    label = "Flatten"
    summary = "Lays a picture or a sequence out as one row of numbers."
    formula = r"a = \mathrm{vec}(x)"
    passes_values = only_reshapes = True

    def output_shape(self, *shapes: Shape) -> Shape:
        return (math.prod(shapes[0]),)

    def working_values(self, *shapes: Shape) -> int:
        return 0

    def kernel(self, slot: Slot) -> Kernel:
        return ReshapeKernel(slot, (-1,))


class Output(Layer, name="Output"):
    label = "Output"
    summary = "Where predictions leave and the loss compares them with the targets."
    formula = r"L = \ell(a, y)"
    symbols = {"ℓ": "loss function"}
    category = Category.OUTPUT
    has_output = False

    loss: Loss = hyper("mse", label="Loss", help="What training makes small.", headline=True)
    weight: float = hyper(
        1.0, label="Loss weight", help="How much this output counts beside others.", bounds=NON_NEGATIVE
    )
    class_weights: ClassWeighting = hyper(
        "none",
        label="Class weights",
        help="How much the samples of each class count in the loss of training; held-out samples all count the same.",
        advanced=True,
    )

    def output_shape(self, *shapes: Shape) -> Shape:
        self.class_weights.check(self.loss.class_count(shapes[0][-1]))
        return shapes[0]

    def kernel(self, slot: Slot) -> Kernel:
        return Identity(slot)
