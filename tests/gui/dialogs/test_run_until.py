"""Asking for what a run shall go on, by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from engine.goals import EpochsGoal, LossGoal
from gui.dialogs.run_until import RunUntilDialog
from gui.widgets.row import Row


@pytest.fixture
def dialog(qtbot):
    """The dialog on a goal of seven epochs; `taken` are the goals that were chosen."""
    window = QWidget()
    qtbot.addWidget(window)
    dialog = RunUntilDialog(EpochsGoal(7), window)
    dialog.taken, dialog.owner = [], window
    dialog.chosen.connect(dialog.taken.append)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_what_is_typed_wrong_is_told_before_anything_runs(dialog):
    (_, epochs) = dialog.form.controls()
    epochs.setFocus()
    epochs.selectAll()
    QTest.keyClicks(epochs, "0")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    (row,) = (row for row in dialog.findChildren(Row) if row.control is epochs)
    assert dialog.isVisible()
    assert row.complaint.text().startswith("More epochs takes a whole number")
    assert dialog.taken == []
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.taken == [EpochsGoal(7)]


def test_tab_leads_from_another_goal_to_its_fields(dialog):
    QTest.keyClick(dialog.form.control, Qt.Key.Key_Down)
    assert isinstance(dialog.form.value, LossGoal)
    (_, loss, limit) = dialog.form.controls()
    for field in (loss, limit):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is field
    dialog.reject()


def test_enter_on_cancel_runs_nothing(dialog):
    cancel = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert dialog.isHidden()
    assert dialog.taken == []
