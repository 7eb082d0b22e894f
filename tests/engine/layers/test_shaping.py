"""Reshape and Permute by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import HyperparameterError, ShapeError
from engine.graph import Graph
from engine.layers import Dense, Flatten, Input, Output, Permute, Reshape
from engine.network import Network
from tests.engine.layers.test_pooling import run


def test_reshape_keeps_the_order_of_the_numbers() -> None:
    kernel = run(Reshape(target_shape=(3, -1)), np.arange(6), np.arange(6).reshape(3, 2) * 10)
    assert kernel.output[0].tolist() == [[0, 1], [2, 3], [4, 5]]
    assert kernel.input_gradients[0][0].tolist() == [0, 10, 20, 30, 40, 50]


def test_one_size_follows_from_the_others() -> None:
    assert Reshape().output_shape((3, 4)) == (12,)
    assert Reshape(target_shape=(-1, 2, 3)).output_shape((3, 4)) == (2, 2, 3)
    assert Reshape(target_shape=(28, 28, 1)).output_shape((784,)) == (28, 28, 1)


def test_a_reshape_that_does_not_multiply_out_says_both_numbers() -> None:
    with pytest.raises(ShapeError, match=r"Reshape to 5×2 needs 10 numbers. Received: 3×4, which is 12\."):
        Reshape(target_shape=(5, 2)).output_shape((3, 4))
    with pytest.raises(ShapeError, match=r"Reshape to 5 needs 5 numbers. Received: 12\. Change"):
        Reshape(target_shape=(5,)).output_shape((12,))
    with pytest.raises(ShapeError, match=r"Reshape to 5×-1 needs a multiple of 5. Received: 3×4, which is 12\."):
        Reshape(target_shape=(5, -1)).output_shape((3, 4))


@pytest.mark.parametrize("shape", [(0,), (2, 0), (-1, -1), (-2,)])
def test_target_shapes_that_mean_nothing_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(HyperparameterError, match="Target shape takes"):
        Reshape(target_shape=shape)


def test_permute_turns_axes_that_count_from_1() -> None:
    kernel = run(Permute(), [[1, 2, 3], [4, 5, 6]], [[1, 2], [3, 4], [5, 6]])
    assert kernel.output[0].tolist() == [[1, 4], [2, 5], [3, 6]]
    assert kernel.input_gradients[0][0].tolist() == [[1, 3, 5], [2, 4, 6]]
    assert Permute(dims=(3, 1, 2)).output_shape((28, 20, 4)) == (4, 28, 20)


def test_orders_that_are_none_are_refused() -> None:
    for dims in ((1, 1), (2, 3), (3,)):
        with pytest.raises(HyperparameterError, match="Order of axes takes each axis once"):
            Permute(dims=dims)
    with pytest.raises(ShapeError, match=r"Permute orders 2 axes. Received: 4×4×1, which has 3\."):
        Permute().output_shape((4, 4, 1))


def test_layers_behind_a_turned_array_see_its_present_numbers() -> None:
    """A view out of order would be copied by the next layer once and for all."""
    graph = Graph()
    last = graph.add(Input(shape=(2, 3)))
    for layer in (Permute(), Flatten(), Dense(units=6, use_bias=False), Output()):
        last = graph.add(layer, after=last)
    network = Network(graph, dtype="float64")
    network.load_state_dict({"dense_1.kernel": np.eye(6)})
    for sample in (np.arange(6.0), np.arange(6.0) * 7):
        matrix = sample.reshape(1, 2, 3)
        assert network.predict(matrix).tolist() == [matrix[0].T.ravel().tolist()]
