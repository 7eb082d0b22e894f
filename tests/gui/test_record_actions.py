"""The File menu's animation: by key from the question to the file, given up, and written elsewhere where it must be."""

from __future__ import annotations

import re

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow, QMessageBox, QWidget

from engine.project import load_example
from gui.dialogs.record import RecordChoice, RecordDialog
from gui.docks import DOCKS
from gui.document import Document
from gui.record_actions import RecordActions
from gui.recording.unison import Unison
from gui.settings import Settings
from gui.snapshot import State
from tests.gui.projects import moons

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def answer(monkeypatch):
    """Files that are named one after the other, "" for none."""
    names = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(names.pop(0)), "GIF (*.gif)"))
    return names


@pytest.fixture
def bare(qtbot):
    """A window with nothing in it but a part to record."""
    window, canvas = QMainWindow(), QWidget()
    window.setCentralWidget(canvas)
    docks = {spec.name: QDockWidget() for spec in DOCKS}
    recording = RecordActions(window, canvas, Document(moons()), Settings(), docks)
    qtbot.addWidget(window)
    window.resize(200, 150)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    recording.told = []
    recording.done.connect(recording.told.append)
    yield recording
    recording.close()
    for dock in docks.values():
        dock.deleteLater()


def start(recording, qtbot):
    recording._ask_where(RecordChoice((recording._canvas,), 20))
    qtbot.waitUntil(lambda: recording.recorder is not None and recording.recorder.reel.count >= 2)


def test_the_same_key_begins_and_ends_it_while_the_run_goes_on(qtbot, small_window, answer, tmp_path):
    window = small_window
    answer.append(tmp_path / "run.gif")
    qtbot.waitUntil(lambda: window.session.can_run and window.session.network is not None)
    QTest.keyClick(window, Qt.Key.Key_A, KEYS)
    dialog = window.findChild(RecordDialog)
    assert [title for title, box in dialog.parts.items() if box.isChecked()] == ["Canvas", "Loss", "Decision boundary"]
    QTest.keyClick(dialog.parts["Canvas"], Qt.Key.Key_Space)
    widest = max(window._docks[name].width() for name in ("plot_loss", "plot_boundary"))
    place, height = window.timeline.y(), window.statusBar().height()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.recording.sign.isVisible()
    qtbot.waitUntil(lambda: window.recording.recorder.reel.count >= 1)
    window.session.run()
    curve = window._docks["plot_loss"].widget().training_curve
    qtbot.waitUntil(lambda: len(curve.getData()[0]) > 1)
    taken = window.recording.recorder.reel.count
    qtbot.waitUntil(lambda: window.recording.recorder.reel.count >= taken + 3)
    assert re.fullmatch(r"\d:\d\d / 2:00", window.recording.sign.text())
    assert (window.timeline.y(), window.statusBar().height()) == (place, height), "nothing moves for it"
    assert window.session.state is State.RUNNING
    assert "Press to end it" in window.recording.sign.accessibleName()
    with qtbot.waitActive(window):  # offscreen, no window is active once a dialog has gone
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_A, KEYS)
    qtbot.waitUntil(lambda: window.recording.recorder is None)
    assert window.statusBar().currentMessage().startswith("The animation is written to run.gif")
    assert not window.recording.sign.isVisible()
    window.session.pause()
    qtbot.waitUntil(lambda: window.session.state is not State.RUNNING)
    with Image.open(tmp_path / "run.gif") as gif:
        assert gif.n_frames >= 2
        assert gif.width == widest
    assert [path.name for path in tmp_path.iterdir() if path.name != "user"] == ["run.gif"]


def test_every_frame_of_a_run_at_full_speed_shows_one_moment(qtbot, small_window, answer, tmp_path, monkeypatch):
    window, session = small_window, small_window.session
    answer.append(tmp_path / "run.gif")
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    docks = [window._docks[name] for name in ("plot_loss", "plot_boundary")]
    loss, boundary = (dock.widget() for dock in docks)
    drawn, frames = [], []
    monkeypatch.setattr(boundary, "show_snapshot", drawn.append)
    window.recording._ask_where(RecordChoice((window.canvas, *docks), 20))
    recorder = window.recording.recorder
    shoot = recorder._shoot

    def look():
        if session.state is State.RUNNING and drawn and session.history.epochs:
            frames.append((loss.note.text(), drawn[-1].figures.epoch))
        return shoot()

    monkeypatch.setattr(recorder, "_shoot", look)
    window.document.set_pace(0)
    session.run()
    qtbot.waitUntil(lambda: len({epoch for _, epoch in frames if epoch}) >= 4)
    assert all(told == f"Epoch {epoch}" for told, epoch in frames if epoch)
    session.pause()
    qtbot.waitUntil(lambda: loss.note.text() == f"Epoch {session.history.epochs}" and not session.wishes.is_under_way)
    window.recording.close()
    assert not loss.held, "each draws again when it likes"
    qtbot.waitUntil(lambda: window.recording.findChild(Unison) is None)


def test_a_boundary_is_offered_only_where_the_data_have_one(qtbot, small_window):
    window = small_window
    window.document.replace(load_example("iris"))
    qtbot.waitUntil(lambda: window.session.data is not None and window.session.network is not None)
    QTest.keyClick(window, Qt.Key.Key_A, KEYS)
    offered = window.findChild(RecordDialog).parts
    assert "Loss" in offered
    assert "Decision boundary" not in offered
    QTest.keyClick(window.findChild(RecordDialog), Qt.Key.Key_Escape)


def test_a_press_on_the_dot_ends_it_and_another_gives_it_up(qtbot, bare, answer, tmp_path):
    answer.append(tmp_path / "run.gif")
    start(bare, qtbot)
    folder = bare.recorder.reel.folder
    QTest.mouseClick(bare.sign, Qt.MouseButton.LeftButton)
    assert bare.writing is not None
    assert bare.sign.text().startswith("Writing the animation")
    bare.toggle()
    assert bare.told[-1] == "The animation before is still being written."
    QTest.mouseClick(bare.sign, Qt.MouseButton.LeftButton)
    assert bare.told[-1] == "The animation was given up."
    assert (bare.recorder, bare.writing) == (None, None)
    assert not folder.exists()
    assert [path.name for path in tmp_path.iterdir() if path.name != "user"] == []


def test_a_place_that_cannot_be_written_is_told_before_anything_is_recorded(bare, answer, questions, tmp_path):
    (tmp_path / "folder.gif").mkdir()
    for name, told in (
        ("run.mp4", "An animation is written as .gif, .png."),
        ("none/run.gif", "No such file or directory"),
        ("folder.gif", "is a folder"),
    ):
        answer.append(tmp_path / name)
        bare._ask_where(RecordChoice((bare._canvas,), 20))
        assert told in questions[-1]
        assert bare.recorder is None
    answer.append("")
    bare._ask_where(RecordChoice((bare._canvas,), 20))
    assert bare.recorder is None


def test_what_could_not_be_written_goes_elsewhere(qtbot, bare, answer, questions, tmp_path):
    """The folder has gone meanwhile."""
    gone = tmp_path / "gone"
    gone.mkdir()
    answer += [gone / "run.gif", tmp_path / "here.png"]
    start(bare, qtbot)
    gone.rmdir()
    bare.toggle()
    assert "The animation was not written" in questions[-1]
    qtbot.waitUntil(lambda: bare.recorder is None)
    assert len(list(tmp_path.glob("here-*.png"))) >= 2
    assert "pictures are written, from here-0001.png on" in bare.told[-1]


def test_the_window_asks_before_it_closes_on_a_recording(qtbot, bare, answer, monkeypatch, tmp_path):
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answers.pop(0))
    assert bare.may_leave(), "nothing is recorded"
    answer.append(tmp_path / "run.gif")
    start(bare, qtbot)
    assert not bare.may_leave()
    assert bare.recorder.running
    assert bare.may_leave()
    assert bare.recorder is None


def test_all_lines_of_the_note_are_to_be_seen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = RecordDialog(window, {f"Part {n}": window for n in range(6)}, [window], "Ctrl+Alt+A " * 12, window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.told.height() >= dialog.told.heightForWidth(dialog.told.width())


def test_nothing_ticked_is_nothing_to_record(qtbot):
    window, canvas = QWidget(), QWidget()
    window.resize(300, 200)
    canvas.resize(100, 80)
    dialog = RecordDialog(window, {"Canvas": canvas}, [canvas], "Ctrl+Alt+A", window)
    qtbot.addWidget(window)
    qtbot.addWidget(canvas)
    assert dialog.size_note.text() == "100 × 80 pixels"
    dialog.parts["Canvas"].click()
    assert not dialog.go_on.isEnabled()
    dialog.all.click()
    assert dialog.size_note.text() == "300 × 200 pixels"
    assert not dialog.parts["Canvas"].isEnabled()
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.go_on.click()
    assert told.args[0].parts == (window,)
    assert QSize(300, 200) == window.size()


def test_numbered_pictures_of_before_are_replaced_only_where_people_say_so(qtbot, bare, answer, monkeypatch, tmp_path):
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: answers.pop(0))
    old, other = [tmp_path / f"run-{number:04}.png" for number in (1, 900)], tmp_path / "run-away.png"
    for path in (*old, other):
        path.write_bytes(b"old")
    answer += [tmp_path / "run.png"] * 2
    bare._ask_where(RecordChoice((bare._canvas,), 20))
    assert bare.recorder is None
    assert old[0].read_bytes() == b"old"
    start(bare, qtbot)
    bare.toggle()
    qtbot.waitUntil(lambda: bare.recorder is None)
    assert old[0].read_bytes() != b"old"
    assert not old[1].exists()
    assert other.exists()
