"""What the user does to the drawing, each one undoable step with its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QPointF

from engine import edits, groups, landing, replacing, room, wiring
from engine.errors import GraphError, Message
from engine.graph import Edge, Edit, Graph, RemoveEdge
from engine.layers import Input, Layer
from gui import names, undo_words
from gui.canvas.geometry import Port
from gui.document import Document, Selection
from gui.i18n import words

Place = tuple[float, float]


def add_layer(document: Document, layer: Layer, place: Place, group: str = "") -> str | None:
    """Put a layer on the canvas, beside what lies there, and select it; its id, or None if it was refused.

    An Input comes in the shape of the data.
    """
    layer = prepared(document, layer)
    node_id, changes = edits.add(document.graph, layer, place, group or document.scope)
    return _select_made(document, node_id, document.insert(_adding(layer), changes))


def _adding(layer: Layer) -> Message:
    return Message("Add {layer}", layer=undo_words.kind(layer))


def prepared(document: Document, layer: Layer) -> Layer:
    """The layer as it comes onto this canvas: an Input in the shape of the data."""
    return layer.replace(shape=document.project.data_shape.inputs) if isinstance(layer, Input) else layer


def add_joined(document: Document, port: Port, layer: Layer, place: Place, adapter: Layer | None = None) -> str | None:
    """Put a layer on the canvas with a wire to or from this port, and select it."""
    graph = document.graph
    group = groups.group_of(graph, document.shown[port.node])
    if port.number is None:
        node_id, changes = wiring.add_after(graph, port.node, layer, place, adapter, group)
    else:
        node_id, changes = wiring.add_before(graph, port.node, port.number, layer, place, adapter, group)
    return _select_made(document, node_id, document.insert(_adding(layer), changes))


def insert_layer(document: Document, edge: Edge, layer: Layer, place: Place | None = None) -> str | None:
    """Put a layer between two that are connected and select it; what follows moves on where it would not fit."""
    try:
        node_id, changes = edits.insert_on_edge(document.graph, edge, layer, place)
    except GraphError as error:
        document.refused.emit(error.messages[0])
        return None
    said = Message("Insert {layer}", layer=undo_words.kind(layer))
    return _select_made(document, node_id, document.insert(said, changes))


def move_into(document: Document, node_id: str, edge: Edge, place: Place) -> None:
    """Put a layer that is there and has no wires between two that are connected."""
    changes = wiring.move_into(document.graph, node_id, edge, place)
    document.insert(Message("Insert layer"), changes)


def connect(document: Document, edge: Edge, adapter: Layer | None = None) -> Message | None:
    """Draw a wire, through an adapter where one is given; what comes back is why it was refused."""
    if reason := document.graph.refusal(edge):
        document.refused.emit(reason)
        return reason
    changes = wiring.connect_through(document.graph, edge, adapter)
    graph = document.graph
    source, target = names.name_of(graph, edge.source), names.name_of(graph, edge.target)
    document.insert(Message("Connect {source} to {target}", source=source, target=target), changes)
    return None


def reconnect(document: Document, before: Edge, after: Edge, adapter: Layer | None = None) -> Message | None:
    """Lead an end of a wire elsewhere; what comes back is why it was refused."""
    trial = document.graph.copy()
    trial.apply(RemoveEdge(before))
    if reason := trial.refusal(after):
        document.refused.emit(reason)
        return reason
    changes = wiring.reconnect(document.graph, before, after, adapter)
    if document.insert(Message("Reconnect"), changes) and adapter is None:
        document.select((), [after])
    return None


def replace_kind(document: Document, node_id: str, wanted: Layer) -> str:
    """Put another kind in a layer's place; what could not be kept comes back in words."""
    result = replacing.replace_kind(document.graph, node_id, prepared(document, wanted))
    lost = losses(document.graph, result)
    called = names.name_of(document.graph, node_id)
    said = Message("Replace {node} with {layer}", node=called, layer=undo_words.kind(wanted))
    return lost if document.push(said, result.edits) else ""


def losses(graph: Graph, result: replacing.Replacement) -> str:
    """What a replacement does not keep, in words; empty where it keeps all."""
    told = []
    if result.lost_fields:
        fields = ", ".join(words(field.label) for field in result.lost_fields)
        told.append(QCoreApplication.translate("Canvas", "Not kept: {fields}.").format(fields=fields))
    for wire in result.lost_wires:
        template = QCoreApplication.translate("Canvas", "The wire from {source} to {target} is lost.")
        source, target = names.name_of(graph, wire.source), names.name_of(graph, wire.target)
        told.append(template.format(source=source, target=target))
    return " ".join(told)


def starts(document: Document, keys: Iterable[str]) -> dict[str, Place]:
    """Where all that moves with these stands now: what groups hold, and what lies within frames."""
    return {key: groups.position(document.graph, key) for key in sorted(groups.carried(document.graph, keys))}


def move(
    document: Document,
    places: Mapping[str, Place],
    keys: Iterable[str] | None = None,
    joining: Mapping[str, str] | None = None,
) -> None:
    """Put layers and annotations elsewhere, as one step, which is called after `keys` where not all were chosen.

    Those in `joining` come into another group.
    """
    text = _moving(document, places if keys is None else keys)
    document.push(text, making_way(document, groups.move(document.graph, places, joining or {})))


def making_way(document: Document, moves: Iterable[Edit]) -> list[Edit]:
    """These moves, with room made for the expanded groups that grow with them."""
    return landing.make_way(document.graph, moves, document.project.direction, document.measured())


def to_rest(document: Document, places: Mapping[str, Place], joining: Mapping[str, str]) -> Place:
    """How far what is put at these places goes on until it lies on no card, nor at the edge of one."""
    moves = groups.move(document.graph, places, joining)
    return landing.to_rest(document.graph, moves, document.project.direction, document.measured())


def nudge(document: Document, keys: Iterable[str], dx: float, dy: float) -> None:
    """Move layers and annotations a little; several in a row are one step."""
    listed = sorted(keys)
    changes = edits.move_by(document.graph, dict.fromkeys(starts(document, listed), (dx, dy)))
    document.push(_moving(document, listed), making_way(document, changes), merge="nudge " + " ".join(listed))


def delete_selection(document: Document) -> None:
    """Take away what is selected."""
    document.delete_selection(undo_words.deletion(document))


def delete_and_heal(document: Document) -> None:
    """Take away what is selected, lead what came into it to where it left, and move up what follows."""
    graph, chosen = document.graph, document.selection
    changes = edits.delete_and_heal(graph, chosen.nodes, chosen.edges, chosen.annotations)
    changes = room.close_up(graph, changes, document.project.direction, document.measured())
    document.push(Message("Delete and close the gap"), changes)


def place_after(document: Document, node_id: str) -> QPointF:
    """Where a layer that follows this one would stand."""
    turned = document.project.direction.turned
    along, across = turned(*groups.position(document.graph, document.shown[node_id]))
    return QPointF(*turned(along + document.project.direction.spacing, across))


def _moving(document: Document, keys: Iterable[str]) -> Message:
    graph, listed = document.graph, frozenset(keys)
    annotations = listed & graph.annotations.keys()
    what = undo_words.named(graph, Selection(listed - annotations, annotations=annotations))
    return Message("Move {what}", what=what)


def _select_made(document: Document, node_id: str, made: bool) -> str | None:
    if made:
        document.select([node_id])
    return node_id if made else None
