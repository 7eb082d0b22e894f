"""Where a window stops as it moves along one axis: how often, and how much padding that takes.

Keras's rules, https://keras.io/api/layers/convolution_layers/: "valid" stays inside the input, "same" pads with zeros
until stride 1 gives back the input's length.
"""

from __future__ import annotations

from typing import Any

from engine.hyperparameters import hyper

VALID, SAME = "valid", "same"


def padding_field() -> Any:
    """The field `padding: str` of every layer that moves a window."""
    return hyper(
        VALID,
        label="Padding",
        help="valid keeps the window inside; same pads the edges, so that strides 1 keep the size.",
        choices=(VALID, SAME),
    )


def window_length(kernel: int, dilation: int) -> int:
    """How many entries a window spans, holes included."""
    return (kernel - 1) * dilation + 1


def output_length(length: int, kernel: int, stride: int, dilation: int, padding: str) -> int:
    """How many windows fit along an axis of this length; 0 or less where none does."""
    if padding == SAME:
        return -(-length // stride)
    return (length - window_length(kernel, dilation)) // stride + 1


def padding_amounts(length: int, kernel: int, stride: int, dilation: int, padding: str) -> tuple[int, int]:
    """How many entries are added before and after the axis; what is odd goes after, as in TensorFlow."""
    if padding != SAME:
        return 0, 0
    reached = (output_length(length, kernel, stride, dilation, padding) - 1) * stride + window_length(kernel, dilation)
    total = max(reached - length, 0)
    return total // 2, total - total // 2
