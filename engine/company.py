"""Notes and frames that go with the cards beside which and around which they lie, when these are arranged."""

from __future__ import annotations

from collections.abc import Iterable

from engine.alignment import ACROSS, DOWN, Box, around
from engine.annotations import Frame, Note, Point
from engine.clearance import STILL, Way, middle, minus, nearest_room, shifted
from engine.direction import Direction
from engine.floor import ATTACHED, Boxes, Floor, distance
from engine.frames import holds
from engine.graph import Edit, Graph
from engine.room import moved

APART = 8.0
"""Between a note and the cards that it would cover."""


def follow(
    graph: Graph, moves: Iterable[Edit], ways: tuple[Direction, Direction], seen: tuple[Boxes, Boxes]
) -> list[Edit]:
    """What leads notes after the cards beside them and frames around what lay in them, when these moves are made.

    `ways` is how the drawing runs before and after, `seen` are the boxes of its cards, as large as they are then.
    """
    trial = graph.copy()
    for edit in moves:
        trial.apply(edit)
    was, now = Floor(graph, ways[0], seen[0]), Floor(trial, ways[1], seen[1])
    across = DOWN if ways[1] is Direction.RIGHT else ACROSS
    found: dict[str, Box] = {}
    annotations = [graph.annotations[key] for key in sorted(graph.annotations)]
    for note in annotations:
        if isinstance(note, Note) and (shift := _followed(was, now, note, across)) != (0.0, 0.0):
            found[note.id] = (*shift, *shift)
    for frame in annotations:
        if isinstance(frame, Frame):
            here = was.box(frame.id)
            inside = {key: box for key, box in was.standing(frame.group).items() if holds(here, box)}
            after = [shifted(now.box(key), found.get(key, STILL)[:2]) for key in inside]
            if inside and (sides := minus(around(dict(enumerate(after))), around(inside))) != STILL:
                found[frame.id] = sides
    return moved(graph, tuple(found.items()))


def _followed(was: Floor, now: Floor, note: Note, across: int) -> Point:
    """How far a note goes with its card, and aside from the drawing's way where it would lie on another."""
    card = _card_of(was, note)
    if card is None:
        return 0.0, 0.0
    before, after = was.box(card), now.box(card)
    dx, dy = (middle(after, axis) - middle(before, axis) for axis in (ACROSS, DOWN))
    if (dx, dy) == (0.0, 0.0):
        return dx, dy
    others = [box for key, box in now.standing(note.group).items() if not now.is_note(key)]
    ways: list[Way] = [(across, 1), (across, -1)]
    x, y = nearest_room(others, [shifted(was.box(note.id), (dx, dy))], ways, APART)
    return dx + x, dy + y


def _card_of(was: Floor, note: Note) -> str | None:
    """The nearest card, where the note lies beside that; else the nearest of those that lie in a frame with it."""
    own, standing = was.box(note.id), was.standing(note.group)
    far = {key: distance(box, own) for key, box in standing.items() if not was.is_note(key)}
    beside = {key for key, apart in far.items() if apart < ATTACHED}
    if not beside:
        frames = [was.box(key) for key in was.standing(note.group, frames=True).keys() - standing.keys()]
        common = [frame for frame in frames if holds(frame, own)]
        beside = {key for key in far if any(holds(frame, standing[key]) for frame in common)}
    return min(sorted(beside), key=lambda key: far[key], default=None)
