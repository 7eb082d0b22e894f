"""Backpropagation against finite differences: the proof that gradients are what they claim to be.

Weights that begin at 0 can put many values on a kink, where a function has no derivative and differences of any step
are wrong: behind a PReLU with slopes of 0 all that is negative is equal. So all weights are moved a little first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.network import Arrays, Network

STEPS = (1e-5, 1e-6, 1e-7)
"""Steps to each side; a smaller one is tried only where a larger one may have crossed a kink."""
TOLERANCE = 1e-6
MOVED = 1e-2
"""By at most so much, and at least half of it, each weight is moved off its value: far more than a step."""
SAMPLED_WEIGHTS = 24
"""Weights tried in each array, drawn at random where it has more."""
NEGLIGIBLE = 1e-4
"""Errors are relative to at least this much: differences cannot resolve smaller gradients."""


class GradientCheck(NamedTuple):
    """One weight array: the largest relative error among the weights that were tried."""

    key: str
    tried: int
    size: int
    error: float

    @property
    def passed(self) -> bool:
        return self.error <= TOLERANCE


def check_gradients(network: Network, X: Arrays, Y: Arrays, seed: int = 0) -> tuple[GradientCheck, ...]:
    """Compare all learned arrays of a float64 network on one batch, close to its weights, which stay as they are."""
    rng = np.random.default_rng(seed)
    with _moved(network, rng):
        return tuple(_checks(network, X, Y, rng))


@contextmanager
def _moved(network: Network, rng: np.random.Generator) -> Iterator[None]:
    """Move what is learned by random amounts, and put it back to the bit."""
    before = network.parameters.copy()
    amounts = rng.uniform(MOVED / 2, MOVED, before.shape) * rng.choice((-1.0, 1.0), before.shape)
    try:
        np.add(before, amounts, network.parameters)
        yield
    finally:
        np.copyto(network.parameters, before)


def _checks(network: Network, X: Arrays, Y: Arrays, rng: np.random.Generator) -> Iterator[GradientCheck]:
    gradients = network.gradients(X, Y)
    for node, specs in network.specs.items():
        for name in (spec.name for spec in specs if spec.learned):
            key, weights = f"{node}.{name}", network.weights[node][name]
            tried = rng.permutation(weights.size)[:SAMPLED_WEIGHTS]
            flat = weights.reshape(-1)
            error = max((_error(network, flat, int(i), gradients[key].flat[i], X, Y) for i in tried), default=0.0)
            yield GradientCheck(key, len(tried), weights.size, error)


def _error(network: Network, weights: NDArray[np.floating], index: int, gradient: float, X: Arrays, Y: Arrays) -> float:
    """|difference - gradient| / (|difference| + |gradient|), the smallest over the steps."""
    smallest = np.inf
    for step in STEPS:
        difference = _difference(network, weights, index, step, X, Y)
        size = max(abs(difference) + abs(gradient), NEGLIGIBLE)
        smallest = min(smallest, abs(difference - gradient) / size)
        if smallest <= TOLERANCE:
            break
    return float(smallest)


def _difference(
    network: Network, weights: NDArray[np.floating], index: int, step: float, X: Arrays, Y: Arrays
) -> float:
    before = weights[index]
    try:
        weights[index] = before + step
        above = network.loss(X, Y)
        weights[index] = before - step
        below = network.loss(X, Y)
    finally:
        weights[index] = before
    return (above - below) / (2 * step)
