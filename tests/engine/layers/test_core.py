"""Input, Dense, Flatten and Output by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.graph import Graph
from engine.layers import Dense, Flatten, Input, Output
from engine.network import Network


def test_dense_computes_x_w_plus_b() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2,)))
    graph.add(Output(), after=graph.add(Dense(units=2), after=x))
    network = Network(graph, dtype="float64")
    network.load_state_dict({"dense_1.kernel": [[1, 2], [3, 4]], "dense_1.bias": [0.5, -0.5]})
    assert network.predict(np.array([[10.0, 1.0]])).tolist() == [[13.5, 23.5]]


def test_dense_gradients_by_hand() -> None:
    # a = xW + b = 1·2 + 1 = 3, target 1: L = 4, dL/da = 2(a - y) = 4, dL/dW = 4x = 4, dL/db = 4.
    graph = Graph()
    x = graph.add(Input(shape=(1,)))
    graph.add(Output(), after=graph.add(Dense(units=1), after=x))
    network = Network(graph, dtype="float64")
    network.load_state_dict({"dense_1.kernel": [[2.0]], "dense_1.bias": [1.0]})
    X, Y = np.array([[1.0]]), np.array([[1.0]])
    assert network.loss(X, Y) == 4.0
    assert {key: array.item() for key, array in network.gradients(X, Y).items()} == {
        "dense_1.kernel": 4.0,
        "dense_1.bias": 4.0,
    }


def test_dense_without_bias_has_one_array() -> None:
    specs = Dense(units=3, use_bias=False).weights((2,))
    assert [(spec.name, spec.shape) for spec in specs] == [("kernel", (2, 3))]


def test_dense_acts_on_the_last_axis() -> None:
    layer = Dense(units=3)
    assert layer.output_shape((5, 2)) == (5, 3)
    assert [spec.shape for spec in layer.weights((5, 2))] == [(2, 3), (3,)]


def test_flatten_keeps_the_order_of_rows() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2, 2)))
    graph.add(Output(), after=graph.add(Flatten(), after=x))
    assert Network(graph).predict(np.array([[[1, 2], [3, 4]]])).tolist() == [[1, 2, 3, 4]]


@pytest.mark.parametrize("weight", [0.0, 0.5, 3.0])
def test_an_output_weighs_its_loss(weight: float) -> None:
    graph = Graph()
    x = graph.add(Input(shape=(1,)))
    graph.add(Output(weight=weight), after=graph.add(Dense(units=1), after=x))
    network = Network(graph, dtype="float64")
    network.load_state_dict({"dense_1.kernel": [[2.0]], "dense_1.bias": [1.0]})
    X, Y = np.array([[1.0]]), np.array([[1.0]])
    assert network.loss(X, Y) == 4.0 * weight
    assert network.gradients(X, Y)["dense_1.bias"].tolist() == [4.0 * weight]
