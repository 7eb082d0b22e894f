"""What was learned, kept while the drawing changes, so that an edit and its undo lose nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.graph import Graph
from engine.network import Network


class LearnedWeights:
    """The newest learned array of every name and shape; empty while a seed still says how a network begins."""

    def __init__(self, weights: Mapping[str, Any] | None = None) -> None:
        self._arrays: dict[tuple[str, tuple[int, ...]], Any] = {}
        self.keep(weights or {})

    def __bool__(self) -> bool:
        return bool(self._arrays)

    def keep(self, weights: Mapping[str, Any]) -> None:
        """Remember these, newer than all that are kept."""
        for name, array in weights.items():
            self._arrays.pop((name, array.shape), None)
            self._arrays[name, array.shape] = array

    def swap(self, one: str, other: str) -> None:
        """Let each of two layers have what the other has learned: so undo gives back also what a lost one left."""
        ids = {one: other, other: one}
        swapped = {}
        for (name, shape), array in self._arrays.items():
            node, _, key = name.rpartition(".")
            swapped[f"{ids.get(node, node)}.{key}", shape] = array
        self._arrays = swapped

    def give(self, network: Network) -> tuple[str, ...]:
        """Put what fits into the network; the names come back of which only other shapes were learned."""
        wanted = {name: array.shape for name, array in network.state_dict().items()}
        fitting = {name: self._arrays[name, shape] for name, shape in wanted.items() if (name, shape) in self._arrays}
        network.carry_over(fitting)
        known = {name for name, _ in self._arrays}
        return tuple(name for name in wanted if name in known and name not in fitting)

    def latest(self, graph: Graph) -> dict[str, Any]:
        """The newest array of every name, but for layers that now share the weights of others."""
        sharing = {node.id for node in graph if node.shares is not None}
        return {name: array for (name, _), array in self._arrays.items() if name.rpartition(".")[0] not in sharing}
