"""A whole fit on the digits, ours beside scikit-learn's MLPClassifier: the same network, optimiser and epochs."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.datasets import load_digits
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from engine.data import Dataset
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network
from engine.optimizers import Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.benchmarks.timing import interleaved

EPOCHS = 10
FLOOR = 6.0
OURS = "ours, float32"


Learned = list[Callable[[], float]]
"""What each fit adds: how to find its accuracy. A fit that is fast and wrong does not count; a prediction is no fit."""


def ours(X: np.ndarray, classes: np.ndarray, learned: Learned) -> Callable[[], int]:
    """64-64-32-10 from drawing to the last epoch."""

    def fit() -> int:
        graph = Graph()
        last = graph.add(Input(shape=(64,)))
        for units in (64, 32):
            last = graph.add(Dense(units=units, activation="relu"), after=last)
        last = graph.add(Dense(units=10, activation="softmax"), after=last)
        graph.add(Output(loss="categorical_crossentropy"), after=last)
        network = Network(graph)
        config = TrainingConfig(optimizer=Adam(), batch_size=32, epochs=EPOCHS)
        for _ in Trainer(network, Dataset.from_arrays(X, np.eye(10)[classes]), config).run():
            pass
        learned.append(lambda: float((network.predict(X).argmax(1) == classes).mean()))
        return 1

    return fit


def theirs(X: np.ndarray, classes: np.ndarray, learned: Learned) -> Callable[[], int]:
    """The same with MLPClassifier, which is kept from stopping early."""

    def fit() -> int:
        model = MLPClassifier(
            (64, 32), batch_size=32, max_iter=EPOCHS, alpha=0.0, tol=0.0, n_iter_no_change=EPOCHS + 1, random_state=0
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it did not converge within these epochs
            model.fit(X, classes)
        learned.append(lambda: float(model.score(X, classes)))
        return 1

    return fit


def run(console: Console) -> None:
    """Print the table."""
    X, classes = load_digits(return_X_y=True)
    X = StandardScaler().fit_transform(X)
    learned: Learned = []
    programs = {
        OURS: ours(X, classes, learned),
        "MLPClassifier, float32": theirs(X.astype("float32"), classes, learned),
        "MLPClassifier, float64 as the data come": theirs(X, classes, learned),
    }
    with threadpool_limits(1):
        times = interleaved(programs, rounds=9)
    assert all(accuracy() > 0.98 for accuracy in learned)
    table = Table(title=f"Digits 64-64-32-10 b32 Adam, {EPOCHS} epochs, one thread, median", title_justify="left")
    for heading in ("", "seconds", "times faster", "floor"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, seconds in times.items():
        ratio = seconds / times[OURS]
        shown = "" if name == OURS else f"[{'green' if ratio >= FLOOR else 'red'}]{ratio:.1f}"
        table.add_row(name, f"{seconds:.3f}", shown, "" if name == OURS else f"{FLOOR:g}")
    console.print(table)
