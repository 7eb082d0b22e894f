"""Judging a network: the same loss as in training, the metrics that suit, and the confusion matrix."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import DataError
from engine.evaluation import evaluate_network
from engine.events import EpochEnd
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.metrics import accuracy
from engine.network import Network
from engine.optimizers import SGD
from engine.project import load_example
from tests.engine.networks import chain, regression, trainer


def test_both_parts_are_judged_as_training_reports_them() -> None:
    project = load_example("iris")
    dataset = project.prepare().dataset
    run = trainer(project.graph, dataset, epochs=3, batch_size=200, optimizer=SGD(learning_rate=1e-300))
    end = next(event for event in run.run() if isinstance(event, EpochEnd))
    evaluation = evaluate_network(run.network, dataset, 0)
    validation = evaluation.validation
    assert validation is not None
    assert (evaluation.training.samples, validation.samples) == (112, 38)
    assert evaluation.training.loss == pytest.approx(end.loss, rel=1e-12)
    assert validation.loss == pytest.approx(end.val_loss, rel=1e-12)
    assert evaluation.training.metrics["output_1"]["categorical_accuracy"] == end.accuracy
    assert validation.metrics["output_1"]["categorical_accuracy"] == end.val_accuracy
    matrix = validation.confusion["output_1"]
    assert matrix.sum() == 38
    assert matrix.trace() / 38 == end.val_accuracy


def test_measures_have_no_confusion_matrix_and_nothing_held_out_no_second_part() -> None:
    evaluation = evaluate_network(Network(chain(3, 4, 2)), Dataset.from_arrays(*regression()), 0)
    assert evaluation.validation is None
    assert evaluation.training.confusion == {}
    assert list(evaluation.training.metrics["output_1"]) == ["mae", "rmse", "r2"]


def test_a_hinge_decides_at_0() -> None:
    network = Network(chain(1, 1, last="tanh", loss="hinge"))
    network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
    X, Y = np.array([[0.2], [-0.2], [0.3], [-3.0]]), np.array([1.0, 0.0, 1.0, 1.0])
    evaluation = evaluate_network(network, Dataset.from_arrays(X, Y), 0)
    figures = evaluation.training.metrics["output_1"]
    assert (figures["binary_accuracy"], figures["precision"]) == (0.75, 1.0)
    assert evaluation.training.confusion["output_1"].tolist() == [[1, 0], [1, 2]]


def test_several_outputs_have_metrics_of_their_own() -> None:
    graph = Graph()
    hub = graph.add(Input(shape=(2,)))
    kind = graph.add(Dense(units=3, activation="softmax"), after=hub)
    graph.add(Output(loss="sparse_categorical_crossentropy"), after=kind, id="kinds")
    graph.add(Output(), after=graph.add(Dense(units=2), after=hub), id="sizes")
    network, rng = Network(graph), np.random.default_rng(0)
    X = rng.normal(size=(9, 2))
    Y = {"kinds": rng.integers(0, 3, 9), "sizes": rng.normal(size=(9, 2))}
    evaluation = evaluate_network(network, Dataset.from_arrays(X, Y), 0)
    assert set(evaluation.training.confusion) == {"kinds"}
    assert "r2" in evaluation.training.metrics["sizes"]
    wanted = accuracy(network.predict(X)["kinds"], Y["kinds"][:, None])
    assert evaluation.training.metrics["kinds"]["categorical_accuracy"] == wanted


def test_targets_that_a_loss_does_not_take_are_refused_in_both_parts() -> None:
    network = Network(chain(3, 2, last="softmax", loss="categorical_crossentropy"))
    X, good = np.ones((4, 3)), np.eye(2)[[0, 1, 0, 1]]
    for data in (Dataset.from_arrays(X, good + 1), Dataset.from_arrays(X, good, validation=(X, good + 1))):
        with pytest.raises(DataError, match="one-hot"):
            evaluate_network(network, data, 0)
