"""Metrics of order: whether samples of a class stand above the others, whatever the threshold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_count, class_numbers
from engine.metrics.base import Array, Metric

UNDECIDED = 0.5
"""What chance reaches; also told where there is nothing to compare."""


class RocAuc(Metric, name="roc_auc"):
    """Hanley and McNeil 1982: the chance that a sample of the class stands above one that is not of it.

    Equals count half. For several classes the mean of each against the rest, over those that have samples on both
    sides; where no class has, 0.5.
    """

    label = "ROC AUC"
    summary = "How well the outputs put samples of a class above the others: 1 is perfect, 0.5 is chance."
    formula = r"P(a_{\mathrm{yes}} > a_{\mathrm{no}}) + \frac{1}{2} P(a_{\mathrm{yes}} = a_{\mathrm{no}})"

    def suits(self, classification: bool, units: int) -> bool:
        return classification

    def value(self, prediction: Array, target: Array) -> float:
        units = prediction.shape[-1]
        scores = prediction.reshape(-1, units)
        numbers = class_numbers(target, class_count(units)).reshape(-1)
        columns = {1: 0} if units == 1 else {number: number for number in range(units)}
        areas = [
            _area(scores[:, column], numbers == number)
            for number, column in columns.items()
            if 0 < np.count_nonzero(numbers == number) < len(numbers)
        ]
        return float(np.mean(areas)) if areas else UNDECIDED


def roc_curve(scores: Array, positive: NDArray[np.bool_]) -> tuple[Array, Array]:
    """The shares of negatives and of positives above each threshold, from (0, 0) to (1, 1); Fawcett 2006.

    One corner for each different score. NaN where there are no negatives, or no positives.
    """
    order = np.argsort(-scores, kind="stable")
    last = np.flatnonzero(np.diff(scores[order], append=np.nan) != 0)
    found = np.concatenate([[0], np.cumsum(positive[order])[last]])
    seen = np.concatenate([[0], last + 1])
    positives, negatives = int(found[-1]), int(seen[-1] - found[-1])
    return (seen - found) / (negatives or np.nan), found / (positives or np.nan)


def area_under_roc(scores: Array, positive: NDArray[np.bool_]) -> float:
    """The area below `roc_curve`; NaN where it is not defined."""
    return _area(scores, positive) if 0 < np.count_nonzero(positive) < len(positive) else np.nan


def _area(scores: Array, positive: NDArray[np.bool_]) -> float:
    """Mann and Whitney's U over the number of pairs; equal scores share the mean of their ranks."""
    _, places, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = (last - (counts - 1) / 2)[places]
    found = np.count_nonzero(positive)
    pairs = found * (len(scores) - found)
    return float((ranks[positive].sum() - found * (found + 1) / 2) / pairs)
