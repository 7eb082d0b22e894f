"""Embedding: a learned row of numbers for each word, class or other whole number."""

from __future__ import annotations

import math

import numpy as np

from engine.arithmetic import ZERO
from engine.constraints import Constraint
from engine.errors import DataError, Message
from engine.hyperparameters import AT_LEAST_ONE, Bounds, hyper
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.base import Array, Category, Kernel, Layer, Slot, WeightSpec, weight_spec
from engine.regularizers import Regularizer
from engine.shapes import Shape

WHOLE_IN_FLOAT32 = 2**24
"""Below it float32 holds every whole number, and so an index that comes as one."""


class EmbeddingKernel(Kernel):
    """Takes rows; backwards it adds the gradient up in each row that was taken.

    What comes is held within the table, so that memory is never read outside. No gradient flows to whole numbers.
    """

    def __init__(self, slot: Slot) -> None:
        source = slot.inputs[0]
        self.source = source
        self.table = slot.weights["embeddings"]
        self.table_gradient = slot.gradients["embeddings"]
        rows, width = self.table.shape
        self.last = np.array(rows - 1, slot.dtype)
        self.within = np.empty_like(source)
        self.indices = np.empty(source.shape, np.intp)
        self.output = np.empty((*source.shape, width), slot.dtype)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.input_gradients = (np.zeros_like(self.source),)
        self.width = self.table.shape[1]
        self.columns = np.arange(self.width)
        self.places = np.empty(self.output.shape, np.intp)
        self.flat_places = self.places.reshape(-1)
        self.flat_gradient = output_gradient.reshape(-1)
        self.flat_table_gradient = self.table_gradient.reshape(-1)

    def forward(self) -> None:
        np.fmax(self.source, ZERO, out=self.within)  # fmax, since it turns what is no number into 0
        np.fmin(self.within, self.last, out=self.within)
        np.copyto(self.indices, self.within, casting="unsafe")
        self.table.take(self.indices, 0, self.output, "clip")

    def backward(self) -> None:
        """`np.add.at` is fast on vectors only, so each number of a row is given its place in the whole table."""
        np.multiply(self.indices[..., np.newaxis], self.width, self.places)
        np.add(self.places, self.columns, self.places)
        self.table_gradient.fill(0)
        np.add.at(self.flat_table_gradient, self.flat_places, self.flat_gradient)


class Embedding(Layer, name="Embedding"):
    """Keras's Embedding, without masks. What comes are whole numbers from 0 to `input_dim` - 1, as floats."""

    label = "Embedding"
    summary = "Replaces each whole number, such as a word's place in a list, by a row of numbers that it learns."
    formula = r"a = E_x"
    symbols = {"E": "table of learned rows", "x": "whole number that enters"}
    category = Category.SEQUENCE
    takes_whole_numbers = True

    input_dim: int = hyper(
        100,
        label="Input size",
        help="How many different whole numbers there are, counted from 0.",
        bounds=Bounds(1, WHOLE_IN_FLOAT32),
        headline=True,
    )
    output_dim: int = hyper(
        8, label="Output size", help="How many numbers stand for each.", bounds=AT_LEAST_ONE, headline=True
    )
    embeddings_initializer: Initializer = hyper("uniform", label="Weight initializer", help="How the rows begin.")
    embeddings_regularizer: Regularizer = fields.regularizer()
    embeddings_constraint: Constraint = fields.constraint()
    trainable: bool = fields.trainable()

    def output_shape(self, *shapes: Shape) -> Shape:
        return (*shapes[0], self.output_dim)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        return (weight_spec(self, "embeddings", (self.input_dim, self.output_dim), role="embeddings"),)

    def working_values(self, *shapes: Shape) -> int:
        """The indices, and the place of each number of each row; whole numbers are twice as wide."""
        return math.prod(shapes[0]) * (3 + 2 * self.output_dim)

    def kernel(self, slot: Slot) -> Kernel:
        return EmbeddingKernel(slot)

    def check_data(self, values: Array) -> None:
        wrong = ~((values >= 0) & (values < self.input_dim) & (np.floor(values) == values))
        if wrong.any():
            first = tuple(np.argwhere(wrong)[0])
            raise DataError(
                Message("An Embedding of input size {size} takes whole numbers from 0 to {last}. Received: {value} in "
                        "row {row}. Use data without scaling, or a larger input size.",
                        size=self.input_dim, last=self.input_dim - 1, value=f"{values[first]:g}", row=int(first[0]) + 1)
            )  # fmt: skip
