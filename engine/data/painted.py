"""Points that people have painted into the plane, and functions that they have sketched by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.held_arrays import check_codes, check_names, check_numbers
from engine.data.made import SAMPLES
from engine.data.points import FEATURES
from engine.data.stored import ArraysByName, StoredSource
from engine.errors import DataError, Message
from engine.hyperparameters import NON_NEGATIVE, SEEDS, Bounds, hyper
from engine.random_streams import DATA, stream
from engine.shapes import DataShape

Array = NDArray[np.float64]

POINTS, CODES, PLACES = "points", "codes", "places"
LEAST_STEP, FARTHEST = 1e-6, 1e6
"""How near places may be to each other and how far from 0, so that curves can be reckoned with."""
CURVE_STEPS = 257
"""Places at which a sketched curve is smoothed: as fine as it can be seen."""
REACH = 4.0
"""Standard deviations as far as smoothing looks."""


def wrong_names(classes: tuple[str, ...]) -> Iterator[Message]:
    """What is wrong with the names of classes."""
    if len(classes) < 2:
        yield Message("At least two classes are needed. Received: {came}.", came=len(classes))
    elif len(set(classes)) < len(classes):
        yield Message("Every class needs a name of its own. Received: {came}.", came=", ".join(classes))


class PaintedPoints(StoredSource, name="painted_points"):
    """`points` (n, 2) and `codes` (n,), the number of each point's class."""

    label = "Points drawn by hand"
    summary = "Points that you have painted into the plane, each class in its colour."
    suggested = ("moons", "mlp_classifier")

    noise: float = hyper(0.0, label="Noise", help="Standard deviation of the shift of each point.", bounds=NON_NEGATIVE)
    seed: int = hyper(0, label="Data seed", help="The same seed shifts the points alike.", bounds=SEEDS)
    classes: tuple[str, ...] = hyper(("0", "1"), label="Classes", hidden=True)

    def conflicts(self) -> Iterator[Message]:
        return wrong_names(self.classes)

    @property
    def shape(self) -> DataShape:
        return DataShape((2,), (1 if len(self.classes) == 2 else len(self.classes),))

    @property
    def sample_count(self) -> int | None:
        return len(self.content.arrays[CODES]) if self.content is not None else None

    def check_content(self, arrays: ArraysByName) -> None:
        check_names(arrays, (POINTS, CODES))
        check_numbers(arrays[POINTS], POINTS, (None, 2), "f")
        check_codes(arrays[CODES], CODES, len(arrays[POINTS]), len(self.classes))

    def shifted(self) -> Array:
        """The points with their noise; those that are added behind others leave these where they are."""
        points = self.held()[POINTS].astype(np.float64)
        return points + stream(self.seed, DATA).normal(0.0, self.noise, points.shape)

    def load(self) -> Dataset:
        codes = self.held()[CODES].astype(np.intp)
        return Dataset(self.shifted(), one_hot(codes, len(self.classes)), None, self.classes, FEATURES)


class SketchedCurve(StoredSource, name="sketched_curve"):
    """`places` (n, 2): x, which grows from each to the next, and y; straight lines lead from place to place."""

    label = "Function sketched by hand"
    summary = "Points on a curve that you have drawn, for regression: one input, one value."
    suggested = ("sine",)

    samples: int = hyper(200, label="Samples", help="Number of points.", bounds=SAMPLES)
    smoothing: float = hyper(
        0.02, label="Smoothing", help="Width of the average along the curve that takes the trembling of the hand away.",
        bounds=Bounds(0, 1),
    )  # fmt: skip
    noise: float = hyper(
        0.05, label="Noise", help="Standard deviation of the shift of each value.", bounds=NON_NEGATIVE
    )
    seed: int = hyper(0, label="Data seed", help="The same seed draws the same points.", bounds=SEEDS)

    @property
    def shape(self) -> DataShape:
        return DataShape((1,), (1,), False, self.has_far_targets)

    def measures(self) -> Iterator[NDArray[Any]]:
        if self.content is not None:
            yield self.content.arrays[PLACES][:, 1]

    @property
    def sample_count(self) -> int | None:
        return self.samples

    def check_content(self, arrays: ArraysByName) -> None:
        check_names(arrays, (PLACES,))
        places = arrays[PLACES]
        check_numbers(places, PLACES, (None, 2), "f")
        if len(places) < 2:
            raise DataError(Message("A curve needs at least two places. Received: {came}.", came=len(places)))
        if np.abs(places).max() > FARTHEST:
            raise DataError(Message("{name}: places within {most} are needed.", name=PLACES, most=f"±{FARTHEST:g}"))
        steps = np.diff(places[:, 0])
        if not (steps >= LEAST_STEP).all():
            row = int(np.argmax(steps < LEAST_STEP)) + 2
            raise DataError(Message("{name}: x must grow from row to row. In row {row} it does not.",
                                    name=PLACES, row=row))  # fmt: skip

    def curve(self) -> tuple[Array, Array]:
        """The smoothed curve as x (k,), evenly spaced, and y (k,); a straight line stays straight."""
        places = self.held()[PLACES].astype(np.float64)
        x = np.linspace(places[0, 0], places[-1, 0], CURVE_STEPS)
        y = np.interp(x, places[:, 0], places[:, 1])
        step = x[1] - x[0]
        reach = min(int(REACH * self.smoothing / step), CURVE_STEPS - 1)
        if reach == 0:
            return x, y
        weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) * step / self.smoothing) ** 2)
        # Turned about its ends, the curve goes on beyond them as it came.
        before, after = 2 * y[0] - y[reach:0:-1], 2 * y[-1] - y[-2 : -reach - 2 : -1]
        return x, np.convolve(np.concatenate([before, y, after]), weights / weights.sum(), mode="valid")

    def load(self) -> Dataset:
        rng = stream(self.seed, DATA)
        along, heights = self.curve()
        x = rng.uniform(along[0], along[-1], (self.samples, 1))
        y = np.interp(x, along, heights)
        return Dataset(x, y + rng.normal(0.0, self.noise, y.shape), features=("x",))
