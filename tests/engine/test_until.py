"""Training at the terminal until a goal is reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.optimizers import SGD
from engine.project import load, save
from tests.engine.commands import Run
from tests.gui.projects import moons


def test_until_a_goal_the_run_goes_on_beyond_its_epochs(run: Run) -> None:
    answer = run("train", "iris", "--epochs", "2", "--until", "loss=0.2,limit=400", "--log", "log.jsonl")
    lines = [json.loads(line) for line in Path("log.jsonl").read_text().splitlines()]
    assert answer.code == 0
    assert f"The goal is reached in epoch {len(lines)}: validation loss ≤ 0.2." in answer.out
    assert len(lines) > 2
    assert lines[-1]["val_loss"] <= 0.2 < lines[-2]["val_loss"]


def test_of_several_goals_the_first_counts_and_one_that_is_not_reached_is_told(run: Run) -> None:
    answer = run("train", "iris", "--until", "accuracy=1", "--until", "epochs=3")
    assert (answer.code, "in epoch 3: 3 more epochs." in answer.out) == (0, True)
    answer = run("train", "iris", "--until", "loss=1e-9,limit=2", "--export", "w.npz")
    assert (answer.code, "after epoch 2, its limit, without the goal: validation loss" in answer.out) == (1, True)
    assert Path("w.npz").exists()


def test_a_run_that_has_ended_goes_on_for_a_goal_and_ends_with_its_best_weights(run: Run) -> None:
    project = moons(epochs=2, restore_best=True, optimizer=SGD(learning_rate=30.0))
    save(project, "small.rambat")
    run("train", "small.rambat", "--checkpoint", "a.ckpt")
    answer = run("train", "small.rambat", "--resume", "a.ckpt", "--until", "epochs=3", "--save", "out.rambat")
    assert answer.code == 0
    _, told, best = answer.out.splitlines()
    assert told == "The goal is reached in epoch 5: 3 more epochs."
    trained = load("out.rambat")
    losses = [epoch.monitored_loss for epoch in trained.history]
    epoch = losses.index(min(losses)) + 1
    assert epoch < 5, "a case in which the best is not the last"
    assert best == f"The weights are those of epoch {epoch}, the best one."
    prepared = trained.prepare().dataset
    loss, _ = trained.network().evaluate(*prepared.split(0)[1])
    assert loss == pytest.approx(min(losses), rel=1e-5)


@pytest.mark.parametrize(
    ("project", "goal", "told"),
    [
        ("iris", "accuracy", "written as NAME=NUMBER"),
        ("iris", "speed=3", "one of epochs, loss, accuracy, seconds, plateau"),
        ("iris", "accuracy=2", "at most 1. Received: 2."),
        ("iris", "loss=low", "Loss at most takes a number above 0. Received: 'low'."),
        ("iris", "plateau=20,colour=3", "plateau has no field colour"),
        ("sine", "accuracy=0.9", "has no accuracy"),
    ],
)
def test_a_goal_that_makes_no_sense_is_refused_in_one_line(run: Run, project: str, goal: str, told: str) -> None:
    answer = run("train", project, "--until", goal)
    assert answer.code == 2
    assert told in answer.err
    assert answer.err.count("\n") == 1
