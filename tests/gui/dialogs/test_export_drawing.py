"""What an exported drawing shows, chosen with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engine.graph import Edge
from gui.canvas.scene import NetworkScene
from gui.dialogs.export_drawing import DrawingChoice, ExportDrawingDialog
from gui.document import Document
from gui.drawing.drawing import DrawingOptions
from tests.gui.projects import moons


@pytest.fixture
def scene(qapp):
    return NetworkScene(Document(moons()))


def opened(qtbot, scene) -> ExportDrawingDialog:
    dialog = ExportDrawingDialog(scene.document.project, scene.wires, "Moons", None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def press(box) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))


def accept(dialog) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_usual_picture_is_plain(qtbot, scene):
    dialog = opened(qtbot, scene)
    assert not dialog.gradients.isEnabled()
    with qtbot.waitSignal(dialog.chosen) as told:
        accept(dialog)
    assert told.args == [DrawingChoice(DrawingOptions(), False, 2)]
    assert not dialog.isVisible()


def test_everything_can_be_chosen(qtbot, scene):
    scene.wires.observe({Edge("dense_1", "dense_2"): 0.1})
    dialog = opened(qtbot, scene)
    assert dialog.gradients.isChecked()
    assert not dialog.title.isEnabled()
    for box in (dialog.with_title, dialog.legend, dialog.gradients, dialog.transparent):
        press(box)
    QTest.keyClicks(dialog.title, " and more")
    dialog.scale.setFocus()
    QTest.keyClick(dialog.scale, Qt.Key.Key_Down)
    assert dialog.choice() == DrawingChoice(DrawingOptions("Moons and more", True, False), False, 3)


def test_the_preview_follows_and_sizes_tell_the_pixels(qtbot, scene):
    dialog = opened(qtbot, scene)
    before, size = dialog.preview.grab().toImage(), dialog.scale.currentText()
    press(dialog.legend)
    assert dialog.preview.grab().toImage() != before
    assert dialog.scale.currentText() != size
    width = int(dialog.scale.itemText(0).split(" × ")[0])
    assert int(dialog.scale.itemText(3).split(" × ")[0]) == pytest.approx(4 * width, abs=2)


def test_escape_exports_nothing(qtbot, scene):
    dialog = opened(qtbot, scene)
    with qtbot.assertNotEmitted(dialog.chosen):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
