"""Selecting by what belongs together: layers, and always the wires between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
    """Select all that a function of `engine.neighbours` finds from the selected layers."""
    document = view.document
    _select_with_wires(document, reach(document.graph, document.selection.nodes))


def invert(view: NetworkView) -> None:
    """Select what is not selected and nothing else."""
    document = view.document
    graph, selection = document.graph, document.selection
    nodes = frozenset(node.id for node in graph) - selection.nodes
    _select_with_wires(document, nodes, graph.annotations.keys() - selection.annotations)


def _select_with_wires(document: Document, nodes: frozenset[str], annotations: Iterable[str] = ()) -> None:
    graph = document.graph
    wires = (edge for node in nodes for edge in graph.incoming(node) if edge.source in nodes)
    document.select(nodes, wires, annotations)
