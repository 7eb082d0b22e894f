"""Places along a run: many of them share lines, and steps lie between epochs."""

from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers import SGD, Adam
from engine.training_config import TrainingConfig
from gui.plots.distributions import DistributionsPlot
from gui.plots.gradients import GradientsPlot
from gui.plots.loss import LossPlot
from gui.plots.run_lines import APART, bunched, epoch_places
from gui.plots.unit_health import HealthPlot


def test_places_that_lie_close_share_a_line():
    assert bunched([0.0, 1.0, 2.0, 7.0, 7.5, 20.0], 5) == [[0, 1, 2], [3, 4], [5]]
    assert bunched([], 5) == []


def test_steps_lie_between_the_ends_of_epochs_and_beyond(session):
    session.record([0.5, 0.4, 0.3])
    np.testing.assert_allclose(epoch_places(session.history, [0, 1, 2, 5, 6, 7]), [0, 0.5, 1, 2.5, 3, 3.5])


def test_many_changes_are_no_wall_and_tell_the_newest(show, session):
    plot = show(LossPlot)
    session.record([0.5] * 100)
    for step in range(0, 200):
        session.at_hand.train_with(TrainingConfig(batch_size=1 + step), step, step / 2)
    session.at_hand.train_with(TrainingConfig(optimizer=SGD()), 200, 100.0)
    session.run_changed.emit()
    session.told.emit()
    lines = plot.lines
    assert len(lines.places) == 200
    told = [lines.text_at(place) for place in lines.places]
    distinct = {text for text in told if text}
    assert len(distinct) <= plot.chart.view.width() / APART + 1
    assert max(text.count("\n") for text in distinct) <= 6
    plot.grab()
    session.at_hand.train_with(TrainingConfig(optimizer=Adam(learning_rate=0.5)), 201, 100.5)
    plot.changes.aboutToShow.emit()
    texts = [action.text() for action in plot.changes.actions()]
    assert len(texts) == 30
    assert texts[-1] == "Epoch 100   Optimizer: SGD → Adam"


@pytest.mark.parametrize("kind", [HealthPlot, GradientsPlot, DistributionsPlot])
def test_charts_over_steps_mark_a_change_too(show, session, kind):
    plot = show(kind)
    session.at_hand.train_with(TrainingConfig(optimizer=SGD(learning_rate=0.1)), 0, 0.0)
    session.at_hand.train_with(TrainingConfig(optimizer=SGD(learning_rate=0.5)), 6, 3.0)
    session.run_changed.emit()
    session.told.emit()
    assert plot.lines.places == [6.0]
    assert plot.lines.text_at(6.0) == "Learning rate: 0.1 → 0.5"
