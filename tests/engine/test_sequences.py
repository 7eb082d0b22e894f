"""Networks that read sequences learn small tasks, and learn them alike each time."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.events import EpochEnd
from engine.graph import Graph
from engine.layers import (
    GRU,
    LSTM,
    Add,
    Dense,
    Flatten,
    Input,
    MultiHeadAttention,
    Output,
    PositionalEncoding,
    SimpleRNN,
)
from engine.network import Network
from engine.optimizers import Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig

STEPS = 8


def positive_sum(samples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Noise of one feature; is its sum above 0?"""
    x = np.random.default_rng(seed).normal(size=(samples, STEPS, 1))
    return x, (x.sum(axis=1) > 0).astype(float)


def first_number(samples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Noise of one feature; which number came first?"""
    x = np.random.default_rng(seed).uniform(-1, 1, (samples, STEPS, 1))
    return x, x[:, 0]


def first_number_at_every_step(samples: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The same question, asked at each step."""
    x, first = first_number(samples, seed)
    return x, np.repeat(first[:, np.newaxis], STEPS, axis=1)


def recurrent(layer: SimpleRNN | LSTM | GRU, activation: str, loss: str) -> Graph:
    """One recurrent layer and one neuron."""
    graph = Graph()
    x = graph.add(Input(shape=(STEPS, 1)))
    end = graph.add(Dense(units=1, activation=activation), after=graph.add(layer, after=x))
    graph.add(Output(loss=loss), after=end)
    return graph


def transformer_block() -> Graph:
    """Positions, attention and two Dense layers, both parts with a skip around them, and one number for each step."""
    graph = Graph()
    x = graph.add(Input(shape=(STEPS, 1)))
    x = graph.add(PositionalEncoding(), after=graph.add(Dense(units=16), after=x))
    attended = graph.add(MultiHeadAttention(num_heads=2, key_dim=8), after=x)
    x = graph.add(Add(), after=[x, attended])
    wide = graph.add(Dense(units=32, activation="relu"), after=x)
    x = graph.add(Add(), after=[x, graph.add(Dense(units=16), after=wide)])
    graph.add(Output(), after=graph.add(Dense(units=1), after=x))
    return graph


def train(graph: Graph, data: tuple[np.ndarray, np.ndarray], epochs: int) -> tuple[Network, list[float]]:
    """The trained network and the loss of each epoch."""
    network = Network(graph, seed=1)
    config = TrainingConfig(epochs=epochs, batch_size=32, optimizer=Adam(learning_rate=0.01), seed=1)
    events = Trainer(network, Dataset.from_arrays(*data), config).run()
    return network, [event.loss for event in events if isinstance(event, EpochEnd)]


@pytest.mark.parametrize("kind", [SimpleRNN, LSTM, GRU])
@pytest.mark.parametrize("bidirectional", [False, True])
def test_a_recurrent_layer_learns_whether_a_sum_is_positive(
    kind: type[SimpleRNN | LSTM | GRU], bidirectional: bool
) -> None:
    graph = recurrent(kind(units=8, bidirectional=bidirectional), "sigmoid", "binary_crossentropy")
    network, losses = train(graph, positive_sum(512, seed=0), epochs=30)
    assert losses[0] > 0.3
    assert losses[-1] < 0.15
    x, wanted = positive_sum(400, seed=1)
    assert ((network.predict(x) > 0.5) == wanted).mean() > 0.9


@pytest.mark.parametrize("kind", [LSTM, GRU])
def test_a_gated_layer_remembers_what_came_first(kind: type[LSTM | GRU]) -> None:
    network, losses = train(recurrent(kind(units=8), "linear", "mse"), first_number(512, seed=0), epochs=60)
    x, wanted = first_number(400, seed=1)
    assert np.var(wanted) > 0.3
    assert losses[-1] < 0.01
    assert network.loss(x, wanted) < 0.01


def test_a_transformer_block_carries_the_first_number_to_every_step() -> None:
    # Only attention reaches from step to step, and only the positions tell which step is the first.
    network, losses = train(transformer_block(), first_number_at_every_step(512, seed=0), epochs=20)
    assert losses[-1] < 0.002
    x, wanted = first_number_at_every_step(400, seed=1)
    assert np.var(wanted) > 0.3
    assert network.loss(x, wanted) < 0.002


@pytest.mark.parametrize("network", ["LSTM", "transformer"])
def test_training_repeats_to_the_bit(network: str) -> None:
    graph, data = {
        "LSTM": (recurrent(LSTM(units=4, bidirectional=True), "linear", "mse"), first_number(64, seed=0)),
        "transformer": (transformer_block(), first_number_at_every_step(64, seed=0)),
    }[network]
    first, losses = train(graph, data, epochs=3)
    second, again = train(graph, data, epochs=3)
    assert losses == again
    assert np.array_equal(first.parameters, second.parameters)


def test_dropped_attention_weights_repeat_with_the_seed() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(STEPS, 1)))
    x = graph.add(MultiHeadAttention(num_heads=2, key_dim=2, dropout=0.5), after=x)
    graph.add(Output(), after=graph.add(Dense(units=1), after=graph.add(Flatten(), after=x)))
    data = first_number(64, seed=0)
    assert train(graph, data, epochs=3)[1] == train(graph, data, epochs=3)[1]
