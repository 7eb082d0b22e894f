"""A network and how it trains, made of a project by changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.errors import Message
from engine.graph import Graph
from engine.training_config import TrainingConfig
from engine.variations.architecture import DepthChange, WidthChange
from engine.variations.base import Change
from engine.variations.fields import ActivationChange, DropoutChange, InitializerChange, RegularizerChange
from engine.variations.training import BatchChange, OptimizerChange, RateChange

CHANGES: tuple[type[Change], ...] = (
    OptimizerChange,
    RateChange,
    BatchChange,
    InitializerChange,
    ActivationChange,
    RegularizerChange,
    DropoutChange,
    WidthChange,
    DepthChange,
)
"""All kinds, in the order in which they are offered and made: an optimiser before its rate."""


@dataclass(frozen=True, eq=False)
class Variant:
    """A network and how it trains, and what makes it differ from the project."""

    changes: tuple[Change, ...]
    graph: Graph
    training: TrainingConfig

    @property
    def told(self) -> tuple[Message, ...]:
        """What it is called: each change in a few words."""
        return tuple(change.told() for change in self.changes)


def vary(graph: Graph, training: TrainingConfig, changes: Iterable[Change]) -> Variant:
    """The variant that these changes make; RambatError where one cannot be made."""
    made = tuple(changes)
    drawn = graph.copy()
    for change in sorted(made, key=lambda change: CHANGES.index(type(change))):
        training = change.apply(drawn, training)
    return Variant(made, drawn, training)


def possible(graph: Graph, training: TrainingConfig) -> dict[str, Change]:
    """What may differ in this project, by name, as it is now."""
    present = {kind.name: kind.present(graph, training) for kind in CHANGES}
    return {name: change for name, change in present.items() if change is not None}
