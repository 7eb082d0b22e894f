"""Samples that are watched: always the same, in buffers of their own, so that looking disturbs nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from engine.answers import part_named
from engine.data.dataset import Arrays, take
from engine.data.description import spread
from engine.data.preparation import Prepared
from engine.layers import Category
from engine.network import Network
from engine.plan import Plan
from engine.remembering import remembered

Array = NDArray[np.floating]
Places = NDArray[np.intp]

TRAINING, VALIDATION = 360, 140
"""Samples of each part that are watched, evenly from the first to the last."""


@remembered
def watched(prepared: Prepared) -> dict[str, Places]:
    """The places of the samples within their part."""
    parts, most = prepared.raw.named(), {"training": TRAINING, "validation": VALIDATION}
    return {name: spread(_count(parts[name][1]), count) for name, count in most.items() if name in parts}


def _count(targets: Arrays) -> int:
    return len(next(iter(targets.values())) if isinstance(targets, Mapping) else targets)


class Watch:
    """A plan of its own, so that none of the network's is given up for it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._plan: Plan | None = None

    def run(self, network: Network, feeds: Mapping[str, Array]) -> Iterator[tuple[slice, Plan]]:
        """Infer all of what `feed_inputs` gave, at most so many at a time; the last ones may come twice."""
        count = network.count_samples(feeds)
        batch = min(count, self._most)
        if self._plan is None or self._plan.network is not network or self._plan.batch != batch:
            self._plan = Plan(network, batch)
        for start in range(0, count, batch):
            part = slice(min(start, count - batch), min(start, count - batch) + batch)
            self._plan.load_inputs({node: array[part] for node, array in feeds.items()})
            self._plan.forward()
            yield part, self._plan


@remembered
def watched_inputs(network: Network, prepared: Prepared) -> dict[str, Array]:
    """All watched samples as the network takes them, those that are trained on first."""
    joined: dict[str, list[Array]] = {node: [] for node in network.inputs}
    for name, places in watched(prepared).items():
        _, (inputs, _) = part_named(prepared, name)
        for node, array in network.feed_inputs(take(inputs, places)).items():
            joined[node].append(array)
    return {node: np.concatenate(parts) for node, parts in joined.items()}


def hidden_layers(network: Network) -> tuple[str, ...]:
    """The layers that change what they are given, in the network's order."""
    ends, layers = (*network.inputs, *network.outputs), {node: network.graph[node].layer for node in network.order}
    return tuple(
        node
        for node, layer in layers.items()
        if node not in ends and not layer.only_reshapes and layer.category is not Category.REGULARIZATION
    )
