"""Adam and its relatives: step sizes from the mean of the gradients and from the mean of their squares."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from engine.hyperparameters import FRACTION, NON_NEGATIVE, POSITIVE, hyper
from engine.optimizers.base import (
    Array,
    AveragingKernel,
    Optimizer,
    OptimizerKernel,
    epsilon_field,
    weight_decay_field,
)


class MomentsKernel(AveragingKernel):
    """Averages the gradients and their squares."""

    state_names: ClassVar[tuple[str, ...]] = ("first_moment", "second_moment")
    memories: ClassVar[tuple[str, ...]] = ("beta_1", "beta_2")

    def average(self, work: Array, gradients: Array, first: Array, second: Array) -> None:
        """Let both moments take note of one step's gradients."""
        np.multiply(first, self.kept[0], first)
        np.add(first, gradients, first)
        np.multiply(second, self.kept[1], second)
        np.multiply(gradients, gradients, work)
        np.add(second, work, second)


class AdamKernel(MomentsKernel):
    """Corrects both moments for their beginning at 0 in one factor and in epsilon, not in passes of their own."""

    def step(self, learning_rate: float) -> None:
        adam, steps = self.optimizer, self.steps + 1
        first = (1 - adam.beta_1) / (1 - adam.beta_1**steps)
        second = ((1 - adam.beta_2) / (1 - adam.beta_2**steps)) ** 0.5
        self.rate_factor = first / second
        self.epsilon = adam.epsilon / second
        super().step(learning_rate)

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        first = state[0]
        self.average(work, gradients, first, state[1])
        np.sqrt(self.variance(*state), work)
        np.add(work, self.epsilon, work)
        np.divide(first, work, work)
        np.multiply(work, learning_rate * self.rate_factor, work)
        np.subtract(parameters, work, parameters)

    def variance(self, *state: Array) -> Array:
        """That by whose root the mean is divided."""
        return state[1]


class Adam(Optimizer, name="Adam"):
    """Kingma and Ba 2015, algorithm 1, as torch.optim.Adam writes it."""

    label = "Adam"
    summary = "Each parameter has its own step size, from the mean and the variance of its gradients."
    formula = r"w \leftarrow w - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}"

    learning_rate: float = hyper(0.001, label="Learning rate", help="The size of a step.", bounds=POSITIVE)
    beta_1: float = hyper(0.9, label="Beta 1", help="Memory of the mean gradient.", bounds=FRACTION)
    beta_2: float = hyper(0.999, label="Beta 2", help="Memory of the squared gradient.", bounds=FRACTION)
    epsilon: float = epsilon_field()
    weight_decay: float = weight_decay_field()

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return AdamKernel


class AdamWKernel(AdamKernel):
    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        if decay := self.optimizer.weight_decay:
            np.multiply(parameters, 1 - learning_rate * decay, parameters)
        super().update(learning_rate, work, parameters, gradients, *state)


class AdamW(Adam, name="AdamW"):
    """Loshchilov and Hutter 2019, algorithm 2, as torch.optim.AdamW writes it."""

    label = "AdamW"
    summary = "Adam whose weight decay shrinks the weights themselves and leaves the gradients alone."
    formula = r"w \leftarrow w - \eta \lambda w - \eta \frac{\hat m}{\sqrt{\hat v} + \epsilon}"

    weight_decay: float = weight_decay_field(0.01)

    @property
    def l2(self) -> float:
        return 0.0

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return AdamWKernel


class AMSGradKernel(AdamKernel):
    state_names = ("first_moment", "second_moment", "largest_second_moment")
    memories = ("beta_1", "beta_2", "beta_2")

    def variance(self, *state: Array) -> Array:
        _, second, largest = state
        return np.maximum(largest, second, out=largest)


class AMSGrad(Adam, name="AMSGrad"):
    """Reddi, Kale and Kumar 2018, algorithm 2, as torch.optim.Adam writes it with amsgrad=True."""

    label = "AMSGrad"
    summary = "Adam that divides by the largest variance so far, so that no step size grows again."
    formula = r"v^{*} \leftarrow \max(v^{*}, v),\quad w \leftarrow w - \eta \frac{\hat m}{\sqrt{\hat v^{*}} + \epsilon}"

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return AMSGradKernel


class NadamKernel(MomentsKernel):
    """`momentum_product` is the product of all momenta so far, by which the mean's beginning at 0 is corrected."""

    counters = ("steps", "momentum_product")

    def __init__(self, optimizer: Any, parameters: Array, gradients: Array) -> None:
        super().__init__(optimizer, parameters, gradients)
        self.momentum_product = 1.0

    def step(self, learning_rate: float) -> None:
        nadam, steps = self.optimizer, self.steps + 1
        momentum, following = self.momentum(steps), self.momentum(steps + 1)
        self.momentum_product *= momentum
        second = ((1 - nadam.beta_2) / (1 - nadam.beta_2**steps)) ** 0.5
        self.epsilon = nadam.epsilon / second
        self.gradient_share = (1 - momentum) / (1 - self.momentum_product) / second
        self.mean_share = following * (1 - nadam.beta_1) / (1 - self.momentum_product * following) / second
        super().step(learning_rate)

    def momentum(self, step: int) -> float:
        """Grows from half of beta 1 towards all of it."""
        momentum: float = self.optimizer.beta_1 * (1 - 0.5 * 0.96 ** (step * self.optimizer.momentum_decay))
        return momentum

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        first, second = state
        spare = self.spare[: len(work)]
        self.average(work, gradients, first, second)
        np.multiply(gradients, learning_rate * self.gradient_share, work)
        np.multiply(first, learning_rate * self.mean_share, spare)
        np.add(work, spare, work)
        np.sqrt(second, spare)
        np.add(spare, self.epsilon, spare)
        np.divide(work, spare, work)
        np.subtract(parameters, work, parameters)


class Nadam(Optimizer, name="Nadam"):
    """Dozat 2016, algorithm 2 with its momentum schedule, as torch.optim.NAdam writes it."""

    label = "Nadam"
    summary = "Adam that looks ahead along its momentum, as Nesterov's method does."
    formula = r"w \leftarrow w - \eta \frac{\mu_{t+1} \hat m + (1 - \mu_t) \hat g}{\sqrt{\hat v} + \epsilon}"

    learning_rate: float = hyper(0.002, label="Learning rate", help="The size of a step.", bounds=POSITIVE)
    beta_1: float = hyper(0.9, label="Beta 1", help="Memory of the mean gradient.", bounds=FRACTION)
    beta_2: float = hyper(0.999, label="Beta 2", help="Memory of the squared gradient.", bounds=FRACTION)
    epsilon: float = epsilon_field()
    momentum_decay: float = hyper(
        0.004, label="Momentum decay", help="How fast the momentum grows to its full size.", bounds=NON_NEGATIVE
    )
    weight_decay: float = weight_decay_field()

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return NadamKernel
