"""Boards that are shown, and hands that draw on them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data import PaintedPoints, SketchedCurve
from gui import theme
from gui.dialogs.by_hand.points_dialog import DrawPointsDialog
from gui.dialogs.by_hand.sketch_dialog import SketchFunctionDialog


@pytest.fixture
def show(qapp, qtbot):
    theme.apply(qapp, theme.LIGHT)
    boards = []

    def shown(dialog):
        boards.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        dialog.area.setFocus()
        return dialog

    yield shown
    for dialog in boards:
        dialog.hide()  # closing would ask
        dialog.deleteLater()


@pytest.fixture
def painter(show):
    return show(DrawPointsDialog(PaintedPoints(), None))


@pytest.fixture
def sketcher(show):
    return show(SketchFunctionDialog(SketchedCurve(smoothing=0.0, noise=0.0), None))


@pytest.fixture
def draw():
    def drag(area, *places, button=Qt.MouseButton.LeftButton):
        pixels = [area.pixel(*place).toPoint() for place in places]
        QTest.mousePress(area, button, pos=pixels[0])
        for pixel in pixels[1:]:
            QTest.mouseMove(area, pixel)
        QTest.mouseRelease(area, button, pos=pixels[-1])

    return drag
