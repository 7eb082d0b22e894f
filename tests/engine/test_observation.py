"""The figures that people see, by hand; and looking changes nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data import Dataset
from engine.events import BatchEnd
from engine.graph import Edge, Graph
from engine.layers import Dense, Dropout, Input, Output
from engine.observation import root_mean_square
from engine.optimizers import SGD, Adam
from tests.engine.networks import trainer


def test_one_step_by_hand() -> None:
    # a = 2x + 1 with x = 1, y = 1: dL/da = 4, dL/dW = dL/db = 4, dL/dx = 8; SGD 0.1 goes to 1.6 and 0.6.
    graph = Graph()
    x = graph.add(Input(shape=(1,)))
    graph.add(Output(), after=graph.add(Dense(units=1), after=x))
    run = trainer(graph, Dataset.from_arrays(np.ones((1, 1)), np.ones((1, 1))), optimizer=SGD(learning_rate=0.1))
    run.network.load_state_dict({"dense_1.kernel": [[2.0]], "dense_1.bias": [1.0]})
    run.observe_next = True
    event = next(run.run())
    assert isinstance(event, BatchEnd)
    assert event.observation is not None
    assert {edge: (figures.rms, figures.maximum) for edge, figures in event.observation.edges.items()} == {
        Edge("input_1", "dense_1"): (8.0, 8.0),
        Edge("dense_1", "output_1"): (4.0, 4.0),
    }
    (layer,) = event.observation.layers.values()
    assert layer.weights == pytest.approx(math.sqrt((1.6**2 + 0.6**2) / 2))
    assert layer.gradients == 4.0
    assert layer.activations == 3.0
    assert layer.update_ratio == pytest.approx(0.4 / math.sqrt((2**2 + 1**2) / 2))


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_looking_changes_no_bit_of_the_training(dtype: str) -> None:
    def graph() -> Graph:
        drawn = Graph()
        x = drawn.add(Input(shape=(3,)))
        h = drawn.add(Dropout(rate=0.3), after=drawn.add(Dense(units=5, activation="relu"), after=x))
        drawn.add(Output(), after=drawn.add(Dense(units=2), after=h))
        return drawn

    blind, watched = (trainer(graph(), dtype=dtype, optimizer=Adam(), batch_size=4) for _ in range(2))
    plain = [event.loss for event in blind.run() if isinstance(event, BatchEnd)]
    seen, looks = [], 0
    watched.observe_next = True
    for event in watched.run():
        if isinstance(event, BatchEnd):
            seen.append(event.loss)
            looks += event.observation is not None
            watched.observe_next = event.step % 2 == 1
    assert seen == plain
    assert looks == (len(seen) + 1) // 2 + 1
    assert np.array_equal(blind.network.parameters, watched.network.parameters)


def test_a_look_is_made_once_and_holds_every_wire_and_learning_layer() -> None:
    run = trainer()
    run.observe_next = True
    first, second = (event for event, _ in zip(run.run(), range(2), strict=False))
    assert isinstance(first, BatchEnd)
    assert isinstance(second, BatchEnd)
    assert first.observation is not None
    assert second.observation is None
    assert set(first.observation.edges) == set(run.network.graph.edges())
    assert set(first.observation.layers) == {"dense_1", "dense_2"}


def test_root_mean_square() -> None:
    assert root_mean_square(np.array([[3.0, -4.0], [0.0, 0.0]])) == 2.5
    assert root_mean_square(np.zeros((0, 2))) == 0.0
