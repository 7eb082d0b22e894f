"""A few training samples, always the same, with which people look into a network, so that nothing flickers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Arrays, take
from engine.data.preparation import Prepared
from engine.errors import DataError
from engine.network import Network
from engine.plan import Plan
from engine.remembering import remembered

SAMPLES = 256
"""So many at most; fewer of a network whose buffers are large."""
BATCH = 32
"""Samples that go through at a time where there are several batches, so that probes share a plan."""


def fixed_samples(network: Network, prepared: Prepared, most: int = SAMPLES) -> tuple[Arrays, Arrays]:
    """Inputs and targets drawn from all of the training part, whose order may be that of its classes."""
    dataset = prepared.dataset
    most = max(1, min(most, network.chunk))
    if len(dataset) <= most:
        return dataset.inputs, dataset.targets
    chosen: NDArray[np.intp] = np.sort(np.random.default_rng(0).choice(len(dataset), most, replace=False))
    return take(dataset.inputs, chosen), take(dataset.targets, chosen)


def affordable(network: Network, work: int) -> int:
    """As many samples, in whole batches and one at least, as take about so many multiply-adds."""
    return BATCH * max(1, min(SAMPLES, work // max(1, _multiply_adds(network))) // BATCH)


@remembered
def _multiply_adds(network: Network) -> int:
    """For one sample."""
    graph, shapes = network.graph, network.shapes
    return sum(
        graph[node].layer.multiply_adds(*(shapes[edge.source] for edge in graph.incoming(node)))
        for node in network.order
        if graph.incoming(node)
    )


def run_forward(network: Network, inputs: Arrays) -> Plan | None:
    """A plan in which these samples were inferred; None where they do not fit the network."""
    try:
        feeds = network.feed_inputs(inputs)
        plan = network.plan(network.count_samples(feeds), backward=False)
    except DataError:
        return None
    plan.load_inputs(feeds)
    plan.forward()
    return plan
