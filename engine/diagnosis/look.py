"""A look at a network in a run, for the coach: units that are dead, saturated or all alike, over fixed samples.

It only infers, and returns fresh numbers, so it may run on the worker between two batches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.preparation import Prepared
from engine.diagnosis.data_facts import DataFacts, data_facts, spread_inputs
from engine.errors import DataError
from engine.logits import path_to_activation
from engine.network import Network
from engine.remembering import remembered

Array = NDArray[np.floating]

BATCH, MOST_BATCHES = 32, 8
"""Samples that go through at a time, as those of other probes do, so that they share a plan; and how often."""
WORK = 60_000_000
"""Multiply-adds that a look may cost beyond its first batch: about 5 ms."""
MARGIN = 0.01
"""A value so close to an end of its activation, as a share of the whole range, counts as saturated.

There the slope of a sigmoid is a 25th of its largest one (Glorot and Bengio 2010, section 3, look at the same ends).
"""
NEARLY_ALWAYS = 0.9
"""The share of samples for which a unit must stand at an end."""
ENDS = {"sigmoid": (0.0, 1.0), "hard_sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0)}
CUTS_OFF = ("relu", "relu6")


@dataclass(frozen=True)
class UnitFacts:
    """Of one layer: how many units there are, and how many never answer anything but 0, or stand at an end."""

    units: int
    dead: int = 0
    saturated: int = 0


@dataclass(frozen=True, eq=False)
class Look:
    """What was found; `alike` are layers whose units all have the same weights."""

    units: dict[str, UnitFacts]
    alike: tuple[str, ...]
    data: DataFacts | None
    parameters: int


def look(network: Network, prepared: Prepared) -> Look:
    """Look at a network and its data."""
    alike = tuple(node for node in network.order if _all_alike(network, node))
    return Look(_units(network, prepared), alike, data_facts(network, prepared), network.parameters.size)


def _units(network: Network, prepared: Prepared) -> dict[str, UnitFacts]:
    """Dead units of layers that cut off, and saturated ones of hidden layers that squeeze."""
    watched = _watched(network)
    tallies = {node: _Tally(network.shapes[node][-1]) for node in watched}
    if not watched:
        return {}
    try:
        feeds = network.feed_inputs(spread_inputs(prepared, BATCH * _batches(network)))
        count = network.count_samples(feeds)
    except DataError:
        return {}
    for start in range(0, max(BATCH, count) - BATCH + 1, BATCH):
        plan = network.plan(min(BATCH, count), backward=False)
        plan.load_inputs({node: array[start : start + BATCH] for node, array in feeds.items()})
        plan.forward()
        for node, tally in tallies.items():
            tally.add(plan.kernels[node].output, watched[node])
    return {node: tally.facts(watched[node]) for node, tally in tallies.items()}


def _watched(network: Network) -> dict[str, str]:
    """Layers with an activation that can die or saturate; what an Output reads may well stand at its ends."""
    graph = network.graph
    last = {
        node
        for output in network.outputs
        for edge in graph.incoming(output)
        for node in path_to_activation(graph, network.shapes, edge)
    }
    named = {node: each.name for node in network.order if (each := graph[node].layer.final_activation) is not None}
    return {node: name for node, name in named.items() if name in CUTS_OFF or (name in ENDS and node not in last)}


class _Tally:
    """Counts over batches, for each unit along the last axis, how often it says more than 0 and stands at an end."""

    def __init__(self, units: int) -> None:
        self.values = 0
        self.lively: NDArray[np.bool_] = np.zeros(units, np.bool_)
        self.ended: NDArray[np.intp] = np.zeros(units, np.intp)

    def add(self, output: Array, activation: str) -> None:
        rows = output.reshape(-1, output.shape[-1])
        self.values += len(rows)
        if activation in CUTS_OFF:
            self.lively |= (rows != 0).any(axis=0)
        else:
            low, high = ENDS[activation]
            margin = MARGIN * (high - low)
            self.ended += ((rows < low + margin) | (rows > high - margin)).sum(axis=0)

    def facts(self, activation: str) -> UnitFacts:
        units = len(self.lively)
        if activation in CUTS_OFF:
            return UnitFacts(units, dead=units - int(self.lively.sum()))
        return UnitFacts(units, saturated=int((self.ended >= NEARLY_ALWAYS * self.values).sum()))


@remembered
def _batches(network: Network) -> int:
    """As many batches as are cheap for this network."""
    graph, shapes = network.graph, network.shapes
    work = sum(
        graph[node].layer.multiply_adds(*(shapes[edge.source] for edge in graph.incoming(node)))
        for node in network.order
    )
    return int(np.clip(WORK // max(1, work * BATCH), 1, MOST_BATCHES))


ROWS = 64
"""Rows of a kernel that tell whether its columns are alike."""


def _all_alike(network: Network, node: str) -> bool:
    """Whether several units of a layer have the same weights and biases, so that they can only learn the same."""
    own = network.specs.get(node, ())
    kernels = [spec.name for spec in own if spec.name == "kernel" and spec.learned and spec.shape[-1] > 1]
    if not kernels:
        return False
    return all(_same(array) for array in _first_rows(network, node))


def _first_rows(network: Network, node: str) -> Iterator[Array]:
    for name in ("kernel", "bias"):
        array = network.weights[node].get(name)
        if array is not None:
            yield array.reshape(-1, array.shape[-1])[:ROWS]


def _same(rows: Array) -> bool:
    """Whether all columns are the same up to rounding."""
    size = float(np.abs(rows).max(initial=0.0))
    return float(np.ptp(rows, axis=1).max(initial=0.0)) <= ROUNDING * size


ROUNDING = 1e-5
"""By which share weights in float32 may differ that have learned the same."""
