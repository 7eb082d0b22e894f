"""What the outline, the canvas's twin in words, asks the canvas to do at a layer or a wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from engine import edits
from engine.graph import AddEdge, Edge
from engine.layers import Layer
from gui.canvas import menus, operations
from gui.canvas.chooser import Chooser

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def connect_from(view: NetworkView, node_id: str) -> None:
    """Bring the layer into view and list where a wire from it may lead."""
    view.reveal(node_id)
    view.choose_target(node_id)


def add_after(view: NetworkView, node_id: str) -> None:
    """List the kinds of layers; the chosen one is added behind this layer and connected to it."""
    if not node_id:
        view.choose_layer()
        return
    view.reveal(node_id)
    prompt = QCoreApplication.translate("Canvas", "Add after {node}").format(node=node_id)
    chooser = Chooser(prompt, menus.layer_choices(view), view)
    chooser.chosen.connect(lambda kind: _add_after(view, node_id, kind()))
    chooser.open_at(view.viewport().mapToGlobal(view.mapFromScene(view.network.nodes[node_id].output_at())))


def _add_after(view: NetworkView, node_id: str, layer: Layer) -> None:
    """One step, whether the two can be connected or not."""
    document = view.document
    graph = document.graph
    place = operations.free_place(graph, operations.place_after(graph, node_id))
    made, changes = edits.add(graph, layer, place)
    if graph[node_id].layer.has_output and layer.accepts_port(0):
        changes = [*changes, AddEdge(Edge(node_id, made))]
    if document.push(QCoreApplication.translate("Canvas", "Add layer"), changes):
        document.select([made])
        view.reveal(made)


def open_menu(view: NetworkView, part: object, place: QPoint) -> None:
    """The menu that a right click on this layer or wire would open, or that of the empty canvas."""
    selection = view.document.selection
    if isinstance(part, Edge):
        if part not in selection.edges:
            view.document.select((), [part])
        menu = menus.wire_menu(view, part)
    elif isinstance(part, str) and part in view.document.graph:
        if part not in selection.nodes:
            view.document.select([part])
        menu = menus.node_menu(view, part)
    else:
        menu = menus.canvas_menu(view, view.mapToScene(view.viewport().rect().center()))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
