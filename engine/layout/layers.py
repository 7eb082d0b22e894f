"""Vertices in layers, one a rank, where an arc over several ranks bends in each between."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

BENDS = 8_000
"""Bends of all arcs together. The longest arcs of a drawing that needs more go straight: nobody could follow them."""

Link = tuple[int, float]
"""A neighbour, and where at its target the arc ends: the port as a share of the way to the next vertex."""
Order = list[list[int]]


class Layers:
    """Vertices by number in layers; `before` and `after` hold each one's neighbours in the next layers.

    Vertices from `count` on are bends. Arcs are source, target and port, the port from 0 to below 1.
    """

    def __init__(self, ranks: Sequence[int], arcs: Iterable[tuple[int, int, float]]) -> None:
        self.count = len(ranks)
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
            chain = [source, *(self._add(rank) for rank in between), target]
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
