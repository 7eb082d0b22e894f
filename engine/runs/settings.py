"""What a run is made with, but for its hyperparameters, which may change on the way."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data import DataSource, Preparation
from engine.graph import Edge, Graph
from engine.layers import Layer


@dataclass(frozen=True, eq=False)
class RunSettings:
    """The network, its data and the seed; the graph is a copy that nobody changes."""

    graph: Graph
    data: DataSource
    preparation: Preparation
    seed: int

    def suits(self, other: RunSettings) -> bool:
        """Whether the other computes the same, however it is drawn."""
        return (
            self.data == other.data
            and self.preparation == other.preparation
            and self.seed == other.seed
            and computed(self.graph) == computed(other.graph)
        )


def computed(graph: Graph) -> tuple[list[tuple[str, Layer, str | None]], tuple[Edge, ...]]:
    """What of a drawing decides what is computed."""
    return [(node.id, node.layer, node.shares) for node in graph], graph.edges()
