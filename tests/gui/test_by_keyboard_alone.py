"""A network drawn, named, grouped, mended and trained without a mouse: every key goes to whatever has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from engine.annotations import Frame, Note
from engine.graph import Edge
from engine.layers import GaussianNoise
from gui.canvas.overlays.chooser import Chooser
from gui.snapshot import State
from gui.timeline_bar import MomentSlider
from tests.gui.rest import rest

K = Qt.Key
PLAIN, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def keyboard(small_window, qtbot):
    """The window, once the canvas has the focus."""
    qtbot.waitUntil(small_window.canvas.hasFocus)
    return small_window


def focused() -> QWidget:
    popup = QApplication.activePopupWidget()
    return popup.search if isinstance(popup, Chooser) else popup or QApplication.focusWidget()


def press(*codes: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    for code in codes:
        QTest.keyClick(focused(), code, keys)
        rest()


def write(text: str, *then: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClicks(focused(), text)
    press(*then, keys=keys)


def test_what_has_the_keyboard_looks_different(qtbot):
    holder = QWidget()
    primary, ticked, empty, slider = QPushButton("Run"), QCheckBox("on"), QCheckBox("off"), MomentSlider()
    primary.setProperty("role", "primary")
    ticked.setChecked(True)
    slider.setOrientation(Qt.Orientation.Horizontal)
    column = QVBoxLayout(holder)
    for control in (QLineEdit(), primary, ticked, empty, slider):
        column.addWidget(control)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    for control in (primary, ticked, empty, slider):
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.grab().toImage() != before, control


def test_a_network_from_nothing_to_a_run(keyboard):
    document, canvas = keyboard.document, keyboard.canvas
    press(K.Key_N, keys=CONTROL)
    for kind in ("input", "dense", "dense", "output"):
        press(K.Key_Tab)
        write(kind, K.Key_Return)
    assert document.graph.order() == ("input_1", "dense_1", "dense_2", "output_1")
    press(K.Key_Left, K.Key_Left, K.Key_Return)
    write("5", K.Key_Return, K.Key_Escape)
    assert document.graph["dense_1"].layer.units == 5
    assert canvas.hasFocus()

    press(K.Key_Right, keys=SHIFT)
    press(K.Key_G, keys=CONTROL)
    write("Hidden", K.Key_Return, K.Key_Return)
    assert document.scope == "group_1"
    press(K.Key_Right, K.Key_E)
    press(K.Key_Up, keys=ALT)
    assert (document.scope, document.selection.single) == ("", "group_1")
    press(K.Key_2, keys=CONTROL)
    assert (document.graph.annotations["group_1"].title, document.graph.annotations["group_1"].tag) == (
        "Hidden",
        "teal",
    )
    press(K.Key_N)
    write("Why two?", K.Key_Return, keys=CONTROL)
    press(K.Key_F, keys=CONTROL | SHIFT)
    write("Remark", K.Key_Return)
    drawn = {type(each): each for each in document.graph.annotations.values()}
    assert (drawn[Note].text, drawn[Frame].title) == ("Why two?", "Remark")


def test_wires_and_problems_from_the_outline(keyboard):
    document, outline = keyboard.document, keyboard.outline
    document.push("", [document.graph.changed("dense_2", document.graph["dense_2"].layer.replace(units=3))])
    press(K.Key_O, keys=CONTROL | SHIFT)
    assert outline.tree.hasFocus()
    press(K.Key_End, K.Key_Right, K.Key_Down, K.Key_Return)
    assert document.graph["dense_2"].layer.units == 1, "Enter on a problem mends it"
    press(K.Key_Home, K.Key_Right, K.Key_Down, K.Key_A)
    write("dropout", K.Key_Return)
    assert Edge("input_1", "dropout_1") in document.graph.edges()
    assert document.selection.single == "dropout_1", "the row of the wire is gone, and what was made is selected"
    press(K.Key_R)
    write("gaussian noise", K.Key_Return)
    assert isinstance(document.graph["gaussian_noise_1"].layer, GaussianNoise)
    press(K.Key_Delete, keys=CONTROL)
    assert Edge("input_1", "dense_1") in document.graph.edges()
    press(K.Key_Z, keys=CONTROL)
    assert "gaussian_noise_1" in document.graph


def test_a_run_and_a_look_at_a_weight(keyboard, qtbot):
    session, canvas = keyboard.session, keyboard.canvas
    qtbot.waitUntil(lambda: session.can_run and session.network is not None)
    press(K.Key_Right, K.Key_Right, K.Key_I, K.Key_Down, K.Key_Return)
    (row,) = keyboard.inspector.pinned.rows
    assert row.name.text() == "a₂ of dense_1"
    press(K.Key_Escape, K.Key_Space)
    qtbot.waitUntil(lambda: session.state is State.RUNNING and session.history.epochs > 0)
    press(K.Key_Space, keys=SHIFT)
    qtbot.waitUntil(lambda: session.state is State.IDLE)
    press(K.Key_F5)
    assert keyboard.presentation.on
    press(K.Key_Escape)
    assert not keyboard.presentation.on
    assert canvas.hasFocus()
