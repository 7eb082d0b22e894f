"""Units that have stopped learning: those that give nothing for any sample, and those that stand at an end for all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ActivationFunction
from engine.data.preparation import Prepared
from engine.fixed_samples import fixed_samples, run_forward
from engine.logits import reads_logits
from engine.network import Network

Array = NDArray[np.floating]

NEAR = 0.05
"""So near to an end, as a share of the distance between both, an output counts as standing there."""
NEARLY_ALL = 0.95
"""For this share of samples a unit stands at an end that counts as saturated."""


@dataclass(frozen=True)
class Health:
    """How many units a layer has, and how many of them are dead and saturated; of a convolution a unit is a channel.

    `can_die` and `can_saturate` say which of both its activation allows at all.
    """

    units: int
    dead: int
    saturated: int
    can_die: bool
    can_saturate: bool


def unit_health(network: Network, prepared: Prepared) -> dict[str, Health]:
    """The health of each layer whose units can die or saturate, in the network's order, over fixed training samples.

    Units whose loss is computed from logits may stand at their ends: the gradient reaches them all the same.
    Empty where the data do not fit the network.
    """
    judged = {node: function for node in network.order if (function := _judged_by(network, node)) is not None}
    plan = run_forward(network, fixed_samples(network, prepared)[0]) if judged else None
    if plan is None:
        return {}
    return {node: _health(function, plan.kernels[node].output) for node, function in judged.items()}


def _judged_by(network: Network, node: str) -> ActivationFunction | None:
    """The activation by which a layer's units are judged; None where they cannot suffer."""
    function = network.graph[node].layer.final_activation
    if function is None or (function.dead_output is None and function.ends is None):
        return None
    to_loss = any(reads_logits(network.graph, network.shapes, edge) for edge in network.graph.outgoing(node))
    return None if to_loss else function


def _health(function: ActivationFunction, outputs: Array) -> Health:
    """Every axis but the last tells samples, or places within them."""
    rows = outputs.reshape(-1, outputs.shape[-1])
    dead = saturated = 0
    if function.dead_output is not None:
        dead = int((rows == function.dead_output).all(axis=0).sum())
    if function.ends is not None:
        low, high = function.ends
        margin = NEAR * (high - low)
        at_end = (rows <= low + margin) | (rows >= high - margin)
        saturated = int((np.count_nonzero(at_end, axis=0) >= NEARLY_ALL * len(rows)).sum())
    return Health(rows.shape[1], dead, saturated, function.dead_output is not None, function.ends is not None)
