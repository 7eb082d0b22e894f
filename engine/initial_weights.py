"""How the weights of a layer begin: the same for one seed, whatever other layers there are and whatever was learned."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from engine.layers import WeightSpec
from engine.random_streams import INITIALIZATION, stream


def initial_weights(specs: Iterable[WeightSpec], seed: int, node: str) -> dict[str, NDArray[np.floating]]:
    """The arrays of a layer by name, as its initialisers draw them."""
    rng = stream(seed, INITIALIZATION, node)
    return {spec.name: spec.initializer.draw(spec.shape, rng) for spec in specs}
