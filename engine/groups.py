"""Groups of layers: what belongs to them, and how they are made and taken apart, as lists of edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from engine.annotations import AddAnnotation, Group, Point, RemoveAnnotation, SetAnnotation
from engine.errors import GraphError, Message
from engine.graph import Edit, Graph, SetNode


def members(graph: Graph, group_id: str) -> tuple[str, ...]:
    """The ids of all that belongs to a group directly: layers, then annotations, each sorted."""
    layers = (node.id for node in graph if node.group == group_id)
    return (*layers, *sorted(each.id for each in graph.annotations.values() if each.group == group_id))


def within(graph: Graph, group_id: str) -> tuple[str, ...]:
    """The ids of all that belongs to a group or to the groups in it."""
    inner = members(graph, group_id)
    return (*inner, *(key for member in inner if member in graph.annotations for key in within(graph, member)))


def shown_as(graph: Graph, key: str, scope: str = "") -> str | None:
    """What stands for a layer or annotation on the canvas: itself, or the outermost collapsed group around it.

    Within a `scope`, a group that people have entered, only what belongs to it is shown; None for all else.
    """
    shown = key
    for around in graph.annotations.around(_group_of(graph, key)):
        if around.id == scope:
            return shown
        if around.collapsed:
            shown = around.id
    return None if scope else shown


def group(graph: Graph, chosen: Iterable[str], title: str) -> tuple[str, list[Edit]]:
    """A collapsed group of these layers and annotations, in the middle of them; returns its id too.

    All of them stand in the same group, or in none; the new one then belongs to that group as well.
    """
    joining = sorted(set(chosen))
    around = {_group_of(graph, member) for member in joining}
    if len(around) != 1:
        raise GraphError(
            Message("A group is made of layers that stand beside each other: all in one group, or in none.")
        )
    made = Group(graph.fresh_name("group"), title, _middle(graph, joining), group=around.pop())
    return made.id, [AddAnnotation(made), *(_into(graph, member, made.id) for member in joining)]


def ungroup(graph: Graph, group_id: str) -> list[Edit]:
    """Take a group apart; what belonged to it belongs to the group around it, if there is one."""
    taken = graph.annotations.group(group_id)
    return [*(_into(graph, member, taken.group) for member in members(graph, group_id)), RemoveAnnotation(taken)]


def collapse(graph: Graph, group_id: str, collapsed: bool) -> list[Edit]:
    """Let one card stand for the group, or show what it holds."""
    before = graph.annotations.group(group_id)
    return [SetAnnotation(before, replace(before, collapsed=collapsed))] if before.collapsed != collapsed else []


def inside_out(graph: Graph, keys: Iterable[str]) -> list[str]:
    """Annotations so that every group comes after all that belongs to it."""
    annotations = graph.annotations
    return sorted(keys, key=lambda key: (-len(list(annotations.around(annotations[key].group))), key))


def _group_of(graph: Graph, member: str) -> str:
    return graph[member].group if member in graph else graph.annotations[member].group


def _into(graph: Graph, member: str, group_id: str) -> Edit:
    if member in graph:
        return SetNode(graph[member], replace(graph[member], group=group_id))
    annotation = graph.annotations[member]
    return SetAnnotation(annotation, replace(annotation, group=group_id))


def _middle(graph: Graph, keys: Iterable[str]) -> Point:
    places = [graph[m].position if m in graph else graph.annotations[m].position for m in keys]
    xs, ys = zip(*places, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
