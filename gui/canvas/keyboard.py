"""The canvas by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from engine.graph import Graph
from gui.canvas import choosing, looking_inside, operations
from gui.canvas.geometry import GRID
from gui.document import Document

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
    view.tab_leads_on = event.key() == Qt.Key.Key_Escape
    if direction := DIRECTIONS.get(Qt.Key(event.key())):
        if event.modifiers() & NUDGING:
            dx, dy = direction
            operations.nudge(document, document.selection.nodes, dx * GRID, dy * GRID)
        else:
            walk(view, direction, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True
    if event.modifiers() & NUDGING:
        return _press_with_control(view, Qt.Key(event.key()))
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
            choosing.add_layer(view, current(view))
        case Qt.Key.Key_O if document.selection.nodes or current(view) is not None:
            looking_inside.toggle(view)
        case Qt.Key.Key_W:
            looking_inside.show_next_quantity(view)
        case Qt.Key.Key_N:
            looking_inside.show_next_fill(view)
        case Qt.Key.Key_C if (node := current(view)) is not None:
            choosing.connect(view, node)
        case Qt.Key.Key_E if (node := current(view)) is not None:
            next_wire(view, node)
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
        case _:
            return False
    return True


def current(view: NetworkView) -> str | None:
    """The node that keys act on: the one with the focus ring, else the only one selected."""
    return view.network.look.focused_node or view.document.selection.single_node


def place(view: NetworkView) -> QPointF | None:
    """Where in the scene that lies which keys act on: the only selected wire, else the current node."""
    if (edge := view.document.selection.single_edge) is not None:
        return view.network.wires.middle(edge)
    node = current(view)
    return view.network.nodes[node].pos() if node is not None else None


def walk(view: NetworkView, direction: tuple[int, int], adding: bool) -> None:
    """Go to the next card along a connection, else to the nearest in that direction, and select it."""
    graph, here = view.document.graph, current(view)
    if here is None:
        there = next(iter(graph.order()), None)
    else:
        there = _along_wire(view.document, here, direction) or _nearest(graph, here, direction)
    if there is None:
        return
    view.document.select((view.document.selection.nodes if adding else frozenset()) | {there})
    view.network.focus(there)
    view.reveal(there)


def next_wire(view: NetworkView, node_id: str) -> None:
    """Select the layer's next wire, those that enter before those that leave, and say which it is."""
    document = view.document
    wires = [*document.graph.incoming(node_id), *document.graph.outgoing(node_id)]
    if not wires:
        pixel = view.mapFromScene(view.network.nodes[node_id].pos())
        template = QCoreApplication.translate("Canvas", "{node} has no wires.")
        view.note.linger_at(pixel, template.format(node=node_id))
        return
    chosen = document.selection.single_edge
    edge = wires[(wires.index(chosen) + 1) % len(wires) if chosen in wires else 0]
    view.network.focus(node_id)
    document.select((), [edge])
    pixel = view.mapFromScene(view.network.wires.middle(edge))
    view.note.linger_at(pixel, f"{edge.source} {choosing.ARROW} {edge.target}")


def _along_wire(document: Document, node_id: str, direction: tuple[int, int]) -> str | None:
    """The neighbour at the other end of a wire, the one nearest across the drawing where there are several."""
    graph, turned = document.graph, document.project.direction.turned
    along, _ = turned(*direction)
    if along == 0:
        return None
    ends = [e.source for e in graph.incoming(node_id)] if along < 0 else [e.target for e in graph.outgoing(node_id)]
    _, here = turned(*graph[node_id].position)
    return min(ends, key=lambda end: abs(turned(*graph[end].position)[1] - here), default=None)


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
