"""Which layers can use one set of weights: those that declare the same arrays of the same shapes.

Each use is a wire of its own in the graph; the gradient of the weights is the sum over all uses. Running statistics are
not shared, since each place sees values of its own, and the order in which they would write is nobody's choice.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import Message, ShapeError
from engine.graph import Graph, Node
from engine.layers import WeightSpec
from engine.shapes import Shape, shape_text

Specs = tuple[WeightSpec, ...]


def misfit(node: Node, owner: Node, wanted: Specs, lent: Specs) -> Message | None:
    """Why a node that would declare `wanted` cannot use the arrays `lent` by their owner, or None if it can."""
    if node.layer != owner.layer:
        return Message(
            "{node} shares the weights of {owner} and is set otherwise. Both need the same settings.",
            node=node.id, owner=owner.id,
        )  # fmt: skip
    if not lent:
        return Message("{owner} has no weights that {node} could share.", node=node.id, owner=owner.id)
    if any(spec.state for spec in lent):
        return Message(
            "{node} cannot share the weights of {owner}: {kind} keeps running statistics of its own input.",
            node=node.id, owner=owner.id, kind=node.layer.name,
        )  # fmt: skip
    for here, there in zip(wanted, lent, strict=False):
        if here.shape != there.shape:
            return Message(
                "{node} shares the weights of {owner} and would need {name} as {wanted}. {owner} has {came}.",
                node=node.id, owner=owner.id, name=here.name,
                wanted=shape_text(here.shape), came=shape_text(there.shape),
            )  # fmt: skip
    return None


def lenders(graph: Graph, shapes: Mapping[str, Shape], specs: Mapping[str, Specs], node_id: str) -> list[str]:
    """The layers whose weights this one could use, by id: of its kind, and with arrays that fit what enters here."""
    found = []
    node, edges = graph[node_id], graph.incoming(node_id)
    for owner in graph:
        known = owner.id in specs and all(edge.source in shapes for edge in edges)
        if not known or type(owner.layer) is not type(node.layer) or owner.id == graph.owner(node_id):
            continue
        alike = Node(node_id, owner.layer)
        try:
            wanted = owner.layer.weights(*(shapes[edge.source] for edge in edges))
        except ShapeError:
            continue
        if misfit(alike, owner, wanted, specs[owner.id]) is None:
            found.append(owner.id)
    return found
