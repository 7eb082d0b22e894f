"""Vertices in layers, one a rank, where an arc over several ranks bends in each between."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_

BENDS = 8_000
"""Bends of all arcs together. The longest arcs of a drawing that needs more go straight: nobody could follow them."""

Link = tuple[int, float]
"""A neighbour, and where at its target the arc ends: the port as a share of the way to the next vertex."""
Order = list[list[int]]
Arc = tuple[int, int, float]
"""Source, target and port, the port from 0 to below 1."""


class Layers:
    """Vertices by number in layers; `before` and `after` hold each one's neighbours in the next layers.

    Vertices from `count` on are bends; those in `skips` belong to arcs beside which there is a longer way.
    """

    def __init__(self, ranks: Sequence[int], arcs: Iterable[Arc]) -> None:
        self.count = len(ranks)
        self.skips: set[int] = set()
        arcs = list(arcs)
        shortcuts = _shortcuts(self.count, arcs)
        self.order: Order = [[] for _ in range(max(ranks, default=-1) + 1)]
        self.before: list[list[Link]] = []
        self.after: list[list[Link]] = []
        for rank in ranks:
            self._add(rank)
        left = BENDS
        for source, target, port in sorted(arcs, key=lambda arc: (ranks[arc[1]] - ranks[arc[0]], arc)):
            between = range(ranks[source] + 1, ranks[target])
            left -= len(between)
            if left < 0:
                break
            bends = [self._add(rank) for rank in between]
            if (source, target) in shortcuts:
                self.skips.update(bends)
            chain = [source, *bends, target]
            for start, end in pairwise(chain):
                self._join(start, end, port if end == target else 0.0)

    def __len__(self) -> int:
        return len(self.before)

    def is_bend(self, vertex: int) -> bool:
        return vertex >= self.count

    def places(self, order: Order) -> list[int]:
        """Where in its layer each vertex stands."""
        places = [0] * len(self)
        for layer in order:
            for place, vertex in enumerate(layer):
                places[vertex] = place
        return places

    def crossings(self, order: Order) -> int:
        """How many pairs of arcs cross: of two, the one that begins first ends last."""
        places = self.places(order)
        crossed = 0
        for layer in order:
            ends: list[float] = []
            for vertex in layer:
                own = [places[target] + port for target, port in self.after[vertex]]
                crossed += sum(len(ends) - bisect_right(ends, end) for end in own)
                for end in own:
                    insort(ends, end)
        return crossed

    def _add(self, rank: int) -> int:
        vertex = len(self.before)
        self.order[rank].append(vertex)
        self.before.append([])
        self.after.append([])
        return vertex

    def _join(self, source: int, target: int, port: float) -> None:
        self.after[source].append((target, port))
        self.before[target].append((source, port))


def _shortcuts(count: int, arcs: Sequence[Arc]) -> set[tuple[int, int]]:
    """The arcs beside which a way over other vertices leads to the same target; arcs lead to higher numbers."""
    before: list[set[int]] = [set() for _ in range(count)]
    for source, target, _ in arcs:
        before[target].add(source)
    leading = [0] * count  # as bits, all from which a way leads here
    found = set()
    for vertex, sources in enumerate(before):
        indirect = 0
        for source in sources:
            indirect |= leading[source]
        found |= {(source, vertex) for source in sources if indirect >> source & 1}
        leading[vertex] = indirect | reduce(or_, (1 << source for source in sources), 0)
    return found
