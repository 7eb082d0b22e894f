"""One row of features for several Inputs: each takes as many columns as it holds, in the order of their ids."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.shapes import Shape


def deals(features: Shape, inputs: Mapping[str, Shape]) -> bool:
    """Whether samples of flat features come out even among several Inputs."""
    return len(inputs) > 1 and len(features) == 1 and features[0] == sum(map(math.prod, inputs.values()))


def dealt(table: NDArray[np.generic], inputs: Mapping[str, Shape]) -> dict[str, NDArray[np.generic]]:
    """The columns of a table (n, features) for each Input, in its own shape."""
    parts, first = {}, 0
    for node, shape in inputs.items():
        last = first + math.prod(shape)
        parts[node], first = table[:, first:last].reshape(-1, *shape), last
    return parts
