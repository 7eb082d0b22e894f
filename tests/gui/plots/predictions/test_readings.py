"""What charts of answers say under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.answer_curves import answer_curves
from gui.plots.results import CURVES


def move_to(chart, x: float, y: float) -> None:
    place = chart.mapFromScene(chart.view.mapViewToScene(QPointF(x, y)))
    QTest.mouseMove(chart.viewport(), place)
    QApplication.processEvents()


def test_a_roc_curve_is_read_at_the_false_alarms_under_the_mouse(three, panel, session, qtbot):
    plot = panel(CURVES)
    plot.part.setCurrentIndex(plot.part.findData("training"))
    page = plot.curves
    figures = answer_curves(session.network, session.data, "training", "output_1")
    assert page.reading.text() == "The dashed line is chance."
    move_to(page.roc, 0.5, 0.5)
    qtbot.waitUntil(lambda: page.reading.text().startswith("found: "))
    told, _, alarms = page.reading.text().partition(", at ")
    assert float(alarms.split()[0]) == pytest.approx(0.5, abs=0.02)
    names = [entry.split()[0] for entry in told.removeprefix("found: ").split(", ")]
    assert names == [figure.name for figure in figures]
    assert page.roc.cursor_line.isVisible()
    page.roc.hovered.emit(None)
    assert page.reading.text() == "The dashed line is chance."
    assert not page.roc.cursor_line.isVisible()


def test_points_and_bars_of_residuals_are_read(line, panel, qtbot):
    """Of 2, 5 and 6 the middle one is taken for 4."""
    page = panel(CURVES).curves
    assert page.reading.text().startswith("Residual: predicted minus actual. Mean \N{MINUS SIGN}0.333")
    told = "actual 5, predicted 4, residual \N{MINUS SIGN}1"
    for chart, x, y in ((page.fit, 5, 4), (page.spread, 4, -1)):
        move_to(chart, x, y)
        qtbot.waitUntil(lambda: page.reading.text() == told)
        chart.hovered.emit(None)
        assert page.reading.text() != told
    move_to(page.histogram, -0.999, 0.5)
    qtbot.waitUntil(lambda: page.reading.text().startswith("residual \N{MINUS SIGN}1 to"))
    assert page.reading.text().endswith(": 1 sample")
