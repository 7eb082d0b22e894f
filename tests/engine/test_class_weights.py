"""Weights of classes: what each kind makes of counts, and what they do to loss, gradients and a training run."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.utils.class_weight import compute_class_weight

from engine.class_weights import BalancedClassWeights, ClassWeighting, GivenClassWeights
from engine.data import Dataset
from engine.errors import GraphError, ShapeError
from engine.evaluation import evaluate_network
from engine.events import EpochEnd
from engine.graph import Graph
from engine.layers import Output
from engine.network import Network
from engine.optimizers import SGD
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.networks import chain, trainer
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

ENDS = [
    (1, "sigmoid", "binary_crossentropy"),
    (1, "tanh", "hinge"),
    (3, "softmax", "categorical_crossentropy"),
    (3, "softmax", "sparse_categorical_crossentropy"),
    (3, "softmax", "kl_divergence"),
    (2, "softmax", "sparse_categorical_crossentropy"),
]
every_end = pytest.mark.parametrize(("units", "last", "loss"), ENDS)


def weighted(units: int, last: str, loss: str, weighting: ClassWeighting | str) -> Graph:
    graph = chain(4, 3, units, last=last, loss=loss)
    graph.apply(graph.changed("output_1", Output(loss=loss, class_weights=weighting)))
    return graph


def samples(units: int, count: int = 12) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Inputs, targets (0 and 1, or one-hot) and class numbers, of which the first class has most."""
    rng = np.random.default_rng(0)
    numbers = np.sort(rng.permutation(np.resize(np.arange(max(2, units)), count)) * rng.integers(0, 2, count))
    targets = numbers[:, None].astype(float) if units == 1 else np.eye(units)[numbers]
    return rng.normal(size=(count, 4)), targets, numbers


def test_balanced_is_as_in_scikit_learn() -> None:
    numbers = np.repeat([0, 1, 2], [7, 2, 3])
    wanted = compute_class_weight("balanced", classes=np.arange(3), y=numbers)
    assert BalancedClassWeights().weights(np.bincount(numbers)) == pytest.approx(wanted, rel=1e-15)


def test_a_class_without_samples_is_not_counted_and_weighs_1() -> None:
    assert BalancedClassWeights().weights(np.array([3, 0, 1])).tolist() == [4 / 6, 1.0, 2.0]
    assert BalancedClassWeights().weights(np.array([0, 0])).tolist() == [1.0, 1.0]


@every_end
def test_given_weights_multiply_the_loss_of_each_sample(units: int, last: str, loss: str) -> None:
    X, Y, numbers = samples(units)
    weights = np.array([0.5, 3.0, 1.25])[: max(2, units)]
    plain = Network(chain(4, 3, units, last=last, loss=loss), dtype="float64")
    network = Network(weighted(units, last, loss, GivenClassWeights(values=weights.tolist())), dtype="float64")
    each = [plain.loss(X[[i]], Y[[i]]) for i in range(len(X))]
    assert network.loss(X, Y) == pytest.approx(np.mean(each * weights[numbers]), rel=1e-12)
    network.gradients(X, Y)
    came = network.gradients_vector.copy()
    wanted = numerical_gradient(lambda: network.loss(X, Y), network.parameters)
    assert relative_error(came, wanted) <= TOLERANCE


@every_end
def test_balanced_weights_are_those_of_the_training_part(units: int, last: str, loss: str) -> None:
    X, Y, numbers = samples(units, 24)
    data = Dataset.from_arrays(X[::2], Y[::2], validation=(X[1::2], Y[1::2]))
    run = trainer(weighted(units, last, loss, "balanced"), data, epochs=1, optimizer=SGD(learning_rate=1e-300))
    classes = max(2, units)
    weights = BalancedClassWeights().weights(np.bincount(numbers[::2], minlength=classes))
    assert run.class_weights["output_1"] == pytest.approx(weights)
    plain = Network(chain(4, 3, units, last=last, loss=loss), dtype="float64")
    (end,) = [event for event in run.run() if isinstance(event, EpochEnd)]
    each = np.array([plain.loss(X[[i]], Y[[i]]) for i in range(len(X))])
    assert end.loss == pytest.approx(np.mean(each[::2] * weights[numbers[::2]]), rel=1e-12)
    assert end.val_loss == pytest.approx(np.mean(each[1::2]), rel=1e-12)  # as in Keras


def test_given_weights_do_not_count_in_validation_nor_in_an_evaluation() -> None:
    X, Y, _ = samples(1, 24)
    data = Dataset.from_arrays(X[::2], Y[::2], validation=(X[1::2], Y[1::2]))
    graph = weighted(1, "sigmoid", "binary_crossentropy", GivenClassWeights(values=[0.5, 8.0]))
    run = trainer(graph, data, epochs=1, optimizer=SGD(learning_rate=1e-300))
    (end,) = [event for event in run.run() if isinstance(event, EpochEnd)]
    plain = Network(chain(4, 3, 1, last="sigmoid", loss="binary_crossentropy"), dtype="float64")
    assert end.loss == pytest.approx(run.network.loss(X[::2], Y[::2]), rel=1e-12)
    assert end.val_loss == pytest.approx(plain.loss(X[1::2], Y[1::2]), rel=1e-12)
    evaluation = evaluate_network(run.network, data, 0)
    assert evaluation.validation is not None
    assert evaluation.training.loss == pytest.approx(plain.loss(X[::2], Y[::2]), rel=1e-12)
    assert evaluation.validation.loss == pytest.approx(plain.loss(X[1::2], Y[1::2]), rel=1e-12)


@every_end
def test_a_trainer_leaves_the_networks_own_loss_as_it_is(units: int, last: str, loss: str) -> None:
    """Also while it runs, and after an evaluation."""
    X, Y, _ = samples(units, 24)
    network = Network(weighted(units, last, loss, "balanced"), dtype="float64")
    before, gradients = network.loss(X, Y), network.gradients(X, Y)
    config = TrainingConfig(batch_size=24, optimizer=SGD(learning_rate=1e-300))
    run = Trainer(network, Dataset.from_arrays(X, Y), config)
    evaluate_network(network, Dataset.from_arrays(X[5:], Y[5:]), 0)
    next(run.run())
    assert network.loss(X, Y) == before
    assert all(np.array_equal(array, gradients[key]) for key, array in network.gradients(X, Y).items())


def test_two_trainers_on_one_network_keep_their_own_weights() -> None:
    X, Y, _ = samples(1, 24)
    graph = weighted(1, "sigmoid", "binary_crossentropy", "balanced")
    parts = [Dataset.from_arrays(X[numbers], Y[numbers]) for numbers in (np.arange(4, 24), np.arange(16, 24))]

    def losses(*runs: Trainer) -> list[float]:
        """The losses of the first two batches of each, taking turns."""
        events = [run.run() for run in runs]
        return [next(each).loss for _ in range(2) for each in events]  # type: ignore[union-attr]

    config = TrainingConfig(batch_size=4, optimizer=SGD(learning_rate=1e-300), shuffle=False)
    alone = [losses(Trainer(Network(graph, dtype="float64"), data, config)) for data in parts]
    network = Network(graph, dtype="float64")
    together = losses(*(Trainer(network, data, config) for data in parts))
    assert (together[::2], together[1::2]) == (alone[0], alone[1])


@pytest.mark.parametrize(("last", "loss"), [("sigmoid", "binary_crossentropy"), ("tanh", "squared_hinge")])
def test_answers_of_their_own_are_weighed_one_by_one(last: str, loss: str) -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(6, 4)), (rng.random((6, 3)) < 0.3).astype(float)
    network = Network(weighted(3, last, loss, GivenClassWeights(values=[0.5, 3.0])), dtype="float64")
    single = chain(1, 1, last=last, loss=loss)
    network_of_one = Network(single, dtype="float64")
    network_of_one.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
    a = network.predict(X)
    logits = np.log(a / (1 - a)) if last == "sigmoid" else np.arctanh(a)
    each = [network_of_one.loss(np.array([[z]]), np.array([[y]])) for z, y in zip(logits.flat, Y.flat, strict=True)]
    assert network.loss(X, Y) == pytest.approx(np.mean(np.array(each) * np.where(Y.ravel() > 0, 3.0, 0.5)), rel=1e-9)
    network.gradients(X, Y)
    came = network.gradients_vector.copy()
    wanted = numerical_gradient(lambda: network.loss(X, Y), network.parameters)
    assert relative_error(came, wanted) <= TOLERANCE


def test_balanced_answers_count_as_often_as_they_are_given() -> None:
    Y = np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 1.0]])  # 3 of 12
    graph = weighted(3, "sigmoid", "binary_crossentropy", "balanced")
    run = trainer(graph, Dataset.from_arrays(np.ones((4, 4)), Y))
    assert run.class_weights["output_1"] == pytest.approx([12 / (2 * 9), 12 / (2 * 3)])


def test_balanced_weights_find_the_rare_class() -> None:
    """Of overlapping clouds of 190 and 10 samples a plain network finds few of the rare one, a balanced one most."""
    rng = np.random.default_rng(0)
    X = np.concatenate([rng.normal(size=(190, 2)), rng.normal(size=(10, 2)) + 1.5])
    Y = np.repeat([0.0, 1.0], [190, 10])[:, None]
    found = {}
    for weighting in ("none", "balanced"):
        graph = chain(2, 1, last="sigmoid", loss="binary_crossentropy")
        graph.apply(graph.changed("output_1", Output(loss="binary_crossentropy", class_weights=weighting)))
        run = trainer(graph, Dataset.from_arrays(X, Y), epochs=200, batch_size=200, optimizer=SGD(learning_rate=1.0))
        list(run.run())
        found[weighting] = int((run.network.predict(X[190:]) > 0.5).sum())
    assert found["none"] <= 3
    assert found["balanced"] >= 7


def test_a_network_without_class_weights_has_none_to_carry() -> None:
    network = Network(chain(2, 3, 1, last="sigmoid", loss="binary_crossentropy"))
    assert network.class_weights == {}
    assert type(network.plan(4).losses["output_1"]).__name__ == "BinaryCrossentropyKernel"


def test_as_many_weights_as_classes() -> None:
    with pytest.raises(ShapeError, match=r"tells 3 classes apart and needs as many class weights\. Received: 2\."):
        Output(loss="kl_divergence", class_weights="given").output_shape((3,))
    assert Output(loss="hinge", class_weights="given").output_shape((1,)) == (1,)
    for loss in ("binary_crossentropy", "hinge"):  # no and yes, however many units
        assert Output(loss=loss, class_weights="given").output_shape((3,)) == (3,)
    with pytest.raises(GraphError, match="needs as many class weights"):
        Network(weighted(3, "softmax", "categorical_crossentropy", "given"))


def test_they_survive_json() -> None:
    output = Output(loss="hinge", class_weights=GivenClassWeights(values=[1, 2.5]))
    assert output.to_json()["class_weights"] == {"kind": "given", "values": [1.0, 2.5]}
    assert Output.from_json(output.to_json()) == output
    assert Output.from_json({"loss": "mse"}).class_weights.name == "none"
