"""What layers on pictures and sequences ask of their inputs and of their own numbers."""

from __future__ import annotations

from engine.errors import Message, ShapeError
from engine.shapes import Shape, shape_text


def require_picture(layer: str, shape: Shape) -> tuple[int, int, int]:
    """The rows, columns and channels of a picture, or ShapeError."""
    if len(shape) != 3:
        raise ShapeError(
            Message("{layer} needs pictures of rows×columns×channels, such as 28×28×1. Received: {shape}. "
                    "A Reshape layer before it can lay its input out so.", layer=layer, shape=shape_text(shape))
        )  # fmt: skip
    rows, columns, channels = shape
    return rows, columns, channels


def require_sequence(layer: str, shape: Shape) -> tuple[int, int]:
    """The steps and features of a sequence, or ShapeError."""
    if len(shape) != 2:
        raise ShapeError(
            Message("{layer} needs sequences of steps×features, such as 20×1. Received: {shape}. "
                    "A Reshape layer before it can lay its input out so.", layer=layer, shape=shape_text(shape))
        )  # fmt: skip
    steps, features = shape
    return steps, features


def both_axes(numbers: tuple[int, ...]) -> tuple[int, int]:
    """For rows and for columns; one number counts for both."""
    return numbers[0], numbers[-1]


def too_many_axes(label: str, numbers: tuple[int, ...]) -> Message:
    """That a field takes one number or two."""
    return Message("{label} takes one number, or two for rows and columns. Received: {value}.",
                   label=Message(label), value=shape_text(numbers))  # fmt: skip
