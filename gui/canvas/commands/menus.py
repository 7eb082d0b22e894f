"""What a right click or the menu key offers on a card, inside an opened one, on a wire and on empty canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from engine.graph import Edge
from engine.layers import Category, Layer
from gui import clipboard, weight_sharing
from gui.canvas.commands import (
    choosing,
    copying,
    grouping,
    looking_inside,
    operations,
    selecting,
    spot_menu,
    surroundings_menu,
    table,
    writing,
)
from gui.canvas.gestures import offers
from gui.i18n import words
from gui.spot import Spot
from gui.widgets.icons import icon

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def menu_at(view: NetworkView, point: QPointF) -> QMenu:
    """The menu of what lies at a point, which is selected by that."""
    network, document = view.network, view.document
    selection, node = document.selection, network.node_at(point)
    edge = network.wires.edge_at(point, view.scale_factor)
    spot = view.opened.spot_at(point, view.scale_factor)
    if spot is not None and (node is not None or edge is None):
        return weight_menu(view, spot)
    if node is not None:
        if node not in selection.nodes:
            document.select([node])
        return node_menu(view, node)
    if (found := network.surroundings.at(point)) is not None:
        if found[0] not in selection.annotations:
            document.select(annotations=[found[0]])
        return surroundings_menu.annotation_menu(view, found[0])
    if edge is not None:
        if edge not in selection.edges:
            document.select((), [edge])
        return wire_menu(view, edge)
    return canvas_menu(view, point)


def weight_menu(view: NetworkView, spot: Spot) -> QMenu:
    """The menu of a weight or a neuron, and of its layer, which is selected by that."""
    if spot.node not in view.document.selection.nodes:
        view.document.select([spot.node])
    menu = node_menu(view, spot.node)
    spot_menu.put_before(menu, view, spot)
    return menu


def node_menu(view: NetworkView, node_id: str) -> QMenu:
    """Edit, connect, share weights, replace, delete."""
    menu = QMenu(view)
    edit = _entry(menu, QCoreApplication.translate("Canvas", "Edit"), "Return")
    edit.triggered.connect(lambda: view.edit_requested.emit(node_id))
    opened = _entry(menu, QCoreApplication.translate("Canvas", "Open layer"), "O")
    opened.setCheckable(True)
    opened.setChecked(view.opened.is_open(node_id))
    opened.triggered.connect(lambda _checked: looking_inside.toggle(view))
    graph = view.document.graph
    connect = menu.addMenu(QCoreApplication.translate("Canvas", "Connect to"))
    for target, port in offers.targets(graph, node_id).items():
        action = connect.addAction(_called(view, target))
        action.triggered.connect(_connecting(view, Edge(node_id, target, port)))
    connect.setEnabled(not connect.isEmpty())
    _add_ways_out(menu, view, node_id)
    _add_sharing(menu, view, node_id)
    replace = _entry(menu, QCoreApplication.translate("Canvas", "Replace with…"), "R")
    replace.triggered.connect(lambda: choosing.replace(view, node_id))
    menu.addSeparator()
    rename = _entry(menu, QCoreApplication.translate("Canvas", "Rename"), "F2")
    rename.triggered.connect(lambda: writing.write(view, node_id))
    surroundings_menu.add_grouping(menu, view)
    menu.addSeparator()
    add_arranging(menu, view)
    table.add_to(menu, view, *table.COPYING)
    heal = _entry(menu, QCoreApplication.translate("Canvas", "Delete and close the gap"), "Ctrl+Del")
    heal.triggered.connect(lambda: operations.delete_and_heal(view.document))
    table.add_to(menu, view, "delete")
    return menu


def wire_menu(view: NetworkView, edge: Edge) -> QMenu:
    """Insert, reconnect, delete."""
    menu = QMenu(view)
    insert = menu.addMenu(QCoreApplication.translate("Canvas", "Insert"))
    add_kinds(
        insert,
        lambda layer: view.show_made(layer, operations.insert_layer(view.document, edge, layer)),
        lambda kind: kind.has_output and kind.accepts_port(0),
    )
    reconnect = _entry(menu, QCoreApplication.translate("Canvas", "Reconnect…"), "R")
    reconnect.triggered.connect(lambda: choosing.reconnect(view, edge))
    menu.addSeparator()
    table.add_to(menu, view, "delete")
    return menu


def canvas_menu(view: NetworkView, point: QPointF) -> QMenu:
    """Add, select all, fit."""
    menu = QMenu(view)
    add = menu.addMenu(QCoreApplication.translate("Canvas", "Add"))
    add_kinds(add, lambda layer: view.add_at(layer, point), lambda kind: True)
    note = _entry(menu, QCoreApplication.translate("Canvas", "Add note"), "N")
    note.triggered.connect(lambda: grouping.add_note(view, point))
    menu.addSeparator()
    paste = _entry(menu, QCoreApplication.translate("Canvas", "Paste here"), "Ctrl+V")
    paste.setIcon(icon("paste"))
    paste.triggered.connect(lambda: copying.paste(view, point))
    paste.setEnabled(clipboard.holds_text())
    menu.addSeparator()
    _entry(menu, QCoreApplication.translate("Canvas", "Select all"), "Ctrl+A").triggered.connect(
        view.document.select_all
    )
    _entry(menu, QCoreApplication.translate("Canvas", "Arrange"), "Ctrl+Shift+L").triggered.connect(view.arrange)
    _entry(menu, QCoreApplication.translate("Canvas", "Fit to window"), "F").triggered.connect(view.fit)
    return menu


def _entry(menu: QMenu, text: str, key: str) -> QAction:
    """An entry that tells the key which does the same on the canvas, and does not hear it itself."""
    action = menu.addAction(text)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)
    return action


def add_kinds(menu: QMenu, use: Callable[[Layer], object], suits: Callable[[type[Layer]], bool]) -> None:
    """Every suitable kind of layer, under its category."""
    for category in Category:
        kinds = [kind for kind in Layer.kinds().values() if kind.category is category and suits(kind)]
        if kinds:
            group = menu.addMenu(words(category.value))
            for kind in kinds:
                group.addAction(words(kind.label or kind.name)).triggered.connect(_using(use, kind))


def add_arranging(menu: QMenu, view: NetworkView) -> None:
    """What concerns several layers at once."""
    select = menu.addMenu(QCoreApplication.translate("Canvas", "Select"))
    table.add_to(select, view, *table.REACHING)
    arrange = menu.addMenu(QCoreApplication.translate("Canvas", "Arrange"))
    table.add_to(arrange, view, *table.ALIGNING, *table.DISTRIBUTING)
    arrange.setEnabled(any(action.isEnabled() for action in arrange.actions()))
    menu.addSeparator()


def _add_ways_out(menu: QMenu, view: NetworkView, node_id: str) -> None:
    """In a group that was entered: the layers outside to which wires lead from this one, or from which they come."""
    if outside := view.network.stubs.outside_of(node_id):
        ways = menu.addMenu(QCoreApplication.translate("Canvas", "Go outside to"))
        for other in outside:
            ways.addAction(_called(view, other)).triggered.connect(_going(view, other))


def _called(view: NetworkView, node_id: str) -> str:
    """A layer as an entry; an ampersand in its title is no letter to press."""
    return choosing.node_text(view.document.graph, node_id).replace("&", "&&")


def _going(view: NetworkView, node_id: str) -> Callable[[], object]:
    return lambda: selecting.go_to(view, node_id)


def _add_sharing(menu: QMenu, view: NetworkView, node_id: str) -> None:
    """Whose weights the layer may use; nothing where there is nobody with whom to share."""
    document = view.document
    if owners := weight_sharing.offered(document, node_id):
        share = menu.addMenu(QCoreApplication.translate("Canvas", "Share weights with"))
        for owner in owners:
            share.addAction(_called(view, owner)).triggered.connect(_using_weights(view, node_id, owner))
    if document.graph[node_id].shares is not None:
        own = menu.addAction(weight_sharing.own_weights_text())
        own.triggered.connect(_using_weights(view, node_id, None))


def _using_weights(view: NetworkView, node_id: str, owner: str | None) -> Callable[[], object]:
    return lambda: weight_sharing.use_weights_of(view.document, node_id, owner)


def _connecting(view: NetworkView, edge: Edge) -> Callable[[], object]:
    return lambda: operations.connect(view.document, edge)


def _using(use: Callable[[Layer], object], kind: type[Layer]) -> Callable[[], object]:
    return lambda: use(kind())
