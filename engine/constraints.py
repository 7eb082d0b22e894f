"""Limits that weights are put back within after each step, as Keras defines them."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import POSITIVE, Configurable, hyper

Array = NDArray[np.floating]

SMALLEST = 1e-7
"""Keeps the division finite where all weights of a unit are 0, as in Keras."""


class Constraint(Configurable, family="constraint"):
    """What weights may be after a step."""

    advanced = True

    @abstractmethod
    def apply(self, weights: Array) -> None:
        """Put the weights back within the limit, in place."""


class NoConstraint(Constraint, name="none"):
    label = "None"
    summary = "Weights may be anything."
    formula = r"w \in \mathbb{R}"

    def apply(self, weights: Array) -> None:
        pass


class MaxNorm(Constraint, name="max_norm"):
    """Srivastava et al. 2014, section 5.1: the norm of the weights that enter each unit."""

    label = "Max norm"
    summary = "Shortens the weights that enter a unit when together they are longer than this."
    formula = r"w \leftarrow w \min\left(1, \frac{c}{\|w\|}\right)"

    limit: float = hyper(3.0, label="Limit", help="The longest that a unit's weights may be.", bounds=POSITIVE)

    def apply(self, weights: Array) -> None:
        entering = tuple(range(weights.ndim - 1)) if weights.ndim > 1 else None
        length = np.sqrt(np.square(weights).sum(axis=entering, keepdims=True))
        np.multiply(
            weights, np.minimum(length, self.limit) / (SMALLEST + length), out=weights, where=length > self.limit
        )


class NonNegative(Constraint, name="non_negative"):
    label = "Not negative"
    summary = "Sets negative weights to 0."
    formula = r"w \leftarrow \max(0, w)"

    def apply(self, weights: Array) -> None:
        np.maximum(weights, 0, out=weights)
