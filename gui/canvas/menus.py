"""What a right click or the menu key offers on a card, on a wire and on empty canvas."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtWidgets import QMenu

from engine.graph import Edge, Graph
from engine.layers import Category, Layer
from gui import names
from gui.canvas import card_text, grouping, offers, operations, surroundings_menu, writing
from gui.canvas.chooser import Choice
from gui.i18n import words

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView


def node_menu(view: NetworkView, node_id: str) -> QMenu:
    """Edit, connect, delete."""
    menu = QMenu(view)
    edit = menu.addAction(QCoreApplication.translate("Canvas", "Edit"))
    edit.triggered.connect(lambda: view.edit_requested.emit(node_id))
    graph = view.document.graph
    connect = menu.addMenu(QCoreApplication.translate("Canvas", "Connect to"))
    for target, port in offers.targets(graph, node_id).items():
        action = connect.addAction(node_text(graph, target))
        action.triggered.connect(_connecting(view, Edge(node_id, target, port)))
    connect.setEnabled(not connect.isEmpty())
    menu.addSeparator()
    rename = menu.addAction(QCoreApplication.translate("Canvas", "Rename"))
    rename.triggered.connect(lambda: writing.write(view, node_id))
    surroundings_menu.add_arranging(menu, view)
    menu.addSeparator()
    _add_delete(menu, view)
    return menu


def wire_menu(view: NetworkView, edge: Edge) -> QMenu:
    """Insert, delete."""
    menu = QMenu(view)
    insert = menu.addMenu(QCoreApplication.translate("Canvas", "Insert"))
    add_kinds(
        insert,
        lambda layer: operations.insert_layer(view.document, edge, layer),
        lambda kind: kind.has_output and kind.accepts_port(0),
    )
    menu.addSeparator()
    _add_delete(menu, view)
    return menu


def canvas_menu(view: NetworkView, point: QPointF) -> QMenu:
    """Add, select all, fit."""
    menu = QMenu(view)
    add = menu.addMenu(QCoreApplication.translate("Canvas", "Add"))
    graph = view.document.graph
    add_kinds(
        add,
        lambda layer: operations.add_layer(view.document, layer, operations.free_place(graph, point)),
        lambda kind: True,
    )
    note = menu.addAction(QCoreApplication.translate("Canvas", "Add note"))
    note.triggered.connect(lambda: grouping.add_note(view, point))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("Canvas", "Select all")).triggered.connect(view.document.select_all)
    menu.addAction(QCoreApplication.translate("Canvas", "Fit to window")).triggered.connect(view.fit)
    return menu


def add_kinds(menu: QMenu, use: Callable[[Layer], object], suits: Callable[[type[Layer]], bool]) -> None:
    """Every suitable kind of layer, under its category."""
    for category in Category:
        kinds = [kind for kind in Layer.kinds().values() if kind.category is category and suits(kind)]
        if kinds:
            group = menu.addMenu(words(category.value))
            for kind in kinds:
                group.addAction(words(kind.label or kind.name)).triggered.connect(_using(use, kind))


def layer_choices(view: NetworkView) -> list[Choice]:
    """Every kind of layer in the palette's order."""
    order = list(Category)
    kinds = sorted(Layer.kinds().values(), key=lambda kind: order.index(kind.category))
    colors = view.network.look.inks.categories
    return [
        Choice(
            words(kind.label or kind.name), kind, colors[kind.category].color(),
            f"{kind.name} {kind.category.value} {words(kind.category.value)}",
        )
        for kind in kinds
    ]  # fmt: skip


def target_choices(view: NetworkView, source: str) -> list[Choice]:
    """Every node that a wire from `source` may enter; what is chosen is the wire."""
    graph, colors = view.document.graph, view.network.look.inks.categories
    found = offers.targets(graph, source).items()
    return [
        Choice(node_text(graph, node), Edge(source, node, port), colors[graph[node].layer.category].color())
        for node, port in found
    ]


def node_text(graph: Graph, node_id: str) -> str:
    """A node by its title or kind and its id, as lists show it."""
    return f"{names.heading(graph[node_id])}{card_text.SEPARATOR}{node_id}"


def _add_delete(menu: QMenu, view: NetworkView) -> None:
    delete = menu.addAction(QCoreApplication.translate("Canvas", "Delete"))
    delete.triggered.connect(lambda: operations.delete_selection(view.document))


def _connecting(view: NetworkView, edge: Edge) -> Callable[[], object]:
    return lambda: operations.connect(view.document, edge)


def _using(use: Callable[[Layer], object], kind: type[Layer]) -> Callable[[], object]:
    return lambda: use(kind())
