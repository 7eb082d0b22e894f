"""Gradient descent: every parameter takes a step of one size, with or without momentum."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.errors import Message
from engine.hyperparameters import FRACTION, hyper
from engine.optimizers.base import Array, Optimizer, OptimizerKernel, weight_decay_field


class SGDKernel(OptimizerKernel):
    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        np.multiply(gradients, learning_rate, work)
        np.subtract(parameters, work, parameters)


class MomentumKernel(OptimizerKernel):
    state_names = ("velocity",)

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        (velocity,) = state
        momentum = self.optimizer.momentum
        np.multiply(velocity, momentum, velocity)
        np.add(velocity, gradients, velocity)
        if self.optimizer.nesterov:
            np.multiply(velocity, momentum, work)
            np.add(work, gradients, work)
            np.multiply(work, learning_rate, work)
        else:
            np.multiply(velocity, learning_rate, work)
        np.subtract(parameters, work, parameters)


class SGD(Optimizer, name="SGD"):
    """Sutskever et al. 2013, section 2, as torch.optim.SGD writes it (no dampening)."""

    label = "SGD"
    summary = "A step straight down the gradient, with momentum if wished."
    formula = r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta v"

    momentum: float = hyper(0.0, label="Momentum", help="How much of the last step is kept.", bounds=FRACTION)
    nesterov: bool = hyper(False, label="Nesterov", help="Looks ahead along the momentum.")
    weight_decay: float = weight_decay_field()

    def conflicts(self) -> Iterator[Message]:
        if self.nesterov and not self.momentum:
            yield Message("Nesterov looks ahead along the momentum, which is 0. Choose a momentum above 0 first.")

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return MomentumKernel if self.momentum else SGDKernel
