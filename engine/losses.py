"""Loss functions: means over the batch and over output features, as Keras defines them.

A `Loss` is the declaration, a `LossKernel` the running thing bound to one batch's arrays. A loss that
`fuses` with an activation is computed from that activation's logits, which is exact far out.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.arithmetic import ONE, ZERO, row_maxima, row_sums
from engine.errors import DataError, Message
from engine.hyperparameters import Configurable

Array = NDArray[np.floating]


class LossKernel(ABC):
    """One loss on one batch: `value()` first, then `backward()`, which fills `gradient`.

    The gradient is with respect to the prediction, or to the logits where those are given. `scale`
    multiplies value and gradient alike.
    """

    def __init__(self, prediction: Array, target: Array, gradient: Array, logits: Array | None, scale: float) -> None:
        self.prediction = prediction
        self.target = target
        self.gradient = gradient
        self.logits = logits
        self.scale = scale
        self.work = np.empty_like(prediction)
        self.terms = self.count_terms()
        self.share = np.array(scale / self.terms, prediction.dtype)
        """What one term weighs, as an array without axes, which costs no conversion."""

    def count_terms(self) -> int:
        """Over how many terms the mean is taken."""
        return self.prediction.size

    @abstractmethod
    def value(self) -> float:
        """The scaled loss of the batch."""

    @abstractmethod
    def backward(self) -> None:
        """Fill the gradient."""

    def write_difference(self) -> None:
        """The gradient that losses fused with their activation share: (prediction - target) / terms."""
        np.subtract(self.prediction, self.target, self.gradient)
        np.multiply(self.gradient, self.share, self.gradient)


class Loss(Configurable, family="loss"):
    """What training makes small.

    `suits` names the activations that may stand before the output, the recommended one first; empty means any.
    """

    suits: ClassVar[tuple[str, ...]] = ()
    fuses: ClassVar[str] = ""
    classification: ClassVar[bool] = False
    kernel_class: ClassVar[type[LossKernel]]

    def kernel(
        self,
        prediction: Array,
        target: Array,
        gradient: Array,
        logits: Array | None = None,
        scale: float = 1.0,
    ) -> LossKernel:
        """Bind the loss to arrays of one shape (n, ...)."""
        return self.kernel_class(prediction, target, gradient, logits, scale)

    def check_targets(self, targets: Array) -> None:
        """Raise DataError where targets lie outside what the loss is defined for."""


class MeanSquaredErrorKernel(LossKernel):
    def value(self) -> float:
        np.subtract(self.prediction, self.target, self.work)
        return float(np.vdot(self.work, self.work)) * self.scale / self.terms

    def backward(self) -> None:
        np.multiply(self.work, self.share, self.gradient)
        np.add(self.gradient, self.gradient, self.gradient)


class MeanSquaredError(Loss, name="mse"):
    label = "Mean squared error"
    summary = "The mean of squared differences; the standard for regression."
    formula = r"L = \frac{1}{n} \sum (a - y)^2"
    kernel_class = MeanSquaredErrorKernel


LOG_FLOOR = -100.0
"""The logarithm of a probability is held above this, as in PyTorch's BCELoss."""
SMALLEST_VARIANCE = 1e-12
"""p (1 - p) is held above this in a derivative, as in PyTorch's BCELoss."""


class BinaryCrossentropyKernel(LossKernel):
    def value(self) -> float:
        if self.logits is not None:
            # Number by number, because far out both parts are large and their difference is small.
            np.logaddexp(ZERO, self.logits, self.work)
            np.multiply(self.target, self.logits, self.gradient)
            np.subtract(self.work, self.gradient, self.work)
            total = self.work.sum()
        else:
            np.log(self.prediction, self.work)
            np.maximum(self.work, LOG_FLOOR, out=self.work)
            total = -np.vdot(self.target, self.work)
            np.log1p(-self.prediction, self.work)
            np.maximum(self.work, LOG_FLOOR, out=self.work)
            total -= np.sum(self.work) - np.vdot(self.target, self.work)
        return float(total) * self.scale / self.terms

    def backward(self) -> None:
        self.write_difference()
        if self.logits is None:
            np.subtract(ONE, self.prediction, self.work)
            np.multiply(self.work, self.prediction, self.work)
            np.maximum(self.work, SMALLEST_VARIANCE, out=self.work)
            np.divide(self.gradient, self.work, self.gradient)


class BinaryCrossentropy(Loss, name="binary_crossentropy"):
    label = "Binary cross-entropy"
    summary = "How surprised the network is by yes-or-no answers; with sigmoid outputs."
    formula = r"L = -\frac{1}{n} \sum y \ln a + (1 - y) \ln (1 - a)"
    suits = ("sigmoid",)
    fuses = "sigmoid"
    classification = True
    kernel_class = BinaryCrossentropyKernel

    def check_targets(self, targets: Array) -> None:
        if targets.size and not (targets.min() >= 0 and targets.max() <= 1):
            raise DataError(
                Message("Binary cross-entropy needs targets from 0 to 1. Received targets from {low} to {high}.",
                        low=f"{targets.min():g}", high=f"{targets.max():g}")
            )  # fmt: skip


class CategoricalCrossentropyKernel(LossKernel):
    """From logits the logarithm of the prediction serves, unless one term may be below `log_smallest`.

    No term is positive, so while their sum is above it, each of them is.
    """

    def __init__(self, prediction: Array, target: Array, gradient: Array, logits: Array | None, scale: float) -> None:
        super().__init__(prediction, target, gradient, logits, scale)
        self.log_smallest = math.log(np.finfo(prediction.dtype).smallest_normal)

    def count_terms(self) -> int:
        return int(self.prediction.size // self.prediction.shape[-1])

    def value(self) -> float:
        np.log(self.prediction, self.work)
        if self.logits is None:
            np.maximum(self.work, LOG_FLOOR, out=self.work)
        total = float(np.vdot(self.target, self.work))
        if self.logits is not None and not total > self.log_smallest:
            total = self.value_from_logits(self.logits)
        return -total * self.scale / self.terms

    def value_from_logits(self, logits: Array) -> float:
        """The sum of y ln a, exact also where a is too small for its logarithm to be."""
        np.subtract(logits, row_maxima(logits), self.work)
        np.exp(self.work, self.gradient)
        total = row_sums(self.gradient)
        np.subtract(self.work, np.log(total), self.work)
        return float(np.vdot(self.target, self.work))

    def backward(self) -> None:
        if self.logits is not None:
            self.write_difference()
        else:
            np.maximum(self.prediction, SMALLEST_VARIANCE, out=self.work)
            np.divide(self.target, self.work, self.gradient)
            np.multiply(self.gradient, -self.scale / self.terms, self.gradient)


class CategoricalCrossentropy(Loss, name="categorical_crossentropy"):
    label = "Categorical cross-entropy"
    summary = "How surprised the network is by the right class; with a softmax output and one-hot targets."
    formula = r"L = -\frac{1}{n} \sum_i \sum_k y_{ik} \ln a_{ik}"
    suits = ("softmax",)
    fuses = "softmax"
    classification = True
    kernel_class = CategoricalCrossentropyKernel

    def check_targets(self, targets: Array) -> None:
        sums = targets.sum(axis=-1)
        if targets.size and (targets.min() < 0 or np.abs(sums - 1).max() > 1e-3):
            raise DataError(
                Message("Categorical cross-entropy needs targets that add up to 1 in every row (one-hot). "
                        "Received a row with sum {total}.", total=f"{sums[np.abs(sums - 1).argmax()]:g}")
            )  # fmt: skip
