"""What does not go together at an Output: the loss, the activation before it, and the weights of classes."""

from __future__ import annotations

from collections.abc import Mapping

from engine.class_weights import NoClassWeights
from engine.errors import Message
from engine.fixes import activation_fix, activation_label, ending_fix
from engine.graph import Graph
from engine.layers import Output
from engine.logits import path_to_activation
from engine.problems import Fix, Problem, Severity
from engine.shapes import Shape


def loss_problems(graph: Graph, shapes: Mapping[str, Shape]) -> list[Problem]:
    """What is wrong at the Outputs, whatever the data."""
    problems = []
    for node in graph:
        if isinstance(node.layer, Output):
            found = _unsuitable_loss(graph, shapes, node.id) or _lonely_softmax(graph, shapes, node.id)
            problems += [each for each in (found, _weights_without_classes(graph, node.id)) if each is not None]
    return problems


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
        loss=Message(layer.loss.label), wanted=activation_label(wanted), node=source.id, came=Message(came),
    )  # fmt: skip
    return Problem(output, message, activation_fix(graph, edges[0], wanted))


def _lonely_softmax(graph: Graph, shapes: Mapping[str, Shape], output: str) -> Problem | None:
    """A softmax over one unit is 1 whatever it sees, so nothing can be learned."""
    layer, edges = graph[output].layer, graph.incoming(output)
    if not isinstance(layer, Output) or not edges or "softmax" not in layer.loss.suits:
        return None
    if shapes.get(edges[0].source, ())[-1:] != (1,):
        return None
    message = Message("{node} has one unit, and a softmax over one unit is always 1.", node=edges[0].source)
    fix = ending_fix(graph, output, "binary_crossentropy", "sigmoid")
    return Problem(output, message, fix, Severity.WARNING)


def _weights_without_classes(graph: Graph, output: str) -> Problem | None:
    """Class weights beside a loss that compares measures would have no class to weigh."""
    layer = graph[output].layer
    if not isinstance(layer, Output) or layer.loss.classification or isinstance(layer.class_weights, NoClassWeights):
        return None
    message = Message("It weighs classes, and {loss} compares measures.", loss=Message(layer.loss.label))
    label = Message("Set {node} to {wanted}", node=output, wanted=Message(NoClassWeights.label))
    return Problem(output, message, Fix(label, (graph.changed(output, layer.replace(class_weights="none")),)))
