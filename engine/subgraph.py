"""A part of a drawing: cut out as a graph of its own, and put in again, here or elsewhere, under fresh ids.

Blocks and the clipboard keep a part as `graph_to_json` writes it and read it with `graph_from_json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from engine import groups
from engine.annotations import AddAnnotation, Annotation, Group, Point
from engine.graph import AddEdge, AddNode, Edge, Edit, Graph, Node, natural_key, snake_case


def part_of(graph: Graph, keys: Iterable[str]) -> Graph:
    """These layers and annotations, groups with all that is within, and the wires between them, as they are.

    What belonged to a group that stays behind belongs to none. Layers that used the weights of one that stays behind
    share those of the first among them.
    """
    chosen = set(keys)
    chosen |= {inner for key in chosen & graph.annotations.keys() for inner in groups.within(graph, key)}
    part = Graph()
    for annotation in _outside_in(graph, chosen):
        part.apply(AddAnnotation(replace(annotation, group=_kept(annotation.group, chosen))))
    for node in _owners_first(graph, chosen):
        part.apply(AddNode(replace(node, shares=_source(graph, node, chosen), group=_kept(node.group, chosen))))
    for edge in _wires(graph, chosen):
        part.apply(AddEdge(edge))
    return part


def insert(
    graph: Graph, part: Graph, moved_by: Point = (0.0, 0.0), group: str = ""
) -> tuple[dict[str, str], list[Edit]]:
    """All of a part under fresh ids, so far from where it stood; what belonged to no group belongs to this one.

    Returns the new id of each id in the part, too.
    """
    names = _fresh_names(graph, part)
    names[""] = group
    everything = {*(node.id for node in part), *part.annotations}

    def moved(position: Point) -> Point:
        return position[0] + moved_by[0], position[1] + moved_by[1]

    def renamed(annotation: Annotation) -> Annotation:
        if isinstance(annotation, Group):
            pushed = tuple(sorted((names[key], sides) for key, sides in annotation.pushed if key in names))
            annotation = replace(annotation, pushed=pushed)
        place, group = moved(annotation.position), names[annotation.group]
        return replace(annotation, id=names[annotation.id], position=place, group=group)

    annotations: list[Edit] = [AddAnnotation(renamed(each)) for each in _outside_in(part, everything)]
    nodes: list[Edit] = [
        AddNode(
            replace(
                node,
                id=names[node.id],
                position=moved(node.position),
                group=names[node.group],
                shares=names[node.shares] if node.shares is not None else None,
            )
        )
        for node in _owners_first(part, everything)
    ]
    wires = (Edge(names[edge.source], names[edge.target], edge.port) for edge in _wires(part, everything))
    del names[""]
    return names, [*annotations, *nodes, *(AddEdge(wire) for wire in wires)]


def _kept(group: str, chosen: Set[str]) -> str:
    return group if group in chosen else ""


def _source(graph: Graph, node: Node, chosen: Set[str]) -> str | None:
    """Whose weights a layer uses within the part: those of the first there is of all that share them."""
    first = next(user for user in graph.users(node.id) if user in chosen)
    return first if first != node.id else None


def _outside_in(graph: Graph, chosen: Set[str]) -> list[Annotation]:
    return [graph.annotations[key] for key in reversed(groups.inside_out(graph, chosen & graph.annotations.keys()))]


def _owners_first(graph: Graph, chosen: Set[str]) -> list[Node]:
    """A layer can share only with one that is there."""
    nodes = [node for node in graph if node.id in chosen]
    return sorted(nodes, key=lambda node: _source(graph, node, chosen) is not None)


def _wires(graph: Graph, chosen: Set[str]) -> list[Edge]:
    """In the order in which the values flow: so no wire finds a way on from its end when it is checked for loops."""
    return [
        edge
        for node_id in graph.order()
        if node_id in chosen
        for edge in graph.incoming(node_id)
        if edge.source in chosen
    ]


def _fresh_names(graph: Graph, part: Graph) -> dict[str, str]:
    """A free id for each id of the part, called after its kind."""
    stems = {node.id: snake_case(node.layer.name) for node in part}
    stems |= {key: snake_case(type(annotation).__name__) for key, annotation in part.annotations.items()}
    return _numbered(graph, stems)


def _numbered(graph: Graph, stems: Mapping[str, str]) -> dict[str, str]:
    names: dict[str, str] = {}
    last: dict[str, int] = {}
    for key in sorted(stems, key=natural_key):
        stem = stems[key]
        number = last.get(stem, 0) + 1
        while (name := f"{stem}_{number}") in graph or name in graph.annotations:
            number += 1
        names[key], last[stem] = name, number
    return names
