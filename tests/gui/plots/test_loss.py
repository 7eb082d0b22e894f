"""The loss plot shows the history's numbers: curves, scales, values, files."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from engine.data import Dataset, Scaler
from engine.diagnosis import Finding
from engine.diagnosis.fit import Overfitting
from engine.errors import Message
from engine.events import BatchEnd, EpochEnd
from engine.graph import Graph
from engine.history import Columns
from engine.layers import Dense, Input, Output
from engine.network import Network
from gui import theme
from gui.plots.chart import TICK_COLUMN
from gui.plots.log_scale import NOTHING
from gui.plots.loss import LossPlot
from gui.snapshot import Figures
from tests.engine.preparing import as_prepared

LOSSES = [0.8, 0.4, 0.2, 0.1]
VALIDATION = [0.9, 0.5, None, 0.3]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def hover(qtbot, plot, epoch):
    plot.chart.grab()
    scene = plot.chart.view.mapViewToScene(plot.chart.view.viewRect().center())
    scene.setX(plot.chart.view.mapViewToScene(type(scene)(epoch, 0)).x())
    qtbot.mouseMove(plot.chart.viewport(), plot.chart.mapFromScene(scene))


def test_the_loss_of_scaled_targets_is_called_so(session, show, qtbot):
    targets = np.zeros((2, 1))
    session.data = as_prepared(Dataset(targets, targets), target_scaler=Scaler(np.array([9.0]), np.array([2.0])))
    plot = show(LossPlot)
    session.record(LOSSES)
    assert plot.chart.left.title == "scaled"
    assert "own units" in plot.chart.toolTip()
    width = plot.chart.left.fixedWidth
    click(qtbot, plot.measure.button(1))
    assert plot.chart.left.title == ""
    assert plot.chart.left.fixedWidth == TICK_COLUMN <= width
    click(qtbot, plot.measure.button(0))
    plot.retranslate()
    assert plot.chart.left.fixedWidth == width
    session.data_ready.emit(as_prepared(Dataset(targets, targets)))
    assert plot.chart.left.title == ""


def test_the_curve_that_the_coach_speaks_of_has_a_mark(session, show):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION)
    assert [row.amiss for row in plot.legend.rows] == [False, False]
    widths = [entry.value_left for entry in plot.legend.entries()]
    told = Message("It rises to {value}.", value=3)
    session.coach.find(Finding(Overfitting, told, Message("Stop."), curve="validation"))
    assert [row.amiss for row in plot.legend.rows] == [False, True]
    assert plot.legend.toolTip() == "Overfitting. It rises to 3."
    assert [entry.value_left for entry in plot.legend.entries()] == widths
    marked = plot.legend.grab().toImage()
    session.coach.find()
    assert plot.legend.toolTip() == ""
    assert plot.legend.grab().toImage() != marked


def test_without_a_run_there_is_a_hint(show):
    plot = show(LossPlot)
    assert plot.hint.isVisible()
    assert not plot.chart.isVisible()
    assert not plot.csv_action.isEnabled()


def test_the_history_reaches_the_curves(show, session):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION)
    assert plot.chart.isVisible()
    x, y = plot.training_curve.getData()
    assert x.tolist() == [1, 2, 3, 4]
    assert y.tolist() == LOSSES
    np.testing.assert_array_equal(plot.validation_curve.getData()[1], [0.9, 0.5, np.nan, 0.3])
    x, y = plot.batch_curve.getData()
    assert x.tolist() == [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4]
    assert y.tolist() == np.repeat(LOSSES, 2).tolist()
    assert plot.note.text() == "Epoch 4"
    assert [(row.name, row.value) for row in plot.legend.rows] == [("train", "0.1"), ("validation", "0.3")]


def test_a_run_without_validation_has_one_row(show, session):
    plot = show(LossPlot)
    session.record(LOSSES)
    assert [row.name for row in plot.legend.rows] == ["train"]
    plot.grab()


def test_the_first_epoch_and_single_batches_show(show, session):
    plot = show(LossPlot)
    session.history.record(BatchEnd(1, 1, 0.7, None))
    session.history.record(BatchEnd(2, 1, 0.6, None))
    session.history.flush()
    session.change()
    assert plot.chart.isVisible()
    assert plot.chart.bottom.title == "Step"
    assert plot.batch_curve.getData()[0].tolist() == [1, 2]
    alone = plot.batch_curve.opts["pen"].color().alphaF()
    assert alone == 1, "it is all there is to look at"
    session.history.record(EpochEnd(1, 2, 0.65, None, None, None, 0.1, 0.5))
    session.history.flush()
    session.change()
    assert plot.chart.bottom.title == "Epoch"
    assert plot.batch_curve.opts["pen"].color().alphaF() < alone
    x, y = plot.training_curve.getData()
    assert x.mean() == 1
    assert set(y) == {0.65}
    plot.grab()


def test_losses_of_zero_leave_a_logarithmic_scale_in_order(show, session, qtbot):
    plot = show(LossPlot)
    session.record([0.0, 0.0, 0.0])
    click(qtbot, plot.scale)
    assert plot.chart.view.viewRange()[1] == list(NOTHING)
    session.record([0.01])
    low, high = plot.chart.view.viewRange()[1]
    assert -3 < low < -2 < high < 0


def test_log_scale_by_click_and_back(show, session, qtbot):
    plot = show(LossPlot)
    session.record([1.0, 0.1, 0.0, 0.01])
    click(qtbot, plot.scale)
    np.testing.assert_allclose(plot.training_curve.getData()[1], [0, -1, np.nan, -2])
    assert plot.logarithmic.isChecked()
    low, high = plot.chart.view.viewRange()[1]
    assert -2.5 < low < -2
    assert 0 < high < 0.5
    plot.grab()
    click(qtbot, plot.scale)
    assert plot.training_curve.getData()[1].tolist() == [1.0, 0.1, 0.0, 0.01]
    assert plot.chart.view.viewRange()[1][0] == 0


def test_accuracy_by_click(show, session, qtbot):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION, accuracy=0.75, val_accuracy=0.5)
    click(qtbot, plot.measure.button(1))
    assert plot.training_curve.getData()[1].tolist() == [0.75] * 4
    assert plot.validation_curve.getData()[1].tolist() == [0.5] * 4
    assert not plot.scale.isVisible()
    assert plot.batch_curve.getData()[0] is None or len(plot.batch_curve.getData()[0]) == 0
    click(qtbot, plot.measure.button(0))
    assert plot.training_curve.getData()[1].tolist() == LOSSES
    assert plot.scale.isVisible()


def test_a_regression_says_why_it_has_no_accuracy(show, session, qtbot):
    plot = show(LossPlot)
    session.record(LOSSES)
    click(qtbot, plot.measure.button(1))
    assert plot.hint.isVisible()
    assert "numbers, not classes" in plot.hint.text()


def test_hover_shows_the_values_of_the_nearest_epoch(show, session, qtbot):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION)
    hover(qtbot, plot, 2.2)
    assert plot.note.text() == plot.chart.bottom.title == "Epoch 2"
    assert [row.value for row in plot.legend.rows] == ["0.4", "0.5"]
    assert plot.chart.cursor_line.isVisible()
    assert plot.chart.cursor_line.value() == 2
    hover(qtbot, plot, 3)
    assert [row.value for row in plot.legend.rows] == ["0.2", "–"]
    qtbot.mouseMove(plot.chart.viewport(), QPoint(2, 2))
    assert plot.note.text() == "Epoch 4"
    assert plot.chart.bottom.title == "Epoch"
    assert not plot.chart.cursor_line.isVisible()
    hover(qtbot, plot, 2.2)
    plot.hide()  # as when a key puts its panel elsewhere
    plot.show()
    assert plot.note.text() == "Epoch 4"


def test_a_hidden_plot_draws_nothing_and_catches_up(show, session):
    plot = show(LossPlot)
    session.record(LOSSES)
    plot.hide()
    session.record([0.05])
    assert len(plot.training_curve.getData()[0]) == 4
    plot.show()
    assert len(plot.training_curve.getData()[0]) == 5


def test_a_cleared_history_clears_the_plot(show, session):
    plot = show(LossPlot)
    session.record(LOSSES)
    session.history.clear()
    session.change()
    assert plot.hint.isVisible()
    session.record([0.5])
    assert plot.chart.isVisible()
    assert plot.training_curve.getData()[1].max() == 0.5


def test_a_million_epochs_are_few_points_with_all_extremes(show, session):
    plot = show(LossPlot)
    rows = 1_000_000
    table = np.full((len(EpochEnd._fields), rows), np.nan)
    table[0] = np.arange(1, rows + 1)
    table[1] = 2 * table[0]
    table[2] = 1 / np.sqrt(table[0])
    table[2, 700_000] = 5.0
    session.history._epochs = Columns(len(EpochEnd._fields))
    session.history._epochs._state = (table, rows)
    session.change()
    x, y = plot.training_curve.getData()
    assert len(x) < 6000
    assert y.max() == 5.0
    assert plot.note.text() == "Epoch 1000000"
    # Zoomed in, every epoch is there again.
    plot.chart.view.setXRange(700_000, 700_100, padding=0)
    plot.chart.view.sigRangeChangedManually.emit([True, True])
    x, y = plot.training_curve.getData()
    assert set(range(700_000, 700_100)) <= set(x.astype(int))
    plot.reset_action.trigger()
    assert plot.chart.view.viewRange()[0][1] >= rows


def test_numbers_that_are_not_finite_leave_gaps(show, session):
    plot = show(LossPlot)
    session.record([1.0, math.inf, 0.5])
    np.testing.assert_array_equal(plot.training_curve.getData()[1], [1.0, np.nan, 0.5])
    assert plot.chart.view.viewRange()[1][1] < 2
    plot.grab()


def test_the_range_stands_still_while_the_loss_falls(show, session):
    plot = show(LossPlot)
    session.record([1.0])
    shown = plot.chart.view.viewRange()[1]
    session.record([0.9, 0.5, 0.2, 0.01])
    assert plot.chart.view.viewRange()[1] == shown


def test_a_peak_at_the_beginning_is_cut_off_later_and_said_and_who_has_zoomed_keeps_the_range(show, session):
    plot = show(LossPlot)
    session.record([5.0, 1.0])
    assert plot.chart.view.viewRange()[1][1] > 5
    session.record([0.2] * 40)
    assert 0.4 <= plot.chart.view.viewRange()[1][1] < 0.5
    assert plot.beyond.text == "up to 5"
    plot.chart.view.scaleBy((0.5, 0.5))
    plot.chart.view.sigRangeChangedManually.emit([True, True])
    zoomed = plot.chart.view.viewRange()
    session.record([0.01] * 900)
    assert plot.chart.view.viewRange() == zoomed
    plot.reset_view()
    assert plot.chart.view.viewRange()[1][1] < 0.05


@pytest.mark.parametrize(("loss", "told"), [("mse", "predicts numbers"), ("binary_crossentropy", "Press Run")])
def test_before_a_run_it_is_said_whether_there_will_be_an_accuracy(session, show, qtbot, loss, told):
    plot = show(LossPlot)
    click(qtbot, plot.measure.button(1))
    assert "Press Run" in plot.hint.text(), "nobody knows yet"
    graph = Graph()
    graph.add(Output(loss=loss), after=graph.add(Dense(1, activation="sigmoid"), after=graph.add(Input(shape=(2,)))))
    inputs = np.zeros((4, 2))
    session.network, session.data = Network(graph), as_prepared(Dataset(inputs, inputs[:, :1]))
    session.data_ready.emit(session.data)
    assert told in plot.hint.text()


def test_colours_are_the_themes_and_follow_it(show, session):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION)
    for dressed in (theme.LIGHT, theme.DARK):
        theme.apply(QApplication.instance(), dressed)
        QApplication.processEvents()
        assert plot.training_curve.opts["pen"].color().name().upper() == dressed.accent.upper()
        assert plot.validation_curve.opts["pen"].color().name().upper() == dressed.negative.upper()
        assert plot.chart.backgroundBrush().color().name().upper() == dressed.panel.upper()
        assert [row.color for row in plot.legend.rows] == [dressed.accent, dressed.negative]


def test_texts_follow_the_language(show, session, monkeypatch):
    plot = show(LossPlot)
    session.record(LOSSES)
    monkeypatch.setattr(plot, "tr", lambda text: f"<{text}>")
    plot.retranslate()
    assert plot.measure.button(0).text() == "<Loss>"
    assert plot.png_action.text() == "<Export as PNG…>"
    assert plot.note.text() == "<Epoch 4>"
    assert [row.name for row in plot.legend.rows] == ["<train>"]


def test_the_legend_never_covers_the_chart(show, session):
    plot = show(LossPlot)
    session.record(LOSSES, VALIDATION)
    assert plot.legend.geometry().bottom() < plot.chart.geometry().top()
    assert plot.legend.height() > 0
    assert plot.chart.height() > 0


def test_the_early_batches_are_not_cut_off(show, session, qtbot):
    plot = show(LossPlot)
    session.history.record(BatchEnd(1, 1, 3.0, None))
    session.record(LOSSES, VALIDATION)
    assert plot.chart.view.viewRange()[1][1] > 3
    click(qtbot, plot.scale)
    assert plot.chart.view.viewRange()[1][1] > math.log10(3)


@pytest.mark.parametrize("measure", [0, 1])
@pytest.mark.parametrize("width", [180, 420])
def test_names_and_values_stand_while_hovering_in_every_width(show, session, qtbot, measure, width):
    plot = show(LossPlot, width, 240)
    session.record(LOSSES, VALIDATION, accuracy=0.75, val_accuracy=0.5)
    click(qtbot, plot.measure.button(measure))
    hover(qtbot, plot, 2)
    assert [row.value for row in plot.legend.rows] == [["0.4", "0.5"], ["0.75", "0.5"]][measure]
    train, validation = plot.legend.entries()
    assert (train.name, validation.name) == ("train", "validation")
    assert (train.top == validation.top) == (width == 420)
    assert validation.value_left < plot.legend.width() - 20
    QApplication.processEvents()
    assert validation.top < plot.legend.height()
    assert plot.legend.geometry().bottom() < plot.chart.geometry().top()


def test_the_legend_keeps_its_height_while_values_change(show, session):
    plot = show(LossPlot, 300, 240)
    session.record(LOSSES, VALIDATION)
    height = plot.legend.height()
    session.record([1.23e-11], [4.56e-12])
    assert plot.legend.height() == height
    plot.legend.grab()


def test_a_curve_is_smoothed_from_the_menu(show, session):
    session.record([1.0, 0.0, 1.0, 0.0])
    plot = show(LossPlot)
    next(action for action in plot.smoothing.menu.actions() if action.data() == 0.6).trigger()
    assert np.ptp(plot.training_curve.getData()[1][1:]) < 0.5
    assert plot.table()["loss"] == [1.0, 0.0, 1.0, 0.0], "the file holds what was measured"


@pytest.mark.parametrize("size", [(60, 40), (220, 150), (1400, 700)])
def test_every_size_draws(show, session, size):
    plot = show(LossPlot, *size)
    session.record(LOSSES, VALIDATION)
    shown = plot.grab().toImage()
    assert len({shown.pixel(x, y) for x in range(0, shown.width(), 2) for y in range(0, shown.height(), 2)}) > 1


def test_the_wheel_zooms_and_a_double_click_returns(show, session, qtbot):
    plot = show(LossPlot)
    session.record(LOSSES)
    before = plot.chart.view.viewRange()
    plot.chart.view.scaleBy((0.5, 0.5))
    plot.chart.view.sigRangeChangedManually.emit([True, True])
    session.record([0.05])
    assert plot.chart.view.viewRange()[0][1] < before[0][1]
    qtbot.mouseDClick(plot.chart.viewport(), Qt.MouseButton.LeftButton, pos=plot.chart.viewport().rect().center())
    assert plot.chart.following
    assert plot.chart.view.viewRange()[0][1] >= 5


class Shouting(QTranslator):
    """A language in which the plots' words are written in capitals."""

    def isEmpty(self):
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return text.upper() if context in ("Plot", "LossPlot") else ""


def test_another_language_reaches_a_plot_that_is_shown(show):
    plot = show(LossPlot)
    translator = Shouting()
    QApplication.instance().installTranslator(translator)
    QApplication.processEvents()
    assert plot.measure.button(1).text() == "ACCURACY"
    assert plot.reset_action.text() == "RESET VIEW"
    assert plot.hint.text() == "PRESS RUN TO SEE THE LOSS FALL."
    QApplication.instance().removeTranslator(translator)
    QApplication.processEvents()
    assert plot.measure.button(1).text() == "Accuracy"


def test_the_epoch_whose_weights_are_back_is_marked_until_training_goes_on(show, session):
    plot = show(LossPlot)
    session.record([0.5, 0.2, 0.3])
    session.tell(Figures(epoch=3, best=session.history.epoch_end(2)))
    assert plot.best.isVisible()
    assert plot.best.value() == 2
    assert plot.note.text() == "Epoch 2"
    assert [row.value for row in plot.legend.rows] == ["0.2"]
    session.tell(Figures(epoch=3))
    assert not plot.best.isVisible()
    assert [row.value for row in plot.legend.rows] == ["0.3"]


@pytest.mark.parametrize("huge", [1e40, 1e300, 1.7e308])
def test_a_loss_beyond_all_bounds_is_a_gap_and_leaves_the_others_in_sight(session, show, huge):
    plot = show(LossPlot)
    session.record([0.5, 0.4, huge, 0.5, 0.3], [0.5, huge, 0.4, huge, 0.3])
    plot.grab()
    assert 0.5 < plot.chart.view.viewRange()[1][1] < 0.6
    plot.logarithmic.setChecked(True)
    assert plot.training_curve.getData()[1][2] == pytest.approx(math.log10(huge)), "in powers of ten it has a place"


def test_a_loss_that_runs_away_leaves_the_rest_in_sight_and_says_how_far_it_goes(session, show, qtbot):
    plot = show(LossPlot)
    session.record([0.8, 0.4, 0.3])
    assert plot.beyond.text == ""
    calm = plot.chart.view.viewRange()[1][1]
    session.record([40.0, 1e9, 1e30])
    assert plot.chart.view.viewRange()[1][1] < 2 * calm
    (left,) = plot.beyond.exits
    assert 3 < left.place < 4
    assert (left.color, plot.beyond.text) == (theme.LIGHT.accent, "up to 1e30")
    assert 100 < plot.training_curve.getData()[1].max() < 1e6, "further up Qt draws nothing of it"
    shown = plot.chart.grab().toImage()
    place = plot.chart.mapFromScene(plot.chart.view.mapViewToScene(QPointF(left.place, 0)))
    assert shown.pixelColor(place.x(), plot.chart.view.sceneBoundingRect().top() + 5).name() == left.color.lower()
    click(qtbot, plot.scale)
    assert plot.chart.view.viewRange()[1][1] > 30
    assert plot.beyond.exits == []
