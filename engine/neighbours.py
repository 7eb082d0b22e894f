"""What lies before, behind and around layers along the wires; every answer holds the layers that were asked about."""

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


def reading_order(graph: Graph) -> tuple[str, ...]:
    """All layers as data flow through them; parts that no Input feeds come last, and of those single layers."""
    order = graph.order()
    ranks: dict[str, int] = {}
    for node in order:
        if node not in ranks:
            part = connected(graph, [node])
            fed = any(not graph[each].layer.ports for each in part)
            ranks |= dict.fromkeys(part, 0 if fed and len(part) > 1 else 1 if len(part) > 1 else 2)
    return tuple(sorted(order, key=ranks.__getitem__))


def _reached(starts: Iterable[str], step: Callable[[str], Iterable[str]]) -> frozenset[str]:
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        fresh = set(step(waiting.pop())) - reached
        reached |= fresh
        waiting += fresh
    return frozenset(reached)
