"""What a loss declares, and the kernel that computes it.

A `Loss` is the declaration, a `LossKernel` the running thing bound to one batch's arrays. A loss that
`fuses` with an activation is computed from that activation's logits, which is exact far out; also where layers that
only reshape, such as Flatten, stand between the two (`engine.logits` tells the rule).
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_count
from engine.hyperparameters import Configurable
from engine.shapes import Shape

Array = NDArray[np.floating]

FEW = 8
"""As many numbers of a row are shown in a message."""


@dataclass(frozen=True)
class LossSlot:
    """The arrays that a loss kernel is bound to.

    `prediction` and `gradient` are (n, ...), `target` as the loss's `target_shape` says. The gradient is with
    respect to the prediction, or to the `logits` where those are given. `scale` multiplies value and gradient alike.
    """

    prediction: Array
    target: Array
    gradient: Array
    logits: Array | None = None
    scale: float = 1.0


def first_row(wrong: NDArray[np.bool_]) -> tuple[tuple[int, ...], int]:
    """Where along (n, ...) the first true value stands, and in which row, counted from 1."""
    place = tuple(int(index) for index in np.argwhere(wrong)[0])
    return place, place[0] + 1


def excerpt_of_row(row: Array) -> str:
    """The first numbers of a row."""
    numbers = " ".join(f"{number:g}" for number in row[:FEW])
    return numbers if len(row) <= FEW else f"{numbers} ..."


class LossKernel(ABC):
    """One loss on one batch: `value()` first, then `backward()`, which fills `gradient`.

    `weighted_value` and `weighted_backward` do the same with a weight for each sample or each term. Until `backward`
    runs, the gradient's memory serves to compute in.
    """

    def __init__(self, slot: LossSlot) -> None:
        self.prediction = slot.prediction
        self.target = slot.target
        self.gradient = slot.gradient
        self.logits = slot.logits
        self.scale = slot.scale
        self.work = np.empty_like(slot.prediction)
        self.terms = self.count_terms()
        self.share = np.array(self.scale / self.terms, slot.prediction.dtype)
        """What one term weighs, as an array without axes, which costs no conversion."""

    def count_terms(self) -> int:
        """Over how many terms the mean is taken."""
        return self.prediction.size

    @abstractmethod
    def write_terms(self) -> None:
        """Fill `gradient` with what each number of the prediction adds to the loss, before the mean."""

    @abstractmethod
    def backward(self) -> None:
        """Fill the gradient."""

    def value(self) -> float:
        """The scaled loss of the batch."""
        self.write_terms()
        return self.from_total(float(self.gradient.sum()))

    def sample_values(self) -> Array:
        """The loss of each sample by itself (n,), unscaled."""
        self.write_terms()
        samples = len(self.gradient)
        totals: Array = self.gradient.reshape(samples, -1).sum(axis=1, dtype=np.float64)
        return totals * (samples / self.terms)

    def from_total(self, total: float) -> float:
        """The loss whose terms have this sum."""
        return total * self.scale / self.terms

    def weighted_value(self, weights: Array) -> float:
        """The loss with every sample's term times its weight; the mean is still over the number of samples.

        `weights` has the prediction's axes, the last one of length 1 or of the units.
        """
        self.write_terms()
        np.multiply(self.gradient, weights, self.gradient)
        return self.from_total(float(self.gradient.sum()))

    def weighted_backward(self, weights: Array) -> None:
        """Fill the gradient of `weighted_value`."""
        self.backward()
        np.multiply(self.gradient, weights, self.gradient)

    def write_difference(self) -> None:
        """The gradient that losses fused with their activation share: (prediction - target) / terms."""
        np.subtract(self.prediction, self.target, self.gradient)
        np.multiply(self.gradient, self.share, self.gradient)


class Loss(Configurable, family="loss"):
    """What training makes small.

    `suits` names the activations that may stand before the output, the recommended one first; empty means any.
    With `yes_or_no` every unit answers a question of its own; otherwise the classes are rivals of which the largest
    wins. `answers` are the no and the yes of one unit. `mean_over_batch` says that the loss of a batch is the mean
    of its samples' losses.
    """

    suits: ClassVar[tuple[str, ...]] = ()
    fuses: ClassVar[str] = ""
    classification: ClassVar[bool] = False
    yes_or_no: ClassVar[bool] = False
    answers: ClassVar[tuple[float, float]] = (0.0, 1.0)
    mean_over_batch: ClassVar[bool] = True

    @property
    def threshold(self) -> float:
        """Where the answer of one unit turns from no to yes."""
        return sum(self.answers) / 2

    def class_count(self, units: int) -> int:
        """Among how many classes each answer of an output decides."""
        return 2 if self.yes_or_no else class_count(units)

    @abstractmethod
    def kernel(self, slot: LossSlot) -> LossKernel:
        """The running thing, bound to the slot's arrays."""

    def target_shape(self, prediction: Shape) -> Shape:
        """The shape of one sample's target, given that of its prediction."""
        return prediction

    def accepts(self, target: Shape, prediction: Shape) -> bool:
        """Whether people may give targets of this shape, which `arrange` then brings into the loss's own."""
        return target == self.target_shape(prediction)

    def arrange(self, targets: Array, prediction: Shape) -> Array:
        """Targets (n, ...) of an accepted shape as the kernel takes them; DataError where a value cannot be."""
        return targets

    def check_targets(self, targets: Array) -> None:
        """Raise DataError where arranged targets lie outside what the loss is defined for."""

    def combine(self, values: Sequence[float], counts: Sequence[int]) -> float:
        """The loss of several batches together, given each one's loss and number of samples."""
        return math.fsum(value * count for value, count in zip(values, counts, strict=True)) / sum(counts)
