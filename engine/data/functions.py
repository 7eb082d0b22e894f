"""Values measured along a line or over the plane, for regression: sine, steps, plane and bumps."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.made import SAMPLES, Made
from engine.data.scaling import far_from_one
from engine.hyperparameters import NON_NEGATIVE, POSITIVE, Bounds, hyper
from engine.shapes import DataShape

Array = NDArray[np.float64]


class Function(Made):
    """Noisy values of a function at places drawn evenly from -`reach` to `reach`."""

    features: ClassVar[tuple[str, ...]]
    reach: ClassVar[float] = 1.0

    @property
    def shape(self) -> DataShape:
        return DataShape((len(self.features),), (1,), classification=False)

    def load(self) -> Dataset:
        rng = self.dice()
        x = rng.uniform(-self.reach, self.reach, (self.samples, len(self.features)))
        values = self.values(x)
        return Dataset(x, values + rng.normal(0.0, self.noise, values.shape), features=self.features)

    @abstractmethod
    def values(self, x: Array) -> Array:
        """The function's value (n, 1) at each place (n, features), without noise."""


class Sine(Function, name="sine"):
    label = "Sine curve"
    summary = "Points on a sine curve, for regression: one input, one measured value."
    suggested = ("sine",)
    features = ("x",)
    reach = np.pi

    def values(self, x: Array) -> Array:
        return np.sin(x)


class Steps(Function, name="steps"):
    label = "Steps"
    summary = "A staircase, for regression: flat, then a jump, which smooth activations can only come close to."
    suggested = ("sine",)
    features = ("x",)

    noise: float = hyper(
        0.05, label="Noise", help="Standard deviation of the shift of each value.", bounds=NON_NEGATIVE
    )
    steps: int = hyper(4, label="Levels", help="How many levels there are between -1 and 1.", bounds=Bounds(2, 20))

    def values(self, x: Array) -> Array:
        level = np.minimum(np.floor((x + 1.0) / 2.0 * self.steps), self.steps - 1)
        return 2.0 * level / (self.steps - 1) - 1.0


class Plane(Function, name="plane"):
    """y = slope_1 · x1 + slope_2 · x2 + intercept."""

    label = "Plane"
    summary = "A slope over the plane, for regression: one unit without activation finds the numbers it is made of."
    suggested = ("plane",)
    features = ("x1", "x2")

    slope_1: float = hyper(1.0, label="Slope along x1", help="How much the value grows with x1.")
    slope_2: float = hyper(-2.0, label="Slope along x2", help="How much the value grows with x2.")
    intercept: float = hyper(0.5, label="Intercept", help="The value where x1 and x2 are 0.")

    @property
    def shape(self) -> DataShape:
        corners = np.array([(x1, x2) for x1 in (-1.0, 1.0) for x2 in (-1.0, 1.0)])
        return replace(super().shape, far_targets=far_from_one(self.values(corners)))

    def values(self, x: Array) -> Array:
        return self.slope_1 * x[:, :1] + self.slope_2 * x[:, 1:] + self.intercept


class GaussianBumps(Function, name="gaussian_bumps"):
    """y = Σ s · exp(-|x - c|² / (2 width²)) over six centres c, with s = 1 and -1 in turn."""

    label = "Gaussian bumps"
    summary = "Three hills and three hollows in the plane, for regression."
    origin = "Made on the spot by a rule, after TensorFlow Playground 2016."
    suggested = ("bumps",)
    features = ("x1", "x2")
    centers: ClassVar[Array] = np.array([(x, y) for y in (-0.5, 0.5) for x in (-0.7, 0.0, 0.7)])
    signs: ClassVar[Array] = np.array([1.0, -1.0, 1.0, -1.0, 1.0, -1.0])

    samples: int = hyper(400, label="Samples", help="How many samples are made.", bounds=SAMPLES)
    noise: float = hyper(
        0.05, label="Noise", help="Standard deviation of the shift of each value.", bounds=NON_NEGATIVE
    )
    width: float = hyper(0.2, label="Width", help="Standard deviation of each bump.", bounds=POSITIVE)

    def values(self, x: Array) -> Array:
        total = np.zeros((len(x), 1))
        for center, sign in zip(self.centers, self.signs, strict=True):
            distance = ((x - center) ** 2).sum(axis=1, keepdims=True)
            total += sign * np.exp(-distance / (2.0 * self.width**2))
        return total
