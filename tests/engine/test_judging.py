"""Which outputs are read by the largest unit, and which unit by unit as yes or no; one rule for all who judge."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn import metrics as peer

from engine.data import Dataset
from engine.evaluation import evaluate_network
from engine.events import EpochEnd
from engine.judging import judges
from engine.network import Network
from engine.optimizers import SGD
from tests.engine.networks import chain, trainer

ENDS = [("sigmoid", "binary_crossentropy"), ("tanh", "hinge"), ("linear", "squared_hinge")]
NAMES = ("a", "b", "c")


def labels(samples: int = 30) -> tuple[np.ndarray, np.ndarray]:
    """Inputs, and three labels of which a sample may have several or none."""
    rng = np.random.default_rng(0)
    return rng.normal(size=(samples, 4)), (rng.random((samples, 3)) < 0.4).astype(float)


@pytest.mark.parametrize(("last", "loss"), ENDS)
def test_several_labels_are_judged_entry_by_entry(last: str, loss: str) -> None:
    """Against scikit-learn on all entries in one row."""
    X, Y = labels()
    network = Network(chain(4, 3, last=last, loss=loss), dtype="float64")
    evaluation = evaluate_network(network, Dataset.from_arrays(X, Y), 0)
    scores, wanted = network.predict(X).ravel(), Y.ravel()
    said = scores > network.output("output_1").loss.threshold
    assert evaluation.training.metrics["output_1"] == pytest.approx(
        {
            "binary_accuracy": (said == wanted).mean(),
            "precision": peer.precision_score(wanted, said),
            "recall": peer.recall_score(wanted, said),
            "f1": peer.f1_score(wanted, said),
            "roc_auc": peer.roc_auc_score(wanted, scores),
        }
    )
    assert np.array_equal(evaluation.training.confusion["output_1"], peer.confusion_matrix(wanted, said))
    assert evaluation.classes == {"output_1": ("no", "yes")}


def test_a_trainer_tells_the_share_of_right_entries() -> None:
    X, Y = labels()
    data = Dataset.from_arrays(X[:20], Y[:20], validation=(X[20:], Y[20:]))
    graph = chain(4, 3, last="sigmoid", loss="binary_crossentropy")
    run = trainer(graph, data, epochs=1, batch_size=20, optimizer=SGD(learning_rate=1e-300))
    (end,) = [event for event in run.run() if isinstance(event, EpochEnd)]
    right = (run.network.predict(X) > 0.5) == (Y > 0.5)
    assert (end.accuracy, end.val_accuracy) == (pytest.approx(right[:20].mean()), pytest.approx(right[20:].mean()))


def test_by_hand() -> None:
    """Rows 1 1 0 and 0 0 0 predicted as 1 0 0 and 0 0 1: four entries of six are right."""
    network = Network(chain(3, 3, last="sigmoid", loss="binary_crossentropy"))
    network.load_state_dict({"dense_1.kernel": np.eye(3), "dense_1.bias": np.zeros(3)})
    X, Y = np.array([[4.0, -4, -4], [-4, -4, 4]]), np.array([[1.0, 1, 0], [0, 0, 0]])
    training = evaluate_network(network, Dataset.from_arrays(X, Y), 0).training
    assert training.metrics["output_1"]["binary_accuracy"] == pytest.approx(4 / 6)
    assert training.confusion["output_1"].tolist() == [[3, 1], [1, 1]]


@pytest.mark.parametrize(
    ("last", "loss"), [*ENDS, ("linear", "mse"), ("softmax", "categorical_crossentropy"), ("softmax", "kl_divergence")]
)
def test_one_of_several_named_classes_is_judged_by_the_largest(last: str, loss: str) -> None:
    X, numbers = labels()[0], np.arange(30) % 3
    network = Network(chain(4, 3, last=last, loss=loss), dtype="float64")
    data = replace(Dataset.from_arrays(X, np.eye(3)[numbers]), classes=NAMES)
    evaluation = evaluate_network(network, data, 0)
    wanted = (network.predict(X).argmax(axis=1) == numbers).mean()
    assert evaluation.training.metrics["output_1"]["categorical_accuracy"] == wanted
    assert evaluation.training.confusion["output_1"].shape == (3, 3)
    assert evaluation.classes == {"output_1": NAMES}


def test_the_largest_wins_only_where_every_sample_is_of_one_named_class() -> None:
    X, one_hot = labels()[0], np.eye(3)[np.arange(30) % 3]
    none, two = one_hot.copy(), one_hot.copy()
    none[29], two[29, :2] = 0, 1
    network = Network(chain(4, 3, last="sigmoid", loss="binary_crossentropy"))

    def each_unit(data: Dataset, classes: tuple[str, ...] = NAMES) -> bool:
        return judges(network, replace(data, classes=classes))["output_1"].each_unit

    assert not each_unit(Dataset.from_arrays(X, one_hot))
    assert each_unit(Dataset.from_arrays(X, one_hot), classes=())
    assert each_unit(Dataset.from_arrays(X, one_hot), classes=("no", "yes"))
    assert each_unit(Dataset.from_arrays(X, none))
    assert each_unit(Dataset.from_arrays(X, two))
    assert each_unit(Dataset.from_arrays(X, one_hot, validation=(X, two)))


def test_rivals_and_single_units_need_no_names() -> None:
    X, numbers = labels()[0], np.arange(30) % 3
    for units, last, loss, targets, classes in (
        (3, "softmax", "categorical_crossentropy", np.eye(3)[numbers], ("0", "1", "2")),
        (3, "softmax", "sparse_categorical_crossentropy", numbers, ("0", "1", "2")),
        (1, "sigmoid", "binary_crossentropy", numbers % 2, ("0", "1")),
    ):
        network = Network(chain(4, units, last=last, loss=loss))
        judge = judges(network, Dataset.from_arrays(X, targets))["output_1"]
        assert (judge.each_unit, judge.classes) == (False, classes)
    assert judges(Network(chain(4, 3)), Dataset.from_arrays(*labels())) == {}
