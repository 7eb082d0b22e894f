"""Dead and saturated units in a panel: counted, drawn, recorded, and a click away from their layer."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from gui.plots.export import csv_bytes
from gui.plots.log_scale import NOTHING
from gui.plots.unit_health import HealthPlot
from gui.snapshot import Figures
from gui.theme import LIGHT
from tests.gui.plots.fake_session import network, plane


def broken(session):
    """Four ReLU units of which one gives nothing for any sample of the plane."""
    session.network, session.data = network(2, units=4, activation="relu"), plane()
    session.network.weights["dense_1"]["kernel"][...] = 1
    session.network.weights["dense_1"]["bias"][...] = [3, 3, 3, -3]


def test_bars_count_and_colour(session, show):
    broken(session)
    plot = show(HealthPlot)
    assert plot.hint.isVisible()
    session.look()
    assert not plot.hint.isVisible()
    assert plot.bars.describe("dense_1").splitlines() == ["dense_1", "Dead: 1 of 4 units"]
    start, length = plot.bars._columns()
    image = plot.bars.grab().toImage()
    assert image.pixelColor(QPoint(round(start + 0.1 * length), 18)).name() == LIGHT.negative.lower()
    assert image.pixelColor(QPoint(round(start + 0.5 * length), 18)).name() == LIGHT.hover.lower()
    assert csv_bytes(plot.table()).decode().splitlines() == ["layer,units,dead,saturated", "dense_1,4,1,0"]


def test_lines_show_how_units_died(session, show):
    broken(session)
    plot = show(HealthPlot)
    plot.over_time.click()
    session.record([0.5, 0.4])
    for step in range(5):
        session.network.weights["dense_1"]["bias"][:step] = -3
        looks = {"unit_health": session.probes["unit_health"](session.network, session.data)}
        session.tell(Figures(step=step), looks)
    assert plot.curves.series["dense_1"].tolist() == [25, 50, 75, 100, 100]
    assert plot.curves.legend.rows[0].value == "100%"
    assert plot.curves.chart.view.viewRange()[1][0] < 0, "a line along 0 is seen"
    assert not plot.key.isVisible()


def test_a_logarithmic_scale_on_which_nothing_can_be_drawn_is_no_linear_one(session, show):
    session.network, session.data = network(2, activation="tanh"), plane()
    plot = show(HealthPlot)
    plot.over_time.click()
    session.record([0.5, 0.4])
    for step in range(3):
        session.tell(Figures(step=step), {"unit_health": session.probes["unit_health"](session.network, session.data)})
    plot.logarithmic.trigger()
    assert plot.curves.series["dense_1"].tolist() == [0, 0, 0]
    assert plot.curves.chart.view.viewRange()[1] == list(NOTHING)


def test_without_such_layers_there_is_a_hint(session, show):
    session.network, session.data = network(2, activation="linear"), plane()
    plot = show(HealthPlot)
    session.look()
    assert plot.hint.isVisible()
