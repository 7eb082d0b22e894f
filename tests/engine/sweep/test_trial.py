"""One trial: what comes of it is what training alone would give, and nothing that goes wrong is raised."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.data import DataSource, Preparation
from engine.errors import DataError
from engine.events import EpochEnd
from engine.layers import Input
from engine.project import Project, save, to_bytes
from engine.sweep.settings import with_values
from engine.sweep.trial import Outcome, Task, learned, ranked, read_signs, run, score
from engine.trainer import Trainer
from tests.engine.networks import chain
from tests.gui.projects import moons
from tests.patience import SECONDS

ROOT = Path(__file__).parents[3]
VALUES = {"optimizer.learning_rate": 0.1, "dense_1.units": 3}


def task(project: Project, measure: str = "loss", **values: object) -> Task:
    return Task(1, to_bytes(project), {**VALUES, **values}, None, measure)


def test_the_weights_are_those_of_the_best_epoch_of_the_same_training_to_the_bit(project: Project) -> None:
    project.training = project.training.replace(epochs=12, optimizer=project.training.optimizer)
    outcome = run(task(project, **{"optimizer.learning_rate": 0.5}))
    alone = with_values(project, {**VALUES, "optimizer.learning_rate": 0.5})
    network = alone.network()
    events, states = [], []
    for event in Trainer(network, alone.prepare().dataset, alone.training).run():
        if isinstance(event, EpochEnd):
            events.append(event)
            states.append(network.state_dict())
    best = int(np.argmin([event.monitored_loss for event in events]))
    assert outcome.best is not None
    assert outcome.last is not None
    assert (outcome.best.epoch, outcome.last.epoch) == (best + 1, 12)
    assert best < 11, "a case in which the best is not the last"
    weights, history = learned(outcome.content)
    assert [event.loss for event in history] == [event.loss for event in events[: best + 1]]
    assert all(np.array_equal(weights[key], states[best][key]) for key in states[best])
    assert weights["dense_1.kernel"].shape == (2, 3)


ORPHAN = """
import sys
from engine.sweep.trial import Task, run
run(Task(1, sys.argv[1], {"epochs": 10**9}, None, "loss", parent=int(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows goes on naming a parent that is gone")
def test_a_trial_whose_parent_is_gone_before_it_begins_ends_with_it(project: Project, tmp_path: Path) -> None:
    save(project, tmp_path / "project.rambat")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    argv = [sys.executable, "-c", ORPHAN, str(tmp_path / "project.rambat"), str(gone.pid)]
    assert subprocess.run(argv, cwd=ROOT, timeout=SECONDS).returncode == 1


def test_a_file_and_its_content_train_alike(project: Project, tmp_path: Path) -> None:
    save(project, tmp_path / "project.rambat")
    one, other = run(task(project)), run(replace(task(project), source=str(tmp_path / "project.rambat")))
    assert all(np.array_equal(learned(one.content)[0][key], array) for key, array in learned(other.content)[0].items())


def test_data_are_split_by_a_seed_that_varies(project: Project) -> None:
    losses = [run(task(project, seed=seed)).best for seed in (1, 2, 1)]
    assert losses[0] is not None
    assert losses[1] is not None
    assert losses[2] is not None
    assert losses[0].monitored_loss == losses[2].monitored_loss != losses[1].monitored_loss


def test_data_and_their_preparation_may_vary_and_the_network_is_fitted_to_them(project: Project) -> None:
    varied = {"data.noise": 0.2, "preparation.scaling": "minmax", "preparation.expansion": "polynomial",
              "preparation.expansion.degree": 3}  # fmt: skip
    outcome, plain = run(task(project, **varied)), run(task(project))
    weights, history = learned(outcome.content)
    assert weights["dense_1.kernel"].shape == (9, 3)
    project.data, project.preparation = (
        project.data.replace(noise=0.2),
        Preparation(scaling="minmax", expansion={"kind": "polynomial", "degree": 3}),
    )
    alone = with_values(project, VALUES)
    alone.graph.apply(alone.graph.changed("input_1", Input(shape=(9,))))
    network = alone.network()
    ends = [end for end in Trainer(network, alone.prepare().dataset, alone.training).run() if isinstance(end, EpochEnd)]
    assert [end.loss for end in history] == [end.loss for end in ends[: len(history)]]
    assert learned(plain.content)[0]["dense_1.kernel"].shape == (2, 3), "what varied in one trial is not in the next"


@pytest.mark.parametrize("kind", DataSource.kinds().values())
def test_all_data_can_be_remembered_from_trial_to_trial(kind: type[DataSource]) -> None:
    assert hash(kind()) == hash(kind())


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({"dense_2.units": 2}, "targets have shape 1"),
        (
            {
                "optimizer": "SGD",
                "output_1.loss": "mse",
                "dense_2.activation": "linear",
                "optimizer.learning_rate": 1e30,
            },
            "not a finite number",
        ),
        ({"dense_9.units": 2}, "no setting called"),
    ],
)
def test_what_cannot_be_trained_says_why(values: dict[str, object], part: str) -> None:
    with np.errstate(all="ignore"):
        outcome = run(task(moons(epochs=3, batch_size=4), **values))
    assert outcome.reason is not None
    assert part in str(outcome.reason)
    assert outcome.best is None


def test_what_nobody_expected_is_told_too(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Trainer, "run", fail)
    assert "not enough memory" in str(run(task(project)).reason)
    monkeypatch.setattr(Trainer, "run", lambda trainer: 1 / 0)
    assert "ZeroDivisionError" in str(run(task(project)).reason)


def test_accuracy_judges_where_there_is_some() -> None:
    ends = [EpochEnd(number, number, loss, accuracy, None, None, 0.1, 1.0) for number, loss, accuracy in
            ((1, 0.5, 0.9), (2, 0.4, 0.8), (3, 0.45, 0.9))]  # fmt: skip
    outcomes = [Outcome(end.epoch, end, end) for end in ends]
    assert [each.number for each in ranked(outcomes, "loss")] == [2, 3, 1]
    assert [each.number for each in ranked(outcomes, "accuracy")] == [3, 1, 2]
    held_out = ends[0]._replace(val_loss=0.7, val_accuracy=0.6)
    assert (score(held_out, "loss"), score(held_out, "accuracy")) == ((0.7, 0.0), (-0.6, 0.7))


def test_without_accuracy_the_loss_has_to_judge() -> None:
    project = moons(epochs=2)
    project.data, project.graph = DataSource.resolve("sine"), chain(1, 3, 1)
    assert "no accuracy" in str(run(Task(1, to_bytes(project), {}, None, "accuracy")).reason)
    assert run(Task(1, to_bytes(project), {}, None, "loss")).best is not None


def test_a_trial_leaves_no_sign_when_it_has_ended(project: Project, tmp_path: Path) -> None:
    assert run(replace(task(project), signs=str(tmp_path))).best is not None
    assert read_signs(tmp_path) == {}
    (tmp_path / "3.json").write_text('{"process": 12, "ep')
    assert read_signs(tmp_path) == {3: {}}


def test_damaged_content_is_refused(project: Project) -> None:
    content = run(task(project)).content
    with pytest.raises(DataError):
        learned(content[:-30])
    with pytest.raises(DataError):
        learned(b"")
