"""What a layer makes of the samples, in two dimensions: the directions in which its outputs differ most."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.preparation import Prepared
from engine.errors import DataError
from engine.network import Network
from engine.watching import Watch, watched_inputs

Array = NDArray[np.floating]

AT_ONCE = 128
"""Samples per pass: more would need large buffers of pictures."""
MOST_TURN = math.radians(2)
"""How far one look may turn back to the principal axes."""


@dataclass(frozen=True, eq=False)
class Representation:
    """Samples at `places` (n, 2), and the variance over all `features` that the layer hands on.

    `seconds` is what it took to find them.
    """

    node: str
    places: Array
    variance: float
    features: int
    seconds: float = 0.0

    @property
    def explained(self) -> tuple[float, float]:
        """The share of the variance along each axis, however these are turned."""
        if not self.variance:
            return 0.0, 0.0
        first, second = (self.places.var(axis=0) / self.variance).tolist()
        return first, second

    def aligned(self, before: Array) -> Representation:
        """The same, turned or mirrored as a whole so that it lies nearest to `before` (n, 2).

        Orthogonal Procrustes (Schönemann 1966): no distance between samples changes. Look by look it is turned back a
        little to the principal axes, the more the clearer these are.
        """
        if before.shape != self.places.shape:
            return self
        left, _, right = np.linalg.svd(self.places.T @ before)
        turn = left @ right
        mirror = np.diag([1.0, np.sign(np.linalg.det(turn))])
        first, second = self.places.var(axis=0).tolist()
        most = MOST_TURN * (1 - second / first) if first else 0.0
        angle = math.atan2(turn[0, 1], turn[0, 0])
        astray = (angle + math.pi / 2) % math.pi - math.pi / 2  # the first axis may as well point the other way
        angle -= math.copysign(min(abs(astray), most), astray)
        turned = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        return replace(self, places=self.places @ mirror @ turned)


def principal(values: Array) -> tuple[Array, float]:
    """The first two principal components (n, 2) of values (n, features), and the variance of all (Pearson 1901).

    Found from the features' covariances or the samples' products, whichever are fewer; a sign is chosen so that the
    largest place of a component is positive.
    """
    centred = values - values.mean(axis=0)
    count, features = centred.shape
    variance = float(np.einsum("ij,ij->", centred, centred)) / count
    if features <= count:
        _, axes = np.linalg.eigh(centred.T @ centred)
        places = centred @ axes[:, :-3:-1]
    else:
        squares, sides = np.linalg.eigh(centred @ centred.T)
        places = sides[:, :-3:-1] * np.sqrt(np.maximum(squares[:-3:-1], 0.0))
    if places.shape[1] < 2:
        places = np.column_stack([places, np.zeros((count, 2 - places.shape[1]))])
    largest = places[np.abs(places).argmax(axis=0), [0, 1]]
    return places * np.where(largest < 0, -1.0, 1.0), variance


class RepresentationProbe:
    """A look at one layer's outputs for the watched samples; None where these do not fit or are no numbers any more."""

    def __init__(self, node: str) -> None:
        self.node = node
        self._watch = Watch(AT_ONCE)

    def __call__(self, network: Network, prepared: Prepared) -> Representation | None:
        if self.node not in network.shapes:
            return None
        started = time.perf_counter()
        try:
            feeds = watched_inputs(network, prepared)
        except DataError:
            return None
        values = np.empty((network.count_samples(feeds), int(np.prod(network.shapes[self.node]))))
        for part, plan in self._watch.run(network, feeds):
            values[part] = plan.kernels[self.node].output.reshape(plan.batch, -1)
        if len(values) < 2 or not np.isfinite(values).all():
            return None
        places, variance = principal(values)
        return Representation(self.node, places, variance, values.shape[1], time.perf_counter() - started)
