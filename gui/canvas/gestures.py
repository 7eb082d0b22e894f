"""Mouse gestures, each an object that lives from press to release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from gui.canvas import operations
from gui.canvas.geometry import snap
from gui.canvas.overlay_items import Band
from gui.canvas.wire_slot import WireSlot

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
"""Either of these keys adds to the selection or takes from it."""


@dataclass(frozen=True)
class Pointer:
    """Where the mouse is: in the viewport's pixels and in the scene."""

    pixel: QPoint
    point: QPointF
    modifiers: Qt.KeyboardModifier

    @property
    def adds(self) -> bool:
        return bool(self.modifiers & ADDING)


class Gesture:
    """What the mouse does between a press and a release; `cancel` leaves everything as it was."""

    button = Qt.MouseButton.LeftButton

    def move(self, pointer: Pointer) -> None:
        """The mouse moved, or the view under it."""

    def finish(self, pointer: Pointer) -> None:
        """The button was released."""

    def cancel(self) -> None:
        """Esc, or the graph changed underneath."""


class Pan(Gesture):
    """Takes the canvas along with the mouse."""

    def __init__(self, view: NetworkView, pointer: Pointer, button: Qt.MouseButton) -> None:
        self.button = button
        self._view = view
        self._last = pointer.pixel
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, pointer: Pointer) -> None:
        self._view.pan(pointer.pixel - self._last)
        self._last = pointer.pixel

    def finish(self, pointer: Pointer) -> None:
        self._view.viewport().unsetCursor()

    def cancel(self) -> None:
        self._view.viewport().unsetCursor()


class RubberBand(Gesture):
    """Selects the cards that a rectangle touches; a click on empty canvas selects nothing."""

    def __init__(self, view: NetworkView, pointer: Pointer) -> None:
        self._view = view
        self._start = pointer.point
        self._before = view.document.selection
        self._kept = self._before.nodes if pointer.adds else frozenset()
        self._band: Band | None = None
        if not pointer.adds:
            view.document.select()

    def move(self, pointer: Pointer) -> None:
        network = self._view.network
        self._band = self._band or Band(network)
        rect = QRectF(self._start, pointer.point).normalized()
        self._band.setRect(rect)
        self._view.document.select(self._kept | network.nodes_in(rect))

    def finish(self, pointer: Pointer) -> None:
        self._remove_band()

    def cancel(self) -> None:
        self._remove_band()
        self._view.document.select(self._before.nodes, self._before.edges)

    def _remove_band(self) -> None:
        if self._band is not None:
            self._view.network.removeItem(self._band)


class PressNode(Gesture):
    """A press on a card: a click selects it, a drag moves all that is selected, as one undo step.

    A single card without wires that is let go over a wire goes into it.
    """

    def __init__(self, view: NetworkView, pointer: Pointer, node_id: str) -> None:
        self._view = view
        self._node = node_id
        self._press = pointer
        self._was_selected = node_id in view.document.selection.nodes
        self._moving = False
        self._slot: WireSlot | None = None
        self._starts: dict[str, tuple[float, float]] = {}
        if not self._was_selected:
            kept = view.document.selection
            view.document.select(*((kept.nodes | {node_id}, kept.edges) if pointer.adds else ({node_id},)))

    def move(self, pointer: Pointer) -> None:
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= QApplication.startDragDistance()
        if not self._moving and far:
            graph = self._view.document.graph
            self._moving = True
            self._starts = {node: graph[node].position for node in self._view.document.selection.nodes | {self._node}}
            loose = not graph.incoming(self._node) and not graph.outgoing(self._node)
            if loose and len(self._starts) == 1:
                self._slot = WireSlot(self._view, graph[self._node].layer, self._node)
        if self._slot is not None:
            self._slot.look(pointer.point)
        if self._moving:
            places = self._places(pointer)
            self._view.network.place({node: QPointF(*place) for node, place in places.items()})
            self._view.network.settle(moving=True)

    def finish(self, pointer: Pointer) -> None:
        edge = self._let_go()
        if edge is not None:
            operations.move_into(self._view.document, self._node, edge, self._places(pointer)[self._node])
        elif self._moving:
            operations.move(self._view.document, self._places(pointer))
        elif self._was_selected:
            self._click(pointer)

    def _let_go(self) -> Edge | None:
        """The wire into which the card falls, which is no longer lit."""
        slot, self._slot = self._slot, None
        edge = slot.edge if slot is not None else None
        if slot is not None:
            slot.clear()
        return edge

    def cancel(self) -> None:
        self._let_go()
        graph, nodes = self._view.document.graph, self._view.network.nodes
        here = [node for node in self._starts if node in graph and node in nodes]
        self._view.network.place({node: QPointF(*graph[node].position) for node in here})
        self._view.network.settle()

    def _places(self, pointer: Pointer) -> dict[str, tuple[float, float]]:
        """All cards go as far as it takes the pressed one to the grid."""
        x, y = self._starts[self._node]
        moved = pointer.point - self._press.point
        dx, dy = snap(x + moved.x()) - x, snap(y + moved.y()) - y
        return {node: (a + dx, b + dy) for node, (a, b) in self._starts.items()}

    def _click(self, pointer: Pointer) -> None:
        document = self._view.document
        if pointer.adds:
            document.select(document.selection.nodes - {self._node}, document.selection.edges)
        else:
            document.select({self._node})


class PressWire(Gesture):
    """A click on a wire selects it."""

    def __init__(self, view: NetworkView, pointer: Pointer, edge: Edge) -> None:
        kept = view.document.selection
        if pointer.adds:
            view.document.select(kept.nodes, kept.edges ^ {edge})
        else:
            view.document.select((), {edge})
