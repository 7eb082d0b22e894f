"""Random networks that can run: skips, fan-out, fan-in, several inputs and outputs."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from engine.graph import Graph
from engine.layers import (
    Activation,
    Add,
    Average,
    Concatenate,
    Dense,
    Input,
    Layer,
    Maximum,
    Multiply,
    Output,
    Permute,
    Reshape,
    Subtract,
)
from engine.network import Network

ENDS = (
    ("linear", "mse"),
    ("tanh", "mse"),
    ("softmax", "mse"),
    ("sigmoid", "binary_crossentropy"),
    ("softmax", "categorical_crossentropy"),
    ("softmax", "kl_divergence"),
    ("tanh", "log_cosh"),
    ("linear", "rmse"),
)
Arrays = dict[str, np.ndarray]


SMOOTH = ("linear", "sigmoid", "tanh", "softmax")
MERGES = (Add, Average, Concatenate, Maximum, Multiply, Subtract)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """One input or two, some layers on any of the nodes before them, and an Output behind every loose end."""
    graph = Graph()
    nodes = [graph.add(Input(shape=(draw(st.integers(1, 3)),))) for _ in range(draw(st.integers(1, 2)))]
    width = {node: graph[node].layer.output_shape()[0] for node in nodes}
    for _ in range(draw(st.integers(1, 6))):
        source = draw(st.sampled_from(nodes))
        kind = draw(st.sampled_from([Dense, Dense, Activation, Reshape, *MERGES]))
        if kind in MERGES:
            node = add_merge(draw, graph, kind, source, width)
        elif kind is Reshape:
            node = add_round_trip(draw, graph, source, width)
        else:
            node = add_units(draw, graph, kind, source, width)
        nodes.append(node)
    for node in nodes:
        if not graph.outgoing(node) or draw(st.integers(0, 9)) == 0:
            activation, loss = draw(st.sampled_from(ENDS))
            end = graph.add(Dense(units=draw(st.integers(1, 3)), activation=activation), after=node)
            graph.add(Output(loss=loss, weight=draw(st.sampled_from([1.0, 0.5]))), after=end)
            if draw(st.integers(0, 3)) == 0:  # the loss is not the only one that reads this layer
                graph.add(Output(weight=0.5), after=graph.add(Dense(units=1), after=end))
    return graph


def add_units(draw: st.DrawFn, graph: Graph, kind: type[Layer], source: str, width: dict[str, int]) -> str:
    """A Dense or an Activation without kinks."""
    function = draw(st.sampled_from(SMOOTH))
    if kind is Activation:
        node = graph.add(Activation(function=function), after=source)
        width[node] = width[source]
    else:
        units, bias = draw(st.integers(1, 3)), draw(st.booleans())
        node = graph.add(Dense(units=units, activation=function, use_bias=bias), after=source)
        width[node] = units
    return node


def add_merge(draw: st.DrawFn, graph: Graph, kind: type[Layer], source: str, width: dict[str, int]) -> str:
    """One or two other nodes, or the same, joined to the source."""
    alike = [other for other in width if kind is Concatenate or width[other] == width[source]]
    others = draw(st.lists(st.sampled_from(alike), min_size=1, max_size=1 if kind is Subtract else 2))
    total = width[source] + sum(width[other] for other in others)
    if kind is Multiply:
        # Gates: products of products would grow beyond what differences can measure.
        others = [graph.add(Activation(function="sigmoid"), after=other) for other in others]
    if kind is Maximum:
        # Rivals of their own: a node that meets itself is a tie, where there is a kink.
        rival = Dense(units=width[source], bias_initializer="normal")
        others = [graph.add(rival, after=other) for other in others]
    node = graph.add(kind(), after=[source, *others])
    width[node] = total if kind is Concatenate else width[source]
    return node


def add_round_trip(draw: st.DrawFn, graph: Graph, source: str, width: dict[str, int]) -> str:
    """Laid out as a matrix, turned, and laid out as a row again: the same numbers in another order."""
    rows = draw(st.sampled_from([size for size in range(1, width[source] + 1) if width[source] % size == 0]))
    matrix = graph.add(Reshape(target_shape=(rows, -1)), after=source)
    node = graph.add(Reshape(), after=graph.add(Permute(dims=(2, 1)), after=matrix))
    width[node] = width[source]
    return node


def batch_for(network: Network, samples: int = 3, seed: int = 0) -> tuple[Arrays, Arrays]:
    """Random inputs, and targets that every loss takes: rows of positive numbers that add up to 1."""
    rng = np.random.default_rng(seed)
    X = {node: rng.normal(size=(samples, *network.shapes[node])) for node in network.inputs}
    Y = {node: rng.dirichlet(np.ones(network.shapes[node][-1]), size=samples) for node in network.outputs}
    return X, Y
