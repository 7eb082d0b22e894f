"""Metrics of classes: which were right, and which were taken for which."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.classes import YES, class_count, class_numbers, decisions
from engine.hyperparameters import AT_LEAST_ONE, hyper
from engine.metrics.base import Array, Metric

Counts = NDArray[np.integer]


def accuracy(prediction: Array, target: Array, threshold: float = YES) -> float:
    """The share of samples classified as the target says; predictions (n, ..., units).

    One unit is a yes-or-no answer, yes above the threshold; several are classes of which the largest wins. Targets
    are of the same shape, or class numbers (n, ..., 1). 0 where there is no sample.
    """
    right = decisions(prediction, threshold) == class_numbers(target, class_count(prediction.shape[-1]))
    return float(np.count_nonzero(right) / max(1, right.size))


def confusion_matrix(prediction: Array, target: Array, threshold: float = YES) -> NDArray[np.intp]:
    """How many samples of each class were taken for each: (classes, classes), actual by predicted."""
    classes = class_count(prediction.shape[-1])
    places = class_numbers(target, classes) * classes + decisions(prediction, threshold)
    return np.bincount(places.reshape(-1), minlength=classes * classes).reshape(classes, classes)


class ThresholdMetric(Metric):
    """A metric of decisions."""

    threshold: float = hyper(YES, label="Threshold", help="A single output above this says yes.")

    def suits(self, classification: bool, units: int) -> bool:
        return classification


class BinaryAccuracy(ThresholdMetric, name="binary_accuracy"):
    label = "Accuracy"
    summary = "The share of yes-or-no answers that are right."
    formula = r"\frac{\mathrm{right}}{n}"

    def suits(self, classification: bool, units: int) -> bool:
        return classification and units == 1

    def value(self, prediction: Array, target: Array) -> float:
        return accuracy(prediction, target, self.threshold)


class CategoricalAccuracy(Metric, name="categorical_accuracy"):
    label = "Accuracy"
    summary = "The share of samples whose largest output is that of the right class."
    formula = r"\frac{\mathrm{right}}{n}"

    def suits(self, classification: bool, units: int) -> bool:
        return classification and units > 1

    def value(self, prediction: Array, target: Array) -> float:
        return accuracy(prediction, target)


class TopKAccuracy(Metric, name="top_k_accuracy"):
    """Of equal outputs those of earlier classes come first, so that with k = 1 it is the accuracy."""

    label = "Top-k accuracy"
    summary = "The share of samples whose right class is among the k largest outputs."
    formula = r"\frac{\mathrm{among\ the\ first\ } k}{n}"

    k: int = hyper(3, label="k", help="How many of the largest outputs count.", bounds=AT_LEAST_ONE)

    def suits(self, classification: bool, units: int) -> bool:
        return classification and units > self.k

    def value(self, prediction: Array, target: Array) -> float:
        units = prediction.shape[-1]
        scores = prediction.reshape(-1, units)
        right = class_numbers(target, units).reshape(-1, 1)
        own = np.take_along_axis(scores, right, axis=1)
        before = (scores > own) | ((scores == own) & (np.arange(units) < right))
        found = before.sum(axis=1) < self.k
        return float(np.count_nonzero(found) / max(1, found.size))


class ClassShares(ThresholdMetric):
    """A share of each class's samples: that of the yes for one unit, the mean over all classes that occur for several.

    A class occurs where it is wanted or predicted; a share of nothing is 0. So is scikit-learn's macro average with
    `zero_division=0`.
    """

    @abstractmethod
    def shares(self, right: Counts, predicted: Counts, actual: Counts) -> Array:
        """One number a class, given how often it was rightly predicted, predicted at all, and wanted."""

    def value(self, prediction: Array, target: Array) -> float:
        table = confusion_matrix(prediction, target, self.threshold)
        right, predicted, actual = table.diagonal(), table.sum(axis=0), table.sum(axis=1)
        shares = self.shares(right, predicted, actual)
        if prediction.shape[-1] == 1:
            return float(shares[1])
        occurring = predicted + actual > 0
        return float(shares[occurring].mean()) if occurring.any() else 0.0


class Precision(ClassShares, name="precision"):
    label = "Precision"
    summary = "Of the samples taken for a class, the share that belongs to it."
    formula = r"\frac{TP}{TP + FP}"

    def shares(self, right: Counts, predicted: Counts, actual: Counts) -> Array:
        return right / np.maximum(1, predicted)


class Recall(ClassShares, name="recall"):
    label = "Recall"
    summary = "Of the samples that belong to a class, the share that was found."
    formula = r"\frac{TP}{TP + FN}"

    def shares(self, right: Counts, predicted: Counts, actual: Counts) -> Array:
        return right / np.maximum(1, actual)


class F1(ClassShares, name="f1"):
    """The harmonic mean of precision and recall; van Rijsbergen 1979."""

    label = "F1"
    summary = "Precision and recall in one number, high only where both are."
    formula = r"\frac{2 TP}{2 TP + FP + FN}"

    def shares(self, right: Counts, predicted: Counts, actual: Counts) -> Array:
        return right / np.maximum(1, (predicted + actual) / 2)
