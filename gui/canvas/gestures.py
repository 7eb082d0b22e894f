"""Mouse gestures, each an object that lives from press to release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from engine import groups
from engine.graph import Edge
from gui.canvas import grouping, operations
from gui.canvas.annotation_item import Part
from gui.canvas.geometry import snap
from gui.canvas.overlay_items import Band

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
        self._kept = self._before.keys if pointer.adds else frozenset()
        self._band: Band | None = None
        if not pointer.adds:
            view.document.select()

    def move(self, pointer: Pointer) -> None:
        network = self._view.network
        self._band = self._band or Band(network)
        rect = QRectF(self._start, pointer.point).normalized()
        self._band.setRect(rect)
        self._view.document.select_keys(self._kept | network.keys_in(rect))

    def finish(self, pointer: Pointer) -> None:
        self._remove_band()

    def cancel(self) -> None:
        self._remove_band()
        self._view.document.select_keys(self._before.keys, self._before.edges)

    def _remove_band(self) -> None:
        if self._band is not None:
            self._view.network.removeItem(self._band)


class PressNode(Gesture):
    """A press on a card, a note or a title: a click selects it, a drag moves all that is selected, as one undo step.

    With a group moves what it holds, with a frame what lies within.
    """

    def __init__(self, view: NetworkView, pointer: Pointer, key: str) -> None:
        self._view = view
        self._key = key
        self._press = pointer
        kept = view.document.selection
        self._was_selected = key in kept.keys
        self._moving = False
        self._starts: dict[str, tuple[float, float]] = {}
        self._anchor = key
        if not self._was_selected:
            view.document.select_keys(*((kept.keys | {key}, kept.edges) if pointer.adds else ({key},)))

    def move(self, pointer: Pointer) -> None:
        far = (pointer.pixel - self._press.pixel).manhattanLength() >= QApplication.startDragDistance()
        if not self._moving and far:
            self._moving = True
            self._starts = operations.starts(self._view.document, self._view.document.selection.keys | {self._key})
            self._anchor = self._anchored()
        if self._moving:
            places = self._places(pointer)
            self._view.network.place({key: QPointF(*place) for key, place in places.items()})

    def finish(self, pointer: Pointer) -> None:
        if self._moving:
            operations.move(self._view.document, self._places(pointer))
        elif self._was_selected:
            self._click(pointer)

    def cancel(self) -> None:
        graph = self._view.document.graph
        here = (key for key in self._starts if key in graph or key in graph.annotations)
        self._view.network.place({key: QPointF(*groups.position(graph, key)) for key in here})

    def _anchored(self) -> str:
        """The pressed one, or of a group, which has no place of its own, the first that it holds."""
        document = self._view.document
        held = groups.within(document.graph, self._key) if self._key in document.selected_groups() else ()
        return held[0] if held else self._key

    def _places(self, pointer: Pointer) -> dict[str, tuple[float, float]]:
        """All go as far as it takes the anchor to the grid."""
        x, y = self._starts[self._anchor]
        moved = pointer.point - self._press.point
        dx, dy = snap(x + moved.x()) - x, snap(y + moved.y()) - y
        return {key: (a + dx, b + dy) for key, (a, b) in self._starts.items()}

    def _click(self, pointer: Pointer) -> None:
        document = self._view.document
        if pointer.adds:
            document.select_keys(document.selection.keys - {self._key}, document.selection.edges)
        else:
            document.select_keys({self._key})


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
