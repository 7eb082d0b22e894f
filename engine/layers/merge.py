"""Layers that join several wires into one."""

from __future__ import annotations

import numpy as np

from engine.errors import Message, ShapeError
from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.shapes import Shape, shape_text


class Merge(Layer):
    """What these kinds share: any number of inputs, of one shape where a kind does not say otherwise."""

    symbols = {"k": "number of the input"}
    category = Category.MERGE
    ports = ("input", "input")
    variadic = True

    def output_shape(self, *shapes: Shape) -> Shape:
        if any(shape != shapes[0] for shape in shapes):
            raise ShapeError(
                Message("{layer} needs inputs of one shape. Received: {shapes}.",
                        layer=Message(self.label), shapes=", ".join(map(shape_text, shapes)))
            )  # fmt: skip
        return shapes[0]


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


class Add(Merge, name="Add"):
    label = "Add"
    summary = "Adds inputs of one shape number by number; the joint of a skip connection."
    formula = r"a = \sum_k x_k"

    def kernel(self, slot: Slot) -> Kernel:
        return AddKernel(slot)


class AverageKernel(AddKernel):
    """A sum shared out; backwards every input receives the same share, so one array serves all."""

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot)
        self.share = np.array(1 / len(self.inputs), slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.empty_like(output_gradient),) * len(self.inputs)

    def forward(self) -> None:
        super().forward()
        np.multiply(self.output, self.share, self.output)

    def propagate(self) -> None:
        np.multiply(self.output_gradient, self.share, self.input_gradients[0])


class Average(Merge, name="Average"):
    label = "Average"
    summary = "The mean of inputs of one shape, number by number."
    formula = r"a = \frac{1}{K} \sum_k x_k"
    symbols = {**Merge.symbols, "K": "how many inputs there are"}

    def kernel(self, slot: Slot) -> Kernel:
        return AverageKernel(slot)


class SubtractKernel(Kernel):
    """A difference; backwards the right input receives the gradient with its sign turned."""

    def __init__(self, slot: Slot) -> None:
        self.left, self.right = slot.inputs
        self.output = np.empty_like(self.left)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (output_gradient, np.empty_like(output_gradient))

    def forward(self) -> None:
        np.subtract(self.left, self.right, self.output)

    def propagate(self) -> None:
        np.negative(self.output_gradient, self.input_gradients[1])


class Subtract(Merge, name="Subtract"):
    label = "Subtract"
    summary = "Takes the second input away from the first, number by number."
    formula = r"a = x_1 - x_2"
    ports = ("left", "right")
    variadic = False

    def kernel(self, slot: Slot) -> Kernel:
        return SubtractKernel(slot)


class MultiplyKernel(Kernel):
    """A product, with what stood before each factor kept: backwards nothing is divided, so factors may be 0."""

    def __init__(self, slot: Slot) -> None:
        first, *self.factors = slot.inputs
        self.products = (first, *(np.empty_like(first) for _ in self.factors))
        self.output = self.products[-1]

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = tuple(np.empty_like(output_gradient) for _ in self.products)

    def forward(self) -> None:
        for number, factor in enumerate(self.factors):
            np.multiply(self.products[number], factor, self.products[number + 1])

    def propagate(self) -> None:
        first, *others = self.input_gradients
        behind = self.output_gradient  # times all factors behind the one at hand
        for before, factor, gradient in zip(self.products[-2::-1], self.factors[::-1], others[::-1], strict=True):
            np.multiply(before, behind, gradient)
            np.multiply(behind, factor, first)
            behind = first


class Multiply(Merge, name="Multiply"):
    label = "Multiply"
    summary = "Multiplies inputs of one shape number by number; a gate, where one of them lies between 0 and 1."
    formula = r"a = \prod_k x_k"

    def kernel(self, slot: Slot) -> Kernel:
        return MultiplyKernel(slot)


class MaximumKernel(Kernel):
    """The larger of what was largest so far and the next input; equals share the gradient half and half.

    So do Keras and PyTorch's torch.maximum. Of three equal inputs the last receives a half, the others a quarter each.
    """

    def __init__(self, slot: Slot) -> None:
        first, *self.rivals = slot.inputs
        self.largest = (first, *(np.empty_like(first) for _ in self.rivals))
        self.output = self.largest[-1]

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = tuple(np.empty_like(output_gradient) for _ in self.largest)
        self.half = np.array(0.5, output_gradient.dtype)
        self.reaches = np.empty(output_gradient.shape, bool)
        self.exceeds = np.empty(output_gradient.shape, bool)
        self.halves = self.reaches.view(np.int8), self.exceeds.view(np.int8)

    def forward(self) -> None:
        for number, rival in enumerate(self.rivals):
            np.maximum(self.largest[number], rival, out=self.largest[number + 1])

    def propagate(self) -> None:
        first, *others = self.input_gradients
        rest = self.output_gradient
        for before, rival, gradient in zip(self.largest[-2::-1], self.rivals[::-1], others[::-1], strict=True):
            np.greater_equal(rival, before, self.reaches)
            np.greater(rival, before, self.exceeds)
            halves, more = self.halves
            np.add(halves, more, halves)
            np.multiply(rest, halves, gradient)
            np.multiply(gradient, self.half, gradient)
            np.subtract(rest, gradient, first)
            rest = first


class Maximum(Merge, name="Maximum"):
    label = "Maximum"
    summary = "The largest of inputs of one shape, number by number."
    formula = r"a = \max_k x_k"
    passes_values = True

    def kernel(self, slot: Slot) -> Kernel:
        return MaximumKernel(slot)


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


class Concatenate(Merge, name="Concatenate"):
    label = "Concatenate"
    summary = "Puts inputs side by side along their last axis."
    formula = r"a = [x_1, x_2, \dots]"
    passes_values = True

    def output_shape(self, *shapes: Shape) -> Shape:
        if any(shape[:-1] != shapes[0][:-1] for shape in shapes):
            raise ShapeError(
                Message("{layer} needs inputs that differ in their last axis only. Received: {shapes}.",
                        layer=Message(self.label), shapes=", ".join(map(shape_text, shapes)))
            )  # fmt: skip
        return (*shapes[0][:-1], sum(shape[-1] for shape in shapes))

    def kernel(self, slot: Slot) -> Kernel:
        return ConcatenateKernel(slot)
