"""Small networks and data that several tests use."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.data import Dataset
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.optimizers import SGD
from engine.trainer import Trainer
from engine.training_config import TrainingConfig


def chain(*sizes: int, hidden: str = "tanh", last: str = "linear", loss: str = "mse") -> Graph:
    """Input, Dense layers and Output in a row."""
    graph = Graph()
    node = graph.add(Input(shape=(sizes[0],)))
    for units in sizes[1:-1]:
        node = graph.add(Dense(units=units, activation=hidden), after=node)
    node = graph.add(Dense(units=sizes[-1], activation=last), after=node)
    graph.add(Output(loss=loss), after=node)
    return graph


def regression(samples: int = 23, inputs: int = 3, outputs: int = 2, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Inputs and targets with something to learn in them."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(samples, inputs))
    return X, np.sin(X @ rng.normal(size=(inputs, outputs)))


def trainer(
    graph: Graph | None = None, data: Dataset | None = None, dtype: str = "float64", seed: int = 0, **config: Any
) -> Trainer:
    """A trainer of 3-4-2 on `regression()`, unless said otherwise."""
    network = Network(graph if graph is not None else chain(3, 4, 2), seed=seed, dtype=dtype)
    data = data if data is not None else Dataset.from_arrays(*regression())
    settings = {"optimizer": SGD(learning_rate=0.1), "batch_size": 5, "epochs": 3, "seed": seed} | config
    return Trainer(network, data, TrainingConfig(**settings))
