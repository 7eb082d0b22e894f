"""More features made of those that are there, so that a small network finds what bends."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from math import comb
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.errors import Message
from engine.hyperparameters import Bounds, Configurable, hyper

Array = NDArray[np.floating]

MOST_FEATURES = 10_000
"""More would be a slip of the finger."""


class Term(NamedTuple):
    """One column: the product of some features, each named as often as it is a factor, or a function of one.

    `function` is "product", "sin" or "cos"; `of` are the features' places.
    """

    function: str
    of: tuple[int, ...]

    def name(self, features: Sequence[str]) -> str:
        """What the column is called."""
        powers = {place: self.of.count(place) for place in self.of}
        product = "*".join(features[place] + (f"^{power}" if power > 1 else "") for place, power in powers.items())
        return product if self.function == "product" else f"{self.function}({product})"


class Expansion(Configurable, family="expansion"):
    """Adds columns to flat inputs (n, features), behind those that are there."""

    @abstractmethod
    def count(self, features: int) -> int:
        """How many columns there are afterwards."""

    @abstractmethod
    def transform(self, X: Array) -> Array:
        """The inputs with the new columns."""

    @abstractmethod
    def terms(self, features: int) -> Iterator[Term]:
        """What each column holds, those that are there among them, in the order of `transform`."""

    def names(self, features: Sequence[str]) -> tuple[str, ...]:
        """What all columns are called."""
        return tuple(term.name(features) for term in self.terms(len(features)))


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

    def terms(self, features: int) -> Iterator[Term]:
        places = range(features)
        yield from (Term("product", (place,)) for place in places)
        if self.squares:
            yield from (Term("product", (place, place)) for place in places)
        if self.products:
            yield from (Term("product", pair) for pair in combinations(places, 2))
        if self.sines:
            yield from (Term("sin", (place,)) for place in places)
        if self.cosines:
            yield from (Term("cos", (place,)) for place in places)


class Polynomial(Expansion, name="polynomial"):
    label = "Polynomial"
    summary = "All products of up to so many features, each as often as wanted; scikit-learn's PolynomialFeatures."

    degree: int = hyper(2, label="Degree", help="The most factors of a product.", bounds=Bounds(2, 8))

    def count(self, features: int) -> int:
        return comb(features + self.degree, self.degree) - 1

    def transform(self, X: Array) -> Array:
        return np.stack([X[:, list(term.of)].prod(axis=1) for term in self.terms(X.shape[1])], axis=1)

    def terms(self, features: int) -> Iterator[Term]:
        for degree in range(1, self.degree + 1):
            for factors in combinations_with_replacement(range(features), degree):
                yield Term("product", factors)
