"""Weights and outputs as pictures: every number stands where it belongs, and what is left out is told."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.feature_maps import MapsProbe, classes_of
from engine.graph import Graph
from engine.layers import Conv2D, Conv2DTranspose, Dense, Flatten, Input, Output, Reshape
from engine.network import Network
from engine.tiles import MOST_SIDE, MOST_TILES, output_tiles, seen_tiles, tiled, weight_tiles
from engine.weight_tiles import Side, WeightProbe, convolutions, layers_with_matrices
from tests.engine.preparing import as_prepared

NAMES = tuple(f"pixel_{row}_{column}" for row in range(4) for column in range(5))


def test_a_kernel_is_a_picture_for_each_filter_and_channel():
    array = np.random.default_rng(0).normal(size=(3, 2, 4, 5)).astype(np.float32)
    tiles = weight_tiles(array)
    assert (tiles.values.shape, tiles.axes) == ((20, 3, 2), (("filter", 5), ("channel", 4)))
    filter_, channel = tiles.index(13)
    np.testing.assert_array_equal(tiles.values[13], array[:, :, channel, filter_])
    turned = weight_tiles(array, outputs_first=True)
    np.testing.assert_array_equal(turned.values[7], array[:, :, *turned.index(7)])
    line = weight_tiles(array[0])
    np.testing.assert_array_equal(line.values[3], array[0, :, :, 3].T)


def test_what_a_unit_sees_is_a_picture():
    kernel = np.arange(40.0).reshape(20, 2)
    tiles = seen_tiles(kernel, (4, 5, 1))
    assert tiles.axes == (("unit", 2),)
    np.testing.assert_array_equal(tiles.values[1], kernel[:, 1].reshape(4, 5))


def test_a_large_matrix_shows_the_largest_of_each_block():
    array = np.random.default_rng(0).normal(size=(1, 2 * MOST_SIDE + 1, 5))
    array[0, 7, 2] = -99.0
    tiles = tiled(array)
    assert (tiles.block, tiles.values.shape) == ((3, 1), (1, 129, 5))
    assert tiles.values[0, 2, 2] == -99.0
    assert tiles.span(2, 2) == (range(6, 9), range(2, 3))
    assert tiles.span(128, 4)[0] == range(384, 385)
    assert tiles.reach == 99.0
    many = tiled(np.zeros((1000, 3, 3)))
    assert (len(many.values), many.total) == (MOST_TILES, 1000)


def test_outputs_by_channel_by_step_and_in_a_row():
    picture = np.random.default_rng(0).normal(size=(6, 4, 3)).astype(np.float32)
    np.testing.assert_array_equal(output_tiles(picture).values[2], picture[:, :, 2])
    np.testing.assert_array_equal(output_tiles(picture[0]).values, picture[0].T[np.newaxis])
    assert output_tiles(picture[0, 0]).values.shape == (1, 1, 3)


def pictures():
    graph = Graph()
    node = graph.add(Input(shape=(20,)))
    node = graph.add(Dense(units=3), after=node)
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1), after=node))
    data = as_prepared(Dataset(np.ones((4, 20)), np.zeros((4, 1)), features=NAMES))
    return Network(graph, seed=3), data


@pytest.fixture(scope="module")
def made():
    return pictures()


def test_a_dense_layer_on_pictures_shows_what_each_unit_sees(made):
    network, data = made
    nodes = layers_with_matrices(network)
    looks = WeightProbe(nodes, Side.WEIGHT)(network, data)
    assert (looks["dense_1"].picture, looks["dense_2"].picture) == ((4, 5, 1), None)
    assert looks["dense_1"].arrays["kernel"].values.shape == (3, 4, 5)
    assert looks["dense_1"].inputs == NAMES
    flat = WeightProbe(nodes, Side.WEIGHT, as_seen=False)(network, data)["dense_1"]
    np.testing.assert_array_equal(flat.arrays["kernel"].values[0], network.weights["dense_1"]["kernel"])


def test_a_dense_layer_that_sees_a_row_at_a_time_sees_no_picture():
    graph = Graph()
    node = graph.add(Reshape(target_shape=(4, 5)), after=graph.add(Input(shape=(20,))))
    node = graph.add(Flatten(), after=graph.add(Dense(units=3), after=node))
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1), after=node))
    data = as_prepared(Dataset(np.ones((4, 20)), np.zeros((4, 1)), features=NAMES))
    look = WeightProbe(("dense_1",), Side.WEIGHT)(Network(graph), data)["dense_1"]
    assert (look.picture, look.arrays["kernel"].values.shape) == (None, (1, 5, 3))


def test_the_change_is_counted_from_where_the_seed_began():
    network, data = pictures()
    probe = WeightProbe(("dense_2",), Side.CHANGE)
    assert probe(network, data)["dense_2"].arrays["kernel"].reach == 0.0
    network.weights["dense_2"]["kernel"][1, 0] += 0.25
    assert probe(network, data)["dense_2"].arrays["kernel"].values[0, 1, 0] == pytest.approx(0.25)
    gradients = WeightProbe(("dense_2",), Side.GRADIENT)
    network.gradients(np.ones((4, 20)), np.zeros((4, 1)))
    shown = gradients(network, data)["dense_2"].arrays["kernel"].values[0]
    np.testing.assert_array_equal(shown, network.weight_gradients["dense_2"]["kernel"])


def test_the_maps_of_a_sample_are_what_leaves_each_layer():
    graph = Graph()
    node = graph.add(Input(shape=(4, 5, 1)))
    node = graph.add(Conv2D(filters=2, padding="same"), after=node)
    node = graph.add(Conv2DTranspose(filters=3, kernel_size=(2, 2)), after=node)
    node = graph.add(Dense(units=2, activation="softmax"), after=graph.add(Flatten(), after=node))
    graph.add(Output(loss="categorical_crossentropy"), after=node)
    network, X = Network(graph, seed=3), np.random.default_rng(0).normal(size=(6, 4, 5, 1))
    data = as_prepared(Dataset(X, np.eye(2)[[0, 1, 0, 1, 1, 0]], classes=("no", "yes")))
    look = MapsProbe("training", 10)(network, data)
    assert (look.place, look.picture) == (4, (4, 5, 1))
    assert list(look.layers) == ["conv2d_1", "conv2dtranspose_1", "dense_1"]
    plan = network.plan(6)
    plan.load_inputs({"input_1": X})
    plan.forward()
    np.testing.assert_allclose(
        look.layers["conv2d_1"].values, plan.kernels["conv2d_1"].output[4].transpose(2, 0, 1), rtol=1e-5
    )
    np.testing.assert_allclose(look.said["output_1"].scores, plan.predictions["output_1"][4], rtol=1e-5)
    assert classes_of(data, "training").tolist() == [0, 1, 0, 1, 1, 0]
    assert convolutions(network) == ("conv2d_1", "conv2dtranspose_1")
