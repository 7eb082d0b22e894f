"""Mouse gestures, each an object that lives from press to release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from gui.canvas.dragging import CardDrag
from gui.canvas.overlay_items import Band
from gui.document import Selection
from gui.spot import Spot

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
        self._kept = self._before if pointer.adds else Selection()
        self._band: Band | None = None
        if not pointer.adds:
            view.document.select()

    def move(self, pointer: Pointer) -> None:
        network = self._view.network
        self._band = self._band or Band(network)
        rect = QRectF(self._start, pointer.point).normalized()
        self._band.setRect(rect)
        kept = self._kept
        self._view.document.select(kept.nodes | network.nodes_in(rect), kept.edges, kept.annotations)

    def finish(self, pointer: Pointer) -> None:
        self._remove_band()

    def cancel(self) -> None:
        self._remove_band()
        before = self._before
        self._view.document.select(before.nodes, before.edges, before.annotations)

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
        self._drag: CardDrag | None = None
        if not self._was_selected:
            kept = view.document.selection if pointer.adds else Selection()
            view.document.select(kept.nodes | {node_id}, kept.edges, kept.annotations)

    def move(self, pointer: Pointer) -> None:
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= QApplication.startDragDistance()
        if self._drag is None and far:
            self._drag = CardDrag(self._view, self._view.document.selection.nodes | {self._node}, self._node)
        if self._drag is not None:
            self._drag.lead(pointer.point, pointer.point - self._press.point, pointer.modifiers)

    def finish(self, pointer: Pointer) -> None:
        if self._drag is not None:
            self._drag.lead(pointer.point, pointer.point - self._press.point, pointer.modifiers)
            self._drag.drop()
        elif self._was_selected:
            self._click(pointer)

    def cancel(self) -> None:
        if self._drag is not None:
            self._drag.cancel()

    def _click(self, pointer: Pointer) -> None:
        document = self._view.document
        if pointer.adds:
            kept = document.selection
            document.select(kept.nodes - {self._node}, kept.edges, kept.annotations)
        else:
            document.select({self._node})


class PressSpot(Gesture):
    """A press on a weight or a neuron: a click pins it, a drag is what it would be on the ground below."""

    def __init__(self, view: NetworkView, pointer: Pointer, spot: Spot, below: Gesture) -> None:
        self._view = view
        self._press = pointer
        self._spot = spot
        self._below = below
        self._dragged = False

    def move(self, pointer: Pointer) -> None:
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= QApplication.startDragDistance()
        self._dragged = self._dragged or far
        if self._dragged:
            self._below.move(pointer)

    def finish(self, pointer: Pointer) -> None:
        self._below.finish(pointer)
        if not self._dragged:
            self._view.spot_pressed.emit(self._spot)

    def cancel(self) -> None:
        self._below.cancel()


class PressWire(Gesture):
    """A click on a wire selects it."""

    def __init__(self, view: NetworkView, pointer: Pointer, edge: Edge) -> None:
        kept = view.document.selection
        if pointer.adds:
            view.document.select(kept.nodes, kept.edges ^ {edge}, kept.annotations)
        else:
            view.document.select((), {edge})
