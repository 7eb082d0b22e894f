"""Distributions over time: what is offered, drawn, told and forgotten."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from engine.distributions import Quantity, distributions
from engine.histogram_stack import HistogramStack
from engine.probes import Histogram
from gui.plots.classes import rgb
from gui.plots.distributions import DistributionsPlot, _edges
from gui.plots.export import csv_bytes
from gui.plots.log_scale import strengths
from gui.snapshot import Figures
from gui.theme import LIGHT
from tests.gui.plots.fake_session import network, plane

BIAS = Quantity.BIASES


def grown(session, steps):
    """Looks at a network whose one bias grows by a half with every step."""
    for step in steps:
        session.network.weights["dense_1"]["bias"][...] = 0.5 * step + 0.25
        session.tell(Figures(step=step), {"distributions": distributions(session.network, session.data)})


@pytest.fixture
def plot(session, show):
    session.network, session.data = network(2), plane()
    plot = show(DistributionsPlot, 460, 320)
    session.record([0.5] * 4)
    grown(session, range(8))
    plot.quantity.setCurrentIndex(plot.quantity.findData(BIAS))
    return plot


def test_layers_and_what_there_is_of_them(plot):
    assert [plot.layer.itemData(index) for index in range(plot.layer.count())] == ["dense_1"]
    texts = [plot.quantity.itemText(index) for index in range(plot.quantity.count())]
    assert texts == ["Weights", "Biases", "Gradients", "Activations"]


def test_the_picture_is_coloured_where_the_bias_was_and_empty_elsewhere(plot):
    filled = (plot.map.image != rgb(LIGHT.panel)).any(axis=2)
    rows = filled.argmax(axis=0)
    assert (np.diff(rows) >= 0).all()
    assert rows[0] < rows[-1]
    assert ((filled.sum(axis=0) > 0) & (filled.sum(axis=0) < 8)).all()
    assert (plot.map.image == LIGHT.magnitude_ramp[-1]).all(axis=2).any()


def test_what_nobody_looked_at_is_left_empty(plot, session):
    session.history.record(session.history.epoch_end(4)._replace(epoch=60, step=120))
    session.history.flush()
    grown(session, [100])
    picture = plot.map.image
    empty = (picture == rgb(LIGHT.panel)).all(axis=(0, 2))
    assert empty[len(empty) // 2]
    assert not empty[0]
    assert not empty[-1]


def test_the_mouse_tells_the_share(plot):
    plot.chart.hovered.emit(QPointF(2.1, 1.25))
    assert plot.reading.text().startswith("Step 2: 100.0% from 1.25 to")
    plot.view.button(1).click()
    plot.chart.hovered.emit(QPointF(1.25, 2.1))
    assert plot.reading.text().startswith("Step 2: 100.0% from 1.25 to")


def test_hills_stand_one_behind_the_other_over_their_steps(plot):
    plot.view.button(1).click()
    assert plot.ridges.isVisible()
    assert not plot.map.isVisible()
    assert plot.chart.view.yInverted()
    assert plot.ridges.steps.tolist() == list(range(8))
    assert min(plot.chart.left.ticks()) >= 0
    plot.grab()


def test_on_a_logarithmic_scale_thin_tails_are_strong(plot, qtbot):
    shares = np.array([[1.0, 0.1, 1e-3, 1e-5, 0.0]])
    np.testing.assert_allclose(strengths(shares, 1.0, True), [[1.0, 0.75, 0.25, 0.0, 0.0]])
    np.testing.assert_allclose(strengths(2 * shares, 2.0, False), shares)
    assert plot.key.texts == ("0%", "100%")
    qtbot.mouseClick(plot.scale, Qt.MouseButton.LeftButton)
    assert plot.key.texts == ("0.01%", "100%")
    plot.view.button(1).click()
    plot.grab()


def test_numbers_that_are_none_leave_an_empty_table(plot, session):
    session.network.weights["dense_1"]["bias"][...] = np.nan
    session.tell(Figures(step=0), {"distributions": distributions(session.network, session.data)})
    plot._record.clear()
    session.tell(Figures(step=0), {"distributions": distributions(session.network, session.data)})
    assert csv_bytes(plot.table()).decode() == "step,from,to,count\n"


def test_going_back_marks_the_moment_and_a_branch_forgets_what_came_after(plot, session):
    session.viewed = SimpleNamespace(step=3)
    session.run_changed.emit()
    session.told.emit()
    grown(session, [3])
    assert plot.lines.playhead == 3
    plot.view.button(1).click()
    assert plot.ridges.marked == 3
    session.history.clear()
    session.record([0.5] * 2)
    grown(session, [4])
    assert plot.ridges.steps.tolist() == [0, 1, 2, 3, 4]


def test_another_network_begins_anew(plot, session):
    session.network = network(2, units=3)
    session.network_changed.emit()
    session.history.clear()
    session.look()
    assert len(plot._record) == 1
    session.network = None
    session.look()
    assert plot.hint.isVisible()


def test_the_table_has_every_bin_that_holds_something(plot):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "step,from,to,count"
    assert len(lines) == 9
    assert lines[2].startswith("1,0.75,")


def test_one_wild_moment_does_not_make_the_others_small():
    narrow = Histogram(1.0, np.full(64, 10))
    wild = Histogram(1024.0, np.full(64, 10))
    assert abs(_edges(HistogramStack([wild, *[narrow] * 12]))[0]) <= 1.0
    assert abs(_edges(HistogramStack([*[narrow] * 12, wild]))[0]) > 1000, "but the newest is whole"


def test_a_file_tells_how_many_numbers_there_are_where_only_some_were_counted(plot, session):
    counts = np.zeros_like(distributions(session.network, session.data)["dense_1"][BIAS].counts)
    counts[:2] = 2, 3
    session.tell(Figures(step=9), {"distributions": {"dense_1": {BIAS: Histogram(1.0, counts, stride=10)}}})
    rows = [line.split(",") for line in csv_bytes(plot.table()).decode().splitlines()]
    assert [row[-1] for row in rows if row[0] == "9"] == ["20", "30"]
