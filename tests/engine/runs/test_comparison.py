"""Runs side by side: settings that differ, outcomes, and weights' distances worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.data import DataSource, StoredSource
from engine.edits import insert_on_edge
from engine.events import EpochEnd
from engine.history import History
from engine.layers import Dropout
from engine.optimizers import SGD
from engine.runs.comparison import Figure, Gap, Since, differences, distance, outcome
from engine.runs.run import Run, Stage
from engine.runs.settings import RunSettings
from tests.gui.projects import moons


def run(number: int, units: int = 4, **training: object) -> Run:
    project = moons(units, **training)
    settings = RunSettings(project.graph, project.data, project.preparation, 0)
    return Run(number, settings, stages=(Stage(0, 0.0, project.training),))


def told(*runs: Run) -> list[tuple[tuple[str, ...], list[object]]]:
    """The differences with the last value of each run."""
    return [
        (row.label, [course[-1].value if course else "missing" for course in row.courses]) for row in differences(runs)
    ]


def test_equal_runs_differ_in_nothing() -> None:
    assert differences([run(1), run(2), run(3)]) == []
    assert differences([]) == []


def test_hyperparameters_and_layers_that_differ_are_named_with_all_values() -> None:
    one, two, three = run(1), run(2, batch_size=8), run(3, units=7)
    assert told(one, two, three) == [
        (("Batch size",), [16, 8, 16]),
        (("dense_1", "Units"), [4, 4, 7]),
    ]


def test_of_two_kinds_the_fields_that_both_have_are_compared() -> None:
    rows = dict(told(run(1, optimizer=SGD(learning_rate=0.5)), run(2, optimizer="Adam")))
    assert rows == {("Optimizer",): ["SGD", "Adam"], ("Optimizer", "Learning rate"): [0.5, 0.001]}


def test_a_layer_that_is_missing_and_the_wires_that_change_with_it() -> None:
    one, two = run(1), run(2)
    graph = two.settings.graph  # type: ignore[union-attr]
    for edit in insert_on_edge(graph, graph.incoming("dense_2")[0], Dropout(rate=0.3))[1]:
        graph.apply(edit)
    assert told(one, two) == [
        (("dense_2", "Inputs from"), [("dense_1",), ("dropout_1",)]),
        (("dropout_1",), ["missing", "Dropout"]),
    ]


def test_data_preparation_and_seed() -> None:
    one, two = run(1), run(2, seed=3)
    settings = two.settings
    assert settings is not None
    two.settings = RunSettings(
        settings.graph, settings.data.replace(noise=0.3), settings.preparation.replace(validation=0.5), 3
    )
    assert told(one, two) == [
        (("Seed",), [0, 3]),
        (("Data", "Noise"), [0.1, 0.3]),
        (("Preparation", "Validation share"), [0.25, 0.5]),
    ]


def test_what_was_changed_on_the_way_is_told_with_its_epoch() -> None:
    one, two = run(1), run(2)
    two.stages = (*two.stages, Stage(30, 2.5, two.stages[0].training.replace(batch_size=4)))
    (row,) = differences([one, two])
    assert row.courses == ((Since(0.0, 16),), (Since(0.0, 16), Since(2.5, 4)))


def test_a_kind_that_was_changed_on_the_way() -> None:
    one, two = run(1, optimizer="SGD"), run(2, optimizer="SGD")
    two.stages = (*two.stages, Stage(30, 2.0, two.stages[0].training.replace(optimizer="Adam")))
    rows = {row.label: row.courses for row in differences([one, two])}
    assert rows["Optimizer",][1] == (Since(0.0, "SGD"), Since(2.0, "Adam"))


def test_data_of_peoples_own_differ_by_what_they_hold() -> None:
    source = DataSource.resolve("painted_points")
    assert isinstance(source, StoredSource)
    one, two = run(1), run(2)
    for each, value in ((one, 0.0), (two, 1.0)):
        assert each.settings is not None
        points, classes = np.full((4, 2), value), np.array([0, 0, 1, 1])
        data = source.with_content({"points": points, "codes": classes})
        each.settings = RunSettings(each.settings.graph, data, each.settings.preparation, 0)
    ((label, _),) = told(one, two)
    assert label == ("Data", "Content")


def test_final_and_best_figures() -> None:
    losses, accuracies = (0.9, 0.2, 0.4), (0.5, 0.75, 0.75)
    history = History.from_events(
        EpochEnd(epoch, 10 * epoch, loss, accuracy, None, None, 0.1, 1.0)
        for epoch, (loss, accuracy) in enumerate(zip(losses, accuracies, strict=True), 1)
    )
    assert outcome(history, "loss") == Figure(0.4, 0.2, 2)
    assert outcome(history, "accuracy") == Figure(0.75, 0.75, 2)
    missing = outcome(history, "val_loss")
    assert math.isnan(missing.final)
    assert missing.epoch == 0
    assert math.isnan(outcome(History(), "loss").best)


def test_distances_of_weights_by_hand() -> None:
    one = {"a.kernel": np.array([[3.0, 0.0]]), "a.bias": np.array([0.0]), "b.kernel": np.array([5.0])}
    other = {"a.kernel": np.array([[0.0, 4.0]]), "a.bias": np.array([0.0]), "b.kernel": np.array([1.0, 2.0])}
    found = distance(one, other)
    assert found is not None
    assert found.layers == {"a": Gap(5.0, 5.0 / 3.5)}
    assert found.whole == Gap(5.0, 5.0 / 3.5)
    assert found.left_out == ("b.kernel",)
    both = distance({"a.k": np.array([1.0]), "b.k": np.array([2.0])}, {"a.k": np.array([4.0]), "b.k": np.array([6.0])})
    assert both is not None
    assert both.layers["b"] == Gap(4.0, 1.0)
    assert both.whole.absolute == 5.0
    assert both.whole.relative == pytest.approx(5 / ((math.sqrt(5) + math.sqrt(52)) / 2))


def test_weights_that_have_nothing_in_common_have_no_distance() -> None:
    assert distance({}, {"a.k": np.ones(2)}) is None
    assert distance({"a.k": np.ones(3)}, {"a.k": np.ones(2)}) is None
    same = distance({"a.k": np.zeros(2, np.float32)}, {"a.k": np.zeros(2, np.float32)})
    assert same is not None
    assert same.whole == Gap(0.0, 0.0)
