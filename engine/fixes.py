"""The changes that solve problems: another value of a field, another activation, another loss with its activation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.activations import ActivationFunction
from engine.edits import change, insert_on_edge
from engine.errors import Message, ShapeError
from engine.graph import Edge, Graph
from engine.hyperparameters import Configurable
from engine.layers import Activation, Dense, Dropout, Flatten, Layer
from engine.losses import Loss
from engine.problems import Fix
from engine.shapes import Shape, shape_text


def remedy(graph: Graph, node_id: str, entering: tuple[Shape, ...]) -> Fix | None:
    """What the layer itself would change to take these shapes, where that helps."""
    layer = graph[node_id].layer
    change = layer.remedy(*entering)
    if change is None:
        return None
    name, value = change
    mended = layer.replace(**{name: value})
    try:
        mended.output_shape(*entering)
        mended.weights(*entering)
    except ShapeError:
        return None
    return field_fix(graph, node_id, name, value)


def field_fix(graph: Graph, node_id: str, name: str, value: Any) -> Fix:
    """Another value of one field of a layer."""
    layer = graph[node_id].layer
    field = next(field for field in layer.hyperparameters() if field.name == name)
    mended = layer.replace(**{name: value})
    taken = getattr(mended, name)  # a kind, where its name was given
    word = taken.label if isinstance(taken, Configurable) else taken
    written = shape_text(word) if isinstance(word, tuple) else Message(word) if isinstance(word, str) else word
    label = Message("Set {field} of {node} to {value}", field=Message(field.label), node=node_id, value=written)
    return Fix(label, tuple(change(graph, node_id, mended)))


def ending_fix(graph: Graph, output: str, loss: str, activation: str) -> Fix:
    """Another loss together with the activation that belongs to it."""
    edge = graph.incoming(output)[0]
    layer = graph[output].layer
    edits, trial = list(activation_fix(graph, edge, activation).edits), graph.copy()
    for edit in edits:
        trial.apply(edit)
    edits.append(trial.changed(output, layer.replace(loss=loss)))  # the output may have been moved to make room
    wanted = Message(
        "{activation} + {loss}", activation=activation_label(activation), loss=Message(Loss.kinds()[loss].label)
    )
    label = Message("Set {node} to {wanted}", node=output, wanted=wanted)
    return Fix(label, tuple(edits))


def activation_fix(graph: Graph, edge: Edge, wanted: str) -> Fix:
    layer = graph[edge.source].layer
    changed: Layer | None = None
    if isinstance(layer, Dense):
        changed = layer.replace(activation=wanted)
    elif isinstance(layer, Activation):
        changed = layer.replace(function=wanted)
    if changed is not None and len(graph.outgoing(edge.source)) == len(graph.users(edge.source)) == 1:
        label = Message("Set {node} to {wanted}", node=edge.source, wanted=activation_label(wanted))
        return Fix(label, (graph.changed(edge.source, changed),))
    _, edits = insert_on_edge(graph, edge, Activation(function=wanted))
    label = Message("Insert {kind} ({detail})", kind=Message(Activation.label), detail=activation_label(wanted))
    return Fix(label, tuple(edits))


def activation_label(name: str) -> Message:
    return Message(ActivationFunction.kinds()[name].label)


def units_fix(graph: Graph, shapes: Mapping[str, Shape], output: str, targets: Shape) -> Fix | None:
    """As many units as there are targets; before that, pictures and sequences are laid out in a row."""
    source = _decisive(graph, shapes, output)
    if not isinstance(graph[source].layer, Dense) or len(targets) != 1 or len(graph.outgoing(source)) > 1:
        return None
    if len(shapes[source]) > 1:
        first = _first_of_dense(graph, source)
        _, edits = insert_on_edge(graph, graph.incoming(first)[0], Flatten())
        return Fix(Message("Insert {kind}", kind=Message(Flatten.label)), tuple(edits))
    return field_fix(graph, source, "units", targets[0])


def _decisive(graph: Graph, shapes: Mapping[str, Shape], output: str) -> str:
    """The layer that gives the answers their number: the last one, past those that hand on as many as they get."""
    node = graph.incoming(output)[0].source
    while not isinstance(graph[node].layer, Dense) and len(entering := graph.incoming(node)) == 1:
        before = entering[0].source
        if shapes.get(before) != shapes.get(node) or len(graph.outgoing(before)) > 1:
            break
        node = before
    return node


def _first_of_dense(graph: Graph, node: str) -> str:
    """The first of the Dense layers that stand in one row before a layer, with nothing but activations between."""
    first = node
    while len(entering := graph.incoming(node)) == 1 and len(graph.outgoing(entering[0].source)) == 1:
        node = entering[0].source
        if isinstance(graph[node].layer, Dense):
            first = node
        elif not isinstance(graph[node].layer, Activation | Dropout):
            break
    return first
