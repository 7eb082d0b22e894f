"""Another kind of layer in the place of one: what fits stays, and what does not is told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.edits import bequeath
from engine.errors import HyperparameterError
from engine.graph import Edge, Edit, Graph, RemoveEdge, SetNode
from engine.hyperparameters import Hyperparameter
from engine.layers import Layer


@dataclass(frozen=True)
class Replacement:
    """The edits, and what they cannot keep: hyperparameters that people had set, and wires."""

    layer: Layer
    edits: tuple[Edit, ...]
    lost_fields: tuple[Hyperparameter, ...]
    lost_wires: tuple[Edge, ...]


def replace_kind(graph: Graph, node_id: str, wanted: Layer) -> Replacement:
    """Another kind under the same id, with its title, tag, place and group.

    Hyperparameters that were set go over by name where the other kind takes their values, wires where it has ports
    for them. Whoever shares weights keeps them; the new layer has its own.
    """
    node = graph[node_id]
    layer, lost = carried_over(node.layer, wanted)
    wires = tuple(edge for edge in graph.incoming(node_id) if not layer.accepts_port(edge.port))
    wires += () if layer.has_output else graph.outgoing(node_id)
    after = replace(node, layer=layer, shares=None)
    edits = (
        *(RemoveEdge(edge) for edge in wires),
        *bequeath(graph, node_id, {node_id}),
        SetNode(node, after),
    )
    return Replacement(layer, edits, lost, wires)


def carried_over(before: Layer, wanted: Layer) -> tuple[Layer, tuple[Hyperparameter, ...]]:
    """The wanted layer with what was set before; also the fields whose values it cannot take."""
    names = {field.name for field in wanted.hyperparameters()}
    lost = []
    for field in before.hyperparameters():
        value = getattr(before, field.name)
        if not field.required and value == field.initial:
            continue
        if field.name not in names:
            lost.append(field)
            continue
        try:
            wanted = wanted.replace(**{field.name: value})
        except HyperparameterError:
            lost.append(field)
    return wanted, tuple(lost)
