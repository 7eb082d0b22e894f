"""Figures by class against scikit-learn's report and curves; residuals by hand."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn import metrics as peer

from engine.answer_curves import ClassFigures, Residuals, answer_curves
from engine.answers import answer
from engine.data import Dataset, Preparation, TimeSeries
from engine.first_network import first_network
from engine.metrics import area_under_roc, roc_curve
from engine.network import Network
from engine.project import load_example
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared


@pytest.mark.parametrize("name", ["breast_cancer", "digits"])
def test_each_class_has_the_figures_and_the_curve_of_scikit_learn(name: str) -> None:
    project = load_example(name)
    prepared, network = project.prepare(), Network(project.graph, seed=2)
    answers = answer(network, prepared, "validation", "output_1")
    figures = answer_curves(network, prepared, "validation", "output_1")
    actual, predicted = answers.actual[:, 0], answers.predicted[:, 0]
    count = len(figures)
    expected = peer.precision_recall_fscore_support(actual, predicted, labels=range(count), zero_division=0)
    for row, quantity in zip(expected, ("precision", "recall", "f1", "support"), strict=True):
        assert row == pytest.approx([getattr(figure, quantity) for figure in figures])
    for number, figure in enumerate(figures):
        scores = answers.predictions[:, number if count > 2 else 0]
        if figure.roc is None:
            assert (count, number) == (2, 0)
            continue
        false, true, _ = peer.roc_curve(actual == number, scores)
        assert figure.area == pytest.approx(peer.roc_auc_score(actual == number, scores))
        if figure.roc.shape[1] == len(false):
            assert figure.roc == pytest.approx(np.stack([false, true]))
        assert peer.auc(*figure.roc) == pytest.approx(figure.area, abs=2e-3)


def test_a_curve_with_ties_has_every_corner_of_scikit_learn() -> None:
    rng = np.random.default_rng(0)
    for size, levels in ((5, 3), (400, 20), (3000, 3000)):
        scores = rng.integers(0, levels, size) / levels
        positive = rng.random(size) < 0.3
        positive[:2] = False, True
        false, true, _ = peer.roc_curve(positive, scores, drop_intermediate=False)
        assert np.array(roc_curve(scores, positive)) == pytest.approx(np.stack([false, true]))
        assert area_under_roc(scores, positive) == pytest.approx(peer.roc_auc_score(positive, scores))


def test_a_class_that_the_part_does_not_hold_has_no_area_and_a_long_curve_is_thinned() -> None:
    network = Network(chain(1, 3, last="softmax", loss="categorical_crossentropy"))
    x = np.random.default_rng(1).normal(size=(4000, 1))
    noise = np.random.default_rng(2).normal(size=(4000, 1))
    prepared = as_prepared(Dataset(x, np.eye(3)[(x + noise > 0).astype(int)[:, 0]], None, ("a", "b", "c")))
    a, _, c = answer_curves(network, prepared, "training", "output_1")
    assert isinstance(a, ClassFigures)
    assert (c.name, c.support, c.roc) == ("c", 0, None)
    assert np.isnan(c.area)
    assert a.roc.shape == (2, 256)
    assert a.roc[:, [0, -1]].tolist() == [[0, 1], [0, 1]]
    assert peer.auc(*a.roc) == pytest.approx(a.area, abs=1e-3)


def test_residuals_are_predicted_minus_wanted_with_zero_between_two_bins() -> None:
    network = Network(chain(1, 1, last="linear"))
    network.load_state_dict({"dense_1.kernel": [[2.0]], "dense_1.bias": [1.0]})
    prepared = as_prepared(Dataset(np.array([[0.0], [1.0], [2.0]]), np.array([[1.0], [1.0], [9.0]])))
    found = answer_curves(network, prepared, "training", "output_1")
    assert isinstance(found, Residuals)
    assert found.predicted.tolist() == [1.0, 3.0, 5.0]
    assert found.actual.tolist() == [1.0, 1.0, 9.0]
    assert (found.mean, found.deviation) == pytest.approx((-2 / 3, np.std([0, 2, -4])))
    assert found.edges[[0, 16, -1]].tolist() == [-4.0, 0.0, 4.0]
    assert (found.counts.sum(), found.counts[0], found.counts[16], found.counts[24]) == (3, 1, 1, 1)


@pytest.mark.parametrize(("stride", "split"), [(1, "in_order"), (1, "random"), (2, "in_order"), (4, "in_order")])
def test_a_forecast_is_laid_over_time_each_step_once_from_the_latest_window(stride: int, split: str) -> None:
    """A network that says the last value it saw, and 100 more for the step after the next."""
    series = TimeSeries(window=3, horizon=2, stride=stride).with_content({"values": np.arange(40.0)})
    prepared = Preparation(split=split, scaling="none").apply(series.load(), 0)
    network = Network(first_network(series.shape), dtype="float64")
    last = np.zeros((3, 8))
    last[2, 0] = 1.0
    answer_kernel = np.zeros((8, 2))
    answer_kernel[0] = 1.0
    network.load_state_dict({
        "dense_1.kernel": last, "dense_1.bias": np.zeros(8), "dense_2.kernel": answer_kernel,
        "dense_2.bias": np.array([0.0, 100.0]),
    })  # fmt: skip
    found = answer_curves(network, prepared, "validation", "output_1")
    assert isinstance(found, Residuals)
    course, begins = found.course, prepared.raw.begins["validation"]
    assert course is not None
    told = {}
    for begin in sorted(begins.tolist()):  # later windows know more
        told |= {begin: begin - 1, begin + 1: begin - 1 + 100}
    assert course.steps.tolist() == sorted(told)
    assert course.actual.tolist() == sorted(told)
    assert course.forecast.tolist() == [told[step] for step in sorted(told)]


def test_of_a_series_without_the_part_the_training_windows_are_laid_over_time() -> None:
    """As answers fall back on that part, while a choice is still on its way."""
    series = TimeSeries(window=3).with_content({"values": np.arange(20.0)})
    prepared = Preparation(split="in_order", test=0.0).apply(series.load(), 0)
    network = Network(first_network(series.shape))
    missing, training = (answer_curves(network, prepared, part, "output_1") for part in ("test", "training"))
    assert isinstance(missing, Residuals)
    assert isinstance(training, Residuals)
    assert missing.course is not None
    assert training.course is not None
    assert missing.course.steps.tolist() == training.course.steps.tolist() != []
