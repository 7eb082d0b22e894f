"""The boundary plot: colours at known predictions, data in their own units, and calm words for other data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.data import Dataset, Parts, Preparation, Scaler
from engine.data.dataset import Group
from engine.probes import RESOLUTION
from gui import theme
from gui.class_looks import SHAPES, class_colors, class_shapes
from gui.plots.boundary import CURVE, FINE, SURFACE, UNITS, BoundaryPlot
from gui.plots.classes import blend
from gui.plots.export import csv_bytes
from gui.plots.surface import SOFTNESS, ends, sign_colors
from gui.snapshot import State
from gui.spot import OUTPUT, Spot
from tests.engine.preparing import as_prepared
from tests.gui.plots.fake_session import network, plane


def step_network():
    """1 where x1 > 0, else 0, and sharp."""
    net = network(2)
    net.weights["dense_1"]["kernel"][:] = [[1000.0], [0.0]]
    return net


@pytest.fixture
def plot(session, show):
    session.network, session.data = step_network(), plane()
    plot = show(BoundaryPlot)
    session.look()
    return plot


def rgb(color):
    return QColor(color).getRgb()[:3]


def test_the_surface_takes_the_ramps_colours_on_both_sides(plot):
    pixels = plot.image.image
    assert pixels.shape == (FINE, FINE, 3)
    ramp = theme.LIGHT.sign_ramp
    negative, positive = (ramp[round((1 + sign * SOFTNESS) / 2 * 255)] for sign in (-1, 1))
    assert (pixels[:, :40] == negative).all()
    assert (pixels[:, -40:] == positive).all()


def test_a_hinge_has_its_boundary_at_0(session, show):
    """No and yes are -1 and 1 there, whatever the data write for them."""
    session.network, session.data = network(2, activation="tanh", loss="hinge"), plane()
    session.network.weights["dense_1"]["kernel"][:] = [[1.0], [0.0]]
    plot = show(BoundaryPlot)
    session.look()
    pixels = plot.image.image.astype(int)
    middle = pixels.shape[1] // 2
    neutral = np.array(rgb(theme.LIGHT.neutral))
    away = np.abs(pixels - neutral).sum(axis=2)
    assert away[:, middle - 1 : middle + 1].max() < away[:, [0, -1]].min()


def test_the_middle_of_the_ramp_is_neutral():
    colors = sign_colors(np.array([0.5, np.nan]), 0.0, 1.0, theme.LIGHT)
    assert np.abs(colors.astype(int) - rgb(theme.LIGHT.neutral)).max() <= 2


def test_the_picture_lies_where_the_data_are(plot):
    rect = plot.image.mapRectToParent(plot.image.boundingRect())
    assert (rect.left(), rect.right()) == pytest.approx((-1.16, 1.16))
    x, y = plot.chart.view.viewRange()
    assert x == pytest.approx([-1.16, 1.16])
    assert y == pytest.approx([-1.16, 1.16])


def test_data_are_drawn_in_their_own_units(session, show):
    session.network = step_network()
    session.data = plane(scaler=Scaler(np.array([100.0, 0.0]), np.array([10.0, 2.0])))
    plot = show(BoundaryPlot)
    session.look()
    x, y = plot.points.training.getData()
    assert x.tolist() == [90, 110, 90, 110, 100]
    assert y.tolist() == [-2, 2, 2, -2, 0]
    assert plot.points.validation.getData()[0].tolist() == [105, 95]
    assert plot.chart.view.viewRange()[0] == pytest.approx([100 - 11.6, 100 + 11.6])


def test_training_is_filled_validation_ringed_and_each_class_has_its_shape(plot):
    training, held_out = plot.points.training.points(), plot.points.validation.points()
    assert training[0].brush().color() == QColor(theme.LIGHT.negative)
    assert training[1].brush().color() == QColor(theme.LIGHT.positive)
    assert held_out[0].brush().color() == QColor(theme.LIGHT.panel)
    assert held_out[0].pen().color() == QColor(theme.LIGHT.positive)
    assert training[0].symbol() != training[1].symbol()
    assert plot.key.names == ("class 0", "class 1")


def test_classes_blend_by_probability(session, show):
    net = network(2, units=3, activation="softmax", loss="categorical_crossentropy")
    net.weights["dense_1"]["kernel"][:] = [[-900.0, 0.0, 900.0], [0.0, 0.0, 0.0]]
    session.network, session.data = net, plane(classes=3)
    plot = show(BoundaryPlot)
    session.look()
    panel = np.array(rgb(theme.LIGHT.panel))
    for column, color in ((5, 0), (-5, 2)):
        expected = SOFTNESS * np.array(rgb(class_colors(3, theme.LIGHT)[color])) + (1 - SOFTNESS) * panel
        assert np.abs(plot.image.image[10, column].astype(int) - expected).max() <= 1
    plot.grab()


def test_blend_by_hand():
    one, other = (np.array(rgb(color)) for color in class_colors(3, theme.LIGHT)[:2])
    half = blend(np.array([[0.5, 0.5, 0.0]]), theme.LIGHT)[0]
    assert np.abs(half - (one + other) / 2).max() <= 0.5
    nothing = blend(np.array([[0.0, 0.0, 0.0], [np.nan, np.nan, np.nan]]), theme.LIGHT)
    assert (nothing == rgb(theme.LIGHT.neutral)).all()


def test_ten_classes_have_ten_looks():
    assert len(set(class_colors(10, theme.LIGHT))) == 10
    assert len(set(class_shapes(10))) == len(SHAPES) == 10


def test_a_curve_fit_shows_predictions_and_data(session, show):
    net = network(1, activation="linear")
    net.weights["dense_1"]["kernel"][:] = 2.0
    inputs = np.linspace(-1, 1, 5)[:, np.newaxis]
    session.network = net
    session.data = as_prepared(Dataset(inputs, 3 * inputs, features=("x",)), Scaler(np.array([10.0]), np.array([5.0])))
    plot = show(BoundaryPlot)
    session.look()
    x, y = plot.curve.getData()
    np.testing.assert_allclose(y, 2 * (x - 10) / 5, atol=1e-5)
    assert plot.points.training.getData()[0].tolist() == [5, 7.5, 10, 12.5, 15]
    assert plot.points.training.getData()[1].tolist() == [-3, -1.5, 0, 1.5, 3]
    low, high = plot.chart.view.viewRange()[1]
    assert low < -3
    assert high > 3
    assert plot.chart.bottom.title == "x"
    plot._hover(QPointF(12.5, 0))
    assert plot.note.text() == "12.5 → 1"
    plot._hover(QPointF(1250, 0))
    assert plot.note.text() == "", "there is no curve"
    plot.grab()


def test_scaled_targets_colour_the_plane_in_their_own_units(session, show):
    net = network(2, activation="linear")
    net.weights["dense_1"]["kernel"][:] = [[1.0], [0.0]]
    session.network = net
    corners = np.array([(-1.0, -1.0), (1.0, 1.0), (0.0, 0.0)])
    session.data = as_prepared(
        Dataset(corners, corners[:, :1], features=("x1", "x2")),
        target_scaler=Scaler(np.array([700.0]), np.array([50.0])),
    )
    plot = show(BoundaryPlot)
    session.look()
    assert ends(session.data, session.network) == (650, 750)
    plot._hover(QPointF(0.0, 0.0))
    assert float(plot.note.text().partition("→ ")[2]) == pytest.approx(700, abs=2)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ((4,), "These have 4."),
        ((3, 2), "These are sequences."),
        ((2, 2, 1), "These are pictures."),
        ((), "These have several inputs."),
    ],
)
def test_other_data_get_a_sentence(session, show, shape, words):
    plot = show(BoundaryPlot)
    assert plot.suits, "nobody knows yet"
    session.data = as_prepared(Dataset(np.zeros((3, *shape)), np.zeros((3, 1))))
    if not shape:
        two = ({"input_1": np.zeros((3, 2)), "input_2": np.zeros((3, 2))}, np.zeros((3, 1)))
        session.data = replace(session.data, raw=Parts(two, None, None))
    session.data_ready.emit(session.data)
    assert not plot.suits
    session.look()
    assert plot.hint.isVisible()
    assert words in plot.hint.text()
    session.data = plane()
    session.data_ready.emit(session.data)
    assert not plot.hint.isVisible()


def test_hover_tells_the_prediction(plot, qtbot):
    plot._hover(QPointF(0.9, 0.1))
    assert plot.note.text() == "0.9, 0.1 → 1"
    assert not plot.key.isVisible()
    plot._hover(QPointF(5, 5))
    assert plot.note.text() == ""
    plot._hover(None)
    assert plot.key.isVisible()


def test_it_is_coarse_while_the_network_trains_and_fine_at_rest(plot, session):
    session.set_state(State.RUNNING)
    session.look()
    assert plot.image.image.shape[0] == RESOLUTION
    rect = plot.image.mapRectToParent(plot.image.boundingRect())
    assert (rect.left(), rect.right()) == pytest.approx((-1.16, 1.16))
    session.set_state(State.PAUSED)
    session.look()
    assert plot.image.image.shape[0] == FINE


def test_only_a_shown_plot_has_its_probes(plot, session):
    assert set(session.probes) == {SURFACE, CURVE}
    plot.hide()
    assert session.probes == {}
    session.set_state(State.RUNNING)
    assert session.probes == {}
    before = plot.image.image
    session.look()
    assert plot.image.image is before


def test_colours_follow_the_theme(plot, session):
    theme.apply(QApplication.instance(), theme.DARK)
    QApplication.processEvents()
    session.look()
    assert plot.points.training.points()[0].brush().color() == QColor(theme.DARK.negative)
    ramp = theme.DARK.sign_ramp
    assert (plot.image.image[:, -40:] == ramp[round((1 + SOFTNESS) / 2 * 255)]).all()


@pytest.mark.parametrize("told", ["network_changed", "snapshot"])
def test_without_a_network_there_are_only_the_data(plot, session, told):
    plot._hover(QPointF(0.9, 0.1))
    network, session.network = session.network, None
    session.network_changed.emit() if told == "network_changed" else session.look()
    assert plot.image.image is None
    assert plot.note.text() == ""
    assert len(plot.points.training.getData()[0]) == 5
    assert not plot.hint.isVisible()
    plot.grab()
    session.network = network
    session.look()
    assert plot.image.image is not None


def test_a_network_for_other_data_leaves_only_the_data(plot, session):
    session.network = network(3)
    session.look()
    assert plot.image.image is None


def test_without_a_network_there_is_no_curve(session, show):
    session.network = network(1, activation="linear")
    inputs = np.linspace(-1, 1, 5)[:, np.newaxis]
    session.data = as_prepared(Dataset(inputs, 3 * inputs))
    plot = show(BoundaryPlot)
    session.look()
    assert len(plot.curve.getData()[0])
    session.network = None
    session.look()
    assert plot.curve.getData()[0] is None


def test_outlines_are_as_wide_on_a_sharp_screen(session, show):
    plot = show(BoundaryPlot)
    plot.points.show(plane(), theme.LIGHT)
    widths = [part.points()[0].pen().widthF() for part in (plot.points.training, plot.points.validation)]
    plot.points.show(plane(), theme.LIGHT, sharpness=2.0)
    sharp = [part.points()[0].pen().widthF() for part in (plot.points.training, plot.points.validation)]
    assert sharp == [2 * width for width in widths]


def test_texts_follow_the_language(plot, session, monkeypatch):
    session.data_ready.emit(None)
    monkeypatch.setattr(plot, "tr", lambda text: f"<{text}>")
    plot.retranslate()
    assert plot.hint.text() == "<The data are being loaded.>"


def test_table_lists_every_place(plot):
    lines = csv_bytes(plot.table()).decode().splitlines()
    assert lines[0] == "x,y,output_1"
    assert len(lines) == 1 + FINE * FINE
    assert lines[1].endswith(",0")
    assert lines[FINE].endswith(",1")


def test_a_diverged_network_draws_neutral(plot, session):
    session.network.parameters[:] = np.nan
    session.look()
    assert len(np.unique(plot.image.image.reshape(-1, 3), axis=0)) == 1
    plot.grab()


def test_a_date_along_the_curve_is_told_as_one(session, show):
    days = 19359.0 + np.arange(40)[:, np.newaxis]
    table = Dataset(days, days, features=("sold on",), groups=(Group("sold on", 0, 1, date=True),))
    session.network, session.data = network(1, activation="linear"), Preparation(validation=0.0).apply(table, 0)
    plot = show(BoundaryPlot)
    session.look()
    assert (plot.chart.bottom.dates, plot.chart.left.dates) == (True, False)
    plot._hover(QPointF(19359.7, 0))
    assert plot.note.text().startswith("2023-01-02 → ")
    plot.grab()


def test_one_unit_of_an_inner_layer_around_zero(plot, session):
    """By the keys of its boxes; the surface of all is then computed no more, and comes back with its entry."""
    session.network = network(2, units=3, activation="linear", loss="mse")
    session.network.weights["dense_1"]["kernel"][:] = [[0.0, 2.0, 0.0], [0.0, 0.0, 5.0]]
    session.network_changed.emit()
    layer, unit = plot.choice.layer, plot.choice.unit
    assert [layer.itemText(place) for place in range(layer.count())] == ["All classes", "output_1", "dense_1"]
    assert unit.isHidden()
    layer.setFocus()
    QTest.keyClick(layer, Qt.Key.Key_End)
    QTest.keyClick(unit, Qt.Key.Key_Down)
    assert plot.choice.chosen == ("dense_1", 1)
    assert [unit.itemText(place) for place in range(3)] == ["a₁", "a₂", "a₃"]
    assert UNITS in session.probes
    assert SURFACE not in session.probes
    session.look()
    pixels, ramp = plot.image.image, theme.LIGHT.sign_ramp
    assert (pixels[:, 0] == ramp[round((1 - SOFTNESS) / 2 * 255)]).all()
    assert (pixels[:, -1] == ramp[round((1 + SOFTNESS) / 2 * 255)]).all()
    assert csv_bytes(plot.table()).startswith(b"x,y,dense_1_2\n")
    plot.chart.hovered.emit(QPointF(0.5, 0.0))
    assert plot.note.text() == "0.5, 0 → 0.99", "the middle of its cell"
    QTest.keyClick(layer, Qt.Key.Key_Home)
    assert SURFACE in session.probes
    assert UNITS not in session.probes


def test_of_many_classes_the_likeliest_is_told(plot, session):
    session.network = network(2, units=6, activation="softmax", loss="categorical_crossentropy")
    session.network.weights["dense_1"]["kernel"][:] = 0
    session.network.weights["dense_1"]["bias"][:] = [0, 0, 0, 0, 0, 50]
    session.data = plane(classes=6)
    session.network_changed.emit()
    session.data_ready.emit(session.data)
    session.look()
    plot._hover(QPointF(0.9, 0.1))
    assert plot.note.text() == "0.9, 0.1 → class 5 (1)"


def test_one_output_and_a_press_on_the_canvas(plot, session):
    session.network = network(2, units=3, activation="softmax", loss="categorical_crossentropy")
    session.network.weights["dense_1"]["kernel"][:] = [[-900.0, 0.0, 900.0], [0.0, 0.0, 0.0]]
    session.data = plane(classes=3)
    session.network_changed.emit()
    session.data_ready.emit(session.data)
    plot.choose(Spot("output_1", OUTPUT, (2,)))
    assert plot.choice.unit.currentText() == "class 2"
    session.look()
    ramp = theme.LIGHT.sign_ramp
    assert (plot.image.image[10, 5] == ramp[round((1 - SOFTNESS) / 2 * 255)]).all()
    assert (plot.image.image[10, -5] == ramp[round((1 + SOFTNESS) / 2 * 255)]).all()
    plot.choose(Spot("dense_1", "kernel", (0, 1)))
    assert plot.choice.chosen == ("output_1", 2), "a weight has no surface"
    plot.pause_action.trigger()
    plot.choose(Spot("output_1", OUTPUT, (0,)))
    assert plot.choice.chosen == ("output_1", 2), "what is told stays what is shown"
    assert not plot.choice.unit.isEnabled()
    theme.apply(QApplication.instance(), theme.DARK)
    assert (plot.image.image[10, 5] == theme.DARK.sign_ramp[round((1 - SOFTNESS) / 2 * 255)]).all()
    theme.apply(QApplication.instance(), theme.LIGHT)
    plot.pause_action.trigger()
    assert plot.choice.unit.isEnabled()
    session.network = network(2)
    session.network_changed.emit()
    assert plot.choice.chosen is None, "one output is all there is"
    plot.choose(Spot("dense_1", OUTPUT, (0,)))
    session.network = None
    session.network_changed.emit()
    session.network = network(2)
    session.network_changed.emit()
    assert plot.choice.chosen == ("dense_1", 0)
