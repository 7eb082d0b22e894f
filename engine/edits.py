"""Composite edits: what one gesture of the user means, as a list of small reversible edits."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from engine import groups
from engine.annotations import Group, RemoveAnnotation
from engine.errors import GraphError, Message
from engine.graph import SPACING, AddEdge, AddNode, Edge, Edit, Graph, Node, RemoveEdge, RemoveNode, SetNode
from engine.layers import Layer

ROOM = 1.5 * SPACING
"""Layers in a row whose places are nearer than this have none for a third between them."""
SAME_ROW = 0.6 * SPACING
"""Layers whose heights differ by less stand in one row."""


def add(graph: Graph, layer: Layer, position: tuple[float, float]) -> tuple[str, list[Edit]]:
    """A new layer at a place; returns its id too."""
    node = Node(graph.fresh_id(type(layer)), layer, position)
    return node.id, [AddNode(node)]


def connect(graph: Graph, source: str, target: str, port: int | None = None) -> list[Edit]:
    """A wire to that port, or to the first free one."""
    if port is None:
        port = graph.free_port(target)
    if port is None:
        port = max((edge.port for edge in graph.incoming(target)), default=0)
    edge = Edge(source, target, port)
    if reason := graph.refusal(edge):
        raise GraphError(reason)
    return [AddEdge(edge)]


def change(graph: Graph, node_id: str, layer: Layer) -> list[Edit]:
    """Another declaration for a layer and for all that use the same weights."""
    return [graph.changed(user, layer) for user in graph.users(node_id)]


def share_weights(graph: Graph, node_id: str, source: str) -> list[Edit]:
    """Let a layer use the weights of another, whose declaration it takes over; those that share its own come along."""
    owner = graph[graph.owner(source)]
    joining = graph.users(node_id) if graph.owner(node_id) == node_id else (node_id,)
    return [
        SetNode(graph[user], replace(graph[user], layer=owner.layer, shares=owner.id))
        for user in reversed(joining)  # the owner last, when nobody uses its weights any more
    ]


def use_own_weights(graph: Graph, node_id: str) -> list[Edit]:
    """Let a layer that shares have weights of its own again."""
    return [graph.shared(node_id, None)]


def delete(
    graph: Graph, nodes: Iterable[str] = (), edges: Iterable[Edge] = (), annotations: Iterable[str] = ()
) -> list[Edit]:
    """Take away wires, layers and annotations.

    A layer takes its wires with it and leaves its weights to those that share them. A group takes all that belongs
    to it, and goes with the last that does.
    """
    chosen = {*nodes, *annotations}
    for key in annotations:
        chosen.update(groups.within(graph, key))
    chosen |= _emptied(graph, chosen)
    doomed = {key for key in chosen if key in graph}
    wires = set(edges)
    sharers_first = sorted(doomed, key=lambda node_id: (graph[node_id].shares is None, node_id))
    for node_id in doomed:
        wires.update(graph.incoming(node_id))
        wires.update(graph.outgoing(node_id))
    return [
        *(RemoveEdge(edge) for edge in sorted(wires)),
        *(edit for node_id in sharers_first for edit in _bequeath(graph, node_id, doomed)),
        *(RemoveNode(graph[node_id]) for node_id in sharers_first),
        *(RemoveAnnotation(graph.annotations[key]) for key in groups.inside_out(graph, chosen - doomed)),
    ]


def _emptied(graph: Graph, gone: Set[str]) -> set[str]:
    """The groups in which nothing is left."""
    emptied: set[str] = set()
    for key in groups.inside_out(graph, graph.annotations):
        is_group = isinstance(graph.annotations[key], Group)
        if is_group and key not in gone and set(groups.members(graph, key)) <= gone | emptied:
            emptied.add(key)
    return emptied


def _bequeath(graph: Graph, node_id: str, doomed: Set[str]) -> list[Edit]:
    """The first that stays of those that share a layer's weights owns them from now on."""
    if graph[node_id].shares is not None:
        return []
    heirs = [user for user in graph.users(node_id) if user not in doomed]
    return [graph.shared(heir, heirs[0] if heir != heirs[0] else None) for heir in heirs]


def insert_on_edge(
    graph: Graph, edge: Edge, layer: Layer, position: tuple[float, float] | None = None
) -> tuple[str, list[Edit]]:
    """Put a layer between two that are connected, without a position half-way; what follows moves on for it."""
    if not layer.has_output or not layer.accepts_port(0):
        raise GraphError(Message("{kind} cannot stand between two layers.", kind=layer.name))
    (x0, y0), (x1, y1) = graph[edge.source].position, graph[edge.target].position
    moves = _make_room(graph, edge)
    place = (x0 + SPACING, y0) if moves else position or ((x0 + x1) / 2, (y0 + y1) / 2)
    node_id = graph.fresh_id(type(layer))
    edits: list[Edit] = [
        AddNode(Node(node_id, layer, place, group=groups.common(graph, (edge.source, edge.target)))),
        RemoveEdge(edge),
        AddEdge(Edge(edge.source, node_id, 0)),
        AddEdge(Edge(node_id, edge.target, edge.port)),
    ]
    return node_id, [*edits, *moves]


def _make_room(graph: Graph, edge: Edge) -> list[SetNode]:
    """Moves of all that follows a wire, if between its ends there is no place for a layer."""
    (x0, y0), (x1, y1) = graph[edge.source].position, graph[edge.target].position
    if not 0 < x1 - x0 < ROOM or abs(y1 - y0) >= SAME_ROW:
        return []
    missing = 2 * SPACING - (x1 - x0)
    behind = [node for node in graph if node.position[0] >= x1 and graph.reaches(edge.target, node.id)]
    return [graph.moved(node.id, (node.position[0] + missing, node.position[1])) for node in behind]
