"""Every metric against scikit-learn on random data with ties and missing classes; by hand; and at the edges."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from sklearn import metrics as peer

from engine.metrics import Metric, RocAuc, TopKAccuracy, accuracy, confusion_matrix

Array = np.ndarray
Function = Callable[[Array, Array, Array], float]
"""Of class numbers (or measures), decisions and scores."""


def macro(function: Any) -> Function:
    def value(numbers: Array, decided: Array, scores: Array) -> float:
        average = "binary" if scores.shape[1] == 1 else "macro"
        return float(function(numbers, decided, average=average, zero_division=0))

    return value


def roc_auc(numbers: Array, decided: Array, scores: Array) -> float:
    columns = [(1, 0)] if scores.shape[1] == 1 else [(column, column) for column in range(scores.shape[1])]
    areas = [
        peer.roc_auc_score(numbers == number, scores[:, column])
        for number, column in columns
        if 0 < (numbers == number).sum() < len(numbers)
    ]
    return float(np.mean(areas)) if areas else 0.5


def top_3(numbers: Array, decided: Array, scores: Array) -> float:
    # scikit-learn puts later classes first among equals, so its columns are turned round.
    columns = scores.shape[1]
    return float(peer.top_k_accuracy_score(columns - 1 - numbers, scores[:, ::-1], k=3, labels=np.arange(columns)))


PEERS: dict[str, Function] = {
    "binary_accuracy": lambda numbers, decided, scores: peer.accuracy_score(numbers, decided),
    "categorical_accuracy": lambda numbers, decided, scores: peer.accuracy_score(numbers, decided),
    "top_k_accuracy": top_3,
    "precision": macro(peer.precision_score),
    "recall": macro(peer.recall_score),
    "f1": macro(peer.f1_score),
    "roc_auc": roc_auc,
    "mae": lambda target, decided, a: peer.mean_absolute_error(target, a),
    "rmse": lambda target, decided, a: math.sqrt(peer.mean_squared_error(target, a)),
    "r2": lambda target, decided, a: peer.r2_score(target, a),
}


def classes(units: int, samples: int, seed: int, steps: int) -> tuple[Array, Array]:
    """Scores with many equals, and class numbers of which the last class of several is rare or missing."""
    rng = np.random.default_rng(seed)
    scores = rng.integers(0, steps, (samples, units)) / steps
    several = max(2, units)
    numbers = rng.integers(0, several if seed % 2 or units == 1 else several - 1, samples)
    return scores, numbers


@pytest.mark.parametrize("name", list(Metric.kinds()))
@pytest.mark.parametrize("units", [1, 2, 3, 6])
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("steps", [3, 10_000], ids=["ties", "no ties"])
def test_as_scikit_learn(name: str, units: int, seed: int, steps: int) -> None:
    if name not in PEERS:
        pytest.fail(f"{name} has no counterpart in scikit-learn. Add it to PEERS.")
    metric = Metric.resolve(name)
    if metric.suits(False, units):
        rng = np.random.default_rng(seed)
        prediction, target = rng.normal(size=(2, 17, units))
        assert metric.value(prediction, target) == pytest.approx(PEERS[name](target, target, prediction), rel=1e-12)
    if metric.suits(True, units):
        scores, numbers = classes(units, 40, seed, steps)
        decided = scores.argmax(axis=1) if units > 1 else (scores[:, 0] > 0.5).astype(int)
        wanted = PEERS[name](numbers, decided, scores)
        target = np.eye(units)[numbers] if units > 1 else numbers[:, None].astype(float)
        assert metric.value(scores, target) == pytest.approx(wanted, abs=1e-12)
        assert metric.value(scores, numbers[:, None]) == metric.value(scores, target)


def test_an_output_has_the_metrics_that_are_defined_for_it() -> None:
    def suiting(classification: bool, units: int) -> set[str]:
        return {name for name, kind in Metric.kinds().items() if kind().suits(classification, units)}

    shares = {"precision", "recall", "f1", "roc_auc"}
    assert suiting(True, 1) == {"binary_accuracy"} | shares
    assert suiting(True, 3) == {"categorical_accuracy"} | shares
    assert suiting(True, 4) == {"categorical_accuracy", "top_k_accuracy"} | shares
    assert suiting(False, 1) == suiting(False, 4) == {"mae", "rmse", "r2"}
    assert TopKAccuracy(k=5).suits(True, 6)
    assert not TopKAccuracy(k=5).suits(True, 5)


@pytest.mark.parametrize("name", list(Metric.kinds()))
@pytest.mark.parametrize("units", [1, 4])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_no_metric_is_undefined(name: str, units: int, dtype: str) -> None:
    """No sample, one, all of one class, and numbers far out: a finite number and no warning."""
    metric = Metric.resolve(name)
    if not (metric.suits(True, units) or metric.suits(False, units)):
        return
    for samples in (0, 1, 5):
        for size in (0.0, 1.0, 1e4):
            prediction = np.full((samples, units), size, dtype)
            for target in (np.zeros_like(prediction), np.ones_like(prediction)):
                value = metric.value(prediction, target)
                assert isinstance(value, float)
                assert math.isfinite(value)


@pytest.mark.parametrize("name", list(Metric.kinds()))
def test_axes_before_the_units_are_all_samples(name: str) -> None:
    rng = np.random.default_rng(0)
    prediction, target = rng.random((2, 6, 5, 4))
    metric = Metric.resolve(name)
    assert metric.value(prediction, target) == pytest.approx(
        metric.value(prediction.reshape(30, 4), target.reshape(30, 4)), rel=1e-12
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("binary_accuracy", 4 / 6), ("precision", 2 / 3), ("recall", 2 / 3), ("f1", 2 / 3), ("roc_auc", 6.5 / 9)],
)
def test_yes_or_no_by_hand(name: str, value: float) -> None:
    """Yes: 0.9 0.6 0.4, no: 0.7 0.4 0.1; of the nine pairs 0.9 wins 3, 0.6 wins 2, and 0.4 wins 1 and shares 1."""
    prediction = np.array([[0.9], [0.6], [0.4], [0.7], [0.4], [0.1]])
    target = np.array([[1.0], [1.0], [1.0], [0.0], [0.0], [0.0]])
    assert Metric.resolve(name).value(prediction, target) == pytest.approx(value, rel=1e-15)
    # Hinge: 0 is the threshold, and a no is -1.
    metric = Metric.resolve(name)
    metric = metric.replace(threshold=0.0) if hasattr(metric, "threshold") else metric
    assert metric.value(2 * prediction - 1, 2 * target - 1) == pytest.approx(value, rel=1e-15)


def test_a_threshold_moves_the_decision_and_not_the_target() -> None:
    prediction, target = np.array([[0.3], [0.7], [0.95]]), np.array([[0.0], [1.0], [1.0]])
    assert Metric.from_json({"kind": "recall", "threshold": 0.9}).value(prediction, target) == 0.5
    assert Metric.from_json({"kind": "precision", "threshold": 0.2}).value(prediction, target) == 2 / 3


def test_several_classes_by_hand() -> None:
    """Decided 0 0 1 2 2, right 0 1 1 0 2."""
    prediction, target = np.eye(4)[[0, 0, 1, 2, 2]], np.eye(4)[[0, 1, 1, 0, 2]]
    assert confusion_matrix(prediction, target).tolist() == [[1, 0, 1, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
    values = {name: Metric.resolve(name).value(prediction, target) for name in ("precision", "recall", "f1")}
    assert values["precision"] == pytest.approx((1 / 2 + 1 + 1 / 2) / 3)
    assert values["recall"] == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)
    assert values["f1"] == pytest.approx((1 / 2 + 2 / 3 + 2 / 3) / 3)


def test_the_confusion_matrix_is_actual_by_predicted() -> None:
    rng = np.random.default_rng(0)
    prediction, numbers = rng.random((50, 3)), rng.integers(0, 3, 50)
    wanted = peer.confusion_matrix(numbers, prediction.argmax(axis=1))
    assert np.array_equal(confusion_matrix(prediction, numbers[:, None]), wanted)
    yes = np.array([[0.9], [0.9], [0.2]])
    assert confusion_matrix(yes, np.array([[1.0], [0.0], [1.0]])).tolist() == [[0, 1], [1, 1]]


@pytest.mark.parametrize(("k", "value"), [(1, 0.5), (2, 0.5), (3, 1.0)])
def test_top_k_counts_earlier_classes_first_among_equals(k: int, value: float) -> None:
    prediction = np.array([[0.4, 0.2, 0.2, 0.2], [0.25, 0.25, 0.25, 0.25]])
    assert TopKAccuracy(k=k).value(prediction, np.array([[0], [2]])) == value


def test_accuracy_of_class_numbers_and_of_columns_is_one() -> None:
    prediction = np.array([[0.1, 0.7, 0.2], [0.5, 0.2, 0.3]])
    for target in (np.array([[1.0], [2.0]]), np.eye(3)[[1, 2]]):
        assert accuracy(prediction, target) == 0.5
    assert accuracy(np.array([[0.6], [0.4]]), np.array([[1.0], [1.0]])) == 0.5
    assert accuracy(np.array([[0.2], [-0.4]]), np.array([[1.0], [-1.0]]), threshold=0.0) == 1.0


def test_a_class_that_nobody_has_is_left_out_of_the_area() -> None:
    prediction = np.array([[0.9, 0.1, 0.0], [0.2, 0.8, 0.9]])
    assert RocAuc().value(prediction, np.array([[0], [1]])) == 1.0
    assert RocAuc().value(prediction, np.array([[0], [0]])) == 0.5


def test_r2_where_targets_do_not_vary() -> None:
    r2, target = Metric.resolve("r2"), np.array([[2.0, 1.0], [2.0, 3.0]])
    assert r2.value(target, target) == 1.0
    assert r2.value(target + np.array([1.0, 0.0]), target) == 0.5
