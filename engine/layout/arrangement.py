"""The arrangement of a drawing as a list of edits: its cards, its groups, or those that are chosen among them."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from engine import groups
from engine.annotations import Group, Point, SetAnnotation
from engine.direction import Direction
from engine.graph import Edge, Edit, Graph
from engine.layout.flat import Wire, flat
from engine.layout.plane import GRID, Places, extent, shelved

Size = Callable[[str], Point]

GROUP_MARGIN = 32.0
"""Around all that belongs to an expanded group."""


def arrange(
    graph: Graph, size: Size, direction: Direction = Direction.RIGHT, chosen: Collection[str] | None = None
) -> list[Edit]:
    """The moves that put layers in ranks along the drawing, with few crossings and straight chains.

    `size` is the width and height of a card, that of a layer or of a collapsed group by its id. With `chosen` only
    these layers move. A collapsed group moves as one card and takes along what it holds, an expanded one is
    arranged for itself first and kept together; notes and frames are left alone. The middle of all stays where it
    was. Where things stood before makes no difference, so that a second time changes nothing.
    """
    drawing = _Drawing(graph, size, direction, {node.id for node in graph} if chosen is None else set(chosen))
    places = drawing.places("")
    if not places:
        return []
    before = {key: direction.turned(*_position(graph, key)) for key in places}
    (x0, y0), (x1, y1) = _middle(drawing, before), _middle(drawing, places)
    dx, dy = _on_grid(x0 - x1), _on_grid(y0 - y1)
    edits: list[Edit] = []
    for key, (along, across) in places.items():
        edits += _moved(graph, key, direction.turned(along + dx, across + dy))
    return edits


class _Drawing:
    """Arranges what belongs to a group, from the inside out; places and sizes are along and across the drawing."""

    def __init__(self, graph: Graph, size: Size, direction: Direction, chosen: Collection[str]) -> None:
        self._graph = graph
        self._size = size
        self._direction = direction
        self._way = {
            node.id: (*(group.id for group in reversed(list(graph.annotations.around(node.group)))), node.id)
            for node in graph
            if node.id in chosen
        }

    def size(self, key: str) -> Point:
        """How long and how broad a card is."""
        return self._direction.turned(*self._size(key))

    def places(self, scope: str) -> Places:
        """The middle of every card shown in a group, from the first corner of all."""
        boxes, inside = {}, {}
        for box in self._boxes(scope):
            if self._is_expanded(box):
                inside[box] = self.places(box)
                length, breadth = extent(inside[box], self.size)
                boxes[box] = length + 2 * GROUP_MARGIN, breadth + 2 * GROUP_MARGIN
            else:
                boxes[box] = self.size(box)
        parts = (flat(part, boxes, wires) for part, wires in _components(boxes, self._wires(scope)))
        placed = shelved(list(parts), boxes)
        for box, inner in inside.items():
            along, across = placed.pop(box)
            left, top = (_on_grid(middle - side / 2 + GROUP_MARGIN)
                         for middle, side in zip((along, across), boxes[box], strict=True))  # fmt: skip
            placed |= {key: (left + a, top + b) for key, (a, b) in inner.items()}
        return placed

    def _boxes(self, scope: str) -> list[str]:
        """What belongs to a group and has chosen layers in it, sources first."""
        found = {box: None for node in self._graph.order() if (box := self._box(node, scope)) is not None}
        return list(found)

    def _box(self, node_id: str, scope: str) -> str | None:
        """The layer, or the group around it, that belongs to the scope directly."""
        way = self._way.get(node_id, ())
        if not scope:
            return way[0] if way else None
        return way[way.index(scope) + 1] if scope in way else None

    def _is_expanded(self, key: str) -> bool:
        group = self._graph.annotations.get(key)
        return isinstance(group, Group) and not group.collapsed

    def _wires(self, scope: str) -> list[Wire]:
        """The wires between boxes; a wire into a group enters in the order of the layers inside."""
        inner = {node: number for number, node in enumerate(self._graph.order())}
        wires = []
        for edge in self._graph.edges():
            source, target = self._box(edge.source, scope), self._box(edge.target, scope)
            if source is not None and target is not None and source != target:
                wires.append(Wire(source, target, self._port(edge, target, inner)))
        return wires

    def _port(self, edge: Edge, box: str, inner: Mapping[str, int]) -> float:
        port = (edge.port + 1) / (edge.port + 2)
        return port if edge.target == box else (inner[edge.target] + port) / (len(inner) + 1)


def _components(boxes: Iterable[str], wires: Iterable[Wire]) -> list[tuple[list[str], list[Wire]]]:
    """Boxes that wires join, with their wires, in the order of their first boxes."""
    part_of = {box: [box] for box in boxes}
    wires = list(wires)
    for wire in wires:
        one, other = part_of[wire.source], part_of[wire.target]
        if one is not other:
            smaller, larger = sorted((one, other), key=len)
            larger += smaller
            part_of |= dict.fromkeys(smaller, larger)
    first: dict[int, list[str]] = {}
    for box in part_of:
        first.setdefault(id(part_of[box]), []).append(box)
    joined: dict[int, list[Wire]] = {part: [] for part in first}
    for wire in wires:
        joined[id(part_of[wire.source])].append(wire)
    return [(part, joined[key]) for key, part in first.items()]


def _middle(drawing: _Drawing, places: Places) -> Point:
    """The middle of the rectangle around all cards."""
    sides = []
    for axis in (0, 1):
        low = min(place[axis] - drawing.size(key)[axis] / 2 for key, place in places.items())
        high = max(place[axis] + drawing.size(key)[axis] / 2 for key, place in places.items())
        sides.append((low + high) / 2)
    return sides[0], sides[1]


def _on_grid(value: float) -> float:
    return math.floor(value / GRID + 0.5) * GRID


def _position(graph: Graph, key: str) -> Point:
    return graph[key].position if key in graph else graph.annotations.group(key).position


def _moved(graph: Graph, key: str, place: Point) -> list[Edit]:
    """The edits that put a card elsewhere, a collapsed group with all that it holds."""
    (x, y), (new_x, new_y) = _position(graph, key), place
    if (x, y) == (new_x, new_y):
        return []
    if key in graph:
        return [graph.moved(key, place)]
    edits: list[Edit] = []
    for each in (key, *groups.within(graph, key)):
        if each in graph:
            a, b = graph[each].position
            edits.append(graph.moved(each, (a + new_x - x, b + new_y - y)))
        else:
            annotation = graph.annotations[each]
            a, b = annotation.position
            edits.append(SetAnnotation(annotation, replace(annotation, position=(a + new_x - x, b + new_y - y))))
    return edits
