"""A run that would take more memory than there is ends before it begins; the estimate is near what runs take."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine import memory, training_memory
from engine.data import Dataset
from engine.errors import GraphError
from engine.graph import Graph
from engine.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D, Output
from engine.network import Network
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from engine.training_memory import run_bytes
from tests.engine.memory_use import peak_of
from tests.engine.networks import chain

FACTOR = 2
"""By how much the estimate may miss what a run takes."""


def pictures() -> Graph:
    graph = Graph()
    node = graph.add(Input(shape=(28, 28, 1)))
    for layer in (Conv2D(filters=8), MaxPooling2D(), Flatten(), Dense(units=10, activation="softmax")):
        node = graph.add(layer, after=node)
    graph.add(Output(loss="categorical_crossentropy"), after=node)
    return graph


def data(graph: Graph, samples: int, held_out: float, apart: bool = False, dtype: str = "float64") -> Dataset:
    """Random samples; those held out as a share, or apart."""
    network, rng = Network(graph), np.random.default_rng(0)
    X = rng.normal(size=(samples, *network.shapes["input_1"])).astype(dtype)
    (units,) = network.target_shape("output_1")
    Y = np.eye(units)[rng.integers(0, units, samples)].astype(dtype)
    first = round(samples * held_out)
    return Dataset.from_arrays(X, Y, (X[:first], Y[:first]) if apart else held_out)


FLAT, BROAD, AUTOENCODER = chain(100, 64, 1), chain(200, 1000, 1000, 10), chain(500, 20, 500)
RUNS: dict[str, tuple[Graph, Dataset, dict[str, Any]]] = {
    "many samples, none held out": (FLAT, data(FLAT, 40_000, 0.0), {"batch_size": 256}),
    "many samples, a share held out": (FLAT, data(FLAT, 40_000, 0.25), {"batch_size": 256}),
    "many samples, some held out apart": (FLAT, data(FLAT, 40_000, 0.25, apart=True), {"batch_size": 256}),
    "many samples that need no cast": (FLAT, data(FLAT, 40_000, 0.25, dtype="float32"), {"batch_size": 256}),
    "many weights, SGD": (BROAD, data(BROAD, 500, 0.0), {"optimizer": "SGD"}),
    "many weights, Adam, the best kept": (BROAD, data(BROAD, 500, 0.2), {"restore_best": True}),
    "many weights, AMSGrad": (BROAD, data(BROAD, 500, 0.2), {"optimizer": "AMSGrad"}),
    "pictures": (pictures(), data(pictures(), 1000, 0.2), {}),
    "pictures, all in one batch": (pictures(), data(pictures(), 1000, 0.2, apart=True), {"batch_size": 1000}),
    "predictions as large as inputs": (AUTOENCODER, data(AUTOENCODER, 3000, 0.2, apart=True), {}),
}


@pytest.mark.parametrize(("graph", "dataset", "settings"), RUNS.values(), ids=RUNS.keys())
def test_the_estimate_is_near_what_a_run_takes(graph: Graph, dataset: Dataset, settings: dict[str, Any]) -> None:
    config = TrainingConfig(epochs=2, **settings)
    peak = peak_of(lambda: list(Trainer(Network(graph), dataset, config).run()))
    assert peak > 5e6, "too little to tell"
    assert 1 / FACTOR < run_bytes(Network(graph), dataset, config) / peak < FACTOR


def test_a_run_too_large_for_the_machine_is_refused_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    """A data set whose copies alone are more than 64 MB have room for."""
    graph, dataset, _ = RUNS["many samples, a share held out"]
    for module in (memory, training_memory):
        monkeypatch.setattr(module, "machine_memory", lambda: 1 << 26)
    network, config = Network(graph), TrainingConfig(batch_size=256)
    assert network.footprint.training_bytes(256) < 1e6, "the batch alone would fit"
    Trainer(network, dataset, config)
    monkeypatch.setattr(memory, "machine_memory", lambda: 1 << 25)

    def refused() -> None:
        with pytest.raises(GraphError, match=r"^To train on 40000 samples in batches of 256 takes about 0\.0 GB here"):
            Trainer(network, dataset, config)

    assert peak_of(refused) < 1e6
