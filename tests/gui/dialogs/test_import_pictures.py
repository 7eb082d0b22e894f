"""Pictures are chosen, seen and taken, and what goes wrong is told, with mouse and keys."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from engine.data import ArrayFile
from gui.dialogs import import_pictures
from gui.dialogs.import_pictures import ImportPicturesDialog
from gui.pictures.reading import Progress
from gui.worker import Worker
from tests.gui.pictures.files import save

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot):
    worker = Worker()
    dialog = ImportPicturesDialog(worker, "", None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    yield dialog
    dialog.reject()
    worker.close()


@pytest.fixture
def folder(tmp_path):
    for number in range(3):
        save(tmp_path / "cat" / f"{number}.png", "#000000")
    save(tmp_path / "dog" / "only.png", "#FFFFFF")
    (tmp_path / "dog" / "notes.txt").write_text("none")
    return tmp_path


def type_path(dialog, path):
    dialog.path.setFocus()
    dialog.path.selectAll()
    QTest.keyClicks(dialog.path, str(path))
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)


def test_a_folder_is_typed_read_and_used(dialog, folder, qtbot):
    assert not dialog.use_button.isEnabled()
    type_path(dialog, folder)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.imported is not None)
    told = dialog.state.text().splitlines()
    assert told[0] == "4 pictures of 28×28×1 in 2 classes."
    assert told[1].endswith("training and validation both: dog.")
    assert dialog.left_out.item(0).text().startswith("1 × It is no picture")
    assert dialog.left_out.item(1).text().strip() == "dog/notes.txt"
    assert dialog.left_out_title.text() == "1 LEFT OUT"
    assert dialog.grid.accessibleDescription() == "cat: 3, dog: 1"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    source, where = chosen.args
    assert source.classes == ("cat", "dog")
    assert where == str(folder.parent)
    assert not dialog.isVisible()


def test_another_size_and_colours_read_anew(dialog, folder, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    QTest.mouseClick(dialog.folder_button, LEFT)
    qtbot.waitUntil(lambda: dialog.imported is not None)
    dialog.height_box.setFocus()
    dialog.height_box.selectAll()
    QTest.keyClicks(dialog.height_box, "10")
    QTest.keyClick(dialog.height_box, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.imported is None
    assert not dialog.use_button.isEnabled()
    dialog.colour.setFocus()
    QTest.keyClick(dialog.colour, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.imported is not None)
    assert dialog.imported.source.shape.inputs == (10, 28, 3)
    cropped = dialog.imported.source
    dialog.fit.setFocus()
    QTest.keyClick(dialog.fit, Qt.Key.Key_Down)
    assert dialog.imported is None
    qtbot.waitUntil(lambda: dialog.imported is not None)
    assert dialog.imported.source.shape.inputs == (10, 28, 3)
    assert dialog.imported.source == cropped  # each of one colour, and so are its margins


def test_arrays_of_a_file_keep_their_size(dialog, tmp_path, qtbot, monkeypatch):
    np.savez(tmp_path / "data.npz", x=np.eye(5), y=np.array([0, 1, 1, 0, 2]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "data.npz"), ""))
    QTest.mouseClick(dialog.file_button, LEFT)
    qtbot.waitUntil(lambda: dialog.imported is not None)
    assert isinstance(dialog.imported.source, ArrayFile)
    assert dialog.state.text().startswith("5 samples of 5 in 3 classes.")
    assert not dialog.height_box.isEnabled()
    shared = {"x_train": np.zeros((4, 5, 5), np.uint8), "x_test": np.ones((2, 5, 5), np.uint8)}
    np.savez(tmp_path / "parts.npz", **shared, y_train=[0, 1, 0, 1], y_test=[0, 1])
    type_path(dialog, tmp_path / "parts.npz")
    qtbot.waitUntil(lambda: dialog.imported is not None)
    told = "4 for training, of which some are held out for validation, and 2 for the test."
    assert dialog.state.text().splitlines()[1] == told
    np.savez(tmp_path / "series.npz", np.arange(1200.0))
    type_path(dialog, tmp_path / "series.npz")
    qtbot.waitUntil(lambda: dialog.imported is not None)
    assert dialog.state.text().startswith("1\N{NARROW NO-BREAK SPACE}200 values in their order")
    type_path(dialog, tmp_path)
    assert dialog.height_box.isEnabled()


def test_what_cannot_be_read_is_told_and_may_be_mended(dialog, folder, qtbot):
    type_path(dialog, folder / "nothing")
    qtbot.waitUntil(lambda: dialog.state.property("role") == "error")
    assert dialog.state.text().startswith(str(folder / "nothing"))
    assert not dialog.use_button.isEnabled()
    type_path(dialog, folder)
    qtbot.waitUntil(lambda: dialog.imported is not None)
    assert dialog.state.property("role") == "muted"


def test_reading_is_seen_and_stopped(dialog, folder, qtbot, monkeypatch):
    def slowly(_path, _options):
        for number in range(1000):
            time.sleep(0.01)
            yield Progress(number, 1000)

    monkeypatch.setattr(import_pictures, "read", slowly)
    type_path(dialog, folder)
    qtbot.waitUntil(lambda: dialog.progress.value() > 0)
    assert dialog.state.text().startswith("Reading ")
    assert dialog.progress.maximum() == 1000
    QTest.mouseClick(dialog.stop_button, LEFT)
    assert dialog.state.text().startswith("Stopped.")
    assert dialog.progress.isHidden()
    monkeypatch.undo()
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.imported is not None)
