"""The floor on which everything of a drawing stands: what moves on it takes along or drives away what it must."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from engine import groups
from engine.alignment import ACROSS, DOWN, Box, around
from engine.annotations import Frame, Group, Note, Point, Sides
from engine.clearance import (
    BROAD,
    NARROW,
    Way,
    aside,
    driven,
    free_way,
    middle,
    nearest_room,
    overlap,
    shifted,
    span,
    step,
    up_to_grid,
)
from engine.direction import Direction
from engine.frames import Frames, box_of, outline
from engine.graph import Graph
from engine.neighbours import downstream

Boxes = Mapping[str, Box]

CARD, GROUP_CARD = (144.0, 72.0), (208.0, 72.0)
"""The usual width and height of the card of a layer, and of a collapsed group."""
APART = 16.0
"""From the border of a frame to what lies beside it, and between cards whose ports are to stay free."""
ATTACHED = 64.0
"""A note that is nearer to a card than this belongs to it."""
SAME_ROW = 120.0
"""Cards that are less apart across the drawing stand in one row."""
EMPTY: Box = (-72.0, -36.0, 72.0, 36.0)
"""The place of an expanded group that holds nothing, about its own."""
WAYS: tuple[Way, ...] = ((ACROSS, 1), (ACROSS, -1), (DOWN, 1), (DOWN, -1))


class Floor:
    """Where everything stands, and who has moved how far.

    `measured` are boxes of cards as they were seen, with the graph as it was; where a card is not among them, it has
    the usual size. Things are moved level by level: a level is what belongs to a group directly.
    """

    def __init__(self, graph: Graph, direction: Direction, measured: Boxes) -> None:
        self._graph = graph
        self._along: Way = (ACROSS, 1) if direction is Direction.RIGHT else (DOWN, 1)
        self._measured = measured
        self._resting: dict[str, Box] = {}
        """Where all began, but for outlines, which go with what they hold."""
        self._shifts: dict[str, Point] = {}
        self._levels: dict[str, tuple[str, ...]] = {}
        self._frames: dict[str, Frames] = {}
        self._clearing: set[str] = set()
        """Frames that drive things away just now."""

    # Where things stand

    def box(self, key: str) -> Box:
        """Where a card, a note, a frame or an outline lies now."""
        return shifted(self._resting_box(key), self._shifts.get(key, (0.0, 0.0)))

    def _resting_box(self, key: str) -> Box:
        if key in self._resting:
            return self._resting[key]
        annotation = self._graph.annotations.get(key)
        if isinstance(annotation, Group) and not annotation.collapsed:
            inner = {member: self.box(member) for member in self._members(key)}
            return outline(around(inner)) if inner else shifted(EMPTY, annotation.position)
        if isinstance(annotation, Note | Frame):
            box = box_of(annotation)
        else:
            box = self._card(key, groups.position(self._graph, key), CARD if annotation is None else GROUP_CARD)
        return self._resting.setdefault(key, box)

    def _card(self, key: str, middle: Point, usual: Point) -> Box:
        """About its middle, as large as it was seen."""
        left, top, right, bottom = self._measured.get(key, (0.0, 0.0, *usual))
        x, y, width, height = *middle, right - left, bottom - top
        return x - width / 2, y - height / 2, x + width / 2, y + height / 2

    def standing(self, level: str, frames: bool = False) -> dict[str, Box]:
        """All that takes up room in a level: cards, notes and outlines, and frames where these count."""
        annotations, members = self._graph.annotations, self._members(level)
        return {key: self.box(key) for key in members if frames or not isinstance(annotations.get(key), Frame)}

    def _members(self, level: str) -> tuple[str, ...]:
        if level not in self._levels:
            self._levels[level] = groups.members(self._graph, level)
        return self._levels[level]

    def unit(self, key: str, level: str) -> str | None:
        """What holds this in a level: itself or a group; None where it is elsewhere."""
        while (outer := groups.group_of(self._graph, key)) != level:
            if not outer:
                return None
            key = outer
        return key

    def units(self, keys: Iterable[str], level: str) -> set[str]:
        """What holds these in a level, as far as they are there."""
        return {unit for key in keys if (unit := self.unit(key, level)) is not None}

    def followers(self, units: Collection[str], level: str, behind: float) -> set[str]:
        """These and all that they lead to, as far as it begins further along."""
        graph = self._graph
        layers = {node for unit in units for node in (unit, *self._held(unit)) if node in graph}
        found = self.units(downstream(graph, layers), level) | set(units)
        return {unit for unit in found if span(self.box(unit), self._along)[0] >= behind}

    def _held(self, unit: str) -> tuple[str, ...]:
        return groups.within(self._graph, unit) if unit in self._graph.annotations else ()

    # Moving

    def move(self, level: str, units: Collection[str], way: Way, by: float) -> None:
        """Move these that far; frames and the outlines around follow."""
        if not units or by == 0.0:
            return
        before = self.standing(level)
        outer = self._enclosing_box(level)
        shift = step(way, by)
        for key in units:
            self._shift(key, shift)
        self._stretch_frames(level, before)
        self._grow_around(level, outer)

    def _shift(self, key: str, shift: Point) -> None:
        x, y = self._shifts.get(key, (0.0, 0.0))
        self._shifts[key] = x + shift[0], y + shift[1]

    def push(self, level: str, first: Collection[str], way: Way, by: float, past: Collection[str]) -> None:
        """Move these that far, and with them all that would be in their way but these past which they go.

        A frame that is in the way goes with all that lies in it.
        """
        standing = self.standing(level)
        boxes, frames = {key: box for key, box in standing.items() if key not in past}, self._frames_of(level, standing)
        ahead = frames.beside([standing[key] for key in {*first, *past}])
        moving = driven(boxes | ahead, {*first, *self._attached(boxes, first)}, way, by)
        while carried := boxes.keys() & frames.carried(moving & ahead.keys()) - moving:
            moving = driven(boxes | ahead, moving | carried, way, by)
        empty, moving = {key for key in moving & ahead.keys() if not frames.inside[key]}, moving - ahead.keys()
        self.move(level, moving | self._attached(boxes, moving), way, by)
        for key in empty:
            frames.lead(key, step(way, by))

    def is_note(self, key: str) -> bool:
        """Whether this is a note, which takes up room but is no card."""
        return isinstance(self._graph.annotations.get(key), Note)

    def _attached(self, boxes: Boxes, moving: Collection[str]) -> set[str]:
        """The notes whose nearest card is among these."""
        notes = {key for key in boxes if self.is_note(key)}
        cards = {key: box for key, box in boxes.items() if key not in notes}
        found = set()
        for note in notes if cards else ():
            far = {key: distance(box, boxes[note]) for key, box in cards.items()}
            nearest = min(far, key=far.__getitem__)
            if nearest in moving and far[nearest] < ATTACHED:
                found.add(note)
        return found

    def _enclosing_box(self, level: str) -> Box | None:
        """The outline of the group that is this level; None where it shows none."""
        group = self._graph.annotations.get(level)
        return self.box(level) if isinstance(group, Group) and not group.collapsed else None

    def _grow_around(self, level: str, before: Box | None) -> None:
        if before is not None and before != self.box(level):
            self.give_way(level, before)

    def give_way(self, key: str, before: Box, bare: bool = False, along: float = BROAD, across: float = NARROW) -> None:
        """Something takes up more room than before: what stands beside it goes so far aside, along and across.

        A `bare` group takes up what it holds alone, without an outline.
        """
        level = groups.group_of(self._graph, key)
        outer = self._enclosing_box(level)
        was = self.standing(level) | {key: before}
        self._stretch_frames(level, was)
        axis = self._along[0]
        ways = WAYS if axis == ACROSS else (*WAYS[2:], *WAYS[:2])
        for way in ways * 2:  # what has gone on with something else may be in the way elsewhere
            boxes = self.standing(level)
            after = boxes.pop(key)
            if bare:
                after = around({member: self.box(member) for member in self._members(key)})
            first, by = aside(boxes, before, after, way, along if way[0] == axis else across)
            if first:
                if way == self._along:
                    first |= self.followers({key}, level, span(before, way)[1]) - {key}
                self.push(level, first, way, by, past={key})
        self._grow_around(level, outer)

    def _stretch_frames(self, level: str, before: Boxes) -> None:
        """The sides of a frame go with the outermost of what lies in it, and drive away what lies beside it."""
        for key, was in self._frames_of(level, before).follow(before, self.standing(level)).items():
            self._clear_frame(level, key, was)

    def _frames_of(self, level: str, standing: Boxes) -> Frames:
        """The frames of a level, in which that lies which did before anything moved."""
        if level not in self._frames:
            annotations = (self._graph.annotations.get(key) for key in self._members(level))
            self._frames[level] = Frames([each for each in annotations if isinstance(each, Frame)], standing)
        return self._frames[level]

    def _clear_frame(self, level: str, key: str, before: Box) -> None:
        """What was beside a frame stays beside it, but for the notes at cards that lie in it."""
        if key in self._clearing:
            return
        self._clearing.add(key)
        for way in WAYS:
            standing, inside = self.standing(level), self._frames[level].inside[key]
            staying = inside | self._attached(standing, inside)
            boxes = {each: box for each, box in standing.items() if each not in staying}
            first, by = aside(boxes, before, self._frames[level].boxes[key], way, APART)
            if first:
                self.push(level, first, way, by, past=staying)
        self._clearing.discard(key)

    # What people do

    def let_between(self, node_id: str) -> None:
        """Let a layer stand between those that it joins; what follows moves on where there is no room."""
        graph, level, way = self._graph, self._graph[node_id].group, self._along
        sources = self.units((edge.source for edge in graph.incoming(node_id)), level)
        targets = self.units((edge.target for edge in graph.outgoing(node_id)), level)
        own = self.box(node_id)
        if sources and targets:
            start = max(span(self.box(key), way)[1] for key in sources)
            end = min(span(self.box(key), way)[0] for key in targets)
            length = own[way[0] + 2] - own[way[0]]
            if end > start and self._in_row(sources, targets):
                if end - start < length + 2 * NARROW:
                    first = self.followers(targets, level, end) - {node_id}
                    self.push(level, first, way, up_to_grid(length + 2 * BROAD - (end - start)), past={node_id})
                    self._put(node_id, start + BROAD + length / 2, middle(self.box(min(sources)), 1 - way[0]))
                else:
                    low, high = start + NARROW + length / 2, end - NARROW - length / 2
                    self._put(node_id, min(max(middle(own, way[0]), low), high), middle(own, 1 - way[0]))

    def keep_clear(self, node_id: str) -> None:
        """Let a layer stand where no other does: across from where it is, beside frames or within them.

        One that would only touch another goes the least way.
        """
        level, standing = self._graph[node_id].group, self.standing(self._graph[node_id].group)
        own, others = standing[node_id], [box for key, box in standing.items() if key != node_id]
        frames, across = self._frames_of(level, standing), 1 - self._along[0]
        homes = frames.homes(own, self.units(self._joined(node_id), level))
        around_others = [box for key, box in frames.boxes.items() if key not in homes]
        over_border = any(overlap(own, frame) for frame in around_others)
        if over_border or any(overlap(own, box) for box in others):
            ways = WAYS if over_border else [(across, 1), (across, -1)]
            self._shift(node_id, nearest_room([*others, *around_others], [own], ways))
        elif any(overlap(own, box, APART) for box in others):
            self._shift(node_id, nearest_room([*others, *around_others], [own], WAYS, APART))
        for key in homes:
            if was := frames.take_in(key, node_id, self.box(node_id)):
                self._clear_frame(level, key, was)
        if others and self._enclosing_box(level) is not None:
            self._grow_around(level, outline(around(dict(enumerate(others)))))

    def _joined(self, node_id: str) -> list[str]:
        graph = self._graph
        return [edge.source for edge in graph.incoming(node_id)] + [edge.target for edge in graph.outgoing(node_id)]

    def borders(self, level: str) -> list[Box]:
        """The lines that frames draw in a level, and their titles."""
        return self._frames_of(level, self.standing(level)).borders()

    def _in_row(self, sources: Iterable[str], targets: Iterable[str]) -> bool:
        across = 1 - self._along[0]
        places = [middle(self.box(key), across) for key in (*sources, *targets)]
        return max(places) - min(places) < SAME_ROW

    def _put(self, node_id: str, along: float, across: float) -> None:
        x, y = self._graph[node_id].position
        new_x, new_y = (along, across) if self._along[0] == ACROSS else (across, along)
        self._shifts[node_id] = new_x - x, new_y - y

    def move_up(self, level: str, begin: float, sources: Collection[str], targets: Collection[str]) -> None:
        """Close a gap between units that began there: what follows takes the place of what is gone as far as it can."""
        back = (self._along[0], -1)
        ahead = {key for key in targets if span(self.box(key), self._along)[0] > begin}
        if not ahead:
            return
        end = min(span(self.box(key), self._along)[0] for key in ahead)
        moving = self.followers(ahead, level, end)
        boxes = self.standing(level)
        moving |= self._attached(boxes, moving)
        before = {key: box for key, box in boxes.items() if key in {*sources, *moving}}
        others = {key: box for key, box in boxes.items() if key not in sources}
        apart = min((begin - span(boxes[key], self._along)[1] for key in sources), default=BROAD)
        wanted = min(end - begin, self._slack(level, moving, sources))
        free = free_way(others, moving, back, max(wanted, 0.0))
        self.move(level, moving, back, free_way(before, moving, back, free, min(max(apart, 0.0), BROAD)))

    def _slack(self, level: str, moving: Collection[str], sources: Collection[str]) -> float:
        """How far these can go back until a wire from elsewhere has no room any more."""
        slack = float("inf")
        for edge in self._graph.edges():
            source, target = self.unit(edge.source, level), self.unit(edge.target, level)
            if source is None or target is None or target not in moving or source in moving or source in sources:
                continue
            start, end = span(self.box(source), self._along)[1], span(self.box(target), self._along)[0]
            if end > start:
                slack = min(slack, end - start - BROAD)
        return slack

    # What comes of it

    def sides(self) -> Sides:
        """How far everything has moved that has; what a group holds goes with it and is not named."""
        moved = {key: (dx, dy, dx, dy) for key, (dx, dy) in self._shifts.items()}
        for frames in self._frames.values():
            moved |= frames.sides()
        return tuple(sorted((key, sides) for key, sides in moved.items() if any(sides)))


def distance(one: Box, other: Box) -> float:
    """The distance between two boxes, along the axis on which it is larger."""
    return max(other[0] - one[2], one[0] - other[2], other[1] - one[3], one[1] - other[3], 0.0)
