"""The learning rate as it is planned, as it was, and now."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from engine.project import load_example
from engine.schedules import ReduceOnPlateau, StepDecay
from engine.training_config import TrainingConfig
from gui.document import Document
from gui.plots.export import csv_bytes
from gui.plots.schedule import SchedulePlot
from gui.snapshot import Figures, Snapshot
from tests.gui.plots.fake_session import network, plane


@pytest.fixture
def document():
    document = Document(load_example("moons"))
    yield document
    document.deleteLater()


@pytest.fixture
def plot(session, show, document):
    configure(document, schedule=StepDecay(step_size=2, gamma=0.5), epochs=6, batch_size=5)
    session.network, session.data = network(2), plane()
    kind = type("Plot", (SchedulePlot,), {"__init__": lambda self, s: SchedulePlot.__init__(self, document, s)})
    return show(kind)


def configure(document, **settings):
    document.set_setting("Test", "training", document.project.training.replace(**settings))


def at(session, epochs_done, rate, start=0):
    session.last_snapshot = Snapshot(Figures(), learning_rate=rate, run_start=start, epochs_done=epochs_done)
    session.snapshot_taken.emit(session.last_snapshot)
    session.told.emit()


def drawn(curve):
    x, y = curve.getData()
    return list(zip(x.tolist(), np.round(y, 6).tolist(), strict=True))


def test_the_plan_is_a_staircase_over_the_whole_run(plot, document):
    rate = document.project.training.optimizer.learning_rate
    x, y = plot.planned.getData()
    assert (x.min(), x.max()) == (0, 6)
    assert sorted(set(y.tolist()), reverse=True) == [rate, rate / 2, rate / 4]
    assert plot.point.getData()[0].tolist() == [0]


def test_a_change_of_the_rate_is_marked_where_it_was_made(plot, session, document):
    training = document.project.training
    session.at_hand.train_with(training, 0, 0.0)
    session.at_hand.train_with(training.replace(batch_size=2), 7, 3.5)
    session.run_changed.emit()
    session.told.emit()
    assert plot.lines.places == [3.5]


def test_the_point_stands_where_the_run_does_also_when_it_was_extended(plot, session):
    at(session, epochs_done=2.5, rate=0.005)
    assert [axis.tolist() for axis in plot.point.getData()] == [[2.5], [0.005]]
    at(session, epochs_done=6, rate=0.01, start=6)
    assert plot.point.getData()[0].tolist() == [6]
    x, _ = plot.planned.getData()
    assert (x.min(), x.max()) == (6, 12)


def test_the_plan_grows_with_a_run_that_goes_on_beyond_its_epochs_and_is_as_before_after_a_reset(plot, session):
    at(session, epochs_done=6.5, rate=0.01)
    x, _ = plot.planned.getData()
    assert (x.min(), x.max()) == (0, 12)
    at(session, epochs_done=25, rate=0.01)
    assert plot.planned.getData()[0].max() == 48
    at(session, epochs_done=0, rate=None)
    assert plot.planned.getData()[0].max() == 6


def test_what_was_used_stays_when_settings_change(plot, session, document):
    session.record([0.5, 0.4, 0.3])
    assert drawn(plot.used)[0] == (0, 0.1)
    assert drawn(plot.used)[-1] == (3, 0.1)
    configure(document, optimizer=document.project.training.optimizer.replace(learning_rate=0.02))
    assert drawn(plot.planned)[0] == (0, 0.02)
    assert drawn(plot.used)[-1] == (3, 0.1)
    plot.chart.hovered.emit(QPointF(2.5, 0))
    assert {row.name: row.value for row in plot.legend.rows} == {"planned": "0.01", "used": "0.1"}
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[:2] == ["epochs_done,planned,epoch,used", "0,0.02,1,0.1"]


def test_lines_stand_where_hyperparameters_were_changed_and_at_the_moment_that_is_viewed(plot, session):
    session.viewed = SimpleNamespace(step=1)
    session.run_changed.emit()
    session.told.emit()
    assert plot.lines.playhead is None, "no epoch is done yet"
    session.record([0.5, 0.4, 0.3])
    session.at_hand.train_with(TrainingConfig(), 0, 0.0)
    session.at_hand.train_with(TrainingConfig(batch_size=7), 4, 2.0)
    session.viewed = SimpleNamespace(step=3)
    session.run_changed.emit()
    session.told.emit()
    assert plot.lines.places == [2.0]
    assert plot.lines.playhead == 1.5


def test_a_rate_that_follows_the_loss_has_no_plan_and_says_so(plot, session, document):
    configure(document, schedule=ReduceOnPlateau())
    session.record([0.5, 0.4])
    assert not len(plot.planned.getData()[0])
    assert "follows the loss" in plot.note.text()
    assert [row.name for row in plot.legend.rows] == ["used", "now"]
    assert drawn(plot.used)[-1] == (2, 0.1)


def test_a_logarithmic_scale(plot, session):
    at(session, epochs_done=2.5, rate=0.005)
    plot.scale.click()
    assert plot.point.getData()[1].tolist() == [pytest.approx(np.log10(0.005))]
    assert plot.chart.left.logarithmic
