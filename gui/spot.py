"""One number inside a layer that somebody points at, a weight or what leaves a unit; and how it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from engine.graph import Graph
from engine.layer_probe import LayerLook
from engine.layers.recurrent import Recurrent
from engine.probes import Surface
from gui import names
from gui.i18n import measure, number
from gui.quantities import Fill, entering_values, output_values

Array = NDArray[np.floating]

OUTPUT = ""
"""The name of what leaves a layer, beside its weights' names."""
SYMBOLS = {
    OUTPUT: "a",
    "kernel": "w",
    "recurrent_kernel": "u",
    "bias": "b",
    "embeddings": "e",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "moving_mean": "μ",
    "moving_variance": "σ²",
}
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


def gate_label(gate: str) -> str:
    """ "f · forget gate": a gate by its letter, behind which an arrow may stand; any other name as it is."""
    gates = {
        "i": QCoreApplication.translate("Spot", "input gate"),
        "f": QCoreApplication.translate("Spot", "forget gate"),
        "c": QCoreApplication.translate("Spot", "candidate"),
        "o": QCoreApplication.translate("Spot", "output gate"),
        "z": QCoreApplication.translate("Spot", "update gate"),
        "r": QCoreApplication.translate("Spot", "reset gate"),
        "h": QCoreApplication.translate("Spot", "candidate"),
    }
    letter, space, arrow = gate.partition(" ")
    return f"{letter}{SEPARATOR}{gates[letter]}{space}{arrow}" if letter in gates else gate


def gate_place(spot: Spot, graph: Graph) -> str:
    """Which gate and unit a weight of a recurrent layer belongs to; empty for all else and where there is one gate."""
    layer = graph[spot.node].layer if spot.node in graph else None
    if not isinstance(layer, Recurrent) or len(layer.gate_names) == 1 or spot.name == OUTPUT:
        return ""
    gate, unit = divmod(spot.index[-1], layer.units)
    if gate >= len(layer.gate_names):
        return ""
    text = QCoreApplication.translate("Spot", "{gate}, unit {unit}")
    return text.format(gate=gate_label(layer.gate_names[gate]), unit=unit + 1)


def sentence(spot: Spot, look: LayerLook | None, updates: Array, fill: Fill, graph: Graph) -> str:
    """Name and number with the first of the terms, the others, a unit's formula or a weight's gate, and its picture."""
    head = f"{title(spot, graph)} = {value_text(spot, look, fill)}"
    told = terms(spot, look, updates, fill) if look is not None else []
    lines = (
        SEPARATOR.join([head, *told[:1]]),
        SEPARATOR.join(told[1:]),
        formula(spot, graph),
        gate_place(spot, graph),
        picture_text(spot, look.surface) if look is not None and look.surface is not None else "",
    )
    return "\n".join(line for line in lines if line)


def picture_text(spot: Spot, surface: Surface) -> str:
    """Between which values the picture of a unit lies, and where they are; empty where there is none."""
    if spot.name != OUTPUT or len(spot.index) != 1 or spot.index[0] >= surface.values.shape[2]:
        return ""
    values = surface.values[:, :, spot.index[0]]
    if not np.isfinite(values).all():
        return QCoreApplication.translate("Spot", "over the plane not finite everywhere")
    low, high = (np.unravel_index(place, values.shape) for place in (values.argmin(), values.argmax()))
    text = QCoreApplication.translate("Spot", "over the plane from {low} at ({low_at}) to {high} at ({high_at})")
    return text.format(low=number(float(values[low]), DIGITS), high=number(float(values[high]), DIGITS),
                       low_at=_place(surface, low), high_at=_place(surface, high))  # fmt: skip


def _place(surface: Surface, cell: Sequence[Any]) -> str:
    row, column = cell
    return ", ".join(measure(middle, DIGITS) for middle in surface.place(int(row), int(column)))


def _unit_terms(spot: Spot, look: LayerLook) -> list[str]:
    biases = look.weights.get("bias")
    if biases is None or look.output is None or biases.shape != look.output.mean.shape:
        return []  # gates have biases of their own
    bias = _at(biases, spot.index)
    return [] if bias is None else [f"{_subscripted('b', spot.index[0])} = {number(bias, DIGITS)}"]


def _subscripted(symbol: str, place: int) -> str:
    return symbol + str(place + 1).translate(SUBSCRIPTS)


def _at(array: Array | None, index: tuple[int, ...]) -> float | None:
    """An entry, or None where there is no such array or it has another form by now."""
    if array is None or array.ndim != len(index) or any(k >= side for k, side in zip(index, array.shape, strict=True)):
        return None
    return float(array[index])
