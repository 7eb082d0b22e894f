"""Small projects that the window's tests open."""

from __future__ import annotations

from engine.data import DataSource, Preparation
from engine.graph import Graph
from engine.layers import Add, Dense, Input, Output
from engine.project import Project
from engine.training_config import TrainingConfig

ENDLESS = 1_000_000
"""Epochs whose end no test lives to see: what is to be seen of a run that goes on must not depend on its speed."""


def moons(units: int = 4, **training: object) -> Project:
    """Two inputs, a tanh layer and a sigmoid unit on the two moons."""
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    hidden = graph.add(Dense(units=units, activation="tanh"), after=source)
    unit = graph.add(Dense(units=1, activation="sigmoid"), after=hidden)
    graph.add(Output(loss="binary_crossentropy"), after=unit)
    config = TrainingConfig(**{"epochs": 20, "batch_size": 16, **training})
    return Project(graph, config, DataSource.resolve("moons"), Preparation())


def endless(project: Project) -> Project:
    """The project, a run of which goes on until it is stopped."""
    project.training = project.training.replace(epochs=ENDLESS)
    return project


def twins(shared: bool = False) -> Project:
    """dense_1 and dense_2 side by side, alike, and added up; `shared` lets the second use the first one's weights."""
    project = moons()
    graph, layer = Graph(), Dense(units=4, activation="tanh")
    source = graph.add(Input(shape=(2,)), position=(0.0, 0.0))
    first = graph.add(layer, after=source, position=(200.0, -80.0))
    second = graph.add(layer, after=source, position=(200.0, 80.0), shares=first if shared else None)
    joint = graph.add(Add(), after=[first, second], position=(400.0, 0.0))
    unit = graph.add(Dense(units=1, activation="sigmoid"), after=joint, position=(600.0, 0.0))
    graph.add(Output(loss="binary_crossentropy"), after=unit, position=(800.0, 0.0))
    project.graph = graph
    return project
