"""What the outline, the canvas's twin in words, asks the canvas to do at a layer, a wire, a group or a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from engine.graph import Edge
from gui.canvas.commands import choosing, menus, surroundings_menu

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def connect_from(view: NetworkView, node_id: str) -> None:
    """Bring the layer into view and list where a wire from it may lead."""
    view.reveal(node_id)
    choosing.connect(view, node_id)


def add_after(view: NetworkView, node_id: str) -> None:
    """List the kinds of layers; the chosen one is put into the selected wire, or added behind this layer."""
    if (edge := view.document.selection.single_edge) is not None and view.document.shows(edge):
        choosing.insert(view, edge)
        return
    if node_id:
        view.reveal(node_id)
    choosing.add_layer(view, node_id or None)


def replace(view: NetworkView, part: object) -> None:
    """List the kinds that may stand in a layer's place, or where else a wire may lead."""
    if isinstance(part, Edge):
        choosing.reconnect(view, part)
    elif isinstance(part, str) and part in view.document.graph:
        view.reveal(part)
        choosing.replace(view, part)


def open_menu(view: NetworkView, part: object, place: QPoint) -> None:
    """The menu that a right click on this part would open, or that of the empty canvas."""
    selection = view.document.selection
    if isinstance(part, Edge):
        if part not in selection.edges:
            view.document.select((), [part])
        menu = menus.wire_menu(view, part)
    elif isinstance(part, str) and part in view.document.graph.annotations:
        if part not in selection.annotations:
            view.document.select(annotations=[part])
        menu = surroundings_menu.annotation_menu(view, part)
    elif isinstance(part, str) and part in view.document.graph:
        if part not in selection.nodes:
            view.document.select([part])
        menu = menus.node_menu(view, part)
    else:
        menu = menus.canvas_menu(view, view.mapToScene(view.viewport().rect().center()))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
