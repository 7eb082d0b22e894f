"""The changes that the coach offers: other training settings, another way for weights to begin, other activations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engine.diagnosis.evidence import Evidence
from engine.edits import change
from engine.errors import Message
from engine.fitting import fit_to_data
from engine.fixes import activation_label
from engine.graph import Edit, Graph
from engine.initializers import Initializer
from engine.layers import Layer
from engine.numerals import Number
from engine.optimizers import Optimizer
from engine.problems import Fix

SCALED = ("glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform", "lecun_normal", "orthogonal")
"""Initializers that fit the size of weights to that of their layer, so that signals keep theirs."""


ABSURD = 10_000.0
"""So many times the rate with which an optimiser comes, or that part of it, is beyond all that work."""


def rate_fix(evidence: Evidence, factor: float) -> Fix:
    """Another learning rate, so many times as large as now, in two digits; where that one is absurd the usual one."""
    optimizer = evidence.training.optimizer
    usual = type(optimizer)().learning_rate
    rate = usual if absurd_rate(optimizer) else float(f"{optimizer.learning_rate * factor:.2g}")
    return training_fix(evidence, "Learning rate", Number(rate, 6), optimizer=optimizer.replace(learning_rate=rate))


def absurd_rate(optimizer: Optimizer) -> bool:
    """Whether the learning rate is so far from the usual one that ten times as much or as little leads nowhere."""
    times = optimizer.learning_rate / type(optimizer)().learning_rate
    return not 1 / ABSURD <= times <= ABSURD


def training_fix(evidence: Evidence, label: str, value: Any, **fields: Any) -> Fix:
    """Other training settings; `label` and `value` say which."""
    told = Message("Set {field} to {value}", field=Message(label), value=value)
    return Fix(told, training=evidence.training.replace(**fields))


def activation_fix_of(graph: Graph, nodes: Iterable[str], wanted: str) -> Fix:
    """Another activation in all these layers."""
    chosen = list(nodes)
    layers = {node: graph[node].layer for node in chosen}
    edits = _edits(graph, {node: layer.replace(**{layer.activation_field: wanted}) for node, layer in layers.items()})
    return Fix(_of(chosen, activation_label(wanted)), edits)


def beginning_fix(graph: Graph, nodes: Iterable[str]) -> Fix:
    """Weights that begin as suits each layer's activation: He's rule before a ReLU, Glorot's before others."""
    chosen = list(nodes)
    edits = _edits(graph, {node: graph[node].layer.replace(kernel_initializer=_rule(graph, node)) for node in chosen})
    return Fix(_of(chosen, Message(Initializer.kinds()[_rule(graph, chosen[0])].label)), edits)


def ignoring_fix(evidence: Evidence, feature: str) -> Fix | None:
    """The data without the column of which a feature is made, where columns can be left out, and a network for them."""
    if evidence.source is None or (left := evidence.source.without(feature)) is None:
        return None
    column, data = left
    edits = fit_to_data(evidence.graph, evidence.preparation.shape(data.shape))
    return Fix(Message("Ignore the column {name}", name=column), tuple(edits), data)


def badly_begun(graph: Graph, nodes: Iterable[str]) -> list[str]:
    """Those of the layers whose weights begin in a size that does not heed how many there are."""
    return [
        node
        for node in nodes
        if (initializer := getattr(graph[node].layer, "kernel_initializer", None)) is not None
        and initializer.name not in SCALED
    ]


def _rule(graph: Graph, node: str) -> str:
    layer = graph[node].layer
    activation = layer.final_activation
    if activation is None or activation.name == "linear":  # perhaps a layer of its own applies it
        behind = [graph[edge.target].layer.final_activation for edge in graph.outgoing(node)]
        activation = next((each for each in behind if each is not None), activation)
    return "he_uniform" if activation is not None and "relu" in activation.name else "glorot_uniform"


def _of(nodes: list[str], wanted: Message) -> Message:
    if len(nodes) == 1:
        return Message("Set {node} to {wanted}", node=nodes[0], wanted=wanted)
    return Message("Set {count} layers to {wanted}", count=len(nodes), wanted=wanted)


def _edits(graph: Graph, layers: dict[str, Layer]) -> tuple[Edit, ...]:
    return tuple(edit for node, layer in layers.items() for edit in change(graph, node, layer))
