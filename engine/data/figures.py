"""Pictures of simple shapes, drawn on the spot: turned, shifted, large or small, with soft edges and noise.

A shape is the set of places where a distance is negative; the distance of a pixel's centre to the edge, in pixels,
says how much of the pixel is covered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.made import Made
from engine.hyperparameters import Bounds, hyper
from engine.shapes import DataShape

Array = NDArray[np.float64]

SIDE = 28
"""Pixels along each side, as many as MNIST has."""
RADII = (7.0, 11.0)
FARTHEST = 2.5
"""Pixels from the middle of the picture to the middle of a shape, across and down."""


def circle(x: Array, y: Array) -> Array:
    return np.hypot(x, y) - 0.9


def polygon(x: Array, y: Array, corners: int) -> Array:
    """Of equal sides, with its corners at distance 1."""
    half = math.pi / corners
    return np.hypot(x, y) * np.cos(_folded(x, y, half)) - math.cos(half)


def square(x: Array, y: Array) -> Array:
    return polygon(x, y, 4)


def triangle(x: Array, y: Array) -> Array:
    return polygon(x, y, 3)


def cross(x: Array, y: Array) -> Array:
    """Two beams across each other."""
    along, aside = np.maximum(abs(x), abs(y)), np.minimum(abs(x), abs(y))
    return np.maximum(along - 0.95, aside - 0.3)


def star(x: Array, y: Array) -> Array:
    """Five points at distance 1 and five notches at 0.45, joined by straight lines."""
    half, notch = math.pi / 5, 0.45
    distance, angle = np.hypot(x, y), abs(_folded(x, y, half))
    across, up = distance * np.cos(angle), distance * np.sin(angle)
    # The line from a notch, at angle 0, to a point, at angle `half`; its normal looks away from the middle.
    run, rise = math.cos(half) - notch, math.sin(half)
    return ((across - notch) * rise - up * run) / math.hypot(run, rise)


def _folded(x: Array, y: Array, half: float) -> Array:
    """The angle of each place, with all sectors of twice `half` laid over the one around 0."""
    folded: Array = (np.arctan2(y, x) + half) % (2.0 * half) - half
    return folded


FIGURES: Mapping[str, Callable[[Array, Array], Array]] = {
    "circle": circle,
    "square": square,
    "triangle": triangle,
    "cross": cross,
    "star": star,
}
"""The distance of places (x, y) to the edge of each shape of radius 1 around 0; negative within."""


class Figures(Made, name="shapes"):
    """Grey values from 0 to 1, white on black; samples take turns among the shapes."""

    label = "Simple shapes"
    summary = "Circles, squares, triangles, crosses and stars as pictures of 28×28 grey values."
    suggested = ("shapes",)

    samples: int = hyper(500, label="Samples", help="Number of pictures.", bounds=Bounds(len(FIGURES), 20_000))
    noise: float = hyper(
        0.1, label="Noise", help="Standard deviation of the shift of each grey value.", bounds=Bounds(0, 1)
    )
    rotation: float = hyper(
        180.0, label="Rotation", help="Degrees by which a shape may be turned, either way.", bounds=Bounds(0, 180)
    )

    @property
    def shape(self) -> DataShape:
        return DataShape((SIDE, SIDE, 1), (len(FIGURES),))

    def load(self) -> Dataset:
        rng = self.dice()
        labels = np.arange(self.samples) % len(FIGURES)
        pictures = np.empty((self.samples, SIDE, SIDE))
        for number, distance in enumerate(FIGURES.values()):
            chosen = labels == number
            pictures[chosen] = self._drawn(distance, int(np.count_nonzero(chosen)), rng)
        pictures += rng.normal(0.0, self.noise, pictures.shape)
        np.clip(pictures, 0.0, 1.0, out=pictures)
        return Dataset(pictures[..., np.newaxis], one_hot(labels, len(FIGURES)), None, tuple(FIGURES))

    def _drawn(self, distance: Callable[[Array, Array], Array], count: int, rng: np.random.Generator) -> Array:
        """So many pictures (count, 28, 28) of one shape, without noise."""
        angle = np.radians(rng.uniform(-self.rotation, self.rotation, (count, 1, 1)))
        radius = rng.uniform(*RADII, (count, 1, 1))
        middle = (SIDE - 1) / 2 + rng.uniform(-FARTHEST, FARTHEST, (2, count, 1, 1))
        rows, columns = np.mgrid[:SIDE, :SIDE]
        x, y = (columns - middle[0]) / radius, (middle[1] - rows) / radius
        cos, sin = np.cos(angle), np.sin(angle)
        # Corners are counted from the left; a quarter turn more, and what is not turned stands upright.
        edge = distance(sin * x - cos * y, cos * x + sin * y)
        return np.clip(0.5 - edge * radius, 0.0, 1.0)
