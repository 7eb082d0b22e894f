"""What a sample counts in the loss of training by its class, for data in which some classes are rare.

Where every unit answers a question of its own (`Loss.yes_or_no`), the classes are no and yes, and each answer counts
by its own.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.classes import answers, class_numbers
from engine.errors import Message, ShapeError
from engine.hyperparameters import NON_NEGATIVE, Configurable, hyper
from engine.losses import LossKernel

Array = NDArray[np.floating]
Counts = NDArray[np.integer[Any]]


class ClassWeighting(Configurable, family="class weighting"):
    """How much the samples of each class count; the mean is still over the number of samples, as in Keras."""

    @abstractmethod
    def weights(self, counts: Counts) -> Array:
        """One weight a class, given how many training samples each class has."""

    def check(self, classes: int) -> None:
        """ShapeError where this weighting is not for so many classes."""


class NoClassWeights(ClassWeighting, name="none"):
    label = "None"
    summary = "Every sample counts the same."
    formula = r"w_c = 1"

    def weights(self, counts: Counts) -> Array:
        return np.ones(len(counts))


class BalancedClassWeights(ClassWeighting, name="balanced"):
    """King and Zeng 2001, as scikit-learn's "balanced"; a class without a sample is not counted and weighs 1."""

    label = "Balanced"
    summary = "Samples of rare classes count more, so that every class counts the same in all."
    formula = r"w_c = \frac{n}{k n_c}"

    def weights(self, counts: Counts) -> Array:
        present = np.count_nonzero(counts)
        return np.where(counts > 0, counts.sum() / (max(1, present) * np.maximum(1, counts)), 1.0)


class GivenClassWeights(ClassWeighting, name="given"):
    label = "Given"
    summary = (
        "One weight for each class, in the order of the classes; for yes-or-no answers, one for no and one for yes."
    )
    formula = r"w_c = \mathrm{given}"

    values: tuple[float, ...] = hyper(
        (1.0, 1.0), label="Weights", help="One number for each class, in the order of the classes.", bounds=NON_NEGATIVE
    )

    def weights(self, counts: Counts) -> Array:
        return np.array(self.values)

    def check(self, classes: int) -> None:
        if len(self.values) != classes:
            raise ShapeError(
                Message("The output tells {wanted} classes apart and needs as many class weights. Received: {came}.",
                        wanted=classes, came=len(self.values))
            )  # fmt: skip


class ClassWeightedLoss:
    """A loss kernel whose samples, or answers, have the weights of their classes.

    `weights` belong to a batch as its targets do: they may change between batches, and without any all count the same.
    """

    def __init__(self, kernel: LossKernel, target: Array, yes_or_no: bool) -> None:
        self.kernel = kernel
        self.weights: Array | None = None
        self.target = answers(target) if yes_or_no else target
        shape = kernel.prediction.shape
        self.weight_of_each = np.empty(shape if yes_or_no else (*shape[:-1], 1), kernel.prediction.dtype)
        self.to_fill = self.weight_of_each if yes_or_no else self.weight_of_each[..., 0]

    def value(self) -> float:
        """The scaled loss of the batch."""
        if self.weights is None:
            return self.kernel.value()
        self.weights.take(class_numbers(self.target, len(self.weights)), out=self.to_fill, mode="clip")
        return self.kernel.weighted_value(self.weight_of_each)

    def backward(self) -> None:
        """Fill the gradient."""
        if self.weights is None:
            self.kernel.backward()
        else:
            self.kernel.weighted_backward(self.weight_of_each)
