"""Functions that let positive sums pass and hold negative ones back: ReLU, and its leaky and smooth relatives."""

from __future__ import annotations

import math

import numpy as np

from engine.activations.base import ActivationFunction, Array
from engine.activations.squashing import logistic
from engine.arithmetic import ONE, ZERO
from engine.hyperparameters import FRACTION, NON_NEGATIVE, hyper
from engine.normal_distribution import normal_tail
from engine.scratch import scratch


class ReLU(ActivationFunction, name="relu"):
    label = "ReLU"
    summary = "Cuts off what is below 0; fast, and its gradient does not fade."
    formula = r"a = \max(0, z)"
    derivative = r"\frac{\partial a}{\partial z} = [z > 0]"

    @property
    def dead_output(self) -> float:
        return 0.0

    def forward(self, z: Array, out: Array) -> None:
        np.maximum(z, ZERO, out=out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.greater(a, ZERO, out, casting="unsafe")
        np.multiply(out, gradient, out)


class LeakyReLU(ActivationFunction, name="leaky_relu"):
    """Maas et al. 2013. The default slope is PyTorch's; Keras 3 has 0.3."""

    label = "Leaky ReLU"
    summary = "Like ReLU, but lets a little of what is below 0 through, so that no unit stops learning."
    formula = r"a = \max(\alpha z, z)"
    symbols = {"α": "slope below 0"}
    derivative = r"\frac{\partial a}{\partial z} = \max(\alpha, [z > 0])"
    in_place = False

    negative_slope: float = hyper(
        0.01, label="Negative slope", help="The slope α below 0; less than 1.", bounds=FRACTION
    )

    @property
    def dead_output(self) -> float | None:
        return None if self.negative_slope else 0.0

    def forward(self, z: Array, out: Array) -> None:
        np.multiply(z, self.negative_slope, out)
        np.maximum(out, z, out=out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.greater(z, ZERO, out, casting="unsafe")
        np.maximum(out, self.negative_slope, out=out)
        np.multiply(out, gradient, out)


def bend_exponentially(z: Array, depth: float, scale: float, out: Array) -> None:
    """scale z above 0, and depth (e^z - 1) below."""
    np.minimum(z, ZERO, out=out)
    np.expm1(out, out)
    np.multiply(out, depth, out)
    (positive,) = scratch(1, z)
    np.maximum(z, ZERO, out=positive)
    if scale != 1.0:
        np.multiply(positive, scale, positive)
    np.add(out, positive, out)


def slope_of_bend(gradient: Array, z: Array, a: Array, depth: float, scale: float, out: Array) -> None:
    """The gradient through `bend_exponentially`: below 0 the slope is depth e^z = a + depth."""
    np.minimum(a, ZERO, out=out)
    np.add(out, depth, out)
    if scale != depth:
        (positive,) = scratch(1, z)
        np.greater(z, ZERO, positive, casting="unsafe")
        np.multiply(positive, scale - depth, positive)
        np.add(out, positive, out)
    np.multiply(out, gradient, out)


class ELU(ActivationFunction, name="elu"):
    """Clevert et al. 2016."""

    label = "ELU"
    summary = "Like ReLU above 0, and below it runs smoothly towards a floor, so that outputs centre on 0."
    formula = r"a = \max(0, z) + \alpha (e^{\min(0, z)} - 1)"
    symbols = {"α": "how far below 0 it goes"}
    derivative = r"\frac{\partial a}{\partial z} = [z > 0] + \alpha e^z [z \leq 0]"
    in_place = False

    alpha: float = hyper(1.0, label="Alpha", help="How far below 0 the floor lies.", bounds=NON_NEGATIVE)

    @property
    def dead_output(self) -> float | None:
        return None if self.alpha else 0.0

    def forward(self, z: Array, out: Array) -> None:
        bend_exponentially(z, self.alpha, 1.0, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        slope_of_bend(gradient, z, a, self.alpha, 1.0, out)


SELU_ALPHA = 1.6732632423543772848170429916717
SELU_SCALE = 1.0507009873554804934193349852946
"""Klambauer et al. 2017, equation 14: with these, mean 0 and variance 1 are a fixed point."""


class SELU(ActivationFunction, name="selu"):
    """Klambauer et al. 2017, equation 2."""

    label = "SELU"
    summary = "ELU with two constants that keep mean and variance from layer to layer; with LeCun normal weights."
    formula = r"a = \lambda (\max(0, z) + \alpha (e^{\min(0, z)} - 1)),\; \lambda = 1.0507,\; \alpha = 1.6733"
    symbols = {"λ α": "constants"}
    derivative = r"\frac{\partial a}{\partial z} = \lambda ([z > 0] + \alpha e^z [z \leq 0])"
    in_place = False

    def forward(self, z: Array, out: Array) -> None:
        bend_exponentially(z, SELU_SCALE * SELU_ALPHA, SELU_SCALE, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        slope_of_bend(gradient, z, a, SELU_SCALE * SELU_ALPHA, SELU_SCALE, out)


class SiLU(ActivationFunction, name="silu"):
    """Elfwing et al. 2018; Ramachandran et al. 2017 call it swish."""

    label = "SiLU"
    summary = "The sum times its sigmoid: a smooth ReLU that dips a little below 0. Also called swish."
    formula = r"a = z \sigma(z),\; \sigma(z) = \frac{1}{1 + e^{-z}}"
    symbols = {"σ": "sigmoid"}
    derivative = r"\frac{\partial a}{\partial z} = \sigma(z) + a (1 - \sigma(z))"
    in_place = False

    def forward(self, z: Array, out: Array) -> None:
        logistic(z, out)
        np.multiply(out, z, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        logistic(z, out)
        (rest,) = scratch(1, z)
        np.subtract(ONE, out, rest)
        np.multiply(rest, a, rest)
        np.add(out, rest, out)
        np.multiply(out, gradient, out)


class Softplus(ActivationFunction, name="softplus"):
    """Dugas et al. 2001, written as max(0, z) + ln(1 + e^-|z|), which neither overflows nor loses digits."""

    label = "Softplus"
    summary = "ReLU with a rounded corner: always positive and smooth everywhere."
    formula = r"a = \ln(1 + e^z)"
    derivative = r"\frac{\partial a}{\partial z} = \frac{1}{1 + e^{-z}}"
    in_place = False

    def forward(self, z: Array, out: Array) -> None:
        np.abs(z, out)
        np.negative(out, out)
        np.exp(out, out)
        np.log1p(out, out)
        (positive,) = scratch(1, z)
        np.maximum(z, ZERO, out=positive)
        np.add(out, positive, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        logistic(z, out)
        np.multiply(out, gradient, out)


DENSITY_AT_ZERO = 1 / math.sqrt(2 * math.pi)
"""Of the standard normal distribution."""
TANH_LINEAR = math.sqrt(2 / math.pi)
TANH_CUBIC = 0.044715 * TANH_LINEAR
"""Hendrycks and Gimpel 2016, section 2: the normal distribution function is close to (1 + tanh(b z + c z^3)) / 2."""
NEGLIGIBLE = 1e-30
"""A sum this small is no different from 0, where the distribution function is 1/2."""


class GELU(ActivationFunction, name="gelu"):
    """Hendrycks and Gimpel 2016, section 2, exact or in their approximation by tanh."""

    label = "GELU"
    summary = "The sum times the share of a normal distribution that lies below it: the smooth ReLU of transformers."
    formula = r"a = z \Phi(z) = \frac{z}{2} (1 + \mathrm{erf} \frac{z}{\sqrt{2}})"
    symbols = {"Φ": "share of the normal distribution below", "erf": "error function"}
    derivative = r"\frac{\partial a}{\partial z} = \Phi(z) + \frac{z}{\sqrt{2 \pi}} e^{-z^2 / 2}"
    in_place = False

    approximate: bool = hyper(
        False, label="Approximate", help="Computes Φ from tanh: faster, and right to about three digits."
    )

    def forward(self, z: Array, out: Array) -> None:
        if self.approximate:
            _tanh_of_cubic(z, out)
            np.add(out, ONE, out)
            np.multiply(out, z, out)
            np.multiply(out, 0.5, out)
            return
        # z Φ(z) = max(0, z) - |z| T(|z|) with the tail T, in which nothing cancels.
        normal_tail(z, out)
        (work,) = scratch(1, z)
        np.abs(z, work)
        np.multiply(out, work, out)
        np.maximum(z, ZERO, out=work)
        np.subtract(work, out, out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        if self.approximate:
            _slope_of_approximation(z, out)
        else:
            _slope_of_gelu(z, a, out)
        np.multiply(out, gradient, out)


def _slope_of_gelu(z: Array, a: Array, out: Array) -> None:
    """Φ(z) + z φ(z), with Φ = a / z, and 1/2 where z is 0."""
    work, none = scratch(2, z)
    np.abs(z, work)
    np.less(work, NEGLIGIBLE, none, casting="unsafe")
    np.multiply(none, 0.5, out)
    np.add(out, a, out)
    np.add(none, z, none)
    np.divide(out, none, out)
    np.square(z, work)
    np.multiply(work, -0.5, work)
    np.exp(work, work)
    np.multiply(work, z, work)
    np.multiply(work, DENSITY_AT_ZERO, work)
    np.add(out, work, out)


def _tanh_of_cubic(z: Array, out: Array) -> None:
    np.square(z, out)
    np.multiply(out, TANH_CUBIC, out)
    np.add(out, TANH_LINEAR, out)
    np.multiply(out, z, out)
    np.tanh(out, out)


def _slope_of_approximation(z: Array, out: Array) -> None:
    """With t = tanh(b z + c z^3): (1 + t) / 2 times 1 + (1 - t) (b z + 3 c z^3)."""
    _tanh_of_cubic(z, out)
    work, rest = scratch(2, z)
    np.square(z, work)
    np.multiply(work, 3 * TANH_CUBIC, work)
    np.add(work, TANH_LINEAR, work)
    np.multiply(work, z, work)
    np.subtract(ONE, out, rest)
    np.multiply(work, rest, work)
    np.add(work, ONE, work)
    np.add(out, ONE, out)
    np.multiply(out, work, out)
    np.multiply(out, 0.5, out)
