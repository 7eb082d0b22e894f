"""Divergences: how far one distribution is from another."""

from __future__ import annotations

import numpy as np

from engine.errors import Message
from engine.losses.base import Array, Loss, LossKernel, LossSlot
from engine.losses.classification import CategoricalCrossentropyKernel, check_rows_of_probabilities


class KLDivergenceKernel(CategoricalCrossentropyKernel):
    """Cross-entropy less what the target alone makes of it; so the gradient is the same.

    The value is summed over y (ln y - ln a), not as a difference of two sums, so that it stays exact near 0.
    """

    def __init__(self, slot: LossSlot) -> None:
        super().__init__(slot)
        self.smallest = np.array(np.finfo(slot.prediction.dtype).smallest_normal, slot.prediction.dtype)

    def value(self) -> float:
        return LossKernel.value(self)

    def write_terms(self) -> None:
        self.write_logarithms(self.logits)
        np.maximum(self.target, self.smallest, out=self.gradient)  # 0 ln 0 is 0
        np.log(self.gradient, self.gradient)
        np.subtract(self.gradient, self.work, self.gradient)
        np.multiply(self.gradient, self.target, self.gradient)


class KLDivergence(Loss, name="kl_divergence"):
    """Kullback and Leibler 1951, section 2. From the logits of a softmax the gradient is a - y."""

    label = "Kullback-Leibler divergence"
    summary = "How far the predicted probabilities are from those wanted; 0 where both are the same."
    formula = r"L = \frac{1}{n} \sum_i \sum_k y_{ik} \ln \frac{y_{ik}}{a_{ik}}"
    symbols = {"i": "sample", "k": "class"}
    suits = ("softmax",)
    fuses = "softmax"
    classification = True

    def kernel(self, slot: LossSlot) -> LossKernel:
        return KLDivergenceKernel(slot)

    def check_targets(self, targets: Array) -> None:
        check_rows_of_probabilities(Message(self.label), targets)
