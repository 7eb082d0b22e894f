"""Composite edits: what one gesture of the user means, as a list of small reversible edits."""

from __future__ import annotations

from collections.abc import Iterable

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


def delete(graph: Graph, nodes: Iterable[str] = (), edges: Iterable[Edge] = ()) -> list[Edit]:
    """Take away wires and layers; a layer takes its wires with it."""
    doomed = set(nodes)
    wires = set(edges)
    for node_id in doomed:
        wires.update(graph.incoming(node_id))
        wires.update(graph.outgoing(node_id))
    return [
        *(RemoveEdge(edge) for edge in sorted(wires)),
        *(RemoveNode(graph[node_id]) for node_id in sorted(doomed)),
    ]


def insert_on_edge(
    graph: Graph, edge: Edge, layer: Layer, position: tuple[float, float] | None = None
) -> tuple[str, list[Edit]]:
    """Put a layer between two that are connected, without a position half-way; what follows moves on for it."""
    if not layer.has_output or not layer.accepts_port(0):
        raise GraphError(Message("{kind} cannot stand between two layers.", kind=Message(layer.label)))
    (x0, y0), (x1, y1) = graph[edge.source].position, graph[edge.target].position
    moves = _make_room(graph, edge)
    place = (x0 + SPACING, y0) if moves else position or ((x0 + x1) / 2, (y0 + y1) / 2)
    node_id, edits = add(graph, layer, place)
    edits += [
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
