"""Fields that many kinds of layers declare alike, such as `use_bias: bool = fields.use_bias()`."""

from __future__ import annotations

from typing import Any

from engine.hyperparameters import AT_LEAST_ONE, WINDOW_SIZES, hyper
from engine.layers.windows import CAUSAL, SAME, VALID
from engine.shapes import Shape


def trainable() -> Any:
    """Of every layer that learns: `trainable: bool`."""
    return hyper(True, label="Trainable", help="Switched off, the layer keeps its weights as they are.", advanced=True)


def activation() -> Any:
    """`activation: ActivationFunction`."""
    return hyper("linear", label="Activation", help="The function applied to each sum.", headline=True)


def use_bias(advanced: bool = False) -> Any:
    """`use_bias: bool`."""
    return hyper(True, label="Bias", help="Adds a learned constant to each sum.", advanced=advanced)


def initializer() -> Any:
    """`kernel_initializer: Initializer`."""
    return hyper("glorot_uniform", label="Weight initializer", help="How the weights begin.")


def bias_initializer() -> Any:
    """`bias_initializer: Initializer`."""
    return hyper("zeros", label="Bias initializer", help="How the biases begin.")


def regularizer() -> Any:
    """`kernel_regularizer: Regularizer`."""
    return hyper("none", label="Weight regularizer", help="What large weights cost beside the data.")


def constraint() -> Any:
    """`kernel_constraint: Constraint`."""
    return hyper("none", label="Weight constraint", help="What the weights may be after a step.")


def filters() -> Any:
    """`filters: int`."""
    return hyper(8, label="Filters", help="Number of patterns to look for.", bounds=AT_LEAST_ONE, headline=True)


def depth_multiplier() -> Any:
    """`depth_multiplier: int`."""
    return hyper(1, label="Depth multiplier", help="Number of patterns for each channel.", bounds=AT_LEAST_ONE)


def kernel_size(default: Shape) -> Any:
    """`kernel_size: tuple[int, ...]`."""
    return hyper(
        default,
        label="Kernel size",
        help="Size of the window. On pictures one number counts for rows and columns.",
        bounds=WINDOW_SIZES,
        headline=True,
    )


def strides(default: Shape) -> Any:
    """`strides: tuple[int, ...]`."""
    return hyper(
        default,
        label="Strides",
        help="How far the window moves each time. On pictures one number counts for rows and columns.",
        bounds=WINDOW_SIZES,
    )


def dilation_rate(default: Shape) -> Any:
    """`dilation_rate: tuple[int, ...]`."""
    return hyper(
        default,
        label="Dilation rate",
        help="How far apart the window's entries lie; 1 leaves no holes.",
        bounds=WINDOW_SIZES,
        advanced=True,
    )


def padding() -> Any:
    """Of every layer that moves a window: `padding: str`."""
    return hyper(
        VALID,
        label="Padding",
        help="valid keeps the window inside; same pads the edges, so that strides 1 keep the size.",
        choices=(VALID, SAME),
    )


def sequence_padding() -> Any:
    """Of a convolution along time: `padding: str`."""
    return hyper(
        VALID,
        label="Padding",
        help="valid keeps the window inside; same pads both ends, so that strides 1 keep the length; "
        "causal pads the beginning only, so that no step sees a later one.",
        choices=(VALID, SAME, CAUSAL),
    )
