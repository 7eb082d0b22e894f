"""Goals tell when a run has come far enough, and a run that has one goes on until then."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine import goals
from engine.errors import GraphError
from engine.events import BatchEnd, EpochEnd
from engine.goals import AccuracyGoal, EpochsGoal, Goal, LossGoal, PlateauGoal, Pursuit, SecondsGoal
from engine.hyperparameters import Configurable
from engine.network import Network
from engine.optimizers import SGD
from engine.project import load_example
from engine.schedules import CosineDecay, Schedule, StepDecay
from engine.trainer import Trainer

LOSSES = [0.9, 0.5, 0.45, 0.449, 0.4485, 0.2, 0.1]


def epochs(losses=LOSSES, val_losses=None, accuracies=None, val_accuracies=None):
    """Three steps and an end for each epoch."""
    columns = (losses, val_losses or [], accuracies or [], val_accuracies or [])
    for number, (loss, val_loss, accuracy, val_accuracy) in enumerate(itertools.zip_longest(*columns), 1):
        yield from (BatchEnd(3 * number - 2 + step, number, loss, None) for step in range(3))
        yield EpochEnd(number, 3 * number, loss, accuracy, val_loss, val_accuracy, 0.1, 0.0)


def ending(goal: Goal, events):
    pursuit = Pursuit([goal])
    for event in events:
        if pursuit.is_reached_by(event):
            return pursuit.ended
    return None


@pytest.mark.parametrize(
    ("goal", "figures", "epoch", "reached"),
    [
        (EpochsGoal(4), {}, 4, True),
        (LossGoal(0.45), {}, 3, True),
        (LossGoal(0.45), {"val_losses": [1.0] * 5 + [0.3, 0.3]}, 6, True),
        (LossGoal(0.01, limit=2), {}, 2, False),
        (AccuracyGoal(0.9), {"accuracies": [0.5, 0.9, 1, 1, 1, 1, 1]}, 2, True),
        (AccuracyGoal(0.9), {"accuracies": [1.0] * 7, "val_accuracies": [0.5] * 4 + [0.95] * 3}, 5, True),
        (PlateauGoal(2, delta=0.01), {}, 5, True),
        (PlateauGoal(3, delta=0.01), {}, None, None),
    ],
)
def test_each_goal_ends_at_its_epoch(goal, figures, epoch, reached):
    end = ending(goal, epochs(**figures))
    assert (end.epoch, end.reached) == (epoch, reached) if epoch else end is None


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        (LossGoal(0.45), "The goal is reached in epoch 6: validation loss ≤ 0.45."),
        (LossGoal(0.1, limit=2), "The run stops after epoch 2, its limit, without the goal: validation loss ≤ 0.1."),
        (AccuracyGoal(0.9), "The goal is reached in epoch 5: validation accuracy ≥ 0.9."),
    ],
)
def test_which_figure_has_come_there_is_told_where_samples_are_held_out(goal, told):
    """The loss of the training stands beside it, and is another number."""
    held_out = {"val_losses": [1.0] * 5 + [0.3, 0.3], "val_accuracies": [0.5] * 4 + [0.95] * 3}
    assert str(ending(goal, epochs(accuracies=[1.0] * 7, **held_out)).told()) == told


@pytest.mark.parametrize(
    ("goal", "before", "after"),
    [
        (EpochsGoal(4), "4 epochs to go", "1 epoch to go"),
        (LossGoal(0.05), "until loss ≤ 0.05", "until loss ≤ 0.05, now 0.45"),
        (AccuracyGoal(0.9), "until accuracy ≥ 0.9", "until accuracy ≥ 0.9, now 0.6"),
        (PlateauGoal(20, delta=0.2), "without progress for 0 of 20 epochs", "without progress for 1 of 20 epochs"),
    ],
)
def test_on_its_way_a_run_tells_what_it_goes_on_for_and_how_far_it_is(goal, before, after):
    pursuit = Pursuit([goal])
    assert str(pursuit.told()) == before
    for event in itertools.islice(epochs(accuracies=[0.5, 0.55, 0.6]), 12):
        pursuit.is_reached_by(event)
    assert str(pursuit.told()) == after


def test_a_time_counts_training_alone_and_may_end_within_an_epoch(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(goals.time, "perf_counter", lambda: now[0])
    pursuit = Pursuit([SecondsGoal(3.0)])
    events = epochs()
    for _ in range(2):
        now[0] += 1.0
        assert not pursuit.is_reached_by(next(events))
    now[0] += 100.0
    pursuit.go_on()
    assert str(pursuit.told()) == "1 s to go"
    now[0] += 1.0
    assert pursuit.is_reached_by(next(events))
    assert pursuit.ended.epoch == 1


def test_of_several_goals_the_first_one_reached_ends_the_run():
    pursuit = Pursuit([LossGoal(0.01), EpochsGoal(3)])
    assert any(pursuit.is_reached_by(event) for event in epochs())
    assert pursuit.ended.goal == EpochsGoal(3)
    pursuit.begin_anew()
    assert pursuit.ended is None


@pytest.mark.parametrize("kind", Goal.kinds().values())
def test_every_goal_can_be_told_and_comes_back_from_json(kind: type[Configurable]):
    goal = kind()
    assert "{" not in str(goal.told())
    assert Goal.from_json(goal.to_json()) == goal


def test_an_accuracy_is_refused_where_there_is_none():
    project = load_example("sine")
    with pytest.raises(GraphError, match="no accuracy"):
        Pursuit([AccuracyGoal()]).require_sense(project.network(), project.prepare().dataset)


def test_an_open_ended_run_equals_one_that_is_extended_again_and_again_to_the_bit():
    project = load_example("iris")
    config = project.training.replace(epochs=3, loss_target=100.0, patience=1, min_delta=1e9, schedule="cosine")
    open_ended = Trainer(Network(project.graph), project.prepare().dataset, config)
    open_ended.open_ended = True
    rates = train_epochs(open_ended, 8)
    plain = config.replace(loss_target=None, patience=None)
    extended = Trainer(Network(project.graph), project.prepare().dataset, plain)
    for _ in range(2):
        train_epochs(extended, 3)
        extended.extend()
    train_epochs(extended, 2)
    assert np.array_equal(open_ended.network.parameters, extended.network.parameters)
    assert rates[:3] == rates[3:6]
    assert rates[0] > rates[2]


def test_beyond_its_epochs_a_schedule_with_a_length_of_its_own_goes_on():
    project = load_example("iris")
    schedule = StepDecay(step_size=2, gamma=0.5)
    config = project.training.replace(epochs=3, optimizer=SGD(learning_rate=0.08), schedule=schedule)
    trainer = Trainer(Network(project.graph), project.prepare().dataset, config)
    trainer.open_ended = True
    assert train_epochs(trainer, 6) == [0.08, 0.08, 0.04, 0.04, 0.02, 0.02]
    spanning = {name for name, kind in Schedule.kinds().items() if kind().spans_run}
    assert spanning == {"polynomial", "cosine", "cosine_restarts", "one_cycle"}
    assert not CosineDecay(T_max=5).spans_run


def train_epochs(trainer, count):
    """The learning rates of so many epochs."""
    ends = (event for event in trainer.run() if isinstance(event, EpochEnd))
    return [end.learning_rate for end in itertools.islice(ends, count)]
