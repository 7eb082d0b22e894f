"""One thing in which networks that are compared may differ."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, Self

from engine.errors import Message
from engine.graph import Graph
from engine.hyperparameters import Configurable, Hyperparameter
from engine.training_config import TrainingConfig


class Change(Configurable, family="change"):
    """One thing in which a variant may differ, in one field; `label` says what differs."""

    @property
    def value(self) -> Any:
        """What the field holds."""
        return getattr(self, self.field().name)

    @classmethod
    def field(cls) -> Hyperparameter:
        """The one field."""
        return cls.hyperparameters()[0]

    @classmethod
    @abstractmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        """How it is in a project; None where there is nothing of the kind to change."""

    @abstractmethod
    def proposals(self) -> Sequence[Self]:
        """What might be compared, if this is how it is."""

    def options(self) -> Sequence[Self]:
        """All to choose from, if this is how it is; none where any number may be typed."""
        return ()

    @abstractmethod
    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        """Make the change in this graph, and in a copy of these settings; GraphError where it cannot be made."""

    @abstractmethod
    def told(self) -> Message:
        """The change in a few words."""

    def _with(self, values: Iterable[Any]) -> tuple[Self, ...]:
        """Changes to these values, each once."""
        return tuple(dict.fromkeys(type(self)(value) for value in values))
