"""Coordinates of ordered layers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from engine.layout.coordinates import coordinates
from engine.layout.layers import Layers
from engine.layout.order import fewest_crossings
from tests.engine.layout.test_order import LAYERS


def gap(one: int, other: int) -> float:
    return 16.0 + 8.0 * ((one + other) % 3)


@given(LAYERS)
def test_neighbours_keep_their_gap(layers):
    order = fewest_crossings(layers)
    at = coordinates(layers, order, gap)
    for layer in order:
        for one, other in pairwise(layer):
            assert at[other] - at[one] >= gap(one, other) - 1e-6


def test_a_wire_over_several_ranks_is_straight_between_its_bends():
    ranks = [0, 0, 1, 2, 3, 4]
    layers = Layers(ranks, [(0, 2, 0.0), (2, 3, 0.0), (3, 4, 0.0), (4, 5, 0.0), (1, 5, 0.5), (0, 5, 0.6)])
    at = coordinates(layers, fewest_crossings(layers), gap)
    bends = [vertex for vertex in range(len(layers)) if layers.is_bend(vertex)]
    assert len({at[vertex] for vertex in bends}) == 2
    assert len({at[vertex] for vertex in (0, 2, 3, 4)}) == 1
    assert layers.skips == set(bends[:3]), "those of the wire from 0, which reaches 5 over the others too"
