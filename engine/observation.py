"""What backpropagation looks like at one step, in numbers: per wire and per layer; computed when someone looks."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.graph import Edge

if TYPE_CHECKING:
    from engine.network import Network
    from engine.plan import Plan

Array = NDArray[np.floating]


@dataclass(frozen=True)
class EdgeStatistics:
    """The gradient that flows back along one wire: root mean square and largest magnitude."""

    rms: float
    maximum: float


@dataclass(frozen=True)
class LayerStatistics:
    """Root mean squares over one layer: learned weights, their gradients, its outputs, and update over weight.

    Of a layer that shares weights, `gradients` is that of its own use; at the owner stands that of all uses together.
    """

    weights: float
    gradients: float
    activations: float
    update_ratio: float


@dataclass(frozen=True)
class Observation:
    """One look at a step; `layers` holds those that learn."""

    edges: Mapping[Edge, EdgeStatistics]
    layers: Mapping[str, LayerStatistics]


def root_mean_square(array: Array) -> float:
    """The root of the mean of squares; 0 for an empty array."""
    flat = array.ravel()
    return math.sqrt(float(np.vdot(flat, flat)) / flat.size) if flat.size else 0.0


def largest_magnitude(array: Array) -> float:
    """The largest absolute value, without an array of them; 0 for an empty array."""
    return float(max(array.max(initial=0.0), -array.min(initial=0.0)))


def observe(network: Network, plan: Plan, before: Array) -> Observation:
    """Statistics after an observed step; `before`, the parameters from which it began, is overwritten."""
    with np.errstate(all="ignore"):
        edges = {
            edge: EdgeStatistics(root_mean_square(gradient), largest_magnitude(gradient))
            for edge, gradient in plan.edge_gradients.items()
        }
        layers = dict[str, LayerStatistics]()
        for node, (start, end) in network.spans.items():
            weights, gradients = network.parameters[start:end], network.gradients_vector[start:end]
            change = before[start:end]
            size = root_mean_square(change)
            update = root_mean_square(np.subtract(weights, change, out=change))
            layers[node] = LayerStatistics(
                weights=root_mean_square(weights),
                gradients=root_mean_square(gradients),
                activations=root_mean_square(plan.kernels[node].output),
                update_ratio=update / size if size else 0.0,
            )
        for node, part in network.shared_gradients.items():
            if network.learns(node):
                layers[node] = replace(
                    layers[network.sharing[node]],
                    gradients=root_mean_square(part),
                    activations=root_mean_square(plan.kernels[node].output),
                )
    return Observation(edges, {node: layers[node] for node in network.order if node in layers})
