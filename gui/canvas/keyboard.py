"""The canvas by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from engine import groups
from engine.annotations import TAGS
from gui.canvas import grouping, operations, resize
from gui.canvas.geometry import GRID, Port
from gui.canvas.group_card import GroupCardItem
from gui.document import Document

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Places = Mapping[str, QPointF]
TAG_KEYS = {Qt.Key(Qt.Key.Key_1 + number): tag for number, tag in enumerate(TAGS)}
NUDGING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def press(view: NetworkView, event: QKeyEvent) -> bool:
    """Do what a key means; False where it means nothing here."""
    if direction := DIRECTIONS.get(Qt.Key(event.key())):
        _press_arrow(view, direction, event.modifiers())
        return True
    if event.modifiers() & NUDGING:
        return _press_with_control(view, Qt.Key(event.key()))
    return _press_alone(view, Qt.Key(event.key()))


def _press_arrow(view: NetworkView, direction: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
    document, (dx, dy) = view.document, direction
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if modifiers & Qt.KeyboardModifier.AltModifier and dy < 0 and document.scope:
        document.leave()
    elif not modifiers & NUDGING:
        walk(view, direction, shift)
    elif not (shift and resize.resize_by(document, document.selection.annotations, dx * GRID, dy * GRID)):
        operations.nudge(document, document.selection.keys, dx * GRID, dy * GRID)


def _press_with_control(view: NetworkView, key: Qt.Key) -> bool:
    if key == Qt.Key.Key_A:
        view.document.select_all()
    elif key in TAG_KEYS:
        grouping.tag_selection(view, TAG_KEYS[key])
    else:
        return False
    return True


def _press_alone(view: NetworkView, key: Qt.Key) -> bool:
    document = view.document
    match key:
        case Qt.Key.Key_Backspace if not document.selection and document.scope:
            document.leave()
        case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
            operations.delete_selection(document)
        case Qt.Key.Key_Escape:
            _press_escape(view)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if (here := current_key(view)) is not None:
            grouping.open_key(view, here)
        case Qt.Key.Key_F:
            view.fit()
        case Qt.Key.Key_A:
            view.choose_layer()
        case Qt.Key.Key_N:
            grouping.add_note(view)
        case Qt.Key.Key_C if (here := current_key(view)) is not None and (port := _leaving(view, here)) is not None:
            view.choose_target(port.node)
        case _:
            return False
    return True


def _press_escape(view: NetworkView) -> None:
    """Out of what is nearest: a gesture, the selection, the group."""
    document = view.document
    if view.cancel_gesture():
        return
    if document.selection or view.network.look.focused:
        document.select()
        view.network.focus(None)
    else:
        document.leave()


def current(view: NetworkView) -> str | None:
    """The layer that keys act on: the one with the focus ring, else the only one selected."""
    key = current_key(view)
    return key if key in view.document.graph else None


def current_key(view: NetworkView) -> str | None:
    """The layer or annotation that keys act on."""
    return view.network.look.focused or view.document.selection.single


def _leaving(view: NetworkView, key: str) -> Port | None:
    """Where a wire would leave the card with the focus; of a group's outputs the uppermost."""
    if key in view.document.graph:
        return Port(key, None)
    item = view.network.item(key)
    return item.landing(inwards=False) if isinstance(item, GroupCardItem) else None


def walk(view: NetworkView, direction: tuple[int, int], adding: bool) -> None:
    """Go to the next card along a connection, else to the nearest in that direction, and select it."""
    document, here = view.document, current_key(view)
    places = view.network.stops()
    if here not in places:
        there = next((key for node in document.graph.order() if (key := document.shown.get(node)) is not None), None)
        there = there or next(iter(places), None)
    else:
        there = _along_wire(document, places, here, direction) or _nearest(places, here, direction)
    if there is None:
        return
    document.select_keys((document.selection.keys if adding else frozenset()) | {there})
    view.network.focus(there)
    view.reveal(there)


def _along_wire(document: Document, places: Places, here: str, direction: tuple[int, int]) -> str | None:
    """The neighbour at the other end of a wire, the one nearest in height where there are several."""
    if direction[0] == 0:
        return None
    graph, shown = document.graph, document.shown
    nodes = [here] if here in graph else [node for node in groups.within(graph, here) if node in graph]
    ends = (
        [shown.get(edge.source) for node in nodes for edge in graph.incoming(node)]
        if direction[0] < 0
        else [shown.get(edge.target) for node in nodes for edge in graph.outgoing(node)]
    )
    others = [end for end in ends if end is not None and end != here]
    return min(others, key=lambda end: abs(places[end].y() - places[here].y()), default=None)


def _nearest(places: Places, here: str, direction: tuple[int, int]) -> str | None:
    """The nearest on that side; what lies off the direct way counts double."""
    x, y = places[here].toTuple()
    far: dict[str, float] = {}
    for key, place in places.items():
        ahead = (place.x() - x) * direction[0] + (place.y() - y) * direction[1]
        aside = abs((place.x() - x) * direction[1]) + abs((place.y() - y) * direction[0])
        if ahead > 0 and aside <= 2 * ahead:
            far[key] = ahead + 2 * aside
    return min(far, key=far.__getitem__, default=None)
