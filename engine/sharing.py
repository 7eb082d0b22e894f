"""Which layers can use one set of weights: those that declare the same arrays of the same shapes.

Each use is a wire of its own in the graph; the gradient of the weights is the sum over all uses. Running statistics are
not shared, since each place sees values of its own, and the order in which they would write is nobody's choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.errors import Message, ShapeError
from engine.graph import Graph, Node
from engine.layers import WeightSpec
from engine.shapes import Shape, shape_text

Specs = tuple[WeightSpec, ...]


def misfit(node: Node, owner: Node, wanted: Specs, lent: Specs) -> Message | None:
    """Why a node that would declare `wanted` cannot use the arrays `lent` by their owner, or None if it can."""
    if node.layer != owner.layer:
        return Message(
            "It shares the weights of {owner} and is set otherwise. Both need the same settings.", owner=owner.id
        )  # fmt: skip
    if not lent:
        return Message("{owner} has no weights to share.", owner=owner.id)
    if any(spec.state for spec in lent):
        return Message(
            "It cannot share the weights of {owner}: {kind} keeps running statistics of its own input.",
            owner=owner.id, kind=Message(node.layer.label),
        )  # fmt: skip
    for here, there in zip(wanted, lent, strict=False):
        if here.shape != there.shape:
            return Message(
                "It shares the weights of {owner} and would need {name} as {wanted}. {owner} has {came}.",
                owner=owner.id, name=here.name,
                wanted=shape_text(here.shape), came=shape_text(there.shape),
            )  # fmt: skip
    return None


def lenders(graph: Graph, shapes: Mapping[str, Shape], specs: Mapping[str, Specs], node_id: str) -> list[str]:
    """The layers whose weights this one could use, by id: of its kind, and with arrays that fit what enters here."""
    if node_id not in shapes:
        return []
    node, entering = graph[node_id], [shapes[edge.source] for edge in graph.incoming(node_id)]
    alike = (other for other in graph if type(other.layer) is type(node.layer) and other.id in specs)
    return [
        owner.id
        for owner in alike
        if owner.id != graph.owner(node_id) and _fits(replace(node, layer=owner.layer), owner, entering, specs)
    ]


def _fits(node: Node, owner: Node, entering: list[Shape], specs: Mapping[str, Specs]) -> bool:
    try:
        node.layer.output_shape(*entering)
        wanted = node.layer.weights(*entering)
    except ShapeError:
        return False
    return misfit(node, owner, wanted, specs[owner.id]) is None
