"""The canvas by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from engine.graph import Graph
from gui.canvas import operations
from gui.canvas.geometry import GRID

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
NUDGING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def press(view: NetworkView, event: QKeyEvent) -> bool:
    """Do what a key means; False where it means nothing here."""
    document = view.document
    if direction := DIRECTIONS.get(Qt.Key(event.key())):
        if event.modifiers() & NUDGING:
            dx, dy = direction
            operations.nudge(document, document.selection.nodes, dx * GRID, dy * GRID)
        else:
            walk(view, direction, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True
    if event.modifiers() & NUDGING:
        if event.key() == Qt.Key.Key_A:
            document.select_all()
        return event.key() == Qt.Key.Key_A
    match event.key():
        case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
            operations.delete_selection(document)
        case Qt.Key.Key_Escape:
            if not view.cancel_gesture():
                document.select()
                view.network.focus(None)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if (node := current(view)) is not None:
            view.edit_requested.emit(node)
        case Qt.Key.Key_F if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            view.fit_selection()
        case Qt.Key.Key_F:
            view.fit()
        case Qt.Key.Key_A:
            view.choose_layer()
        case Qt.Key.Key_C if (node := current(view)) is not None:
            view.choose_target(node)
        case _:
            return False
    return True


def current(view: NetworkView) -> str | None:
    """The node that keys act on: the one with the focus ring, else the only one selected."""
    return view.network.look.focused_node or view.document.selection.single_node


def walk(view: NetworkView, direction: tuple[int, int], adding: bool) -> None:
    """Go to the next card along a connection, else to the nearest in that direction, and select it."""
    graph, here = view.document.graph, current(view)
    if here is None:
        there = next(iter(graph.order()), None)
    else:
        there = _along_wire(graph, here, direction) or _nearest(graph, here, direction)
    if there is None:
        return
    view.document.select((view.document.selection.nodes if adding else frozenset()) | {there})
    view.network.focus(there)
    view.reveal(there)


def _along_wire(graph: Graph, node_id: str, direction: tuple[int, int]) -> str | None:
    """The neighbour at the other end of a wire, the one nearest in height where there are several."""
    if direction[0] == 0:
        return None
    ends = (
        [edge.source for edge in graph.incoming(node_id)]
        if direction[0] < 0
        else [edge.target for edge in graph.outgoing(node_id)]
    )
    height = graph[node_id].position[1]
    return min(ends, key=lambda end: abs(graph[end].position[1] - height), default=None)


def _nearest(graph: Graph, node_id: str, direction: tuple[int, int]) -> str | None:
    """The nearest card on that side; what lies off the direct way counts double."""
    x, y = graph[node_id].position
    far: dict[str, float] = {}
    for node in graph:
        ahead = (node.position[0] - x) * direction[0] + (node.position[1] - y) * direction[1]
        aside = abs((node.position[0] - x) * direction[1]) + abs((node.position[1] - y) * direction[0])
        if ahead > 0 and aside <= 2 * ahead:
            far[node.id] = ahead + 2 * aside
    return min(far, key=far.__getitem__, default=None)
