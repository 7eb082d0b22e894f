"""Random networks that can run: skips, fan-out, fan-in, several inputs and outputs."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from engine.graph import Graph
from engine.layers import Activation, Add, Concatenate, Dense, Input, Output
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


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """One input or two, some layers on any of the nodes before them, and an Output behind every loose end."""
    graph = Graph()
    nodes = [graph.add(Input(shape=(draw(st.integers(1, 3)),))) for _ in range(draw(st.integers(1, 2)))]
    width = {node: graph[node].layer.output_shape()[0] for node in nodes}
    for _ in range(draw(st.integers(1, 6))):
        source = draw(st.sampled_from(nodes))
        kind = draw(st.sampled_from(["Dense", "Dense", "Activation", "Add", "Concatenate"]))
        smooth = draw(st.sampled_from(["linear", "sigmoid", "tanh", "softmax"]))
        if kind == "Dense":
            units, bias = draw(st.integers(1, 3)), draw(st.booleans())
            node = graph.add(Dense(units=units, activation=smooth, use_bias=bias), after=source)
            width[node] = units
        elif kind == "Activation":
            node = graph.add(Activation(function=smooth), after=source)
            width[node] = width[source]
        else:
            alike = [other for other in nodes if kind == "Concatenate" or width[other] == width[source]]
            others = draw(st.lists(st.sampled_from(alike), min_size=1, max_size=2))
            node = graph.add(Add() if kind == "Add" else Concatenate(), after=[source, *others])
            width[node] = width[source] + (sum(width[other] for other in others) if kind == "Concatenate" else 0)
        nodes.append(node)
    for node in nodes:
        if not graph.outgoing(node) or draw(st.integers(0, 9)) == 0:
            activation, loss = draw(st.sampled_from(ENDS))
            end = graph.add(Dense(units=draw(st.integers(1, 3)), activation=activation), after=node)
            graph.add(Output(loss=loss, weight=draw(st.sampled_from([1.0, 0.5]))), after=end)
    return graph


def batch_for(network: Network, samples: int = 3, seed: int = 0) -> tuple[Arrays, Arrays]:
    """Random inputs, and targets that every loss takes: rows of positive numbers that add up to 1."""
    rng = np.random.default_rng(seed)
    X = {node: rng.normal(size=(samples, *network.shapes[node])) for node in network.inputs}
    Y = {node: rng.dirichlet(np.ones(network.shapes[node][-1]), size=samples) for node in network.outputs}
    return X, Y
