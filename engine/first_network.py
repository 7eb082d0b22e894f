"""A small network that suits the data, to begin with."""

from __future__ import annotations

import math

from engine.graph import Graph
from engine.layers import Dense, Flatten, Input, Output
from engine.shapes import DataShape

FEWEST, MOST = 8, 64
"""Units of the hidden layer."""


def first_network(data: DataShape) -> Graph:
    """One hidden layer, as wide as the inputs up to a limit, and the activation and loss that the targets ask for."""
    units = min(MOST, max(FEWEST, 1 << math.ceil(math.log2(math.prod(data.inputs)))))
    activation, loss = "linear", "mse"
    if data.classification:
        several = data.targets[-1] > 1
        activation = "softmax" if several else "sigmoid"
        loss = "categorical_crossentropy" if several else "binary_crossentropy"
    graph = Graph()
    last = graph.add(Input(shape=data.inputs))
    if len(data.inputs) > 1:
        last = graph.add(Flatten(), after=last)
    last = graph.add(Dense(units=units, activation="relu"), after=last)
    last = graph.add(Dense(units=data.targets[-1], activation=activation), after=last)
    graph.add(Output(loss=loss), after=last)
    return graph
