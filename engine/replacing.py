"""Another kind of layer in the place of one: what fits stays, and what does not is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.edits import bequeath
from engine.errors import HyperparameterError
from engine.graph import Edge, Edit, Graph, RemoveEdge, SetId, SetNode, snake_case
from engine.hyperparameters import Hyperparameter
from engine.layers import Layer


@dataclass(frozen=True)
class Replacement:
    """The new layer and its id, the edits, and what they cannot keep: hyperparameters that were set, and wires."""

    node_id: str
    layer: Layer
    edits: tuple[Edit, ...]
    lost_fields: tuple[Hyperparameter, ...]
    lost_wires: tuple[Edge, ...]


def replace_kind(graph: Graph, node_id: str, wanted: Layer) -> Replacement:
    """Another kind in the same place, with the title, the tag and the group; an id that names the old kind goes too.

    Hyperparameters that were set go over by name where the other kind takes their values, wires where it has ports
    for them. Whoever shares weights keeps them; the new layer has its own.
    """
    node = graph[node_id]
    renamed = not wanted.same_kind(node.layer) and _is_automatic(node_id, type(node.layer))
    new_id = graph.fresh_id(type(wanted)) if renamed else node_id
    layer, lost = carried_over(node.layer, wanted)
    wires = tuple(edge for edge in graph.incoming(node_id) if not layer.accepts_port(edge.port))
    wires += () if layer.has_output else graph.outgoing(node_id)
    after = replace(node, layer=layer, shares=None)
    edits = (
        *(RemoveEdge(edge) for edge in wires),
        *bequeath(graph, node_id, {node_id}),
        SetNode(node, after),
        *([SetId(node_id, new_id)] if renamed else []),
    )
    return Replacement(new_id, layer, edits, lost, wires)


def could_replace(graph: Graph, node_id: str, kind: type[Layer]) -> bool:
    """Whether people may want this kind there: not the same one, and no end of the network where it goes on."""
    begins, ends = not kind.ports, not kind.has_output
    return (
        kind is not type(graph[node_id].layer)
        and not (begins and graph.incoming(node_id))
        and not (ends and graph.outgoing(node_id))
    )


def _is_automatic(node_id: str, kind: type[Layer]) -> bool:
    """Whether an id is one that `Graph.fresh_id` gives to a layer of this kind, and not one that people chose."""
    return re.fullmatch(rf"{re.escape(snake_case(kind.name))}_\d+", node_id) is not None


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
