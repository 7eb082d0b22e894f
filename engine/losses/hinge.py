"""Hinge losses: an answer on the right side of 0 by a margin of 1 costs nothing."""

from __future__ import annotations

import numpy as np

from engine.arithmetic import ONE, ZERO
from engine.errors import DataError, Message
from engine.losses.base import Array, Loss, LossKernel, LossSlot, first_row
from engine.shapes import Shape


class HingeKernel(LossKernel):
    """`work` holds 1 - y a. The derivative at the corner is taken as 0."""

    def __init__(self, slot: LossSlot) -> None:
        super().__init__(slot)
        self.minus_share = np.array(-self.share)

    def write_margins(self) -> None:
        """By how much each answer lacks the margin; below 0 where it has it."""
        np.multiply(self.target, self.prediction, self.work)
        np.subtract(ONE, self.work, self.work)

    def write_terms(self) -> None:
        self.write_margins()
        np.maximum(self.work, ZERO, out=self.gradient)

    def backward(self) -> None:
        np.greater(self.work, ZERO, self.gradient, casting="unsafe")
        self.write_slope()

    def write_slope(self) -> None:
        """Turn the derivative with respect to 1 - y a into that with respect to a."""
        np.multiply(self.gradient, self.target, self.gradient)
        np.multiply(self.gradient, self.minus_share, self.gradient)


class SquaredHingeKernel(HingeKernel):
    def write_terms(self) -> None:
        self.write_margins()
        np.maximum(self.work, ZERO, out=self.work)
        np.multiply(self.work, self.work, self.gradient)

    def backward(self) -> None:
        np.add(self.work, self.work, self.gradient)
        self.write_slope()


class Hinge(Loss, name="hinge"):
    """Cortes and Vapnik 1995. As in Keras, targets of 0 and 1 stand for -1 and 1."""

    label = "Hinge"
    summary = "Costs nothing once the answer is right by a margin of 1; the loss of support vector machines."
    formula = r"L = \frac{1}{n} \sum \max(0, 1 - y a)"
    suits = ("tanh", "linear")
    classification = True
    yes_or_no = True
    answers = (-1.0, 1.0)

    def kernel(self, slot: LossSlot) -> LossKernel:
        return HingeKernel(slot)

    def arrange(self, targets: Array, prediction: Shape) -> Array:
        return targets + targets - ONE if np.isin(targets, (0, 1)).all() else targets

    def check_targets(self, targets: Array) -> None:
        strange = ~np.isin(targets, (-1, 0, 1))
        wrong = strange if strange.any() else targets == 0
        if wrong.any():
            place, row = first_row(wrong)
            raise DataError(
                Message("{loss} needs targets of -1 and 1, or of 0 and 1. Received {value} in row {row}.",
                        loss=Message(self.label), value=f"{targets[place]:g}", row=row)
            )  # fmt: skip


class SquaredHinge(Hinge, name="squared_hinge"):
    label = "Squared hinge"
    summary = "The hinge loss squared: smooth at the margin, and harder on answers that are far off."
    formula = r"L = \frac{1}{n} \sum \max(0, 1 - y a)^2"

    def kernel(self, slot: LossSlot) -> LossKernel:
        return SquaredHingeKernel(slot)
