"""The losses between which a network learns, of every kind of loss."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset
from engine.diagnosis.loss_ends import LossEnds, loss_ends
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.losses import Loss
from engine.network import Network


def ends(loss: Any, targets: Any, units: int = 1, activation: str = "linear", **output: Any) -> LossEnds:
    """Those of a network with so many outputs, before it has learned anything."""
    graph = Graph()
    node = graph.add(Dense(units=units, activation=activation), after=graph.add(Input(shape=(1,))))
    node = graph.add(Output(loss=loss, **output), after=node)
    network = Network(graph, dtype="float64")
    data = Dataset.from_arrays(np.zeros((len(targets), 1)), np.array(targets, float))
    return loss_ends(network, node, network.feed_targets(data.targets)[node])


def entropy(*shares: float) -> float:
    return -math.fsum(share * math.log(share) for share in shares)


MEASURES = [[0.0], [1.0], [8.0]]
CLASSES = [[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
SMOOTHED = 0.9 / 4 * np.array([2, 1, 1]) + 0.1 / 3
BY_HAND: dict[str, tuple[Any, Any, float, float]] = {
    "mse": ("mse", MEASURES, 0.0, (9 + 4 + 25) / 3),  # around the mean, 3
    "rmse": ("rmse", MEASURES, 0.0, math.sqrt((9 + 4 + 25) / 3)),
    "mae": ("mae", MEASURES, 0.0, (1 + 0 + 7) / 3),  # around the median, 1
    "msle": ("msle", [[0.0], [math.e - 1], [math.e**2 - 1]], 0.0, 2 / 3),  # logarithms 0, 1 and 2
    # Between 1 and 7 the far one pulls with 1; the others together with a and a - 1, so a = 1.
    "huber": ("huber", MEASURES, 0.0, (0.5 + 0 + 6.5) / 3),
    "log_cosh": ("log_cosh", [[-2.0], [2.0]], 0.0, math.log(math.cosh(2))),
    # A quarter says no: 1 costs 2 for each of these.
    "hinge": ("hinge", [[0.0], [1.0], [1.0], [1.0]], 0.0, 0.5),
    "squared_hinge": ("squared_hinge", [[0.0], [1.0], [1.0], [1.0]], 0.0, 4 * 0.75 * 0.25),
    "binary_crossentropy": ("binary_crossentropy", [[0.0], [1.0], [1.0], [1.0]], 0.0, entropy(0.25, 0.75)),
    "shares": ("binary_crossentropy", [[0.25], [0.75]], entropy(0.25, 0.75), math.log(2)),
    "categorical_crossentropy": ("categorical_crossentropy", CLASSES, 0.0, entropy(0.5, 0.25, 0.25)),
    "sparse_categorical_crossentropy": (
        "sparse_categorical_crossentropy", [[0.0], [0.0], [1.0], [2.0]], 0.0, entropy(0.5, 0.25, 0.25)
    ),
    "smoothed": (
        {"kind": "categorical_crossentropy", "label_smoothing": 0.1}, CLASSES,
        entropy(0.9 + 0.1 / 3, 0.1 / 3, 0.1 / 3), entropy(*SMOOTHED),
    ),
    "kl_divergence": ("kl_divergence", CLASSES, 0.0, entropy(0.5, 0.25, 0.25)),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_they_are_as_by_hand(name: str) -> None:
    loss, targets, right, constant = BY_HAND[name]
    activation = Loss.resolve(loss).fuses or "linear"
    found = ends(loss, targets, 3 if activation == "softmax" else 1, activation)
    assert found == pytest.approx((right, constant), abs=1e-9)


def test_every_loss_is_among_them() -> None:
    assert Loss.kinds().keys() <= BY_HAND.keys()


def test_classes_count_as_in_the_training_and_outputs_by_their_weight() -> None:
    targets = [[0.0], [1.0], [1.0], [1.0]]
    balanced = ends("binary_crossentropy", targets, activation="sigmoid", class_weights="balanced", weight=0.5)
    assert balanced == pytest.approx((0.0, math.log(2) / 2), abs=1e-9)
    given = ends("hinge", targets, class_weights={"kind": "given", "values": (9.0, 1.0)})
    assert given.constant == pytest.approx(3 * 2 / 4), "it pays to say no to all"


def test_of_numbers_without_measure_nothing_is_known() -> None:
    assert ends("mse", [[-1e200], [1e200]]).constant == math.inf


def test_each_number_of_an_answer_has_its_own_best() -> None:
    assert ends("mae", [[0.0, 5.0], [0.0, 6.0], [3.0, 9.0]], units=2).constant == pytest.approx((3 + 4) / 6)
