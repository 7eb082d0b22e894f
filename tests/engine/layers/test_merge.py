"""Merges by hand, among them factors of 0, ties and vectors without a direction."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.errors import GraphError, ShapeError
from engine.graph import AddEdge, Edge, Graph
from engine.layers import (
    Add,
    Average,
    Concatenate,
    Dense,
    Dot,
    Input,
    Layer,
    Maximum,
    Multiply,
    Output,
    Slot,
    Subtract,
)
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


def both_ways(layer: Layer, *inputs: Any, gradient: Any) -> tuple[list, list[list]]:
    """The output of one sample, and the gradient of each input."""
    sources = tuple(np.array(values, float)[np.newaxis] for values in inputs)
    kernel = layer.kernel(Slot(sources, {}, {}, np.random.default_rng(0)))
    kernel.bind(np.array(gradient, float)[np.newaxis])
    kernel.forward()
    kernel.propagate()
    return kernel.output[0].tolist(), [array[0].tolist() for array in kernel.input_gradients]


def test_number_by_number_by_hand() -> None:
    assert both_ways(Subtract(), [5, 1], [2, 4], gradient=[1, 2]) == ([3, -3], [[1, 2], [-1, -2]])
    assert both_ways(Average(), [5, 1], [2, 4], gradient=[1, 2]) == ([3.5, 2.5], [[0.5, 1], [0.5, 1]])
    assert both_ways(Maximum(), [5, 1], [2, 4], gradient=[1, 2]) == ([5, 4], [[1, 0], [0, 2]])
    assert both_ways(Multiply(), [5, 1], [2, 4], gradient=[1, 2]) == ([10, 4], [[2, 8], [5, 2]])


def test_factors_may_be_0() -> None:
    output, gradients = both_ways(Multiply(), [0, 0, 2], [3, 0, 5], [4, 7, 0], gradient=[1, 1, 1])
    assert output == [0, 0, 0]
    assert gradients == [[12, 0, 0], [0, 0, 0], [0, 0, 10]]


def test_equal_inputs_share_the_gradient_of_their_maximum_in_halves() -> None:
    assert both_ways(Maximum(), [3], [3], gradient=[4]) == ([3], [[2], [2]])
    assert both_ways(Maximum(), [3], [3], [3], gradient=[4]) == ([3], [[1], [1], [2]])
    assert both_ways(Maximum(), [3], [1], [3], gradient=[4]) == ([3], [[2], [0], [2]])


def test_dot_by_hand() -> None:
    assert both_ways(Dot(), [1, 2], [3, 4], gradient=[10]) == ([11], [[30, 40], [10, 20]])
    output, gradients = both_ways(Dot(), [[1, 2], [0, 1]], [[3, 4]], gradient=[[1], [10]])
    assert output == [[11], [4]]
    assert gradients == [[[3, 4], [30, 40]], [[1, 12]]]


def test_cosines_by_hand() -> None:
    output, gradients = both_ways(Dot(normalize=True), [[3, 4], [0, -9]], [[0, 2]], gradient=[[1], [1]])
    assert np.allclose(output, [[0.8], [-1]])
    # Of the unit vector (0, 1) only what stands across (3, 4) / 5 counts, over the length 5.
    assert np.allclose(gradients[0], [[-0.096, 0.072], [0, 0]])
    assert np.allclose(gradients[1], [[0.3, 0]])


def test_a_vector_of_zeros_has_no_direction_and_no_gradient() -> None:
    output, gradients = both_ways(Dot(normalize=True), [0, 0], [3, 4], gradient=[1])
    assert output == [0]
    assert gradients == [[0, 0], [0, 0]]


def test_shapes_of_dot() -> None:
    assert Dot().output_shape((3,), (3,)) == (1,)
    assert Dot().output_shape((5, 3), (4, 3)) == (5, 4)
    assert Dot().output_shape((5, 3), (3,)) == (5,)
    with pytest.raises(ShapeError, match=r"Dot needs inputs with the same last size. Received: 5×3, 4×2\."):
        Dot().output_shape((5, 3), (4, 2))


def test_two_inputs_and_no_more_where_their_order_matters() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2,)))
    for layer in (Subtract(), Dot()):
        joint = graph.add(layer, after=[x, x])
        with pytest.raises(GraphError, match="takes no further input"):
            graph.apply(AddEdge(Edge(x, joint, 2)))


@pytest.mark.parametrize("layer", [Subtract(), Multiply(), Average(), Maximum(), Dot(), Dot(normalize=True)])
def test_far_out_numbers_stay_finite_in_float32(layer: Layer) -> None:
    for value in (0.0, 1e-30, 1e4, -1e4):
        source = np.full((1, 3), value, np.float32)
        kernel = layer.kernel(Slot((source, source), {}, {}, np.random.default_rng(0)))
        kernel.bind(np.ones_like(kernel.output))
        kernel.forward()
        kernel.propagate()
        for array in (kernel.output, *kernel.input_gradients):
            assert array.dtype == np.float32
            assert np.isfinite(array).all()
