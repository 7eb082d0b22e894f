"""The planned learning rate is the one with which the trainer trains."""

from __future__ import annotations

import numpy as np
import pytest

from engine.events import EpochEnd
from engine.planned_rates import MOST, planned_rates
from engine.schedules import CosineDecay, OneCycle, ReduceOnPlateau, Schedule, StepDecay
from engine.training_config import TrainingConfig
from tests.engine.networks import trainer


@pytest.mark.parametrize(
    "schedule", [StepDecay(step_size=2, gamma=0.5), CosineDecay(), CosineDecay(unit="step"), OneCycle()], ids=repr
)
def test_the_plan_is_what_the_trainer_does(schedule: Schedule):
    run = trainer(epochs=6, schedule=schedule)
    epochs, rates = planned_rates(run.config, run.samples)
    assert (epochs[0], epochs[-1], rates[-1]) == (0, 6, rates[-2])
    for event in run.run():
        if isinstance(event, EpochEnd):
            last_step = np.searchsorted(epochs, event.step / 5 - 1e-9) - 1
            assert rates[last_step] == pytest.approx(event.learning_rate, rel=1e-12)


def test_beyond_its_epochs_a_run_goes_on_as_the_trainer_does():
    run = trainer(epochs=2, schedule=StepDecay(step_size=2, gamma=0.5))
    run.open_ended = True
    _, rates = planned_rates(run.config, run.samples, 5)
    ends = (event.learning_rate for event in run.run() if isinstance(event, EpochEnd))
    assert [next(ends) for _ in range(5)] == pytest.approx(rates[:5].tolist())


def test_what_follows_the_loss_is_not_planned():
    assert [len(part) for part in planned_rates(TrainingConfig(schedule=ReduceOnPlateau()), 100)] == [0, 0]


def test_a_long_run_has_no_more_points_than_the_eye():
    config = TrainingConfig(epochs=1_000_000, schedule=CosineDecay(unit="step"), batch_size=1)
    epochs, rates = planned_rates(config, 1000)
    assert len(epochs) == len(rates) == MOST + 1
    assert (epochs[-1], rates[0]) == (1_000_000, 0.001)
