"""What does not fit between the network's ends and the chosen data as they are prepared."""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.activations import ActivationFunction
from engine.data.preparation import Preparation
from engine.dealing import deals
from engine.errors import Message
from engine.fixes import activation_fix, ending_fix, units_fix
from engine.graph import Graph
from engine.layers import Input, Output
from engine.logits import path_to_activation
from engine.losses import Loss
from engine.problems import Fix, Problem, Severity
from engine.shapes import DataShape, Shape, shape_text

POSITIVE_ACTIVATIONS = ("relu", "sigmoid", "hard_sigmoid", "softplus", "softmax")
"""Those that never answer a number below 0."""


def data_problems(graph: Graph, shapes: Mapping[str, Shape], data: DataShape) -> list[Problem]:
    """What does not fit between the network's ends and the chosen data."""
    inputs = [node.id for node in graph if isinstance(node.layer, Input)]
    outputs = [node.id for node in graph if isinstance(node.layer, Output)]
    if len(outputs) > 1:
        return [Problem(outputs[1], Message("The chosen data have one output; this is one too many."))]
    if len(inputs) > 1:
        problems = _uneven(shapes, inputs, data)
    else:
        problems = [problem for node in inputs if (problem := _at_input(graph, shapes, node, data))]
    for output in outputs:
        found = _measures(graph, output, data), _at_output(graph, shapes, output, data)
        problems += [problem for problem in found if problem is not None]
    return problems


def _at_input(graph: Graph, shapes: Mapping[str, Shape], node: str, data: DataShape) -> Problem | None:
    if shapes.get(node) == data.inputs:
        return None
    came, wanted = shape_text(data.inputs), shape_text(shapes[node])
    message = Message("The data bring {came}, and {wanted} is expected here.", came=came, wanted=wanted)
    label = Message("Set {node} to {shape}", node=node, shape=came)
    return Problem(node, message, Fix(label, (graph.changed(node, Input(shape=data.inputs)),)))


def _measures(graph: Graph, output: str, data: DataShape) -> Problem | None:
    """A loss that compares classes, and data without."""
    loss = _loss(graph, output)
    if data.classification or not loss.classification:
        return None
    message = Message("{loss} compares classes, and the targets of the data are measures.", loss=Message(loss.label))
    fix = ending_fix(graph, output, "mse", "linear") if graph.incoming(output) else None
    return Problem(output, message, fix)


def _at_output(graph: Graph, shapes: Mapping[str, Shape], output: str, data: DataShape) -> Problem | None:
    """Targets of another shape than the network's answers, or classes for which the loss is not made."""
    if output not in shapes:
        return None
    if not _loss(graph, output).accepts(data.targets, shapes[output]):
        wanted, came = shape_text(data.targets), shape_text(shapes[output])
        message = Message("The targets have shape {wanted}, and {came} arrives here.", wanted=wanted, came=came)
        return Problem(output, message, units_fix(graph, shapes, output, data.targets))
    if _misses_classes(graph, output, data):
        message = Message(
            "The data have {count} classes of which one is right; "
            "softmax and categorical cross-entropy suit them better.",
            count=data.targets[0],
        )
        fix = ending_fix(graph, output, "categorical_crossentropy", "softmax")
        return Problem(output, message, fix, Severity.WARNING)
    if _is_unbounded(graph, shapes, output, data):
        message = Message(
            "The data have two classes, and what arrives here is not held between 0 and 1; "
            "sigmoid and binary cross-entropy suit them better."
        )
        fix = ending_fix(graph, output, "binary_crossentropy", "sigmoid")
        return Problem(output, message, fix, Severity.WARNING)
    return None


def _loss(graph: Graph, output: str) -> Loss:
    layer = graph[output].layer
    assert isinstance(layer, Output)
    return layer.loss


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
    several = data.classification and len(data.targets) == 1 and data.targets[0] > 1
    return several and "softmax" not in _loss(graph, output).suits


def _is_unbounded(graph: Graph, shapes: Mapping[str, Shape], output: str, data: DataShape) -> bool:
    """Whether one of two classes is right, and they are compared with what no activation bounds."""
    if not data.classification or data.targets != (1,) or _loss(graph, output).classification:
        return False
    activation = _last_activation(graph, shapes, output)
    return activation is None or activation.name == "linear"


def _last_activation(graph: Graph, shapes: Mapping[str, Shape], output: str) -> ActivationFunction | None:
    """What the answers at an output come through last."""
    edges = graph.incoming(output)
    return graph[path_to_activation(graph, shapes, edges[0])[-1]].layer.final_activation if edges else None


def target_problems(
    graph: Graph, shapes: Mapping[str, Shape], data: DataShape, preparation: Preparation
) -> list[Problem]:
    """Outputs that are to learn measures far from the size of what a network says, or cannot say those it learns."""
    outputs = [node.id for node in graph if isinstance(node.layer, Output)]
    if preparation.leaves_far(data):
        return [_far_targets(output, preparation) for output in outputs]
    if preparation.target_scaling != "standard" or data.classification:
        return []
    return [problem for output in outputs if (problem := _held_answers(graph, shapes, output)) is not None]


def _far_targets(output: str, preparation: Preparation) -> Problem:
    message = Message(
        "The targets are far from size 1, so the loss may explode or hardly move. Scaled, they are learned well, "
        "and predictions are still told in their own units."
    )
    fix = Fix(Message("Scale the targets"), preparation=preparation.with_targets_scaled())
    return Problem(output, message, fix, Severity.WARNING)


def _held_answers(graph: Graph, shapes: Mapping[str, Shape], output: str) -> Problem | None:
    """Targets on both sides of 0, and an activation that reaches only a part of them."""
    activation = _last_activation(graph, shapes, output)
    if activation is None or activation.name not in POSITIVE_ACTIVATIONS:
        return None
    message = Message(
        "The targets are scaled to lie around 0, and {activation} answers nothing below 0.",
        activation=Message(activation.label),
    )
    return Problem(output, message, activation_fix(graph, graph.incoming(output)[0], "linear"), Severity.WARNING)


def split_problems(data: DataShape, preparation: Preparation) -> list[Problem]:
    """A network that is judged by samples whose future it has learned from."""
    by_chance = preparation.split in ("random", "repeats_together")
    if not data.in_time or not by_chance or not (preparation.validation or preparation.test):
        return []
    message = Message(
        "The data follow each other in time and are split at random: the network also learns from what comes after "
        "the samples that judge it, so it looks better than it is."
    )
    fix = Fix(Message("Split in order"), preparation=preparation.replace(split="in_order"))
    return [Problem("", message, fix, Severity.WARNING)]


def scaled_indices(graph: Graph, preparation: Preparation) -> list[Problem]:
    """Layers that take whole numbers from data that are scaled, and so are none any more."""
    message = Message("It takes whole numbers, and the data are scaled before they enter.")
    label = Message("Set {field} to {value}", field=Message("Scaling"), value=Message("none"))
    fix = Fix(label, preparation=preparation.replace(scaling="none"))
    entered = {reached for node in graph if isinstance(node.layer, Input) for reached in graph.unchanged(node.id)}
    return [Problem(node, message, fix) for node in sorted(entered) if graph[node].layer.takes_whole_numbers]
