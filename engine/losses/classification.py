"""Cross-entropies: how surprised the network is by the right answer."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from engine.arithmetic import ONE, row_maxima, row_sums, softplus
from engine.errors import DataError, Message
from engine.hyperparameters import FRACTION, hyper
from engine.losses.base import Array, Loss, LossKernel, LossSlot, excerpt_of_row, first_row
from engine.shapes import Shape

LOG_FLOOR = -100.0
"""The logarithm of a probability is held above this, as in PyTorch's BCELoss."""
SLACK = 1e-3
"""By how much the sum of a row's probabilities may miss 1."""
SMALLEST_VARIANCE = 1e-12
"""p (1 - p) is held above this in a derivative, as in PyTorch's BCELoss."""


def smoothing_field() -> Any:
    """The field `label_smoothing: float`."""
    return hyper(
        0.0, label="Label smoothing", help="Takes this share of certainty from the targets and spreads it evenly.",
        bounds=FRACTION,
    )  # fmt: skip


class SmoothingKernel(LossKernel):
    """Puts y (1 - s) + s / classes in the place of a target y; Szegedy et al. 2016, section 7.

    `target` is then an array of its own, filled from `given` at the beginning of each value.
    """

    def __init__(self, slot: LossSlot, smoothing: float, classes: int) -> None:
        super().__init__(slot)
        self.given = slot.target
        self.smoothing = bool(smoothing)
        self.kept = np.array(1 - smoothing, slot.prediction.dtype)
        self.spread = np.array(smoothing / classes, slot.prediction.dtype)
        if smoothing:
            self.target = np.empty_like(slot.prediction)

    def write_target(self) -> None:
        """Fill `target`, where it is not the given one."""
        self.smooth(self.given)

    def smooth(self, target: Array) -> None:
        """Fill `target` with smoothed numbers."""
        np.multiply(target, self.kept, self.target)
        np.add(self.target, self.spread, self.target)


class BinaryCrossentropyKernel(SmoothingKernel):
    def __init__(self, slot: LossSlot, smoothing: float) -> None:
        super().__init__(slot, smoothing, 2)

    def value(self) -> float:
        if self.target is not self.given:
            self.write_target()
        if self.logits is not None:
            self.write_terms_from_logits(self.logits)
            total = self.work.sum()
        else:
            np.log(self.prediction, self.work)
            np.maximum(self.work, LOG_FLOOR, out=self.work)
            total = -np.vdot(self.target, self.work)
            np.log1p(-self.prediction, self.work)
            np.maximum(self.work, LOG_FLOOR, out=self.work)
            total -= np.sum(self.work) - np.vdot(self.target, self.work)
        return float(total) * self.scale / self.terms

    def write_terms_from_logits(self, logits: Array) -> None:
        """Fill `work`, number by number, because far out both parts are large and their difference is small."""
        softplus(logits, self.work, self.gradient)
        np.multiply(self.target, logits, self.gradient)
        np.subtract(self.work, self.gradient, self.work)

    def write_terms(self) -> None:
        if self.target is not self.given:
            self.write_target()
        if self.logits is not None:
            self.write_terms_from_logits(self.logits)
            np.copyto(self.gradient, self.work)
            return
        np.log(self.prediction, self.gradient)
        np.maximum(self.gradient, LOG_FLOOR, out=self.gradient)
        np.multiply(self.gradient, self.target, self.gradient)
        np.log1p(-self.prediction, self.work)
        np.maximum(self.work, LOG_FLOOR, out=self.work)
        np.multiply(self.work, ONE - self.target, self.work)
        np.add(self.gradient, self.work, self.gradient)
        np.negative(self.gradient, self.gradient)

    def backward(self) -> None:
        self.write_difference()
        if self.logits is None:
            np.subtract(ONE, self.prediction, self.work)
            np.multiply(self.work, self.prediction, self.work)
            np.maximum(self.work, SMALLEST_VARIANCE, out=self.work)
            np.divide(self.gradient, self.work, self.gradient)


class BinaryCrossentropy(Loss, name="binary_crossentropy"):
    """Bishop 2006, equation 4.90."""

    label = "Binary cross-entropy"
    summary = "How surprised the network is by yes-or-no answers; with sigmoid outputs."
    formula = r"L = -\frac{1}{n} \sum y \ln a + (1 - y) \ln (1 - a)"
    suits = ("sigmoid",)
    fuses = "sigmoid"
    classification = True
    yes_or_no = True

    label_smoothing: float = smoothing_field()

    def kernel(self, slot: LossSlot) -> LossKernel:
        return BinaryCrossentropyKernel(slot, self.label_smoothing)

    def check_targets(self, targets: Array) -> None:
        wrong = ~((targets >= 0) & (targets <= 1))
        if wrong.any():
            place, row = first_row(wrong)
            raise DataError(
                Message("Binary cross-entropy needs targets from 0 to 1. Received {value} in row {row}.",
                        value=f"{targets[place]:g}", row=row)
            )  # fmt: skip


class CategoricalCrossentropyKernel(SmoothingKernel):
    """From logits the logarithm of the prediction serves, unless one term may be below `lowest_total`.

    No term is positive, so while their sum is above it, each of them is.
    """

    def __init__(self, slot: LossSlot, smoothing: float = 0.0) -> None:
        classes = slot.prediction.shape[-1]
        super().__init__(slot, smoothing, classes)
        smallest = math.log(np.finfo(slot.prediction.dtype).smallest_normal)
        # A smoothed target is at least s / classes, and no logarithm may be below that of the smallest number.
        self.lowest_total = smallest * (smoothing / classes) if smoothing else smallest

    def count_terms(self) -> int:
        return int(self.prediction.size // self.prediction.shape[-1])

    def value(self) -> float:
        if self.target is not self.given:
            self.write_target()
        np.log(self.prediction, self.work)
        if self.logits is None:
            np.maximum(self.work, LOG_FLOOR, out=self.work)
        total = float(np.vdot(self.target, self.work))
        if self.logits is not None and not total > self.lowest_total:
            self.write_logarithms(self.logits)
            total = float(np.vdot(self.target, self.work))
        return -total * self.scale / self.terms

    def write_logarithms(self, logits: Array | None) -> None:
        """Fill `work` with ln a; from logits exact also where a is too small for its logarithm to be."""
        if logits is None:
            np.log(self.prediction, self.work)
            np.maximum(self.work, LOG_FLOOR, out=self.work)
            return
        np.subtract(logits, row_maxima(logits), self.work)
        np.exp(self.work, self.gradient)
        np.subtract(self.work, np.log(row_sums(self.gradient)), self.work)

    def write_terms(self) -> None:
        if self.target is not self.given:
            self.write_target()
        self.write_logarithms(self.logits)
        np.multiply(self.target, self.work, self.gradient)
        np.negative(self.gradient, self.gradient)

    def backward(self) -> None:
        if self.logits is not None:
            self.write_difference()
        else:
            np.maximum(self.prediction, SMALLEST_VARIANCE, out=self.work)
            np.divide(self.target, self.work, self.gradient)
            np.multiply(self.gradient, -self.scale / self.terms, self.gradient)


def check_rows_of_probabilities(loss: Message, targets: Array) -> None:
    """DataError unless every row is of numbers that are not negative and add up to 1."""
    wrong = ~((np.abs(targets.sum(axis=-1) - 1) <= SLACK) & (targets >= 0).all(axis=-1))
    if wrong.any():
        place, row = first_row(wrong)
        raise DataError(
            Message("{loss} needs targets that are not negative and add up to 1 in every row (one-hot). "
                    "Received {value} in row {row}.",
                    loss=loss, value=excerpt_of_row(targets[place]), row=row)
        )  # fmt: skip


class CategoricalCrossentropy(Loss, name="categorical_crossentropy"):
    """Bishop 2006, equation 4.108."""

    label = "Categorical cross-entropy"
    summary = "How surprised the network is by the right class; with a softmax output and one-hot targets."
    formula = r"L = -\frac{1}{n} \sum_i \sum_k y_{ik} \ln a_{ik}"
    symbols = {"i": "sample", "k": "class"}
    suits = ("softmax",)
    fuses = "softmax"
    classification = True

    label_smoothing: float = smoothing_field()

    def kernel(self, slot: LossSlot) -> LossKernel:
        return CategoricalCrossentropyKernel(slot, self.label_smoothing)

    def check_targets(self, targets: Array) -> None:
        check_rows_of_probabilities(Message(self.label), targets)


class SparseCategoricalCrossentropyKernel(CategoricalCrossentropyKernel):
    """Makes one-hot rows of class numbers and goes on from there."""

    def __init__(self, slot: LossSlot, smoothing: float) -> None:
        super().__init__(slot, smoothing)
        self.target = np.empty_like(slot.prediction)
        self.classes = np.arange(slot.prediction.shape[-1], dtype=slot.prediction.dtype)

    def write_target(self) -> None:
        np.equal(self.given, self.classes, self.target, casting="unsafe")
        if self.smoothing:
            self.smooth(self.target)


class SparseCategoricalCrossentropy(Loss, name="sparse_categorical_crossentropy"):
    """Categorical cross-entropy whose targets are class numbers from 0 on, one a row; one-hot rows are taken too."""

    label = "Sparse categorical cross-entropy"
    summary = "Categorical cross-entropy for targets that are class numbers (0, 1, 2, ...) in place of one-hot rows."
    formula = r"L = -\frac{1}{n} \sum_i \ln a_{i y_i}"
    symbols = {"i": "sample"}
    suits = ("softmax",)
    fuses = "softmax"
    classification = True

    label_smoothing: float = smoothing_field()

    def kernel(self, slot: LossSlot) -> LossKernel:
        return SparseCategoricalCrossentropyKernel(slot, self.label_smoothing)

    def target_shape(self, prediction: Shape) -> Shape:
        return (*prediction[:-1], 1)

    def accepts(self, target: Shape, prediction: Shape) -> bool:
        return target in (self.target_shape(prediction), prediction[:-1], prediction)

    def arrange(self, targets: Array, prediction: Shape) -> Array:
        wanted = self.target_shape(prediction)
        if targets.shape[1:] == prediction != wanted:
            _check_one_hot(targets)
            targets = np.argmax(targets, axis=-1, keepdims=True).astype(targets.dtype)
        labels: Array = targets.reshape(len(targets), *wanted)
        _check_labels(labels, prediction[-1])
        return labels


def _check_labels(labels: Array, classes: int) -> None:
    right = (labels >= 0) & (labels < classes) & (labels == np.floor(labels))
    if not right.all():
        place, row = first_row(~right)
        raise DataError(
            Message("Sparse categorical cross-entropy needs class numbers, whole and from 0 to {last}. "
                    "Received {value} in row {row}.",
                    last=classes - 1, value=f"{labels[place]:g}", row=row)
        )  # fmt: skip


def _check_one_hot(targets: Array) -> None:
    right = np.isin(targets, (0, 1)).all(axis=-1) & (targets.sum(axis=-1) == 1)
    if not right.all():
        place, row = first_row(~right)
        raise DataError(
            Message("Sparse categorical cross-entropy needs class numbers, or rows with one 1 and else 0. "
                    "Received {value} in row {row}.",
                    value=excerpt_of_row(targets[place]), row=row)
        )  # fmt: skip
