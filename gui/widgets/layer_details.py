"""What there is to say about one layer beside its fields: shapes, parameters and formulas."""

from __future__ import annotations

from engine.graph import Graph
from engine.hyperparameters import Configurable
from engine.inference import Inference
from engine.layers import Layer, Shape, shape_text

UNKNOWN = "?"


def shapes_text(graph: Graph, inference: Inference, node_id: str) -> str:
    """ "(2) → (6)": what enters, by port, and what leaves; a question mark where it is not known yet."""
    layer = graph[node_id].layer
    entering = [_bracketed(inference.edge_shape(edge)) for edge in graph.incoming(node_id)]
    if layer.ports and not entering:
        entering = [UNKNOWN]
    leaving = [_bracketed(inference.shapes.get(node_id))] if layer.has_output else []
    return " → ".join(part for part in (" + ".join(entering), *leaving) if part)


def formulas(layer: Layer) -> list[tuple[str, bool]]:
    """The layer's formula and those of the kinds that its card names, each with whether it stands back."""
    found = [(layer.formula, False)]
    for field in layer.hyperparameters():
        value = getattr(layer, field.name)
        if field.headline and isinstance(value, Configurable):
            found += [(value.formula, True), (getattr(value, "derivative", ""), True)]
    return [(latex, muted) for latex, muted in found if latex]


def _bracketed(shape: Shape | None) -> str:
    return f"({shape_text(shape)})" if shape is not None else UNKNOWN
