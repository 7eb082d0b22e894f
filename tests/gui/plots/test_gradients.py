"""Gradient bars: the numbers of the last observed step, longer and stronger where they are larger."""

from __future__ import annotations

import itertools
import math
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from engine.observation import LayerStatistics, Observation
from engine.training_config import TrainingConfig
from gui import theme
from gui.plots.export import csv_bytes
from gui.plots.gradients import GradientsPlot
from gui.plots.layer_curves import layer_colors
from gui.snapshot import Figures
from tests.gui.plots.fake_session import network


def observation(**gradients):
    layers = {node: LayerStatistics(0.5, value, 0.25, 0.001) for node, value in gradients.items()}
    return Observation({}, layers)


@pytest.fixture
def plot(session, show):
    session.network = network(2)
    plot = show(GradientsPlot)
    session.look(observation(dense_1=1e-4, dense_2=1e-3, output=1e-1))
    return plot


def test_before_a_step_there_is_a_hint(session, show):
    assert show(GradientsPlot).hint.isVisible()


def test_bars_lie_in_the_networks_order(plot):
    assert not plot.hint.isVisible()
    assert list(plot.bars.layers) == ["dense_1", "dense_2", "output"]
    tops = [plot.bars.layer_at(y) for y in (5, 41, 77)]
    assert tops == ["dense_1", "dense_2", "output"]


def test_names_are_whole_where_there_is_room_and_shortened_where_there_is_none(session, plot):
    for node in ("conv2d_1", "lstm_1", "batch_normalization_1"):
        session.look(observation(**{node: 1e-3}))
        assert plot.bars.shown_name(node) == node
    session.look(observation(**{"a_very_long_name_" * 4: 1e-3}))
    assert "…" in plot.bars.shown_name("a_very_long_name_" * 4)


def test_length_is_logarithmic(plot):
    shares = [plot.bars.share(10.0**power) for power in (-4, -3, -2)]
    assert shares[2] - shares[1] == pytest.approx(shares[1] - shares[0])
    assert 0 < shares[0] < shares[1] < shares[2] < 1


def test_painted_colour_is_the_ramps(plot):
    bars = plot.bars
    for dressed in (theme.LIGHT, theme.DARK):
        theme.apply(QApplication.instance(), dressed)
        image = bars.grab().toImage()
        start, _ = bars._columns()
        for row, value in enumerate((1e-4, 1e-3, 1e-1)):
            expected = dressed.magnitude_color(bars.share(value))
            color = image.pixelColor(QPoint(round(start) + 3, row * 36 + 18))
            assert color.name() == expected.name()


def test_what_is_not_a_size_draws_too(plot, session):
    session.look(observation(dense_1=0.0, dense_2=math.nan, output=math.inf))
    assert plot.bars.share(0.0) == 0
    assert plot.bars.share(math.nan) == 0
    assert plot.bars.share(math.inf) == 1
    plot.grab()


def test_the_scale_stands_still_while_gradients_move(plot, session):
    decades = plot.bars.decades
    session.look(observation(dense_1=3e-4, dense_2=2e-3, output=0.05))
    assert plot.bars.decades == decades


def test_a_narrow_scale_has_two_numbers(session, show):
    session.network = network(2)
    plot = show(GradientsPlot, 200, 240)
    session.look(observation(dense_1=2e-3, dense_2=4e-2))
    image = plot.bars.grab().toImage()
    row = range(2 * 36 + 2, 2 * 36 + 18)
    inked = [any(image.pixelColor(x, y).lightness() < 190 for y in row) for x in range(image.width())]
    inks = [x for x, ink in enumerate(inked) if ink]
    apart = [right - left for left, right in itertools.pairwise(inks) if right - left > 8]
    assert len(apart) == 1, "two numbers that do not touch"
    assert plot.bars._columns()[0] == 0, "names stand above their bars"


def test_many_layers_scroll(plot, session):
    session.look(observation(**{f"dense_{index}": 0.01 for index in range(60)}))
    QApplication.processEvents()
    assert plot.bars.height() >= 60 * 20
    plot.grab()


def test_tooltip_tells_the_update_ratio(plot):
    place = QPoint(20, 41)
    QApplication.sendEvent(plot.bars, QHelpEvent(QEvent.Type.ToolTip, place, plot.bars.mapToGlobal(place)))
    text = QToolTip.text()
    assert text.splitlines()[0] == "dense_2"
    assert "0.001" in text
    assert "Update / weight: 0.001" in text


def test_a_hidden_plot_draws_nothing_and_catches_up(plot, session):
    plot.hide()
    session.look(observation(dense_1=1.0))
    assert len(plot.bars.layers) == 3
    plot.show()
    assert len(plot.bars.layers) == 1


def test_a_reset_run_clears_the_bars(plot, session):
    session.look(None)
    assert plot.hint.isVisible()


def test_without_a_network_there_are_no_bars(plot, session):
    shown = session.last_snapshot.observation
    session.network = None
    session.look(shown)
    assert plot.hint.isVisible()
    assert not plot.bars.layers


def test_texts_follow_the_language(plot, monkeypatch):
    monkeypatch.setattr(plot, "tr", lambda text: f"<{text}>")
    plot.retranslate()
    assert plot.measure.currentText() == "<Gradient>"
    assert plot.hint.text().startswith("<")


def test_table(plot):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "layer,gradient,weights,activations,update_ratio"
    assert lines[2] == "dense_2,0.001,0.5,0.25,0.001"


def test_a_layer_goes_by_the_title_that_people_gave(session, plot):
    session.titles["dense_1"] = "Tersembunyi"
    session.look(observation(dense_1=1e-4))
    assert plot.bars.shown_name("dense_1") == "Tersembunyi"
    assert plot.bars.describe("dense_1").splitlines()[0] == "Tersembunyi"


# Over time


@pytest.fixture
def run(session, show):
    """Five steps, in each of which the gradient is half of what it was, shown as lines."""
    session.network = network(2)
    plot = show(GradientsPlot, 420, 300)
    session.record([0.5, 0.4, 0.3])
    for step in range(1, 6):
        session.tell(Figures(step=step, observation=observation(dense_1=2.0**-step, dense_2=1e-3)))
    plot.over_time.click()
    return plot


def test_lines_tell_how_it_was_at_each_step(run, session):
    assert run.curves.steps.tolist() == [1, 2, 3, 4, 5]
    assert run.curves.series["dense_1"].tolist() == [2.0**-step for step in range(1, 6)]
    assert [row.value for row in run.curves.legend.rows] == ["0.0312", "0.001"]
    assert run.note.text() == "Step 5"
    run.curves.chart.hovered.emit(QPointF(2.2, math.log10(0.25)))
    assert [row.value for row in run.curves.legend.rows] == ["0.25", "0.001"]
    assert (run.note.text(), run.curves.near) == ("Step 2", "dense_1")
    lines = csv_bytes(run.table()).decode().splitlines()
    assert lines[:2] == ["step,layer,gradient,weights,activations,update_ratio", "1,dense_1,0.5,0.5,0.25,0.001"]
    assert len(lines) == 11


def test_going_back_marks_the_place_and_a_reset_forgets(run, session):
    session.viewed = SimpleNamespace(step=2)
    session.at_hand.train_with(TrainingConfig(), 0, 0.0)
    session.at_hand.train_with(TrainingConfig(batch_size=7), 4, 2.0)
    session.run_changed.emit()
    session.tell(Figures(step=2, observation=observation(dense_1=0.25, dense_2=1e-3)))
    assert run.lines.playhead == 2
    assert run.lines.places == [4]
    assert len(run.curves.steps) == 5
    session.viewed = None
    session.run_changed.emit()
    session.history.clear()
    session.viewed = None
    session.run_changed.emit()
    session.told.emit()
    session.tell(Figures(step=0, observation=None))
    assert run.hint.isVisible()
    session.tell(Figures(step=1, observation=observation(dense_1=1.0, dense_2=1.0)))
    assert run.curves.steps.tolist() == [1]
    assert run.lines.playhead is None


def test_what_was_seen_is_one_point_however_often_it_is_told(run, session):
    session.tell(Figures(step=9, observation=session.last_snapshot.observation))
    assert run.curves.steps.tolist() == [1, 2, 3, 4, 5]


def test_the_update_ratio_has_its_band_on_bars_and_lines(run):
    run.measure.setCurrentIndex(1)
    assert run.curves.series["dense_2"].tolist() == [0.001] * 5
    low, high = run.curves._shade.getRegion()
    assert (low, high) == pytest.approx((-3.5, -2.5))
    seen = run.curves.chart.view.viewRange()[1]
    assert -4 < seen[0] < -3.5, "the band is seen whole"
    assert -2.5 < seen[1] < -2, "and nothing of the range of the gradients is left"
    assert "CS231n" in run.measure.toolTip()
    run.over_time.click()
    assert run.bars.share(10**-3.5) < run.bars.share(0.001) < run.bars.share(10**-2.5) < 1
    run.over_time.click()
    run.measure.setCurrentIndex(2)
    assert not run.curves._shade.isVisible()


def test_twelve_layers_have_twelve_colours_ever_lighter_and_some_are_named_where_there_is_little_room(session, show):
    for dressed in (theme.LIGHT, theme.DARK):
        tints = [QColor(color).lightnessF() for color in layer_colors(12, dressed)]
        assert len(set(layer_colors(12, dressed))) == 12
        assert tints[0] < tints[-1]
    session.network = network(2)
    plot = show(GradientsPlot, 300, 240)
    plot.over_time.click()
    session.tell(Figures(step=1, observation=observation(**{f"dense_{index}": 0.01 for index in range(12)})))
    names = [row.name for row in plot.curves.legend.rows]
    assert 2 <= len(names) < 12
    assert (names[0], names[-1]) == ("dense_0", "dense_11")
    assert plot.curves.chart.height() > 80


def test_a_layer_is_chosen_by_mouse_and_by_keys(plot, qtbot):
    with qtbot.waitSignal(plot.layer_chosen) as chosen:
        QTest.mouseClick(plot.bars, Qt.MouseButton.LeftButton, pos=QPoint(20, 41))
    assert chosen.args == ["dense_2"]
    plot.bars.setFocus()
    QTest.keyClick(plot.bars, Qt.Key.Key_Down)
    with qtbot.waitSignal(plot.layer_chosen) as chosen:
        QTest.keyClick(plot.bars, Qt.Key.Key_Return)
    assert chosen.args == ["output"]
    assert plot.bars.accessibleDescription().startswith("output")


def test_the_only_look_at_a_long_run_is_a_dash_that_can_be_seen(session, show):
    session.network = network(2)
    plot = show(GradientsPlot, 420, 300)
    plot.over_time.click()
    session.record([0.5] * 500)
    session.tell(Figures(step=1000, observation=observation(dense_1=0.5)))
    x, _ = plot.curves._curves["dense_1"].getData()
    pixel = plot.curves.chart.view.viewPixelSize()[0]
    assert (x[1] - x[0]) / pixel >= 4
