"""What lies before, behind and around some layers along the wires; every answer holds these layers too."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from engine.graph import Graph


def upstream(graph: Graph, nodes: Iterable[str]) -> frozenset[str]:
    """All layers whose values these depend on."""
    return _reached(nodes, lambda node: [edge.source for edge in graph.incoming(node)])


def downstream(graph: Graph, nodes: Iterable[str]) -> frozenset[str]:
    """All layers that depend on the values of these."""
    return _reached(nodes, lambda node: [edge.target for edge in graph.outgoing(node)])


def up_and_downstream(graph: Graph, nodes: Iterable[str]) -> frozenset[str]:
    """All layers on a way through one of these."""
    starts = frozenset(nodes)
    return upstream(graph, starts) | downstream(graph, starts)


def connected(graph: Graph, nodes: Iterable[str]) -> frozenset[str]:
    """All layers that wires join with these, whichever way they lead."""
    return _reached(
        nodes,
        lambda node: [
            *(edge.source for edge in graph.incoming(node)),
            *(edge.target for edge in graph.outgoing(node)),
        ],
    )


def _reached(starts: Iterable[str], step: Callable[[str], Iterable[str]]) -> frozenset[str]:
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        fresh = set(step(waiting.pop())) - reached
        reached |= fresh
        waiting += fresh
    return frozenset(reached)
