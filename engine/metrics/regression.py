"""Metrics of measures: how far numbers are from those that were wanted; computed in float64."""

from __future__ import annotations

import math

import numpy as np

from engine.metrics.base import Array, Metric


class RegressionMetric(Metric):
    """A metric of outputs that measure, whatever their shape."""

    def suits(self, classification: bool, units: int) -> bool:
        return not classification


class MeanAbsoluteError(RegressionMetric, name="mae"):
    label = "Mean absolute error"
    summary = "The mean distance from the target, in its units."
    formula = r"\frac{1}{n} \sum |a - y|"

    def value(self, prediction: Array, target: Array) -> float:
        distance = np.abs(np.subtract(prediction, target, dtype=np.float64))
        return float(distance.sum() / max(1, distance.size))


class RootMeanSquaredError(RegressionMetric, name="rmse"):
    """One root over all samples and outputs."""

    label = "Root mean squared error"
    summary = "The root of the mean squared difference, in the target's units; large errors count more."
    formula = r"\sqrt{\frac{1}{n} \sum (a - y)^2}"

    def value(self, prediction: Array, target: Array) -> float:
        difference = np.subtract(prediction, target, dtype=np.float64)
        return math.sqrt(float(np.square(difference).sum()) / max(1, difference.size))


class R2(RegressionMetric, name="r2"):
    """The mean over all outputs. An output whose targets are all equal has 1 where it is met and else 0."""

    label = "R²"
    summary = (
        "The share of the target's variation that the network explains: 1 is perfect, 0 is always saying the mean."
    )
    formula = r"1 - \frac{\sum (a - y)^2}{\sum (y - \bar{y})^2}"

    def value(self, prediction: Array, target: Array) -> float:
        units = target.shape[-1]
        wanted = target.reshape(-1, units).astype(np.float64)
        if not len(wanted):
            return 0.0
        left = np.square(prediction.reshape(-1, units) - wanted).sum(axis=0)
        total = np.square(wanted - wanted.mean(axis=0)).sum(axis=0)
        varies = total > 0
        shares = np.where(varies, 1 - left / np.where(varies, total, 1.0), np.where(left > 0, 0.0, 1.0))
        return float(shares.mean())
