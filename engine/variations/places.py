"""Where in a network something is changed: layers by their fields, and by whether they make the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine import edits
from engine.graph import Graph
from engine.layers import Layer, Output

WIDTHS = ("units", "filters")
"""Fields that say how wide a layer is."""


def having(graph: Graph, field: str) -> dict[str, str]:
    """The layers with such a field."""
    return {node.id: field for node in graph if field in fields_of(node.layer)}


def fields_of(layer: Layer) -> Iterator[str]:
    return (field.name for field in layer.hyperparameters())


def set_fields(graph: Graph, fields: dict[str, dict[str, Any]]) -> None:
    """Other fields of these layers; those that share weights are declared alike."""
    for node, values in fields.items():
        for edit in edits.change(graph, node, graph[node].layer.replace(**values)):
            graph.apply(edit)


def answering(graph: Graph) -> set[str]:
    """The layers that make the answer: from each Output back to the first whose width is the answer's."""
    found = {node.id for node in graph if isinstance(node.layer, Output)}
    waiting = list(found)
    for node in waiting:
        sources = [edge.source for edge in graph.incoming(node) if edge.source not in found]
        found.update(sources)
        waiting += [source for source in sources if not any(name in WIDTHS for name in fields_of(graph[source].layer))]
    return found
