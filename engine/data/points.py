"""Points of several classes in the plane, made on the spot: clouds, moons, circles, spirals, a chequered board.

Samples take turns among the classes, so that every beginning of a data set is balanced.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.gates import CORNERS, XorGate
from engine.data.made import SAMPLES, Made
from engine.errors import Message
from engine.hyperparameters import NON_NEGATIVE, Bounds, hyper
from engine.shapes import DataShape

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

FEATURES = ("x1", "x2")
BETWEEN_0_AND_1 = Bounds(0, 1, low_open=True, high_open=True)


class Points(Made):
    """Noisy points of several classes in the plane."""

    samples: int = hyper(240, label="Samples", help="Number of points.", bounds=SAMPLES)
    noise: float = hyper(0.1, label="Noise", help="Standard deviation of the shift of each point.", bounds=NON_NEGATIVE)
    balance: float | None = hyper(
        None, label="Share of the first class", bounds=BETWEEN_0_AND_1, absent="as generated",
        help="The part of the points that belongs to the first class; the other classes share the rest evenly. "
        "Left empty, all classes have as many.",
    )  # fmt: skip

    @property
    def class_count(self) -> int:
        """How many classes there are."""
        return 2

    @property
    def shape(self) -> DataShape:
        return DataShape((2,), (1 if self.class_count == 2 else self.class_count,))

    def conflicts(self) -> Iterator[Message]:
        """A share so small or so large that a class is left without a point."""
        if self.balance is None:
            return
        first = self.first_count(self.balance)
        if first < 1 or self.samples - first < self.class_count - 1:
            yield Message(
                "A share of {share} gives the first class {first} of {samples} points, and every class needs one. "
                "Choose another share, or more samples.",
                share=f"{self.balance:g}", first=first, samples=self.samples,
            )  # fmt: skip

    def first_count(self, balance: float) -> int:
        """How many points the first class has at this share."""
        return round(balance * self.samples)

    def load(self) -> Dataset:
        rng = self.dice()
        turns = self.taken_turns()
        labels = self.labels(turns)
        points = self.draw(turns, labels, rng)
        points = points + rng.normal(0.0, self.noise, points.shape)
        names = tuple(str(label) for label in range(self.class_count))
        return Dataset(points, one_hot(labels, self.class_count), None, names, FEATURES)

    def taken_turns(self) -> Whole:
        """The turn of each sample: one after the other, or the first class as often as it is to be, evenly spread."""
        order = np.arange(self.samples)
        if self.balance is None:
            return order
        first = self.first_count(self.balance)
        is_first = order * first % self.samples < first
        labels = self.labels(np.arange(self.class_count * (self.samples + 1)))
        turns = np.empty(self.samples, np.intp)
        turns[is_first] = np.flatnonzero(labels == 0)[:first]
        turns[~is_first] = np.flatnonzero(labels)[: self.samples - first]
        return turns

    def labels(self, turns: Whole) -> Whole:
        """The class whose turn it is."""
        return turns % self.class_count

    @abstractmethod
    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        """Points (n, 2) without noise, for these turns and their classes."""


class Xor(Points, name="xor"):
    label = "XOR clouds"
    summary = "Four clouds at the corners of a square; opposite corners belong together."
    suggested = ("xor", "moons")

    def labels(self, turns: Whole) -> Whole:
        return np.array(XorGate.answers)[turns % 4]

    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        return CORNERS[turns % 4]


class Moons(Points, name="moons"):
    label = "Two moons"
    summary = "Two half circles that reach into each other."
    suggested = ("moons",)

    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        angle = rng.uniform(0.0, np.pi, len(turns))
        sign = 1.0 - 2.0 * labels
        return np.column_stack([labels + sign * np.cos(angle), 0.5 * labels + sign * np.sin(angle)])


class Circles(Points, name="circles"):
    label = "Two circles"
    summary = "A small circle inside a large one."
    suggested = ("circles", "skip")

    factor: float = hyper(
        0.5, label="Inner radius", help="Radius of the inner circle; the outer one has 1.", bounds=BETWEEN_0_AND_1
    )

    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        angle = rng.uniform(0.0, 2.0 * np.pi, len(turns))
        radius = np.where(labels == 1, self.factor, 1.0)
        return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


class GaussianBlobs(Points, name="gaussian_blobs"):
    label = "Gaussian blobs"
    summary = "Round clouds on a circle, one for each class."
    suggested = ("mlp_classifier", "perceptron")

    classes: int = hyper(3, label="Classes", help="Number of clouds.", bounds=Bounds(2, 10))

    @property
    def class_count(self) -> int:
        return self.classes

    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        angle = 2.0 * np.pi * labels / self.classes
        return np.column_stack([np.cos(angle), np.sin(angle)])


class Spirals(Points, name="spirals"):
    label = "Two spirals"
    summary = "Two arms wound around each other; a hard test for a small network."
    origin = "Made on the spot by a rule, after Lang and Witbrock 1988."
    suggested = ("spirals",)

    noise: float = hyper(
        0.02, label="Noise", help="Standard deviation of the shift of each point.", bounds=NON_NEGATIVE
    )
    turns: float = hyper(1.25, label="Turns", help="How often an arm goes round.", bounds=Bounds(0, 10, low_open=True))

    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        # The root spreads the points evenly along the arm.
        radius = np.sqrt(rng.uniform(0.01, 1.0, len(turns)))
        angle = 2.0 * np.pi * self.turns * radius + np.pi * labels
        return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


class Checkerboard(Points, name="checkerboard"):
    label = "Checkerboard"
    summary = "Squares of two classes in turn, side by side; many straight edges for one network."
    suggested = ("checkerboard",)

    samples: int = hyper(600, label="Samples", help="Number of points.", bounds=SAMPLES)
    noise: float = hyper(
        0.01, label="Noise", help="Standard deviation of the shift of each point.", bounds=NON_NEGATIVE
    )
    squares: int = hyper(4, label="Squares per side", help="How many lie along each side.", bounds=Bounds(2, 20))

    def draw(self, turns: Whole, labels: Whole, rng: np.random.Generator) -> Array:
        """Each point lies anywhere within a square of its class; the board reaches from -1 to 1."""
        rows, columns = np.divmod(np.arange(self.squares**2), self.squares)
        colors = (rows + columns) % 2
        square = np.empty(len(turns), np.intp)
        for color in (0, 1):
            chosen = labels == color
            square[chosen] = rng.choice(np.flatnonzero(colors == color), np.count_nonzero(chosen))
        corner = np.column_stack([columns[square], rows[square]])
        return (corner + rng.uniform(size=corner.shape)) * (2.0 / self.squares) - 1.0
