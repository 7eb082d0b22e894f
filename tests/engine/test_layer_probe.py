"""What a look into a layer carries."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.data import Dataset, Prepared
from engine.graph import Graph, SetNode
from engine.layer_probe import SAMPLES, layer_looks
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.preparing import as_prepared

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(40, 2)), RNG.normal(size=(40, 1))


def made(graph: Graph | None = None) -> tuple[Network, Prepared]:
    graph = graph or chain()
    return Network(graph, seed=3), as_prepared(Dataset.from_arrays(X, Y))


def chain() -> Graph:
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    hidden = graph.add(Dense(units=2, activation="tanh"), after=source)
    again = graph.add(Dense(units=2, activation="tanh"), after=hidden)
    unit = graph.add(Dense(units=1), after=again)
    graph.add(Output(), after=unit)
    return graph


def test_weights_and_activations_of_samples_from_the_first_to_the_last():
    network, data = made()
    look = layer_looks(["dense_1"], network, data)["dense_1"]
    state = network.state_dict()
    np.testing.assert_array_equal(look.weights["kernel"], state["dense_1.kernel"])
    some = X[np.linspace(0, len(X) - 1, SAMPLES).round().astype(int)]
    leaving = np.tanh(some @ state["dense_1.kernel"] + state["dense_1.bias"])
    np.testing.assert_allclose(look.output.mean, leaving.mean(axis=0), atol=1e-6)
    np.testing.assert_allclose(look.output.first, leaving[0], atol=1e-6)
    np.testing.assert_allclose(look.entering.mean, some.mean(axis=0), atol=1e-6)


def test_a_look_is_a_copy_and_of_the_asked_layers_only():
    network, data = made()
    looks = layer_looks(["dense_2", "gone_1"], network, data)
    assert list(looks) == ["dense_2"]
    network.parameters += 1.0
    assert not np.shares_memory(looks["dense_2"].weights["kernel"], network.parameters)
    assert (looks["dense_2"].weights["kernel"] != network.weights["dense_2"]["kernel"]).all()


def test_looking_changes_no_bit_of_the_training():
    ends = []
    for looking in (False, True):
        network, data = made()
        for _ in Trainer(network, data.dataset, TrainingConfig(epochs=2, batch_size=SAMPLES)).run():
            if looking:
                layer_looks(network.order, network, data)
        ends.append(network.parameters.copy())
    np.testing.assert_array_equal(*ends)


def test_the_part_of_a_vector_is_laid_out_as_the_weights_are():
    network, data = made()
    looks = layer_looks(network.order, network, data)
    vector = np.arange(network.parameters.size, dtype=float)
    network.parameters[:] = vector
    for node in ("dense_1", "dense_2", "dense_3"):
        for name, array in network.weights[node].items():
            np.testing.assert_array_equal(looks[node].part(vector, name), array)
    assert looks["input_1"].part(vector, "kernel") is None


def test_a_layer_that_shares_weights_has_its_owners_place():
    graph = chain()
    before = graph["dense_2"]
    graph.apply(SetNode(before, replace(before, shares="dense_1")))
    network, data = made(graph)
    looks = layer_looks(["dense_1", "dense_2"], network, data)
    assert looks["dense_2"].starts == looks["dense_1"].starts
    np.testing.assert_array_equal(looks["dense_2"].weights["kernel"], looks["dense_1"].weights["kernel"])


def test_data_that_do_not_fit_leave_the_weights():
    network, _ = made()
    other = as_prepared(Dataset.from_arrays(RNG.normal(size=(5, 3)), Y[:5]))
    look = layer_looks(["dense_1"], network, other)["dense_1"]
    assert look.output is None
    assert look.weights["kernel"].shape == (2, 2)


def test_an_observed_step_tells_what_it_added():
    network, data = made()
    before = network.parameters.copy()
    trainer = Trainer(network, data.dataset, TrainingConfig(batch_size=8))
    trainer.observe_next = True
    event = next(trainer.run())
    np.testing.assert_array_equal(event.observation.updates, network.parameters - before)
