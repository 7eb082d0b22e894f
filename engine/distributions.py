"""How the numbers of every layer are distributed at one moment: weights, biases, gradients and activations.

Gradients and activations are those of samples that are always the same, so what changes is the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Arrays
from engine.data.preparation import Prepared
from engine.errors import DataError
from engine.fixed_samples import fixed_samples
from engine.layers import Input, Output
from engine.network import Network
from engine.plan import Plan
from engine.probes import MAX_ALL_WEIGHTS, MAX_WEIGHTS, Histogram, histogram

Array = NDArray[np.floating]

BINS = 128
"""Bins of a histogram; many quantities fill but one half of them, as they are never negative."""
FAINTEST = 2.0**-120
"""The least reach of a histogram, so that gradients that have all but vanished are still told apart."""


class Quantity(Enum):
    """What of a layer is counted."""

    WEIGHTS = "weights"
    BIASES = "biases"
    GRADIENTS = "gradients"
    ACTIVATIONS = "activations"


LayerDistributions = dict[Quantity, Histogram]


def distributions(network: Network, prepared: Prepared) -> dict[str, LayerDistributions]:
    """What there is of each layer, in the network's order; the training does not notice.

    Where the data do not fit the network there are weights and biases alone.
    """
    nodes = [node for node in network.order if not isinstance(network.graph[node].layer, Input | Output)]
    most = min(MAX_WEIGHTS, MAX_ALL_WEIGHTS // max(1, len(nodes)))
    with _ran_both_ways(network, *fixed_samples(network, prepared)) as plan:
        counted = {node: _arrays(network, node, plan) for node in nodes}
        return {
            node: {quantity: _histogram(given, most) for quantity, given in arrays.items() if given}
            for node, arrays in counted.items()
        }


def past_distributions(
    network: Network, prepared: Prepared, moments: Iterable[tuple[int, Array, Array]]
) -> Iterator[list[tuple[int, dict[str, LayerDistributions]]]]:
    """The same at moments of the network's run, one more each time; on a copy of the network.

    A moment is its step, and all that was learned and held then.
    """
    twin = Network(network.graph, network.seed, network.dtype.name)
    twin.class_weights = network.class_weights
    found: list[tuple[int, dict[str, LayerDistributions]]] = []
    for step, learned, held in moments:
        if len(learned) == len(twin.parameters) and len(held) == len(twin.held):
            twin.parameters[:], twin.held[:] = learned, held
            with np.errstate(all="ignore"):
                found.append((step, distributions(twin, prepared)))
        yield found


def _arrays(network: Network, node: str, plan: Plan | None) -> dict[Quantity, list[Array]]:
    weights, gradients = network.weights[node], network.weight_gradients[node]
    specs = [spec for spec in network.specs.get(network.graph.owner(node), ()) if not spec.state]
    arrays: dict[Quantity, list[Array]] = {
        Quantity.WEIGHTS: [weights[spec.name] for spec in specs if spec.name != "bias"],
        Quantity.BIASES: [weights[spec.name] for spec in specs if spec.name == "bias"],
    }
    if plan is not None:
        arrays[Quantity.GRADIENTS] = [gradients[spec.name] for spec in specs if spec.learned]
        arrays[Quantity.ACTIVATIONS] = [plan.kernels[node].output]
    return arrays


def _histogram(arrays: list[Array], most: int) -> Histogram:
    """Zeros alone reach as good as nowhere."""
    counted = histogram(arrays, BINS, most, FAINTEST)
    only_zeros = counted.counts[BINS // 2] == counted.counts.sum()
    reach = FAINTEST if only_zeros else counted.reach
    return Histogram(reach, counted.counts.astype(np.int32), counted.stride)


@contextmanager
def _ran_both_ways(network: Network, inputs: Arrays, targets: Arrays) -> Iterator[Plan | None]:
    """A plan in which these samples ran forward and back; None where they do not fit the network.

    Afterwards the gradients of the last step stand where they stood.
    """
    try:
        feeds, answers = network.feed_inputs(inputs), network.feed_targets(targets)
        plan = network.plan(network.count_samples({**feeds, **answers}))
    except DataError:
        yield None
        return
    kept = [(array, array.copy()) for array in (network.gradients_vector, *network.shared_gradients.values())]
    plan.load_inputs(feeds)
    plan.load_targets(answers)
    plan.load_class_weights(network.class_weights)
    plan.forward()
    plan.loss()
    plan.backward()
    try:
        yield plan
    finally:
        for array, before in kept:
            np.copyto(array, before)
