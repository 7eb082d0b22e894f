"""Which shape leaves every layer, and what keeps the graph from running; never raises.

A half-drawn graph is the normal case: what is not drawn yet is told apart from what cannot work. Each problem belongs
to a node, says in one sentence what was expected and what came, and carries a fix where one can be applied. A sentence
calls a kind by its label, as the window does everywhere, and leaves out the id of its own node.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from engine.activations import ActivationFunction
from engine.class_weights import NoClassWeights
from engine.data.preparation import Preparation
from engine.dealing import deals
from engine.edits import change, insert_on_edge, use_own_weights
from engine.errors import Message, ShapeError
from engine.graph import Edge, Edit, Graph
from engine.layers import Activation, Dense, Flatten, Input, Layer, Output
from engine.logits import path_to_activation
from engine.losses import Loss
from engine.memory import Footprint, fits, gigabytes, machine_memory
from engine.shapes import DataShape, Shape, shape_text
from engine.sharing import Specs, misfit

MAX_PARAMETERS = 100_000_000
"""Of one layer: with gradients and Adam's moments 1.6 GB in float32."""
MAX_VALUES = 10_000_000
"""In one sample of one layer's output."""

USUAL_BATCH = 32
"""Samples for which a drawn network's memory is estimated."""


class Severity(Enum):
    """What a problem asks for, the gravest first: to be mended, to be finished, to be considered."""

    ERROR = "error"
    UNFINISHED = "unfinished"
    WARNING = "warning"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True)
class Fix:
    """A change that would solve a problem: edits of the graph, or another preparation of the data."""

    label: Message
    edits: tuple[Edit, ...] = ()
    preparation: Preparation | None = None


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or missing, at one node ("" where it concerns the whole graph)."""

    node: str
    message: Message
    fix: Fix | None = None
    severity: Severity = Severity.ERROR

    @property
    def told(self) -> Message:
        """The sentence with its node before it, for where nothing else shows which node it is about."""
        return Message("{node}: {reason}", node=self.node, reason=self.message) if self.node else self.message


@dataclass(frozen=True)
class Inference:
    """The shape that leaves each layer as far as it is known, parameter counts, and all problems, gravest first.

    What layers share counts at its owner; `specs` are the arrays of each layer that has its own.
    """

    shapes: Mapping[str, Shape] = field(default_factory=dict)
    specs: Mapping[str, Specs] = field(default_factory=dict)
    parameters: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    footprints: Mapping[str, Footprint] = field(default_factory=dict)
    """What each layer holds in memory, where nothing keeps the graph from running."""

    @property
    def obstacles(self) -> tuple[Problem, ...]:
        """The problems that keep the graph from running: all but warnings."""
        return tuple(problem for problem in self.problems if problem.severity is not Severity.WARNING)

    def edge_shape(self, edge: Edge) -> Shape | None:
        """The shape that flows along a wire, if it is known."""
        return self.shapes.get(edge.source)


def infer_shapes(graph: Graph, data: DataShape | None = None, preparation: Preparation | None = None) -> Inference:
    """Walk the graph once; with `data`, also check that one Input and one Output fit them as they are prepared."""
    shapes: dict[str, Shape] = {}
    declared: dict[str, Specs] = {}
    problems: list[Problem] = list(_missing_ends(graph))
    for node_id in graph.order():
        layer = graph[node_id].layer
        edges = graph.incoming(node_id)
        if message := _loose_end(graph, node_id):
            problems.append(Problem(node_id, message, severity=Severity.UNFINISHED))
        if len(edges) >= len(layer.ports) and all(edge.source in shapes for edge in edges):
            entering = tuple(shapes[edge.source] for edge in edges)
            try:
                leaving, weights = layer.output_shape(*entering), layer.weights(*entering)
                shapes[node_id], declared[node_id] = leaving, weights
                problems += _too_large(node_id, leaving, _count(weights))
            except ShapeError as error:
                problems.append(Problem(node_id, error.messages[0], _remedy(graph, node_id, entering)))
    problems += _sharing_problems(graph, declared)
    footprints: dict[str, Footprint] = {}
    if all(problem.severity is Severity.WARNING for problem in problems):
        footprints = {node: _footprint(graph, shapes, node, _count(declared[node])) for node in shapes}
        problems += _beyond_memory(footprints)
    problems += _computed_indices(graph)
    for output in _outputs(graph):
        if problem := _unsuitable_loss(graph, shapes, output) or _lonely_softmax(graph, shapes, output):
            problems.append(problem)
        if problem := _weights_without_classes(graph, output):
            problems.append(problem)
    if data is not None:
        problems += _data_problems(graph, shapes, data)
    if preparation is not None and preparation.scaling != "none":
        problems += _scaled_indices(graph, preparation)
    problems.sort(key=lambda problem: problem.severity.rank)
    specs = {node: weights for node, weights in declared.items() if graph.owner(node) == node}
    parameters = {node: _count(specs.get(node, ())) for node in shapes}
    return Inference(shapes, specs, parameters, tuple(problems), footprints)


def _outputs(graph: Graph) -> list[str]:
    return [node.id for node in graph if isinstance(node.layer, Output)]


def _missing_ends(graph: Graph) -> list[Problem]:
    missing = []
    if not len(graph):
        missing.append(Message("The canvas is empty. Drag an Input layer onto it to begin."))
    else:
        if not any(isinstance(node.layer, Input) for node in graph):
            missing.append(Message("There is no Input layer yet. Data need one to enter the network."))
        if not _outputs(graph):
            missing.append(Message("There is no Output layer yet. The loss is computed there."))
    return [Problem("", message, severity=Severity.UNFINISHED) for message in missing]


def _loose_end(graph: Graph, node_id: str) -> Message | None:
    """What of a node is not connected yet, in one sentence."""
    layer = graph[node_id].layer
    wires, wanted = len(graph.incoming(node_id)), len(layer.ports)
    leads_on = bool(graph.outgoing(node_id)) or not layer.has_output
    if wires >= wanted:
        return None if leads_on else Message("Its output is not connected yet.")
    if not wires and not leads_on:
        return Message("Not connected yet.")
    if wanted == 1:
        return Message("Its input is not connected yet.")
    told = {"wanted": wanted, "wires": wires}
    return (
        Message("It joins at least {wanted} inputs and has {wires} so far.", **told)
        if layer.variadic
        else Message("It joins {wanted} inputs and has {wires} so far.", **told)
    )


def _remedy(graph: Graph, node_id: str, entering: tuple[Shape, ...]) -> Fix | None:
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
    return _field_fix(graph, node_id, name, value)


def _field_fix(graph: Graph, node_id: str, name: str, value: Any) -> Fix:
    """Another value of one field of a layer."""
    layer = graph[node_id].layer
    field = next(field for field in layer.hyperparameters() if field.name == name)
    written = shape_text(value) if isinstance(value, tuple) else Message(value) if isinstance(value, str) else value
    label = Message("Set {field} of {node} to {value}", field=Message(field.label), node=node_id, value=written)
    return Fix(label, tuple(change(graph, node_id, layer.replace(**{name: value}))))


def _count(weights: Specs) -> int:
    return sum(math.prod(spec.shape) for spec in weights)


def _sharing_problems(graph: Graph, declared: Mapping[str, Specs]) -> list[Problem]:
    """Layers that use the weights of another and cannot."""
    problems = []
    for node in graph:
        if node.shares is None or node.shares not in declared or node.id not in declared:
            continue
        if message := misfit(node, graph[node.shares], declared[node.id], declared[node.shares]):
            fix = Fix(Message("Use own weights"), tuple(use_own_weights(graph, node.id)))
            problems.append(Problem(node.id, message, fix))
    return problems


def _too_large(node_id: str, shape: Shape, parameters: int) -> list[Problem]:
    """A slip of the finger must not take the machine's memory."""
    if parameters <= MAX_PARAMETERS and math.prod(shape) <= MAX_VALUES:
        return []
    return [
        Problem(
            node_id,
            Message("It would hold {parameters} parameters and {values} values a sample: too much to train here. "
                    "Make it smaller.", parameters=f"{parameters:,}", values=f"{math.prod(shape):,}"),
        )
    ]  # fmt: skip


def _footprint(graph: Graph, shapes: Mapping[str, Shape], node_id: str, count: int) -> Footprint:
    """A layer's output, the gradient that comes back to it, and what its kernel computes in.

    Where it shares weights, only the gradient of its own use of them comes in addition.
    """
    layer, entering = graph[node_id].layer, [shapes[edge.source] for edge in graph.incoming(node_id)]
    per_sample = 2 * math.prod(shapes[node_id]) + layer.working_values(*entering)
    parameters, gradient = (count, 0) if graph.owner(node_id) == node_id else (0, count)
    return Footprint(parameters, per_sample, layer.shared_values(*entering) + gradient)


def _beyond_memory(footprints: Mapping[str, Footprint]) -> list[Problem]:
    """Layers that each fit may together be too much for this machine."""
    needed = {node: footprint.training_bytes(USUAL_BATCH) for node, footprint in footprints.items()}
    total = sum(needed.values())
    if fits(total):
        return []
    largest = max(needed, key=needed.__getitem__)
    message = Message(
        "To train this network takes about {needed}, and this computer has {there}; most of it goes into this layer. "
        "Make it smaller.",
        needed=gigabytes(total), there=gigabytes(machine_memory()),
    )  # fmt: skip
    return [Problem(largest, message)]


def _computed_indices(graph: Graph) -> list[Problem]:
    """Layers that take whole numbers from a layer that computes others; nothing can be learned through them."""
    problems = []
    for node in graph:
        if node.layer.passes_values:
            continue
        for reached in graph.unchanged(node.id):
            if graph[reached].layer.takes_whole_numbers:
                message = Message(
                    "It takes whole numbers, and {node} computes others. Connect it to an Input.", node=node.id
                )
                problems.append(Problem(reached, message))
    return problems


def _scaled_indices(graph: Graph, preparation: Preparation) -> list[Problem]:
    """Layers that take whole numbers from data that are scaled, and so are none any more."""
    message = Message("It takes whole numbers, and the data are scaled before they enter.")
    label = Message("Set {field} to {value}", field=Message("Scaling"), value=Message("none"))
    fix = Fix(label, preparation=preparation.replace(scaling="none"))
    entered = {reached for node in graph if isinstance(node.layer, Input) for reached in graph.unchanged(node.id)}
    return [Problem(node, message, fix) for node in sorted(entered) if graph[node].layer.takes_whole_numbers]


def _unsuitable_loss(graph: Graph, shapes: Mapping[str, Shape], output: str) -> Problem | None:
    layer, edges = graph[output].layer, graph.incoming(output)
    if not isinstance(layer, Output) or not edges or not layer.loss.suits:
        return None
    source = graph[path_to_activation(graph, shapes, edges[0])[-1]]
    activation = source.layer.final_activation
    given = activation.name if activation else "linear"  # what a layer without an activation hands on
    if given in layer.loss.suits:
        return None
    wanted = layer.loss.suits[0]
    came = activation.label if activation else source.layer.label
    message = Message(
        "{loss} needs the activation {wanted} before it. {node} has {came}.",
        loss=Message(layer.loss.label), wanted=_activation(wanted), node=source.id, came=Message(came),
    )  # fmt: skip
    return Problem(output, message, _activation_fix(graph, edges[0], wanted))


def _lonely_softmax(graph: Graph, shapes: Mapping[str, Shape], output: str) -> Problem | None:
    """A softmax over one unit is 1 whatever it sees, so nothing can be learned."""
    layer, edges = graph[output].layer, graph.incoming(output)
    if not isinstance(layer, Output) or not edges or "softmax" not in layer.loss.suits:
        return None
    if shapes.get(edges[0].source, ())[-1:] != (1,):
        return None
    message = Message("{node} has one unit, and a softmax over one unit is always 1.", node=edges[0].source)
    fix = _ending_fix(graph, output, "binary_crossentropy", "sigmoid")
    return Problem(output, message, fix, Severity.WARNING)


def _weights_without_classes(graph: Graph, output: str) -> Problem | None:
    """Class weights beside a loss that compares measures would have no class to weigh."""
    layer = graph[output].layer
    if not isinstance(layer, Output) or layer.loss.classification or isinstance(layer.class_weights, NoClassWeights):
        return None
    message = Message("It weighs classes, and {loss} compares measures.", loss=Message(layer.loss.label))
    label = Message("Set {node} to {wanted}", node=output, wanted=Message(NoClassWeights.label))
    return Problem(output, message, Fix(label, (graph.changed(output, layer.replace(class_weights="none")),)))


def _ending_fix(graph: Graph, output: str, loss: str, activation: str) -> Fix:
    """Another loss together with the activation that belongs to it."""
    edge = graph.incoming(output)[0]
    layer = graph[output].layer
    edits, trial = list(_activation_fix(graph, edge, activation).edits), graph.copy()
    for edit in edits:
        trial.apply(edit)
    edits.append(trial.changed(output, layer.replace(loss=loss)))  # the output may have been moved to make room
    wanted = Message(
        "{activation} + {loss}", activation=_activation(activation), loss=Message(Loss.kinds()[loss].label)
    )
    label = Message("Set {node} to {wanted}", node=output, wanted=wanted)
    return Fix(label, tuple(edits))


def _activation_fix(graph: Graph, edge: Edge, wanted: str) -> Fix:
    layer = graph[edge.source].layer
    changed: Layer | None = None
    if isinstance(layer, Dense):
        changed = layer.replace(activation=wanted)
    elif isinstance(layer, Activation):
        changed = layer.replace(function=wanted)
    if changed is not None and len(graph.outgoing(edge.source)) == len(graph.users(edge.source)) == 1:
        label = Message("Set {node} to {wanted}", node=edge.source, wanted=_activation(wanted))
        return Fix(label, (graph.changed(edge.source, changed),))
    _, edits = insert_on_edge(graph, edge, Activation(function=wanted))
    label = Message("Insert {kind} ({detail})", kind=Message(Activation.label), detail=_activation(wanted))
    return Fix(label, tuple(edits))


def _activation(name: str) -> Message:
    return Message(ActivationFunction.kinds()[name].label)


def _data_problems(graph: Graph, shapes: Mapping[str, Shape], data: DataShape) -> list[Problem]:
    """What does not fit between the network's ends and the chosen data."""
    problems = []
    inputs = [node for node in graph if isinstance(node.layer, Input)]
    outputs = _outputs(graph)
    if len(outputs) > 1:
        return [Problem(outputs[1], Message("The chosen data have one output; this is one too many."))]
    if len(inputs) > 1:
        problems += _uneven(shapes, [node.id for node in inputs], data)
    for node in inputs if len(inputs) == 1 else ():
        if shapes.get(node.id) != data.inputs:
            problems.append(
                Problem(
                    node.id,
                    Message("The data bring {came}, and {wanted} is expected here.",
                            came=shape_text(data.inputs), wanted=shape_text(shapes[node.id])),
                    Fix(Message("Set {node} to {shape}", node=node.id, shape=shape_text(data.inputs)),
                        (graph.changed(node.id, Input(shape=data.inputs)),)),
                )
            )  # fmt: skip
    for output in outputs:
        layer = graph[output].layer
        if isinstance(layer, Output) and layer.loss.classification and not data.classification:
            problems.append(
                Problem(
                    output,
                    Message("{loss} compares classes, and the targets of the data are measures.",
                            loss=Message(layer.loss.label)),
                    _ending_fix(graph, output, "mse", "linear") if graph.incoming(output) else None,
                )
            )  # fmt: skip
        if output in shapes and isinstance(layer, Output) and not layer.loss.accepts(data.targets, shapes[output]):
            problems.append(
                Problem(
                    output,
                    Message("The targets have shape {wanted}, and {came} arrives here.",
                            wanted=shape_text(data.targets), came=shape_text(shapes[output])),
                    _units_fix(graph, shapes, output, data.targets),
                )
            )  # fmt: skip
        elif _misses_classes(graph, output, data):
            problems.append(
                Problem(
                    output,
                    Message("The data have {count} classes of which one is right; "
                            "softmax and categorical cross-entropy suit them better.", count=data.targets[0]),
                    _ending_fix(graph, output, "categorical_crossentropy", "softmax"),
                    Severity.WARNING,
                )
            )  # fmt: skip
    return problems


def _uneven(shapes: Mapping[str, Shape], inputs: list[str], data: DataShape) -> list[Problem]:
    """Several Inputs share one row of features; its columns must come out even among them."""
    wanted = {node: shapes[node] for node in inputs}
    if deals(data.inputs, wanted):
        return []
    message = Message(
        "The data bring {came} into {nodes}, which take {wanted} numbers together. "
        "Several Inputs share one row of features in the order of their ids.",
        came=shape_text(data.inputs), nodes=" + ".join(inputs), wanted=sum(map(math.prod, wanted.values())),
    )  # fmt: skip
    return [Problem(inputs[-1], message)]


def _misses_classes(graph: Graph, output: str, data: DataShape) -> bool:
    """Whether one of several classes is right, and the loss is not made for that."""
    layer = graph[output].layer
    suits = layer.loss.suits if isinstance(layer, Output) else ()
    return data.classification and len(data.targets) == 1 and data.targets[0] > 1 and "softmax" not in suits


def _units_fix(graph: Graph, shapes: Mapping[str, Shape], output: str, targets: Shape) -> Fix | None:
    source = graph[graph.incoming(output)[0].source]
    if not isinstance(source.layer, Dense) or len(targets) != 1 or len(graph.outgoing(source.id)) > 1:
        return None
    if len(shapes[source.id]) > 1:
        _, edits = insert_on_edge(graph, graph.incoming(source.id)[0], Flatten())
        return Fix(Message("Insert {kind}", kind=Message(Flatten.label)), tuple(edits))
    return _field_fix(graph, source.id, "units", targets[0])
