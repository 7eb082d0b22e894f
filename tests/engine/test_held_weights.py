"""Frozen layers, penalties and constraints: what they change, and what they leave alone."""

from __future__ import annotations

import numpy as np
import pytest

from engine.constraints import Constraint, MaxNorm, NonNegative
from engine.data import Dataset
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.regularizers import L1, L1L2, L2, Regularizer
from engine.trainer import Trainer, TrainingConfig
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(12, 3)), RNG.normal(size=(12, 2))


def network(hidden: Dense, end: Dense) -> Network:
    graph = Graph()
    h = graph.add(hidden, after=graph.add(Input(shape=(3,))))
    graph.add(Output(), after=graph.add(end, after=h))
    return Network(graph, dtype="float64")


def train(trained: Network, epochs: int = 5, **settings) -> None:
    for _ in Trainer(trained, Dataset.from_arrays(X, Y), TrainingConfig(epochs=epochs, **settings)).run():
        pass


@pytest.mark.parametrize("regularizer", [kind() for kind in Regularizer.kinds().values()], ids=repr)
def test_a_penalty_has_the_gradient_it_says(regularizer: Regularizer) -> None:
    regularized = network(Dense(units=4, activation="tanh", kernel_regularizer=regularizer), Dense(units=2))
    gradients = regularized.gradients(X, Y)
    kernel = regularized.weights["dense_1"]["kernel"]
    wanted = numerical_gradient(lambda: regularized.loss(X, Y), kernel)
    assert relative_error(gradients["dense_1.kernel"], wanted) <= TOLERANCE
    bare = network(Dense(units=4, activation="tanh"), Dense(units=2))
    assert regularized.loss(X, Y) - bare.loss(X, Y) == pytest.approx(regularizer.penalty(kernel), abs=1e-12)


def test_penalties_by_hand() -> None:
    weights = np.array([[1.0, -2.0], [0.0, 3.0]])
    for regularizer, penalty, gradient in (
        (L1(l1=0.5), 3.0, [[0.5, -0.5], [0.0, 0.5]]),
        (L2(l2=0.5), 7.0, [[1.0, -2.0], [0.0, 3.0]]),
        (L1L2(l1=1.0, l2=0.5), 13.0, [[2.0, -3.0], [0.0, 4.0]]),
    ):
        came = np.zeros((2, 2))
        regularizer.add_gradient(weights, came, np.empty((2, 2)))
        assert regularizer.penalty(weights) == penalty
        assert came.tolist() == gradient


@pytest.mark.parametrize("which", ["dense_1", "dense_2"])
def test_a_frozen_layer_keeps_its_weights_and_the_other_learns_as_before(which: str) -> None:
    layers = {"dense_1": Dense(units=4, activation="tanh"), "dense_2": Dense(units=2)}
    free = network(*layers.values())
    layers[which] = layers[which].replace(trainable=False)
    frozen = network(*layers.values())
    before = frozen.state_dict()
    assert frozen.parameters.size + frozen.held.size == free.parameters.size
    gradients, free_gradients = frozen.gradients(X, Y), free.gradients(X, Y)
    for key, gradient in gradients.items():
        wanted = np.zeros_like(gradient) if key.startswith(which) else free_gradients[key]
        assert np.array_equal(gradient, wanted), key
    train(frozen)
    for key, weights in frozen.state_dict().items():
        assert np.array_equal(weights, before[key]) == key.startswith(which), key


def test_a_frozen_layer_costs_no_penalty() -> None:
    layer = Dense(units=4, kernel_regularizer="l2")
    end = Dense(units=2)
    assert network(layer.replace(trainable=False), end).loss(X, Y) < network(layer, end).loss(X, Y)


@pytest.mark.parametrize("constraint", [kind() for kind in Constraint.kinds().values()], ids=repr)
def test_weights_stay_within_their_constraint(constraint: Constraint) -> None:
    trained = network(Dense(units=4, kernel_constraint=constraint), Dense(units=2))
    train(trained, optimizer="SGD")
    kernel = trained.weights["dense_1"]["kernel"]
    again = kernel.copy()
    constraint.apply(again)
    assert np.abs(again - kernel).max() <= 1e-6


def test_constraints_by_hand() -> None:
    weights = np.array([[3.0, -0.3], [4.0, 0.4]])
    MaxNorm(limit=1.0).apply(weights)
    assert weights == pytest.approx(np.array([[0.6, -0.3], [0.8, 0.4]]), abs=1e-6)
    NonNegative().apply(weights)
    assert weights.min() == 0


def test_with_everything_frozen_training_changes_nothing() -> None:
    still = network(Dense(units=4, trainable=False), Dense(units=2, trainable=False))
    before = still.state_dict()
    train(still)
    assert all(np.array_equal(weights, before[key]) for key, weights in still.state_dict().items())
