"""A look at a network in a run, for the coach: units that are dead, saturated or all alike, over fixed samples.

It only infers, and returns fresh numbers, so it may run on the worker between two batches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.preparation import Prepared
from engine.diagnosis.data_facts import DataFacts, data_facts
from engine.network import Network
from engine.unit_health import Health, unit_health

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Look:
    """What was found; `alike` are layers whose units all have the same weights."""

    units: Mapping[str, Health]
    alike: tuple[str, ...]
    data: DataFacts | None
    parameters: int


def look(network: Network, prepared: Prepared) -> Look:
    """Look at a network and its data."""
    alike = tuple(node for node in network.order if _all_alike(network, node))
    return Look(unit_health(network, prepared), alike, data_facts(network, prepared), network.parameters.size)


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
