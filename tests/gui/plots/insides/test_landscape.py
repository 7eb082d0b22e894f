"""The landscape of a run: computed beside the training, with the way of the run on it."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.plots.export import csv_bytes
from gui.plots.insides.landscape import PROBE, LandscapePlot
from gui.plots.insides.landscape_chart import heights
from gui.plots.insides.weight_choice import largest
from gui.snapshot import State
from gui.worker import Worker
from tests.gui.plots.fake_session import network, plane


class FakeMoment:
    is_finite = True

    def __init__(self, step, parameters):
        self.step, self.parameters = step, parameters


@pytest.fixture
def worker(qapp):
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def run(session, worker):
    """A run of ten moments that goes straight on, and stands still."""
    session.network, session.data, session.worker = network(2), plane(), worker
    start = session.network.parameters.copy()
    moments = tuple(FakeMoment(10 * step, start + step * np.float32(0.25)) for step in range(10))
    session.network.parameters[:] = moments[-1].parameters
    session.can_look_back = True
    session.at_hand = SimpleNamespace(timeline=SimpleNamespace(moments=moments), settings=object())
    return session.at_hand.timeline


@pytest.fixture
def plot(session, run, show, qtbot):
    plot = show(LandscapePlot)
    session.look()
    qtbot.waitUntil(lambda: plot.found is not None and plot.found.done == 1 and plot._job is None)
    return plot


def test_it_is_no_wider_than_the_panels_beside_it(plot):
    assert plot.minimumSizeHint().width() <= 220


def test_it_is_the_loss_around_the_run_with_its_way(plot, session, run):
    x, y = plot.chart.path.getData()
    assert len(x) == 10
    np.testing.assert_allclose(np.diff(x), 0.25 * np.sqrt(3), rtol=1e-4)
    np.testing.assert_allclose(y, 0, atol=1e-5)
    assert plot.chart.bottom.title == "100% of the variance"
    assert plot.told.text() == "5 training samples"
    middle = plot.found.losses[np.abs(plot.found.y).argmin(), np.abs(plot.found.x).argmin()]
    data = session.data.dataset
    assert middle == pytest.approx(session.network.loss(data.inputs, data.targets), rel=0.1)
    plot._hover(QPointF(0, 0))
    assert plot.told.text() == f"Loss {middle:.4g} at 0, 0"
    plot._hover(QPointF(1000, 0))
    assert plot.told.text() == "", "nothing is known there"
    plot.grab()


def test_the_point_follows_where_the_network_stands(plot, session, run):
    found = plot.found
    session.network.parameters[:] = run.moments[3].parameters
    session.look()
    x, _ = plot.chart.stops.getData()
    assert x[1] == pytest.approx(plot.chart.path.getData()[0][3], abs=1e-5)
    assert plot.found is found


def test_along_two_weights_axes_are_named_after_them(plot, session, run, qtbot):
    plot.plane.button(1).click()
    qtbot.waitUntil(lambda: plot.found is not None and plot._job is None)
    assert plot.chart.bottom.title == "dense_1 [1, 1]"
    assert plot.weights.isVisible()
    x, y = plot.chart.path.getData()
    expected = np.array([moment.parameters[list(plot.weights.pair)] for moment in run.moments])
    np.testing.assert_allclose(np.column_stack([x, y]), expected, rtol=1e-5)
    plot.weights.boxes[1].setCurrentIndex(plot.weights.boxes[0].currentIndex())
    assert plot.told.text() == "Choose two different weights."
    plot.grab()


def test_it_is_computed_anew_when_the_run_has_gone_on_and_stands_still(plot, session, run, qtbot):
    found = plot.found
    session.set_state(State.FINISHED)
    assert plot._job is None, "nothing has changed"
    newest = run.moments[-1]
    run.moments = (*run.moments, FakeMoment(200, newest.parameters * 2))
    session.state = State.RUNNING
    session.change()
    assert plot._job is None
    assert len(plot.chart.path.getData()[0]) == 11
    session.set_state(State.PAUSED)
    qtbot.waitUntil(lambda: plot.found.plane is not found.plane and plot._job is None)


def test_wherever_the_network_comes_to_rest_the_loss_around_it_is_computed_and_else_when_people_ask(
    plot, session, run, qtbot
):
    assert not plot.again.isEnabled(), "it is the loss around where the network stands"
    found, data = plot.found, session.data.dataset
    aside = np.array([3.0, -3.0, 0.5], np.float32)  # off the straight way of the run
    session.network.parameters[:] = run.moments[3].parameters + aside
    session.look()
    assert plot.again.isEnabled()
    assert plot.found is found, "the old one stays until there is something better"
    qtbot.waitUntil(lambda: plot.found.plane is not found.plane and plot._job is None)
    assert not plot.again.isEnabled()
    here = [float(axis[-1]) for axis in plot.chart.stops.getData()]
    np.testing.assert_allclose(plot.found.plane.at(*here), session.network.parameters, atol=1e-5)
    session.state = State.RUNNING
    session.network.parameters[:] = run.moments[5].parameters
    session.look()
    assert not plot._rest.isActive(), "a run that goes on does not wait for it"
    found = plot.found
    QTest.mouseClick(plot.again, Qt.MouseButton.LeftButton)
    assert not plot.again.isEnabled()
    qtbot.waitUntil(lambda: plot.found.plane is not found.plane and plot._job is None)
    place = plot.found.plane.places([session.network.parameters])[0]
    column, row = np.abs(plot.found.x - place[0]).argmin(), np.abs(plot.found.y - place[1]).argmin()
    assert plot.found.losses[row, column] == pytest.approx(session.network.loss(data.inputs, data.targets), rel=0.1)


def test_hidden_it_computes_nothing_and_knows_the_run_when_it_is_seen_again(plot, session):
    assert set(session.probes) == {PROBE}
    found = plot.found
    plot.compute()
    plot.hide()
    assert plot._job is None
    assert session.probes == {}
    plot.show()
    assert plot.found is found


def test_without_a_run_there_is_a_hint(session, run, show):
    run.moments = ()
    plot = show(LandscapePlot)
    session.look()
    assert plot.hint.isVisible()
    assert plot.table() == {}


def test_colours_by_size_or_by_order_of_magnitude():
    losses = np.array([[1.0, 10.0], [100.0, np.nan]])
    shown = heights(losses, logarithmic=True)
    assert shown.shares[0, 1] == pytest.approx(np.log(10) / np.log(shown.high))
    assert heights(losses, logarithmic=False).shares[0, 1] == pytest.approx(9 / (shown.high - 1))
    assert np.isnan(shown.shares[1, 1])
    assert heights(losses - 1, logarithmic=True).low == 0
    assert np.isnan(heights(losses * np.nan, logarithmic=True).low)


def test_the_table_holds_the_grid_and_the_way(plot):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "x,y,loss,step,run_x,run_y"
    assert len(lines) == 1 + 33 * 33
    assert lines[10].split(",")[3] == "90"
    assert lines[11].endswith(",,,")


def test_the_weights_that_have_come_farthest_are_offered_first():
    moved = np.random.default_rng(0).integers(0, 50, 500).astype(np.float32)
    for most in (1, 7, 499, 500, 900):
        found = largest(moved, most)
        assert moved[found].tolist() == sorted(moved.tolist(), reverse=True)[:most]
        assert len(set(found.tolist())) == len(found)
