"""What an optimiser declares, and the kernel that walks the flat parameter vector.

The vector is walked in blocks that fit the cache, so that the several passes of one update read memory once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.hyperparameters import NON_NEGATIVE, POSITIVE, Configurable, hyper

Array = NDArray[np.floating]

BLOCK = 16_384
"""Elements an update handles at a time: four vectors of float32 stay within a second-level cache."""


class OptimizerKernel(ABC):
    """An optimiser at work on one network's vectors.

    `state` holds what it remembers of every parameter between steps, and the attributes that `counters` names what
    it remembers besides: both together are all that another kernel needs to go on from here to the bit.
    `work` and `spare` are as long as a block, to compute in.
    """

    state_names: ClassVar[tuple[str, ...]] = ()
    counters: ClassVar[tuple[str, ...]] = ("steps",)

    def __init__(self, optimizer: Any, parameters: Array, gradients: Array) -> None:
        self.steps = 0
        self.state = {name: np.zeros_like(parameters) for name in self.state_names}
        length = min(BLOCK, len(parameters))
        self.work, self.spare, self.decayed = (np.empty(length, parameters.dtype) for _ in range(3))
        self.blocks = tuple(
            (
                self.work[: len(parameters[start : start + BLOCK])],
                *(array[start : start + BLOCK] for array in (parameters, gradients, *self.state.values())),
            )
            for start in range(0, len(parameters), BLOCK)
        )
        self.optimizer = optimizer
        self.read_fields()

    def configure(self, optimizer: Any) -> None:
        """Go on with other hyperparameters of the same kind, keeping the state."""
        self.optimizer = optimizer
        self.read_fields()

    def read_fields(self) -> None:
        """Look up what every step needs of the hyperparameters."""
        self.l2 = self.optimizer.l2

    def step(self, learning_rate: float) -> None:
        """Change the parameters once, by the gradients that stand in the vector."""
        self.steps += 1
        if self.l2:
            for block in self.blocks:
                self.update(learning_rate, *self.with_decay(*block))
        else:
            for block in self.blocks:
                self.update(learning_rate, *block)

    def with_decay(self, work: Array, parameters: Array, gradients: Array, *state: Array) -> tuple[Array, ...]:
        """The same block with the weights' share in its gradients; the gradients themselves stay as they are."""
        decayed = self.decayed[: len(work)]
        np.multiply(parameters, self.l2, decayed)
        np.add(decayed, gradients, decayed)
        return (work, parameters, decayed, *state)

    @abstractmethod
    def update(self, learning_rate: float, work: Array, parameters: Array, gradients: Array, *state: Array) -> None:
        """One block's share of a step; gradients are only read."""


class AveragingKernel(OptimizerKernel):
    """Keeps a moving average that forgets with beta as average / (1 - beta), which saves a pass over it.

    `memories` names, for the states in their order, the field that says how much of each is kept; `kept` holds those
    numbers as arrays without axes, which cost no conversion at every call.
    """

    memories: ClassVar[tuple[str, ...]]

    def configure(self, optimizer: Any) -> None:
        for name, field in zip(self.state_names, self.memories, strict=False):
            before, after = 1 - getattr(self.optimizer, field), 1 - getattr(optimizer, field)
            if before != after:
                self.state[name] *= before / after
        super().configure(optimizer)

    def read_fields(self) -> None:
        super().read_fields()
        self.kept = tuple(np.array(getattr(self.optimizer, field), self.work.dtype) for field in self.memories)


class Optimizer(Configurable, family="optimizer"):
    """How parameters follow their gradients."""

    learning_rate: float = hyper(0.01, label="Learning rate", help="The size of a step.", bounds=POSITIVE)

    @property
    @abstractmethod
    def kernel_class(self) -> type[OptimizerKernel]:
        """What runs these hyperparameters; a change that keeps the class keeps the state."""

    @property
    def l2(self) -> float:
        """How much of each weight is added to its gradient; 0 for a kind without weight decay, or with one apart."""
        return getattr(self, "weight_decay", 0.0)

    def kernel(self, parameters: Array, gradients: Array) -> OptimizerKernel:
        """The running thing for these two vectors of one size."""
        return self.kernel_class(self, parameters, gradients)


def weight_decay_field(default: float = 0.0) -> Any:
    """The field `weight_decay: float`."""
    return hyper(
        default, label="Weight decay", help="How strongly every step pulls weights towards 0.", bounds=NON_NEGATIVE
    )


def epsilon_field(default: float = 1e-8) -> Any:
    """The field `epsilon: float`."""
    return hyper(default, label="Epsilon", help="Keeps the division finite.", bounds=NON_NEGATIVE)
