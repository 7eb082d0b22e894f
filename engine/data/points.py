"""Points in the plane (and one curve) made on the spot: truth tables, clouds, moons, circles, spirals, sine.

Samples take turns among the classes, so that every beginning of a data set is balanced.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.source import DataSource
from engine.hyperparameters import NON_NEGATIVE, SEEDS, Bounds, hyper
from engine.random_streams import DATA, stream
from engine.shapes import DataShape

Array = NDArray[np.float64]

YES_OR_NO = ("0", "1")
FEATURES = ("x1", "x2")
SAMPLES = Bounds(4, 1_000_000)
CORNERS = np.array([(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)])
"""The inputs of a truth table, in its usual order."""


def one_hot(labels: NDArray[np.intp], classes: int) -> Array:
    """One column per class; a single column of 0 and 1 where there are two."""
    if classes == 2:
        return labels[:, np.newaxis].astype(np.float64)
    return np.eye(classes)[labels]


class Gate(DataSource):
    """A truth table of two inputs: four samples."""

    answers: ClassVar[tuple[int, ...]]

    @property
    def shape(self) -> DataShape:
        return DataShape((2,), (1,))

    def load(self) -> Dataset:
        return Dataset(CORNERS.copy(), one_hot(np.array(self.answers), 2), None, YES_OR_NO, FEATURES)


class XorGate(Gate, name="xor_gate"):
    label = "XOR gate"
    summary = "The four points of exclusive or: no straight line separates them."
    answers = (0, 1, 1, 0)


class AndGate(Gate, name="and_gate"):
    label = "AND gate"
    summary = "The four points of logical and: one unit is enough."
    answers = (0, 0, 0, 1)


class OrGate(Gate, name="or_gate"):
    label = "OR gate"
    summary = "The four points of logical or: one unit is enough."
    answers = (0, 1, 1, 1)


class Points(DataSource):
    """Noisy points of several classes in the plane."""

    samples: int = hyper(240, label="Samples", help="Number of points.", bounds=SAMPLES)
    noise: float = hyper(0.1, label="Noise", help="Standard deviation of the shift of each point.", bounds=NON_NEGATIVE)
    seed: int = hyper(0, label="Data seed", help="The same seed draws the same points.", bounds=SEEDS)

    @property
    def class_count(self) -> int:
        """How many classes there are."""
        return 2

    @property
    def shape(self) -> DataShape:
        return DataShape((2,), (1 if self.class_count == 2 else self.class_count,))

    def load(self) -> Dataset:
        rng = stream(self.seed, DATA)
        turns = np.arange(self.samples)
        points, labels = self.draw(turns, rng)
        points = points + rng.normal(0.0, self.noise, points.shape)
        names = tuple(str(label) for label in range(self.class_count))
        return Dataset(points, one_hot(labels, self.class_count), None, names, FEATURES)

    @abstractmethod
    def draw(self, turns: NDArray[np.intp], rng: np.random.Generator) -> tuple[Array, NDArray[np.intp]]:
        """Points without noise and their classes, one for each number in `turns`."""


class Xor(Points, name="xor"):
    label = "XOR clouds"
    summary = "Four clouds at the corners of a square; opposite corners belong together."

    def draw(self, turns: NDArray[np.intp], rng: np.random.Generator) -> tuple[Array, NDArray[np.intp]]:
        corner = turns % 4
        return CORNERS[corner], np.array(XorGate.answers)[corner]


class Moons(Points, name="moons"):
    label = "Two moons"
    summary = "Two half circles that reach into each other."

    def draw(self, turns: NDArray[np.intp], rng: np.random.Generator) -> tuple[Array, NDArray[np.intp]]:
        labels = turns % 2
        angle = rng.uniform(0.0, np.pi, len(turns))
        sign = 1.0 - 2.0 * labels
        points = np.column_stack([labels + sign * np.cos(angle), 0.5 * labels + sign * np.sin(angle)])
        return points, labels


class Circles(Points, name="circles"):
    label = "Two circles"
    summary = "A small circle inside a large one."

    factor: float = hyper(
        0.5, label="Inner radius", help="Radius of the inner circle; the outer one has 1.",
        bounds=Bounds(0, 1, low_open=True, high_open=True),
    )  # fmt: skip

    def draw(self, turns: NDArray[np.intp], rng: np.random.Generator) -> tuple[Array, NDArray[np.intp]]:
        labels = turns % 2
        angle = rng.uniform(0.0, 2.0 * np.pi, len(turns))
        radius = np.where(labels == 1, self.factor, 1.0)
        return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]), labels


class GaussianBlobs(Points, name="gaussian_blobs"):
    label = "Gaussian blobs"
    summary = "Round clouds on a circle, one for each class."

    classes: int = hyper(3, label="Classes", help="Number of clouds.", bounds=Bounds(2, 10))

    @property
    def class_count(self) -> int:
        return self.classes

    def draw(self, turns: NDArray[np.intp], rng: np.random.Generator) -> tuple[Array, NDArray[np.intp]]:
        labels = turns % self.classes
        angle = 2.0 * np.pi * labels / self.classes
        return np.column_stack([np.cos(angle), np.sin(angle)]), labels


class Spirals(Points, name="spirals"):
    label = "Two spirals"
    summary = "Two arms wound around each other; a hard test for a small network."

    noise: float = hyper(
        0.02, label="Noise", help="Standard deviation of the shift of each point.", bounds=NON_NEGATIVE
    )
    turns: float = hyper(1.25, label="Turns", help="How often an arm goes round.", bounds=Bounds(0, 10, low_open=True))

    def draw(self, turns: NDArray[np.intp], rng: np.random.Generator) -> tuple[Array, NDArray[np.intp]]:
        labels = turns % 2
        # The root spreads the points evenly along the arm.
        radius = np.sqrt(rng.uniform(0.01, 1.0, len(turns)))
        angle = 2.0 * np.pi * self.turns * radius + np.pi * labels
        return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]), labels


class Sine(DataSource, name="sine"):
    label = "Sine curve"
    summary = "Points on a sine curve, for regression: one input, one measured value."

    samples: int = hyper(200, label="Samples", help="Number of points.", bounds=SAMPLES)
    noise: float = hyper(0.1, label="Noise", help="Standard deviation of the shift of each value.", bounds=NON_NEGATIVE)
    seed: int = hyper(0, label="Data seed", help="The same seed draws the same points.", bounds=SEEDS)

    @property
    def shape(self) -> DataShape:
        return DataShape((1,), (1,), classification=False)

    def load(self) -> Dataset:
        rng = stream(self.seed, DATA)
        x = rng.uniform(-np.pi, np.pi, (self.samples, 1))
        return Dataset(x, np.sin(x) + rng.normal(0.0, self.noise, x.shape), features=("x",))
