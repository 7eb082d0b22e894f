"""The canvas by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from engine import groups
from engine.annotations import TAGS
from engine.graph import Edge
from engine.neighbours import reading_order
from gui import names
from gui.canvas.annotations.group_card import GroupCardItem
from gui.canvas.commands import choosing, grouping, looking_inside, operations, walking_inside
from gui.canvas.geometry import GRID
from gui.canvas.gestures import resize
from gui.canvas.overlays.cursor_note import announce
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
    direction = DIRECTIONS.get(Qt.Key(event.key()))
    if walking_inside.press(view, event, direction):
        return True
    view.tab_leads_on = event.key() == Qt.Key.Key_Escape
    if direction is not None:
        _press_arrow(view, direction, event.modifiers())
        return True
    if event.modifiers() & NUDGING:
        return _press_with_control(view, Qt.Key(event.key()))
    return _press_alone(view, Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))


def _press_arrow(view: NetworkView, direction: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
    document, (dx, dy) = view.document, direction
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
    if not modifiers & NUDGING:
        walk(view, direction, shift)
    elif alt and shift:
        resize.resize_by(document, document.selection.annotations, dx * GRID, dy * GRID)
    elif alt and dy < 0 and document.scope:
        document.leave()
    else:
        operations.nudge(document, document.selection.keys, dx * GRID, dy * GRID)


def _press_alone(view: NetworkView, key: Qt.Key, shift: bool) -> bool:
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
        case Qt.Key.Key_F if shift:
            view.fit_selection()
        case Qt.Key.Key_F:
            view.fit()
        case Qt.Key.Key_A:
            add(view)
        case Qt.Key.Key_O:
            looking_inside.toggle(view)
        case Qt.Key.Key_I if (node := current(view)) is not None:
            walking_inside.go_in(view, node)
        case Qt.Key.Key_W if shift:
            looking_inside.show_next_fill(view)
        case Qt.Key.Key_W:
            looking_inside.show_next_quantity(view)
        case Qt.Key.Key_N:
            grouping.add_note(view)
        case Qt.Key.Key_C if feeding(view):
            choosing.from_output(view, feeding(view), lambda node: choosing.connect(view, node))
        case Qt.Key.Key_E if (here := current_key(view)) is not None:
            next_wire(view, here)
        case Qt.Key.Key_R if (edge := document.selection.single_edge) is not None:
            choosing.reconnect(view, edge)
        case Qt.Key.Key_R if (node := current(view)) is not None:
            choosing.replace(view, node)
        case _:
            return False
    return True


def _press_with_control(view: NetworkView, key: Qt.Key) -> bool:
    match key:
        case Qt.Key.Key_A:
            view.document.select_all()
        case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
            operations.delete_and_heal(view.document)
        case _ if key in TAG_KEYS:
            grouping.tag_selection(view, TAG_KEYS[key])
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


def feeding(view: NetworkView) -> list[str]:
    """The layers that a wire from the current card may leave: several where it stands for a group."""
    key = current_key(view)
    item = view.network.item(key) if key is not None else None
    if isinstance(item, GroupCardItem):
        return item.feeding
    return [node for node in [current(view)] if node is not None]


def add(view: NetworkView) -> None:
    """Let a layer be chosen: for the selected wire, behind the current card, or at the cursor where there is none."""
    if (edge := view.document.selection.single_edge) is not None:
        choosing.insert(view, edge)
    elif sources := feeding(view):
        choosing.from_output(view, sources, lambda node: choosing.add_layer(view, node))
    else:
        choosing.add_layer(view, None)


def place(view: NetworkView) -> QPointF | None:
    """Where in the scene that lies which keys act on: the weight on which the keyboard stands, the only selected wire,
    else the current card or note."""
    if (spot := walking_inside.standing_on(view)) is not None:
        return walking_inside.middle(view, spot)
    if (edge := view.document.selection.single_edge) is not None:
        return view.network.wires.middle(edge)
    return view.network.stops().get(current_key(view) or "")


def walk(view: NetworkView, direction: tuple[int, int], adding: bool) -> None:
    """Go to the next card along a connection, else to the nearest in that direction, and select it."""
    document, here = view.document, current_key(view)
    places = view.network.stops()
    if here not in places:
        layers = reading_order(document.graph)
        there = next((key for node in layers if (key := document.shown.get(node)) is not None), None)
        there = there or next(iter(places), None)
    else:
        there = _along_wire(document, places, here, direction) or _nearest(places, here, direction)
    if there is None:
        return
    document.select_keys((document.selection.keys if adding else frozenset()) | {there})
    view.network.focus(there)
    view.reveal(there)
    announce(view, names.spoken(document.graph, there))


def next_wire(view: NetworkView, here: str) -> None:
    """Select the card's next wire, those that enter before those that leave, and say which it is."""
    document, graph = view.document, view.document.graph
    wires = [*_wires(document, here, entering=True), *_wires(document, here, entering=False)]
    if not wires:
        pixel = view.mapFromScene(view.network.stops()[here])
        template = QCoreApplication.translate("Canvas", "{node} has no wires.")
        view.note.linger_at(pixel, template.format(node=names.name_of(graph, here)))
        return
    chosen = document.selection.single_edge
    edge = wires[(wires.index(chosen) + 1) % len(wires) if chosen in wires else 0]
    view.network.focus(here)
    document.select((), [edge])
    pixel = view.mapFromScene(view.network.wires.middle(edge))
    view.note.linger_at(
        pixel, f" {choosing.ARROW} ".join(names.name_of(graph, end) for end in (edge.source, edge.target))
    )


def _wires(document: Document, here: str, entering: bool) -> list[Edge]:
    """The wires on the canvas that enter a card, or that leave it."""
    graph, shown = document.graph, document.shown
    nodes = [here] if here in graph else [node for node in groups.within(graph, here) if node in graph]
    found = (edge for node in nodes for edge in (graph.incoming(node) if entering else graph.outgoing(node)))
    ends = ((edge, shown.get(edge.source if entering else edge.target)) for edge in found)
    return [edge for edge, end in ends if end is not None and end != here and shown.get(end) == end]


def _along_wire(document: Document, places: Places, here: str, direction: tuple[int, int]) -> str | None:
    """The neighbour at the other end of a wire, the one nearest across the drawing where there are several."""
    turned = document.project.direction.turned
    along, _ = turned(*direction)
    if along == 0:
        return None
    wires = _wires(document, here, entering=along < 0)
    others = [document.shown[edge.source if along < 0 else edge.target] for edge in wires]
    _, across = turned(*places[here].toTuple())
    return min(others, key=lambda end: abs(turned(*places[end].toTuple())[1] - across), default=None)


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
