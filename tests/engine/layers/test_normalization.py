"""Normalisation: values by hand, far out, and what the moving statistics do."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from engine.data import Dataset
from engine.gradient_check import check_gradients
from engine.graph import Graph
from engine.layers import BatchNormalization, Dense, Input, Kernel, Layer, LayerNormalization, Output, Slot
from engine.network import Network
from engine.project import load, load_example, save
from engine.trainer import Trainer, TrainingConfig
from tests.engine.layers.kernels import backpropagate, kernel_on

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(40, 3)) * [1, 5, 0.1] + [0, 20, 3], RNG.normal(size=(40, 2))


def kernel_of(layer: Layer, x: np.ndarray, **weights: list[float]) -> tuple[Kernel, dict[str, np.ndarray]]:
    """A bound kernel with the weights that the layer begins with, but for those given; and these weights."""
    specs = layer.weights(x.shape[1:])
    arrays = {spec.name: spec.initializer.draw(spec.shape, RNG).astype(x.dtype) for spec in specs}
    for name, values in weights.items():
        arrays[name][...] = values
    gradients = {name: np.empty_like(array) for name, array in arrays.items()}
    kernel = layer.kernel(Slot((x,), arrays, gradients, RNG))
    kernel.bind(np.ones_like(kernel.output))
    return kernel, arrays


def test_batch_normalization_by_hand() -> None:
    x = np.array([[1.0, 10.0], [3.0, 10.0]])
    layer = BatchNormalization(epsilon=3.0, momentum=0.9)
    kernel, weights = kernel_of(layer, x, gamma=[2.0, 5.0], beta=[1.0, -1.0])
    kernel.forward_training()
    # Mean 2 and variance 1: (x - 2) / sqrt(1 + 3) is -0.5 and 0.5.
    assert kernel.output.tolist() == [[0.0, -1.0], [2.0, -1.0]]
    assert weights["moving_mean"].tolist() == pytest.approx([0.2, 1.0])
    assert weights["moving_variance"].tolist() == pytest.approx([1.0, 0.9])
    kernel.forward()
    assert kernel.output[0, 0] == pytest.approx(2 * (1 - 0.2) / 2 + 1)
    assert kernel.output[0, 1] == pytest.approx(5 * (10 - 1) / math.sqrt(3.9) - 1)


def test_layer_normalization_by_hand() -> None:
    kernel, _ = kernel_of(LayerNormalization(epsilon=3.0), np.array([[1.0, 3.0], [7.0, 7.0]]), beta=[0.0, 1.0])
    kernel.forward()
    assert kernel.output.tolist() == [[-0.5, 1.5], [0.0, 1.0]]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", [(1, 3), (5, 3), (700, 3), (4, 9, 9, 3)])
def test_a_constant_channel_becomes_beta_wherever_it_lies(shape: tuple[int, ...], dtype: str) -> None:
    x = np.empty(shape, dtype)
    x[...] = [1e4 + 0.3, -1e4 / 3, 0.1]
    kernel, weights = kernel_of(BatchNormalization(), x, beta=[0.5, -0.5, 2.0])
    kernel.forward_training()
    assert np.array_equal(kernel.output, np.broadcast_to(weights["beta"], shape))
    kernel.backward()
    kernel.propagate()
    assert np.abs(kernel.input_gradients[0]).max() <= 1e-4, "all moving together changes nothing"


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_constant_row_becomes_beta_wherever_it_lies(dtype: str) -> None:
    kernel, weights = kernel_of(LayerNormalization(), np.full((2, 7), 1e4 + 0.3, dtype), beta=list(range(7)))
    kernel.forward()
    assert np.array_equal(kernel.output, np.broadcast_to(weights["beta"], (2, 7)))


@pytest.mark.parametrize("layer", [BatchNormalization(), LayerNormalization()], ids=repr)
def test_far_from_zero_float32_is_as_good_as_its_input(layer: Layer) -> None:
    spread = np.random.default_rng(1).normal(size=(64, 64))
    near, far = spread.astype("float32"), (spread + 1000).astype("float32")
    outputs = []
    for x in (near, far):
        kernel, _ = kernel_of(layer, x)
        kernel.forward_training()
        outputs.append(kernel.output)
    # 1000 in float32 is rounded to 6e-5.
    assert np.abs(outputs[0] - outputs[1]).max() <= 3e-4


@pytest.mark.parametrize("shape", [(150, 4), (5, 40, 3), (9, 200)])
def test_layers_normalized_some_rows_at_a_time_are_the_same(
    shape: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(0)
    x, gradient = rng.normal(size=shape), rng.normal(size=shape)
    weights = {"gamma": rng.normal(size=shape[-1]), "beta": rng.normal(size=shape[-1])}
    results = []
    for slab_bytes in (1, 10_000, 1 << 30):
        monkeypatch.setattr("engine.layers.normalization.SLAB_BYTES", slab_bytes)
        kernel, gradients = kernel_on(LayerNormalization(), x, weights)
        results.append([backpropagate(kernel, gradient), kernel.output, *gradients.values()])
    for whole, *pieces in zip(*reversed(results), strict=True):
        assert all(np.abs(piecewise - whole).max() <= 1e-12 for piecewise in pieces)


def test_an_outlier_in_the_first_place_leaves_the_variance_right() -> None:
    x = np.random.default_rng(1).normal(size=(500, 2)).astype("float32")
    x[0] = 1e4
    kernel, _ = kernel_of(BatchNormalization(), x)
    kernel.forward_training()
    exact = x.astype(float)
    wanted = (exact - exact.mean(0)) / np.sqrt(exact.var(0) + 1e-3)
    assert np.abs(kernel.output - wanted).max() <= 1e-3 * np.abs(wanted).max()


@pytest.mark.parametrize("place", ["first", "sampled", "frame"])
def test_what_lies_far_from_the_rest_costs_float32_no_digits(place: str) -> None:
    """Variances near 100 beside a mean near 1000, and a first value, or a picture's frame, of 0."""
    x = (np.random.default_rng(1).normal(size=(32, 28, 28, 8)) * 10 + 1000).astype("float32")
    kernel, weights = kernel_of(BatchNormalization(momentum=0.0), x)
    if place == "first":
        x[0, 0, 0] = 0
    elif place == "sampled":
        x.reshape(-1, 8)[kernel.places[3]] = 0  # type: ignore[attr-defined]
    else:
        x[:, [0, -1]] = x[:, :, [0, -1]] = 0
    kernel.forward_training()
    exact = x.astype(float).var((0, 1, 2))
    assert np.abs(weights["moving_variance"] / exact - 1).max() <= 2e-5


def normalizing(**settings: bool) -> Graph:
    graph = Graph()
    node = graph.add(Dense(units=4), after=graph.add(Input(shape=(3,))))
    node = graph.add(BatchNormalization(momentum=0.8, **settings), after=node)
    graph.add(Output(), after=graph.add(Dense(units=2), after=node))
    return graph


def trained(graph: Graph, epochs: int = 3) -> Network:
    network = Network(graph, dtype="float64")
    for _ in Trainer(network, Dataset.from_arrays(X, Y), TrainingConfig(epochs=epochs, batch_size=10)).run():
        pass
    return network


def test_after_training_a_prediction_uses_the_moving_statistics() -> None:
    network = trained(normalizing())
    w = network.state_dict()
    mean, variance = w["batch_normalization_1.moving_mean"], w["batch_normalization_1.moving_variance"]
    assert not np.allclose(mean, 0)
    assert not np.allclose(variance, 1)
    h = X @ w["dense_1.kernel"] + w["dense_1.bias"]
    h = (h - mean) / np.sqrt(variance + 1e-3) * w["batch_normalization_1.gamma"] + w["batch_normalization_1.beta"]
    wanted = h @ w["dense_2.kernel"] + w["dense_2.bias"]
    assert np.abs(network.predict(X) - wanted).max() <= 1e-12
    alone = np.concatenate([network.predict(X[i : i + 1]) for i in range(len(X))])
    assert np.abs(network.predict(X) - alone).max() <= 1e-12
    assert all(np.array_equal(array, w[key]) for key, array in network.state_dict().items()), "asking teaches nothing"


def test_moving_statistics_travel_with_the_weights_and_in_project_files(tmp_path: Path) -> None:
    network = trained(normalizing())
    fresh = Network(normalizing(), seed=9, dtype="float64")
    fresh.load_state_dict(network.state_dict())
    assert np.array_equal(fresh.predict(X), network.predict(X))
    path = tmp_path / "kept.rambat"
    project = load_example("xor")
    project.graph, project.weights = network.graph, network.state_dict()
    save(project, path)
    kept = load(path).weights
    assert kept is not None
    fresh.reset(1)
    fresh.load_state_dict(kept)
    assert np.array_equal(fresh.predict(X), network.predict(X))


def test_frozen_it_stays_as_it_is_and_uses_its_moving_statistics_in_training() -> None:
    network = Network(normalizing(trainable=False), dtype="float64")
    before = {key: array for key, array in network.state_dict().items() if key.startswith("batch")}
    assert len(before) == 4
    plan = network.plan(10)
    plan.load_inputs({"input_1": X[:10]})
    plan.load_targets({"output_1": Y[:10]})
    plan.train()
    assert np.array_equal(plan.predictions["output_1"], network.predict(X[:10]))
    after = trained(normalizing(trainable=False)).state_dict()
    for key, array in before.items():
        assert np.array_equal(after[key], array), key


@pytest.mark.parametrize("trainable", [True, False])
def test_the_gradient_check_passes_over_what_is_not_learned(trainable: bool) -> None:
    network = Network(normalizing(trainable=trainable), dtype="float64")
    checks = check_gradients(network, X, Y)
    learned = {"batch_normalization_1.gamma", "batch_normalization_1.beta"} if trainable else set()
    assert {check.key for check in checks if check.key.startswith("batch")} == learned
    assert all(check.passed for check in checks)


def test_training_is_repeatable_to_the_bit() -> None:
    first, second = trained(normalizing()).state_dict(), trained(normalizing()).state_dict()
    assert all(np.array_equal(first[key], second[key]) for key in first)
