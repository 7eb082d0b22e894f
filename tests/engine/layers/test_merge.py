"""Add and Concatenate by hand."""

from __future__ import annotations

import numpy as np

from engine.graph import Graph
from engine.layers import Add, Concatenate, Dense, Input, Output
from engine.network import Network


def test_add_and_concatenate_by_hand() -> None:
    for layer, wanted in ((Add(), [[14.0, 26.0]]), (Concatenate(), [[1.0, 2.0, 13.0, 24.0]])):
        graph = Graph()
        a = graph.add(Input(shape=(2,)), id="a")
        b = graph.add(Input(shape=(2,)), id="b")
        graph.add(Output(), after=graph.add(layer, after=[a, b]))
        assert Network(graph).predict({"a": np.array([[1, 2]]), "b": np.array([[13, 24]])}).tolist() == wanted


def test_wires_are_joined_in_the_order_of_their_ports() -> None:
    graph = Graph()
    a = graph.add(Input(shape=(1,)), id="a")
    b = graph.add(Input(shape=(1,)), id="b")
    graph.add(Output(), after=graph.add(Concatenate(), after=[b, a, b]))
    assert Network(graph).predict({"a": np.array([[1]]), "b": np.array([[2]])}).tolist() == [[2, 1, 2]]


def test_one_layer_added_to_itself_has_twice_the_gradient() -> None:
    gradients = []
    for copies in (1, 2):
        graph = Graph()
        x = graph.add(Input(shape=(1,)))
        h = graph.add(Dense(units=1), after=x)
        end = graph.add(Add(), after=[h, h]) if copies == 2 else h
        graph.add(Output(), after=end)
        network = Network(graph, dtype="float64")
        network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
        # The targets leave the same difference of 1 to the prediction.
        gradients.append(network.gradients(np.ones((1, 1)), np.full((1, 1), copies - 1.0))["dense_1.bias"][0])
    assert gradients == [2.0, 4.0]
