"""The last moment of a run that diverges at which all weights were numbers."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import DivergenceError
from engine.last_finite import LastFinite
from engine.optimizers import Adam
from engine.project import load_example
from engine.schedules import Cyclical
from engine.trainer import Trainer


def test_it_is_the_step_before_the_one_that_went_beyond_all_numbers() -> None:
    """No loss judges a step's weights until the next one: where the run stood before is found again, to the bit."""
    project = load_example("sine")
    config = project.training.replace(
        optimizer=Adam(0.01), schedule=Cyclical(unit="epoch", step_size_up=1, max_factor=1e41), batch_size=1, epochs=5
    )
    trainer, alone = (Trainer(project.network(), project.prepare().dataset, config) for _ in range(2))
    begun = trainer.run()
    while not trainer.has_news:  # as a run stands that was stopped after the last batch of an epoch
        next(begun)
    last = LastFinite(trainer)
    with pytest.raises(DivergenceError):  # noqa: PT012 - the run and who follows it
        for _ in trainer.run():
            last.follow()
    assert trainer.step == trainer.samples + 1
    assert not np.isfinite(trainer.network.parameters).all()
    last.stand()
    assert trainer.step == trainer.samples
    for _ in alone.run():
        if alone.step == trainer.step and not alone.has_news:
            break
    here, there = trainer.checkpoint(), alone.checkpoint()
    assert here.numbers == there.numbers
    assert all(np.array_equal(there.arrays[name], array) for name, array in here.arrays.items())
