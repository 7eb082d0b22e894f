"""What a sample counts in the loss by its class, for data in which some classes are rare."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_numbers
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
    summary = "One weight for each class, in the order of the classes; no and yes for a single output."
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
    """A loss kernel whose samples have the weights of their classes; `weights` may change between batches."""

    def __init__(self, kernel: LossKernel, target: Array, weights: Array) -> None:
        self.kernel = kernel
        self.target = target
        self.weights = weights
        self.sample_weights = np.empty((*kernel.prediction.shape[:-1], 1), kernel.prediction.dtype)

    def value(self) -> float:
        """The scaled loss of the batch."""
        numbers = class_numbers(self.target, len(self.weights))
        self.weights.take(numbers, out=self.sample_weights[..., 0], mode="clip")
        return self.kernel.weighted_value(self.sample_weights)

    def backward(self) -> None:
        """Fill the gradient."""
        self.kernel.weighted_backward(self.sample_weights)
