"""Data in numbers: statistics of a column, histograms, correlations, the balance of classes, two dimensions of many."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import PARTS
from engine.data.samples import Column, Samples

Array = NDArray[np.floating]
Indices = NDArray[np.intp]

FEWEST_BINS, MOST_BINS = 8, 40
FEW_VALUES = 25
"""Whole numbers within so small a range have a bar each."""
EXACT = 1e12
"""Whole numbers below this are told from their halves."""
PROJECTION_SAMPLES = 20_000
"""More samples than these hardly turn the axes of a projection."""
BLOCK = 16_384
"""Samples that are read at once, so that training need not wait long in between."""
SUBSPACE, MOST_STEPS = 12, 100
"""Directions that are sought together for the first two to come out soon, and steps at most."""


@dataclass(frozen=True)
class Summary:
    """One column in numbers; NaN where there is none, as for names."""

    count: int
    missing: int
    distinct: int
    mean: float = np.nan
    deviation: float = np.nan
    least: float = np.nan
    lower: float = np.nan
    median: float = np.nan
    upper: float = np.nan
    greatest: float = np.nan


def summary(column: Column) -> Summary:
    """The statistics of a column, as pandas's `describe` gives them: deviation over n - 1, quartiles in between."""
    values = column.numbers
    known = np.sort(values)  # NaN comes last
    known = known[: len(known) - int(np.isnan(values).sum())]
    distinct = int(np.count_nonzero(known[1:] != known[:-1])) + 1 if known.size else 0
    counts = len(known), len(values) - len(known), distinct
    if column.names or not known.size:
        return Summary(*counts)
    deviation = float(known.std(ddof=1)) if known.size > 1 else np.nan
    quartiles = (_between(known, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0))
    return Summary(*counts, float(known.mean()), deviation, *quartiles)


def _between(known: Array, share: float) -> float:
    """A quantile of sorted values, on the line between the two beside it."""
    place = share * (len(known) - 1)
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return float(known[below] + (place - below) * (known[above] - known[below]))


@dataclass(frozen=True, eq=False)
class ColumnBars:
    """How often values fall between `edges` (bins + 1,), for each class: `counts` (classes, bins)."""

    edges: Array
    counts: Indices


def column_bars(column: Column, labels: Indices | None = None, classes: int = 1) -> ColumnBars:
    """A histogram; whole numbers of a small range and names have a bar each, in its middle."""
    values = np.asarray(column.values, np.float64)
    groups = np.zeros(len(values), np.intp) if labels is None else labels
    known = np.isfinite(values)
    values, groups = values[known], groups[known]
    edges = _edges(values, len(column.names))
    bins = len(edges) - 1
    places = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, bins - 1)
    counts = np.bincount(groups * bins + places, minlength=classes * bins).reshape(classes, bins)
    return ColumnBars(edges, counts)


def _edges(values: Array, names: int) -> Array:
    if names:
        return np.arange(names + 1) - 0.5
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    if high - low < FEW_VALUES and abs(low) < EXACT and bool((values == np.floor(values)).all()):
        return np.arange(low, high + 2) - 0.5
    bins = int(np.clip(np.ceil(np.sqrt(len(values))), FEWEST_BINS, MOST_BINS))
    edges = np.linspace(low, high, bins + 1)
    if bool((np.diff(edges) > 0).all()):
        return edges
    margin = max(0.5, 1e-6 * abs(low))  # of a single value
    return np.array([low - margin, high + margin])


def correlation(columns: Sequence[Column]) -> Iterator[Array | None]:
    """Pearson's coefficient of every two columns (n, n) over the samples that have both; NaN where one is constant.

    None comes after each block of samples, and the coefficients at the end.
    """
    count, size = len(columns), len(columns[0].values)
    middles, noise = np.zeros(count), np.zeros(count)
    for place, column in enumerate(columns):
        known = column.values[np.isfinite(column.values)]
        if known.size:
            middles[place] = known.mean(dtype=np.float64)
            noise[place] = (1e-12 * np.abs(known).max()) ** 2  # the variance that is rounding alone
        yield None
    pairs, sums, squares, products = np.zeros((4, count, count))
    for start in range(0, size, BLOCK):
        block = np.stack([column.values[start : start + BLOCK] for column in columns]) - middles[:, np.newaxis]
        missing = np.isnan(block)
        block[missing] = 0.0
        products += block @ block.T
        weights = (~missing).astype(np.float64) if missing.any() else np.ones((1, block.shape[1]))
        pairs += weights @ weights.T
        sums += block @ weights.T  # over the samples that both have, a column's mean need not be zero
        squares += block**2 @ weights.T
        yield None
    with np.errstate(divide="ignore", invalid="ignore"):
        covariance = products - sums * sums.T / pairs
        variance = squares - sums**2 / pairs
        varied = variance > noise[:, np.newaxis] * pairs
        result = np.where(varied & varied.T, covariance / np.sqrt(variance) / np.sqrt(variance.T), np.nan)
    yield np.clip(result, -1.0, 1.0)


def correlated(samples: Samples) -> tuple[Column, ...]:
    """The columns whose correlation says something: all numbers, and a class that is no or yes."""
    yes_or_no = samples.answers if len(samples.classes) == 2 else ()
    return (*samples.measures, *yes_or_no)


def balance(samples: Samples) -> Indices:
    """How many samples of each class lie in each part: (parts, classes)."""
    labels, classes = samples.labels, len(samples.classes)
    if labels is None:
        return np.zeros((len(PARTS), 0), np.intp)
    both = samples.part.values.astype(np.intp) * classes + labels
    return np.bincount(both, minlength=len(PARTS) * classes).reshape(len(PARTS), classes)


def spread(count: int, most: int) -> Indices:
    """At most so many of `count` rows, evenly from the first to the last."""
    return np.arange(count) if count <= most else np.linspace(0, count - 1, most).round().astype(np.intp)


@dataclass(frozen=True, eq=False)
class Projection:
    """Samples in two dimensions: `places` (rows, 2), and the share of the variance that each axis holds."""

    rows: Indices
    places: Array
    explained: tuple[float, float]


def projection(columns: Sequence[Column], most: int) -> Iterator[Projection | None]:
    """The first two principal components of standardised columns (Pearson 1901); at most so many samples come back.

    A missing value counts as its column's mean, and a constant column is left as it is. None comes after each step,
    and the projection at the end.
    """
    fitted = spread(len(columns[0].values), max(most, PROJECTION_SAMPLES))
    values = np.empty((len(fitted), len(columns)))
    for place, column in enumerate(columns):
        values[:, place] = _standardised(column.values[fitted])
        yield None
    total = float(np.einsum("ij,ij->", values, values))
    axes, held = yield from _directions(values)
    first, second = (held[:2] / total).tolist() if total else (0.0, 0.0)
    shown = spread(len(fitted), most)
    yield Projection(fitted[shown], values[shown] @ axes[:, :2], (first, second))


def _standardised(column: NDArray[np.generic]) -> Array:
    values = np.asarray(column, np.float64)
    known = np.isfinite(values)
    values = np.where(known, values - (values[known].mean() if known.any() else 0.0), 0.0)
    deviation = float(values.std())
    return values / deviation if deviation else values


def _directions(values: Array) -> Generator[None, None, tuple[Array, Array]]:
    """The directions in which centred samples differ most (features, some), and the squares that each holds.

    By subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4): with more directions than are wanted the
    first ones are soon exact, and with as many as there are features at once.
    """
    features = values.shape[1]
    reached, before = np.random.default_rng(0).normal(size=(features, min(features, SUBSPACE))), np.zeros(2)
    for _ in range(MOST_STEPS):
        basis = np.linalg.qr(reached)[0]
        reached = values.T @ (values @ basis)
        held, turn = np.linalg.eigh(basis.T @ reached)
        if np.allclose(held[-2:], before, rtol=1e-13, atol=0):
            break
        before = held[-2:]
        yield None
    axes = (basis @ turn)[:, ::-1]
    signs = np.where(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])] < 0, -1.0, 1.0)
    return axes * signs, held[::-1]
