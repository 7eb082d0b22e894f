"""The File menu and the drawing: exported, copied and printed from the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from engine.layers import Dense
from gui.dialogs.export_drawing import ExportDrawingDialog
from gui.dialogs.print_drawing import PrintDrawingDialog

K, M = Qt.Key, Qt.KeyboardModifier


def export(small_window, monkeypatch, name: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (name, "SVG (*.svg)"))
    small_window.actions_by_id["export_drawing"].trigger()
    dialog = small_window.findChild(ExportDrawingDialog)
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def print_from(small_window) -> None:
    QTest.keyClick(small_window, K.Key_P, M.ControlModifier)
    dialog = small_window.findChild(PrintDrawingDialog)
    assert dialog.isVisible(), "the page is shown first"
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG")])
def test_export_writes_what_the_name_asks_for(small_window, monkeypatch, tmp_path, name, start):
    export(small_window, monkeypatch, str(tmp_path / name))
    assert (tmp_path / name).read_bytes().startswith(start)
    assert name in small_window.statusBar().currentMessage()


def test_a_name_without_a_suffix_gets_that_of_the_filter(small_window, monkeypatch, tmp_path):
    export(small_window, monkeypatch, str(tmp_path / "a"))
    assert (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(("name", "told"), [("a.gif", "written as .svg"), ("none/a.svg", "could not be written")])
def test_what_cannot_be_written_is_told_once(small_window, monkeypatch, tmp_path, questions, name, told):
    export(small_window, monkeypatch, str(tmp_path / name))
    (asked,) = questions
    assert asked.startswith("The drawing was not exported")
    assert told in asked


def test_copy_puts_the_whole_drawing_on_the_clipboard(small_window, qtbot):
    small_window.document.select_all()
    QTest.keyClick(small_window, K.Key_C, M.ControlModifier | M.AltModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"Dense</text>" in bytes(data.data("image/svg+xml").data())
    assert "clipboard" in small_window.statusBar().currentMessage()


def test_print_asks_for_a_printer_and_prints_one_page(small_window, monkeypatch, tmp_path):
    asked = []

    def exec_dialog(dialog):
        printer = dialog.printer()
        asked.append(printer.pageLayout().orientation())
        printer.setOutputFileName(str(tmp_path / "page.pdf"))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", exec_dialog)
    print_from(small_window)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert [orientation.name for orientation in asked] == ["Landscape"]


def test_print_that_is_called_off_prints_nothing(small_window, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: False)
    print_from(small_window)
    assert small_window.statusBar().currentMessage() == ""


def test_an_empty_canvas_offers_no_picture(small_window):
    actions = [small_window.actions_by_id[name] for name in ("export_drawing", "copy_drawing", "print")]
    assert all(action.isEnabled() for action in actions)
    small_window.document.select_all()
    small_window.document.delete_selection("Delete")
    assert not any(action.isEnabled() for action in actions)
    small_window.canvas.add_at(Dense(units=1), small_window.canvas.mapToScene(20, 20))
    assert all(action.isEnabled() for action in actions)
