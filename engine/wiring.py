"""Composite edits about wires: a layer added where one begins or ends, moved into one, or an end led elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine import groups
from engine.direction import Direction
from engine.edits import add, make_room, place_after
from engine.graph import AddEdge, Edge, Edit, Graph, RemoveEdge, SetNode
from engine.layers import Layer

Place = tuple[float, float]


def connect_through(
    graph: Graph, edge: Edge, adapter: Layer | None, direction: Direction = Direction.RIGHT
) -> list[Edit]:
    """A wire, with a layer half-way where one is given."""
    if adapter is None:
        return [AddEdge(edge)]
    (x0, y0), (x1, y1) = graph[edge.source].position, graph[edge.target].position
    moves = make_room(graph, edge, direction)
    place = place_after(graph, edge.source, direction) if moves else ((x0 + x1) / 2, (y0 + y1) / 2)
    between, edits = add(graph, adapter, place, groups.common(graph, (edge.source, edge.target)))
    return [*edits, AddEdge(Edge(edge.source, between, 0)), AddEdge(Edge(between, edge.target, edge.port)), *moves]


def add_after(
    graph: Graph,
    source: str,
    layer: Layer,
    place: Place,
    adapter: Layer | None = None,
    direction: Direction = Direction.RIGHT,
    group: str = "",
) -> tuple[str, list[Edit]]:
    """A layer that another feeds, through an adapter where one is given; returns its id too."""
    return _add_joined(graph, layer, place, lambda node_id: Edge(source, node_id, 0), adapter, direction, group)


def add_before(
    graph: Graph,
    target: str,
    port: int,
    layer: Layer,
    place: Place,
    adapter: Layer | None = None,
    direction: Direction = Direction.RIGHT,
    group: str = "",
) -> tuple[str, list[Edit]]:
    """A layer that feeds this port, through an adapter where one is given; returns its id too."""
    return _add_joined(graph, layer, place, lambda node_id: Edge(node_id, target, port), adapter, direction, group)


def _add_joined(
    graph: Graph,
    layer: Layer,
    place: Place,
    wire: Callable[[str], Edge],
    adapter: Layer | None,
    direction: Direction,
    group: str,
) -> tuple[str, list[Edit]]:
    node_id, edits = add(graph, layer, place, group)
    trial = graph.copy()
    for edit in edits:
        trial.apply(edit)
    return node_id, [*edits, *connect_through(trial, wire(node_id), adapter, direction)]


def move_into(
    graph: Graph, node_id: str, edge: Edge, place: Place, direction: Direction = Direction.RIGHT
) -> list[Edit]:
    """Put a layer without wires, which has its id already, between two that are connected."""
    moves = make_room(graph, edge, direction)
    place = place_after(graph, edge.source, direction) if moves else place
    node = graph[node_id]
    moved = replace(node, position=place, group=groups.common(graph, (edge.source, edge.target)))
    return [
        *([SetNode(node, moved)] if moved != node else []),
        RemoveEdge(edge),
        AddEdge(Edge(edge.source, node_id, 0)),
        AddEdge(Edge(node_id, edge.target, edge.port)),
        *moves,
    ]


def reconnect(
    graph: Graph, before: Edge, after: Edge, adapter: Layer | None = None, direction: Direction = Direction.RIGHT
) -> list[Edit]:
    """Lead an end of a wire elsewhere; the graph must take the new one in the old one's place."""
    return [RemoveEdge(before), *connect_through(graph, after, adapter, direction)]
