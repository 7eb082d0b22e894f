"""What people see inside a layer: its weights, their gradients, and what flows for a few fixed samples.

As with the other probes, everything is a fresh copy, so it may be made on the worker and travel to another thread.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import take
from engine.data.description import spread
from engine.data.preparation import Prepared
from engine.fixed_samples import run_forward
from engine.layers import Conv2DTranspose
from engine.network import Network
from engine.plan import Plan
from engine.probes import Surface

Array = NDArray[np.floating]

SAMPLES = 32
"""Over so many samples activations are averaged: always the same, so that nothing flickers, from the first to the last,
since their order may be that of their classes."""


@dataclass(frozen=True, eq=False)
class Flow:
    """What leaves a layer, or enters it by its first port: the mean over the samples, and the first sample alone."""

    mean: Array
    first: Array


@dataclass(frozen=True, eq=False)
class LayerLook:
    """One layer at one moment.

    `weights` holds every array by name, `gradients` those that are learned; `starts` is where each of these begins in
    the network's flat vectors. `output` and `entering` are None where the data do not fit the network, `entering` also
    of a transposed convolution, whose kernel has no row for each channel that enters. `surface` is what its units say
    over the plane, where somebody has asked for that.
    """

    weights: Mapping[str, Array]
    gradients: Mapping[str, Array] = field(default_factory=dict)
    starts: Mapping[str, int] = field(default_factory=dict)
    output: Flow | None = None
    entering: Flow | None = None
    surface: Surface | None = None

    def part(self, vector: Array, name: str) -> Array | None:
        """The stretch of a flat vector that belongs to an array; None where the array is not learned."""
        weights = self.weights.get(name)
        start = self.starts.get(name)
        if weights is None or start is None:
            return None
        return vector[start : start + weights.size].reshape(weights.shape)


def layer_looks(nodes: Iterable[str], network: Network, prepared: Prepared) -> dict[str, LayerLook]:
    """A look into each of these layers, as far as the network has them; weights are copied, samples inferred."""
    present = [node for node in nodes if node in network.weights]
    if not present:
        return {}
    plan = run_forward(network, take(prepared.dataset.inputs, spread(len(prepared.dataset), SAMPLES)))
    return {node: _look(network, plan, node) for node in present}


def _look(network: Network, plan: Plan | None, node: str) -> LayerLook:
    starts = _starts(network, node)
    output = entering = None
    if plan is not None:
        sources = network.graph.incoming(node)
        output = _flow(plan.kernels[node].output)
        by_rows = bool(sources) and not isinstance(network.graph[node].layer, Conv2DTranspose)
        entering = _flow(plan.kernels[sources[0].source].output) if by_rows else None
    return LayerLook(
        weights={name: array.copy() for name, array in network.weights[node].items()},
        gradients={name: network.weight_gradients[node][name].copy() for name in starts},
        starts=starts,
        output=output,
        entering=entering,
    )


def _starts(network: Network, node: str) -> dict[str, int]:
    """Where each learned array that a layer uses begins in the flat vectors."""
    starts: dict[str, int] = {}
    if network.learns(node):
        place = network.span(node).start
        for spec in network.specs[network.graph.owner(node)]:
            if spec.learned:
                starts[spec.name] = place
                place += math.prod(spec.shape)
    return starts


def _flow(values: Array) -> Flow:
    return Flow(values.mean(axis=0), values[0].copy())
