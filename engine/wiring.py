"""Composite edits about wires: a layer added where one begins or ends, moved into one, or an end led elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine import groups
from engine.edits import add, half_way
from engine.graph import AddEdge, Edge, Edit, Graph, RemoveEdge, SetNode
from engine.layers import Layer

Place = tuple[float, float]


def connect_through(graph: Graph, edge: Edge, adapter: Layer | None) -> list[Edit]:
    """A wire, with a layer half-way where one is given."""
    if adapter is None:
        return [AddEdge(edge)]
    group = groups.common(graph, (edge.source, edge.target))
    between, edits = add(graph, adapter, half_way(graph, edge), group)
    return [*edits, AddEdge(Edge(edge.source, between, 0)), AddEdge(Edge(between, edge.target, edge.port))]


def add_after(
    graph: Graph,
    source: str,
    layer: Layer,
    place: Place,
    adapter: Layer | None = None,
    group: str = "",
) -> tuple[str, list[Edit]]:
    """A layer that another feeds, through an adapter where one is given; returns its id too."""
    return _add_joined(graph, layer, place, lambda node_id: Edge(source, node_id, 0), adapter, group)


def add_before(
    graph: Graph,
    target: str,
    port: int,
    layer: Layer,
    place: Place,
    adapter: Layer | None = None,
    group: str = "",
) -> tuple[str, list[Edit]]:
    """A layer that feeds this port, through an adapter where one is given; returns its id too."""
    return _add_joined(graph, layer, place, lambda node_id: Edge(node_id, target, port), adapter, group)


def _add_joined(
    graph: Graph,
    layer: Layer,
    place: Place,
    wire: Callable[[str], Edge],
    adapter: Layer | None,
    group: str,
) -> tuple[str, list[Edit]]:
    node_id, edits = add(graph, layer, place, group)
    trial = graph.copy()
    for edit in edits:
        trial.apply(edit)
    return node_id, [*edits, *connect_through(trial, wire(node_id), adapter)]


def move_into(graph: Graph, node_id: str, edge: Edge, place: Place) -> list[Edit]:
    """Put a layer without wires, which has its id already, between two that are connected."""
    node = graph[node_id]
    moved = replace(node, position=place, group=groups.common(graph, (edge.source, edge.target)))
    return [
        *([SetNode(node, moved)] if moved != node else []),
        RemoveEdge(edge),
        AddEdge(Edge(edge.source, node_id, 0)),
        AddEdge(Edge(node_id, edge.target, edge.port)),
    ]


def reconnect(graph: Graph, before: Edge, after: Edge, adapter: Layer | None = None) -> list[Edit]:
    """Lead an end of a wire elsewhere; the graph must take the new one in the old one's place."""
    return [RemoveEdge(before), *connect_through(graph, after, adapter)]
