"""The training panel edits the document, and follows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.errors import Message
from engine.optimizers import SGD, Adam
from engine.project import load
from engine.schedules import ReduceOnPlateau
from gui.document import Document
from gui.i18n import number
from gui.panels.training import TrainingPanel
from gui.snapshot import State
from gui.speeds import SPEEDS
from gui.training_session import TrainingSession
from gui.widgets.row import Row
from tests.gui.projects import moons


@pytest.fixture
def panel(qtbot):
    document = Document(moons())
    session = TrainingSession(document)
    panel = TrainingPanel(document, session)
    panel.document, panel.session = document, session
    panel.resize(300, 700)
    qtbot.addWidget(panel)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    yield panel
    session.close()
    session.deleteLater()


def type_into(control, text):
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text)
    QTest.keyClick(control, Qt.Key.Key_Return)


def test_the_optimizer_and_its_own_fields(panel):
    project = panel.document.project
    row = panel.training.form_of("optimizer")
    row.control.setFocus()
    QTest.keyClick(row.control, Qt.Key.Key_Up)
    assert project.training.optimizer == SGD()
    rate = list(row.controls())[1]
    type_into(rate, "0,5")
    assert project.training.optimizer == SGD(learning_rate=0.5)
    stack = panel.document.undo_stack
    assert [stack.text(step) for step in range(stack.count())] == ["Optimizer", "Learning rate of SGD"]
    panel.document.undo_stack.setIndex(0)
    assert project.training.optimizer == Adam()
    assert row.control.currentText() == "Adam"


def test_different_fields_are_different_undo_steps(panel):
    document = panel.document
    type_into(panel.training.form_of("epochs").control, "7")
    type_into(panel.training.form_of("batch_size").control, "8")
    for _ in range(2):
        QTest.keyClick(panel.training.form_of("batch_size").control, Qt.Key.Key_Up)
    assert document.undo_stack.count() == 2
    assert document.undo_stack.undoText() == "Batch size"
    document.undo_stack.undo()
    assert (document.project.training.epochs, document.project.training.batch_size) == (7, 16)


def test_the_pace(panel):
    assert panel.speed.currentText() == "Full speed"
    panel.speed.setFocus()
    QTest.keyClick(panel.speed, Qt.Key.Key_Home)
    assert panel.document.project.steps_per_second == SPEEDS[0] == 0.5
    assert panel.speed.currentText() == "1 step every 2 s"
    panel.document.set_pace(42)
    assert panel.speed.currentText() == "42 steps/s"


def test_the_pace_is_no_edit_and_is_saved_all_the_same(panel, tmp_path):
    panel.speed.setFocus()
    QTest.keyClick(panel.speed, Qt.Key.Key_Home)
    assert panel.document.undo_stack.count() == 0
    assert not panel.document.modified
    panel.document.save(tmp_path / "slow.rambat")
    assert load(tmp_path / "slow.rambat").steps_per_second == 0.5


def test_no_two_rows_have_one_name(panel):
    """Early stopping and a plateau of the loss ask for patience, each for its own."""
    training = panel.document.project.training
    panel.document.set_setting("", "training", training.replace(schedule=ReduceOnPlateau()))
    rows = panel.training.findChildren(Row)
    names = [row.label.text() for row in rows if not row.isHidden()]
    assert {"Stopping patience", "Plateau patience"} <= set(names)
    assert len(names) == len(set(names))


def test_another_project(panel):
    panel.document.replace(moons(epochs=3, optimizer=SGD(momentum=0.9)))
    assert panel.training.form_of("epochs").control.text() == "3"
    assert list(panel.training.form_of("optimizer").controls())[2].text() == "0.9"


def test_the_rate_in_effect_is_told_where_a_schedule_changes_it(panel, qtbot):
    assert not panel.rate.isVisible()
    schedule = panel.training.form_of("schedule").control
    schedule.setFocus()
    while schedule.currentText() != "Exponential":
        QTest.keyClick(schedule, Qt.Key.Key_Down)
    assert panel.rate.isVisible()
    assert panel.rate.text() == "\N{EN DASH}"
    qtbot.waitUntil(lambda: panel.session.can_run)
    for epochs in (1, 2):
        panel.session.step_epoch()
        qtbot.waitUntil(
            lambda epochs=epochs: panel.session.state is State.PAUSED and panel.session.history.epochs == epochs
        )
    (rate,) = panel.session.history.column("learning_rate")[1:]
    assert rate < panel.document.project.training.optimizer.learning_rate
    qtbot.waitUntil(lambda: panel.rate.text() == number(rate, 3))


def test_only_what_concerns_it_is_read_again(panel, monkeypatch):
    read = []
    for widget, name in ((panel.speed, "speed"), (panel.training, "training")):
        monkeypatch.setattr(widget, "set_value", lambda _value, name=name: read.append(name))
    document = panel.document
    document.set_setting("", "title", Message("Other"))
    assert read == []
    document.set_pace(30)
    assert read == ["speed"]
    document.set_setting("", "training", document.project.training.replace(epochs=3))
    assert read == ["speed", "training"]
