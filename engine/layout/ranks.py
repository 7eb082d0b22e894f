"""How far along a drawing each vertex stands: every arc leads forward, and few of them far."""

from __future__ import annotations

from collections.abc import Sequence

Arc = tuple[int, int]
ROUNDS = 16
"""At most so many times are all vertices moved to shorten their arcs; most drawings rest after two."""


def ranks(count: int, arcs: Sequence[Arc]) -> list[int]:
    """A rank from 0 for each of `count` vertices; every arc leads from a lower number to a higher one.

    Each vertex begins as early as it may (the longest path to it) and moves to where its arcs are shorter together.
    What feeds nothing but one vertex stands right before it.
    """
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for source, target in arcs:
        before[target].append(source)
        after[source].append(target)
    rank = [0] * count
    for vertex in range(count):
        rank[vertex] = max((rank[each] + 1 for each in before[vertex]), default=0)
    feeders = _feeders(before, after)
    for _ in range(ROUNDS):
        former = rank.copy()
        for vertex in reversed(range(count)):
            late = feeders[vertex] or len(before[vertex]) < len(after[vertex])
            if after[vertex] and late:
                rank[vertex] = min(rank[each] for each in after[vertex]) - 1
        for vertex in range(count):
            if len(before[vertex]) > len(after[vertex]):
                rank[vertex] = max(rank[each] for each in before[vertex]) + 1
        if rank == former:
            break
    first = min(rank, default=0)
    return [each - first for each in rank]


def _feeders(before: Sequence[Sequence[int]], after: Sequence[Sequence[int]]) -> list[bool]:
    """Which vertices, with all that leads to them, feed nothing but one vertex."""
    feeders: list[bool] = []
    for vertex in range(len(before)):
        feeders.append(len(after[vertex]) == 1 and all(feeders[each] for each in before[vertex]))
    return feeders
