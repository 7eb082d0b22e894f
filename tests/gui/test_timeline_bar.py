"""The line of moments, by mouse and keyboard in a whole window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QStyle, QStyleOptionSlider, QToolButton, QToolTip

from engine.errors import Message
from engine.optimizers import SGD
from gui import theme
from gui.snapshot import State
from gui.time_travel import TimeTravel
from gui.timeline_bar import READING, TimelineBar


def part(window, kind, name):
    return window.findChild(kind, f"timeline_{name}")


def handle(slider):
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    style = slider.style()
    area = style.subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )  # fmt: skip
    return area.center()


@pytest.fixture
def trained(window, qtbot):
    """A window whose run has made some steps and stands still."""
    for _ in range(2):
        QTest.mouseClick(window.findChild(QPushButton, "train_step_epoch"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.session.state is State.PAUSED)
    slider = part(window, QSlider, "slider")
    qtbot.waitUntil(lambda: slider.isEnabled() and slider.maximum() > 3)
    qtbot.waitUntil(lambda: slider.maximum() == len(window.session.at_hand.timeline.moments) - 1)
    return window


def shown_step(qtbot, window, step):
    qtbot.waitUntil(lambda: window.session.last_snapshot.step == step)


def test_without_a_run_there_is_nothing_to_look_back_at(window):
    slider = part(window, QSlider, "slider")
    assert not slider.isEnabled()
    assert "Once there is a run" in slider.toolTip()
    assert slider.grab().toImage().pixelColor(handle(slider)).name().upper() == theme.LIGHT.hairline, "it looks so, too"
    assert not part(window, QToolButton, "play").isEnabled()
    assert not window.actions_by_id["moment_before"].isEnabled()


def test_dragging_leads_back_and_the_button_to_now(trained, qtbot):
    slider, session = part(trained, QSlider, "slider"), trained.session
    parameters = session.network.parameters.copy()
    start = handle(slider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(slider, QPoint(0, start.y()))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, start.y()))
    shown_step(qtbot, trained, 0)
    assert not np.array_equal(session.network.parameters, parameters)
    qtbot.waitUntil(lambda: trained.timeline.reading.text() == "epoch 0 · step 0")
    QTest.mouseClick(part(trained, QPushButton, "now"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.viewed is None and not session.last_snapshot.past)
    assert np.array_equal(session.network.parameters, parameters)
    qtbot.waitUntil(lambda: trained.timeline.reading.text() == "now")


def test_a_press_on_the_line_leads_there_at_once_and_drags_from_there(trained, qtbot):
    slider = part(trained, QSlider, "slider")
    middle = slider.rect().center()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert abs(slider.value() - slider.maximum() / 2) <= 1
    assert abs(handle(slider).x() - middle.x()) <= slider.width() / slider.maximum()
    QTest.mouseMove(slider, QPoint(0, middle.y()))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(0, middle.y()))
    assert slider.value() == 0
    shown_step(qtbot, trained, 0)


def test_what_the_line_tells_is_broken_into_lines(trained):
    QToolTip.showText(QPoint(), part(trained, QSlider, "slider").toolTip(), trained)
    tip = next(each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel"))
    assert tip.wordWrap()
    assert tip.width() < 600
    QToolTip.hideText()


def test_a_late_moment_is_named_in_full(trained, monkeypatch):
    bar = trained.findChild(TimelineBar)
    first, *_ = trained.session.at_hand.timeline.moments
    late = replace(first, step=12_345_678, epoch=1_234_567)
    monkeypatch.setattr(TimeTravel, "moments", property(lambda self: (first, late)))
    monkeypatch.setattr(TimeTravel, "moment", property(lambda self: late))
    bar.retranslate()
    assert bar.reading.fontMetrics().horizontalAdvance(bar.reading.text()) > READING
    assert bar.reading.fontMetrics().horizontalAdvance(bar.reading.text()) < bar.reading.width()


def test_keys_lead_from_moment_to_moment_and_run_makes_a_branch(trained, qtbot):
    session, newest = trained.session, trained.session.at_hand.timeline.moments[-1].step
    QTest.keySequence(trained.canvas, "Ctrl+[")
    QTest.keySequence(trained.canvas, "Ctrl+[")
    shown_step(qtbot, trained, newest - 2)
    QTest.keySequence(trained.canvas, "Ctrl+]")
    shown_step(qtbot, trained, newest - 1)
    QTest.keySequence(trained.canvas, "Ctrl+B")
    shown_step(qtbot, trained, newest)
    qtbot.waitUntil(lambda: len(session.runs) == 2)
    assert session.at_hand.origin == (1, newest - 1)


def test_a_run_is_played_again_to_its_end(trained, qtbot):
    trained.travel._replay.setInterval(1)
    seen = []
    trained.session.snapshot_taken.connect(lambda snapshot: seen.append(snapshot.step))
    newest = trained.session.at_hand.timeline.moments[-1].step
    QTest.mouseClick(part(trained, QToolButton, "play"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: seen[-1:] == [newest] and not trained.travel.replays)
    seen = seen[seen.index(0) :]  # what was still told of where the run stood comes first
    assert seen == sorted(seen)
    assert len(seen) > newest // 2


def test_the_hyperparameters_of_a_moment_can_be_taken_and_given_back(trained, qtbot):
    document, action = trained.document, trained.actions_by_id["adopt"]
    before = document.project.training
    document.set_setting("other", "training", before.replace(optimizer=SGD(learning_rate=0.5)))
    after = document.project.training
    QTest.keySequence(trained.canvas, "Ctrl+[")
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    assert document.project.training == before
    document.undo_stack.undo()
    assert document.project.training == after


def test_the_status_bar_tells_where_a_branch_begins(trained, qtbot):
    QTest.keySequence(trained.canvas, "Ctrl+[")
    qtbot.waitUntil(lambda: trained.session.viewed is not None)
    step = trained.session.viewed.step
    QTest.keySequence(trained.canvas, "Ctrl+B")
    told = f"Run 2 goes on from step {step} of run 1, which is kept."
    qtbot.waitUntil(lambda: trained.statusBar().currentMessage() == told)


def test_a_look_back_that_fails_leaves_the_line_where_the_network_stands(trained, qtbot, monkeypatch):
    travel = trained.travel
    monkeypatch.setattr(trained.session, "view", lambda moment: None)  # which is never reached
    travel.play()
    assert travel.place == 0
    trained.session.failed.emit(Message("The data are others by now."))
    assert (travel.moment, travel.replays) == (None, False)
    qtbot.waitUntil(lambda: trained.timeline.reading.text() == "now")


def test_a_replay_ends_where_somebody_leads_elsewhere(trained, qtbot):
    travel, session = trained.travel, trained.session
    moments = session.at_hand.timeline.moments
    travel.play()
    session.view(moments[4])  # as the menu of the changes does, before the worker has come to the first one
    qtbot.waitUntil(lambda: session.viewed is moments[4])
    qtbot.waitUntil(lambda: not travel.replays)
    assert travel.moment is moments[4]


def test_a_first_run_can_be_looked_back_at_while_it_goes_on_slowly(window, qtbot):
    window.document.set_pace(30.0)
    slider = part(window, QSlider, "slider")
    QTest.mouseClick(window.findChild(QPushButton, "train_run"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.last_snapshot.step > 3)
    assert window.session.state is State.RUNNING
    qtbot.waitUntil(lambda: slider.isEnabled() and slider.maximum() > 2)
    assert window.session.state is State.RUNNING, "nobody had to pause for it"
