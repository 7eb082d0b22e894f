"""A table of people's own comes into the project as one undo step, and its columns are changed later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.panels.data import DataPanel
from gui.table_import.assistant import TableAssistant
from tests.gui.canvas.hands import drop, entering

LEFT = Qt.MouseButton.LeftButton
TEXT = "x,z,bagian,kelas\n" + "".join(
    f"{n / 7:.2f},{n % 5},{('latih', 'latih', 'latih', 'uji', 'validasi')[n % 5]},{'abc'[n % 3]}\n" for n in range(60)
)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "titik.csv"
    path.write_text(TEXT)
    return path


def mime(path):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    return carried


def opened(qtbot, window) -> TableAssistant:
    qtbot.waitUntil(lambda: window.findChild(TableAssistant) is not None)
    assistant = window.findChild(TableAssistant)
    qtbot.waitUntil(assistant.use.isEnabled)
    return assistant


def gone(window):
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    return window.findChild(TableAssistant) is None


def test_a_table_dropped_on_the_canvas_is_one_step_and_edited_without_its_file(qtbot, small_window, table):
    window, stack = small_window, small_window.document.undo_stack
    before = window.document.project.data, window.document.project.preparation
    assert not window.actions_by_id["edit_columns"].isEnabled()
    assert drop(window.canvas, mime(table), QPoint(300, 300))
    assistant = opened(qtbot, window)
    QTest.keyClick(assistant, Qt.Key.Key_Return)
    project = window.document.project
    assert (stack.count(), stack.undoText()) == (1, "Use Table")
    assert window.statusBar().currentMessage().startswith(f"The network learns from this now: {table.name}.")
    assert project.data.shape.inputs == (2,)
    assert project.preparation.split == "by_column"
    qtbot.waitUntil(lambda: gone(window))

    table.unlink()
    window._docks["data"].show()
    window._docks["data"].raise_()
    QTest.mouseClick(window.findChild(DataPanel).edit_columns, LEFT)
    assistant = opened(qtbot, window)
    assert assistant.format.isHidden()
    assistant.preview.choose([2])
    assistant.form.role.setFocus()
    QTest.keyClick(assistant.form.role, Qt.Key.Key_Up)
    assert assistant.form.role.value == "ignore"
    qtbot.waitUntil(assistant.use.isEnabled)
    QTest.mouseClick(assistant.use, LEFT)
    assert (stack.count(), stack.undoText()) == (2, "Edit columns")
    assert window.document.project.preparation.split == before[1].split

    stack.undo()
    stack.undo()
    assert (window.document.project.data, window.document.project.preparation) == before


def test_a_table_may_be_dropped_beside_the_canvas_and_left_out_again(qtbot, small_window, table):
    window, carried = small_window, mime(table)
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = entering(carried, QPoint(5, 5))
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), action, carried, LEFT, keys))
    assistant = opened(qtbot, window)
    QTest.keyClick(assistant, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: gone(window))
    assert window.document.undo_stack.count() == 0
    for name in ("picture.png", "titik.rambat"):
        carried = mime(table.with_name(name))  # an event does not keep what it carries
        other = entering(carried, QPoint(5, 5))
        QApplication.sendEvent(window, other)
        assert other.isAccepted() is name.endswith("rambat")


def test_the_menu_asks_for_a_file(qtbot, small_window, table, monkeypatch):
    from PySide6.QtWidgets import QFileDialog

    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: asked.append(args[3]) or (str(table), ""))
    QTest.keyClick(small_window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assistant = opened(qtbot, small_window)
    assert "*.csv *.tsv *.txt *.xlsx" in asked[0]
    QTest.mouseClick(assistant.use, LEFT)
    assert small_window.document.project.data.origin_file == "titik.csv"
    assert small_window.settings.last_folder == str(table.parent)
