"""Probes: exact counts, known predictions, and training that does not notice them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset, Prepared, Scaler
from engine.events import BatchEnd
from engine.graph import Graph
from engine.layers import Add, Dense, Dropout, Embedding, Flatten, Input, Output
from engine.network import Network
from engine.optimizers import Adam
from engine.probes import (
    FEWEST,
    MAX_WEIGHTS,
    Curve,
    Histogram,
    Surface,
    curve_fit,
    decision_surface,
    unit_surfaces,
    weight_histograms,
)
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.preparing import as_prepared


def chain(*layers: Any) -> Graph:
    graph = Graph()
    last = graph.add(layers[0])
    for layer in layers[1:]:
        last = graph.add(layer, after=last)
    return graph


def small_network(inputs: int = 2, units: int = 1, activation: str = "sigmoid", loss: str = "mse") -> Network:
    return Network(chain(Input(shape=(inputs,)), Dense(units=units, activation=activation), Output(loss=loss)), seed=1)


def prepared(inputs: np.ndarray, targets: np.ndarray, scaler: Scaler | None = None) -> Prepared:
    return as_prepared(Dataset(inputs, targets, None), scaler)


def plane(samples: int = 40) -> Prepared:
    rng = np.random.default_rng(0)
    inputs = rng.uniform(-1, 1, (samples, 2))
    return prepared(inputs, (inputs[:, :1] > 0).astype(float))


# Histograms


def test_histogram_counts_by_hand() -> None:
    network = small_network()
    network.weights["dense_1"]["kernel"][:] = [[-0.6], [0.3]]
    histogram = weight_histograms(network, bins=4)["dense_1"]
    assert histogram.reach == 1.0
    assert histogram.edges.tolist() == [-1.0, -0.5, 0.0, 0.5, 1.0]
    assert histogram.counts.tolist() == [1, 0, 1, 0]


def test_histogram_agrees_with_numpy() -> None:
    network = Network(chain(Input(shape=(30,)), Dense(units=20), Dense(units=3), Output(loss="mse")), seed=3)
    histograms = weight_histograms(network)
    assert list(histograms) == ["dense_1", "dense_2"]
    for node, histogram in histograms.items():
        expected, _ = np.histogram(network.weights[node]["kernel"], bins=histogram.edges)
        assert histogram.counts.tolist() == expected.tolist()
        assert histogram.counts.sum() == network.weights[node]["kernel"].size


def test_the_largest_weight_lies_in_the_last_bin() -> None:
    network = small_network()
    network.weights["dense_1"]["kernel"][:] = [[2.0], [-2.0]]
    histogram = weight_histograms(network, bins=4)["dense_1"]
    assert histogram.reach == 2.0
    assert histogram.counts.tolist() == [1, 0, 0, 1]


@pytest.mark.parametrize("weights", [[0.0, 0.0], [np.nan, np.inf], [1e-30, -1e-30]])
def test_weights_without_size_still_make_a_histogram(weights: list[float]) -> None:
    network = small_network()
    network.weights["dense_1"]["kernel"][:, 0] = weights
    histogram = weight_histograms(network)["dense_1"]
    assert np.isfinite(histogram.edges).all()
    assert histogram.counts.sum() == np.isfinite(weights).sum()


def test_a_layer_of_millions_is_sampled_over_all_its_columns() -> None:
    network = Network(chain(Input(shape=(2048,)), Dense(units=1024), Output(loss="mse")), seed=0)
    kernel = network.weights["dense_1"]["kernel"]
    kernel[:] = np.where(np.arange(1024) % 2, 0.75, -0.75)
    histogram = weight_histograms(network, bins=4)["dense_1"]
    assert histogram.stride >= kernel.size / MAX_WEIGHTS
    total = histogram.counts.sum()
    assert total == len(range(0, kernel.size, histogram.stride)) <= MAX_WEIGHTS
    # Even and odd columns are met equally often: a stride of 32 would have seen the even ones alone.
    assert abs(histogram.counts[0] / total - 0.5) < 0.01


def test_rebinned_merges_neighbours_and_widens() -> None:
    histogram = Histogram(1.0, np.array([1, 2, 3, 4]))
    assert histogram.rebinned(1.0, 2).counts.tolist() == [3, 7]
    assert histogram.rebinned(2.0, 4).counts.tolist() == [0, 3, 7, 0]
    assert histogram.rebinned(2.0, 4).edges.tolist() == [-2.0, -1.0, 0.0, 1.0, 2.0]
    assert histogram.rebinned(1024.0, 4).counts.tolist() == [0, 3, 7, 0]


# Surface and curve


def test_surface_knows_the_prediction_at_each_cell() -> None:
    network = small_network(activation="linear")
    network.weights["dense_1"]["kernel"][:] = [[1.0], [10.0]]
    data = prepared(np.array([[0.0, 0.0], [1.0, 2.0]]), np.zeros((2, 1)))
    surface = decision_surface(network, data, resolution=24)
    assert isinstance(surface, Surface)
    assert surface.x == pytest.approx((-0.08, 1.08))
    assert surface.y == pytest.approx((-0.16, 2.16))
    assert surface.values.shape == (24, 24, 1)
    x = -0.08 + 1.16 * (5 + 0.5) / 24
    y = -0.16 + 2.32 * (20 + 0.5) / 24
    assert surface.values[20, 5, 0] == pytest.approx(x + 10 * y, rel=1e-5)


def test_surface_is_given_in_the_units_of_the_data() -> None:
    scaler = Scaler(np.array([100.0, -1.0]), np.array([10.0, 2.0]))
    data = prepared(np.array([[-1.0, -1.0], [1.0, 1.0]]), np.zeros((2, 1)), scaler)
    surface = decision_surface(small_network(), data)
    assert surface is not None
    assert surface.x == pytest.approx((100 - 11.6, 100 + 11.6))
    assert surface.y == pytest.approx((-1 - 2.32, -1 + 2.32))


def test_surface_of_several_classes_sums_to_one() -> None:
    network = small_network(units=3, activation="softmax", loss="categorical_crossentropy")
    surface = decision_surface(network, plane())
    assert surface is not None
    assert surface.values.shape == (48, 48, 3)
    np.testing.assert_allclose(surface.values.sum(axis=2), 1.0, rtol=1e-5)


def test_a_slow_network_gets_a_coarser_surface() -> None:
    graph = chain(Input(shape=(2,)), Dense(units=300), Dense(units=300), Dense(units=1), Output(loss="mse"))
    surface = decision_surface(Network(graph), plane())
    assert surface is not None
    assert surface.values.shape == (24, 24, 1)


def test_curve_knows_the_prediction_at_each_point() -> None:
    network = small_network(inputs=1, activation="linear")
    network.weights["dense_1"]["kernel"][:] = 3.0
    scaler = Scaler(np.array([5.0]), np.array([2.0]))
    curve = curve_fit(network, prepared(np.array([[-1.0], [1.0]]), np.zeros((2, 1)), scaler), points=11)
    assert isinstance(curve, Curve)
    assert curve.x[[0, 5, 10]] == pytest.approx([5 - 2.32, 5.0, 5 + 2.32])
    assert curve.values[:, 0] == pytest.approx(3 * (curve.x - 5) / 2, abs=1e-5)


def test_validation_samples_and_constant_features_widen_the_range() -> None:
    held_out = (np.array([[9.0, 0.0]]), np.zeros((1, 1)))
    data = as_prepared(Dataset(np.array([[-1.0, 0.0]]), np.zeros((1, 1)), held_out))
    surface = decision_surface(small_network(), data)
    assert surface is not None
    assert surface.x == pytest.approx((-1.8, 9.8))
    assert surface.y == pytest.approx((-0.5, 0.5))


@pytest.mark.parametrize(
    ("network_features", "data_features"), [(1, 2), (2, 1), (3, 3), (2, 3)]
)  # fmt: skip
def test_what_does_not_fit_gives_nothing(network_features: int, data_features: int) -> None:
    network = small_network(inputs=network_features)
    data = prepared(np.zeros((4, data_features)), np.zeros((4, 1)))
    assert decision_surface(network, data) is None
    assert curve_fit(network, data) is None


def test_between_whole_numbers_there_is_nothing_to_show() -> None:
    network = Network(chain(Input(shape=(2,)), Embedding(input_dim=3), Flatten(), Dense(units=1), Output()))
    data = prepared(np.array([[0.0, 1.0], [2.0, 2.0]]), np.zeros((2, 1)))
    assert network.predict(data.dataset.inputs).shape == (2, 1)
    assert decision_surface(network, data) is None


def test_images_have_no_surface() -> None:
    graph = chain(Input(shape=(2, 2)), Flatten(), Dense(units=1), Output(loss="mse"))
    assert decision_surface(Network(graph), prepared(np.zeros((4, 2, 2)), np.zeros((4, 1)))) is None


def test_unit_surfaces_are_what_leaves_each_layer_in_any_graph() -> None:
    """Two branches that meet, on scaled data: each layer is worked out by hand at every cell."""
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    wide = graph.add(Dense(units=3, activation="tanh"), after=source)
    also = graph.add(Dense(units=3, activation="relu"), after=source)
    joint = graph.add(Add(), after=[wide, also])
    unit = graph.add(Dense(units=1, activation="sigmoid"), after=joint)
    end = graph.add(Output(loss="binary_crossentropy"), after=unit)
    network = Network(graph, seed=4, dtype="float64")
    scaler = Scaler(np.array([10.0, -3.0]), np.array([2.0, 0.5]))
    data = prepared(np.random.default_rng(1).normal(size=(40, 2)), np.zeros((40, 1)), scaler)
    nodes = (source, wide, also, joint, unit, end)
    surfaces = unit_surfaces(nodes, network, data, resolution=40)
    assert list(surfaces) == list(nodes)
    (left, right), (bottom, top) = surfaces[wide].x, surfaces[wide].y
    middles = (np.arange(40) + 0.5) / 40
    x, y = np.meshgrid(left + middles * (right - left), bottom + middles * (top - bottom))
    assert surfaces[wide].place(7, 31) == pytest.approx((x[7, 31], y[7, 31]))
    entering = np.stack([(x - 10.0) / 2.0, (y + 3.0) / 0.5], axis=-1)
    sums = {node: entering @ network.weights[node]["kernel"] + network.weights[node]["bias"] for node in (wide, also)}
    expected = {source: entering, wide: np.tanh(sums[wide]), also: np.maximum(0, sums[also])}
    expected[joint] = expected[wide] + expected[also]
    logits = expected[joint] @ network.weights[unit]["kernel"] + network.weights[unit]["bias"]
    expected[unit] = expected[end] = 1 / (1 + np.exp(-logits))
    for node in nodes:
        np.testing.assert_allclose(surfaces[node].values, expected[node], rtol=1e-9, atol=1e-12)


def test_unit_surfaces_of_a_slow_network_are_coarse_and_others_have_none() -> None:
    graph = chain(Input(shape=(2,)), Dense(units=400), Dense(units=400), Dense(units=1), Output(loss="mse"))
    assert unit_surfaces(["dense_1"], Network(graph), plane(), 64)["dense_1"].values.shape == (FEWEST, FEWEST, 400)
    assert unit_surfaces(["dense_1", "gone"], small_network(inputs=3), plane()) == {}
    assert list(unit_surfaces(["dense_1", "gone"], small_network(), plane())) == ["dense_1"]


def test_features_dealt_out_to_several_inputs_have_a_surface() -> None:
    graph = Graph()
    ends = [graph.add(Input(shape=(1,))) for _ in range(2)]
    graph.add(Output(loss="mse"), after=graph.add(Add(), after=ends))
    network = Network(graph)
    surface = decision_surface(network, plane(), resolution=24)
    assert surface is not None
    assert surface.values[3, 5, 0] == pytest.approx(sum(surface.place(3, 5)), abs=1e-6)


# Looking changes nothing


@pytest.mark.parametrize("features", [1, 2])
@pytest.mark.parametrize("batch_size", [7, 256])
def test_looking_does_not_change_training_by_a_bit(features: int, batch_size: int) -> None:
    """Dropout and a batch as large as one of the grid's chunks would betray a probe that trains or draws."""
    rng = np.random.default_rng(4)
    inputs = rng.normal(size=(600, features)).astype(np.float32)
    data = prepared(inputs, (inputs[:, :1] > 0).astype(np.float32))

    def train(look: Callable[[Network], Any]) -> tuple[np.ndarray, list[float]]:
        graph = chain(
            Input(shape=(features,)), Dense(units=16, activation="tanh"), Dropout(rate=0.3),
            Dense(units=1, activation="sigmoid"), Output(loss="binary_crossentropy"),
        )  # fmt: skip
        network = Network(graph, seed=5)
        config = TrainingConfig(epochs=3, batch_size=batch_size, optimizer=Adam(learning_rate=0.01))
        losses = []
        for event in Trainer(network, data.dataset, config).run():
            if isinstance(event, BatchEnd):
                losses.append(event.loss)
                look(network)
        return network.parameters.copy(), losses

    def everything(network: Network) -> None:
        weight_histograms(network, data)
        decision_surface(network, data)
        unit_surfaces(network.order, network, data)
        curve_fit(network, data)

    quiet, watched = train(lambda network: None), train(everything)
    assert quiet[0].tobytes() == watched[0].tobytes()
    assert quiet[1] == watched[1]


def test_results_are_fresh_arrays() -> None:
    network, data = small_network(), plane()
    first = decision_surface(network, data)
    assert first is not None
    kept = first.values.copy()
    network.parameters += 1.0
    decision_surface(network, data)
    assert np.array_equal(first.values, kept)
    assert not np.shares_memory(first.values, network.plan(1024).predictions[network.outputs[0]])
