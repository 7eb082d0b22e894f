"""One number inside a layer that somebody points at, a weight or what leaves a unit; and how it is told."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.graph import Graph
from engine.layer_probe import LayerLook
from gui import names
from gui.i18n import number
from gui.quantities import Fill, entering_values, output_values

Array = NDArray[np.floating]

OUTPUT = ""
"""The name of what leaves a layer, beside its weights' names."""
SYMBOLS = {OUTPUT: "a", "kernel": "w", "recurrent_kernel": "u", "bias": "b", "embeddings": "e"}
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SEPARATOR = " \N{MIDDLE DOT} "
DIGITS = 3


@dataclass(frozen=True)
class Spot:
    """The entry `index` of the array `name` of a layer; OUTPUT is what leaves it."""

    node: str
    name: str
    index: tuple[int, ...]

    @property
    def symbol(self) -> str:
        """ "w₃,₁": subscripts count from one, as formulas do."""
        places = ",".join(str(place + 1) for place in self.index)
        return SYMBOLS.get(self.name, self.name) + places.translate(SUBSCRIPTS)

    def value(self, look: LayerLook, fill: Fill) -> float | None:
        """The number itself, if there is one."""
        return _at(output_values(look, fill) if self.name == OUTPUT else look.weights.get(self.name), self.index)


def title(spot: Spot, graph: Graph) -> str:
    """ "w₃,₁ of dense_1"."""
    called = names.name_of(graph, spot.node)
    return QCoreApplication.translate("Spot", "{symbol} of {node}").format(symbol=spot.symbol, node=called)


def value_text(spot: Spot, look: LayerLook | None, fill: Fill) -> str:
    """The number for the eye; a dash where it is not known."""
    value = None if look is None else spot.value(look, fill)
    return number(float("nan") if value is None else value, DIGITS)


def terms(spot: Spot, look: LayerLook, updates: Array, fill: Fill) -> list[str]:
    """What belongs to the number: the activation that it meets and its gradient, or how a unit computes it."""
    if spot.name == OUTPUT:
        return _unit_terms(spot, look)
    told = []
    entering = entering_values(look, fill)
    if spot.name == "kernel" and len(spot.index) > 1 and entering is not None and spot.index[-2] < len(entering):
        told.append(f"{_subscripted('a', spot.index[-2])} = {number(float(entering[spot.index[-2]]), DIGITS)}")
    if not updates.size:  # no step yet, so no gradient either
        return told
    if (gradient := _at(look.gradients.get(spot.name), spot.index)) is not None:
        text = QCoreApplication.translate("Spot", "gradient {value}")
        told.append(text.format(value=number(gradient, DIGITS)))
    if (update := _at(look.part(updates, spot.name), spot.index)) is not None:
        text = QCoreApplication.translate("Spot", "last update {value}")
        told.append(text.format(value=number(update, DIGITS)))
    return told


def formula(spot: Spot, graph: Graph) -> str:
    """How a unit of a dense layer comes by its value: "a₂ = tanh(Σ w x + b₂)"; empty for all else."""
    layer = graph[spot.node].layer if spot.node in graph else None
    activation = layer.final_activation if layer is not None else None
    if spot.name != OUTPUT or len(spot.index) != 1 or activation is None or not hasattr(layer, "units"):
        return ""
    unit = spot.index[0]
    bias = f" + {_subscripted('b', unit)}" if getattr(layer, "use_bias", False) else ""
    inner = f"\N{GREEK CAPITAL LETTER SIGMA} w\N{MIDDLE DOT},{_subscripted('', unit)} x{bias}"
    return f"{spot.symbol} = {activation.name}({inner})" if activation.name != "linear" else f"{spot.symbol} = {inner}"


def sentence(spot: Spot, look: LayerLook | None, updates: Array, fill: Fill, graph: Graph) -> str:
    """Name and number with the first of the terms, then the others, and for a unit its formula: up to three lines."""
    head = f"{title(spot, graph)} = {value_text(spot, look, fill)}"
    told = terms(spot, look, updates, fill) if look is not None else []
    lines = SEPARATOR.join([head, *told[:1]]), SEPARATOR.join(told[1:]), formula(spot, graph)
    return "\n".join(line for line in lines if line)


def _unit_terms(spot: Spot, look: LayerLook) -> list[str]:
    bias = _at(look.weights.get("bias"), spot.index)
    return [] if bias is None else [f"{_subscripted('b', spot.index[0])} = {number(bias, DIGITS)}"]


def _subscripted(symbol: str, place: int) -> str:
    return symbol + str(place + 1).translate(SUBSCRIPTS)


def _at(array: Array | None, index: tuple[int, ...]) -> float | None:
    """An entry, or None where there is no such array or it has another form by now."""
    if array is None or array.ndim != len(index) or any(k >= side for k, side in zip(index, array.shape, strict=True)):
        return None
    return float(array[index])
