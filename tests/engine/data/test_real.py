"""Real data: the known counts, and the accuracy that reference 7 asks for."""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

from engine.data import BreastCancer, Dataset, Diabetes, DigitCopies, Digits, Iris, Wine
from engine.events import EpochEnd
from engine.graph import Graph
from engine.layers import Layer
from engine.network import Network
from engine.shapes import DataShape
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.patience import SECONDS

SOURCES: list[Any] = [Iris, Wine, BreastCancer, Digits]


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        (Iris, [50, 50, 50]),
        (Wine, [59, 71, 48]),
        (BreastCancer, [212, 357]),
        (Digits, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]),
    ],
)
def test_class_counts(kind: Any, counts: list[int]) -> None:
    dataset = kind().load()
    targets = dataset.targets if len(counts) > 2 else np.hstack([1 - dataset.targets, dataset.targets])
    assert targets.sum(axis=0).tolist() == counts
    assert all(type(name) is str for name in (*dataset.classes, *dataset.features))


def test_names_of_classes() -> None:
    assert Iris().load().classes == ("setosa", "versicolor", "virginica")
    assert BreastCancer().load().classes == ("malignant", "benign")


def test_digits_as_pictures_are_the_same_numbers() -> None:
    flat: Any = Digits().load()
    pictures: Any = Digits(as_image=True).load()
    assert pictures.inputs.shape == (1797, 8, 8, 1)
    assert np.array_equal(pictures.inputs.reshape(1797, 64), flat.inputs)
    assert Digits(as_image=True).shape.inputs == (8, 8, 1)
    assert len(flat.features) == 64


def test_copies_of_digits_are_their_own_targets() -> None:
    copies, digits = DigitCopies().load(), Digits().load()
    assert np.array_equal(copies.inputs, copies.targets)
    assert np.array_equal(np.asarray(copies.inputs) * 16, digits.inputs)
    assert (copies.inputs.min(), copies.inputs.max()) == (0, 1)
    assert copies.classes == ()
    assert DigitCopies(as_image=True).shape == DataShape((8, 8, 1), (8, 8, 1), classification=False)


def test_diabetes_comes_in_its_own_units() -> None:
    dataset: Any = Diabetes().load()
    age, blood_pressure = dataset.inputs[:, 0], dataset.inputs[:, dataset.features.index("blood pressure")]
    assert (age.min(), age.max()) == (19, 79)
    assert (blood_pressure.min(), blood_pressure.max()) == (62, 133)
    assert (dataset.targets.min(), dataset.targets.max()) == (25, 346)
    assert dataset.targets.mean() == pytest.approx(152.13, abs=0.01)
    assert dataset.features[:3] == ("age", "sex", "body mass index")


def test_knowing_shapes_does_not_import_scikit_learn() -> None:
    code = """
import sys, engine.data as data
shapes = [data.card(data.DataSource.resolve(name)).inputs for name in data.DataSource.kinds()]
sys.exit("sklearn" in sys.modules or len(shapes) < 10)
"""
    root = Path(__file__).parents[3]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, timeout=SECONDS, check=False).returncode == 0


def held_out_accuracy(X: np.ndarray, Y: np.ndarray, seed: int) -> float:
    columns = Y.shape[1]
    labels = Y.argmax(axis=1) if columns > 1 else Y[:, 0]
    X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.25, stratify=labels, random_state=seed)
    scaler = StandardScaler().fit(X_train)
    ends = ("softmax", "categorical_crossentropy") if columns > 1 else ("sigmoid", "binary_crossentropy")
    graph, node = Graph(), ""
    for written in (
        {"kind": "Input", "shape": [X.shape[1]]},
        {"kind": "Dense", "units": 32, "activation": "relu"},
        {"kind": "Dense", "units": columns, "activation": ends[0]},
        {"kind": "Output", "loss": ends[1]},
    ):
        node = graph.add(Layer.from_json(written), after=node or ())
    data = Dataset.from_arrays(scaler.transform(X_train), Y_train, (scaler.transform(X_test), Y_test))
    written = {"optimizer": {"kind": "Adam", "learning_rate": 0.01}, "batch_size": 32, "epochs": 60, "seed": seed}
    trainer = Trainer(Network(graph, seed), data, TrainingConfig.from_json(written))
    *_, last = (event for event in trainer.run() if isinstance(event, EpochEnd))
    assert last.val_accuracy is not None
    return last.val_accuracy


@pytest.mark.parametrize("kind", SOURCES)
def test_reference_7_held_out_accuracy(kind: Any) -> None:
    """The splits are scikit-learn's, as in the reference: its own classifier's medians are 0.972 to 1.000 there."""
    raw = kind().load()
    accuracies = [held_out_accuracy(raw.inputs, raw.targets, seed) for seed in range(5)]
    assert statistics.median(accuracies) >= 0.95, accuracies
    assert min(accuracies) >= 0.90, accuracies
