"""Composite edits: what one gesture of the user means, as a list of small reversible edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from engine import groups
from engine.annotations import Group, Point, RemoveAnnotation, SetAnnotation
from engine.errors import GraphError, Message
from engine.graph import AddEdge, AddNode, Edge, Edit, Graph, Node, RemoveEdge, RemoveNode, SetNode
from engine.layers import Layer


def add(graph: Graph, layer: Layer, position: tuple[float, float], group: str = "") -> tuple[str, list[Edit]]:
    """A new layer at a place, in a group or in none; returns its id too."""
    node = Node(graph.fresh_id(type(layer)), layer, position, group=group)
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


def move_by(graph: Graph, shifts: Mapping[str, Point]) -> list[Edit]:
    """Move layers and annotations so far across and down; those that stay where they are, are left out."""
    return [_moved(graph, key, *shift) for key, shift in shifts.items() if shift != (0.0, 0.0)]


def _moved(graph: Graph, key: str, dx: float, dy: float) -> Edit:
    before = graph[key] if key in graph else graph.annotations[key]
    place = before.position[0] + dx, before.position[1] + dy
    return (
        graph.moved(key, place) if isinstance(before, Node) else SetAnnotation(before, replace(before, position=place))
    )


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
    removing: list[Edit] = [
        *(RemoveEdge(edge) for edge in sorted(wires)),
        *(edit for node_id in sharers_first for edit in bequeath(graph, node_id, doomed)),
        *(RemoveNode(graph[node_id]) for node_id in sharers_first),
        *(RemoveAnnotation(graph.annotations[key]) for key in groups.inside_out(graph, chosen - doomed)),
    ]
    return groups.forgetting(graph, removing)


def replacement(graph: Graph, other: Graph) -> list[Edit]:
    """Another drawing in the place of all that is drawn."""
    drawn = delete(graph, [node.id for node in graph], annotations=list(graph.annotations))
    return [*drawn, *(AddNode(node) for node in other), *(AddEdge(edge) for edge in other.edges())]


def delete_and_heal(
    graph: Graph, nodes: Iterable[str] = (), edges: Iterable[Edge] = (), annotations: Iterable[str] = ()
) -> list[Edit]:
    """Take away the same as `delete`, and lead what came into the layers to where it left them.

    A port that loses its wire gets one from the first layer that stays and led there; a layer that takes any number
    of wires gets one from each. No wire leads where nothing led before, and none replaces one of `edges`.
    """
    cut = set(edges)
    removing = delete(graph, nodes, cut, annotations)
    doomed = {edit.node.id for edit in removing if isinstance(edit, RemoveNode)}
    trial = graph.copy()
    for edit in removing:
        trial.apply(edit)
    healing: list[Edit] = []
    for lost in graph.edges():
        if lost.source not in doomed or lost.target in doomed or lost in cut:
            continue
        for source in _led_from(graph, lost.source, doomed, cut):
            first = not any(edge.port == lost.port for edge in trial.incoming(lost.target))
            port = lost.port if first else trial.free_port(lost.target)
            known = any(edge.source == source for edge in trial.incoming(lost.target))
            wire = Edge(source, lost.target, port) if port is not None and (first or not known) else None
            if wire is not None and trial.refusal(wire) is None:
                trial.apply(AddEdge(wire))
                healing.append(AddEdge(wire))
    return removing + healing


def _led_from(graph: Graph, node_id: str, doomed: Set[str], cut: Set[Edge]) -> list[str]:
    """The layers that stay and from which doomed ones lead to this one, in the order of its ports."""
    found: dict[str, None] = {}
    seen, waiting = {node_id}, [node_id]
    while waiting:
        for edge in graph.incoming(waiting.pop(0)):
            if edge in cut:
                continue
            if edge.source not in doomed:
                found[edge.source] = None
            elif edge.source not in seen:
                seen.add(edge.source)
                waiting.append(edge.source)
    return list(found)


def _emptied(graph: Graph, gone: Set[str]) -> set[str]:
    """The groups in which nothing is left."""
    emptied: set[str] = set()
    for key in groups.inside_out(graph, graph.annotations):
        is_group = isinstance(graph.annotations[key], Group)
        if is_group and key not in gone and set(groups.members(graph, key)) <= gone | emptied:
            emptied.add(key)
    return emptied


def bequeath(graph: Graph, node_id: str, doomed: Set[str]) -> list[Edit]:
    """The first that stays of those that share a layer's weights owns them from now on."""
    if graph[node_id].shares is not None:
        return []
    heirs = [user for user in graph.users(node_id) if user not in doomed]
    return [graph.shared(heir, heirs[0] if heir != heirs[0] else None) for heir in heirs]


def insert_on_edge(
    graph: Graph, edge: Edge, layer: Layer, position: tuple[float, float] | None = None
) -> tuple[str, list[Edit]]:
    """Put a layer between two that are connected, without a position half-way; `room.let_in` makes room for it."""
    if not layer.has_output or not layer.accepts_port(0):
        raise GraphError(Message("{kind} cannot stand between two layers.", kind=Message(layer.label)))
    group = groups.common(graph, (edge.source, edge.target))
    node_id, edits = add(graph, layer, position or half_way(graph, edge), group)
    edits += [
        RemoveEdge(edge),
        AddEdge(Edge(edge.source, node_id, 0)),
        AddEdge(Edge(node_id, edge.target, edge.port)),
    ]
    return node_id, edits


def half_way(graph: Graph, edge: Edge) -> tuple[float, float]:
    """The place in the middle between two layers."""
    (x0, y0), (x1, y1) = graph[edge.source].position, graph[edge.target].position
    return (x0 + x1) / 2, (y0 + y1) / 2
