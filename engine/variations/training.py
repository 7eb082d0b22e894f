"""Variants by how they train: optimiser, learning rate, batch size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

from engine.errors import Message
from engine.graph import Graph
from engine.hyperparameters import AT_LEAST_ONE, POSITIVE, hyper
from engine.numerals import Number
from engine.optimizers import SGD, Optimizer
from engine.training_config import TrainingConfig
from engine.variations.base import Change

MOMENTUM = 0.9


class OptimizerChange(Change, name="optimizer"):
    """The learning rate stays as it is, so that one thing differs and not two."""

    label = "Optimizer"
    summary = "How weights follow their gradients, at one and the same learning rate."

    optimizer: Optimizer = hyper("Adam", label="Optimizer", help="How weights follow their gradients.")

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(training.optimizer)

    def proposals(self) -> Sequence[Self]:
        rate = self.optimizer.learning_rate
        usual = [SGD(rate), SGD(rate, momentum=MOMENTUM), Optimizer.resolve("RMSprop"), Optimizer.resolve("Adam")]
        own = [] if any(self.optimizer.same_kind(kind) for kind in usual) else [self.optimizer]
        return self._at_its_rate([*own, *usual])

    def options(self) -> Sequence[Self]:
        kinds = [Optimizer.resolve(name) for name in Optimizer.kinds()]
        return self._at_its_rate([self.optimizer, *kinds, SGD(momentum=MOMENTUM)])

    def _at_its_rate(self, optimizers: Iterable[Optimizer]) -> tuple[Self, ...]:
        rate = self.optimizer.learning_rate
        return self._with(optimizer.replace(learning_rate=rate) for optimizer in optimizers)

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        rate = training.optimizer.learning_rate
        return training.replace(optimizer=self.optimizer.replace(learning_rate=rate))

    def told(self) -> Message:
        optimizer = self.optimizer
        usual = type(optimizer)(learning_rate=optimizer.learning_rate)
        if isinstance(optimizer, SGD) and optimizer == usual.replace(momentum=optimizer.momentum) != usual:
            return Message("SGD with momentum {momentum}", momentum=Number(optimizer.momentum, 6))
        kind = Message(optimizer.label or optimizer.name)
        return kind if optimizer == usual else Message("{kind}, own settings", kind=kind)


class RateChange(Change, name="learning_rate"):
    label = "Learning rate"
    summary = "The size of a step."

    learning_rate: float = hyper(0.01, label="Learning rate", help="The size of a step.", bounds=POSITIVE)

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(training.optimizer.learning_rate)

    def proposals(self) -> Sequence[Self]:
        return self._with(float(f"{factor * self.learning_rate:.2g}") for factor in (0.1, 0.3, 1, 3))

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        return training.replace(optimizer=training.optimizer.replace(learning_rate=self.learning_rate))

    def told(self) -> Message:
        return Message("rate {rate}", rate=Number(self.learning_rate, 6))


class BatchChange(Change, name="batch_size"):
    label = "Batch size"
    summary = "Samples per step: small batches make more and noisier steps."

    batch_size: int = hyper(32, label="Batch size", help="Samples per step.", bounds=AT_LEAST_ONE)

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(training.batch_size)

    def proposals(self) -> Sequence[Self]:
        return self._with(max(1, round(factor * self.batch_size)) for factor in (0.25, 1, 4))

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        return training.replace(batch_size=self.batch_size)

    def told(self) -> Message:
        return Message("batches of {size}", size=self.batch_size)
