"""Typing, stepping and leaving a number field, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from engine.layers import Dense, Input
from engine.optimizers import SGD
from engine.training_config import TrainingConfig
from gui.widgets.number_field import NumberField


def declared(kind, name):
    return next(field for field in kind.hyperparameters() if field.name == name)


@pytest.fixture
def window(qtbot):
    """A window with one more thing that can take the focus, and one button that cannot."""
    window = QWidget()
    QVBoxLayout(window)
    window.other = NumberField(declared(Dense, "units"), 1)
    window.button = QPushButton("Run")
    window.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def open_field(qtbot, window):
    def make(kind, name, value):
        field = NumberField(declared(kind, name), value)
        field.heard = []
        field.complaints = []
        field.value_changed.connect(field.heard.append)
        field.complained.connect(field.complaints.append)
        for widget in (field, window.other, window.button):
            window.layout().addWidget(widget)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.setFocus()
        field.selectAll()
        return field

    return make


def turn(field, notches):
    delta = QPoint(0, 120 * notches)
    place = QPointF(5, 5)
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        place, field.mapToGlobal(place), QPoint(), delta, none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)


def test_a_comma_is_a_decimal_separator_on_an_indonesian_desktop(open_field):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    try:
        field = open_field(SGD, "learning_rate", 0.5)
        for text in ("0,01", "0.01"):
            field.selectAll()
            QTest.keyClicks(field, text)
            QTest.keyClick(field, Qt.Key.Key_Return)
            assert (field.value, field.text()) == (0.01, "0.01")
        assert field.heard == [0.01]
    finally:
        QLocale.setDefault(before)


def test_nothing_is_told_before_enter(open_field):
    field = open_field(Dense, "units", 4)
    QTest.keyClicks(field, "12")
    assert field.heard == []
    QTest.keyClick(field, Qt.Key.Key_Enter)
    assert field.heard == [12]


def test_leaving_the_field_commits(open_field, window):
    field = open_field(Dense, "units", 4)
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert window.other.hasFocus()
    assert field.heard == [7]


def test_an_invalid_text_is_explained_and_then_the_last_valid_value_returns(open_field):
    field = open_field(SGD, "learning_rate", 0.5)
    QTest.keyClicks(field, "fast")
    assert field.property("invalid") is True
    assert field.complaints[-1] == "Learning rate takes a number above 0. Received: 'fast'."
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value, field.heard) == ("0.5", 0.5, [])
    assert field.property("invalid") is False
    assert "fast" in field.complaints[-1]
    QTest.keyClicks(field, "1")
    assert field.complaints[-1] == ""


def test_escape_takes_back_what_was_typed(open_field):
    field = open_field(Dense, "units", 4)
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.heard) == ("4", [])


def test_arrows_page_keys_and_wheel_step(open_field, window):
    field = open_field(Dense, "units", 4)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    QTest.keyClick(field, Qt.Key.Key_Down)
    turn(field, 2)
    assert field.heard == [5, 15, 14, 16]
    window.other.setFocus()
    turn(field, 1)
    assert field.value == 16


def test_a_step_goes_on_from_what_is_typed(open_field):
    field = open_field(SGD, "learning_rate", 0.5)
    QTest.keyClicks(field, "0,02")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.heard == [0.05]


def test_an_optional_value_is_emptied(open_field):
    field = open_field(TrainingConfig, "loss_target", 0.1)
    assert field.placeholderText() == "none"
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.heard == [None]


def test_a_shape_is_typed(open_field):
    field = open_field(Input, "shape", (2,))
    QTest.keyClicks(field, "28 x 28, 1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.heard == [(28, 28, 1)]
    assert field.text() == "28×28×1"


def test_following_the_document_keeps_what_is_being_typed(open_field):
    field = open_field(Dense, "units", 4)
    QTest.keyClicks(field, "12")
    field.setCursorPosition(1)
    field.set_value(4)
    assert (field.text(), field.cursorPosition()) == ("12", 1)
    field.set_value(345)
    assert (field.text(), field.cursorPosition(), field.heard) == ("345", 1, [])


def test_a_press_on_a_button_without_focus_commits_first(open_field, window):
    field = open_field(Dense, "units", 4)
    seen = []
    window.button.pressed.connect(lambda: seen.append(field.value))
    QTest.keyClicks(field, "12")
    QTest.mouseClick(window.button, Qt.MouseButton.LeftButton)
    assert seen == [12]


def test_a_shortcut_commits_first(open_field, window):
    field = open_field(Dense, "units", 4)
    seen = []
    QShortcut(QKeySequence("Ctrl+R"), window, activated=lambda: seen.append(field.value))
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert seen == [12]


def test_undo_is_the_documents_unless_something_is_half_typed(open_field, window):
    field = open_field(Dense, "units", 4)
    undone = []
    stack = QUndoStack(window)
    QShortcut(QKeySequence.StandardKey.Undo, window, activated=lambda: undone.append(stack.index()))
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(undone) == 1
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(undone) == 1
    assert field.text() == "4"
