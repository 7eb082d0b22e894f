"""Distributions of a layer's numbers: exact counts, gradients of the fixed samples, training that does not notice."""

from __future__ import annotations

import numpy as np

from engine.data import Dataset
from engine.distributions import FAINTEST, Quantity, distributions, past_distributions
from engine.events import EpochEnd
from engine.layers import Dense, Dropout, Flatten, Input, Output
from engine.network import Network
from engine.timeline import moment_of
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared
from tests.engine.test_probes import chain as row_of

X = np.random.default_rng(0).normal(size=(300, 2))
DATA = as_prepared(Dataset.from_arrays(X, X[:, :1]))
FEW = as_prepared(Dataset.from_arrays(X[:4], X[:4, :1]))


def test_what_there_is_of_each_layer():
    graph = row_of(Input(shape=(2,)), Flatten(), Dense(units=3, use_bias=False), Dense(units=1), Output())
    found = distributions(Network(graph), DATA)
    assert {node: {quantity.value for quantity in there} for node, there in found.items()} == {
        "flatten_1": {"activations"},
        "dense_1": {"weights", "gradients", "activations"},
        "dense_2": {"weights", "biases", "gradients", "activations"},
    }


def test_counts_by_hand():
    """With y = w x and the mean squared error, dL/dw = 2 mean((y - t) x)."""
    network = Network(chain(2, 1))
    network.weights["dense_1"]["kernel"][...] = [[0.75], [-3.0]]
    found = distributions(network, FEW)["dense_1"]
    assert (found[Quantity.WEIGHTS].reach, found[Quantity.WEIGHTS].counts.sum()) == (4.0, 2)
    assert np.flatnonzero(found[Quantity.WEIGHTS].counts).tolist() == [16, 76]
    assert found[Quantity.BIASES].reach == FAINTEST
    error = X[:4] @ [0.75, -3.0] - X[:4, 0]
    gradients = [*2 * (error[:, np.newaxis] * X[:4]).mean(axis=0), 2 * error.mean()]
    expected = found[Quantity.GRADIENTS]
    assert expected.counts.tolist() == np.histogram(gradients, expected.edges)[0].tolist()
    assert expected.reach / 2 < max(map(abs, gradients)) <= expected.reach
    assert found[Quantity.ACTIVATIONS].counts.sum() == 4


def test_looking_changes_no_bit_of_the_training_and_leaves_the_last_steps_gradients():
    ends = []
    for looking in (False, True):
        network = Network(row_of(Input(shape=(2,)), Dense(units=4), Dropout(rate=0.5), Dense(units=1), Output()))
        for _ in Trainer(network, DATA.dataset, TrainingConfig(epochs=2, batch_size=256)).run():
            if looking:
                before = network.gradients_vector.copy()
                distributions(network, DATA)
                np.testing.assert_array_equal(network.gradients_vector, before)
        ends.append(network.parameters.copy())
    np.testing.assert_array_equal(*ends)


def test_data_that_do_not_fit_leave_weights_alone():
    found = distributions(Network(chain(3, 1)), DATA)
    assert set(found["dense_1"]) == {Quantity.WEIGHTS, Quantity.BIASES}


def test_vanished_gradients_are_told_apart():
    network = Network(chain(2, 1))
    network.weights["dense_1"]["kernel"][...] = [[1 + 1e-6], [0]]
    reach = distributions(network, FEW)["dense_1"][Quantity.GRADIENTS].reach
    assert 1e-8 < reach < 1e-4


def test_moments_that_have_passed_tell_what_was_seen_then_and_leave_the_network_where_it_stands():
    network = Network(chain(2, 3, 1))
    trainer = Trainer(network, FEW.dataset, TrainingConfig(epochs=3, batch_size=4))
    moments, seen = [moment_of(trainer, 0.0, 0.0)], [distributions(network, FEW)]
    for event in trainer.run():
        if isinstance(event, EpochEnd):
            moments.append(moment_of(trainer, 0.0, 0.0))
            seen.append(distributions(network, FEW))
    stands = network.parameters.copy()
    *_, found = past_distributions(network, FEW, [(each.step, each.parameters, each.held) for each in moments])
    assert [step for step, _ in found] == [0, 1, 2, 3]
    for before, (_, after) in zip(seen, found, strict=True):
        for quantity, histogram in before["dense_1"].items():
            assert after["dense_1"][quantity].counts.tolist() == histogram.counts.tolist()
    assert np.array_equal(network.parameters, stands)
