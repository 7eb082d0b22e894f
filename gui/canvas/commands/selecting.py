"""Selecting by what belongs together: layers, and always the wires between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import TYPE_CHECKING

from engine.graph import Graph
from gui.document import Document

if TYPE_CHECKING:
    from gui.canvas.view import NetworkView

Reach = Callable[[Graph, Iterable[str]], frozenset[str]]


def select_all(view: NetworkView) -> None:
    """Select everything."""
    view.document.select_all()


def select_reached(view: NetworkView, reach: Reach) -> None:
    """Select all that a function of `engine.neighbours` finds from the selected layers and groups."""
    document = view.document
    found = reach(document.graph, document.selected_layers())
    _select_with_wires(document, {document.shown[node] for node in found if node in document.shown})


def invert(view: NetworkView) -> None:
    """Select what is not selected and nothing else."""
    document = view.document
    _select_with_wires(document, document.seen() - document.selection.keys)


def _select_with_wires(document: Document, keys: Set[str]) -> None:
    shown = document.shown
    wires = (edge for edge in document.shown_edges() if shown[edge.source] in keys and shown[edge.target] in keys)
    document.select_keys(keys, wires)


def go_to(view: NetworkView, node_id: str) -> None:
    """Lead to a layer, in the group where it is, and select it."""
    view.reveal(node_id)
    view.document.select([node_id])
    view.network.focus(node_id)
