"""Layers that lay the same numbers out anew."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.errors import Message, ShapeError
from engine.hyperparameters import AT_LEAST_ONE, Bounds, hyper
from engine.layers.base import Array, Kernel, Layer, Slot
from engine.layers.core import ReshapeKernel
from engine.shapes import Shape, shape_text

REST = -1
"""Stands for the one size that follows from the others."""


class Reshape(Layer, name="Reshape"):
    label = "Reshape"
    summary = "Lays the numbers of a sample out in another shape, in the same order."
    formula = r"\mathrm{vec}(a) = \mathrm{vec}(x)"
    passes_values = only_reshapes = True

    target_shape: tuple[int, ...] = hyper(
        (REST,),
        label="Target shape",
        help="Sizes of one sample. One of them may be -1: it follows from the others.",
        bounds=Bounds(REST),
        headline=True,
    )

    def conflicts(self) -> Iterator[Message]:
        if 0 in self.target_shape or self.target_shape.count(REST) > 1:
            yield Message(
                "{label} takes sizes of at least 1, and -1 for at most one of them. Received: {value}.",
                label=Message("Target shape"), value=shape_text(self.target_shape),
            )  # fmt: skip

    def output_shape(self, *shapes: Shape) -> Shape:
        numbers = math.prod(shapes[0])
        known = math.prod(size for size in self.target_shape if size != REST)
        open_end = REST in self.target_shape
        if numbers % known if open_end else numbers != known:
            wanted = (
                Message("a multiple of {count}", count=known) if open_end else Message("{count} numbers", count=known)
            )
            shape = shape_text(shapes[0])
            came = Message("{shape}, which is {numbers}", shape=shape, numbers=numbers) if len(shapes[0]) > 1 else shape
            raise ShapeError(
                Message("{layer} to {target} needs {wanted}. Received: {came}. Change the target shape.",
                        layer=Message(self.label), target=shape_text(self.target_shape), wanted=wanted, came=came)
            )  # fmt: skip
        return tuple(numbers // known if size == REST else size for size in self.target_shape)

    def remedy(self, *shapes: Shape) -> tuple[str, Any] | None:
        """As many of the wanted sizes as possible, with one that follows from the others; at worst a flat sample."""
        numbers, sizes = math.prod(shapes[0]), [size for size in self.target_shape if size != REST]
        for place in range(len(sizes)):
            before, behind = sizes[:place], sizes[place + 1 :]
            if numbers % math.prod((*before, *behind)) == 0:
                return "target_shape", (*before, REST, *behind)
        return "target_shape", (REST,)

    def working_values(self, *shapes: Shape) -> int:
        return 0

    def kernel(self, slot: Slot) -> Kernel:
        return ReshapeKernel(slot, self.output_shape(slot.inputs[0].shape[1:]))


class PermuteKernel(Kernel):
    """A copy in the new order, for other kernels need their arrays in one piece; backwards the order is undone."""

    def __init__(self, slot: Slot, axes: tuple[int, ...]) -> None:
        self.axes = axes
        self.turned = slot.inputs[0].transpose(axes)
        self.output = np.empty(self.turned.shape, slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.gradient = output_gradient.transpose(np.argsort(self.axes))
        self.input_gradients = (np.empty(self.gradient.shape, self.gradient.dtype),)

    def forward(self) -> None:
        np.copyto(self.output, self.turned)

    def propagate(self) -> None:
        np.copyto(self.input_gradients[0], self.gradient)


class Permute(Layer, name="Permute"):
    label = "Permute"
    summary = "Puts the axes of a sample into another order; 2, 1 swaps the two axes of a sequence."
    formula = r"a_{ji} = x_{ij}"
    passes_values = True

    dims: tuple[int, ...] = hyper(
        (2, 1),
        label="Order of axes",
        help="The input's axes in their new order, counted from 1.",
        bounds=AT_LEAST_ONE,
        headline=True,
    )

    def conflicts(self) -> Iterator[Message]:
        if sorted(self.dims) != list(range(1, len(self.dims) + 1)):
            yield Message(
                "{label} takes each axis once, counted from 1, such as 2, 1. Received: {value}.",
                label=Message("Order of axes"), value=", ".join(map(str, self.dims)),
            )  # fmt: skip

    def output_shape(self, *shapes: Shape) -> Shape:
        if len(shapes[0]) != len(self.dims):
            raise ShapeError(
                Message("{layer} orders {wanted} axes. Received: {shape}, which has {came}. "
                        "Name each axis of the input once.", layer=Message(self.label), wanted=len(self.dims),
                        shape=shape_text(shapes[0]), came=len(shapes[0]))
            )  # fmt: skip
        return tuple(shapes[0][axis - 1] for axis in self.dims)

    def kernel(self, slot: Slot) -> Kernel:
        return PermuteKernel(slot, (0, *self.dims))
