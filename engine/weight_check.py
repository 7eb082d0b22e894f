"""Whether arrays of a file can be the weights of a drawing, asked before any network is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import Message
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.shapes import Shape, shape_text


def misfits(graph: Graph, weights: Mapping[str, NDArray[Any]]) -> list[Message]:
    """Why these arrays are not the weights of this graph; works from declarations, with no array made."""
    wanted = weight_shapes(graph)
    problems = [Message("The weights lack {key}.", key=key) for key in wanted if key not in weights]
    for key, array in weights.items():
        if key not in wanted:
            problems.append(Message("The weights hold {key}, which the network does not have.", key=key))
        elif array.shape != wanted[key]:
            problems.append(
                Message("{key} has shape {wanted}. Received: {came}.",
                        key=key, wanted=shape_text(wanted[key]), came=shape_text(array.shape))
            )  # fmt: skip
    return problems


def not_numbers(weights: Mapping[str, NDArray[Any]]) -> list[Message]:
    """Which of these arrays hold something that no weight can be, in the type of number that networks use."""
    return [
        Message("{key} holds values that are not finite numbers of float32.", key=key)
        for key, array in ((key, np.asarray(array)) for key, array in weights.items())
        if not (array.dtype.kind in "iuf" and _finite_in_float32(array))
    ]


def _finite_in_float32(array: NDArray[Any]) -> bool:
    with np.errstate(over="ignore"):
        return bool(np.isfinite(array.astype(np.float32, copy=False)).all())


def weight_shapes(graph: Graph) -> dict[str, Shape]:
    """The shapes of all arrays that the graph learns, as far as its shapes are known."""
    return {f"{node}.{spec.name}": spec.shape for node, specs in infer_shapes(graph).specs.items() for spec in specs}
