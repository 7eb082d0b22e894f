"""One part of a drawing whose boxes wires join, laid out in ranks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.annotations import Point
from engine.layout.coordinates import coordinates
from engine.layout.layers import Layers
from engine.layout.order import fewest_crossings
from engine.layout.plane import GRID, Places
from engine.layout.ranks import ranks

RANK_GAP = 56.0
"""Between the cards of two ranks, where wires turn and shapes are written."""
CARD_GAP = 40.0
"""Between two cards of one rank."""
BEND_GAP = 32.0
"""Between a wire that passes and a card beside it."""
WIRE_GAP = 16.0
"""Between two wires that pass."""


@dataclass(frozen=True)
class Wire:
    """A connection of two boxes; `port` orders those that enter one box, from 0 to below 1."""

    source: str
    target: str
    port: float


def flat(boxes: Sequence[str], sizes: Mapping[str, Point], wires: Sequence[Wire]) -> Places:
    """The middle of each box, on the grid, from the first corner of all.

    Wires against the order of the boxes, as between groups that feed each other, count as if they led forward.
    """
    number = {box: vertex for vertex, box in enumerate(boxes)}
    arcs = []
    for wire in wires:
        source, target = number[wire.source], number[wire.target]
        arcs.append((source, target, wire.port) if source < target else (target, source, 0.0))
    rank = ranks(len(boxes), [(source, target) for source, target, _ in arcs])
    layers = Layers(rank, arcs)
    breadths = [sizes[box][1] for box in boxes]
    order = fewest_crossings(layers)
    across = coordinates(layers, order, lambda one, other: _apart(layers, breadths, one, other))
    top = min(across[vertex] - breadths[vertex] / 2 for vertex in range(len(boxes)))
    along = _columns([max(sizes[boxes[v]][0] for v in layer if not layers.is_bend(v)) for layer in order])
    return {box: (along[rank[v]], math.floor((across[v] - top) / GRID + 0.5) * GRID) for box, v in number.items()}


def _apart(layers: Layers, breadths: Sequence[float], one: int, other: int) -> float:
    """From the middle of one vertex to that of the next, on the grid, so that rounding later keeps them apart."""
    halves = sum(breadths[vertex] / 2 for vertex in (one, other) if not layers.is_bend(vertex))
    bends = sum(map(layers.is_bend, (one, other)))
    return math.ceil((halves + (CARD_GAP, BEND_GAP, WIRE_GAP)[bends]) / GRID) * GRID


def _columns(lengths: Sequence[float]) -> list[float]:
    """The middle of each rank, given how long its cards are."""
    middles, start = [], 0.0
    for length in lengths:
        middles.append(math.floor((start + length / 2) / GRID + 0.5) * GRID)
        start = middles[-1] + length / 2 + RANK_GAP
    return middles
