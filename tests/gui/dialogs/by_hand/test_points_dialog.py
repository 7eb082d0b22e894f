"""Points are painted, erased, taken back and used, with mouse and keys."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from engine.data import PaintedPoints
from gui import theme
from gui.class_looks import class_colors
from gui.dialogs.by_hand import points_area
from gui.dialogs.by_hand.points_dialog import DrawPointsDialog

LEFT = Qt.MouseButton.LeftButton


def counts(dialog):
    return dialog.area.painting.counts()


def test_a_stroke_is_one_step_within_its_brush(painter, draw):
    draw(painter.area, (-0.5, 0.0), (0.5, 0.0))
    points = painter.area.painting.points
    assert len(points) > 30
    assert np.abs(points[:, 1]).max() <= painter.area.radius + 1e-9
    assert points[:, 0].min() < -0.4
    assert points[:, 0].max() > 0.4
    drawn = len(points)
    QTest.mouseClick(painter.undo_button, LEFT)
    assert counts(painter) == [0, 0]
    assert not painter.undo_button.isEnabled()
    QTest.keySequence(painter.area, "Ctrl+Shift+Z")
    assert counts(painter) == [drawn, 0]


def test_single_points_are_where_they_are_put(painter, draw):
    painter.size_slider.setValue(0)
    draw(painter.area, (0.25, -0.5))
    QTest.keyClick(painter.area, Qt.Key.Key_2)
    draw(painter.area, (-0.75, 0.5))
    painting = painter.area.painting
    assert np.allclose(painting.points, [(0.25, -0.5), (-0.75, 0.5)], atol=0.005)
    assert painting.codes.tolist() == [0, 1]
    x, y = painter.area.pixel(*painting.points[0]).toPoint().toTuple()
    seen = painter.area.grab().toImage().pixelColor(x, y)
    assert seen == QColor(class_colors(2, theme.LIGHT)[0])


def test_the_keys_alone_paint_and_erase(painter):
    painter.size_slider.setValue(0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(painter.area, key)
    QTest.keyClick(painter.area, Qt.Key.Key_Space)
    assert np.allclose(painter.area.painting.points, [(0.1, 0.05)])
    QTest.keyPress(painter.area, Qt.Key.Key_Space)
    for _ in range(4):
        QTest.keyClick(painter.area, Qt.Key.Key_Left)
    QTest.keyRelease(painter.area, Qt.Key.Key_Space)
    assert len(painter.area.painting.points) > 4
    assert len(painter.area.steps._states) == 3
    QTest.keyClick(painter.area, Qt.Key.Key_Delete)
    left = painter.area.painting.points
    assert np.hypot(left[:, 0] + 0.1, left[:, 1] - 0.05).min() > points_area.ERASER_LEAST


def test_the_eraser_and_the_right_button_take_points_away(painter, draw):
    draw(painter.area, (-0.5, 0.5), (0.5, 0.5))
    draw(painter.area, (-0.5, -0.5), (0.5, -0.5))
    below = int((painter.area.painting.points[:, 1] < 0).sum())
    draw(painter.area, (-0.6, 0.5), (0.6, 0.5), button=Qt.MouseButton.RightButton)
    assert (painter.area.painting.points[:, 1] < 0).sum() == below
    assert (painter.area.painting.points[:, 1] > 0).sum() < 5
    QTest.keyClick(painter.area, Qt.Key.Key_E)
    draw(painter.area, (-0.6, -0.5), (0.6, -0.5))
    assert len(painter.area.painting.points) < 10
    QTest.mouseClick(painter.clear_button, LEFT)
    assert counts(painter) == [0, 0]
    QTest.keySequence(painter, "Ctrl+Z")
    QTest.keySequence(painter, "Ctrl+Z")
    assert (painter.area.painting.points[:, 1] < 0).sum() == below


def test_it_can_be_used_when_every_class_has_a_name_and_points(painter, draw, qtbot):
    assert not painter.use_button.isEnabled()
    assert painter.told.text().endswith("Paint some points of each class.")
    draw(painter.area, (0.5, 0.5), (0.6, 0.5))
    assert painter.told.text().endswith("There is no point of 1 yet.")
    QTest.keyClick(painter.area, Qt.Key.Key_2)
    draw(painter.area, (-0.5, 0.5), (-0.6, 0.5))
    assert painter.use_button.isEnabled()
    name = painter.classes.names[0]
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "1")
    painter.area.setFocus()
    assert painter.told.text().endswith("Every class needs a name of its own.")
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "red")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert painter.isVisible()
    with qtbot.waitSignal(painter.chosen) as told:
        QTest.mouseClick(painter.use_button, LEFT)
    source = told.args[0]
    assert source.classes == ("red", "1")
    assert np.array_equal(source.load().inputs, painter.area.painting.points)
    assert not painter.isVisible()


def test_classes_come_and_go_with_their_points(painter, draw):
    QTest.mouseClick(painter.classes.add_button, LEFT)
    QTest.keyClick(painter.area, Qt.Key.Key_3)
    draw(painter.area, (0.0, 0.0))
    assert painter.area.painting.names == ("0", "1", "2")
    assert counts(painter)[2] > 0
    QTest.mouseClick(painter.classes.remove_button, LEFT)
    assert counts(painter) == [0, 0]
    assert painter.area.code == 1
    assert not painter.classes.remove_button.isEnabled()
    QTest.keySequence(painter, "Ctrl+Z")
    assert counts(painter)[2] > 0
    assert len(painter.classes.names) == 3


def test_noise_is_shown_and_what_is_seen_is_erased(painter, draw):
    painter.size_slider.setValue(5)
    draw(painter.area, (0.0, 0.0))
    noise = next(iter(painter.form.controls()))
    noise.setFocus()
    noise.selectAll()
    QTest.keyClicks(noise, "0,3")
    QTest.keyClick(noise, Qt.Key.Key_Return)
    assert painter.source.noise == 0.3
    assert painter.isVisible()
    seen = painter.area._seen()
    assert np.abs(seen - painter.area.painting.points).max() > 0.1
    x, y = seen[0]
    draw(painter.area, (x, y), button=Qt.MouseButton.RightButton)
    assert len(painter.area.painting.points) < 3


def test_what_the_project_has_is_painted_on(show):
    held = {"points": np.array([(0.5, 0.5), (-0.5, 0.25)]), "codes": np.array([2, 0])}
    source = PaintedPoints(noise=0.1, classes=("a", "b", "c")).with_content(held)
    dialog = show(DrawPointsDialog(source, None))
    assert [edit.text() for edit in dialog.classes.names] == ["a", "b", "c"]
    assert dialog.area.painting.codes.tolist() == [2, 0]
    assert np.array_equal(dialog.area.painting.points, held["points"])


def test_leaving_asks_only_where_something_would_be_lost(painter, draw, questions, monkeypatch):
    draw(painter.area, (0.0, 0.0))
    QTest.keyClick(painter, Qt.Key.Key_Escape)
    assert painter.isVisible()
    assert len(questions) == 1
    monkeypatch.setattr(QMessageBox, "exec", lambda box: QMessageBox.StandardButton.Discard)
    QTest.keyClick(painter, Qt.Key.Key_Escape)
    assert not painter.isVisible()


def test_an_untouched_board_closes_at_once_but_not_by_enter(painter, questions):
    QTest.keyClick(painter.area, Qt.Key.Key_Return)
    assert painter.isVisible()
    QTest.keyClick(painter, Qt.Key.Key_Escape)
    assert not painter.isVisible()
    assert questions == []


def test_there_is_an_end_to_all_points(painter, draw, monkeypatch):
    monkeypatch.setattr(points_area, "MOST_POINTS", 40)
    painter.density_slider.setValue(20)
    draw(painter.area, (-0.5, 0.0), (0.5, 0.0))
    assert counts(painter) == [40, 0]


def test_a_picture_that_grew_is_the_one_that_is_painted_anew(painter, draw):
    """While a stroke grows only its new points are painted; undo and another noise paint all."""
    for place in ((-0.5, 0.0), (0.5, 0.0), (0.5, 0.2)):
        draw(painter.area, place)
        painter.area.grab()
    grown = painter.area.grab().toImage()
    painter.area._look = ()
    assert painter.area.grab().toImage() == grown
    QTest.mouseClick(painter.undo_button, LEFT)
    assert painter.area.grab().toImage() != grown
    QTest.mouseClick(painter.redo_button, LEFT)
    painter.area.setFocus()
    assert painter.area.grab().toImage() == grown
