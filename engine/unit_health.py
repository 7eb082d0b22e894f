"""Units that have stopped learning: those that give nothing for any sample, and those that stand at an end for all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ActivationFunction
from engine.data.preparation import Prepared
from engine.errors import DataError
from engine.fixed_samples import BATCH, affordable, fixed_samples
from engine.logits import reads_logits
from engine.network import Network

Array = NDArray[np.floating]

WORK = 60_000_000
"""Multiply-adds that a look may cost beyond its first batch: about 5 ms."""
NEAR = 0.05
"""So near to an end, as a share of the distance between both, an output counts as standing there."""
NEARLY_ALL = 0.95
"""For this share of samples a unit stands at an end that counts as saturated."""


@dataclass(frozen=True)
class Health:
    """How many units a layer has, and how many of them are dead and saturated; of a convolution a unit is a channel.

    `can_die` and `can_saturate` say which of both its activation allows at all, `samples` over how many it was judged.
    """

    units: int
    dead: int
    saturated: int
    can_die: bool
    can_saturate: bool
    samples: int


def unit_health(network: Network, prepared: Prepared) -> dict[str, Health]:
    """The health of each layer whose units can die or saturate, in the network's order, over fixed training samples.

    Units whose loss is computed from logits may stand at their ends: the gradient reaches them all the same.
    Empty where the data do not fit the network.
    """
    judged = {node: function for node in network.order if (function := _judged_by(network, node)) is not None}
    tallies = {node: _Tally(function, network.shapes[node][-1]) for node, function in judged.items()}
    if not tallies:
        return {}
    try:
        feeds = network.feed_inputs(fixed_samples(network, prepared, affordable(network, WORK))[0])
        count = network.count_samples(feeds)
    except DataError:
        return {}
    batch = min(BATCH, count)
    plan = network.plan(batch, backward=False)
    for start in range(0, count, batch):
        end = min(start + batch, count)
        plan.load_inputs({node: array[end - batch : end] for node, array in feeds.items()})
        plan.forward()
        for node, tally in tallies.items():
            tally.add(plan.kernels[node].output[start - end :])  # of the last batch some may have gone before
    return {node: tally.health(count) for node, tally in tallies.items()}


def _judged_by(network: Network, node: str) -> ActivationFunction | None:
    """The activation by which a layer's units are judged; None where they cannot suffer."""
    function = network.graph[node].layer.final_activation
    if function is None or (function.dead_output is None and function.ends is None):
        return None
    to_loss = any(reads_logits(network.graph, network.shapes, edge) for edge in network.graph.outgoing(node))
    return None if to_loss else function


class _Tally:
    """Of the units of a layer, which have ever given anything, and how often each stood at an end."""

    def __init__(self, function: ActivationFunction, units: int) -> None:
        self._dead, self._ends = function.dead_output, function.ends
        self._rows = 0
        self._lively: NDArray[np.bool_] = np.zeros(units, np.bool_)
        self._ended: NDArray[np.intp] = np.zeros(units, np.intp)

    def add(self, outputs: Array) -> None:
        """Every axis but the last tells samples, or places within them."""
        rows = outputs.reshape(-1, outputs.shape[-1])
        self._rows += len(rows)
        if self._dead is not None:
            self._lively |= (rows != self._dead).any(axis=0)
        if self._ends is not None:
            low, high = self._ends
            margin = NEAR * (high - low)
            self._ended += ((rows <= low + margin) | (rows >= high - margin)).sum(axis=0)

    def health(self, samples: int) -> Health:
        """The counts over these samples."""
        can_die, can_saturate = self._dead is not None, self._ends is not None
        dead = int((~self._lively).sum()) if can_die else 0
        saturated = int((self._ended >= NEARLY_ALL * self._rows).sum()) if can_saturate else 0
        return Health(len(self._lively), dead, saturated, can_die, can_saturate, samples)
