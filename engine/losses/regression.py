"""Losses for measures: how far a number is from the number that was wanted."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.arithmetic import ONE, ZERO
from engine.errors import DataError, Message
from engine.hyperparameters import POSITIVE, hyper
from engine.losses.base import Array, Loss, LossKernel, LossSlot, first_row

LOWEST_ARGUMENT = 1e-7
"""1 + a is held above this in a logarithm; the size of Keras's epsilon."""


class MeanSquaredErrorKernel(LossKernel):
    def value(self) -> float:
        np.subtract(self.prediction, self.target, self.work)
        return self.from_total(float(np.vdot(self.work, self.work)))

    def write_terms(self) -> None:
        np.subtract(self.prediction, self.target, self.work)
        np.multiply(self.work, self.work, self.gradient)

    def backward(self) -> None:
        np.multiply(self.work, self.share, self.gradient)
        np.add(self.gradient, self.gradient, self.gradient)


class MeanSquaredError(Loss, name="mse"):
    label = "Mean squared error"
    summary = "The mean of squared differences; the standard for regression."
    formula = r"L = \frac{1}{n} \sum (a - y)^2"

    def kernel(self, slot: LossSlot) -> LossKernel:
        return MeanSquaredErrorKernel(slot)


class RootMeanSquaredErrorKernel(MeanSquaredErrorKernel):
    """d / (N root): the gradient's length is 1 / sqrt(N) however small the error, and 0 where there is no error."""

    def sample_values(self) -> Array:
        return np.sqrt(super().sample_values())

    def from_total(self, total: float) -> float:
        self.root = math.sqrt(total / self.terms)
        return self.scale * self.root

    def backward(self) -> None:
        if self.root:
            np.multiply(self.work, self.scale / self.terms / self.root, self.gradient)
        else:
            self.gradient.fill(0)


class RootMeanSquaredError(Loss, name="rmse"):
    """One root over the whole batch, so not the mean of its samples' losses; Keras's RootMeanSquaredError metric.

    At a perfect answer the root has a corner; the gradient is 0 there, and of constant length everywhere else. In
    training an epoch's loss is the mean of its batches' roots.
    """

    label = "Root mean squared error"
    summary = "The root of the mean squared difference: an error in the units of the target."
    formula = r"L = \sqrt{\frac{1}{n} \sum (a - y)^2}"
    mean_over_batch = False

    def kernel(self, slot: LossSlot) -> LossKernel:
        return RootMeanSquaredErrorKernel(slot)

    def combine(self, values: Sequence[float], counts: Sequence[int]) -> float:
        return math.sqrt(super().combine([value * value for value in values], counts))


class MeanAbsoluteErrorKernel(LossKernel):
    """The derivative at 0 is taken as 0."""

    def write_terms(self) -> None:
        np.subtract(self.prediction, self.target, self.work)
        np.abs(self.work, self.gradient)

    def backward(self) -> None:
        np.sign(self.work, self.gradient)
        np.multiply(self.gradient, self.share, self.gradient)


class MeanAbsoluteError(Loss, name="mae"):
    label = "Mean absolute error"
    summary = "The mean distance from the target; a few wild values do not rule it."
    formula = r"L = \frac{1}{n} \sum |a - y|"

    def kernel(self, slot: LossSlot) -> LossKernel:
        return MeanAbsoluteErrorKernel(slot)


class MeanSquaredLogarithmicErrorKernel(LossKernel):
    """Below the lowest argument the function is flat, and its derivative 0."""

    def __init__(self, slot: LossSlot) -> None:
        super().__init__(slot)
        self.lowest = np.array(LOWEST_ARGUMENT - 1, slot.prediction.dtype)
        self.held = np.empty_like(slot.prediction)

    def write_terms(self) -> None:
        np.maximum(self.prediction, self.lowest, out=self.held)
        np.log1p(self.held, self.work)
        np.log1p(self.target, self.gradient)
        np.subtract(self.work, self.gradient, self.work)
        np.multiply(self.work, self.work, self.gradient)

    def backward(self) -> None:
        np.add(self.held, ONE, self.gradient)
        np.divide(self.work, self.gradient, self.work)
        np.greater(self.prediction, self.lowest, self.gradient, casting="unsafe")
        np.multiply(self.gradient, self.work, self.gradient)
        np.multiply(self.gradient, self.share, self.gradient)
        np.add(self.gradient, self.gradient, self.gradient)


class MeanSquaredLogarithmicError(Loss, name="msle"):
    """As in Keras, but that 1 + a is held above 0 and not a itself, so that targets from -1 to 0 can be learned."""

    label = "Mean squared logarithmic error"
    summary = "Squared differences of logarithms: an error of a tenth costs the same for small and large targets."
    formula = r"L = \frac{1}{n} \sum \left(\ln (1 + a) - \ln (1 + y)\right)^2"

    def kernel(self, slot: LossSlot) -> LossKernel:
        return MeanSquaredLogarithmicErrorKernel(slot)

    def check_targets(self, targets: Array) -> None:
        wrong = ~(targets > -1)
        if wrong.any():
            place, row = first_row(wrong)
            raise DataError(
                Message("Mean squared logarithmic error needs targets above -1. Received {value} in row {row}.",
                        value=f"{targets[place]:g}", row=row)
            )  # fmt: skip


class HuberKernel(LossKernel):
    """With c, the difference d held from -delta to delta, a term is c (d - c / 2) and its derivative c."""

    def __init__(self, slot: LossSlot, delta: float) -> None:
        super().__init__(slot)
        self.high = np.array(delta, slot.prediction.dtype)
        self.low = -self.high
        self.half = np.array(0.5, slot.prediction.dtype)
        self.difference = np.empty_like(slot.prediction)

    def write_terms(self) -> None:
        np.subtract(self.prediction, self.target, self.difference)
        np.minimum(self.difference, self.high, out=self.work)
        np.maximum(self.work, self.low, out=self.work)
        np.multiply(self.work, self.half, self.gradient)
        np.subtract(self.difference, self.gradient, self.gradient)
        np.multiply(self.gradient, self.work, self.gradient)

    def backward(self) -> None:
        np.multiply(self.work, self.share, self.gradient)


class Huber(Loss, name="huber"):
    """Huber 1964, Robust estimation of a location parameter."""

    label = "Huber"
    summary = "Squared for small differences and straight for large ones: smooth, and calm about wild values."
    formula = r"L = \frac{1}{n} \sum c \left(|a - y| - \frac{c}{2}\right), \quad c = \min(|a - y|, \delta)"
    symbols = {"c": "error, at most the threshold", "δ": "threshold"}

    delta: float = hyper(
        1.0, label="Delta", help="The difference from which on the loss grows in a straight line.", bounds=POSITIVE
    )

    def kernel(self, slot: LossSlot) -> LossKernel:
        return HuberKernel(slot, self.delta)


class LogCoshKernel(LossKernel):
    """ln cosh d = |d| + ln(1 + (e^{-2|d|} - 1) / 2), which neither overflows nor loses small differences."""

    def __init__(self, slot: LossSlot) -> None:
        super().__init__(slot)
        self.minus_two = np.array(-2, slot.prediction.dtype)
        self.half = np.array(0.5, slot.prediction.dtype)
        self.distance = np.empty_like(slot.prediction)

    def write_terms(self) -> None:
        np.subtract(self.prediction, self.target, self.work)
        np.abs(self.work, self.distance)
        np.multiply(self.distance, self.minus_two, self.gradient)
        np.expm1(self.gradient, self.gradient)
        np.multiply(self.gradient, self.half, self.gradient)
        np.log1p(self.gradient, self.gradient)
        np.add(self.gradient, self.distance, self.gradient)
        np.maximum(self.gradient, ZERO, out=self.gradient)  # rounding may fall below

    def backward(self) -> None:
        np.tanh(self.work, self.gradient)
        np.multiply(self.gradient, self.share, self.gradient)


class LogCosh(Loss, name="log_cosh"):
    label = "Log-cosh"
    summary = "Like half the squared error near the target and like the absolute error far from it, with no corner."
    formula = r"L = \frac{1}{n} \sum \ln \cosh (a - y)"

    def kernel(self, slot: LossSlot) -> LossKernel:
        return LogCoshKernel(slot)
