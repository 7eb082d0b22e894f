"""What layers that move a window over a sequence or a picture ask of their fields and of their input."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from engine.errors import Message, ShapeError
from engine.layers.base import Category, Layer
from engine.layers.ranks import require_axes
from engine.layers.windows import SAME, Pair, Window
from engine.shapes import Shape, shape_text


def by_axis(numbers: Shape, axes: int) -> Pair:
    """For rows and for columns: of two axes one number may count for both, and a sequence is one row."""
    return (numbers[0], numbers[-1]) if axes == 2 else (1, numbers[0])


def too_many_numbers(layer: Layer, axes: int) -> Iterator[Message]:
    """What is wrong with fields that hold a number for each axis."""
    for field in layer.hyperparameters():
        value = getattr(layer, field.name)
        if isinstance(value, tuple) and len(value) > axes:
            told = {"label": Message(field.label), "value": shape_text(value)}
            yield (
                Message("{label} takes one number. Received: {value}.", **told)
                if axes == 1
                else Message("{label} takes one number, or two for rows and columns. Received: {value}.", **told)
            )


class Windowed(Layer):
    """A layer that moves a window; `axes` is 1 for sequences and 2 for pictures."""

    category = Category.CONVOLUTION
    axes: ClassVar[int] = 2

    @property
    @abstractmethod
    def window(self) -> Window:
        """The window, in rows and columns; a sequence has one row."""

    def conflicts(self) -> Iterator[Message]:
        return too_many_numbers(self, self.axes)

    def window_counts(self, shape: Shape) -> Shape:
        """How many windows fit along each axis of an input; ShapeError where none does."""
        require_axes(self, shape, self.axes)
        rows, columns = (1, *shape[:-1])[-2:]
        counts = self.window.counts(rows, columns)[-self.axes :]
        if min(counts) < 1:
            spans = self.window.spans[-self.axes :]
            raise ShapeError(
                Message("{layer} moves a window of {window} over an input of only {shape}. "
                        "Make the window smaller, or set the padding to same.",
                        layer=Message(self.label), window=shape_text(spans), shape=shape_text(shape[:-1]))
            )  # fmt: skip
        return counts

    def remedy(self, *shapes: Shape) -> tuple[str, Any] | None:
        """Padded edges, with which any window fits."""
        return ("padding", SAME)
