"""Layers that join several wires into one."""

from __future__ import annotations

import numpy as np

from engine.errors import Message, ShapeError
from engine.layers.base import Array, Category, Kernel, Layer, Slot, require_equal_shapes
from engine.shapes import Shape, shape_text


class AddKernel(Kernel):
    """A sum forwards; backwards every input receives the same gradient, so one array serves all."""

    def __init__(self, slot: Slot) -> None:
        self.inputs = slot.inputs
        self.output = np.empty_like(self.inputs[0])

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (output_gradient,) * len(self.inputs)

    def forward(self) -> None:
        np.add(self.inputs[0], self.inputs[1], self.output)
        for source in self.inputs[2:]:
            np.add(self.output, source, self.output)


class Add(Layer, name="Add"):
    label = "Add"
    summary = "Adds inputs of one shape number by number; the joint of a skip connection."
    formula = r"a = \sum_k x_k"
    category = Category.MERGE
    ports = ("input", "input")
    variadic = True

    def output_shape(self, *shapes: Shape) -> Shape:
        return require_equal_shapes(self.name, shapes)

    def kernel(self, slot: Slot) -> Kernel:
        return AddKernel(slot)


class ConcatenateKernel(Kernel):
    """Inputs side by side along the last axis; backwards each receives its own share."""

    def __init__(self, slot: Slot) -> None:
        self.inputs = slot.inputs
        width = sum(source.shape[-1] for source in self.inputs)
        self.output = np.empty((*self.inputs[0].shape[:-1], width), slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = tuple(np.empty_like(source) for source in self.inputs)
        ends = np.cumsum([source.shape[-1] for source in self.inputs])
        self.shares = np.split(output_gradient, ends[:-1], axis=-1)

    def forward(self) -> None:
        np.concatenate(self.inputs, axis=-1, out=self.output)

    def propagate(self) -> None:
        for share, gradient in zip(self.shares, self.input_gradients, strict=True):
            np.copyto(gradient, share)


class Concatenate(Layer, name="Concatenate"):
    label = "Concatenate"
    summary = "Puts inputs side by side along their last axis."
    formula = r"a = [x_1, x_2, \dots]"
    category = Category.MERGE
    ports = ("input", "input")
    variadic = True

    def output_shape(self, *shapes: Shape) -> Shape:
        if any(shape[:-1] != shapes[0][:-1] for shape in shapes):
            raise ShapeError(
                Message("{layer} needs inputs that differ in their last axis only. Received: {shapes}.",
                        layer=self.name, shapes=", ".join(map(shape_text, shapes)))
            )  # fmt: skip
        return (*shapes[0][:-1], sum(shape[-1] for shape in shapes))

    def kernel(self, slot: Slot) -> Kernel:
        return ConcatenateKernel(slot)
