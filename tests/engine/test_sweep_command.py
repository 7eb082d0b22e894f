"""Sweeps at the terminal: what is printed and written, and bad input in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import DataSource
from engine.errors import Message
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


VARY = ("--vary", "optimizer.learning_rate=0.01,0.1", "--vary", "dense_2.units=1,2")


def test_a_sweep_tells_its_best_and_writes_it(run: Run, project: Path, cluster: str) -> None:
    answer = run("sweep", "small.rambat", *VARY, "--epochs", "4", "--dask", cluster, "--best", "best.rambat")
    assert answer.code == 0, answer.err
    head, titles, first, second = answer.out.splitlines()
    assert head == "4 of 4 trials are done. The best by val_loss:"
    assert titles.split() == ["trial", "optimizer.learning_rate", "dense_2.units", "val_loss", "val_accuracy", "epoch"]
    assert {first.split()[0], second.split()[0]} == {"1", "3"}
    assert float(first.split()[3]) < float(second.split()[3])
    assert "trials without a result: 2, 4. output_1: The targets have shape 1" in answer.err
    best = load("best.rambat")
    assert best.weights is not None
    assert (best.training.epochs, str(best.training.optimizer.learning_rate)) == (4, first.split()[1])
    assert len(best.history) == int(first.split()[5])
    again = run("sweep", "small.sweep")
    assert (again.code, again.out) == (0, answer.out)


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
