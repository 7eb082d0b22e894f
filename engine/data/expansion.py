"""More features made of those that are there, so that a small network finds what bends."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from math import comb

import numpy as np
from numpy.typing import NDArray

from engine.errors import Message
from engine.hyperparameters import Bounds, Configurable, hyper

Array = NDArray[np.floating]

MOST_FEATURES = 10_000
"""More would be a slip of the finger."""


class Expansion(Configurable, family="expansion"):
    """Adds columns to flat inputs (n, features), behind those that are there."""

    @abstractmethod
    def count(self, features: int) -> int:
        """How many columns there are afterwards."""

    @abstractmethod
    def transform(self, X: Array) -> Array:
        """The inputs with the new columns."""

    @abstractmethod
    def names(self, features: Sequence[str]) -> tuple[str, ...]:
        """What all columns are called."""


class Terms(Expansion, name="terms"):
    """Smilkov et al. 2017, "Direct-Manipulation Visualization of Deep Networks"."""

    label = "Chosen terms"
    summary = "Squares, products of two, sines and cosines of the features, as they are chosen."

    squares: bool = hyper(True, label="Squares", help="Adds the square of every feature.")
    products: bool = hyper(True, label="Products", help="Adds the product of every two features.")
    sines: bool = hyper(False, label="Sines", help="Adds the sine of every feature, in its own unit as radians.")
    cosines: bool = hyper(False, label="Cosines", help="Adds the cosine of every feature, in its own unit as radians.")

    def conflicts(self) -> Iterator[Message]:
        if not (self.squares or self.products or self.sines or self.cosines):
            yield Message("Choose at least one term, or no expansion.")

    def count(self, features: int) -> int:
        return features * (1 + self.squares + self.sines + self.cosines) + comb(features, 2) * self.products

    def transform(self, X: Array) -> Array:
        columns = [X]
        if self.squares:
            columns.append(X**2)
        if self.products:
            first, second = np.triu_indices(X.shape[1], 1)
            columns.append(X[:, first] * X[:, second])
        if self.sines:
            columns.append(np.sin(X))
        if self.cosines:
            columns.append(np.cos(X))
        return np.concatenate(columns, axis=1)

    def names(self, features: Sequence[str]) -> tuple[str, ...]:
        squares = [f"{name}^2" for name in features] if self.squares else []
        products = [f"{one}*{other}" for one, other in combinations(features, 2)] if self.products else []
        sines = [f"sin({name})" for name in features] if self.sines else []
        cosines = [f"cos({name})" for name in features] if self.cosines else []
        return (*features, *squares, *products, *sines, *cosines)


class Polynomial(Expansion, name="polynomial"):
    label = "Polynomial"
    summary = "All products of up to so many features, each as often as wanted; scikit-learn's PolynomialFeatures."

    degree: int = hyper(2, label="Degree", help="The most factors of a product.", bounds=Bounds(2, 8))

    def count(self, features: int) -> int:
        return comb(features + self.degree, self.degree) - 1

    def transform(self, X: Array) -> Array:
        return np.stack([X[:, factors].prod(axis=1) for factors in self._products(X.shape[1])], axis=1)

    def names(self, features: Sequence[str]) -> tuple[str, ...]:
        return tuple(_product(features, factors) for factors in self._products(len(features)))

    def _products(self, features: int) -> Iterator[list[int]]:
        for degree in range(1, self.degree + 1):
            yield from map(list, combinations_with_replacement(range(features), degree))


def _product(features: Sequence[str], factors: list[int]) -> str:
    powers = {factor: factors.count(factor) for factor in factors}
    return "*".join(features[factor] + (f"^{power}" if power > 1 else "") for factor, power in powers.items())
