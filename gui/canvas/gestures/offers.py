"""Where a wire that is being drawn may end: the answer of `Graph.refusal` for the whole graph at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from engine.graph import Edge, Graph, RemoveEdge
from engine.inference import Inference, infer_shapes
from gui.document import Document


def targets(graph: Graph, source: str) -> dict[str, int]:
    """The nodes that a wire from `source` may enter, each with its first free port."""
    if not graph[source].layer.has_output:
        return {}
    barred = _reached(source, lambda node: (edge.source for edge in graph.incoming(node)))
    ports = ((node.id, graph.free_port(node.id)) for node in graph if node.id not in barred)
    return {node_id: port for node_id, port in ports if port is not None}


def sources(graph: Graph, target: str, port: int) -> set[str]:
    """The nodes from which a wire may come to this port."""
    taken = any(edge.port == port for edge in graph.incoming(target))
    if taken or not graph[target].layer.accepts_port(port):
        return set()
    barred = _reached(target, lambda node: (edge.target for edge in graph.outgoing(node)))
    return {node.id for node in graph if node.layer.has_output and node.id not in barred}


def graph_without(document: Document, edge: Edge | None) -> tuple[Graph, Inference]:
    """The document's graph as it would be without a wire, and what is known of it."""
    if edge is None:
        return document.graph, document.inference
    graph = document.graph.copy()
    graph.apply(RemoveEdge(edge))
    return graph, infer_shapes(graph)


def landing_port(graph: Graph, target: str) -> int:
    """The port that a wire dropped on a card means: the free one, else the last, so that its refusal can be told."""
    free = graph.free_port(target)
    return free if free is not None else max((edge.port for edge in graph.incoming(target)), default=0)


def wire(graph: Graph, source: str, target: str) -> Edge:
    """The wire that a drop on the target's card would make."""
    return Edge(source, target, landing_port(graph, target))


def _reached(start: str, neighbours: Callable[[str], Iterable[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for node in neighbours(waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found
