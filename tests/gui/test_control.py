"""A run in hand: goals, speeds, live changes and their undo, and ways to begin anew, by keys and mouse."""

from __future__ import annotations

import itertools
import re
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from engine.errors import DataError, Message
from engine.goals import AccuracyGoal, EpochsGoal, LossGoal
from engine.layers import Dense
from engine.network import Network
from engine.optimizers import SGD
from engine.project import load_example
from engine.trainer import Trainer
from gui.dialogs.run_until import RunUntilDialog
from gui.settings import Settings
from gui.snapshot import State
from tests.gui.projects import ENDLESS, moons
from tests.gui.test_training_session import open_session

__all__ = ["open_session"]

NEVER = 1e-4
"""Steps a second, the next of which no test lives to see."""

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


@pytest.fixture
def ready(small_window, qtbot):
    """The window on a small network, once it can run."""
    qtbot.waitUntil(lambda: small_window.session.can_run and small_window.session.network is not None)
    qtbot.waitUntil(small_window.canvas.hasFocus)
    return small_window


def key(window, code, keys=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.canvas, code, keys)


def ask(window, qtbot):
    key(window, Qt.Key.Key_U, CONTROL | SHIFT)
    dialog = window.findChild(RunUntilDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def settle(qtbot, session, state=State.PAUSED):
    qtbot.waitUntil(lambda: session.state is state)


# Goals


def test_a_goal_is_asked_for_told_and_reached(ready, qtbot):
    session, bar = ready.session, ready.top_bar
    ready.document.set_pace(100)
    dialog = ask(ready, qtbot)
    kind = dialog.form.control
    QTest.keyClick(kind, Qt.Key.Key_Home)
    (_, epochs) = dialog.form.controls()
    epochs.setFocus()
    epochs.selectAll()
    QTest.keyClicks(epochs, "3000")
    QTest.keyClick(epochs, Qt.Key.Key_Return)
    assert session.pursuit.goals == (EpochsGoal(3000),)
    qtbot.waitUntil(lambda: re.search(r"epoch .*?· \d+ epochs to go", bar.status.shown()))
    key(ready, Qt.Key.Key_Space)
    settle(qtbot, session)
    assert session.pursuit is not None, "a pause leaves the goal"
    key(ready, Qt.Key.Key_Space)
    session.run_until(EpochsGoal(2))
    settle(qtbot, session, State.FINISHED)
    assert session.goal_end.reached
    assert bar.status.text().startswith("goal reached")
    assert ready.statusBar().currentMessage().startswith("The goal is reached in epoch")
    QTest.mouseClick(bar.step_epoch, Qt.MouseButton.LeftButton)
    assert ready.statusBar().currentMessage() == "", "the run has gone on, so this is no longer where it stands"
    settle(qtbot, session)
    assert Settings().goal == EpochsGoal(3000)
    assert [action.objectName() for action in bar.reset_more.menu().actions()] == [
        "action_reset", "action_new_seed", "action_keep_weights",
    ]  # fmt: skip
    menu = bar.run_more.menu()
    menu.aboutToShow.emit()
    assert menu.again.text() == "Again: 3000 more epochs"


def test_a_goal_lets_the_loss_target_and_the_patience_pass(open_session, qtbot):
    session = open_session(moons(epochs=2, loss_target=100.0, patience=1, min_delta=1e9))
    session.run_until(LossGoal(0.3, limit=2000))
    assert "loss ≤ 0.3" in str(session.pursuit.told())
    qtbot.waitUntil(lambda: session.goal_end is not None)
    assert session.goal_end.reached
    assert session.history.column("val_loss")[-1] <= 0.3 < session.history.column("val_loss")[-2]
    session.run_until(LossGoal(1e-9, limit=3))
    qtbot.waitUntil(lambda: session.goal_end is not None and not session.goal_end.reached)
    session.run()
    settle(qtbot, session, State.FINISHED)
    assert session.pursuit is None


def test_a_run_whose_goal_has_ended_has_its_best_weights_and_goes_on_as_if_it_never_had(open_session, qtbot):
    wild = {"epochs": 6, "restore_best": True, "optimizer": SGD(learning_rate=30.0), "schedule": "cosine"}
    session = open_session(moons(**wild))
    session.run_until(EpochsGoal(4))
    settle(qtbot, session, State.FINISHED)
    losses = session.history.column("val_loss")
    assert session.last_snapshot.figures.best.epoch == 1 + losses.argmin() < 4
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs == 6)
    settle(qtbot, session, State.FINISHED)
    straight = open_session(moons(**wild))
    straight.run()
    settle(qtbot, straight, State.FINISHED)
    assert np.array_equal(session.network.parameters, straight.network.parameters)
    assert np.array_equal(session.history.column("loss"), straight.history.column("loss"))


def test_a_goal_that_can_never_be_reached_begins_no_run(open_session, qtbot):
    session = open_session(load_example("sine"))
    with qtbot.waitSignal(session.failed) as failed:
        session.run_until(AccuracyGoal())
    assert "no accuracy" in str(failed.args[0])
    assert (session.state, session.pursuit, session.runs) == (State.IDLE, None, ())


# Speed


def test_keys_change_the_speed_step_by_step(ready):
    project, row = ready.document.project, ready.statusBar()
    seen = []
    for _ in range(11):
        key(ready, Qt.Key.Key_Minus, CONTROL | ALT)
        seen.append(project.steps_per_second)
    assert seen == [3000, 1000, 300, 100, 30, 10, 5, 2, 1, 0.5, 0.5]
    assert row.currentMessage() == "Speed: 1 step every 2 s"
    key(ready, Qt.Key.Key_Equal, CONTROL | ALT)
    assert row.currentMessage() == "Speed: 1 step/s"


def test_at_a_slow_speed_every_step_is_seen_and_a_faster_one_holds_at_once(open_session, qtbot):
    session, seen = open_session(moons(epochs=ENDLESS)), []
    session.document.set_pace(10)
    session.add_probe("weights", lambda network, _data: seen.append(network.parameters.copy()))
    qtbot.waitUntil(lambda: bool(seen))
    session.run()
    qtbot.waitUntil(lambda: len(session.at_hand.timeline.moments) > 6)
    moments = session.at_hand.timeline.moments[:6]
    assert [moment.step for moment in moments] == [0, 1, 2, 3, 4, 5]
    assert all(any(np.array_equal(moment.parameters, weights) for weights in seen) for moment in moments)
    session.document.set_pace(NEVER)
    qtbot.wait(50)  # by now it is held back
    step = session.last_snapshot.step
    session.document.set_pace(0)
    qtbot.waitUntil(lambda: session.last_snapshot.step > step + 5)


# Live changes


def test_a_change_on_the_way_is_marked_and_undone_at_once(ready, qtbot):
    session, document, canvas = ready.session, ready.document, ready.canvas
    training = document.project.training.replace(optimizer=SGD(learning_rate=0.1))
    document.set_setting("", "training", training)
    key(ready, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.history.epochs > 5)
    document.set_setting("", "training", training.replace(optimizer=SGD(learning_rate=0.5)), "optimizer")
    qtbot.waitUntil(lambda: session.history.column("learning_rate")[-1] == 0.5)
    canvas.setFocus()
    key(ready, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: session.history.column("learning_rate")[-1] == 0.1)
    assert session.state is State.RUNNING
    marks = session.at_hand.marks
    assert [(c.label, c.before, c.after) for mark in marks for c in mark.changes] == [
        ("Learning rate", 0.1, 0.5), ("Learning rate", 0.5, 0.1),
    ]  # fmt: skip
    assert 5 < marks[0].epochs < marks[1].epochs
    lines = ready._docks["plot_loss"].widget().lines
    qtbot.waitUntil(lambda: lines.places == [mark.epochs for mark in marks])
    key(ready, Qt.Key.Key_Space)
    settle(qtbot, session)


def test_an_edit_while_it_trains_stops_the_run_and_names_what_did_not_fit(ready, qtbot):
    session, document = ready.session, ready.document
    document.set_pace(1000)  # so that the history has every step
    key(ready, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.history.epochs > 0)
    assert session.state is State.RUNNING
    document.push("", [document.graph.changed("dense_1", Dense(units=5, activation="tanh"))])
    settle(qtbot, session, State.IDLE)
    told = "These weights no longer fit the drawing and began anew: dense_1.kernel, dense_1.bias, dense_2.kernel"
    qtbot.waitUntil(lambda: ready.statusBar().currentMessage() == told)
    run = session.runs[0]
    assert run.timeline.moments[-1].step == len(session.history.batches()[0]) == run.history.batches()[0][-1]
    assert run.weights["dense_1.kernel"].shape == (2, 4)
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: session.at_hand is run)
    qtbot.waitUntil(lambda: ready.statusBar().currentMessage() != told)


def test_an_error_within_a_step_is_told_and_the_run_goes_on_from_there(open_session, qtbot, monkeypatch):
    told, step = [], Trainer._train_batch
    monkeypatch.setattr("sys.excepthook", lambda *info: told.append(info[0]))
    session = open_session(moons(epochs=8, schedule="cosine"))
    monkeypatch.setattr(Trainer, "_train_batch", lambda trainer: step(trainer) if trainer.step != 20 else 1 / 0)
    session.run()
    settle(qtbot, session)
    assert told == [ZeroDivisionError]
    monkeypatch.setattr(Trainer, "_train_batch", step)
    session.run()
    settle(qtbot, session, State.FINISHED)
    straight = open_session(moons(epochs=8, schedule="cosine"))
    straight.run()
    settle(qtbot, straight, State.FINISHED)
    assert np.array_equal(session.network.parameters, straight.network.parameters)
    assert len(session.runs) == 1


# Beginning anew


def test_a_new_run_can_begin_with_these_weights_and_the_one_before_is_kept(ready, qtbot):
    session = ready.session
    key(ready, Qt.Key.Key_B, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: session.history.epochs == 1)
    settle(qtbot, session)
    first, weights = session.at_hand, session.network.parameters.copy()
    with qtbot.waitSignal(session.network_changed):
        key(ready, Qt.Key.Key_K, CONTROL | ALT)
    assert np.array_equal(session.network.parameters, weights)
    assert (session.history.epochs, session.last_snapshot.step, session.state) == (0, 0, State.IDLE)
    assert session.runs == (first,)
    key(ready, Qt.Key.Key_B, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: session.history.epochs == 1)
    settle(qtbot, session)
    second = session.at_hand
    assert session.runs == (first, second)
    assert second.origin == (1, first.timeline.moments[-1].step)
    project = ready.document.project
    alone = Network(project.graph, seed=project.training.seed)
    alone.parameters[:] = weights
    for event in Trainer(alone, project.prepare().dataset, project.training).run():
        if event.epoch == 1 and hasattr(event, "val_loss"):
            break
    assert np.array_equal(session.network.parameters, alone.parameters)


@pytest.mark.parametrize("begin_anew", ["same", "new", "keep"])
def test_no_way_to_begin_anew_loses_a_run_that_is_going_on(open_session, qtbot, begin_anew):
    session = open_session(moons(epochs=ENDLESS))
    session.run()
    qtbot.waitUntil(lambda: session.history.epochs > 3)
    run = session.at_hand
    with qtbot.waitSignal(session.network_changed):
        session.keep_weights() if begin_anew == "keep" else session.reset(new_seed=begin_anew == "new")
    settle(qtbot, session, State.IDLE)
    assert session.runs == (run,)
    assert session.at_hand is not run
    newest = run.timeline.moments[-1]
    assert newest.step == run.history.batches()[0][-1]
    flat = np.concatenate([array.ravel() for array in run.weights.values()])
    assert np.array_equal(np.sort(flat), np.sort(newest.parameters))


# The Loss plot


def test_the_loss_plot_tells_changes_under_the_mouse_and_the_moment_that_is_viewed(ready, qtbot):
    session, document = ready.session, ready.document
    plot = ready._docks["plot_loss"].widget()
    for epoch, rate in ((1, 0.2), (2, 0.3), (3, 0.3)):
        key(ready, Qt.Key.Key_B, CONTROL | SHIFT)
        qtbot.waitUntil(lambda epoch=epoch: session.history.epochs == epoch)
        settle(qtbot, session)
        document.set_setting("", "training", document.project.training.replace(optimizer=SGD(learning_rate=rate)))
    qtbot.waitUntil(lambda: plot.lines.places == [1.0, 2.0])
    assert plot.lines.text_at(2.0) == "Learning rate: 0.2 → 0.3"
    assert plot.lines.text_at(1.5) == ""
    plot.chart.grab()

    def told(height):
        """What is told where the mouse comes to the second change, wherever the axis has it by now."""
        place = plot.chart.mapFromScene(plot.chart.view.mapViewToScene(QPoint(2, 0)))
        spot = QPoint(place.x(), height)
        QTest.mouseMove(plot.chart.viewport(), spot)
        return spot, QToolTip.text()

    middle = plot.chart.height() // 2
    heights = itertools.cycle((middle, middle + 1))  # a mouse that rests tells nothing new
    qtbot.waitUntil(lambda: told(next(heights))[1] == "Learning rate: 0.2 → 0.3")
    spot, _ = told(middle)
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    rests = QHelpEvent(QHelpEvent.Type.ToolTip, spot, plot.chart.viewport().mapToGlobal(spot))
    QApplication.sendEvent(plot.chart.viewport(), rests)
    assert QToolTip.text() == "Learning rate: 0.2 → 0.3"
    moments = session.at_hand.timeline.moments
    middle = next(moment for moment in moments if moment.epoch == 2)
    session.view(middle)
    qtbot.waitUntil(lambda: plot.lines.playhead is not None)
    assert 2 <= plot.lines.playhead < 3
    QTest.mouseMove(ready.canvas.viewport(), QPoint(5, 5))
    plot.chart.hovered.emit(None)
    qtbot.waitUntil(lambda: plot.note.text() == "Epoch 2")
    session.view(moments[1])
    qtbot.waitUntil(lambda: plot.note.text() == "Step 1")
    session.view(moments[-1])
    qtbot.waitUntil(lambda: plot.lines.playhead is None)


def test_why_a_run_broke_is_told_until_another_one_is_to_begin(ready, qtbot):
    session, document = ready.session, ready.document
    graph = document.graph
    document.push("", [graph.changed("dense_1", Dense(units=4, activation="linear"))])
    document.set_setting("", "training", document.project.training.replace(optimizer=SGD(learning_rate=1e38)))
    key(ready, Qt.Key.Key_Space)
    qtbot.waitUntil(ready.notice.isVisible)
    assert "not a finite number" in ready.notice.text.text() or "not finite numbers" in ready.notice.text.text()
    settle(qtbot, session)
    document.push("", [graph.changed("dense_1", Dense(units=5, activation="linear"))])
    qtbot.waitUntil(ready.notice.isHidden)
    document.undo_stack.undo()
    key(ready, Qt.Key.Key_Space)
    qtbot.waitUntil(ready.notice.isVisible)
    settle(qtbot, session)
    key(ready, Qt.Key.Key_R, CONTROL)
    qtbot.waitUntil(ready.notice.isHidden)


def test_a_run_that_cannot_begin_says_why_and_can_be_asked_for_again(open_session, qtbot):
    session = open_session()
    learner, network = session._learner, session.network
    learner.network = None  # as where its layers were too large for the memory
    for _ in range(2):
        with qtbot.waitSignal(session.failed) as failed:
            session.run()
        assert str(failed.args[0]).startswith("There is no network yet")
        settle(qtbot, session, State.IDLE)
    learner.network = network
    session.step_batch()
    settle(qtbot, session)
    assert session.last_snapshot.step == 1


# What is pressed while something else is still on its way


@pytest.fixture
def held(ready):
    """The window, whose worker does nothing until `held.gate` is set."""
    ready.gate = Event()
    ready.session.worker.put(ready.gate.wait)
    yield ready
    ready.gate.set()


def test_a_first_step_that_takes_long_is_told(held, qtbot):
    assert held.top_bar.status.text() == "ready"
    key(held, Qt.Key.Key_Space)
    assert held.top_bar.status.text() == "first step…"


def test_run_pressed_while_data_load_begins_when_they_are_there(held, qtbot):
    session, bar = held.session, held.top_bar
    key(held, Qt.Key.Key_R, CONTROL | SHIFT)  # another seed splits the data anew
    assert session.is_loading
    for told, shown in (("loading data, then it runs…", bar.pause), ("loading data…", bar.run)) * 2:
        key(held, Qt.Key.Key_Space)
        assert (bar.status.text(), shown.isVisible()) == (told, True)
        assert shown.text() == ("Cancel" if shown is bar.pause else "Run")
    QTest.mouseClick(bar.run, Qt.MouseButton.LeftButton)
    held.gate.set()
    qtbot.waitUntil(lambda: session.history.epochs > 0)
    assert (session.state, bar.pause.text()) == (State.RUNNING, "Pause")


def test_what_waits_for_data_that_cannot_be_had_is_given_up(held, qtbot, monkeypatch):
    def fail(source):
        raise DataError(Message("The disk is gone."))

    session, bar = held.session, held.top_bar
    monkeypatch.setattr(type(held.document.project.data), "load", fail)
    key(held, Qt.Key.Key_R, CONTROL | SHIFT)
    key(held, Qt.Key.Key_Space)
    held.gate.set()
    qtbot.waitUntil(lambda: held.notice.text.text() == "The disk is gone.")
    assert (session.wishes.is_under_way, bar.run.isVisible(), bar.run.isEnabled()) == (False, True, False)


def test_every_press_of_a_step_counts_however_fast_they_follow(ready, qtbot):
    session, bar = ready.session, ready.top_bar
    key(ready, Qt.Key.Key_B, CONTROL | SHIFT)
    settle(qtbot, session)
    gate = Event()
    session.worker.put(gate.wait)
    for _ in range(2):
        key(ready, Qt.Key.Key_B, CONTROL | SHIFT)
    bar.step_epoch.setFocus()
    QTest.keyClick(bar.step_epoch, Qt.Key.Key_Space)
    QTest.mouseClick(bar.step_batch, Qt.MouseButton.LeftButton)
    assert "3 more to come" in bar.status.text()
    assert bar.step_epoch.hasFocus(), "the next press goes to the same button"
    gate.set()
    qtbot.waitUntil(lambda: session.last_snapshot.within_epoch and session.state is State.PAUSED)
    assert session.history.epochs == 4
    assert session.last_snapshot.step == session.history.column("step")[-1] + 1


def test_a_pause_gives_up_the_steps_that_wait(ready, qtbot):
    session = ready.session
    gate = Event()
    session.worker.put(gate.wait)
    for _ in range(3):
        key(ready, Qt.Key.Key_B, CONTROL)
    key(ready, Qt.Key.Key_Space)
    assert session.wishes.count == 0
    gate.set()
    settle(qtbot, session)
    assert session.last_snapshot.step == 0
