"""The frames of a level: what lies in each, and how far their sides have gone with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from engine.alignment import ACROSS, DOWN, Box, around
from engine.annotations import Frame, Note, Point
from engine.clearance import GRID, NARROW, middle, minus, overlap, plus

PADDING, TITLE = 24.0, 17.0
"""Around all that an expanded group shows, and what its title takes above that; a frame keeps as much around cards."""


def outline(inner: Box) -> Box:
    """The outline around what an expanded group shows."""
    left, top, right, bottom = inner
    return left - PADDING, top - PADDING - TITLE, right + PADDING, bottom + PADDING


def box_of(annotation: Note | Frame) -> Box:
    """Where a note or a frame lies."""
    (x, y), (width, height) = annotation.position, annotation.size
    return x, y, x + width, y + height


def holds(frame: Box, box: Box) -> bool:
    """Whether a frame carries what lies there, as `groups.carried` tells."""
    return frame[0] <= middle(box, ACROSS) <= frame[2] and frame[1] <= middle(box, DOWN) <= frame[3]


class Frames:
    """What lies in a frame before anything moves stays in it, and nothing comes in but what is new.

    `boxes` is where the frames lie by now, `inside` what lies in each.
    """

    def __init__(self, frames: Iterable[Frame], standing: Mapping[str, Box]) -> None:
        self._resting = {frame.id: box_of(frame) for frame in frames}
        self.boxes = dict(self._resting)
        self.inside = {
            frame: {key for key, box in standing.items() if holds(where, box)} for frame, where in self.boxes.items()
        }

    def follow(self, before: Mapping[str, Box], now: Mapping[str, Box]) -> dict[str, Box]:
        """Let the sides of each go with the outermost of what lies in it; those that changed, and where they were."""
        changed = {}
        for key, inside in self.inside.items():
            if inside:
                was, gone = (around({each: boxes[each] for each in inside}) for boxes in (before, now))
                if was != gone:
                    changed[key] = self.boxes[key]
                    self.boxes[key] = plus(self.boxes[key], minus(gone, was))
        return changed

    def carried(self, keys: Iterable[str]) -> set[str]:
        """What lies in these."""
        return {card for key in keys for card in self.inside[key]}

    def lead(self, key: str, shift: Point) -> None:
        """Put an empty frame so far from where it is."""
        self.boxes[key] = plus(self.boxes[key], (*shift, *shift))

    def beside(self, boxes: Collection[Box]) -> dict[str, Box]:
        """Those on which none of these lies."""
        return {key: frame for key, frame in self.boxes.items() if not any(overlap(frame, box) for box in boxes)}

    def homes(self, own: Box, joined: Collection[str]) -> list[str]:
        """Those in which a new card lies, or which it touches and in which one lies that it joins."""
        near = [key for key, frame in self.boxes.items() if overlap(frame, own)]
        return [key for key in near if holds(self.boxes[key], own) or not self.inside[key].isdisjoint(joined)]

    def take_in(self, key: str, card: str, own: Box) -> Box | None:
        """Let a new card lie in a frame, which grows where the card is over its border; where it was, if it grew."""
        was = self.boxes[key]
        self.inside[key].add(card)
        if around({card: own, key: was}) == was:
            return None
        self.boxes[key] = around({card: outline(own), key: was})
        return was

    def borders(self) -> list[Box]:
        """Their lines and titles, so thin that a card which keeps clear of them comes as near as the grid."""
        thin, found = NARROW - GRID, []
        for left, top, right, bottom in self.boxes.values():
            level = (left, top, right, top + 2 * TITLE), (left, bottom, right, bottom)
            found += [*level, (left, top, left, bottom), (right, top, right, bottom)]
        return [(left + thin, top + thin, right - thin, bottom - thin) for left, top, right, bottom in found]

    def sides(self) -> dict[str, Box]:
        """How far the sides of each have gone."""
        return {key: minus(box, self._resting[key]) for key, box in self.boxes.items()}
