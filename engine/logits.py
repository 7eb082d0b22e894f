"""Which activation stands before a loss, and where both are computed as one, from logits."""

from __future__ import annotations

from collections.abc import Mapping

from engine.graph import Edge, Graph
from engine.layers import Output, Shape


def path_to_activation(graph: Graph, shapes: Mapping[str, Shape], edge: Edge) -> tuple[str, ...]:
    """The wire's source and, past layers that only reshape, the sources before it, to the one that has an activation.

    The source alone where there is none, or where its rows, over which a softmax was taken, do not arrive as they are.
    """
    path = [edge.source]
    while graph[path[-1]].layer.only_reshapes and (entering := graph.incoming(path[-1])):
        path.append(entering[0].source)
    activation = graph[path[-1]].layer.final_activation
    before, behind = (shapes.get(node, ())[-1:] for node in (path[-1], edge.source))
    arrives = activation is not None and (activation.elementwise or before == behind)
    return tuple(path) if arrives else (edge.source,)


def reads_logits(graph: Graph, shapes: Mapping[str, Shape], edge: Edge) -> bool:
    """Whether the loss behind this wire and the activation before it are computed as one.

    So they are where the wire ends at an Output, or at a layer that only reshapes, such as Flatten, and that has no
    other reader than such an Output; for a softmax the axis of the classes stays last and whole. A loss that comes
    after anything else, such as Dropout, is computed from probabilities, whose logarithm it holds above a floor.
    """
    target = graph[edge.target].layer
    if target.only_reshapes:
        behind = graph.outgoing(edge.target)
        return len(behind) == 1 and reads_logits(graph, shapes, behind[0])
    if not isinstance(target, Output):
        return False
    *between, source = path_to_activation(graph, shapes, edge)
    activation = graph[source].layer.final_activation
    alone = all(len(graph.outgoing(node)) == 1 for node in between)
    return activation is not None and activation.name == target.loss.fuses and alone
