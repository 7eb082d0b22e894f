"""Room on the canvas: cards go aside for what comes or grows among them, and move up when a gap is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from engine import groups
from engine.alignment import ACROSS, DOWN, Box, around
from engine.annotations import Frame, Group, Point, RemoveAnnotation, SetAnnotation, Sides
from engine.clearance import STILL, Way, clashing, minus, nearest_room, overlap, plus, shifted, span
from engine.direction import Direction
from engine.floor import Boxes, Floor
from engine.graph import AddEdge, AddNode, Edit, Graph, RemoveNode, SetNode

MOST_PAIRS = 20_000
"""A part of so many cards beside so many others is put in as one block."""


def moved(graph: Graph, sides: Sides) -> list[Edit]:
    """The edits that move the sides of things that far, groups with all that they hold."""
    shifts: dict[str, Point] = {}
    frames: dict[str, Box] = {}
    for key, (left, top, right, bottom) in sides:
        if isinstance(graph.annotations.get(key), Frame):
            frames[key] = left, top, right, bottom
            continue
        for each in groups.carried(graph, [key]):
            x, y = shifts.get(each, (0.0, 0.0))
            shifts[each] = x + left, y + top
    found: list[Edit] = []
    for key in sorted({*shifts, *frames}):
        (dx, dy), (left, top, right, bottom) = shifts.get(key, (0.0, 0.0)), frames.get(key, STILL)
        x, y = groups.position(graph, key)
        edit = groups.changed(graph, key, position=(x + dx + left, y + dy + top))
        if key in frames and isinstance(edit, SetAnnotation) and isinstance(edit.after, Frame):
            width, height = edit.after.size
            edit = SetAnnotation(edit.before, replace(edit.after, size=(width + right - left, height + bottom - top)))
        if edit.before != edit.after:
            found.append(edit)
    return found


def after(graph: Graph, changes: Iterable[Edit]) -> Graph:
    """A copy of the drawing with these edits made."""
    trial = graph.copy()
    for edit in changes:
        trial.apply(edit)
    return trial


def let_in(graph: Graph, changes: Iterable[Edit], direction: Direction, measured: Boxes) -> list[Edit]:
    """These edits, and room for the layers that they add or put between others."""
    listed = list(changes)
    trial = after(graph, listed)
    floor = Floor(trial, direction, measured)
    added = {edit.node.id for edit in listed if isinstance(edit, AddNode)}
    wired = {edit.edge.source for edit in listed if isinstance(edit, AddEdge)}
    loose = {node for node in wired if not (graph.incoming(node) or graph.outgoing(node))}
    for node_id in trial.order():
        comes_between = node_id in loose and trial.incoming(node_id) and trial.outgoing(node_id)
        if comes_between:
            floor.let_between(node_id)
        if comes_between or node_id in added:
            floor.keep_clear(node_id)
    return _settled(listed, trial, moved(trial, floor.sides()))


def close_up(graph: Graph, changes: Iterable[Edit], direction: Direction, measured: Boxes) -> list[Edit]:
    """These edits, which take layers away and lead wires over the gaps, and what follows moved up into the gaps."""
    listed = list(changes)
    before, trial = Floor(graph, direction, measured), after(graph, listed)
    floor = Floor(trial, direction, measured)
    gone = {edit.node.id for edit in listed if isinstance(edit, RemoveNode)}
    gone |= {edit.annotation.id for edit in listed if isinstance(edit, RemoveAnnotation)}
    way: Way = (ACROSS, 1) if direction is Direction.RIGHT else (DOWN, 1)
    for gap in _gaps(graph, gone):
        ends = {edge.source for node in gap for edge in graph.incoming(node)} - gone
        targets = {edge.target for node in gap for edge in graph.outgoing(node)} - gone
        healed = {edge.target for source in ends for edge in trial.outgoing(source)} & targets
        if not healed:
            continue
        level = groups.common(graph, [*gap, *healed])
        holes = {before.unit(node, level) for node in gap}
        if holes <= gone:
            begin = min(span(before.box(hole), way)[0] for hole in holes if hole is not None)
            floor.move_up(level, begin, floor.units(ends, level), floor.units(healed, level))
    return _settled(listed, trial, moved(trial, floor.sides()))


def way_in(graph: Graph, part: Graph, wanted: Point, level: str, direction: Direction, measured: Boxes) -> Point:
    """How far a part of a drawing goes from where it stands to lie on nothing in a level, about as far as wanted.

    Across the drawing or along it, whichever is nearer; on the grid where it need not stay as wanted.
    """
    frames = any(isinstance(each, Frame) for each in part.annotations.values())
    floor = Floor(graph, direction, measured)
    taken = [*floor.standing(level, frames).values(), *([] if frames else floor.borders(level))]
    coming = [shifted(box, wanted) for box in Floor(part, direction, measured).standing("", frames).values()]
    if len(coming) * len(taken) > MOST_PAIRS:
        coming = [around(dict(enumerate(coming)))]
    axes = (DOWN, ACROSS) if direction is Direction.RIGHT else (ACROSS, DOWN)
    dx, dy = nearest_room(taken, coming, [(axis, 1) for axis in axes])
    return wanted[0] + dx, wanted[1] + dy


def expand(graph: Graph, group_id: str, direction: Direction, measured: Boxes) -> list[Edit]:
    """Show what a group holds; what stands in the way goes aside, and the group remembers how far."""
    sides = _pushed_by(graph, group_id, direction, measured)
    group = graph.annotations.group(group_id)
    shown = SetAnnotation(group, replace(group, collapsed=False, pushed=sides))
    return [shown, *moved(after(graph, [shown]), sides)]


def gather(
    graph: Graph, chosen: Iterable[str], title: str, direction: Direction, measured: Boxes
) -> tuple[str, list[Edit]]:
    """A collapsed group of these, whose card lies on nothing; returns its id too."""
    group_id, changes = groups.group(graph, chosen, title)
    return group_id, [*changes, *_card_beside(after(graph, changes), group_id, direction, measured)]


def _card_beside(graph: Graph, group_id: str, direction: Direction, measured: Boxes) -> list[Edit]:
    """The edit that puts the card of a collapsed group where no other lies, across from where it is."""
    group = graph.annotations.group(group_id)
    others = Floor(graph, direction, measured).standing(group.group)
    card = others.pop(group_id)
    if not any(overlap(card, box) for box in others.values()):
        return []
    axis = DOWN if direction is Direction.RIGHT else ACROSS
    dx, dy = nearest_room(others.values(), [card], [(axis, 1), (axis, -1)])
    (x, y) = group.position
    return [SetAnnotation(group, replace(group, position=(x + dx, y + dy)))]


def take_apart(graph: Graph, group_id: str, direction: Direction, measured: Boxes) -> list[Edit]:
    """Leave what a group held without it; what stands in the way goes aside."""
    parts = groups.ungroup(graph, group_id)
    if not graph.annotations.group(group_id).collapsed:
        return parts
    sides = _pushed_by(graph, group_id, direction, measured, bare=True)
    return [*parts, *moved(after(graph, parts), sides)]


def _pushed_by(graph: Graph, group_id: str, direction: Direction, measured: Boxes, bare: bool = False) -> Sides:
    """How far what goes aside must move for what a collapsed group holds, with the outline or without."""
    floor = Floor(after(graph, groups.collapse(graph, group_id, False)), direction, measured)
    floor.give_way(group_id, Floor(graph, direction, measured).box(group_id), bare)
    return floor.sides()


def collapse(graph: Graph, group_id: str, direction: Direction, measured: Boxes) -> list[Edit]:
    """Let one card stand for a group again; what went aside for it comes back, where its place is free."""
    [shut] = groups.collapse(graph, group_id, True)
    assert isinstance(shut, SetAnnotation)
    assert isinstance(shut.after, Group)
    shut = SetAnnotation(shut.before, replace(shut.after, pushed=()))
    trial = after(graph, [shut])
    outside = (trial.annotations.keys() | {node.id for node in trial}).difference(groups.within(trial, group_id))
    measured = {key: box for key, box in measured.items() if key != group_id}
    back = {key: minus(STILL, sides) for key, sides in graph.annotations.group(group_id).pushed if key in outside}
    floor = Floor(trial, direction, measured)
    while stuck := _stuck(floor, trial, back, beside=group_id):
        back = {key: sides for key, sides in back.items() if key not in stuck}
    closed = [shut, *moved(trial, tuple(back.items()))]
    return [*closed, *_card_beside(after(graph, closed), group_id, direction, measured)]


def _stuck(floor: Floor, graph: Graph, back: Mapping[str, Box], beside: str) -> set[str]:
    """Those that would come back onto something from which they are clear now; frames lie behind all.

    The card `beside` them finds its place afterwards.
    """
    levels: dict[str, dict[str, Box]] = {}
    for key, sides in back.items():
        if not isinstance(graph.annotations.get(key), Frame):
            levels.setdefault(groups.group_of(graph, key), {})[key] = plus(floor.box(key), sides)
    standing = {level: floor.standing(level) for level in levels}
    for boxes in standing.values():
        boxes.pop(beside, None)
    return {key for level, after in levels.items() for key in clashing(standing[level], after)}


def _gaps(graph: Graph, gone: Collection[str]) -> list[set[str]]:
    """The layers that go, those together that wires join, the last first."""
    gaps: list[set[str]] = []
    for node_id in graph.order():
        if node_id in gone:
            joined = {edge.source for edge in graph.incoming(node_id)}
            meeting = [gap for gap in gaps if gap & joined]
            gaps = [gap for gap in gaps if gap not in meeting] + [{node_id}.union(*meeting)]
    return gaps[::-1]


def _settled(changes: list[Edit], trial: Graph, moves: list[Edit]) -> list[Edit]:
    """One list, in which a layer that is made or changed comes to its place at once."""
    places = {edit.after.id: edit.after.position for edit in moves if isinstance(edit, SetNode)}
    settled: list[Edit] = []
    for edit in changes:
        match edit:
            case AddNode(node) if node.id in places and trial[node.id] == node:
                edit = AddNode(replace(node, position=places.pop(node.id)))
            case SetNode(before, after) if after.id in places and trial[after.id] == after:
                edit = SetNode(before, replace(after, position=places.pop(after.id)))
        settled.append(edit)
    return settled + [edit for edit in moves if not isinstance(edit, SetNode) or edit.after.id in places]
