"""The check passes where backpropagation is right, fails where it is wrong, and changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.errors import DataError
from engine.gradient_check import check_gradients
from engine.graph import Graph
from engine.layers import Conv2D, Dense, Flatten, Input, Layer, MaxPooling2D, Output, PReLU
from engine.network import Network
from engine.project import examples, load_example


def first_samples(name: str) -> tuple[Any, Any]:
    dataset: Any = load_example(name).prepare().dataset
    return dataset.inputs[:6], dataset.targets[:6]


@pytest.mark.parametrize("name", examples())
def test_every_example_passes(name: str) -> None:
    network = load_example(name).network("float64")
    before = network.parameters.copy()
    checks = check_gradients(network, *first_samples(name))
    learned = [f"{node}.{spec.name}" for node, specs in network.specs.items() for spec in specs if spec.learned]
    assert [check.key for check in checks] == learned
    assert all(check.passed for check in checks), checks
    assert max(check.error for check in checks) > 0
    assert network.parameters.tobytes() == before.tobytes()


@pytest.mark.parametrize("factor", [1.0001, -1.0, 0.0])
def test_a_wrong_gradient_is_found(factor: float, monkeypatch: pytest.MonkeyPatch) -> None:
    network = load_example("xor").network("float64")
    true_gradients = Network.gradients

    def wrong(self: Network, X: Any, Y: Any) -> dict[str, np.ndarray]:
        true = true_gradients(self, X, Y)
        return true | {"dense_1.kernel": true["dense_1.kernel"] * factor}

    monkeypatch.setattr(Network, "gradients", wrong)
    passed = {check.key: check.passed for check in check_gradients(network, *first_samples("xor"))}
    assert not passed.pop("dense_1.kernel")
    assert all(passed.values())


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "layers",
    [
        (Conv2D(filters=3), PReLU(), MaxPooling2D(), Flatten()),
        (Flatten(), Dense(units=5), PReLU(), PReLU()),
        (Flatten(), Dense(units=5, kernel_initializer="zeros", activation="relu")),
    ],
    ids=["equal maxima", "slopes of slopes", "sums of 0"],
)
def test_weights_that_begin_on_a_kink_are_no_error(layers: tuple[Layer, ...], seed: int) -> None:
    graph = Graph()
    node = graph.add(Input(shape=(6, 6, 1)))
    for layer in (*layers, Dense(units=2)):
        node = graph.add(layer, after=node)
    graph.add(Output(), after=node)
    network = Network(graph, seed, "float64")
    before = network.parameters.tobytes()
    rng = np.random.default_rng(seed)
    checks = check_gradients(network, rng.normal(size=(7, 6, 6, 1)), rng.normal(size=(7, 2)))
    assert all(check.passed for check in checks), checks
    assert network.parameters.tobytes() == before


def test_the_weights_come_back_where_the_check_fails() -> None:
    network = load_example("xor").network("float64")
    before = network.parameters.tobytes()
    with pytest.raises(DataError):
        check_gradients(network, np.ones((1, 2)), np.ones((2, 1)))
    assert network.parameters.tobytes() == before
