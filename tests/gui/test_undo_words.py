"""What a changed setting is called in the Undo entry."""

from __future__ import annotations

import pytest

from engine.layers import Dense
from engine.optimizers import SGD, Adam
from engine.regularizers import L2
from engine.schedules import CosineDecay, StepDecay
from engine.training_config import TrainingConfig
from gui.undo_words import setting


@pytest.mark.parametrize(
    ("before", "after", "said", "part"),
    [
        (TrainingConfig(epochs=3), TrainingConfig(epochs=4), "Epochs", "epochs"),
        (
            TrainingConfig(optimizer=Adam()),
            TrainingConfig(optimizer=Adam(learning_rate=0.1)),
            "Learning rate of Adam",
            "optimizer.learning_rate",
        ),
        (TrainingConfig(optimizer=Adam()), TrainingConfig(optimizer=SGD()), "Optimizer", "optimizer"),
        (
            TrainingConfig(schedule=StepDecay(gamma=0.5)),
            TrainingConfig(schedule=StepDecay(gamma=0.1)),
            "Factor of Steps down",
            "schedule.gamma",
        ),
        (TrainingConfig(schedule=StepDecay()), TrainingConfig(schedule=CosineDecay()), "Schedule", "schedule"),
    ],
)
def test_a_change_is_called_by_the_setting_deepest_down(before, after, said, part):
    told = setting(before, after)
    assert told is not None
    assert (str(told[0]), told[1]) == (said, part)


def test_a_layers_setting_is_called_by_the_layer():
    before, after = (Dense(kernel_regularizer=L2(strength)) for strength in (0.1, 0.2))
    told = setting(before, after, "dense_1")
    assert told is not None
    assert (str(told[0]), told[1]) == ("L2 strength of dense_1", "kernel_regularizer.l2")
    assert setting(after, after) is None
