"""Curves and figures of classes in the colours of the boundary plot; residuals of measures."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.answer_curves import answer_curves
from engine.data import Dataset, Preparation, Scaler, TimeSeries
from engine.first_network import first_network
from engine.network import Network
from gui import theme
from gui.class_looks import OKABE_ITO
from gui.plots.export import csv_bytes
from gui.plots.results import CURVES, SAMPLES, SUMMARY, TRIAL
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared


def test_each_class_has_a_curve_in_its_colour_and_a_row_of_figures(three, panel, session):
    plot = panel(CURVES)
    plot.part.setCurrentIndex(plot.part.findData("training"))
    expected = answer_curves(session.network, session.data, "training", "output_1")
    page = plot.curves
    drawn = [curve for curve in page._curves if curve.isVisible()]
    assert [curve.opts["pen"].color().name().upper() for curve in drawn] == list(OKABE_ITO[:3])
    assert [curve.getData()[1].tolist() for curve in drawn] == [figure.roc[1].tolist() for figure in expected]
    rows = page.classes.texts(range(3))
    assert rows[0] == ["Class", "Precision", "Recall", "F1", "AUC", "Samples"]
    assert rows[3] == ["high", "1.000", "0.667", "0.800", "1.000", "3"]
    assert page.roc.isVisible()
    assert page.class_table.isVisible()
    assert not page.fit.isVisible()
    page.class_table.setFocus()
    QTest.keyClick(page.class_table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[3].split("\t") == rows[3]
    assert (
        csv_bytes(plot.table()).decode().startswith("class,precision,recall,f1,auc,samples,false alarms low,found low")
    )


def test_a_class_without_samples_has_no_curve_and_a_dash(three, panel):
    plot = panel(CURVES)
    assert plot.part.currentText() == "Validation"
    assert [row[4] for row in plot.curves.classes.texts(range(3))[1:]] == ["–", "–", "–"]
    assert not any(curve.isVisible() for curve in plot.curves._curves)


def test_two_classes_share_one_curve_in_the_colour_of_the_yes(pictures, panel):
    plot = panel(CURVES)
    (curve,) = [curve for curve in plot.curves._curves if curve.isVisible()]
    assert curve.opts["pen"].color().name() == theme.LIGHT.positive.lower()


def test_scaled_measures_are_told_in_their_own_units_and_their_loss_is_said_to_be_scaled(panel, session):
    """Of targets from 200 to 600 that are learned as 2 to 6, the middle one is missed by 100."""
    session.network = Network(chain(1, 1))
    session.network.load_state_dict({"dense_1.kernel": [[2.0]], "dense_1.bias": [0.0]})
    data = Dataset(np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [5.0], [6.0]]), features=("x",))
    session.data = as_prepared(data, target_scaler=Scaler(np.array([0.0]), np.array([100.0])))
    plot = panel(CURVES)
    x, y = plot.curves.fit_points.getData()
    assert (x.tolist(), y.tolist()) == ([200, 500, 600], [200, 400, 600])
    plot.turn_to(SAMPLES)
    session.look()
    rows = plot.samples.model.texts(range(1))
    assert rows == [["No.", "Actual", "Predicted", "Residual", "Loss (scaled)", "x"],
                    ["2", "500", "400", "\N{MINUS SIGN}100", "1", "2"]]  # fmt: skip
    plot.turn_to(TRIAL)
    session.look()
    assert plot.trial.outputs.rows() == [("", "200")]
    plot.turn_to(SUMMARY)
    session.look()
    figures = {row[0]: row[1:] for row in plot.summary.figures.texts()}
    assert figures["Loss (scaled)"] == ["0.3333"]
    assert figures["Mean absolute error"] == ["33.3333"]


def test_measures_are_drawn_against_what_was_wanted_with_their_residuals(line, panel, session):
    plot = panel(CURVES)
    page = plot.curves
    x, y = page.fit_points.getData()
    assert (x.tolist(), y.tolist()) == ([2, 5, 6], [2, 4, 6])
    ends = page._perfect.getData()
    assert ends[0].tolist() == ends[1].tolist() == pytest.approx([1.84, 6.16])
    assert page.spread_points.getData()[1].tolist() == [0, -1, 0]
    assert (page.bars.heights.sum(), page.bars.heights[0], page.bars.heights[16]) == (3, 1, 2)
    assert not page.roc.isVisible()
    plot.resize(260, 240)
    assert [plot.sides.itemText(index) for index in range(plot.sides.count())] == [
        "Metrics", "Samples", "Predicted and actual", "Residuals", "Residuals by value", "Try one",
    ]  # fmt: skip
    assert page.fit.isVisible()
    assert not page.histogram.isVisible()
    plot.sides.setCurrentIndex(3)
    assert page.histogram.isVisible()
    assert not page.fit.isVisible()


def test_a_series_is_drawn_over_time_with_a_line_broken_where_steps_are_missing(panel, session):
    series = TimeSeries(window=2, stride=3).with_content({"values": np.arange(20.0) % 5})
    session.data = Preparation(split="in_order", validation=0.5, scaling="none").apply(series.load(), 0)
    session.network = Network(first_network(series.shape))
    plot = panel(CURVES)
    page = plot.curves
    assert [page.has(side) for side in range(6)] == [False, False, True, True, True, False]
    steps, actual = page.actual_line.getData()
    assert steps[::2].tolist() == [12, 15, 18]
    assert actual[::2].tolist() == [1, 4, 2]
    assert np.isnan(steps[1::2]).all()
    _, forecast = page.forecast_line.getData()
    assert forecast[::2] == pytest.approx(session.network.predict(session.data.dataset.validation[0])[:, 0])
    page.legend.set_rows(())
    QApplication.sendEvent(plot, QEvent(QEvent.Type.LanguageChange))
    assert [row.name for row in page.legend.rows] == ["actual", "forecast"], "told anew in another language"
    assert plot.table()["step"] == [12, 15, 18]
    plot.resize(260, 240)
    assert "Over time" in [plot.sides.itemText(index) for index in range(plot.sides.count())]
    assert page.course.isVisible()
    assert not page.fit.isVisible()
