"""Optimisers, with PyTorch's definitions, on the flat parameter vector.

The vector is walked in blocks that fit the cache, so that the several passes of one update read memory once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import FRACTION, NON_NEGATIVE, POSITIVE, Configurable, hyper

Array = NDArray[np.floating]

BLOCK = 16_384
"""Elements an update handles at a time: four vectors of float32 stay within a second-level cache."""


class OptimizerKernel(ABC):
    """An optimiser at work on one network's vectors; `state` holds what it remembers between steps."""

    state_names: tuple[str, ...] = ()

    def __init__(self, optimizer: Any, parameters: Array, gradients: Array) -> None:
        self.optimizer = optimizer
        self.steps = 0
        self.state = {name: np.zeros_like(parameters) for name in self.state_names}
        self.blocks = tuple(
            tuple(array[start : start + BLOCK] for array in (parameters, gradients, *self.state.values()))
            for start in range(0, len(parameters), BLOCK)
        )
        self.work = np.empty(min(BLOCK, len(parameters)), parameters.dtype)

    def configure(self, optimizer: Any) -> None:
        """Go on with other hyperparameters of the same kind, keeping the state."""
        self.optimizer = optimizer

    def step(self, learning_rate: float) -> None:
        """Change the parameters once, by the gradients that stand in the vector."""
        self.steps += 1
        for block in self.blocks:
            self.update(learning_rate, self.work[: len(block[0])], *block)

    @abstractmethod
    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        """One block's share of a step."""


class Optimizer(Configurable, family="optimizer"):
    """How parameters follow their gradients."""

    learning_rate: float = hyper(0.01, label="Learning rate", help="The size of a step.", bounds=POSITIVE)

    @property
    @abstractmethod
    def kernel_class(self) -> type[OptimizerKernel]:
        """What runs these hyperparameters; a change that keeps the class keeps the state."""

    def kernel(self, parameters: Array, gradients: Array) -> OptimizerKernel:
        """The running thing for these two vectors of one size."""
        return self.kernel_class(self, parameters, gradients)


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

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return MomentumKernel if self.momentum else SGDKernel


class AdamKernel(OptimizerKernel):
    """Keeps the moments as m / (1 - beta1) and v / (1 - beta2), which saves a pass over each."""

    state_names = ("first_moment", "second_moment")

    def __init__(self, optimizer: Any, parameters: Array, gradients: Array) -> None:
        super().__init__(optimizer, parameters, gradients)
        self.read_memories()

    def read_memories(self) -> None:
        """The betas as arrays without axes, which cost no conversion at every call."""
        self.beta_1 = np.array(self.optimizer.beta_1, self.work.dtype)
        self.beta_2 = np.array(self.optimizer.beta_2, self.work.dtype)

    def configure(self, optimizer: Any) -> None:
        for name, beta in (("first_moment", "beta_1"), ("second_moment", "beta_2")):
            before, after = 1 - getattr(self.optimizer, beta), 1 - getattr(optimizer, beta)
            if before != after:
                self.state[name] *= before / after
        super().configure(optimizer)
        self.read_memories()

    def step(self, learning_rate: float) -> None:
        adam, steps = self.optimizer, self.steps + 1
        first = (1 - adam.beta_1) / (1 - adam.beta_1**steps)
        second = ((1 - adam.beta_2) / (1 - adam.beta_2**steps)) ** 0.5
        self.rate_factor = first / second
        self.epsilon = adam.epsilon / second
        super().step(learning_rate)

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        first, second = state
        np.multiply(first, self.beta_1, first)
        np.add(first, gradients, first)
        np.multiply(second, self.beta_2, second)
        np.multiply(gradients, gradients, work)
        np.add(second, work, second)
        np.sqrt(second, work)
        np.add(work, self.epsilon, work)
        np.divide(first, work, work)
        np.multiply(work, learning_rate * self.rate_factor, work)
        np.subtract(parameters, work, parameters)


class Adam(Optimizer, name="Adam"):
    """Kingma and Ba 2015, algorithm 1, as torch.optim.Adam writes it."""

    label = "Adam"
    summary = "Each parameter has its own step size, from the mean and the variance of its gradients."
    formula = r"w \leftarrow w - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}"

    learning_rate: float = hyper(0.001, label="Learning rate", help="The size of a step.", bounds=POSITIVE)
    beta_1: float = hyper(0.9, label="Beta 1", help="Memory of the mean gradient.", bounds=FRACTION)
    beta_2: float = hyper(0.999, label="Beta 2", help="Memory of the squared gradient.", bounds=FRACTION)
    epsilon: float = hyper(1e-8, label="Epsilon", help="Keeps the division finite.", bounds=NON_NEGATIVE)

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return AdamKernel
