"""Sweeps in processes of their own, begun, followed, cancelled, killed and gone on with from the window."""

from __future__ import annotations

import os
import signal
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.errors import Message
from engine.sweep.journal import Journal
from gui.sweep.trial_model import STAR
from gui.widgets.controls import Button
from tests.gui.sweep.conftest import Make


def vary(window, **values):
    """Let only these settings vary, with these values as people would type them."""
    for row in list(window.space.rows):
        QTest.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    for name, text in values.items():
        window.space.vary(name)
        field = window.space.rows[-1].editor.values
        field.selectAll()
        QTest.keyClicks(field, text)


def test_a_sweep_is_followed_to_its_end_while_the_project_can_be_changed(opened: Make, document, qtbot) -> None:
    window = opened()
    said = []
    window.told.connect(said.append)
    vary(window, **{"batch_size": "8, 16", "dense_1.units": "2, 3"})
    QTest.mouseClick(window.start_button, Qt.MouseButton.LeftButton)
    assert window.process.is_running
    assert not window.start_button.isEnabled()
    assert window.cancel_button.isVisible()
    assert window.focusWidget() is window.results.trials.view, "from a button that is off now, to what it is about"
    assert window.results.trials.current is None, "nobody has picked one"
    document.set_setting(Message("Epochs"), "training", document.project.training.replace(epochs=77))
    window.close()
    qtbot.waitUntil(lambda: not window.process.is_running)
    assert window.results.trials.model.ranking == [], "nothing is drawn that nobody sees"
    window.open()
    assert window.failure.text() == ""
    assert window.state.text().startswith("4 of 4 trials · best validation loss")
    assert window.results.trials.model.text(0, 0).startswith(STAR)
    qtbot.waitUntil(lambda: len(window.results.lines.area.ranking) == len(window.results.map.area.cells) == 4)
    assert {each.last.epoch for each in window.journal.outcomes.values()} == {2}
    assert said == [f"The sweep is done: {window.state.text().rpartition(' · ')[2]}"]
    assert window.start_button.isEnabled()


@pytest.fixture
def in_the_background():
    """What a shell starts in the background, and all that this starts, does not hear Ctrl-C."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, heard)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by a signal")
@pytest.mark.usefixtures("in_the_background")
def test_a_sweep_ends_when_asked_and_one_that_is_killed_says_so_and_can_go_on(opened: Make, qtbot) -> None:
    window = opened()
    vary(window, epochs="2, 1000000")
    window.start_button.setFocus()
    QTest.keyClick(window.start_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.results.trials.model.text(1, 1).startswith("epoch"))
    trained = trainer_of(window, 2, qtbot)
    QTest.mouseClick(window.cancel_button, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.results.trials.view
    qtbot.waitUntil(lambda: not window.process.is_running)
    qtbot.waitUntil(lambda: not is_alive(trained))
    assert window.failure.text() == ""
    assert Journal.open(window.journal.folder).missing() == [2]
    QTest.mouseClick(window.resume_button, Qt.MouseButton.LeftButton)
    assert window.resume_button.isHidden()
    os.kill(trainer_of(window, 2, qtbot), signal.SIGKILL)
    qtbot.waitUntil(lambda: "running · 1 killed, tried once more" in window.state.text())
    number = window.process.number
    assert number, "0 would mean this very process, and all that it began"
    os.kill(number, signal.SIGKILL)
    qtbot.waitUntil(lambda: not window.process.is_running)
    assert "its process was killed. What is done is kept; Resume makes the rest." in window.failure.text()
    assert window.resume_button.isVisible()
    assert window.journal.outcomes.keys() == {1}


def trainer_of(window, trial, qtbot):
    """The process that is at a trial."""
    found = []
    qtbot.waitUntil(lambda: found.append(window.journal.signs().get(trial, {}).get("process")) or found[-1] is not None)
    return found[-1]


def test_a_sweep_that_has_to_be_made_to_end_has_ended_as_it_was_asked(opened: Make, qtbot) -> None:
    window = opened()
    vary(window, epochs="1000000")
    window.process._mercy.setInterval(0)
    window.start()
    QTest.mouseClick(window.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.process.is_running)
    assert window.failure.text() == ""
    assert window.resume_button.isVisible()


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_program_that_cannot_be_started_is_told(opened: Make, qtbot, monkeypatch) -> None:
    window, said = opened(), []
    window.told.connect(said.append)
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    window.start()
    window.close()
    qtbot.waitUntil(lambda: not window.process.is_running)
    assert "The sweep has ended: " in window.failure.text()
    assert said == [window.failure.text()]
    sign = window.parent().statusBar().findChild(Button, "sweep_sign")
    assert not sign.isHidden()
    assert sign.text().startswith("Sweep ended: 0 of ")
    sign.click()
    assert sign.isHidden(), "it has been seen now"
    assert window.resume_button.isVisible()


def test_a_folder_that_cannot_be_written_is_told(opened: Make, monkeypatch, tmp_path) -> None:
    window = opened()
    (tmp_path / "file").touch()
    monkeypatch.setattr(type(window._settings), "sweeps_folder", tmp_path / "file")
    window.start()
    assert "could not be written" in window.failure.text()
    assert not window.process.is_running


def test_the_menu_opens_the_window_and_closing_the_program_ends_its_sweep(small_window, qtbot) -> None:
    small_window.actions_by_id["sweep"].trigger()
    window = small_window.sweeps.window
    assert window.isVisible()
    window.space.vary("seed")
    window.start()
    number, sign = window.process.number, small_window.sweeps.sign
    assert number
    window.close()
    assert sign.isVisible(), "a sweep that goes on behind a closed window leaves a sign"
    assert sign.text().startswith("Sweep: 0 of ")
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    small_window.document.undo_stack.setClean()
    small_window.close()
    assert not is_alive(number)
    assert not window.isVisible()


def test_an_error_that_nobody_expected_is_no_silent_end(opened: Make, qtbot, monkeypatch, tmp_path) -> None:
    """Python ends with the same code as a sweep of which nothing could be trained."""
    (tmp_path / "main.py").write_text("raise ZeroDivisionError('by nothing')")
    monkeypatch.setattr("gui.sweep.process.ROOT", tmp_path)
    window = opened()
    window.start()
    qtbot.waitUntil(lambda: not window.process.is_running)
    assert "ZeroDivisionError: by nothing. What is done is kept; Resume makes the rest." in window.failure.text()
