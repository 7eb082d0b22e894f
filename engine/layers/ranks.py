"""How many axes the samples of layers on sequences and on pictures have: one or two, and the channels last."""

from __future__ import annotations

from engine.errors import Message, ShapeError
from engine.layers.base import Layer
from engine.shapes import Shape, shape_text


def require_axes(layer: Layer, shape: Shape, axes: int) -> None:
    """ShapeError unless there are so many axes beside the channels: 1 in a sequence, 2 in a picture."""
    if len(shape) == axes + 1:
        return
    told = {"layer": Message(layer.label), "shape": shape_text(shape)}
    raise ShapeError(
        Message("{layer} needs sequences of steps×features, such as 20×1. Received: {shape}. "
                "A Reshape layer before it can lay its input out so.", **told)
        if axes == 1
        else Message("{layer} needs pictures of rows×columns×channels, such as 28×28×1. Received: {shape}. "
                     "A Reshape layer before it can lay its input out so.", **told)
    )  # fmt: skip


def require_sequence(layer: Layer, shape: Shape) -> tuple[int, int]:
    """The steps and features of a sequence, or ShapeError."""
    require_axes(layer, shape, 1)
    steps, features = shape
    return steps, features


def require_picture(layer: Layer, shape: Shape) -> tuple[int, int, int]:
    """The rows, columns and channels of a picture, or ShapeError."""
    require_axes(layer, shape, 2)
    rows, columns, channels = shape
    return rows, columns, channels
