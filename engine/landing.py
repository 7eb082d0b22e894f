"""Things put elsewhere by hand: they come to rest clear of cards, and a group that they make larger pushes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from engine import groups
from engine.alignment import ACROSS, DOWN
from engine.annotations import Group, Point, SetAnnotation, Sides
from engine.clearance import NARROW, STILL, Way, nearest_room, plus
from engine.direction import Direction
from engine.floor import Boxes, Floor
from engine.graph import Edit, Graph, SetNode
from engine.room import MOST_PAIRS, after, moved

BESIDE = 16.0
"""Cards that are put beside each other keep so far apart, and their ports stay free."""


def to_rest(graph: Graph, moves: Iterable[Edit], direction: Direction, measured: Boxes) -> Point:
    """How far all that these moves put elsewhere goes on, the least way, until no card lies on another or at its edge.

    What is moved together keeps its order; notes and frames may lie anywhere.
    """
    listed = list(moves)
    trial = after(graph, listed)
    keys = _moved_by(listed)
    loose = {key for key in keys if groups.group_of(trial, key) not in keys}
    levels = {groups.group_of(trial, key) for key in loose}
    if len(levels) != 1:
        return 0.0, 0.0
    level = levels.pop()
    opened = _open_around(graph, listed)
    while level in opened and loose.issuperset(groups.members(trial, level)):
        loose, level = {level}, groups.group_of(trial, level)
    floor = Floor(trial, direction, measured)
    cards = {key: box for key, box in floor.standing(level).items() if not floor.is_note(key)}
    led = [cards.pop(key) for key in sorted(loose & cards.keys())]
    if len(led) * len(cards) > MOST_PAIRS:
        return 0.0, 0.0
    ways: list[Way] = [(axis, sign) for axis in (ACROSS, DOWN) for sign in (1, -1)]
    return nearest_room(cards.values(), led, ways, BESIDE)


def make_way(graph: Graph, moves: Iterable[Edit], direction: Direction, measured: Boxes) -> list[Edit]:
    """These moves, and what goes aside for the expanded groups that grow with them; each remembers how far.

    A group of which all that it holds is moved goes where it was led, and pushes nothing.
    """
    listed = list(moves)
    growing = _open_around(graph, listed)
    if not growing:
        return listed
    keys, trial, before = _moved_by(listed), after(graph, listed), Floor(graph, direction, measured)
    for group_id in groups.inside_out(trial, growing):
        if keys.issuperset(groups.members(trial, group_id)):
            continue
        floor = Floor(trial, direction, measured)
        floor.give_way(group_id, before.box(group_id), along=NARROW, across=BESIDE)
        if sides := floor.sides():
            group = trial.annotations.group(group_id)
            remembered = SetAnnotation(group, replace(group, pushed=_added(group.pushed, sides)))
            pushing = [remembered, *moved(after(trial, [remembered]), sides)]
            listed += pushing
            trial = after(trial, pushing)
    return listed


def _moved_by(moves: Iterable[Edit]) -> set[str]:
    return {edit.after.id for edit in moves if isinstance(edit, SetNode | SetAnnotation)}


def _open_around(graph: Graph, moves: Iterable[Edit]) -> set[str]:
    """The groups whose outlines run around what these put elsewhere: up to the first that is collapsed."""
    found: set[str] = set()
    for home in {edit.after.group for edit in moves if isinstance(edit, SetNode | SetAnnotation)}:
        found.update(group.id for group in takewhile(_is_open, graph.annotations.around(home)))
    return found


def _is_open(group: Group) -> bool:
    return not group.collapsed


def _added(first: Sides, second: Sides) -> Sides:
    known = dict(first)
    for key, sides in second:
        known[key] = plus(known.get(key, STILL), sides)
    return tuple(sorted(known.items()))
