"""Activation functions and their derivatives, written for preallocated arrays.

`forward(z, out)` and `backward(gradient, z, a, out)` fill `out`; where `in_place` is true the derivative
needs only the output `a`, so `z` and `a` may be one array.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.arithmetic import ONE, ZERO, row_maxima, row_sums
from engine.hyperparameters import Configurable

Array = NDArray[np.floating]


class ActivationFunction(Configurable, family="activation"):
    """A function applied to every unit of a layer; shapes are (n, ...) and stay as they are."""

    in_place: ClassVar[bool] = True
    elementwise: ClassVar[bool] = True
    """Whether each number is bent by itself; otherwise the last axis, the units, is looked at as a whole."""
    derivative: ClassVar[str] = ""

    @abstractmethod
    def forward(self, z: Array, out: Array) -> None:
        """Write the activation of z."""

    @abstractmethod
    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        """Write the gradient with respect to z, given that with respect to a."""


class Linear(ActivationFunction, name="linear"):
    label = "Linear"
    summary = "Passes the sum on unchanged; for regression outputs."
    formula = r"a = z"
    derivative = r"\frac{\partial a}{\partial z} = 1"

    def forward(self, z: Array, out: Array) -> None:
        if out is not z:
            np.copyto(out, z)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.copyto(out, gradient)


class Sigmoid(ActivationFunction, name="sigmoid"):
    label = "Sigmoid"
    summary = "Squeezes the sum into 0 to 1; for yes-or-no outputs."
    formula = r"a = \frac{1}{1 + e^{-z}}"
    derivative = r"\frac{\partial a}{\partial z} = a (1 - a)"

    def forward(self, z: Array, out: Array) -> None:
        np.negative(z, out)
        np.exp(out, out)
        np.add(out, ONE, out)
        np.reciprocal(out, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.subtract(ONE, a, out)
        np.multiply(out, a, out)
        np.multiply(out, gradient, out)


class Tanh(ActivationFunction, name="tanh"):
    label = "Tanh"
    summary = "Squeezes the sum into -1 to 1, centred on 0."
    formula = r"a = \tanh z"
    derivative = r"\frac{\partial a}{\partial z} = 1 - a^2"

    def forward(self, z: Array, out: Array) -> None:
        np.tanh(z, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.multiply(a, a, out)
        np.subtract(ONE, out, out)
        np.multiply(out, gradient, out)


class ReLU(ActivationFunction, name="relu"):
    label = "ReLU"
    summary = "Cuts off what is below 0; fast, and its gradient does not fade."
    formula = r"a = \max(0, z)"
    derivative = r"\frac{\partial a}{\partial z} = [z > 0]"

    def forward(self, z: Array, out: Array) -> None:
        np.maximum(z, ZERO, out=out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.greater(a, ZERO, out, casting="unsafe")
        np.multiply(out, gradient, out)


class Softmax(ActivationFunction, name="softmax"):
    label = "Softmax"
    summary = "Turns the sums into probabilities that add up to 1; for one class out of several."
    formula = r"a_i = \frac{e^{z_i}}{\sum_j e^{z_j}}"
    derivative = r"\frac{\partial a_i}{\partial z_j} = a_i ([i = j] - a_j)"
    elementwise = False

    def forward(self, z: Array, out: Array) -> None:
        np.subtract(z, row_maxima(z), out)
        np.exp(out, out)
        np.divide(out, row_sums(out), out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.multiply(gradient, a, out)
        total = row_sums(out)
        np.subtract(gradient, total, out)
        np.multiply(out, a, out)
