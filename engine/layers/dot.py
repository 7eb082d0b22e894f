"""The products of vectors with vectors, and the cosines of the angles between them."""

from __future__ import annotations

import math

import numpy as np

from engine.errors import Message, ShapeError
from engine.hyperparameters import hyper
from engine.layers.base import Array, Category, Kernel, Layer, Slot
from engine.shapes import Shape, shape_text

SHORTEST = 1e-7
"""A vector that is not longer has no direction: it counts as 0, and no gradient flows to it."""


class Directions:
    """Vectors scaled to length 1, and the gradient's way back through that: dx = (du - u (u du)) / |x|."""

    def __init__(self, vectors: Array) -> None:
        self.vectors = vectors
        self.units = np.empty_like(vectors)
        self.lengths = np.empty((*vectors.shape[:-1], 1), vectors.dtype)
        self.squares = self.lengths[..., 0]
        self.scale = np.empty_like(self.lengths)
        self.along = np.empty_like(self.lengths)
        self.products = self.along[..., 0]
        self.has_direction = np.empty(self.lengths.shape, bool)

    def forward(self) -> None:
        np.vecdot(self.vectors, self.vectors, out=self.squares)
        np.sqrt(self.lengths, out=self.lengths)
        np.greater(self.lengths, SHORTEST, out=self.has_direction)
        self.scale.fill(0)
        np.divide(1, self.lengths, out=self.scale, where=self.has_direction)
        np.multiply(self.vectors, self.scale, out=self.units)

    def propagate(self, gradient: Array, out: Array) -> None:
        """From the gradient of the unit vectors, which is not kept, to that of the vectors."""
        np.vecdot(self.units, gradient, out=self.products)
        np.multiply(self.units, self.along, out=out)
        np.subtract(gradient, out, out=out)
        np.multiply(out, self.scale, out=out)


class DotKernel(Kernel):
    """Each vector of the left times each of the right: one matrix product a sample, and two backwards."""

    def __init__(self, slot: Slot, shape: Shape) -> None:
        self.sources = slot.inputs
        vectors = [source.reshape(slot.batch, -1, source.shape[-1]) for source in slot.inputs]
        self.left, self.right = vectors
        self.output = np.empty((slot.batch, *shape), slot.dtype)
        self.products = self.output.reshape(slot.batch, self.left.shape[1], self.right.shape[1])
        self.right_turned = self.right.transpose(0, 2, 1)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.gradient = output_gradient.reshape(self.products.shape)
        self.gradient_turned = self.gradient.transpose(0, 2, 1)
        self.left_gradient, self.right_gradient = np.empty_like(self.left), np.empty_like(self.right)
        gradients = zip(self.sources, (self.left_gradient, self.right_gradient), strict=True)
        self.input_gradients = tuple(gradient.reshape(source.shape) for source, gradient in gradients)

    def forward(self) -> None:
        np.matmul(self.left, self.right_turned, out=self.products)

    def propagate(self) -> None:
        np.matmul(self.gradient, self.right, out=self.left_gradient)
        np.matmul(self.gradient_turned, self.left, out=self.right_gradient)


class CosineKernel(DotKernel):
    """The same for the vectors' directions."""

    def __init__(self, slot: Slot, shape: Shape) -> None:
        super().__init__(slot, shape)
        self.directions = Directions(self.left), Directions(self.right)
        self.left, self.right = (direction.units for direction in self.directions)
        self.right_turned = self.right.transpose(0, 2, 1)

    def bind(self, output_gradient: Array) -> None:
        super().bind(output_gradient)
        unit_gradients = (self.left_gradient, self.right_gradient)
        self.input_gradients = tuple(np.empty_like(source) for source in self.sources)
        self.ways_back = tuple(
            (direction, gradient, out.reshape(gradient.shape))
            for direction, gradient, out in zip(self.directions, unit_gradients, self.input_gradients, strict=True)
        )

    def forward(self) -> None:
        for direction in self.directions:
            direction.forward()
        super().forward()

    def propagate(self) -> None:
        super().propagate()
        for direction, gradient, out in self.ways_back:
            direction.propagate(gradient, out)


class Dot(Layer, name="Dot"):
    """Keras's Dot with axes=-1."""

    label = "Dot"
    summary = (
        "How much two inputs point the same way: the sum of products of each vector of one with each of the other."
    )
    formula = r"a_{ij} = x_i \cdot y_j"
    symbols = {"x y": "left and right input", "i j": "places in them"}
    category = Category.MERGE
    ports = ("left", "right")

    normalize: bool = hyper(
        False, label="Normalize", help="Scales every vector to length 1 first, which gives the cosine of their angle."
    )

    def output_shape(self, *shapes: Shape) -> Shape:
        left, right = shapes
        if left[-1] != right[-1]:
            raise ShapeError(
                Message("{layer} needs inputs with the same last size. Received: {shapes}.",
                        layer=Message(self.label), shapes=", ".join(map(shape_text, shapes)))
            )  # fmt: skip
        return (*left[:-1], *right[:-1]) or (1,)

    def working_values(self, *shapes: Shape) -> int:
        """The directions of all vectors, and their gradients."""
        return 2 * sum(map(math.prod, shapes)) if self.normalize else 0

    def kernel(self, slot: Slot) -> Kernel:
        shape = self.output_shape(*(source.shape[1:] for source in slot.inputs))
        return CosineKernel(slot, shape) if self.normalize else DotKernel(slot, shape)
