"""Runs at the terminal."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.optimizers import SGD
from engine.project import load, save
from engine.runs.labels import RunLabel
from engine.runs.run import Origin
from tests.engine.commands import Run
from tests.engine.runs.test_stored import made
from tests.gui.projects import moons


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A project that keeps three runs, the second with another rate from its second epoch on."""
    project = moons()
    runs = (made(1), made(2, origin=Origin(1, 5)), made(3, epochs=3, seed=1, diverged=True))
    slower = project.training.replace(optimizer=SGD(learning_rate=0.125), batch_size=8)
    runs[1].train_with(slower, 5, 1.0)
    project.keep_runs, project.runs, project.run_labels = True, runs, {2: RunLabel("slower", starred=True)}
    save(project, tmp_path / "x.rambat")
    return str(tmp_path / "x.rambat")


def test_runs_are_listed(run: Run, file: str) -> None:
    header, *rows = run("runs", file).out.splitlines()
    assert header.split() == [
        "run",
        "name",
        "began",
        "epochs",
        "loss",
        "val_loss",
        "accuracy",
        "val_accuracy",
        "changes",
    ]
    assert [row.split()[:3] for row in rows] == [["1", "Run", "1"], ["2", "*", "slower"], ["3", "Run", "3"]]
    assert "from initial weights" in rows[0]
    assert "Batch size 8, from run 1, step 5" in rows[1]
    assert "Batch size 16, new seed" in rows[2]
    assert rows[2].split()[-6:] == ["3", "0.3333", "0.6667", "-", "0.5", "diverged"]


def test_runs_are_compared(run: Run, file: str) -> None:
    settings, outcomes, weights = run("runs", file, "--compare", "1", "2").out.split("\n\n")
    assert "Batch size" in settings
    assert "16, 8 (from epoch 1)" in settings
    assert "Optimizer" in settings
    assert "Epochs" not in settings
    assert outcomes.splitlines()[1].split() == ["figure", "Run", "1", "slower"]
    assert ["best", "val_loss", "1", "1"] in [line.split() for line in outcomes.splitlines()]
    assert weights.splitlines()[1].split() == ["runs", "all", "weights", "share", "dense_1", "dense_2"]
    assert weights.splitlines()[2].startswith("Run 1 / slower")


def test_runs_that_are_not_there(run: Run, file: str) -> None:
    run("runs", file, "--compare", "1", "9").refused("--compare", "1, 2, 3")
    run("runs", file, "--compare", "1").refused("two numbers")
    run("runs", "xor", "--compare", "1", "2").refused("There are: none")
    answer = run("runs", "xor")
    assert (answer.code, answer.out) == (0, "")
    assert "keeps no runs" in answer.err


def test_what_is_trained_without_a_window_is_another_run(run: Run, file: str) -> None:
    assert run("train", file, "--epochs", "2", "--batch-size", "64", "--save", file).code == 0
    *_, newest = run("runs", file).out.splitlines()
    assert newest.split()[:3] == ["4", "Run", "4"]
    project = load(file)
    assert project.at_hand is project.runs[-1]
    assert project.weights is not None
    assert all(np.array_equal(array, project.weights[key]) for key, array in project.runs[-1].weights.items())
    assert "64" in run("runs", file, "--compare", "3", "4").out
