"""Step sizes from the squares of a parameter's gradients alone: Adagrad, Adadelta and RMSprop."""

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


class AdagradKernel(OptimizerKernel):
    state_names = ("sum_of_squares",)

    def __init__(self, optimizer: Any, parameters: Array, gradients: Array) -> None:
        super().__init__(optimizer, parameters, gradients)
        self.state["sum_of_squares"].fill(optimizer.initial_accumulator_value)

    def step(self, learning_rate: float) -> None:
        super().step(learning_rate / (1 + self.steps * self.optimizer.lr_decay))

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        (squares,) = state
        np.multiply(gradients, gradients, work)
        np.add(squares, work, squares)
        np.sqrt(squares, work)
        np.add(work, self.optimizer.epsilon, work)
        np.divide(gradients, work, work)
        np.multiply(work, learning_rate, work)
        np.subtract(parameters, work, parameters)


class Adagrad(Optimizer, name="Adagrad"):
    """Duchi, Hazan and Singer 2011, the diagonal form, as torch.optim.Adagrad writes it."""

    label = "Adagrad"
    summary = "Parameters that have moved a lot take smaller and smaller steps; rarely moved ones keep large steps."
    formula = r"s \leftarrow s + g^2,\quad w \leftarrow w - \eta \frac{g}{\sqrt{s} + \epsilon}"

    lr_decay: float = hyper(
        0.0, label="Rate decay", help="How fast the learning rate shrinks from step to step.", bounds=NON_NEGATIVE
    )
    initial_accumulator_value: float = hyper(
        0.0, label="Initial sum", help="Where the sum of squared gradients begins.", bounds=NON_NEGATIVE
    )
    epsilon: float = epsilon_field(1e-10)
    weight_decay: float = weight_decay_field()

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return AdagradKernel


class AdadeltaKernel(AveragingKernel):
    """Both averages are kept without their factor 1 - rho, which then stands in epsilon."""

    state_names = ("squared_gradient", "squared_change")
    memories = ("rho", "rho")

    def read_fields(self) -> None:
        super().read_fields()
        self.epsilon = self.optimizer.epsilon / (1 - self.optimizer.rho)

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        squares, changes = state
        keep, _ = self.kept
        spare = self.spare[: len(work)]
        np.multiply(squares, keep, squares)
        np.multiply(gradients, gradients, work)
        np.add(squares, work, squares)
        np.add(squares, self.epsilon, spare)
        np.add(changes, self.epsilon, work)
        np.divide(work, spare, work)
        np.sqrt(work, work)
        np.multiply(work, gradients, work)
        np.multiply(changes, keep, changes)
        np.multiply(work, work, spare)
        np.add(changes, spare, changes)
        np.multiply(work, learning_rate, work)
        np.subtract(parameters, work, parameters)


class Adadelta(Optimizer, name="Adadelta"):
    """Zeiler 2012, algorithm 1, as torch.optim.Adadelta writes it."""

    label = "Adadelta"
    summary = "Steps as large as recent ones were, relative to recent gradients; the learning rate only scales them."
    formula = r"\Delta = g \sqrt{\frac{u + \epsilon}{s + \epsilon}},\quad w \leftarrow w - \eta \Delta"

    learning_rate: float = hyper(1.0, label="Learning rate", help="The size of a step.", bounds=POSITIVE)
    rho: float = hyper(0.9, label="Rho", help="Memory of squared gradients and squared changes.", bounds=FRACTION)
    epsilon: float = hyper(
        1e-6, label="Epsilon", help="Keeps the division finite, and lets the first steps be taken.", bounds=POSITIVE
    )
    weight_decay: float = weight_decay_field()

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        return AdadeltaKernel


class RMSpropKernel(AveragingKernel):
    """The average is kept without its factor 1 - alpha, which then stands in epsilon and in the step."""

    state_names: ClassVar[tuple[str, ...]] = ("squared_gradient",)
    memories: ClassVar[tuple[str, ...]] = ("alpha",)

    def read_fields(self) -> None:
        super().read_fields()
        self.root = (1 - self.optimizer.alpha) ** 0.5
        self.epsilon = self.optimizer.epsilon / self.root

    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        squares = state[0]
        np.multiply(squares, self.kept[0], squares)
        np.multiply(gradients, gradients, work)
        np.add(squares, work, squares)
        self.take_roots(work, gradients, *state)
        np.add(work, self.epsilon, work)
        np.divide(gradients, work, work)
        self.scale(learning_rate, work, *state)
        np.subtract(parameters, work, parameters)

    def take_roots(self, work: Array, gradients: Array, *state: Array) -> None:
        """Fill `work` with the roots by which the gradients are divided."""
        np.sqrt(state[0], work)

    def scale(self, learning_rate: float, work: Array, *state: Array) -> None:
        """Turn the divided gradients in `work` into the step."""
        np.multiply(work, learning_rate / self.root, work)


class CenteredRMSpropKernel(RMSpropKernel):
    state_names: ClassVar[tuple[str, ...]] = ("squared_gradient", "gradient")
    memories = ("alpha", "alpha")

    def take_roots(self, work: Array, gradients: Array, *state: Array) -> None:
        squares, mean = state[:2]
        np.multiply(mean, self.kept[1], mean)
        np.add(mean, gradients, mean)
        np.multiply(mean, mean, work)
        np.multiply(work, 1 - self.optimizer.alpha, work)
        np.subtract(squares, work, work)
        np.maximum(work, 0, out=work)  # rounding must not make a variance negative
        np.sqrt(work, work)


class MomentumRMSpropKernel(RMSpropKernel):
    state_names: ClassVar[tuple[str, ...]] = ("squared_gradient", "velocity")

    def scale(self, learning_rate: float, work: Array, *state: Array) -> None:
        velocity = state[-1]
        np.multiply(velocity, self.optimizer.momentum, velocity)
        np.multiply(work, 1 / self.root, work)
        np.add(velocity, work, velocity)
        np.multiply(velocity, learning_rate, work)


class CenteredMomentumRMSpropKernel(CenteredRMSpropKernel, MomentumRMSpropKernel):
    state_names = ("squared_gradient", "gradient", "velocity")


class RMSprop(Optimizer, name="RMSprop"):
    """Tieleman and Hinton 2012, lecture 6.5; centered: Graves 2013, section 4.1; as torch.optim.RMSprop writes it."""

    label = "RMSprop"
    summary = "Divides each gradient by the root of the mean of its recent squares."
    formula = r"s \leftarrow \alpha s + (1 - \alpha) g^2,\quad w \leftarrow w - \eta \frac{g}{\sqrt{s} + \epsilon}"

    alpha: float = hyper(0.99, label="Alpha", help="Memory of the squared gradient.", bounds=FRACTION)
    epsilon: float = epsilon_field()
    momentum: float = hyper(0.0, label="Momentum", help="How much of the last step is kept.", bounds=FRACTION)
    centered: bool = hyper(
        False, label="Centered", help="Divides by the variance of the gradient instead of its mean square."
    )
    weight_decay: float = weight_decay_field()

    @property
    def kernel_class(self) -> type[OptimizerKernel]:
        if self.momentum:
            return CenteredMomentumRMSpropKernel if self.centered else MomentumRMSpropKernel
        return CenteredRMSpropKernel if self.centered else RMSpropKernel
