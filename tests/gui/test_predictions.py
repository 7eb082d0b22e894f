"""The predictions panel within the window: it follows a run, and asks about one input while that goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar, QWidget

from engine.errors import Message
from engine.project import load_example
from gui.edit_command import SetSetting
from gui.plots.results import ResultsPlot
from gui.snapshot import State
from tests.gui.conftest import shown


def step_epoch(window, qtbot):
    QTest.mouseClick(window.findChild(QPushButton, "train_step_epoch"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED)


def answers(window, raw):
    """What the network says, asked of a copy: its own is the worker's."""
    network = window.document.project.network()
    network.load_state_dict(window.session.network.state_dict())
    return network.predict(window.session.data.fitted.transform(raw))[0].tolist()


@pytest.fixture
def digits_window(qapp, qtbot):
    for opened in shown(qapp, qtbot, load_example("digits"), 1280, 720):
        qtbot.waitUntil(lambda opened=opened: opened.session.can_run)
        yield opened
        opened._docks["results"].setFloating(False)


def test_the_results_follow_a_run_once_their_tab_is_chosen(window, qtbot):
    results = window.findChild(QWidget, "results")
    qtbot.waitUntil(lambda: not results.attached)
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.tabText(bar.count() - 1) == "Predictions")
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(bar.count() - 1).center())
    qtbot.waitUntil(lambda: results.attached and not results.hint.isVisible())
    before = results.summary.figures.texts()
    step_epoch(window, qtbot)
    loss = f"{window.session.history.column('val_loss')[-1]:.4f}"
    assert before[2][2] != loss
    qtbot.waitUntil(lambda: results.summary.figures.texts()[2][2] == loss)


def test_one_input_is_asked_again_while_the_network_trains(window, qtbot):
    results = window.findChild(QWidget, "results")
    window._docks["results"].raise_()
    qtbot.waitUntil(lambda: results.sides.isVisible())
    results.sides.setFocus()
    QTest.keyClick(results.sides, Qt.Key.Key_End)
    assert results.page is results.trial
    qtbot.waitUntil(lambda: bool(results.trial.form.fields) and results.trial.said() is not None)
    field = results.trial.form.fields[0]
    field.selectAll()
    QTest.keyClicks(field, "0,5")
    wanted = results.trial.form.values.copy()
    assert wanted[0] == 0.5
    before = results.trial.said().scores
    step_epoch(window, qtbot)
    expected = answers(window, wanted[None])
    qtbot.waitUntil(lambda: results.trial.said().scores[-1] == pytest.approx(expected[-1], rel=1e-4))
    assert results.trial.said().scores != before


def test_a_key_leads_to_the_pad_on_which_what_is_drawn_is_answered_at_once(digits_window, qtbot):
    window = digits_window
    QTest.keySequence(window, "Ctrl+Alt+D")
    trial = window.findChild(ResultsPlot).trial
    pad = trial.pad
    qtbot.waitUntil(pad.hasFocus)
    assert window._docks["results"].isFloating()  # beside the boundary there is no room to draw
    assert not pad.values.any()
    middle = pad.area().center().toPoint()
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(pad, middle + QPoint(5, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(5, 60))
    drawn = pad.values.reshape(1, 64)
    assert drawn.max() > 12
    expected = answers(window, drawn)
    qtbot.waitUntil(lambda: trial.said().scores == pytest.approx(expected, rel=1e-4))
    QTest.mouseClick(trial.undo, Qt.MouseButton.LeftButton)
    assert not pad.values.any()
    window.document.push(Message("Title"), [SetSetting("title", window.document.project.title, "Mine")])
    pad.setFocus()
    while pad.can_undo:
        QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.project.title == "Mine"  # nor does one press too many go to the drawing


def test_detached_it_takes_the_room_in_which_both_sides_of_a_page_stand(window, qtbot):
    dock = window._docks["results"]
    dock.setFloating(True)
    assert dock.width() >= min(860, dock.screen().availableGeometry().width())
