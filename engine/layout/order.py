"""In which order the vertices of each layer stand, so that few arcs cross.

Sweeps by barycentre after Sugiyama, Tagawa and Toda (1981), with the transpositions of Gansner et al. (1993).
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.layout.layers import Layers, Link, Order

SWEEPS, PATIENCE = 24, 6
"""At most so many sweeps from one start, and so many without a better order."""
SMALL = 1_500
"""Vertices and bends up to which neighbours are exchanged one by one, and all starts are tried."""


def fewest_crossings(layers: Layers) -> Order:
    """The best order found; the same for the same layers."""
    starts = [_visited(layers, layers.after)]
    if len(layers) <= SMALL:
        starts.append(_visited(layers, layers.before))
        starts += [[layer[::-1] for layer in start] for start in starts]
    return min((_improved(layers, start) for start in starts), key=layers.crossings)


def _visited(layers: Layers, links: Sequence[Sequence[Link]]) -> Order:
    """Each layer in the order in which a walk in depth along the links, by port, comes by its vertices."""
    rank = {vertex: number for number, layer in enumerate(layers.order) for vertex in layer}
    back = layers.before if links is layers.after else layers.after
    ends = [vertex for vertex in rank if not back[vertex]]
    order: Order = [[] for _ in layers.order]
    seen: set[int] = set()
    waiting = list(reversed(ends))
    while waiting:
        vertex = waiting.pop()
        if vertex not in seen:
            seen.add(vertex)
            order[rank[vertex]].append(vertex)
            waiting += [each for each, _ in sorted(links[vertex], key=lambda link: -link[1])]
    return order


def _improved(layers: Layers, order: Order) -> Order:
    best, fewest, stale = order, layers.crossings(order), 0
    for sweep in range(SWEEPS):
        if fewest == 0 or stale == PATIENCE:
            break
        order = _swept(layers, order, forward=sweep % 2 == 0, reverse_ties=sweep % 4 > 1)
        if len(layers) <= SMALL:
            _transpose(layers, order)
        crossed = layers.crossings(order)
        stale += 1
        if crossed < fewest:
            best, fewest, stale = order, crossed, 0
    return best


def _swept(layers: Layers, order: Order, forward: bool, reverse_ties: bool) -> Order:
    """Each layer sorted by the mean place of the neighbours in the layer that was sorted before it."""
    places: list[float] = [float(place) for place in layers.places(order)]
    links = layers.before if forward else layers.after
    swept = [list(layer) for layer in order]
    for layer in swept if forward else reversed(swept):
        means: dict[int, float] = {}
        for vertex in layer:
            ends = [places[each] + (0.0 if forward else port) for each, port in links[vertex]]
            means[vertex] = sum(ends) / len(ends) if ends else places[vertex]
        if reverse_ties:
            layer.reverse()
        layer.sort(key=means.__getitem__)
        for place, vertex in enumerate(layer):
            places[vertex] = float(place)
    return swept


def _transpose(layers: Layers, order: Order) -> None:
    """Exchange neighbours in a layer for as long as that saves crossings."""
    places = layers.places(order)
    better = True
    while better:
        better = False
        for layer in order:
            for place in range(len(layer) - 1):
                first, second = layer[place], layer[place + 1]
                if _saved(layers, places, first, second) > 0:
                    layer[place], layer[place + 1] = second, first
                    places[first], places[second] = place + 1, place
                    better = True


def _saved(layers: Layers, places: Sequence[int], first: int, second: int) -> int:
    """How many crossings less there are when `second` stands before `first`."""
    saved = 0
    for links, by_port in ((layers.before, False), (layers.after, True)):
        for one, port in links[first]:
            for other, other_port in links[second]:
                start = places[one] + port if by_port else places[one]
                end = places[other] + other_port if by_port else places[other]
                saved += (start > end) - (start < end)
    return saved
