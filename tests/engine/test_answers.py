"""The loss of each sample, the worst first, and which samples a filter lets through."""

from __future__ import annotations

import numpy as np
import pytest

from engine.answers import Filter, answer, part_named, worst_samples
from engine.data import Dataset
from engine.data.augmentation import Noise
from engine.losses import Loss, LossSlot
from engine.network import Network
from engine.project import load_example
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared
from tests.engine.test_losses import LOSSES, example, loss_id


@pytest.mark.parametrize("loss", LOSSES, ids=loss_id)
def test_the_loss_of_a_sample_is_that_of_a_batch_of_one(loss: Loss) -> None:
    prediction, target = example(loss, (5, 4))[1:]
    together, alone = loss_kernel(loss, prediction, target), []
    for row in range(len(prediction)):
        alone.append(loss_kernel(loss, prediction[row : row + 1], target[row : row + 1]).value())
    assert together.sample_values() == pytest.approx(np.array(alone), rel=1e-12)


def loss_kernel(loss: Loss, prediction: np.ndarray, target: np.ndarray):
    return loss.kernel(LossSlot(prediction, target, np.zeros_like(prediction)))


def test_all_samples_together_have_the_loss_of_the_evaluation_also_from_logits_and_in_chunks(monkeypatch) -> None:
    project = load_example("iris")
    prepared, network = project.prepare(), Network(project.graph, seed=3)
    network.parameters *= 90  # so sure that only logits tell how wrong
    monkeypatch.setattr(Network, "chunk", 7)
    for part, (inputs, targets) in {
        "training": (prepared.dataset.inputs, prepared.dataset.targets), "validation": prepared.dataset.validation,
    }.items():  # fmt: skip
        answers = answer(network, prepared, part, "output_1")
        assert answers.losses.mean() == pytest.approx(network.evaluate(inputs, targets, {})[0], rel=1e-5)
        assert answers.losses.max() > 100


def test_the_worst_come_first_with_their_own_inputs_and_a_filter_counts_what_the_matrix_counts() -> None:
    project = load_example("iris")
    prepared, network = project.prepare(), Network(project.graph, seed=1)
    everything = worst_samples(network, prepared, "validation", "output_1", Filter())
    assert everything.found == 38
    assert (np.diff(everything.answers.losses) <= 0).all()
    assert np.array_equal(everything.inputs, prepared.raw.validation[0][everything.places])
    assert everything.confusion.sum() == 38
    mistakes = worst_samples(network, prepared, "validation", "output_1", Filter(mistakes=True), most=3)
    assert mistakes.found == everything.confusion.sum() - everything.confusion.trace()
    assert len(mistakes.places) == 3
    assert (mistakes.answers.actual != mistakes.answers.predicted).all()
    for cell, count in np.ndenumerate(everything.confusion):
        found = worst_samples(network, prepared, "validation", "output_1", Filter(cell=cell))
        assert found.found == count
        assert set(zip(found.answers.actual[:, 0].tolist(), found.answers.predicted[:, 0].tolist(), strict=True)) <= {
            cell
        }


def test_what_measures_has_no_classes_and_what_diverged_is_worst_of_all() -> None:
    network = Network(chain(1, 1, last="linear"))
    network.load_state_dict({"dense_1.kernel": [[1.0]], "dense_1.bias": [0.0]})
    prepared = as_prepared(Dataset(np.array([[0.0], [3.0], [-1.0]]), np.array([[0.0], [1.0], [0.0]])))
    found = worst_samples(network, prepared, "validation", "output_1", Filter(mistakes=True, cell=(0, 1)))
    assert found.places.tolist() == [1, 2, 0]
    assert found.answers.losses.tolist() == [4.0, 1.0, 0.0]
    assert found.answers.judge is found.confusion is found.answers.actual is None
    network.parameters[:] = np.nan
    assert worst_samples(network, prepared, "training", "output_1", Filter()).places.tolist() == [0, 1, 2]


def test_several_answers_of_a_sample_let_it_through_where_one_of_them_fits() -> None:
    network = Network(chain(2, 2, last="sigmoid", loss="binary_crossentropy"))
    network.load_state_dict({"dense_1.kernel": np.eye(2) * 9, "dense_1.bias": np.zeros(2)})
    X = np.array([[1.0, 1.0], [1.0, -1.0], [-1.0, -1.0]])
    prepared = as_prepared(Dataset(X, np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 0.0]])))
    found = worst_samples(network, prepared, "training", "output_1", Filter(mistakes=True))
    assert found.places.tolist() == [1]
    assert worst_samples(network, prepared, "training", "output_1", Filter(cell=(1, 1))).places.tolist() == [1, 0]


def test_altered_copies_are_not_listed() -> None:
    project = load_example("iris")
    preparation = project.preparation.replace(augmentation=Noise(copies=2))
    prepared = preparation.apply(project.data.load(), 0)
    raw, ready = part_named(prepared, "training")
    assert len(prepared.dataset.inputs) == 3 * len(raw[0])
    assert np.array_equal(prepared.fitted.transform(raw[0]), ready[0])
    assert np.array_equal(raw[1], ready[1])
