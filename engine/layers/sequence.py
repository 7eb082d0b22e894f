"""Sequences: samples of time steps, each a row of features."""

from __future__ import annotations

from engine.errors import Message, ShapeError
from engine.shapes import Shape, shape_text


def require_sequence(layer: str, shape: Shape) -> tuple[int, int]:
    """Time steps and features of a sequence, or ShapeError."""
    if len(shape) != 2:
        raise ShapeError(
            Message("{layer} needs sequences: time steps and features. Received: {shape}. "
                    "Change the Input's shape, such as 20×8 for 20 steps of 8 features.",
                    layer=layer, shape=shape_text(shape))
        )  # fmt: skip
    return shape[0], shape[1]
