"""Cards that follow the mouse: to the guides of those nearby or to the grid, into groups and out of them.

While Alt or Ctrl is held they follow freely, stay in the groups in which they are, and may lie on each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from engine import groups
from engine.alignment import Box, around
from engine.annotations import Point
from engine.graph import Edge
from gui.canvas.commands import operations
from gui.canvas.geometry import GRID, snap
from gui.canvas.gestures.guides import Guides
from gui.canvas.gestures.membership import Membership
from gui.canvas.gestures.overlay_items import GuideLines
from gui.canvas.gestures.wire_slot import WireSlot
from gui.document import Document

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

FREELY = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
REACH_PIXELS, REACH = 6.0, 2.0 * GRID
"""A guide draws cards on from so far away, in pixels on screen and at most in scene units."""


class CardDrag:
    """Lives while the mouse leads `keys` about, with all that they carry; `held` is the one under it."""

    def __init__(self, view: NetworkView, keys: Iterable[str], held: str) -> None:
        self._view = view
        self._keys = frozenset(keys)
        self._starts = operations.starts(view.document, self._keys)
        self._held = self._starts[_anchor(view.document, held)]
        boxes = view.network.boxes()
        led = {key: box for key, box in boxes.items() if key in self._starts} or view.network.boxes_of([held])
        self._box = around(led)
        near = view.network.keys_in(view.visible_rect()) - self._starts.keys()
        self._guides = Guides([boxes[key] for key in sorted(near) if key in boxes])
        self._lines = GuideLines(view.network)
        self._way: Point = (0.0, 0.0)
        self._free = False
        self._node = held
        self._slot = self._slot_for(held)
        self._membership = Membership(view, self._starts.keys())

    def _slot_for(self, held: str) -> WireSlot | None:
        """A card without wires that is led alone may fall into a wire."""
        graph = self._view.document.graph
        if len(self._starts) > 1 or held not in graph or graph.incoming(held) or graph.outgoing(held):
            return None
        return WireSlot(self._view, graph[held].layer, held)

    def lead(self, point: QPointF, moved: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the cards so far from where they began, as near as they rest; the mouse is at a point."""
        if self._slot is not None:
            self._slot.look(point)
        free = self._free = bool(modifiers & FREELY)
        self._membership.look(point, wanted=not free and (self._slot is None or self._slot.edge is None))
        self._way = (float(round(moved.x())), float(round(moved.y()))) if free else self._at_rest(moved)
        self._view.network.place({node: QPointF(*place) for node, place in self._places().items()})
        if self._slot is None:  # a wire that went round the card would never be below it
            self._view.network.settle(moving=True)
        self._lines.show([] if free else self._guides.lines(_shifted(self._box, *self._way)))

    def drop(self) -> None:
        """Leave the cards here, or the one in the wire below, as one step; they glide off cards on which they lie."""
        document, joining = self._view.document, self._membership.joining()
        edge = self._let_go()
        if edge is not None:
            operations.move_into(document, self._node, edge, self._places()[self._node])
            return
        if not self._free:
            dx, dy = operations.to_rest(document, self._places(), joining)
            self._way = self._way[0] + dx, self._way[1] + dy
        shot = self._view.glide.shot()
        operations.move(document, self._places(), self._keys, joining)
        self._view.network.put_back(self._starts)  # what comes to rest where it began is no edit, and nobody is told
        self._view.glide.run(shot)

    def _let_go(self) -> Edge | None:
        """Take the guides away; the wire into which the card falls, which is no longer lit."""
        self._lines.show([])
        self._membership.clear()
        edge = self._slot.edge if self._slot is not None else None
        if self._slot is not None:
            self._slot.clear()
        return edge

    def cancel(self) -> None:
        """Put the cards back to where the graph has them."""
        self._let_go()
        self._view.network.put_back(self._starts)
        self._view.network.settle()

    def _at_rest(self, moved: QPointF) -> Point:
        """All cards go as far as it takes them to the guides, or the held one to the grid."""
        reach = min(REACH_PIXELS / self._view.scale_factor, REACH)
        across, down = self._guides.shift(_shifted(self._box, moved.x(), moved.y()), reach)
        x, y = self._held
        return (
            snap(x + moved.x()) - x if across is None else moved.x() + across,
            snap(y + moved.y()) - y if down is None else moved.y() + down,
        )

    def _places(self) -> dict[str, Point]:
        dx, dy = self._way
        return {node: (x + dx, y + dy) for node, (x, y) in self._starts.items()}


def _anchor(document: Document, held: str) -> str:
    """The held one, or of a group, which has no place of its own while it is open, the first that it holds."""
    inside = groups.within(document.graph, held) if held in document.graph.annotations else ()
    return inside[0] if inside else held


def _shifted(box: Box, dx: float, dy: float) -> Box:
    left, top, right, bottom = box
    return left + dx, top + dy, right + dx, bottom + dy
