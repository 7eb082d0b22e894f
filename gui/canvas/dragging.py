"""Cards that follow the mouse: to the guides of those nearby, else to the grid, or freely while Alt or Ctrl is held."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from engine.alignment import Box, around
from engine.annotations import Point
from engine.graph import Edge
from gui.canvas import operations
from gui.canvas.geometry import GRID, snap
from gui.canvas.guides import Guides
from gui.canvas.overlay_items import GuideLines
from gui.canvas.wire_slot import WireSlot

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

FREELY = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
REACH_PIXELS, REACH = 6.0, 2.0 * GRID
"""A guide draws cards on from so far away, in pixels on screen and at most in scene units."""


class CardDrag:
    """Lives while the mouse leads cards about; `held` is the one under it."""

    def __init__(self, view: NetworkView, nodes: Iterable[str], held: str) -> None:
        self._view = view
        graph, items = view.document.graph, view.network.nodes
        self._starts = {node: graph[node].position for node in nodes}
        self._held = self._starts[held]
        self._box = around({node: items[node].box for node in self._starts})
        near = view.network.nodes_in(view.visible_rect()) - self._starts.keys()
        self._guides = Guides([items[node].box for node in sorted(near)])
        self._lines = GuideLines(view.network)
        self._way: Point = (0.0, 0.0)
        self._node = held
        self._slot = self._slot_for(held)

    def _slot_for(self, held: str) -> WireSlot | None:
        """A card without wires that is led alone may fall into a wire."""
        graph = self._view.document.graph
        if len(self._starts) > 1 or graph.incoming(held) or graph.outgoing(held):
            return None
        return WireSlot(self._view, graph[held].layer, held)

    def lead(self, point: QPointF, moved: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Show the cards so far from where they began, as near as they rest; the mouse is at a point."""
        if self._slot is not None:
            self._slot.look(point)
        free = bool(modifiers & FREELY)
        self._way = (float(round(moved.x())), float(round(moved.y()))) if free else self._at_rest(moved)
        self._view.network.place({node: QPointF(*place) for node, place in self._places().items()})
        if self._slot is None:  # a wire that went round the card would never be below it
            self._view.network.settle(moving=True)
        self._lines.show([] if free else self._guides.lines(_shifted(self._box, *self._way)))

    def drop(self) -> None:
        """Leave the cards here, or the one in the wire below, as one step."""
        edge = self._let_go()
        if edge is not None:
            operations.move_into(self._view.document, self._node, edge, self._places()[self._node])
        else:
            operations.move(self._view.document, self._places())

    def _let_go(self) -> Edge | None:
        """Take the guides away; the wire into which the card falls, which is no longer lit."""
        self._lines.show([])
        edge = self._slot.edge if self._slot is not None else None
        if self._slot is not None:
            self._slot.clear()
        return edge

    def cancel(self) -> None:
        """Put the cards back to where the graph has them."""
        self._let_go()
        graph, items = self._view.document.graph, self._view.network.nodes
        here = [node for node in self._starts if node in graph and node in items]
        self._view.network.place({node: QPointF(*graph[node].position) for node in here})
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


def _shifted(box: Box, dx: float, dy: float) -> Box:
    left, top, right, bottom = box
    return left + dx, top + dy, right + dx, bottom + dy
