"""Mouse gestures, each an object that lives from press to release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from gui.canvas.annotations.annotation_item import Part
from gui.canvas.commands import grouping, selecting
from gui.canvas.gestures.dragging import CardDrag
from gui.canvas.gestures.overlay_items import Band
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
    """Selects the cards that a rectangle touches; a click on empty canvas selects the frame there, or nothing."""

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
        self._view.document.select_keys(self._kept.keys | network.keys_in(rect), self._kept.edges)

    def finish(self, pointer: Pointer) -> None:
        if self._band is None and (frame := self._view.network.surroundings.frame_at(pointer.point)) is not None:
            self._view.document.select_keys(self._kept.keys ^ {frame}, self._kept.edges)
        self._remove_band()

    def cancel(self) -> None:
        self._remove_band()
        self._view.document.select_again(self._before)

    def _remove_band(self) -> None:
        if self._band is not None:
            self._view.network.removeItem(self._band)


class PressNode(Gesture):
    """A press on a card, a note or a title: a click selects it, a drag moves all that is selected, as one undo step.

    A single card without wires that is let go over a wire goes into it. With a group moves what it holds, with a frame
    what lies within.
    """

    def __init__(self, view: NetworkView, pointer: Pointer, key: str) -> None:
        self._view = view
        self._key = key
        self._press = pointer
        self._was_selected = key in view.document.selection.keys
        self._drag: CardDrag | None = None
        if not self._was_selected:
            kept = view.document.selection if pointer.adds else Selection()
            view.document.select_keys(kept.keys | {key}, kept.edges)

    def move(self, pointer: Pointer) -> None:
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= QApplication.startDragDistance()
        if self._drag is None and far:
            self._drag = CardDrag(self._view, self._view.document.selection.keys | {self._key}, self._key)
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
            document.select_keys(document.selection.keys - {self._key}, document.selection.edges)
        else:
            document.select_keys({self._key})


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


class PressFold(Gesture):
    """A click on the button of an expanded group collapses it."""

    def __init__(self, view: NetworkView, key: str) -> None:
        self._view = view
        self._key = key

    def finish(self, pointer: Pointer) -> None:
        if self._view.network.surroundings.at(pointer.point) == (self._key, Part.FOLD):
            grouping.set_collapsed(self._view, {self._key}, collapsed=True)


class PressStub(Gesture):
    """A click on the name at a wire that leaves the group leads to the layer outside."""

    def __init__(self, view: NetworkView, outside: str) -> None:
        self._view = view
        self._outside = outside

    def finish(self, pointer: Pointer) -> None:
        stub = self._view.network.stubs.at(pointer.point)
        if stub is not None and stub.outside == self._outside:
            selecting.go_to(self._view, self._outside)
