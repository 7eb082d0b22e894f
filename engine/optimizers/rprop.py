"""Resilient propagation: only the signs of the gradients count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.errors import Message
from engine.hyperparameters import POSITIVE, Bounds, hyper
from engine.optimizers.base import Array, Optimizer, OptimizerKernel


class RpropKernel(OptimizerKernel):
    """Remembers the sign of the last gradient, 0 where the last step found that it had gone too far.

    `first_size` is the learning rate with which the sizes began; a rate that differs from it scales every step. The
    sizes stay within their bounds before that, so that a schedule may end at 0.
    """

    state_names = ("sign", "step_size")
    counters = ("steps", "first_size")

    def __init__(self, optimizer: Any, parameters: Array, gradients: Array) -> None:
        super().__init__(optimizer, parameters, gradients)
        self.mask = np.empty(len(self.work), bool)
        self.first_size: float = optimizer.learning_rate
        self.state["step_size"].fill(self.first_size)

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        sign, size = state
        rprop, mask = self.optimizer, self.mask[: len(work)]
        np.sign(gradients, work)
        np.multiply(sign, work, sign)
        np.greater(sign, 0, mask)
        np.multiply(size, rprop.eta_plus, size, where=mask)
        np.less(sign, 0, mask)
        np.multiply(size, rprop.eta_minus, size, where=mask)
        np.copyto(work, 0, where=mask)
        np.maximum(size, rprop.min_step, out=size)
        np.minimum(size, rprop.max_step, out=size)
        np.copyto(sign, work)
        np.multiply(work, size, work)
        if learning_rate != self.first_size:
            np.multiply(work, learning_rate / self.first_size, work)
        np.subtract(parameters, work, parameters)


class Rprop(Optimizer, name="Rprop"):
    """Riedmiller and Braun 1993, without taking steps back (Igel and Huesken 2000), as torch.optim.Rprop writes it.

    A learning rate that changes on the way, which has no effect there, scales all steps here.
    """

    label = "Rprop"
    summary = "Steps grow while a gradient keeps its sign and shrink where it turns; made for batches of all samples."
    formula = r"w \leftarrow w - \Delta\, \mathrm{sign}(g)"

    learning_rate: float = hyper(
        0.01, label="Learning rate", bounds=POSITIVE,
        help="The size of the first step; later ones find their own, and a rate that changes scales them.",
    )  # fmt: skip
    eta_minus: float = hyper(
        0.5, label="Shrink", help="What a step is multiplied by where the gradient has turned.",
        bounds=Bounds(0, 1, low_open=True, high_open=True),
    )  # fmt: skip
    eta_plus: float = hyper(
        1.2, label="Grow", help="What a step is multiplied by where the gradient keeps its sign.",
        bounds=Bounds(1, low_open=True),
    )  # fmt: skip
    min_step: float = hyper(
        1e-6,
        label="Smallest step",
        help="No step shrinks below this, before a changed rate scales it.",
        bounds=POSITIVE,
    )
    max_step: float = hyper(
        50.0, label="Largest step", help="No step grows beyond this, before a changed rate scales it.", bounds=POSITIVE
    )

    def conflicts(self) -> Iterator[Message]:
        if self.min_step > self.max_step:
            yield Message(
                "The smallest step may not be larger than the largest. Received: {least} and {most}.",
                least=self.min_step, most=self.max_step,
            )  # fmt: skip

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return RpropKernel
