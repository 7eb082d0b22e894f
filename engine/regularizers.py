"""Penalties on the size of weights, added to the loss, as Keras defines them (sums, not means)."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import NON_NEGATIVE, Configurable, hyper

Array = NDArray[np.floating]


class Regularizer(Configurable, family="regularizer"):
    """What large weights cost beside the data."""

    advanced = True

    @abstractmethod
    def penalty(self, weights: Array) -> float:
        """The cost of these weights."""

    @abstractmethod
    def add_gradient(self, weights: Array, gradient: Array, work: Array) -> None:
        """Add the penalty's derivative to the gradient; `work` is an array of the same shape to compute in."""


class NoRegularizer(Regularizer, name="none"):
    label = "None"
    summary = "Weights cost nothing, whatever their size."
    formula = r"\Omega = 0"

    def penalty(self, weights: Array) -> float:
        return 0.0

    def add_gradient(self, weights: Array, gradient: Array, work: Array) -> None:
        pass


class L1(Regularizer, name="l1"):
    """Tibshirani 1996. The derivative at 0 is taken as 0."""

    label = "L1"
    summary = "Costs the weights' magnitudes, which drives unneeded ones to 0."
    formula = r"\Omega = \lambda_1 \sum |w|"

    l1: float = hyper(0.01, label="L1 strength", help="The price of magnitude.", bounds=NON_NEGATIVE)

    def penalty(self, weights: Array) -> float:
        return self.l1 * float(np.abs(weights).sum())

    def add_gradient(self, weights: Array, gradient: Array, work: Array) -> None:
        np.sign(weights, work)
        np.multiply(work, self.l1, work)
        np.add(gradient, work, gradient)


class L2(Regularizer, name="l2"):
    """Hoerl and Kennard 1970 (ridge), without the half that some texts put before it."""

    label = "L2"
    summary = "Costs the weights' squares, which keeps all of them small."
    formula = r"\Omega = \lambda_2 \sum w^2"

    l2: float = hyper(0.01, label="L2 strength", help="The price of the square.", bounds=NON_NEGATIVE)

    def penalty(self, weights: Array) -> float:
        return self.l2 * float(np.square(weights).sum())

    def add_gradient(self, weights: Array, gradient: Array, work: Array) -> None:
        np.multiply(weights, 2 * self.l2, work)
        np.add(gradient, work, gradient)


class L1L2(Regularizer, name="l1_l2"):
    """Zou and Hastie 2005 (elastic net)."""

    label = "L1 and L2"
    summary = "Both penalties at once: few weights, and none of them large."
    formula = r"\Omega = \lambda_1 \sum |w| + \lambda_2 \sum w^2"

    l1: float = hyper(0.01, label="L1 strength", help="The price of magnitude.", bounds=NON_NEGATIVE)
    l2: float = hyper(0.01, label="L2 strength", help="The price of the square.", bounds=NON_NEGATIVE)

    def penalty(self, weights: Array) -> float:
        return self.l1 * float(np.abs(weights).sum()) + self.l2 * float(np.square(weights).sum())

    def add_gradient(self, weights: Array, gradient: Array, work: Array) -> None:
        np.sign(weights, work)
        np.multiply(work, self.l1, work)
        np.add(gradient, work, gradient)
        np.multiply(weights, 2 * self.l2, work)
        np.add(gradient, work, gradient)
