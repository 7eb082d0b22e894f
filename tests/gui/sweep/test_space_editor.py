"""What varies is chosen by mouse and by keys, and what cannot be tried is told at once."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from engine import edits
from engine.errors import Message
from engine.project import load_example
from engine.sweep.space import Choices, Range
from tests.gui.sweep.conftest import Make


def row(window, name):
    return next(each for each in window.space.rows if each.known.name == name)


def clear(window):
    for each in list(window.space.rows):
        QTest.mouseClick(each.remove, Qt.MouseButton.LeftButton)


def test_it_begins_with_what_matters_most(opened: Make) -> None:
    window = opened()
    assert window.space.dimensions() == [
        Range("optimizer.learning_rate", 0.0001, 0.01, log=True), Choices("batch_size", (8, 16, 32)),
    ]  # fmt: skip
    batch = row(window, "batch_size")
    assert window.plan.text() == "15 trials of 2 epochs"
    batch.editor.values.setFocus()
    for follower in (window.space.more, window.space.add, window.search.form_of("trials").control):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is follower, "Tab leads on as it looks"


def test_values_with_which_the_network_would_not_run_are_told_beforehand(opened: Make) -> None:
    window = opened()
    window.space.vary("dense_2.units")
    last = row(window, "dense_2.units")
    assert last.complaint.text() == "2 \N{RIGHTWARDS ARROW} output_1: The targets have shape 1, and 2 arrives here."
    last.editor.values.selectAll()
    QTest.keyClicks(last.editor.values, "1")
    QTest.keyClick(last.editor.values, Qt.Key.Key_Return)
    assert last.complaint.isHidden()
    window.space.vary("dense_1.units")
    assert row(window, "dense_1.units").complaint.isHidden()


def test_a_setting_is_taken_from_the_list_by_keys_and_removed_by_the_mouse(opened: Make) -> None:
    window = opened()
    clear(window)
    assert window.space.rows == []
    assert window.plan.text() == "Nothing varies. Name at least one setting and its values."
    assert not window.start_button.isEnabled()
    window.space.more.setFocus()
    QTest.keyClicks(window.space.more, "dense_1")
    for _ in range(2):
        if window.space.more.value != "dense_1.activation":
            QTest.keyClick(window.space.more, Qt.Key.Key_Down)
    assert window.space.more.value == "dense_1.activation"
    QTest.keyClick(window.space.more, Qt.Key.Key_Tab)
    QTest.keyClick(window.space.add, Qt.Key.Key_Space)
    listed = row(window, "dense_1.activation").editor
    assert window.space.dimensions()[0].name == "dense_1.activation"
    count = len(window.space.dimensions()[0].values)
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert len(window.space.dimensions()[0].values) == count + 1
    assert window.plan.text().startswith(f"{count + 1} trials")
    assert "dense_1.activation" not in [window.space.more.itemData(0), window.space.more.value]


def test_values_that_cannot_be_tried_are_told_below_their_row(opened: Make) -> None:
    window = opened()
    batch = row(window, "batch_size")
    batch.editor.values.selectAll()
    QTest.keyClicks(batch.editor.values, "4, 0")
    assert "whole number" in batch.complaint.text()
    assert batch.complaint.isVisible()
    assert not window.start_button.isEnabled()
    QTest.keyClick(batch.editor.values, Qt.Key.Key_Backspace)
    QTest.keyClicks(batch.editor.values, "8")
    assert batch.complaint.isHidden()
    assert window.space.dimensions()[1] == Choices("batch_size", (4, 8))


def test_a_number_that_no_range_takes_is_told_when_it_goes(opened: Make) -> None:
    window = opened()
    rate = row(window, "optimizer.learning_rate")
    low = rate.editor.low
    low.setFocus()
    low.selectAll()
    QTest.keyClicks(low, "0")
    QTest.keyClick(low, Qt.Key.Key_Return)
    assert (low.value, rate.complaint.text()) == (0.0001, "Learning rate takes a number above 0. Received: 0.0.")
    assert rate.complaint.isVisible()
    assert window.start_button.isEnabled()
    QTest.keyClicks(low, "0.001")
    QTest.keyClick(low, Qt.Key.Key_Return)
    assert rate.complaint.isHidden()
    assert window.space.dimensions()[0] == Range("optimizer.learning_rate", 0.001, 0.01, log=True)


def test_a_range_is_typed_and_a_log_scale_refused_where_it_begins_at_zero(opened: Make) -> None:
    window = opened()
    clear(window)
    window.space.vary("optimizer.weight_decay")
    editor = row(window, "optimizer.weight_decay").editor
    editor.manner.setFocus()
    QTest.keyClick(editor.manner, Qt.Key.Key_Down)
    editor.high.setFocus()
    editor.high.selectAll()
    QTest.keyClicks(editor.high, "0.5")
    QTest.keyClick(editor.high, Qt.Key.Key_Return)
    assert window.space.dimensions() == [Range("optimizer.weight_decay", 0.0, 0.5)]
    editor.manner.setFocus()
    QTest.keyClick(editor.manner, Qt.Key.Key_Down)
    assert "begins above 0" in row(window, "optimizer.weight_decay").complaint.text()


def test_settings_of_a_layer_that_is_gone_are_given_up(opened: Make, document) -> None:
    window = opened()
    window.space.vary("dense_1.units")
    assert window.plan.text() == "45 trials of 2 epochs"
    document.push(Message("Delete"), edits.delete(document.graph, ["dense_1"], [], []))
    assert [each.known.name for each in window.space.rows] == ["optimizer.learning_rate", "batch_size"]
    assert window.plan.text() == "The network cannot run yet. Solve its problems first."
    document.undo_stack.undo()
    assert window.plan.text() == "15 trials of 2 epochs"


def test_random_trials_are_counted(opened: Make) -> None:
    window = opened()
    trials = window.search.form_of("trials").control
    trials.setFocus()
    QTest.keyClicks(trials, "7")
    QTest.keyClick(trials, Qt.Key.Key_Return)
    assert window.plan.text() == "7 trials of 2 epochs"


@pytest.fixture
def others_first(session):
    """The worker has something else to do, until the test is over."""
    done = Event()
    yield lambda: session.worker.put(done.wait)
    done.set()


@pytest.fixture
def clashing(opened: Make, document):
    """Nesterov's manner with and without the momentum that it needs."""
    document.set_setting("", "training", document.project.training.replace(optimizer="SGD"))
    window = opened()
    clear(window)
    for name in ("optimizer.momentum", "optimizer.nesterov"):
        window.space.vary(name)
    values = row(window, "optimizer.momentum").editor.values
    values.selectAll()
    QTest.keyClicks(values, "0, 0.9")
    return window


CLASH = "4 trials of 2 epochs\n1 cannot run and would be left out, such as that of Momentum 0, Nesterov on: Nesterov"


def test_trials_whose_values_clash_are_told_and_the_others_begin(clashing, qtbot) -> None:
    window = clashing
    qtbot.waitUntil(lambda: window.plan.text().startswith(CLASH))
    assert window.start_button.text() == "Start the other 3"
    QTest.keySequence(window, QKeySequence("Ctrl+Return"))
    assert window.process.is_running
    window.cancel()
    qtbot.waitUntil(lambda: not window.process.is_running)
    assert len(window.journal.sweep.trials) == 3
    assert {"optimizer.momentum": 0.0, "optimizer.nesterov": True} not in window.journal.sweep.trials
    window.space.rows[0].remove.click()
    qtbot.waitUntil(lambda: window.plan.text().endswith("would be left out, such as that of Nesterov on: Nesterov "
                    "looks ahead along the momentum, which is 0. Choose a momentum above 0 first."))  # fmt: skip
    assert window.start_button.text() == "Start the other 1"


def test_who_is_faster_than_the_look_is_told_before_anything_begins(clashing, others_first) -> None:
    others_first()
    listed = row(clashing, "optimizer.nesterov").editor
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    listed.item(0).setCheckState(Qt.CheckState.Checked)
    assert clashing.plan.text() == "4 trials of 2 epochs"
    QTest.keySequence(clashing, QKeySequence("Ctrl+Return"))
    assert clashing.plan.text().startswith(CLASH)
    assert not clashing.process.is_running


def test_accuracy_judges_only_where_there_is_one(opened: Make, document) -> None:
    window = opened()
    measure = window.search.form_of("measure")
    measure.control.setFocus()
    QTest.keyClick(measure.control, Qt.Key.Key_Down)
    assert (measure.isVisible(), window.search.value.measure) == (True, "accuracy")
    document.replace(load_example("diabetes"), None)
    assert (measure.isVisible(), window.search.value.measure) == (False, "loss")
