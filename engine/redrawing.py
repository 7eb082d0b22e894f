"""The edits that make one drawing another, in all that is drawn or in what it computes, as few as differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine import edits, groups
from engine.annotations import AddAnnotation, Annotation, Group, RemoveAnnotation, SetAnnotation
from engine.graph import AddEdge, AddNode, Edit, Graph, RemoveEdge, RemoveNode, SetNode


def redrawing(graph: Graph, other: Graph) -> list[Edit]:
    """What has to be done to a drawing, one edit after the other, so that it equals the other; layers keep their ids.

    First all is loosened that the other does not have: wires, sharing, what belongs to groups. Then things go, come and
    change, and are tied together as they are there.
    """
    trial, done = graph.copy(), list[Edit]()
    for step in (_loosen, _take_away, _bring, _change, _tie):
        for edit in step(trial, other):
            trial.apply(edit)
            done.append(edit)
    return done


def becoming(graph: Graph, other: Graph) -> list[Edit]:
    """What makes a drawing compute as the other does; layers that are in both keep their place, name and group."""
    return redrawing(graph, _computing_as(graph, other))


def _computing_as(graph: Graph, other: Graph) -> Graph:
    """The other's layers and wires as they would be drawn here; a group goes with the last that belongs to it."""
    left = graph.copy()
    for edit in edits.delete(graph, [node.id for node in graph if node.id not in other]):
        left.apply(edit)
    here, drawn = {node.id: node for node in left}, Graph()
    for key in reversed(groups.inside_out(left, left.annotations)):
        drawn.apply(AddAnnotation(left.annotations[key]))
    for node in sorted(other, key=lambda node: node.shares is not None):
        known = here.get(node.id, node)
        group = known.group if isinstance(left.annotations.get(known.group), Group) else ""
        drawn.apply(AddNode(replace(known, layer=node.layer, shares=node.shares, group=group)))
    for edit in _tie(drawn, other):
        drawn.apply(edit)
    return drawn


def _loosen(trial: Graph, other: Graph) -> Iterator[Edit]:
    """Without wires, sharing and groups that are others there, or not there at all."""
    wires, nodes = set(other.edges()), {node.id: node for node in other}
    yield from (RemoveEdge(edge) for edge in trial.edges() if edge not in wires)
    for node in trial:
        after = nodes.get(node.id)
        shares = node.shares if after == node else None
        group = node.group if after is not None and after.group == node.group else ""
        if (shares, group) != (node.shares, node.group):
            yield SetNode(node, replace(node, shares=shares, group=group))
    for key, annotation in list(trial.annotations.items()):
        there = other.annotations.get(key)
        if annotation.group and (there is None or there.group != annotation.group):
            yield SetAnnotation(annotation, replace(annotation, group=""))


def _take_away(trial: Graph, other: Graph) -> Iterator[Edit]:
    yield from (RemoveNode(node) for node in list(trial) if node.id not in other)
    yield from (RemoveAnnotation(each) for each in list(trial.annotations.values()) if not _stays(each, other))


def _stays(annotation: Annotation, other: Graph) -> bool:
    return type(other.annotations.get(annotation.id)) is type(annotation)


def _bring(trial: Graph, other: Graph) -> Iterator[Edit]:
    """What is new: groups before what belongs to them, layers before those that share their weights."""
    annotations = other.annotations
    for key in reversed(groups.inside_out(other, annotations)):
        if key not in trial.annotations:
            yield AddAnnotation(annotations[key])
    fresh = [node for node in other if node.id not in trial]
    yield from map(AddNode, sorted(fresh, key=lambda node: node.shares is not None))


def _change(trial: Graph, other: Graph) -> Iterator[Edit]:
    """What is there in both: layers that lend weights before those that share them."""
    annotations = other.annotations
    for key in reversed(groups.inside_out(other, annotations)):
        if trial.annotations[key] != annotations[key]:
            yield SetAnnotation(trial.annotations[key], annotations[key])
    changed = [node for node in other if trial[node.id] != node]
    for node in sorted(changed, key=lambda node: node.shares is not None):
        yield SetNode(trial[node.id], node)


def _tie(trial: Graph, other: Graph) -> Iterator[Edit]:
    """In the order in which the values flow, so that no wire finds a way on from its end."""
    drawn = set(trial.edges())
    for node_id in other.order():
        yield from (AddEdge(edge) for edge in other.incoming(node_id) if edge not in drawn)
