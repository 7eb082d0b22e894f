"""Sweeps at the terminal: what is printed and written, and bad input in one line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.data import DataSource
from engine.errors import Message
from engine.graph import Graph
from engine.layers import Dense, Flatten, Input, Output, Reshape
from engine.project import load, save
from engine.sweep.drawing import Search
from engine.sweep.journal import JOURNAL, Journal, Sweep
from engine.sweep.settings import subject_of
from engine.sweep.space import dimension
from engine.sweep.trial import Outcome
from tests.engine.commands import Run
from tests.gui.projects import moons


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = moons(epochs=3)
    made.data = DataSource.resolve("checkerboard")
    save(made, tmp_path / "small.rambat")
    return tmp_path / "small.rambat"


VARY = ("--vary", "optimizer.learning_rate=0.01,0.1", "--vary", "dense_1.units=1,2")


def test_a_sweep_tells_its_best_and_writes_it(run: Run, project: Path, cluster: str) -> None:
    answer = run("sweep", "small.rambat", *VARY, "--epochs", "4", "--dask", cluster, "--best", "best.rambat")
    assert answer.code == 0, answer.err
    head, titles, first, *rows = answer.out.splitlines()
    assert head == "4 of 4 trials are done. The best by val_loss:"
    assert titles.split() == ["trial", "optimizer.learning_rate", "dense_1.units", "val_loss", "val_accuracy", "epoch"]
    assert {row.split()[0] for row in (first, *rows)} == {"1", "2", "3", "4"}
    assert float(first.split()[3]) <= float(rows[0].split()[3])
    assert answer.err == ""
    best = load("best.rambat")
    assert best.weights is not None
    assert (best.training.epochs, str(best.training.optimizer.learning_rate)) == (4, first.split()[1])
    assert len(best.history) == int(first.split()[5])
    again = run("sweep", "small.sweep")
    assert (again.code, again.out) == (0, answer.out)


def test_trials_whose_values_clash_are_told_before_and_left_out(run: Run, project: Path) -> None:
    made, graph = load(project), Graph()
    layers = (Input(shape=(2,)), Dense(units=4), Reshape(target_shape=(2, 2)), Flatten(), Dense(units=1))
    last = None
    for layer in (*layers, Output(loss="mse")):
        last = graph.add(layer, after=last) if last is not None else graph.add(layer)
    save(replace(made, graph=graph), "half.rambat")
    varied = ("--vary", "dense_1.units=4,6", "--vary", "reshape_1.target_shape=2x2,3x2")  # each with one of the other
    answer = run("sweep", "half.rambat", *varied, "--epochs", "1", "--jobs", "1")
    assert answer.code == 0
    assert answer.err.startswith(
        "rambat: 2 of 4 trials cannot run and are left out, such as that of dense_1.units=4, "
        "reshape_1.target_shape=3x2: "
    )
    assert len(answer.err.splitlines()) == 1
    assert answer.out.startswith("2 of 2 trials are done. The best by val_loss:")


def test_a_value_with_which_nothing_runs_is_refused_before_anything_trains(run: Run, project: Path) -> None:
    answer = run("sweep", "small.rambat", *VARY, "--vary", "dense_2.units=1,2")
    answer.refused("With 2 for dense_2.units no trial can run: ", "The targets have shape 1", "Leave that value out")
    assert not Path("small.sweep").exists()


def test_accuracy_judges_no_measures(run: Run, project: Path) -> None:
    run("sweep", "diabetes", "--vary", "batch_size=8,16", "--measure", "accuracy").refused(
        "measures, which have no accuracy. Let the loss judge the trials."
    )
    assert not Path("diabetes.sweep").exists()


def test_a_sweep_of_which_nothing_comes_says_so(run: Run, project: Path) -> None:
    begun = load(project)
    varied = (dimension(subject_of(begun), "dense_2.units=2,3"),)
    journal = Journal.begin(Path("small.sweep").absolute(), begun, Sweep.of(begun, varied, Search()))
    with journal.held():
        for number in (1, 2):
            journal.record(Outcome(number, reason=Message("It rained.")))
    answer = run("sweep", "small.sweep")
    assert (answer.code, answer.out) == (1, "")
    assert "trials without a result: 1, 2. It rained." in answer.err


def test_the_settings_are_listed(run: Run, project: Path) -> None:
    answer = run("sweep", "small.rambat", "--settings")
    assert answer.code == 0
    assert answer.out.split()[:3] == ["setting", "now", "takes"]
    assert any(line.split()[:2] == ["batch_size", "16"] for line in answer.out.splitlines())


def test_bad_input_is_refused_in_one_line(run: Run, project: Path) -> None:
    run("sweep", "small.rambat").refused("nothing varies", "--vary batch_size=8,16", "sweep small.rambat --settings")
    run("sweep", "nothing.rambat", *VARY).refused("nothing.rambat")
    run("sweep", "nothing.sweep").refused("There is no sweep in nothing.sweep")
    run("sweep", "small.rambat", "--vary", "dense_1.unit=1").refused(
        "--vary dense_1.unit=1: ", "Similar ones: dense_1.units", "sweep FILE --settings"
    )
    run("sweep", "small.rambat", *VARY, "--random", "0").refused("--random", "Received: 0")
    run("sweep", "small.rambat", *VARY, "--jobs", "many").refused("--jobs", "'many'")
    run("sweep", "small.rambat", *VARY, "--measure", "beauty").refused("--measure", "loss, accuracy")
    run("sweep", "small.rambat", *VARY, "--best", "small.rambat").refused("same file")
    run("sweep", "small.rambat", *VARY, "--best", "no/best.rambat").refused("no folder no")
    run("sweep", "small.rambat", *VARY, "--dask", "nowhere").refused("No Dask scheduler answers at nowhere")
    run("sweep", "small.rambat", *VARY, "--seed", "1").refused("holds another sweep")
    run("sweep", "small.sweep", *VARY).refused("leave --vary out")
    run("sweep", "small.sweep", "--seed", "0").refused("leave --seed out")
    Path("small.sweep", JOURNAL).write_text("?\n")
    run("sweep", "small.sweep").refused("is damaged")
