"""The loss around a run, on a plane through its own moments: Li et al. 2018, "Visualizing the Loss Landscape".

All of it is computed in slices, between which a training may go on: whatever takes long is an iterator.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset, take
from engine.data.description import spread
from engine.data.preparation import Prepared
from engine.fixed_samples import affordable
from engine.network import Network

Array = NDArray[np.floating]
Slices = Generator[None, None, "Plane"]
"""A plane that is found in slices, after each of which others may have their turn."""

WORK = 40_000_000
"""Multiply-adds of a point, so that the training need not wait long for one; the samples over which the loss is taken
are always the same, evenly from the first to the last."""
LEVELS = (9, 17, 33)
"""Points along each side: a coarse look first, and finer ones between its points."""
MARGIN, FLATTEST = 0.3, 0.5
"""What is shown beyond the run, as a share of its extent; and how much less high than wide a plane may be."""
BLOCK = 1 << 16
"""Numbers of all moments that are summed up in a slice: some milliseconds also where the moments are many."""


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane among all parameters: the origin, two directions (2, parameters) of length 1 and square to each other.

    `explained` is the share of the run's variance that lies along each of them.
    """

    origin: Array
    axes: Array
    explained: tuple[float, float]

    def places(self, vectors: Sequence[Array]) -> Array:
        """(n, 2): where the plane is nearest to each of these."""
        return np.array([self.axes @ (vector - self.origin) for vector in vectors], np.float64).reshape(-1, 2)

    def at(self, x: float, y: float) -> Array:
        """The parameters at a place."""
        parameters: Array = self.origin + x * self.axes[0] + y * self.axes[1]
        return parameters

    def through(self, vector: Array) -> Plane:
        """The plane beside it on which this one lies; all places are called as before."""
        away = vector - self.origin
        return replace(self, origin=vector - (self.axes @ away) @ self.axes)


def run_plane(vectors: Sequence[Array]) -> Slices:
    """Through the last of these, two at least, along the two directions in which they differ most.

    Where all lie on one line the second direction is a random one. The first moment lies to the left.
    """
    count, size, dtype = len(vectors), len(vectors[0]), vectors[0].dtype
    products = np.zeros((count, count))
    for block in _blocks(vectors):
        part = _centred(vectors, block)
        products += part @ part.T
        yield
    squares, sides = np.linalg.eigh(products)
    yield
    chosen = [place for place in (0, 1) if count > place and squares[-1 - place] > 1e-12 * max(squares[-1], 1e-300)]
    axes = np.zeros((2, size))
    for block in _blocks(vectors):
        part = _centred(vectors, block)
        for place in chosen:
            axes[place, block] = _turned(sides[:, -1 - place], place) @ part
        yield
    _complete(axes)
    total = max(float(squares.sum()), 1e-300)
    first, second = np.maximum(squares[-1:-3:-1], 0.0).tolist()
    return Plane(vectors[-1].copy(), axes.astype(dtype), (first / total, second / total))


def _turned(side: Array, place: int) -> Array:
    """The shares of the moments in a direction, of two that are alike the one in which people expect them."""
    return -side if (side[0] if place == 0 else -side[np.abs(side).argmax()]) > 0 else side


def _complete(axes: Array) -> None:
    """Make both of length 1 and square to each other; what is missing is drawn."""
    rng = np.random.default_rng(0)
    for place, axis in enumerate(axes):
        if not axis.any():
            axis[:] = rng.normal(size=len(axis))
        if place and len(axis) > 1:
            axis -= (axis @ axes[0]) * axes[0]
        axis /= max(float(np.linalg.norm(axis)), 1e-300)


def _centred(vectors: Sequence[Array], block: slice) -> Array:
    """(vectors, parameters of the block) without their mean."""
    part = np.array([vector[block] for vector in vectors], np.float64)
    centred: Array = part - part.mean(axis=0)
    return centred


def _blocks(vectors: Sequence[Array]) -> Iterator[slice]:
    """All parameters, so many at once that those of all vectors make a block."""
    step = max(1, BLOCK // len(vectors))
    return (slice(start, start + step) for start in range(0, len(vectors[0]), step))


def weights_plane(vectors: Sequence[Array], first: int, second: int) -> Slices:
    """Along two single parameters, whose values are the coordinates; all others are as in the last of these."""
    origin = vectors[-1].copy()
    origin[[first, second]] = 0.0
    axes = np.zeros((2, len(origin)), origin.dtype)
    axes[0, first] = axes[1, second] = 1.0
    varied = np.zeros(len(origin))
    for block in _blocks(vectors):
        varied[block] = (_centred(vectors, block) ** 2).sum(axis=0)
        yield
    total = max(float(varied.sum()), 1e-300)
    return Plane(origin, axes, (float(varied[first] / total), float(varied[second] / total)))


@dataclass(frozen=True, eq=False)
class Landscape:
    """The loss on a grid of a plane: `losses` (y, x), NaN or infinite where a network is of no use.

    `done` is the share that was computed; what is missing still is guessed from its neighbours. `samples` is over how
    many training samples the loss is taken.
    """

    plane: Plane
    x: Array
    y: Array
    losses: Array
    done: float
    samples: int


def extent(places: Array) -> tuple[tuple[float, float], tuple[float, float]]:
    """What is shown around a run on the plane: it with a margin, and not too narrow in one of its directions."""
    low, high = places.min(axis=0), places.max(axis=0)
    spans = np.maximum(high - low, FLATTEST * (high - low).max())
    spans = np.where(spans > 0, spans, 1.0) * (0.5 + MARGIN)
    (left, bottom), (right, top) = ((low + high) / 2 - spans).tolist(), ((low + high) / 2 + spans).tolist()
    return (left, right), (bottom, top)


def explore(
    plane: Plane, places: Array, loss: Callable[[Array], float], samples: int, levels: Sequence[int] = LEVELS
) -> Iterator[Landscape]:
    """The loss on ever finer grids around these places; a landscape comes after every point that was computed."""
    (left, right), (bottom, top) = extent(places)
    losses: Array | None = None
    work, done = levels[-1] ** 2, 0
    for count in levels:
        x, y = np.linspace(left, right, count), np.linspace(bottom, top, count)
        known = np.zeros((count, count), bool)
        if losses is not None:
            losses = _between(losses)
            known[::2, ::2] = True
        else:
            losses = np.full((count, count), np.nan)
        for row, column in itertools.product(range(count), range(count)):
            if not known[row, column]:
                losses[row, column] = loss(plane.at(float(x[column]), float(y[row])))
                done += 1
                yield Landscape(plane, x, y, losses.copy(), done / work, samples)


def _between(losses: Array) -> Array:
    """A grid of twice as many cells a side, whose new points are guessed from those around them."""
    count = 2 * len(losses) - 1
    finer = np.empty((count, count))
    finer[::2, ::2] = losses
    with np.errstate(invalid="ignore"):
        finer[1::2, ::2] = (losses[1:] + losses[:-1]) / 2
        finer[:, 1::2] = (finer[:, :-2:2] + finer[:, 2::2]) / 2
    return finer


def parameters_now(network: Network, prepared: Prepared) -> Array:
    """A copy of all parameters; a probe."""
    return network.parameters.copy()


def around_run(
    network: Network,
    dataset: Dataset,
    vectors: Sequence[Array],
    standing: Array,
    weights: tuple[int, int] | None = None,
) -> Iterator[Landscape | None]:
    """The landscape around the moments of a run, or along two parameters; by the worker, on a copy of the network.

    The plane goes through the parameters `standing`. None comes after every slice of the work before the first point.
    """
    twin = Network(network.graph, network.seed, network.dtype.name)
    twin.held[:] = network.held
    chosen = spread(len(dataset), affordable(twin, WORK))
    feeds = twin.feed_inputs(take(dataset.inputs, chosen))
    targets = twin.feed_targets(take(dataset.targets, chosen))
    yield None
    found = yield from run_plane(vectors) if weights is None else weights_plane(vectors, *weights)
    plane, places = found.through(standing), []
    for vector in vectors:
        places.append(plane.places([vector]))
        yield None
    yield from explore(plane, np.concatenate(places), _loss(twin, feeds, targets), len(chosen))


def _loss(twin: Network, feeds: Mapping[str, Array], targets: Mapping[str, Array]) -> Callable[[Array], float]:
    def loss(parameters: Array) -> float:
        twin.parameters[:] = parameters
        with np.errstate(all="ignore"):
            value = twin.evaluate_fed(feeds, targets)[0]
        return value if math.isfinite(value) else math.nan

    return loss
