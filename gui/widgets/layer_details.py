"""What there is to say about one layer beside its fields: shapes, parameters and formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from engine.constraints import Constraint
from engine.graph import Graph
from engine.hyperparameters import Configurable
from engine.inference import Inference
from engine.layers import Layer, Shape, shape_text
from engine.regularizers import Regularizer
from engine.symbols import legend
from gui.i18n import words

UNKNOWN = "?"


@dataclass(frozen=True)
class ShownFormula:
    """A formula in LaTeX, whether it stands back, and what its letters mean as far as that has not been said."""

    latex: str
    muted: bool
    legend: str


def shapes_text(graph: Graph, inference: Inference, node_id: str) -> str:
    """ "(2) → (6)": what enters, by port, and what leaves; a question mark where it is not known yet."""
    layer = graph[node_id].layer
    entering = [_bracketed(inference.edge_shape(edge)) for edge in graph.incoming(node_id)]
    if layer.ports and not entering:
        entering = [UNKNOWN]
    leaving = [_bracketed(inference.shapes.get(node_id))] if layer.has_output else []
    return " → ".join(part for part in (" + ".join(entering), *leaving) if part)


def idle_fields(layer: Layer) -> list[str]:
    """What is chosen for the weights and does nothing while the layer is frozen."""
    if getattr(layer, "trainable", True):
        return []
    fields = (field for field in layer.hyperparameters() if field.kind in (Regularizer, Constraint))
    return [words(field.label) for field in fields if getattr(layer, field.name) != field.kind.resolve("none")]


def formulas(layer: Layer) -> list[ShownFormula]:
    """The layer's formula and those of the kinds that its card names, with what their letters mean."""
    values = (getattr(layer, field.name) for field in layer.hyperparameters() if field.headline)
    shown: list[ShownFormula] = []
    told: dict[str, str] = {}
    for kind in (layer, *(value for value in values if isinstance(value, Configurable))):
        lines = [line for latex in (kind.formula, getattr(kind, "derivative", "")) for line in formula_lines(latex)]
        meanings = legend(" ".join(lines), kind.symbols)
        new = {letter: meaning for letter, meaning in meanings.items() if told.get(letter) != meaning}
        told |= meanings
        for latex in lines:
            last = latex is lines[-1]
            shown.append(ShownFormula(latex, kind is not layer, legend_text(new) if last else ""))
    return shown


def formula_lines(latex: str) -> list[str]:
    """The equations of a formula that stand side by side, which on a narrow panel stand one below the other."""
    return [line for line in re.split(r",\s*\\(?:;|quad)\s*", latex) if line]


def legend_text(meanings: Mapping[str, str]) -> str:
    """ "x: input · W: weights", in rich text; letters that mean the same stand together."""
    together: dict[str, list[str]] = {}
    for letter, meaning in meanings.items():
        together.setdefault(meaning, []).append(letter)
    told = (f"<i>{', '.join(letters)}</i>: {escape(words(meaning))}" for meaning, letters in together.items())
    return " \N{MIDDLE DOT} ".join(told)


def _bracketed(shape: Shape | None) -> str:
    return f"({shape_text(shape)})" if shape is not None else UNKNOWN
