"""What the user does to the drawing, each one undoable step with its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QPointF

from engine import edits, groups
from engine.errors import GraphError, Message
from engine.graph import SPACING, AddEdge, Edge, Graph
from engine.layers import Input, Layer
from gui.canvas.geometry import CARD_HEIGHT, CARD_WIDTH, GRID, snapped
from gui.document import Document

Place = tuple[float, float]


def add_layer(document: Document, layer: Layer, place: Place) -> str | None:
    """Put a layer on the canvas and select it, an Input in the shape of the data; its id, or None if it was refused."""
    if isinstance(layer, Input):
        layer = layer.replace(shape=document.project.data.shape.inputs)
    node_id, changes = edits.add(document.graph, layer, place)
    return _select_made(document, node_id, document.push(QCoreApplication.translate("Canvas", "Add layer"), changes))


def insert_layer(document: Document, edge: Edge, layer: Layer, place: Place | None = None) -> str | None:
    """Put a layer between two that are connected and select it; what follows moves on where it would not fit."""
    try:
        node_id, changes = edits.insert_on_edge(document.graph, edge, layer, place)
    except GraphError as error:
        document.refused.emit(error.messages[0])
        return None
    text = QCoreApplication.translate("Canvas", "Insert layer")
    return _select_made(document, node_id, document.push(text, changes))


def connect(document: Document, edge: Edge) -> Message | None:
    """Draw a wire; what comes back is why it was refused."""
    if reason := document.graph.refusal(edge):
        document.refused.emit(reason)
        return reason
    document.push(QCoreApplication.translate("Canvas", "Connect"), [AddEdge(edge)])
    return None


def starts(document: Document, keys: Iterable[str]) -> dict[str, Place]:
    """Where all that moves with these stands now: what groups hold, and what lies within frames."""
    return {key: groups.position(document.graph, key) for key in sorted(groups.carried(document.graph, keys))}


def move(document: Document, places: Mapping[str, Place]) -> None:
    """Put layers and annotations elsewhere, as one step."""
    document.push(QCoreApplication.translate("Canvas", "Move"), groups.move(document.graph, places))


def nudge(document: Document, keys: Iterable[str], dx: float, dy: float) -> None:
    """Move layers and annotations a little; several in a row are one step."""
    places = {key: (x + dx, y + dy) for key, (x, y) in starts(document, keys).items()}
    changes = groups.move(document.graph, places)
    document.push(QCoreApplication.translate("Canvas", "Move"), changes, merge="nudge " + " ".join(places))


def delete_selection(document: Document) -> None:
    """Take away what is selected."""
    document.delete_selection(QCoreApplication.translate("Canvas", "Delete"))


def free_place(graph: Graph, wanted: QPointF) -> Place:
    """The wanted place, or the first one below it where no card lies."""
    x, y = snapped(wanted)
    taken = [node.position for node in graph]
    while any(abs(x - a) < CARD_WIDTH + GRID and abs(y - b) < CARD_HEIGHT + GRID for a, b in taken):
        y += GRID
    return x, y


def place_after(graph: Graph, node_id: str) -> QPointF:
    """Where a layer that follows this one would stand."""
    x, y = graph[node_id].position
    return QPointF(x + SPACING, y)


def _select_made(document: Document, node_id: str, made: bool) -> str | None:
    if made:
        document.select([node_id])
    return node_id if made else None
