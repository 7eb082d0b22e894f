"""File > New from template: another project in place of the open one, which is never lost unasked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from engine.errors import Message, ProjectError
from engine.project import load, load_example
from engine.runs import stored
from gui import files
from gui.dialogs.gallery import Gallery
from gui.snapshot import State

K, M = Qt.Key, Qt.KeyboardModifier


def open_gallery(small_window) -> Gallery:
    QTest.keyClick(small_window, K.Key_N, M.ControlModifier | M.ShiftModifier)
    return small_window.findChild(Gallery)


def choose(gallery: Gallery, text: str) -> None:
    QTest.keyClicks(gallery.search, text)
    QTest.keyClick(gallery.search, K.Key_Return)


def test_a_template_opens_as_a_new_project_without_a_file(small_window, qtbot, tmp_path):
    small_window.document.save(tmp_path / "mine.rambat")
    choose(open_gallery(small_window), "transformer")
    assert small_window.document.graph == load_example("transformer").graph
    assert small_window.document.path is None
    assert small_window.document.name == "Transformer block"
    assert not small_window.document.modified
    qtbot.waitUntil(lambda: small_window.session.can_run)


def test_unsaved_work_is_asked_about_and_kept(small_window, questions):
    small_window.canvas.add_layer("Dense")
    before = small_window.document.graph.copy()
    choose(open_gallery(small_window), "transformer")
    assert len(questions) == 1
    assert questions == [
        "Save the changes to this project?\nOtherwise the last changes are lost. The project is in no file yet."
    ]
    assert small_window.document.graph == before


def test_what_would_be_lost_is_said_and_what_the_file_keeps(small_window, questions, tmp_path):
    document = small_window.document
    document.save(tmp_path / "mine.rambat")
    document.mark_trained()
    assert not small_window.files.may_leave()
    small_window.canvas.add_layer("Dense")
    assert not small_window.files.may_leave()
    assert [question.partition("\n")[2] for question in questions] == [
        "Otherwise what was learned last is lost. mine.rambat stays as it was saved.",
        "Otherwise the last changes and what was learned last are lost. mine.rambat stays as it was saved.",
    ]


def test_a_template_that_cannot_be_read_leaves_the_open_project(small_window, questions, monkeypatch):
    def fail(name):
        raise ProjectError(Message("There is no file {path}.", path="lost.csv"))

    monkeypatch.setattr(files, "load_example", fail)
    before = small_window.document.graph.copy()
    choose(open_gallery(small_window), "iris")
    assert questions == ["This template cannot be opened\nThere is no file lost.csv."]
    assert small_window.document.graph == before


def test_an_empty_canvas_leads_to_the_templates(small_window):
    link = small_window.canvas.hint.link
    assert not link.isVisible()
    small_window.document.select_all()
    small_window.canvas.setFocus()
    QTest.keyClick(small_window.canvas, K.Key_Delete)
    assert link.isVisible()
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert small_window.findChild(Gallery).isVisible()
    small_window.findChild(Gallery).reject()
    small_window.document.undo_stack.undo()
    assert not link.isVisible()


@pytest.mark.parametrize("name", ["autoencoder", "two_inputs", "residual", "transformer"])
def test_a_template_runs_at_once(small_window, qtbot, name):
    small_window.files.open_example(name)
    assert small_window.document.inference.problems == ()
    qtbot.waitUntil(lambda: small_window.session.can_run)
    small_window.session.step_batch()
    qtbot.waitUntil(lambda: small_window.session.state is State.PAUSED)
    assert small_window.session.last_snapshot.step == 1


def test_weights_are_exported_without_a_preparation_that_is_not_loaded(small_window, monkeypatch, tmp_path, qtbot):
    qtbot.waitUntil(lambda: small_window.session.network is not None and small_window.session.data is not None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "w.npz"), ""))
    small_window.session._loader.data = None  # as while they are being loaded
    small_window.files.export_weights()
    assert (
        small_window.statusBar().currentMessage().endswith("without the preparation of the data: they are not loaded.")
    )
    assert set(np.load(tmp_path / "w.npz").files) == set(small_window.session.network.state_dict())


def test_a_file_is_offered_beside_the_project_or_where_one_went_last(small_window, monkeypatch, tmp_path):
    offered = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _window, _title, place, _filters: (offered.append(place), ("", ""))[1]
    )
    small_window.files.save_as()
    assert Path(offered[-1]).is_absolute(), "not where the program was started"
    (tmp_path / "last").mkdir()
    small_window.settings.last_folder = str(tmp_path / "last")
    small_window.files.save_as()
    assert Path(offered[-1]).parent == tmp_path / "last"
    (tmp_path / "mine").mkdir()
    small_window.document.save(tmp_path / "mine" / "net.rambat")
    small_window.files.export_weights()
    assert Path(offered[-1]) == tmp_path / "mine" / "net.npz"
    (tmp_path / "last").rmdir()
    assert Path(small_window.settings.last_folder).is_dir(), "a folder that is gone is none"


def test_a_saved_project_keeps_its_runs_and_those_without_room_are_told(small_window, qtbot, monkeypatch, tmp_path):
    session, path = small_window.session, tmp_path / "mine.rambat"
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    for count in (1, 2):
        QTest.keyClick(small_window.canvas, K.Key_B, M.ControlModifier | M.ShiftModifier)
        qtbot.waitUntil(lambda: session.state is State.PAUSED)
        QTest.keyClick(small_window.canvas, K.Key_S, M.ControlModifier)
        assert [run.number for run in load(path).runs] == list(range(1, count + 1))
        QTest.keyClick(small_window.canvas, K.Key_R, M.ControlModifier)
        qtbot.waitUntil(lambda: session.at_hand.number == 0 and session.can_run)
    assert small_window.statusBar().currentMessage() == "The project is saved in mine.rambat."
    monkeypatch.setattr(stored, "MOST_BYTES", stored._size(session.runs[1]))
    small_window.document.mark_trained()
    QTest.keyClick(small_window.canvas, K.Key_S, M.ControlModifier)
    assert [run.number for run in load(path).runs] == [2]
    assert "; 1 without a star, the oldest, are not in it." in small_window.statusBar().currentMessage()
