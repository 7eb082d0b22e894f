"""The built-in examples run with their own settings, and at no time is there anything to say."""

from __future__ import annotations

import pytest

from engine.diagnosis.coach import Coach
from engine.events import EpochEnd
from engine.history import History
from engine.project import examples, load_example
from engine.trainer import Trainer

MOST = {"autoencoder": 15, "digits_cnn": 12, "inception": 5, "lenet": 10, "residual": 3, "shapes": 4, "digits_rows": 8,
        "transformer": 10, "adding": 20}  # fmt: skip
"""Epochs of those that take long."""
EPOCHS, EVERY = 120, 6


@pytest.mark.parametrize("name", examples())
def test_the_coach_does_not_cry_wolf(name: str) -> None:
    project = load_example(name)
    epochs = min(project.training.epochs, MOST.get(name, EPOCHS))
    prepared = project.prepare()
    trainer = Trainer(project.network(), prepared.dataset, project.training)
    history = History()
    coach = Coach(project, prepared, trainer, history)
    said = [coach.findings()]
    for event in trainer.run():
        history.record(event)
        coach.record(event)
        if isinstance(event, EpochEnd):
            if event.epoch % EVERY == 0 or event.epoch == epochs:
                said.append(coach.findings())
            if event.epoch == epochs:
                break
    assert [str(finding.told) for findings in said for finding in findings] == []
