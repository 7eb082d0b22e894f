"""The page before it is printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.canvas.scene import NetworkScene
from gui.dialogs.print_drawing import PrintChoice, PrintDrawingDialog
from gui.document import Document
from gui.drawing.drawing import DrawingOptions
from tests.gui.projects import moons

Orientation = QPageLayout.Orientation


@pytest.fixture
def dialog(qapp, qtbot):
    scene = NetworkScene(Document(moons()))
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), Orientation.Portrait, QMarginsF(36, 36, 36, 36))
    dialog = PrintDrawingDialog(scene.document.project, scene.wires, "Moons", page, None)
    dialog.scene = scene
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def inked(picture):
    """The rectangle around all that is not white, as shares of the page."""
    points = [
        (x / picture.width(), y / picture.height())
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).lightness() < 250
    ]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def test_a_wide_drawing_lies_on_a_wide_page_within_its_margins(dialog):
    picture = dialog.preview._picture
    assert picture.width() > picture.height()
    left, top, right, bottom = inked(picture)
    assert left > 36 / 842 - 0.01
    assert right < 1 - 36 / 842 + 0.01
    assert abs((left + right) / 2 - 0.5) < 0.05
    assert abs((top + bottom) / 2 - 0.5) < 0.1


def test_the_page_can_be_turned_and_the_title_left_out(dialog, qtbot):
    QTest.keyClick(dialog.orientation, Qt.Key.Key_Down)
    assert dialog.preview._picture.width() < dialog.preview._picture.height()
    dialog.with_title.click()
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    with qtbot.waitSignal(dialog.chosen) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [PrintChoice(DrawingOptions(background=False), False, Orientation.Portrait)]
