"""Folders and files dropped on the window open what reads them; of the rest it is told what can be dropped."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog

from gui.table_import.assistant import TableAssistant
from tests.gui.canvas import hands
from tests.gui.canvas.hands import entering
from tests.gui.pictures.files import save

LEFT, COPY, NO_KEY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


def carried(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(widget, mime):
    """Let go of something at the edge of a window."""
    enter = entering(mime, QPoint(5, 5))
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), COPY, mime, LEFT, NO_KEY))
    return enter.isAccepted()


def dialog_of(window):
    return next((each for each in window.findChildren(QDialog, "import_pictures") if each.isVisible()), None)


@pytest.fixture
def files(tmp_path):
    for kind in ("apel", "pisang"):
        for number in range(2):
            save(tmp_path / "buah" / kind / f"{number}.png")
    np.savez(tmp_path / "angka.npz", x=np.zeros((4, 3, 3), np.uint8), y=np.array([0, 1, 0, 1]))
    images, labels = tmp_path / "train-images-idx3-ubyte", tmp_path / "train-labels-idx1-ubyte"
    images.write_bytes(struct.pack(">IIII", 0x803, 2, 2, 2) + bytes(range(8)))
    labels.write_bytes(struct.pack(">II", 0x801, 2) + bytes([3, 5]))
    return tmp_path


def test_pictures_are_dropped_as_folder_arrays_or_idx_files(qtbot, small_window, files):
    idx = sorted(files.glob("*ubyte"))
    for paths, count in (((files / "buah",), "4 pictures"), ((files / "angka.npz",), "4"), (idx, "2 pictures")):
        assert hands.drop(small_window.canvas, carried(*paths), QPoint(300, 300))
        qtbot.waitUntil(lambda: dialog_of(small_window) is not None)
        dialog = dialog_of(small_window)
        qtbot.waitUntil(lambda dialog=dialog: dialog.imported is not None)
        assert dialog.state.text().startswith(count)
        dialog.reject()


def test_beside_the_canvas_and_on_the_open_dialog_too(qtbot, small_window, files):
    assert drop(small_window, carried(files / "angka.npz"))
    qtbot.waitUntil(lambda: dialog_of(small_window) is not None)
    dialog = dialog_of(small_window)
    assert not drop(dialog, carried(files / "titik.csv")), "a table is nothing for pictures"
    assert drop(dialog, carried(files / "buah"))
    qtbot.waitUntil(lambda: dialog.imported is not None)
    assert dialog.path.text() == str(files / "buah")
    dialog.reject()


def test_what_nothing_opens_is_told_beside_the_canvas(small_window, files):
    assert not drop(small_window, carried(files / "lagu.mp3"))
    assert small_window.statusBar().currentMessage().startswith("lagu.mp3 cannot be dropped here. Drop a layer")
    assert not drop(small_window, carried(files / "buah" / "apel", files / "buah" / "pisang"))
    assert "one folder with a sub-folder for each class" in small_window.statusBar().currentMessage()
    assert small_window.findChild(TableAssistant) is None
