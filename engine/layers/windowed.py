"""The fields and the checks of layers that move a window of weights over a sequence or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from engine.activations import ActivationFunction
from engine.errors import Message, ShapeError
from engine.hyperparameters import AT_LEAST_ONE, WINDOW_SIZES, hyper
from engine.initializers import Initializer
from engine.layers.base import Category, Layer, WeightSpec
from engine.layers.folding import Pair, Window
from engine.shapes import Shape, shape_text


def filters_field() -> Any:
    """The field `filters: int`."""
    return hyper(8, label="Filters", help="Number of patterns to look for.", bounds=AT_LEAST_ONE, headline=True)


def kernel_size_field(default: Shape) -> Any:
    """The field `kernel_size: tuple[int, ...]`."""
    return hyper(
        default,
        label="Kernel size",
        help="Size of the window. On pictures one number counts for rows and columns.",
        bounds=WINDOW_SIZES,
        headline=True,
    )


def strides_field(default: Shape) -> Any:
    """The field `strides: tuple[int, ...]`."""
    return hyper(
        default,
        label="Strides",
        help="How far the window moves each time. On pictures one number counts for rows and columns.",
        bounds=WINDOW_SIZES,
    )


def dilation_field(default: Shape) -> Any:
    """The field `dilation_rate: tuple[int, ...]`."""
    return hyper(
        default,
        label="Dilation rate",
        help="How far apart the window's entries lie; 1 leaves no holes.",
        bounds=WINDOW_SIZES,
        advanced=True,
    )


def activation_field() -> Any:
    """The field `activation: ActivationFunction`."""
    return hyper("linear", label="Activation", help="The function applied to each sum.", headline=True)


def use_bias_field() -> Any:
    """The field `use_bias: bool`."""
    return hyper(True, label="Bias", help="Adds a learned constant to each sum.")


def depth_multiplier_field() -> Any:
    """The field `depth_multiplier: int`."""
    return hyper(1, label="Depth multiplier", help="Number of patterns for each channel.", bounds=AT_LEAST_ONE)


class Windowed(Layer):
    """A layer with these fields and an activation; `axes` is 1 for sequences and 2 for pictures."""

    category = Category.CONVOLUTION
    axes: ClassVar[int] = 2

    if TYPE_CHECKING:  # each kind declares them, in the order of its form
        kernel_size: tuple[int, ...]
        strides: tuple[int, ...]
        padding: str
        dilation_rate: tuple[int, ...]
        activation: ActivationFunction
        bias_initializer: Initializer
        use_bias: bool
        trainable: bool

    def conflicts(self) -> Iterator[Message]:
        for field in self.hyperparameters():
            value = getattr(self, field.name)
            if field.kind is tuple and len(value) > self.axes:
                told = {"label": Message(field.label), "value": shape_text(value)}
                yield (
                    Message("{label} takes one number. Received: {value}.", **told)
                    if self.axes == 1
                    else Message("{label} takes one number, or two for rows and columns. Received: {value}.", **told)
                )

    @property
    def window(self) -> Window:
        """The window, in rows and columns; a sequence has one row."""
        return Window(
            self._pair(self.kernel_size), self._pair(self.strides), self._pair(self.dilation_rate), self.padding
        )

    def _pair(self, sizes: tuple[int, ...]) -> Pair:
        return (sizes[0], sizes[-1]) if self.axes == 2 else (1, sizes[0])

    @property
    def kernel_shape(self) -> Shape:
        """The window's size along each axis of the input."""
        return self.window.size[-self.axes :]

    def require_rank(self, shape: Shape) -> None:
        """ShapeError unless the shape has the layer's axes and channels."""
        if len(shape) == self.axes + 1:
            return
        told = {"layer": self.name, "shape": shape_text(shape)}
        raise ShapeError(
            Message("{layer} needs sequences of steps×features, such as 20×1. Received: {shape}. "
                    "A Reshape layer before it can lay its input out so.", **told)
            if self.axes == 1
            else Message("{layer} needs pictures of rows×columns×channels, such as 28×28×1. Received: {shape}. "
                         "A Reshape layer before it can lay its input out so.", **told)
        )  # fmt: skip

    def window_counts(self, shape: Shape) -> Shape:
        """How many windows fit along each axis; ShapeError where none does."""
        self.require_rank(shape)
        rows, columns = (1, *shape[:-1])[-2:]
        counts = self.window.counts(rows, columns)[-self.axes :]
        if min(counts) < 1:
            spans = self.window.spans[-self.axes :]
            raise ShapeError(
                Message("{layer} moves a window of {window} over an input of only {shape}. "
                        "Make the window smaller, or set the padding to same.",
                        layer=self.name, window=shape_text(spans), shape=shape_text(shape[:-1]))
            )  # fmt: skip
        return counts

    def bias_weights(self, units: int) -> tuple[WeightSpec, ...]:
        """The bias, where there is one."""
        bias = WeightSpec("bias", (units,), self.bias_initializer, trainable=self.trainable)
        return (bias,) if self.use_bias else ()

    @property
    def final_activation(self) -> ActivationFunction:
        return self.activation
