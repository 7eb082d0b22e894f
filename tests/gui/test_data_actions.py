"""The Data menu: what is drawn or imported becomes the project's data, as one step."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from engine.data import PaintedPoints, PictureSet, SketchedCurve, TimeSeries
from engine.project import from_bytes, to_bytes
from tests.gui.pictures.files import save
from tests.gui.test_names_aloud import names

LEFT = Qt.MouseButton.LeftButton


def opened(window, name):
    return next(each for each in window.findChildren(QDialog, name) if each.isVisible())


def stroke(area, *places):
    pixels = [area.pixel(*place).toPoint() for place in places]
    QTest.mousePress(area, LEFT, pos=pixels[0])
    for pixel in pixels:
        QTest.mouseMove(area, pixel)
    QTest.mouseRelease(area, LEFT, pos=pixels[-1])


def test_painted_points_are_trained_on_saved_and_painted_on(small_window, qtbot):
    document = small_window.document
    before = document.project.data
    QTest.keySequence(small_window, "Ctrl+Alt+P")
    dialog = opened(small_window, "draw_points")
    stroke(dialog.area, (-0.8, 0.5), (0.8, 0.5))
    QTest.keyClick(dialog.area, Qt.Key.Key_2)
    stroke(dialog.area, (-0.8, -0.5), (0.8, -0.5))
    QTest.mouseClick(dialog.use_button, LEFT)
    data = document.project.data
    assert isinstance(data, PaintedPoints)
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Use Points drawn by hand"
    assert small_window.statusBar().currentMessage().startswith("The network learns from this now: Points drawn")
    session = small_window.session
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    assert from_bytes(to_bytes(document.project)).data == data
    small_window.actions_by_id["draw_points"].trigger()
    again = opened(small_window, "draw_points")
    assert np.array_equal(again.area.painting.points, data.held()["points"])
    again.reject()
    document.undo_stack.undo()
    assert document.project.data == before


def test_a_sketched_function_is_one_step(small_window):
    QTest.keySequence(small_window, "Ctrl+Alt+F")
    dialog = opened(small_window, "sketch_function")
    stroke(dialog.area, (-0.8, 0.5), (0.8, -0.5))
    QTest.mouseClick(dialog.use_button, LEFT)
    assert isinstance(small_window.document.project.data, SketchedCurve)
    assert small_window.document.undo_stack.count() == 1


def test_pictures_come_in_beside_the_window(small_window, tmp_path, qtbot):
    for name in ("a/1.png", "a/2.png", "b/1.png"):
        save(tmp_path / "shapes" / name)
    QTest.keySequence(small_window, "Ctrl+Alt+I")
    dialog = opened(small_window, "import_pictures")
    QTest.keyClicks(dialog.path, str(tmp_path / "shapes"))
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.imported is not None)
    QTest.mouseClick(dialog.use_button, LEFT)
    data = small_window.document.project.data
    assert isinstance(data, PictureSet)
    assert data.shape.inputs == (28, 28, 1)
    assert small_window.settings.last_folder == str(tmp_path)
    qtbot.waitUntil(lambda: small_window.session.data is not None)


def test_data_that_know_how_are_split_so_in_the_same_step(small_window):
    document = small_window.document
    before = document.project.preparation
    series = TimeSeries(window=2).with_content({"values": np.arange(30.0) / 30})
    small_window.data.use(series)
    assert document.project.preparation == before.replace(split="in_order")
    assert document.undo_stack.count() == 1
    pictures = {
        "pictures": np.zeros((4, 2, 2, 1), np.uint8),
        "codes": np.array([0, 1, 0, 1]),
        "part": np.array([0, 0, 1, 2]),
    }
    small_window.data.use(PictureSet().with_content(pictures))
    assert document.project.preparation.split == "by_column"
    assert document.project.preparation.scaling == "none"
    del pictures["part"]
    small_window.data.use(PictureSet().with_content(pictures))
    assert document.project.preparation.split == "random"
    small_window.data.use(series)
    assert document.project.preparation.scaling == "standard"
    document.undo_stack.undo()
    for _ in range(3):
        document.undo_stack.undo()
    assert document.project.preparation == before


def test_far_targets_are_scaled_in_the_same_step_and_people_are_told_once(small_window):
    document, told = small_window.document, small_window.statusBar().currentMessage
    before = document.project.preparation
    series = TimeSeries(window=2).with_content({"values": 500 * np.arange(30.0)})
    small_window.data.use(series)
    assert document.project.preparation == before.replace(split="in_order", target_scaling="standard")
    assert document.undo_stack.count() == 1
    assert told().endswith("Its targets are far from size 1, so they are scaled.")
    as_they_come = document.project.preparation.replace(target_scaling="none")
    document.set_setting("", "preparation", as_they_come)
    small_window.data.use(series.replace(window=3))
    assert document.project.preparation == as_they_come
    assert "scaled" not in told()
    document.undo_stack.setIndex(0)
    assert document.project.preparation == before


def test_all_that_takes_the_focus_has_a_name(small_window):
    for action in ("draw_points", "sketch_function", "import_pictures"):
        small_window.actions_by_id[action].trigger()
        dialog = opened(small_window, action)
        assert len(names(dialog)) > 4
        if action != "import_pictures":
            assert dialog.area.accessibleName()
            assert dialog.area.accessibleDescription()
        dialog.reject()
