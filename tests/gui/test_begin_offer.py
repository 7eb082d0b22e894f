"""Other data in place of those that were learned from bring the offer to begin anew, once the network fits them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from gui.snapshot import State

LEFT = Qt.MouseButton.LeftButton
TOLD = "Weights and curves come from other data."


@pytest.fixture
def learned(small_window, qtbot):
    """One epoch on the moons is learned."""
    session = small_window.session
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    QTest.mouseClick(small_window.findChild(QPushButton, "train_step_epoch"), LEFT)
    qtbot.waitUntil(lambda: session.state is State.PAUSED and session.history.epochs == 1)
    small_window._docks["data"].raise_()
    return small_window


def pick(window, label):
    box = window.findChild(QWidget, "data").source.control
    box.setFocus()
    QTest.keyClicks(box, label)
    assert box.currentText() == label


def test_it_is_offered_and_accepted(learned, qtbot):
    pick(learned, "Checkerboard")
    assert learned.notice.text.text() == TOLD
    QTest.mouseClick(learned.notice.help, LEFT)
    assert learned.notice.isHidden()
    qtbot.waitUntil(lambda: learned.session.history.epochs == 0 and learned.session.network is not None)


def test_after_the_offer_to_fit_and_gone_with_the_data(learned):
    pick(learned, "Iris")
    assert learned.notice.text.text() == "The network does not fit these data yet."
    QTest.mouseClick(learned.notice.help, LEFT)
    assert learned.notice.text.text() == TOLD
    learned.document.undo_stack.undo()
    learned.document.undo_stack.undo()
    assert learned.notice.isHidden()
    assert learned.session.history.epochs == 1


def test_closed_it_is_not_offered_again_and_other_options_are_the_same_data(learned):
    noise = list(learned.findChild(QWidget, "data").source.controls())[1]
    noise.setFocus()
    QTest.keyClick(noise, Qt.Key.Key_Up)
    assert learned.notice.isHidden()
    pick(learned, "Checkerboard")
    assert learned.notice.isVisible()
    QTest.mouseClick(learned.notice.dismiss, LEFT)
    noise = list(learned.findChild(QWidget, "data").source.controls())[1]
    noise.setFocus()
    QTest.keyClick(noise, Qt.Key.Key_Up)
    assert learned.notice.isHidden()


def test_it_is_gone_when_people_begin_anew_themselves(learned, qtbot):
    pick(learned, "Checkerboard")
    assert learned.notice.text.text() == TOLD
    qtbot.waitUntil(learned.actions_by_id["reset"].isEnabled)
    learned.actions_by_id["reset"].trigger()
    qtbot.waitUntil(lambda: learned.session.history.epochs == 0)
    qtbot.waitUntil(learned.notice.isHidden)
