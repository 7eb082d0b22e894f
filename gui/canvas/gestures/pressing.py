"""Which gesture a press of the mouse begins, from the topmost thing under it downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from gui.canvas.annotations.annotation_item import Part
from gui.canvas.gestures import reconnect
from gui.canvas.gestures.basic import (
    Gesture,
    Pan,
    Pointer,
    PressFold,
    PressNode,
    PressSpot,
    PressStub,
    PressWire,
    RubberBand,
)
from gui.canvas.gestures.connect import Connect
from gui.canvas.gestures.resize import Resize

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def gesture_at(view: NetworkView, pointer: Pointer) -> Gesture:
    """The gesture of the left button that begins here."""
    network = view.network
    if (grip := reconnect.grip_at(view, pointer.point)) is not None:
        return reconnect.PressGrip(view, pointer, grip)
    if (port := network.port_near(pointer.point)) is not None:
        return Connect(view, pointer, port)
    if (stub := network.stubs.at(pointer.point)) is not None and not network.covers(pointer.point):
        return PressStub(view, stub.outside)
    spot = view.opened.spot_at(pointer.point, view.scale_factor)
    press = _gesture_below(view, pointer)
    if spot is None or isinstance(press, PressWire | Pan):
        return press
    return PressSpot(view, pointer, spot, press)


def _gesture_below(view: NetworkView, pointer: Pointer) -> Gesture:
    """The gesture that begins here where nothing of the inside of opened layers is."""
    network = view.network
    if (node := network.node_at(pointer.point)) is not None:
        return PressNode(view, pointer, node)
    if (found := network.surroundings.at(pointer.point)) is not None:
        return _gesture_on(view, pointer, *found)
    if (edge := network.wires.edge_at(pointer.point, view.scale_factor)) is not None:
        return PressWire(view, pointer, edge)
    if pointer.modifiers & Qt.KeyboardModifier.ControlModifier:
        return Pan(view, pointer, Qt.MouseButton.LeftButton)
    return RubberBand(view, pointer)


def _gesture_on(view: NetworkView, pointer: Pointer, key: str, part: Part) -> Gesture:
    match part:
        case Part.CORNER:
            return Resize(view, pointer, key)
        case Part.FOLD:
            return PressFold(view, key)
        case Part.BODY:
            return PressNode(view, pointer, key)
