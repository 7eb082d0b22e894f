"""How many wires cross: counted by force, compared with the best that there is and with what was drawn before."""

from __future__ import annotations

import random
from itertools import combinations, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.layout.layers import Layers
from engine.layout.order import fewest_crossings
from engine.layout.ranks import ranks


def crossings_by_force(layers: Layers, order: list[list[int]]) -> int:
    """Every two arcs between the same layers, compared."""
    place = {vertex: number for layer in order for number, vertex in enumerate(layer)}
    crossed = 0
    for layer in order:
        arcs = [(place[v], place[target] + port) for v in layer for target, port in layers.after[v]]
        crossed += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(arcs, 2))
    return crossed


def random_layers(sizes: list[int], seed: int, share: float = 0.5) -> Layers:
    """Layers of these sizes with random arcs from each to the next, ports in random order."""
    chance = random.Random(seed)
    rank = [number for number, size in enumerate(sizes) for _ in range(size)]
    arcs = []
    for target in range(len(rank)):
        sources = [s for s in range(target) if rank[s] == rank[target] - 1 and chance.random() < share]
        chance.shuffle(sources)
        arcs += [(source, target, (port + 1) / (port + 2)) for port, source in enumerate(sources)]
    return Layers(rank, arcs)


LAYERS = st.builds(random_layers, st.lists(st.integers(1, 7), min_size=2, max_size=5), st.integers(0, 10_000))


@given(LAYERS)
def test_crossings_are_counted(layers):
    assert layers.crossings(layers.order) == crossings_by_force(layers, layers.order)


@given(LAYERS)
def test_not_more_cross_than_before(layers):
    found = fewest_crossings(layers)
    assert [sorted(layer) for layer in found] == [sorted(layer) for layer in layers.order]
    assert layers.crossings(found) <= layers.crossings(layers.order)
    assert fewest_crossings(layers) == found


def test_small_drawings_are_as_good_as_the_best_of_all_orders():
    excess = []
    for seed in range(60):
        layers = random_layers([3, 4, 3], seed)
        orders = product(*(permutations(layer) for layer in layers.order))
        best = min(layers.crossings([list(layer) for layer in order]) for order in orders)
        excess.append(layers.crossings(fewest_crossings(layers)) - best)
    assert excess == [0] * 60


@pytest.mark.parametrize(
    ("count", "arcs", "expected"),
    [
        (4, [(0, 1), (1, 2), (2, 3)], [0, 1, 2, 3]),
        (4, [(0, 1), (1, 2), (0, 3), (2, 3)], [0, 1, 2, 3]),
        (5, [(0, 1), (1, 2), (2, 4), (3, 4)], [0, 1, 2, 2, 3]),  # 3 feeds only 4
        (6, [(0, 1), (0, 4), (1, 2), (2, 3), (3, 5), (4, 5)], [0, 1, 2, 3, 1, 4]),
        (0, [], []),
    ],
)
def test_ranks_by_hand(count, arcs, expected):
    assert ranks(count, arcs) == expected


@given(st.integers(2, 20), st.sets(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40))
def test_every_arc_leads_to_a_higher_rank(count, pairs):
    arcs = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1] and max(pair) < count]
    found = ranks(count, arcs)
    assert all(found[source] < found[target] for source, target in arcs)
    assert min(found) == 0
