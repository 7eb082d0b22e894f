"""Variants by their architecture: how wide and how deep the hidden layers are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from engine import edits
from engine.errors import Message, RambatError
from engine.graph import AddEdge, AddNode, Edge, Edit, Graph, Node, RemoveEdge
from engine.hyperparameters import Bounds, hyper
from engine.layers import Dense
from engine.numerals import Number
from engine.training_config import TrainingConfig
from engine.variations.base import Change
from engine.variations.places import WIDTHS, answering, having, set_fields

MOST_LAYERS, MOST_TIMES = 12, 64


class WidthChange(Change, name="width"):
    label = "Width of hidden layers"
    summary = "How many times as many units and filters hidden layers have."

    factor: float = hyper(
        1.0, label="Width of hidden layers", help="Times as many units and filters.",
        bounds=Bounds(0, MOST_TIMES, low_open=True),
    )  # fmt: skip

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        return cls(1.0) if cls._place(graph) else None

    @staticmethod
    def _place(graph: Graph) -> dict[str, str]:
        ends = answering(graph)
        return {node: field for name in WIDTHS for node, field in having(graph, name).items() if node not in ends}

    def proposals(self) -> Sequence[Self]:
        return self._with([0.5, 1, 2, 4])

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        wider = {
            node: {field: max(1, round(self.factor * getattr(graph[node].layer, field)))}
            for node, field in self._place(graph).items()
        }
        set_fields(graph, wider)
        return training

    def told(self) -> Message:
        return Message("width × {factor}", factor=Number(self.factor, 6))


class DepthChange(Change, name="depth"):
    """A deeper network has its last hidden layer several times, one behind the other."""

    label = "Number of hidden layers"
    summary = "How many Dense layers come before the one that answers."

    layers: int = hyper(
        1, label="Number of hidden layers", help="Dense layers before the one that answers.",
        bounds=Bounds(0, MOST_LAYERS),
    )  # fmt: skip

    @classmethod
    def present(cls, graph: Graph, training: TrainingConfig) -> Self | None:
        hidden = cls._place(graph)
        return cls(len(hidden)) if 0 < len(hidden) <= MOST_LAYERS else None

    @staticmethod
    def _place(graph: Graph) -> list[str]:
        ends = answering(graph)
        return [
            node
            for node in graph.order()
            if isinstance(graph[node].layer, Dense) and node not in ends and graph.users(node) == (node,)
        ]

    def proposals(self) -> Sequence[Self]:
        wanted = (count for count in range(self.layers - 1, self.layers + 3) if 0 <= count <= MOST_LAYERS)
        return self._with(wanted)

    def apply(self, graph: Graph, training: TrainingConfig) -> TrainingConfig:
        hidden = self._place(graph)
        if not hidden:
            raise RambatError(Message("There is no hidden Dense layer to begin with."))
        for edit in edits.delete_and_heal(graph, hidden[self.layers :]):
            graph.apply(edit)
        for _ in range(self.layers - len(hidden)):
            hidden.append(_repeat(graph, graph[hidden[-1]]))
        return training

    def told(self) -> Message:
        if self.layers < 2:
            return Message("one hidden layer") if self.layers else Message("no hidden layer")
        return Message("{count} hidden layers", count=self.layers)


def _repeat(graph: Graph, last: Node) -> str:
    """Put another layer like this behind it, half-way to the next until room is made for it; its id comes back."""
    wires = graph.outgoing(last.id)
    place = edits.half_way(graph, wires[0]) if wires else last.position
    fresh = replace(last, id=graph.fresh_id(type(last.layer)), position=place, title="")
    led = [AddEdge(Edge(fresh.id, wire.target, wire.port)) for wire in wires]
    rewired: list[Edit] = [*map(RemoveEdge, wires), AddEdge(Edge(last.id, fresh.id)), *led]
    for edit in (AddNode(fresh), *rewired):
        graph.apply(edit)
    return fresh.id
