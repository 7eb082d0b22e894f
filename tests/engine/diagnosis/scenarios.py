"""Small projects in which one thing goes wrong, and others that come near to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from engine.data import Dataset, DataSource, Preparation, TableSource
from engine.data.tables import guess, read_whole
from engine.diagnosis.coach import Coach
from engine.diagnosis.finding import Finding
from engine.errors import DivergenceError
from engine.graph import Graph
from engine.history import History
from engine.layers import Dense, Input, Output
from engine.optimizers import SGD, Adam, Optimizer
from engine.project import Project
from engine.shapes import DataShape
from engine.trainer import Trainer
from engine.training_config import TrainingConfig


class Given:
    """Data at hand in the place of a source, which only a test can have."""

    def __init__(self, X: np.ndarray, y: np.ndarray, features: tuple[str, ...] = (), **others: Any) -> None:
        self.dataset = Dataset(X, y.astype(np.float64)[:, None], classes=("no", "yes"), features=features, **others)
        self.shape = DataShape(X.shape[1:], (1,))

    def load(self) -> Dataset:
        return self.dataset

    def without(self, feature: str) -> None:
        """No column can be left out."""


def chain(inputs: int, *hidden: int, activation: str = "tanh", loss: str = "binary_crossentropy", begin: Any = None,
          last: str = "sigmoid", units: int = 1, all_begin: bool = False, **dense: Any) -> Graph:  # fmt: skip
    """Dense layers in a row; `begin` is how hidden weights begin, and with `all_begin` those of the last layer too."""
    if begin is not None:
        dense["kernel_initializer"] = begin
    graph = Graph()
    node = graph.add(Input(shape=(inputs,)))
    for count in hidden:
        node = graph.add(Dense(units=count, activation=activation, **dense), after=node)
    node = graph.add(Dense(units=units, activation=last, **(dense if all_begin else {})), after=node)
    graph.add(Output(loss=loss), after=node)
    return graph


def project(
    graph: Graph, data: Any, optimizer: Any, preparation: Preparation | None = None, **training: Any
) -> Project:
    source = DataSource.resolve(data) if isinstance(data, str) else data
    config = TrainingConfig(**{"optimizer": optimizer, "batch_size": 16, "epochs": 20, **training})
    return Project(graph, config, source, preparation or Preparation())


def reseeded(made: Project, seed: int) -> Project:
    """The same with other weights, batches and, where they are drawn, data."""
    made.training = made.training.replace(seed=seed)
    if hasattr(made.data, "seed"):
        made.data = made.data.replace(seed=seed)
    return made


def ran(made: Project) -> tuple[tuple[Finding, ...], History, Trainer]:
    """What the coach says at the end of the project's run."""
    prepared = made.prepare()
    trainer = Trainer(made.network(), prepared.dataset, made.training)
    history = History()
    coach = Coach(made, prepared, trainer, history)
    divergence = None
    try:
        for event in trainer.run():
            history.record(event)
            coach.record(event)
    except DivergenceError as error:
        divergence = error
    return coach.findings(divergence), history, trainer


def mended(made: Project, finding: Finding) -> Project:
    """The project after the finding's fix."""
    fix = finding.fix
    assert fix is not None
    for edit in fix.edits:
        made.graph.apply(edit)
    made.training = fix.training or made.training
    made.preparation = fix.preparation or made.preparation
    made.data = fix.data or made.data
    return made


def clouds(samples: int, seed: int = 0) -> Given:
    """Two classes that overlap."""
    rng = np.random.default_rng(seed)
    y = rng.random(samples) < 0.5
    X = 1.5 * rng.normal(size=(samples, 2))
    return Given(X + np.where(y, 1, -1)[:, None] * [1, -1], y)


def halves() -> Given:
    """Two classes that a straight line parts."""
    X = np.random.default_rng(0).normal(size=(200, 2))
    return Given(X, X[:, 0] > X[:, 1])


def rare(share: float) -> Given:
    """Two classes, of which one has this share."""
    rng = np.random.default_rng(2)
    y = rng.random(400) < share
    X = rng.normal(size=(400, 2))
    X[:, 0] += 1.5 * y
    return Given(X, y)


def by_heart(samples: int) -> Given:
    """A noisy class in eight columns, of which one matters."""
    rng = np.random.default_rng(1)
    X = rng.normal(size=(samples, 8))
    return Given(X, X[:, 0] + rng.normal(size=samples) > 0)


def telling(leaks: bool) -> Given:
    """Two classes with a gap between them, and a column that knows them if it `leaks`."""
    rng = np.random.default_rng(3)
    X = rng.normal(size=(300, 4))
    X = X[np.abs(X[:, 0] + X[:, 1]) > 0.5]
    y = X[:, 0] + X[:, 1] > 0
    if leaks:
        X[:, 2] = 2 * y + 0.01 * X[:, 2]
    return Given(X, y, ("age", "income", "paid back", "height"))


def told_in_a_table(folder: Path) -> TableSource:
    """The same data as a table of people's own."""
    given = telling(leaks=True).dataset
    rows = np.column_stack([np.asarray(given.inputs), np.asarray(given.targets)])
    path = folder / "loans.csv"
    np.savetxt(path, rows, delimiter=",", header=",".join([*given.features, "class"]), comments="")
    table = read_whole(path)
    return TableSource.of(table, [each.column for each in guess(table)])


def repeated() -> Given:
    """Every sample twice, so that most of those held out are among those that train."""
    given = telling(leaks=False)
    return Given(np.repeat(given.dataset.inputs, 2, axis=0), np.repeat(given.dataset.targets[:, 0], 2))


def oscillating(rate: float) -> Project:
    return project(chain(2, 8), "moons", SGD(learning_rate=rate))


def descending(rate: float, **training: Any) -> Project:
    return project(chain(2, last="linear", loss="mse"), "plane", SGD(learning_rate=rate), **training)


def creeping(rate: float) -> Project:
    return project(chain(2, 8), "moons", SGD(learning_rate=rate), epochs=30)


def deep(layers: int, activation: str = "sigmoid", optimizer: Optimizer | None = None) -> Project:
    return project(chain(2, *[8] * layers, activation=activation), "moons", optimizer or SGD(learning_rate=0.1))


def wide(spread: float, layers: int = 6) -> Project:
    begin = {"kind": "normal", "standard_deviation": spread}
    return project(
        chain(2, *[32] * layers, activation="relu", begin=begin), "moons", SGD(learning_rate=0.01), epochs=10
    )


def silent(bias: float) -> Project:
    begin = {"kind": "constant", "value": bias}
    return project(chain(2, 16, activation="relu", bias_initializer=begin), "moons", Adam(learning_rate=0.01))


def saturated(spread: float) -> Project:
    begin = {"kind": "normal", "standard_deviation": spread}
    return project(chain(2, 16, 16, begin=begin), "moons", SGD(learning_rate=0.001))


def alike(all_begin: bool) -> Project:
    return project(chain(2, 8, begin="zeros", all_begin=all_begin), "moons", Adam(learning_rate=0.01))


def memorizing(samples: int, epochs: int = 50) -> Project:
    return project(chain(8, 64, 64), by_heart(samples), Adam(learning_rate=0.01), epochs=epochs)


def small(data: Any) -> Project:
    return project(chain(2), data, Adam(learning_rate=0.05), epochs=50)


def straight(loss: str, data: str, inputs: int) -> Project:
    """No hidden layer."""
    return project(chain(inputs, last="linear", loss=loss), data, Adam(learning_rate=0.02), epochs=60)


def unscaled(data: str, columns: int, scaling: str = "none") -> Project:
    graph = chain(columns, 16, last="softmax", units=3, loss="categorical_crossentropy")
    return project(graph, data, Adam(learning_rate=0.001), Preparation(scaling=scaling))


def far_apart() -> Project:
    """Inputs in the thousands."""
    data = halves()
    data.dataset.inputs[:] *= 1000
    return project(chain(2, 8), data, Adam(learning_rate=0.001), Preparation(scaling="none"))


def imbalanced(share: float) -> Project:
    return project(chain(2, 8), rare(share), Adam(learning_rate=0.01))


def measured(last: str, data: str, inputs: int) -> Project:
    return project(chain(inputs, 8, last=last, loss="mse"), data, Adam(learning_rate=0.003))


def in_batches(size: int, rate: float) -> Project:
    return project(chain(2, 8), clouds(300), SGD(learning_rate=rate), batch_size=size)


def in_one_batch(rate: float) -> Project:
    return project(chain(2, 8), "circles", SGD(learning_rate=rate), batch_size=1024, epochs=30)


def of_many(size: int, optimizer: Optimizer) -> Project:
    """Batches of so many out of 1348 samples."""
    graph = chain(64, 32, last="softmax", units=10, loss="categorical_crossentropy")
    return project(graph, "digits", optimizer, batch_size=size)


def at_rest() -> Project:
    """All of 450 samples in a batch, so that the loss falls at every epoch, down to their noise."""
    return project(chain(2, 8), clouds(600), Adam(learning_rate=0.03), batch_size=450, epochs=80)


def perfect(data: Any) -> Project:
    return project(chain(4, 8), data, Adam(learning_rate=0.03))


def standing(optimizer: Any) -> Project:
    graph = chain(2, 4, activation="sigmoid")
    preparation = Preparation(validation=0.0, scaling="none")
    return project(graph, "xor_gate", optimizer, preparation, batch_size=4, epochs=400)
