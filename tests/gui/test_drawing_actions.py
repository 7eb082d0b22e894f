"""The File menu in the whole window: begin with a template, and take the drawing away as a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from engine.errors import Message, ProjectError
from engine.layers import Dense
from engine.project import load_example
from gui import files, i18n, theme
from gui.dialogs.export_drawing import ExportDrawingDialog
from gui.dialogs.gallery import Gallery
from gui.document import Document
from gui.main_window import MainWindow
from tests.gui.projects import moons

K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qapp, qtbot):
    theme.apply(qapp, theme.LIGHT)
    opened = MainWindow(Document(moons()))
    opened.resize(1280, 720)
    with qtbot.waitExposed(opened):
        opened.show()
    opened.activateWindow()
    yield opened
    opened.session.close()
    opened.hide()
    opened.deleteLater()
    i18n.install(qapp, "en")


@pytest.fixture
def questions(monkeypatch):
    """Every box is answered with Cancel; what they said comes back."""
    asked = []

    def exec_box(box):
        asked.append(f"{box.text()}\n{box.informativeText()}")
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", exec_box)
    return asked


def open_gallery(window) -> Gallery:
    QTest.keyClick(window, K.Key_N, M.ControlModifier | M.ShiftModifier)
    return window.findChild(Gallery)


def choose(gallery: Gallery, text: str) -> None:
    QTest.keyClicks(gallery.search, text)
    QTest.keyClick(gallery.search, K.Key_Return)


def test_a_template_opens_as_a_new_project_without_a_file(window, qtbot, tmp_path):
    window.document.save(tmp_path / "mine.rambat")
    choose(open_gallery(window), "transformer")
    assert window.document.graph == load_example("transformer").graph
    assert window.document.path is None
    assert window.document.name == "Transformer block"
    assert not window.document.modified
    qtbot.waitUntil(lambda: window.session.can_run, timeout=30_000)


def test_unsaved_work_is_asked_about_and_kept(window, questions):
    window.canvas.add_layer("Dense")
    before = window.document.graph.copy()
    choose(open_gallery(window), "transformer")
    assert len(questions) == 1
    assert "Save the changes" in questions[0]
    assert window.document.graph == before


def test_a_template_that_cannot_be_read_leaves_the_open_project(window, questions, monkeypatch):
    def fail(name):
        raise ProjectError(Message("There is no file {path}.", path="lost.csv"))

    monkeypatch.setattr(files, "load_example", fail)
    before = window.document.graph.copy()
    choose(open_gallery(window), "iris")
    assert questions == ["This template cannot be opened\nThere is no file lost.csv."]
    assert window.document.graph == before


def test_an_empty_canvas_leads_to_the_templates(window):
    link = window.canvas.hint.link
    assert not link.isVisible()
    window.document.select_all()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, K.Key_Delete)
    assert link.isVisible()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.findChild(Gallery).isVisible()
    window.findChild(Gallery).reject()
    window.document.undo_stack.undo()
    assert not link.isVisible()


def export(window, monkeypatch, name: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (name, "SVG (*.svg)"))
    window.actions_by_id["export_drawing"].trigger()
    dialog = window.findChild(ExportDrawingDialog)
    button = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG")])
def test_export_writes_what_the_name_asks_for(window, monkeypatch, tmp_path, name, start):
    export(window, monkeypatch, str(tmp_path / name))
    assert (tmp_path / name).read_bytes().startswith(start)
    assert name in window.statusBar().currentMessage()


def test_a_name_without_a_suffix_gets_that_of_the_filter(window, monkeypatch, tmp_path):
    export(window, monkeypatch, str(tmp_path / "a"))
    assert (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(("name", "told"), [("a.gif", "written as .svg"), ("none/a.svg", "could not be written")])
def test_what_cannot_be_written_is_told_once(window, monkeypatch, tmp_path, questions, name, told):
    export(window, monkeypatch, str(tmp_path / name))
    (asked,) = questions
    assert asked.startswith("The drawing was not exported")
    assert told in asked


def test_copy_puts_the_whole_drawing_on_the_clipboard(window, qtbot):
    window.document.select_all()
    QTest.keyClick(window, K.Key_C, M.ControlModifier | M.AltModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"Dense</text>" in bytes(data.data("image/svg+xml").data())
    assert "clipboard" in window.statusBar().currentMessage()


def test_print_asks_for_a_printer_and_prints_one_page(window, monkeypatch, tmp_path):
    asked = []

    def exec_dialog(dialog):
        printer = dialog.printer()
        asked.append(printer.pageLayout().orientation())
        printer.setOutputFileName(str(tmp_path / "page.pdf"))
        return True

    monkeypatch.setattr(QPrintDialog, "exec", exec_dialog)
    QTest.keyClick(window, K.Key_P, M.ControlModifier)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert [orientation.name for orientation in asked] == ["Landscape"]


def test_print_that_is_called_off_prints_nothing(window, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: False)
    QTest.keyClick(window, K.Key_P, M.ControlModifier)
    assert window.statusBar().currentMessage() == ""


def test_an_empty_canvas_offers_no_picture(window):
    actions = [window.actions_by_id[name] for name in ("export_drawing", "copy_drawing", "print")]
    assert all(action.isEnabled() for action in actions)
    window.document.select_all()
    window.document.delete_selection("Delete")
    assert not any(action.isEnabled() for action in actions)
    window.canvas._add(Dense(units=1), window.canvas.mapToScene(20, 20))
    assert all(action.isEnabled() for action in actions)
