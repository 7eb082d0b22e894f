"""The question before changes are lost is answered by a letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.graph import AddNode, Node
from engine.layers import Dense


@pytest.mark.parametrize(("letter", "leaves"), [(Qt.Key.Key_D, True), (Qt.Key.Key_C, False)])
def test_alt_and_a_letter_answer_whether_changes_are_saved(small_window, qtbot, letter, leaves):
    small_window.document.push("", [AddNode(Node("dense_9", Dense()))])
    texts = []

    def press():
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isActiveWindow():  # only then it hears letters
            texts[:] = [button.text() for button in box.buttons()]
            QTest.keyClick(box, letter, Qt.KeyboardModifier.AltModifier)

    pressing = QTimer(interval=20)
    pressing.timeout.connect(press)
    pressing.start()
    assert small_window.files.may_leave() is leaves
    pressing.stop()
    assert sorted(texts) == ["&Cancel", "&Discard", "&Save"]
    small_window.document.undo_stack.setClean()
