"""A function is sketched, corrected and used, with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data import SketchedCurve
from gui.dialogs.by_hand.sketch_area import ALONG
from gui.dialogs.by_hand.sketch_dialog import SketchFunctionDialog

LEFT = Qt.MouseButton.LeftButton


def test_a_line_is_sketched_sampled_and_used(sketcher, draw, qtbot):
    assert not sketcher.use_button.isEnabled()
    assert sketcher.told.text() == "Draw a curve first."
    draw(sketcher.area, (-0.9, -0.9), (0.8, 0.8))
    there = np.isfinite(sketcher.area.heights)
    assert np.abs(sketcher.area.heights[there] - ALONG[there]).max() < 0.02
    assert ALONG[there].min() == pytest.approx(-0.9, abs=0.011)
    assert ALONG[there].max() == pytest.approx(0.8, abs=0.011)
    with qtbot.waitSignal(sketcher.chosen) as told:
        QTest.mouseClick(sketcher.use_button, LEFT)
    dataset = told.args[0].load()
    assert np.abs(dataset.targets - dataset.inputs).max() < 0.02
    assert len(dataset) == 200


def test_what_is_drawn_again_is_replaced_also_from_right_to_left(sketcher, draw):
    draw(sketcher.area, (-1.0, 0.0), (1.0, 0.0))
    draw(sketcher.area, (0.5, 0.5), (0.0, 0.5))
    heights = sketcher.area.heights
    assert np.allclose(heights[(ALONG > 0.02) & (ALONG < 0.48)], 0.5, atol=0.01)
    assert np.allclose(heights[ALONG < -0.02], 0.0, atol=0.01)
    QTest.keySequence(sketcher, "Ctrl+Z")
    assert np.allclose(sketcher.area.heights[np.isfinite(sketcher.area.heights)], 0.0, atol=0.01)


def test_beside_the_square_the_curve_stays_within(sketcher, draw):
    draw(sketcher.area, (-1.05, 0.9), (0.0, 1.2), (1.05, -1.2))
    assert np.isfinite(sketcher.area.heights).all()
    assert np.abs(sketcher.area.heights).max() == 1.0


def test_the_right_button_erases_and_the_gap_is_bridged(sketcher, draw):
    draw(sketcher.area, (-1.0, 0.2), (1.0, 0.2))
    draw(sketcher.area, (0.9, 0.2), (1.0, 0.2), button=Qt.MouseButton.RightButton)
    assert np.isnan(sketcher.area.heights[-1])
    along, _ = sketcher.area.drawn().curve()
    assert along[-1] < 0.9


def test_the_keys_alone_draw(sketcher):
    QTest.keyPress(sketcher.area, Qt.Key.Key_Space)
    for _ in range(4):
        QTest.keyClick(sketcher.area, Qt.Key.Key_Right)
        QTest.keyClick(sketcher.area, Qt.Key.Key_Up)
    QTest.keyRelease(sketcher.area, Qt.Key.Key_Space)
    assert sketcher.area.is_curve
    assert sketcher.area.heights[120] == pytest.approx(0.2)
    QTest.mouseClick(sketcher.clear_button, LEFT)
    assert not sketcher.area.is_curve


def test_fields_change_what_is_shown_and_the_projects_curve_comes_back(show):
    places = {"places": np.column_stack([ALONG, np.sin(3 * ALONG)])}
    dialog = show(SketchFunctionDialog(SketchedCurve(samples=30).with_content(places), None))
    assert np.allclose(dialog.area.heights, np.sin(3 * ALONG))
    before = dialog.area.grab().toImage()
    samples = next(iter(dialog.form.controls()))
    samples.setFocus()
    samples.selectAll()
    QTest.keyClicks(samples, "300")
    QTest.keyClick(samples, Qt.Key.Key_Return)
    assert dialog.told.text().startswith("300 samples")
    assert dialog.area.grab().toImage() != before
    assert dialog.drawn().samples == 300
