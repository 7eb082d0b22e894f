"""A small network that suits the data, to begin with."""

from __future__ import annotations

import math

from engine.graph import Graph
from engine.layers import LSTM, Conv1D, Dense, Flatten, Input, Layer, Output
from engine.shapes import DataShape

FEWEST, MOST = 8, 64
"""Units of the hidden layer."""
CELLS, FILTERS, KERNEL = 16, 16, 5
"""Of a network that reads a series."""
LEARNING_RATE = 0.01
"""Of Adam, which brings these networks on in a few dozen epochs."""
READERS = ("dense", "lstm", "conv1d")
"""How a window of a series may be read: all values at once, one after the other, or a few neighbours at a time."""


def first_network(data: DataShape, reader: str = "dense") -> Graph:
    """One hidden layer, as wide as the inputs up to a limit, and the activation and loss that the targets ask for.

    Windows of a series may be read by another layer of READERS.
    """
    activation, loss = "linear", "mse"
    if data.classification:
        several = data.targets[-1] > 1
        activation = "softmax" if several else "sigmoid"
        loss = "categorical_crossentropy" if several else "binary_crossentropy"
    graph = Graph()
    last = graph.add(Input(shape=data.inputs))
    for layer in _hidden(data, reader):
        last = graph.add(layer, after=last)
    last = graph.add(Dense(units=data.targets[-1], activation=activation), after=last)
    graph.add(Output(loss=loss), after=last)
    return graph


def _hidden(data: DataShape, reader: str) -> list[Layer]:
    match reader:
        case "lstm":
            return [LSTM(units=CELLS)]
        case "conv1d":
            kernel = min(KERNEL, data.inputs[0])
            return [Conv1D(filters=FILTERS, kernel_size=kernel, activation="relu"), Flatten()]
    units = min(MOST, max(FEWEST, 1 << math.ceil(math.log2(math.prod(data.inputs)))))
    flat: list[Layer] = [Flatten()] if len(data.inputs) > 1 else []
    return [*flat, Dense(units=units, activation="relu")]
