"""Drawings to arrange, and what can be measured of an arrangement."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

from engine.graph import AddEdge, Edge, Graph
from engine.layers import Add, Input
from engine.layout import arrange

CARD = (144.0, 72.0)


def size(_key: str) -> tuple[float, float]:
    return CARD


def drawn(*chains: str) -> Graph:
    """Layers of one letter, joined along each chain; ports in the order of the chains."""
    graph = Graph()
    for name in sorted({name for chain in chains for name in chain}):
        graph.add(Input() if all(name not in chain[1:] for chain in chains) else Add(), id=name, position=(0.0, 0.0))
    for chain in chains:
        for source, target in pairwise(chain):
            if not any(edge.source == source for edge in graph.incoming(target)):
                graph.apply(AddEdge(Edge(source, target, graph.free_port(target) or 0)))
    return graph


def scattered(count: int, wires: int, seed: int, reach: int | None = None) -> Graph:
    """Layers at random places with random wires that lead to higher numbers, at most `reach` further."""
    chance, graph = random.Random(seed), Graph()
    for number in range(count):
        place = 8.0 * chance.randrange(200), 8.0 * chance.randrange(100)
        graph.add(Input() if number == 0 else Add(), id=f"n_{number}", position=place)
    used = [0] * count
    for _ in range(wires):
        source = chance.randrange(count - 1)
        target = chance.randint(source + 1, min(source + (reach or count), count - 1))
        graph.apply(AddEdge(Edge(f"n_{source}", f"n_{target}", used[target])))
        used[target] += 1
    return graph


def arranged(graph: Graph, **options) -> dict[str, tuple[float, float]]:
    """Where everything stands once it is arranged."""
    for edit in arrange(graph, options.pop("size", size), **options):
        graph.apply(edit)
    return {node.id: node.position for node in graph}


def overlaps(places: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """Cards that lie on each other."""
    return [
        (one, other)
        for (one, (x0, y0)), (other, (x1, y1)) in combinations(places.items(), 2)
        if abs(x0 - x1) < CARD[0] and abs(y0 - y1) < CARD[1]
    ]
