"""The arrays of a layer as sections of pictures, and what a cell of them is called."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from engine.layers import Layer
from engine.layers.recurrent import Recurrent
from engine.tiles import Tiles
from engine.weight_tiles import WeightLook
from gui.i18n import grouped
from gui.plots.insides.mosaic_layout import Section, Spot
from gui.plots.insides.scales import SteadyScales
from gui.spot import gate_label

SEPARATOR = " \N{MIDDLE DOT} "


def weight_sections(look: WeightLook, layer: Layer, name: str, scales: SteadyScales) -> list[Section]:
    """One for each array; `name` is what the layer is called where several are shown."""
    return [
        Section(
            key=f"{look.node}.{array}",
            title=f"{name}{SEPARATOR}{array}" if name else array,
            tiles=tiles,
            reach=scales.follow(f"{look.node}.{array}", tiles.reach),
            note=reduction(tiles),
            names=_numbers(tiles),
            rows=look.inputs if _names_rows(look, array, tiles) else (),
            groups=_gates(layer, tiles),
        )
        for array, tiles in look.arrays.items()
    ]


def _numbers(tiles: Tiles) -> tuple[str, ...]:
    """ "2 · 1" for the first channel of the second filter; an axis along which there is one only says nothing."""
    told = [place for place, (_, count) in enumerate(tiles.axes) if count > 1] or [0]
    if not tiles.axes:
        return ()
    return tuple(
        SEPARATOR.join(str(tiles.index(tile)[place] + 1) for place in told) for tile in range(len(tiles.values))
    )


def _names_rows(look: WeightLook, array: str, tiles: Tiles) -> bool:
    """Whether the columns of the data stand beside the rows."""
    if tiles.axes or tiles.block != (1, 1) or not array.endswith("kernel") or array.endswith("recurrent_kernel"):
        return False
    return len(look.inputs) == tiles.sides[0]


def _gates(layer: Layer, tiles: Tiles) -> tuple[str, ...]:
    """What equal shares of the columns are, in a layer that makes several sums a step."""
    several = isinstance(layer, Recurrent) and layer.gates > 1 and tiles.sides[1] == layer.gates * layer.units
    return tuple(gate_label(gate) for gate in layer.gate_names) if several and isinstance(layer, Recurrent) else ()


def reduction(tiles: Tiles) -> str:
    """What of an array is not shown as it is; empty where all is."""
    told, (high, wide), shown = [], tiles.block, len(tiles.values)
    if shown < tiles.total:
        text = QCoreApplication.translate("Insides", "the first {shown} of {total}")
        told.append(text.format(shown=grouped(shown), total=grouped(tiles.total)))
    if (high, wide) != (1, 1):
        text = QCoreApplication.translate("Insides", "a cell shows the largest of {rows} × {columns}")
        told.append(text.format(rows=high, columns=wide))
    return SEPARATOR.join(told)


def axis_names() -> Mapping[str, str]:
    """What pictures are numbered by, in the window's language."""
    return {
        "filter": QCoreApplication.translate("Insides", "filter {number}"),
        "channel": QCoreApplication.translate("Insides", "channel {number}"),
        "unit": QCoreApplication.translate("Insides", "unit {number}"),
        "row": QCoreApplication.translate("Insides", "row {number}"),
        "column": QCoreApplication.translate("Insides", "column {number}"),
        "step": QCoreApplication.translate("Insides", "step {number}"),
        "input": QCoreApplication.translate("Insides", "input {number}"),
        "state": QCoreApplication.translate("Insides", "state {number}"),
    }


def numbered(axis: str, numbers: range) -> str:
    """ "row 3", or "row 5–8" where a cell stands for several."""
    first, last = numbers[0] + 1, numbers[-1] + 1
    return axis_names()[axis].format(number=f"{first}" if first == last else f"{first}\N{EN DASH}{last}")


def weight_words(section: Section, spot: Spot, layer: Layer) -> str:
    """Which weight a cell is, in words: "petal length, unit 3"."""
    tiles, array = section.tiles, section.key.rpartition(".")[2]
    rows, columns = tiles.span(spot.row, spot.column)
    if tiles.axes:
        parts = [
            numbered(axis, range(k, k + 1)) for (axis, _), k in zip(tiles.axes, tiles.index(spot.tile), strict=True)
        ]
        return ", ".join([*parts, numbered("row", rows), numbered("column", columns)])
    column = _column(section, columns, layer)
    if tiles.sides[0] == 1 and not array.endswith("kernel"):
        return column
    if section.rows:
        return f"{section.rows[spot.row]}, {column}"
    return f"{numbered('state' if array.endswith('recurrent_kernel') else 'input', rows)}, {column}"


def _column(section: Section, columns: range, layer: Layer) -> str:
    if not section.groups or not isinstance(layer, Recurrent):
        return numbered("unit", columns)
    gate, first = divmod(columns[0], layer.units)
    return f"{section.groups[gate]}, {numbered('unit', range(first, first + len(columns)))}"
