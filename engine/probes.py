"""What plots ask about a network while it trains: histograms of weights, surfaces over the plane, the fitted curve.

Each function takes the network and its prepared data, only infers, and returns fresh arrays, so it may run on the
worker between two batches and its result may travel to another thread.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.preparation import Prepared
from engine.errors import DataError
from engine.network import Network
from engine.remembering import remembered

Array = NDArray[np.floating]
Counts = NDArray[np.integer]

BINS = 64
MAX_WEIGHTS = 65_536
"""Weights of a layer that are counted; of a larger one every n-th."""
MAX_ALL_WEIGHTS = 4 * MAX_WEIGHTS
"""Weights that are counted in the whole network."""
SMALLEST_REACH = 2.0**-20
MARGIN = 0.08
"""Share of the data's range that is shown beyond them on each side."""
RESOLUTION, COARSEST = 48, 24
"""Cells along each side of a surface, and how few there are for a network that is slow to ask."""
WORK = 40_000_000
"""Parameters times cells above which a surface becomes coarser."""
FEWEST = 16
"""Cells along each side of a small picture, one of many."""
POINTS = 256


@dataclass(frozen=True, eq=False)
class Histogram:
    """Counts of numbers in equal bins from -reach to +reach; zero is an edge and reach a power of two.

    Powers of two make bins of different histograms fit into each other. `stride` is n where every n-th number
    was counted.
    """

    reach: float
    counts: Counts
    stride: int = 1

    @property
    def edges(self) -> Array:
        """Where bins begin and end: one more than there are bins."""
        return np.linspace(-self.reach, self.reach, len(self.counts) + 1)

    def rebinned(self, reach: float, bins: int) -> Histogram:
        """The same counts over a range that is at least as wide, in a power of two of bins, at most as many."""
        half = len(self.counts) // 2
        merged = min(half, round(reach / self.reach))
        inner = self.counts.reshape(-1, merged).sum(axis=1)
        counts = np.zeros(len(self.counts), np.int64)
        start = half - len(inner) // 2
        counts[start : start + len(inner)] = inner
        return Histogram(reach, counts.reshape(bins, -1).sum(axis=1), self.stride)


def weight_histograms(network: Network, prepared: Prepared | None = None, bins: int = BINS) -> dict[str, Histogram]:
    """How the kernel weights of each learning layer are distributed, in the network's order; biases are left out.

    `bins` is a power of two.
    """
    kernels = {node: [array for array in network.weights[node].values() if array.ndim > 1] for node in network.specs}
    kernels = {node: arrays for node, arrays in kernels.items() if arrays}
    most = min(MAX_WEIGHTS, MAX_ALL_WEIGHTS // max(1, len(kernels)))
    return {node: histogram(arrays, bins, most) for node, arrays in kernels.items()}


def histogram(
    arrays: list[Array], bins: int = BINS, most: int = MAX_WEIGHTS, smallest: float = SMALLEST_REACH
) -> Histogram:
    """How the numbers of all these arrays are distributed, of about `most` at most; what is not finite is left out.

    It reaches at least to `smallest`, a power of two, unless all numbers are 0.
    """
    stride = _stride(arrays, most)
    values = np.concatenate([array.reshape(-1)[::stride] for array in arrays]).astype(np.float64)
    values = values[np.isfinite(values)]
    largest = float(np.abs(values).max(initial=0.0))
    reach = max(smallest, 2.0 ** math.ceil(math.log2(largest))) if largest else 1.0
    places = np.floor(values * (bins / 2 / reach)).astype(np.int64) + bins // 2
    return Histogram(reach, np.bincount(np.minimum(places, bins - 1), minlength=bins), stride)


def _stride(arrays: list[Array], most: int) -> int:
    """The least step that counts few enough weights and visits every column in turn."""
    stride = math.ceil(sum(array.size for array in arrays) / most)
    while stride > 1 and any(math.gcd(stride, array.shape[-1]) > 1 for array in arrays):
        stride += 1
    return stride


@dataclass(frozen=True, eq=False)
class Surface:
    """What units say over a rectangle of the plane, which is in the data's own units, as predictions are too.

    `x` and `y` are the rectangle's ends; `values` is (rows, columns, units), rows upwards along y, each what is said
    at the middle of its cell.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    values: Array

    def place(self, row: int, column: int) -> tuple[float, float]:
        """The middle of a cell."""
        (left, right), (bottom, top), (rows, columns, _) = self.x, self.y, self.values.shape
        return left + (column + 0.5) / columns * (right - left), bottom + (row + 0.5) / rows * (top - bottom)


def decision_surface(network: Network, prepared: Prepared, resolution: int = RESOLUTION) -> Surface | None:
    """What the first output predicts over the range of two-dimensional data; None for other networks."""
    if not _takes(network, prepared, 2) or len(network.shapes[network.outputs[0]]) != 1:
        return None
    cells = min(resolution, max(COARSEST, _affordable(network)))
    places = _plane(prepared, cells)
    return _surface(prepared, prepared.fitted.measured(_first_output(network, prepared, places)), cells)


def unit_surfaces(
    nodes: Iterable[str], network: Network, prepared: Prepared, resolution: int = RESOLUTION
) -> dict[str, Surface]:
    """What leaves every unit of these layers over the range of two-dimensional data, all from one pass.

    Layers whose samples are not flat are left out, and so are all where data or network are others. A prediction is
    told as the network learns it, like all that leaves a layer.
    """
    flat = [node for node in nodes if len(network.shapes.get(node, ())) == 1]
    if not flat or not _takes(network, prepared, 2):
        return {}
    cells = min(resolution, max(FEWEST, _affordable(network)))
    left = network.leaving(prepared.fitted.transform(_plane(prepared, cells)), flat)
    return {node: _surface(prepared, values, cells) for node, values in left.items()}


def _affordable(network: Network) -> int:
    """Cells along each side for which a network is asked quickly."""
    return math.isqrt(WORK // max(1, network.parameters.size))


def _plane(prepared: Prepared, cells: int) -> Array:
    """(cells * cells, 2): the middles of all cells, line by line upwards."""
    low, high = _extent(prepared)
    middles = (np.arange(cells) + 0.5) / cells
    columns, rows = np.meshgrid(low[0] + middles * (high[0] - low[0]), low[1] + middles * (high[1] - low[1]))
    return np.column_stack([columns.ravel(), rows.ravel()])


def _surface(prepared: Prepared, values: Array, cells: int) -> Surface:
    (left, bottom), (right, top) = (end.tolist() for end in _extent(prepared))
    return Surface((left, right), (bottom, top), values.reshape(cells, cells, -1))


@dataclass(frozen=True, eq=False)
class Curve:
    """Predictions along a line, all in the data's own units: x (points,), values (points, units)."""

    x: Array
    values: Array


def curve_fit(network: Network, prepared: Prepared, points: int = POINTS) -> Curve | None:
    """What the first output predicts over the range of one-dimensional data; None for other networks."""
    if not _takes(network, prepared, 1) or len(network.shapes[network.outputs[0]]) != 1:
        return None
    low, high = _extent(prepared)
    x = np.linspace(low, high, points)
    return Curve(x[:, 0], prepared.fitted.measured(_first_output(network, prepared, x)))


def _takes(network: Network, prepared: Prepared, features: int) -> bool:
    """Whether the data have so many features, and the network takes them as they are prepared.

    A network that takes whole numbers only has nothing to show between them.
    """
    loaded = prepared.raw.training[0]
    if not (
        isinstance(prepared.dataset.inputs, np.ndarray)
        and isinstance(loaded, np.ndarray)
        and loaded.shape[1:] == (features,)
    ):
        return False
    try:
        network.feed_inputs(prepared.fitted.transform(np.stack(_extent(prepared))))
    except DataError:
        return False
    return True


def _first_output(network: Network, prepared: Prepared, X: Array) -> Array:
    """What the first output says of inputs in the data's own units."""
    first = network.outputs[0]
    return network.leaving(prepared.fitted.transform(X), [first])[first]


@remembered
def _extent(prepared: Prepared) -> tuple[Array, Array]:
    """The least and largest value of each feature over all samples in their own units, with a margin."""
    parts = [np.asarray(inputs, np.float64) for inputs, _ in prepared.raw.named().values()]
    low = np.min([np.nanmin(part, axis=0) for part in parts], axis=0)
    high = np.max([np.nanmax(part, axis=0) for part in parts], axis=0)
    margin = np.where(high > low, MARGIN * (high - low), 0.5)
    return low - margin, high + margin
