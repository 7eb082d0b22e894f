"""Small projects that the window's tests open."""

from __future__ import annotations

from engine.data import DataSource, Preparation
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.project import Project
from engine.training_config import TrainingConfig


def moons(units: int = 4, **training: object) -> Project:
    """Two inputs, a tanh layer and a sigmoid unit on the two moons."""
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    hidden = graph.add(Dense(units=units, activation="tanh"), after=source)
    unit = graph.add(Dense(units=1, activation="sigmoid"), after=hidden)
    graph.add(Output(loss="binary_crossentropy"), after=unit)
    config = TrainingConfig(**{"epochs": 20, "batch_size": 16, **training})
    return Project(graph, config, DataSource.resolve("moons"), Preparation())
