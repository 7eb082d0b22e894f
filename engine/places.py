"""Where arrays lie in one vector, so that what concerns all of them is one operation."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from engine.layers import WeightSpec

Array = NDArray[np.floating]


class Places:
    """Where arrays lie one after the other along a vector; `spans` is the stretch of each layer."""

    def __init__(self) -> None:
        self.size = 0
        self.spans: dict[str, tuple[int, int]] = {}
        self._starts: dict[tuple[str, str], int] = {}

    def add(self, node: str, spec: WeightSpec) -> None:
        """Behind the last one."""
        self._starts[node, spec.name] = self.size
        first = self.spans.get(node, (self.size, 0))[0]
        self.size += math.prod(spec.shape)
        self.spans[node] = (first, self.size)

    def view(self, vector: Array, node: str, spec: WeightSpec) -> Array:
        """The part of the vector that is this array."""
        start = self._starts[node, spec.name]
        return vector[start : start + math.prod(spec.shape)].reshape(spec.shape)
