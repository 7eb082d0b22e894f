"""Groups of layers: what belongs to them, and how they are made and taken apart, as lists of edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.annotations import AddAnnotation, Frame, Group, Point, RemoveAnnotation, SetAnnotation
from engine.errors import GraphError, Message
from engine.graph import Edit, Graph, SetNode, natural_key


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
    for around in graph.annotations.around(group_of(graph, key)):
        if around.id == scope:
            return shown
        if around.collapsed:
            shown = around.id
    return None if scope else shown


def all_shown(graph: Graph, scope: str = "") -> dict[str, str]:
    """What stands for each layer and annotation on the canvas, as `shown_as` tells; without those that nothing shows.

    One walk over everything, layers first.
    """
    stands_for: dict[str, str | None] = {}
    """For each group what stands for its members: "" where they are shown themselves, None where nothing is."""

    def inside(group_id: str) -> str | None:
        if group_id == scope:
            return ""
        if not group_id:
            return None
        if group_id not in stands_for:
            around = graph.annotations.group(group_id)
            outer = inside(around.group)
            stands_for[group_id] = outer if outer != "" else around.id if around.collapsed else ""
        return stands_for[group_id]

    everything = [(node.id, node.group) for node in graph]
    everything += [(each.id, each.group) for each in graph.annotations.values()]
    found = ((key, inside(group_id)) for key, group_id in everything)
    return {key: shown or key for key, shown in found if shown is not None}


@dataclass(frozen=True)
class Border:
    """Where wires may enter a group and leave it: the inner ports and layers at which they end, from above to below.

    These are the ends of all wires that cross its border, and all inside that no wire has reached yet.
    """

    inputs: tuple[tuple[str, int], ...]
    outputs: tuple[str, ...]


def border(graph: Graph, layers: Collection[str]) -> Border:
    """The inner ends at the border around these layers, which a group holds."""
    inner = set(layers)
    inputs: list[tuple[str, int]] = []
    outputs: list[str] = []
    for node_id in sorted(inner, key=lambda key: (*reversed(graph[key].position), natural_key(key))):
        entering = {edge.port: edge.source for edge in graph.incoming(node_id)}
        ports = sorted({*range(len(graph[node_id].layer.ports)), *entering})
        inputs += [(node_id, port) for port in ports if entering.get(port) not in inner]
        leaving = graph.outgoing(node_id)
        if graph[node_id].layer.has_output and (not leaving or any(edge.target not in inner for edge in leaving)):
            outputs.append(node_id)
    return Border(tuple(inputs), tuple(outputs))


def common(graph: Graph, keys: Iterable[str]) -> str:
    """The innermost group to which all of these belong, directly or not; "" where there is none."""
    chains = [[group.id for group in graph.annotations.around(group_of(graph, key))] for key in keys]
    first = chains[0] if chains else []
    return next((group_id for group_id in first if all(group_id in chain for chain in chains)), "")


def group(graph: Graph, chosen: Iterable[str], title: str) -> tuple[str, list[Edit]]:
    """A collapsed group of these layers and annotations, in the middle of them; returns its id too.

    All of them stand in the same group, or in none; the new one then belongs to that group as well. What lies in a
    group that is chosen itself stays in it.
    """
    listed = set(chosen)
    inner = {key for group_id in listed & graph.annotations.keys() for key in within(graph, group_id)}
    joining = sorted(listed - inner)
    around = {group_of(graph, member) for member in joining}
    if len(around) != 1:
        raise GraphError(
            Message("A group is made of layers that stand beside each other: all in one group, or in none.")
        )
    made = Group(graph.fresh_name("group"), title, middle(graph, joining), group=around.pop())
    return made.id, [AddAnnotation(made), *(changed(graph, member, group=made.id) for member in joining)]


def ungroup(graph: Graph, group_id: str) -> list[Edit]:
    """Take a group apart; what belonged to it belongs to the group around it, if there is one."""
    taken = graph.annotations.group(group_id)
    parted = [changed(graph, member, group=taken.group) for member in members(graph, group_id)]
    return forgetting(graph, [*parted, RemoveAnnotation(taken)])


def forgetting(graph: Graph, changes: list[Edit]) -> list[Edit]:
    """These edits, which take things away, after which no group remembers to have pushed what is gone."""
    if not any(isinstance(each, Group) and each.pushed for each in graph.annotations.values()):
        return changes
    left = graph.copy()
    for edit in changes:
        left.apply(edit)
    remembering = [each for each in left.annotations.values() if isinstance(each, Group)]
    known = {
        group: tuple((key, sides) for key, sides in group.pushed if key in left or key in left.annotations)
        for group in remembering
    }
    return [
        *changes,
        *(SetAnnotation(group, replace(group, pushed=kept)) for group, kept in known.items() if kept != group.pushed),
    ]


def collapse(graph: Graph, group_id: str, collapsed: bool) -> list[Edit]:
    """Let one card, in the middle of all it holds, stand for the group, or show what it holds."""
    before = graph.annotations.group(group_id)
    if before.collapsed == collapsed:
        return []
    inner = within(graph, group_id)
    place = middle(graph, inner) if collapsed and inner else before.position
    return [SetAnnotation(before, replace(before, collapsed=collapsed, position=place))]


def inside_out(graph: Graph, keys: Iterable[str]) -> list[str]:
    """Annotations so that every group comes after all that belongs to it."""
    annotations = graph.annotations
    return sorted(keys, key=lambda key: (-len(list(annotations.around(annotations[key].group))), key))


def group_of(graph: Graph, member: str) -> str:
    """The group to which a layer or annotation belongs; "" for none."""
    return graph[member].group if member in graph else graph.annotations[member].group


def changed(graph: Graph, key: str, **values: Any) -> SetNode | SetAnnotation:
    """The edit that gives a layer or an annotation another `position`, `group`, `tag`, ..."""
    if key in graph:
        return SetNode(graph[key], replace(graph[key], **values))
    annotation = graph.annotations[key]
    return SetAnnotation(annotation, replace(annotation, **values))


def position(graph: Graph, key: str) -> Point:
    """The `position` of a layer or an annotation."""
    return graph[key].position if key in graph else graph.annotations[key].position


def place_of(graph: Graph, key: str) -> Point:
    """The middle of a layer's card, of a note, of a frame, or of what a group shows."""
    if key in graph:
        return graph[key].position
    annotation = graph.annotations[key]
    if not isinstance(annotation, Group):
        (x, y), (width, height) = annotation.position, annotation.size
        return x + width / 2, y + height / 2
    inner = () if annotation.collapsed else members(graph, key)
    return middle(graph, inner) if inner else annotation.position


def middle(graph: Graph, keys: Iterable[str]) -> Point:
    """Half-way between the outermost of these, of which there is one at least."""
    xs, ys = zip(*(place_of(graph, key) for key in keys), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def carried(graph: Graph, keys: Iterable[str]) -> set[str]:
    """What moves when these do: with a group all that belongs to it, with a frame what lies within beside it."""
    moving: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key in moving:
            continue
        moving.add(key)
        match graph.annotations.get(key):
            case Group():
                waiting += members(graph, key)
            case Frame() as frame:
                waiting += [k for k in members(graph, frame.group) if k != key and _lies_in(frame, place_of(graph, k))]
            case _:
                pass
    return moving


def move(graph: Graph, places: Mapping[str, Point], joining: Mapping[str, str] | None = None) -> list[Edit]:
    """Put layers and annotations elsewhere, some into another group; `position` of each is what is given here."""
    into = joining or {}
    edits = (
        changed(graph, key, position=place, group=into.get(key, group_of(graph, key))) for key, place in places.items()
    )
    return [edit for edit in edits if edit.before != edit.after]


def join(graph: Graph, chosen: Iterable[str], group_id: str) -> list[Edit]:
    """Let layers and annotations belong to a group, or to none for ""; what they leave empty goes.

    What lies in a group that is chosen itself stays in it.
    """
    listed = set(chosen)
    inner = {key for each in listed & graph.annotations.keys() for key in within(graph, each)}
    moving = {key for key in listed - inner if group_of(graph, key) != group_id}
    if group_id in listed | inner:
        raise GraphError(Message("{group} cannot be within itself.", group=group_id))
    left = {outer.id for key in moving for outer in graph.annotations.around(group_of(graph, key))}
    left -= {outer.id for outer in graph.annotations.around(group_id)}
    edits: list[Edit] = [changed(graph, key, group=group_id) for key in sorted(moving)]
    gone = set(moving)
    for key in inside_out(graph, left):
        if gone.issuperset(members(graph, key)):
            gone.add(key)
            edits.append(RemoveAnnotation(graph.annotations[key]))
    return forgetting(graph, edits)


def _lies_in(frame: Frame, point: Point) -> bool:
    (x, y), (width, height) = frame.position, frame.size
    return x <= point[0] <= x + width and y <= point[1] <= y + height
