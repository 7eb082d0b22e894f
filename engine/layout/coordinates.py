"""Where across a drawing the vertices of ordered layers stand: chains straight, the rest near the middle of its arcs.

Vertices that continue each other are joined to blocks that stand on one line, as Brandes and Köpf (2001) do. The
blocks start in the middle of their room and move, pushing others, for as long as that shortens the squared length of
all arcs.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from itertools import pairwise

from engine.layout.layers import Layers, Link, Order

ROUNDS = 30
WORK = 300_000
"""Pushes of blocks after which large drawings are left as they are."""
MOST_PUSHED = 40
"""Blocks that one may push before it; in a crowd everybody would push everybody."""
SKIP_WEIGHT = 0.25
"""What an arc counts that skips others, beside one without which its ends were not joined."""

Gap = Callable[[int, int], float]


def coordinates(layers: Layers, order: Order, gap: Gap) -> list[float]:
    """The middle of each vertex; `gap` is how far two neighbours in a layer are apart at least."""
    blocks = _Blocks(layers, order, gap)
    blocks.settle()
    return [blocks.at[block] for block in blocks.of]


class _Blocks:
    """Vertices on one line by block: `of` gives the block of a vertex, `at` the place of a block."""

    def __init__(self, layers: Layers, order: Order, gap: Gap) -> None:
        self.of = _joined(layers, order)
        count = max(self.of, default=-1) + 1
        self._behind: list[dict[int, float]] = [{} for _ in range(count)]
        self._ahead: list[dict[int, float]] = [{} for _ in range(count)]
        for layer in order:
            for first, second in pairwise(layer):
                one, other = self.of[first], self.of[second]
                apart = max(gap(first, second), self._ahead[one].get(other, 0.0))
                self._ahead[one][other] = self._behind[other][one] = apart
        self._arcs: list[list[tuple[int, float]]] = [[] for _ in range(count)]
        for source, links in enumerate(layers.after):
            for target, _ in links:
                one, other = self.of[source], self.of[target]
                if one != other:
                    weight = SKIP_WEIGHT if {source, target} & layers.skips else 1.0
                    self._arcs[one].append((other, weight))
                    self._arcs[other].append((one, weight))
        self._sequence = self._by_place()
        self._number = {block: number for number, block in enumerate(self._sequence)}
        lowest, highest = self._packed(self._sequence, self._behind), self._packed(self._sequence[::-1], self._ahead)
        self.at = [(lowest[block] - highest[block]) / 2 for block in range(count)]

    def _packed(self, sequence: Sequence[int], behind: Sequence[dict[int, float]]) -> list[float]:
        """Each block as near to the first as all behind it allow. Half-way between both such ways there is room."""
        at = [0.0] * len(sequence)
        for block in sequence:
            at[block] = max((at[each] + apart for each, apart in behind[block].items()), default=0.0)
        return at

    def _by_place(self) -> list[int]:
        """The blocks so that each comes after all behind it."""
        missing = [len(behind) for behind in self._behind]
        ready = [block for block, count in enumerate(missing) if not count]
        for block in ready:
            for ahead in self._ahead[block]:
                missing[ahead] -= 1
                if not missing[ahead]:
                    ready.append(ahead)
        return ready

    def settle(self) -> None:
        """Move blocks for as long as that shortens the arcs."""
        self._left = WORK
        for number in range(ROUNDS):
            moved = False
            for block in self._sequence if number % 2 else reversed(self._sequence):
                if self._arcs[block] and self._left > 0:
                    shifts = self._better(block)
                    moved |= bool(shifts)
                    for each, shift in shifts.items():
                        self.at[each] += shift
            if not moved:
                break

    def _better(self, block: int) -> dict[int, float]:
        """A move of this block, and of those that it pushes, that shortens the arcs; nothing where there is none."""
        pull = self._pull(block)
        for share in (1.0, 0.5, 0.25):
            shifts = self._pushed(block, pull * share)
            self._left -= len(shifts)
            if len(shifts) <= MOST_PUSHED and self._gain(shifts) > 1e-6:
                return shifts
        return {}

    def _pull(self, block: int) -> float:
        """How far it is to the middle of all to which arcs lead."""
        weights = sum(weight for _, weight in self._arcs[block])
        return sum(weight * (self.at[other] - self.at[block]) for other, weight in self._arcs[block]) / weights

    def _pushed(self, block: int, shift: float) -> dict[int, float]:
        """How far a block and those that it pushes move."""
        side, sign = (self._ahead, 1) if shift > 0 else (self._behind, -1)
        shifts, waiting = {block: shift}, [(sign * self._number[block], block)]
        while waiting and len(shifts) <= MOST_PUSHED:
            _, pushing = heappop(waiting)  # all that push it have done so
            for other, apart in side[pushing].items():
                overlap = apart - sign * (self.at[other] - self.at[pushing] - shifts[pushing])
                if overlap > max(1e-9, sign * shifts.get(other, 0.0)):
                    if other not in shifts:
                        heappush(waiting, (sign * self._number[other], other))
                    shifts[other] = sign * overlap
        return shifts

    def _gain(self, shifts: dict[int, float]) -> float:
        """By how much the squared length of all arcs shrinks."""
        gain = 0.0
        for block, shift in shifts.items():
            for other, weight in self._arcs[block]:
                apart = self.at[block] - self.at[other]
                also = shifts.get(other)
                change = shift - (also or 0.0)
                gain += weight * (apart**2 - (apart + change) ** 2) * (1.0 if also is None else 0.5)
        return gain


def _joined(layers: Layers, order: Order) -> list[int]:
    """The block of each vertex: first bends of one arc, then vertices that continue each other, then what is left."""
    of = list(range(len(layers)))
    places = layers.places(order)
    for layer in order:
        taken: list[tuple[int, int]] = []
        for start, end in sorted(_continued(layers, places, layer), key=lambda arc: _preference(layers, arc)):
            join = places[start], places[end]
            at = bisect_left(taken, join)
            crossed = any(
                (one < join[0]) != (other < join[1]) or one == join[0] or other == join[1]
                for one, other in taken[max(at - 1, 0) : at + 1]
            )
            if not crossed:
                insort(taken, join)
                of[end] = start
    root: list[int] = list(range(len(layers)))
    for layer in order:
        for vertex in layer:
            root[vertex] = vertex if of[vertex] == vertex else root[of[vertex]]
    numbers = {block: number for number, block in enumerate(sorted(set(root)))}
    return [numbers[block] for block in root]


def _preference(layers: Layers, arc: tuple[int, int]) -> int:
    bends = sum(map(layers.is_bend, arc))
    return (1, 2, 0)[bends]


def _continued(layers: Layers, places: Sequence[int], layer: Sequence[int]) -> list[tuple[int, int]]:
    """The arcs after this layer that are the middle one at both ends."""
    return [
        (vertex, target)
        for vertex in layer
        if (target := _middle(layers, places, layers.after[vertex])) is not None
        and _middle(layers, places, layers.before[target]) == vertex
    ]


def _middle(layers: Layers, places: Sequence[int], links: Sequence[Link]) -> int | None:
    """The one in the middle of an odd number of neighbours; arcs that skip count only where there are no others."""
    ends = {each for each, _ in links}
    ends = ends - layers.skips or ends
    if len(ends) % 2 == 0:
        return None
    return sorted(ends, key=places.__getitem__)[len(ends) // 2]
