"""Functions of a whole row: probabilities of one class out of several, and their logarithms."""

from __future__ import annotations

import numpy as np

from engine.activations.base import ActivationFunction, Array
from engine.arithmetic import row_maxima, row_sums
from engine.scratch import scratch


class Softmax(ActivationFunction, name="softmax"):
    label = "Softmax"
    summary = "Turns the sums into probabilities that add up to 1; for one class out of several."
    formula = r"a_i = \frac{e^{z_i}}{\sum_j e^{z_j}}"
    symbols = {"i j": "units"}
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


class LogSoftmax(ActivationFunction, name="log_softmax"):
    label = "Log softmax"
    summary = "The logarithms of softmax's probabilities, exact also where a probability is too small to be written."
    formula = r"a_i = z_i - \ln \sum_j e^{z_j}"
    symbols = {"i j": "units"}
    derivative = r"\frac{\partial a_i}{\partial z_j} = [i = j] - e^{a_j}"
    elementwise = False

    def forward(self, z: Array, out: Array) -> None:
        np.subtract(z, row_maxima(z), out)
        (exponentials,) = scratch(1, out)
        np.exp(out, exponentials)
        total = row_sums(exponentials)
        np.subtract(out, np.log(total, total), out)

    def backward(self, gradient: Array, z: Array, a: Array, out: Array) -> None:
        np.exp(a, out)
        np.multiply(out, row_sums(gradient), out)
        np.subtract(gradient, out, out)
