"""Functions that squeeze any number into an interval."""

from __future__ import annotations

import numpy as np

from engine.activations.base import ActivationFunction, Array
from engine.arithmetic import ONE, ZERO


def logistic(z: Array, out: Array) -> None:
    """1 / (1 + e^-z), which is exactly 0 and 1 far out."""
    np.negative(z, out)
    np.exp(out, out)
    np.add(out, ONE, out)
    np.reciprocal(out, out)


class Sigmoid(ActivationFunction, name="sigmoid"):
    label = "Sigmoid"
    summary = "Squeezes the sum into 0 to 1; for yes-or-no outputs."
    formula = r"a = \frac{1}{1 + e^{-z}}"
    derivative = r"\frac{\partial a}{\partial z} = a (1 - a)"
    ends = (0.0, 1.0)

    def forward(self, z: Array, out: Array) -> None:
        logistic(z, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.subtract(ONE, a, out)
        np.multiply(out, a, out)
        np.multiply(out, gradient, out)


class HardSigmoid(ActivationFunction, name="hard_sigmoid"):
    """The form of PyTorch and Keras 3, relu6(z + 3) / 6; Courbariaux et al. 2015 and Keras 2 have other slopes."""

    label = "Hard sigmoid"
    summary = "A sigmoid of three straight lines: cheaper, and flat below -3 and above 3."
    formula = r"a = \min(1, \max(0, \frac{z + 3}{6}))"
    derivative = r"\frac{\partial a}{\partial z} = \frac{1}{6} [-3 < z < 3]"
    ends = (0.0, 1.0)

    def forward(self, z: Array, out: Array) -> None:
        np.multiply(z, 1 / 6, out)
        np.add(out, 0.5, out)
        np.maximum(out, ZERO, out=out)
        np.minimum(out, ONE, out=out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.subtract(ONE, a, out)
        np.multiply(out, a, out)
        np.ceil(out, out)  # a (1 - a) lies between 0 and 1 where there is a slope and is 0 elsewhere
        np.multiply(out, 1 / 6, out)
        np.multiply(out, gradient, out)


class Tanh(ActivationFunction, name="tanh"):
    label = "Tanh"
    summary = "Squeezes the sum into -1 to 1, centred on 0."
    formula = r"a = \tanh z"
    derivative = r"\frac{\partial a}{\partial z} = 1 - a^2"
    ends = (-1.0, 1.0)

    def forward(self, z: Array, out: Array) -> None:
        np.tanh(z, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.multiply(a, a, out)
        np.subtract(ONE, out, out)
        np.multiply(out, gradient, out)


class Softsign(ActivationFunction, name="softsign"):
    """Bergstra et al. 2009. The derivative is taken from z, since 1 - |a| has few digits left far out."""

    label = "Softsign"
    summary = "Squeezes the sum into -1 to 1 like tanh, but approaches the ends slowly, so its gradient fades later."
    formula = r"a = \frac{z}{1 + |z|}"
    derivative = r"\frac{\partial a}{\partial z} = \frac{1}{(1 + |z|)^2}"
    ends = (-1.0, 1.0)
    in_place = False

    def forward(self, z: Array, out: Array) -> None:
        np.abs(z, out)
        np.add(out, ONE, out)
        np.divide(z, out, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.abs(z, out)
        np.add(out, ONE, out)
        np.square(out, out)
        np.divide(gradient, out, out)
