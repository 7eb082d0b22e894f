"""Which shape leaves every layer, and what keeps the graph from running; never raises.

A half-drawn graph is the normal case: what is not drawn yet is told apart from what cannot work. Each problem belongs
to a node, says in one sentence what was expected and what came, and carries a fix where one can be applied. A sentence
calls a kind by its label, as the window does everywhere, and leaves out the id of its own node.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.data.preparation import Preparation
from engine.data_problems import data_problems, scaled_indices, split_problems, target_problems
from engine.edits import use_own_weights
from engine.errors import Message, ShapeError
from engine.fixes import remedy
from engine.graph import Edge, Graph
from engine.layers import Input, Output
from engine.loss_problems import loss_problems
from engine.memory import Footprint, fits, gigabytes, machine_memory
from engine.problems import Fix, Problem, Severity
from engine.shapes import DataShape, Shape
from engine.sharing import Specs, misfit

MAX_PARAMETERS = 100_000_000
"""Of one layer: with gradients and Adam's moments 1.6 GB in float32."""
MAX_VALUES = 10_000_000
"""In one sample of one layer's output."""

USUAL_BATCH = 32
"""Samples for which a drawn network's memory is estimated."""


@dataclass(frozen=True)
class Inference:
    """The shape that leaves each layer as far as it is known, parameter counts, and all problems, gravest first.

    What layers share counts at its owner; `specs` are the arrays of each layer that has its own.
    """

    shapes: Mapping[str, Shape] = field(default_factory=dict)
    specs: Mapping[str, Specs] = field(default_factory=dict)
    parameters: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    data_problems: tuple[Problem, ...] = ()
    """Those of the problems that the network would not have without its data."""
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
                problems.append(Problem(node_id, error.messages[0], remedy(graph, node_id, entering)))
    problems += _sharing_problems(graph, declared)
    footprints: dict[str, Footprint] = {}
    if all(problem.severity is Severity.WARNING for problem in problems):
        footprints = {node: _footprint(graph, shapes, node, _count(declared[node])) for node in shapes}
        problems += _beyond_memory(footprints)
    problems += _computed_indices(graph)
    problems += loss_problems(graph, shapes)
    by_data = tuple(data_problems(graph, shapes, data)) if data is not None else ()
    problems += by_data
    if preparation is not None and preparation.scaling != "none":
        problems += scaled_indices(graph, preparation)
    if preparation is not None and data is not None:
        problems += target_problems(graph, shapes, data, preparation)
        problems += split_problems(data, preparation)
    problems.sort(key=lambda problem: problem.severity.rank)
    specs = {node: weights for node, weights in declared.items() if graph.owner(node) == node}
    parameters = {node: _count(specs.get(node, ())) for node in shapes}
    return Inference(shapes, specs, parameters, tuple(problems), by_data, footprints)


def _missing_ends(graph: Graph) -> list[Problem]:
    missing = []
    if not len(graph):
        missing.append(Message("The canvas is empty. Drag an Input layer onto it to begin."))
    else:
        if not any(isinstance(node.layer, Input) for node in graph):
            missing.append(Message("There is no Input layer yet. Data need one to enter the network."))
        if not any(isinstance(node.layer, Output) for node in graph):
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
    problems: list[Problem] = []
    if not any(node.layer.takes_whole_numbers for node in graph):
        return problems
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
