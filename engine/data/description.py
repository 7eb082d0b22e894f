"""Data in numbers: statistics of a column, histograms, correlations, the balance of classes, two dimensions of many."""

from __future__ import annotations

from collections.abc import Sequence
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
    values = np.asarray(column.values, np.float64)
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


def correlation(columns: Sequence[Column]) -> Array:
    """Pearson's coefficient of every two columns (n, n) over the samples that have both; NaN where one is constant."""
    values, noise = _centred(columns)
    products = values @ values.T
    known = np.stack([~np.isnan(column.values) for column in columns])
    if known.all():
        counts, sums = np.full_like(products, values.shape[1]), np.zeros_like(products)
        squares = np.broadcast_to(np.diag(products)[:, np.newaxis], products.shape)
    else:  # over the samples that both columns have, a column's mean need not be zero
        weights = known.astype(np.float64)
        counts, sums, squares = weights @ weights.T, values @ weights.T, values**2 @ weights.T
    with np.errstate(divide="ignore", invalid="ignore"):
        covariance = products - sums * sums.T / counts
        variance = squares - sums**2 / counts
        varied = variance > noise * counts
        result = np.where(varied & varied.T, covariance / np.sqrt(variance) / np.sqrt(variance.T), np.nan)
    return np.clip(result, -1.0, 1.0)


def _centred(columns: Sequence[Column]) -> tuple[Array, Array]:
    """Columns as rows (columns, n) about their means, 0 where missing; and the variance that is rounding alone."""
    values = np.stack([np.asarray(column.values, np.float64) for column in columns])
    noise = np.empty((len(values), 1))
    for row, level in zip(values, noise, strict=True):
        missing = np.isnan(row)
        known = row[~missing] if missing.any() else row
        level[:] = (1e-12 * np.abs(known).max(initial=0.0)) ** 2
        row -= known.mean() if known.size else 0.0
        row[missing] = 0.0
    return values, noise


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


def projection(columns: Sequence[Column], most: int) -> Projection:
    """The first two principal components of standardised columns (Pearson 1901); at most so many samples come back.

    A missing value counts as its column's mean, and a constant column is left as it is. scikit-learn is imported
    here, since that takes a second.
    """
    from sklearn.decomposition import PCA

    fitted = spread(len(columns[0].values), max(most, PROJECTION_SAMPLES))
    values = np.stack([np.asarray(column.values[fitted], np.float64) for column in columns], axis=1)
    missing = np.isnan(values)
    known = ~missing | missing.all(axis=0)
    values -= np.nan_to_num(values.mean(axis=0, where=known))
    values[missing] = 0.0
    deviation = values.std(axis=0)
    values /= np.where(deviation > 0, deviation, 1.0)
    model = PCA(n_components=2, random_state=0).fit(values)
    shown = spread(len(fitted), most)
    first, second = (float(share) for share in np.nan_to_num(model.explained_variance_ratio_))
    return Projection(fitted[shown], model.transform(values[shown]), (first, second))
