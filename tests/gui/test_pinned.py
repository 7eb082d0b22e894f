"""Numbers pinned to the inspector, through the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from engine.graph import Edge
from engine.project import load_example
from gui.canvas.opened.opened_layers import PROBE as OPENED
from gui.document import Document
from gui.i18n import number
from gui.main_window import MainWindow
from gui.pinned import MOST, PROBE
from gui.snapshot import State
from gui.spot import OUTPUT, Spot
from tests.gui.canvas.hands import click, key

WEIGHT = Spot("dense_1", "kernel", (1, 2))


@pytest.fixture
def window(qtbot):
    opened = MainWindow(Document(load_example("moons")))
    opened.resize(1440, 900)
    with qtbot.waitActive(opened):
        opened.show()
        opened.activateWindow()
    qtbot.waitUntil(lambda: opened.session.can_run and opened.session.network is not None)
    yield opened
    opened.session.close()
    opened.hide()
    opened.deleteLater()


def rows(window):
    return [(row.name.text(), row.value.text()) for row in window.inspector.pinned.rows]


def weight_text(window):
    return number(float(window.session.network.state_dict()["dense_1.kernel"][1, 2]), 3)


def pin_by_mouse(qtbot, window):
    """Open two layers, then click on the line of one weight."""
    canvas = window.canvas
    window.document.select(["input_1", "dense_1"])
    window.actions_by_id["open_layer"].trigger()
    qtbot.waitUntil(lambda: "dense_1" in window.session.last_snapshot.looks.get(OPENED, {}))
    canvas.viewport().grab()
    line = canvas.network.insides.lines[Edge("input_1", "dense_1", 0)].line(8 + 2)
    click(canvas, canvas.mapFromScene(line.pointAt(0.4)))
    qtbot.waitUntil(lambda: PROBE in window.session.last_snapshot.looks)


def test_a_click_pins_a_weight_and_training_moves_its_number(qtbot, window):
    assert window.inspector.pinned.isHidden()
    pin_by_mouse(qtbot, window)
    assert rows(window) == [("w₂,₃ of dense_1", weight_text(window))]
    assert window.canvas.network.insides.pinned == (WEIGHT,)
    before = rows(window)
    window.session.step_epoch()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED)
    assert rows(window) != before
    assert rows(window) == [("w₂,₃ of dense_1", weight_text(window))]
    assert "gradient" in window.inspector.pinned.rows[0].note.text()


def test_a_pin_lives_on_when_its_layer_is_closed(qtbot, window):
    pin_by_mouse(qtbot, window)
    window.document.select(["input_1", "dense_1"])
    key(window.canvas, Qt.Key.Key_O)
    window.session.step_batch()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED)
    assert OPENED not in window.session.last_snapshot.looks
    assert rows(window) == [("w₂,₃ of dense_1", weight_text(window))]


def test_the_cross_lets_a_number_go(qtbot, window):
    pin_by_mouse(qtbot, window)
    cross = window.inspector.pinned.findChild(QToolButton, "unpin")
    assert cross.accessibleName() == "Unpin w₂,₃ of dense_1"
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert rows(window) == []
    assert window.canvas.network.insides.pinned == ()
    assert window.inspector.pinned.isHidden()
    window.session.step_batch()
    qtbot.waitUntil(lambda: window.session.state is State.PAUSED)
    assert PROBE not in window.session.last_snapshot.looks


def test_a_second_click_lets_a_number_go(qtbot, window):
    pin_by_mouse(qtbot, window)
    line = window.canvas.network.insides.lines[Edge("input_1", "dense_1", 0)].line(8 + 2)
    click(window.canvas, window.canvas.mapFromScene(line.pointAt(0.4)))
    assert rows(window) == []


def test_pins_stand_above_the_fields_and_fold_away(qtbot, window):
    pin_by_mouse(qtbot, window)
    pinned, page = window.inspector.pinned, window.inspector.layer_page
    window.document.select(["dense_2"])
    row = pinned.rows[0]
    assert page.isVisible()
    assert row.mapTo(window.inspector, row.rect().bottomLeft()).y() < page.mapTo(window.inspector, QPoint()).y()
    assert not row.visibleRegion().isEmpty(), "in sight without scrolling"
    assert pinned.button.text() == "Pinned (1)"
    pinned.button.setFocus()
    QTest.keyClick(pinned.button, Qt.Key.Key_Space)
    assert not row.isVisible()
    assert pinned.button.isVisible()
    pinned.toggle(Spot("dense_1", OUTPUT, (0,)))
    assert row.isVisible(), "what is pinned now is seen"


def test_not_too_many_numbers_are_kept(window):
    pinned = window.inspector.pinned
    for unit in range(MOST + 2):
        pinned.toggle(Spot("dense_1", OUTPUT, (unit,)))
    assert [row.spot.index[0] for row in pinned.rows] == list(range(2, MOST + 2))


def test_a_layer_that_is_gone_leaves_a_dash_and_another_project_nothing(qtbot, window):
    pinned = window.inspector.pinned
    pinned.toggle(WEIGHT)
    qtbot.waitUntil(lambda: rows(window)[0][1] == weight_text(window))
    window.document.select(["dense_1"])
    window.canvas.delete_selection()
    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: rows(window)[0][1] == weight_text(window))
    window.files.open_example("xor")
    assert rows(window) == []


def test_the_menus_choose_what_weights_and_neurons_show(window):
    for menu, text, now in (
        (window._menus._on_weights, "Last update", lambda: window.canvas.opened.quantity.value == "update"),
        (window._menus._on_neurons, "Bias", lambda: window.canvas.opened.fill.value == "bias"),
    ):
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == text).trigger()
        assert now()
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions() if action.isChecked()] == [text]


def test_a_neuron_is_told_as_it_is_filled(qtbot, window):
    pinned, canvas = window.inspector.pinned, window.canvas
    pinned.toggle(Spot("dense_1", OUTPUT, (0,)))
    qtbot.waitUntil(lambda: PROBE in window.session.last_snapshot.looks)
    look = window.session.last_snapshot.looks[PROBE]["dense_1"]
    assert rows(window)[0][1] == number(float(look.output.mean[0]), 3)
    canvas.setFocus()
    key(canvas, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert rows(window)[0][1] == number(float(look.output.first[0]), 3)


def test_a_key_of_the_menu_opens_the_selected_layers(window):
    window.document.select(["dense_1"])
    key(window.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.canvas.opened.is_open("dense_1")
    window.document.select()
    assert window.actions_by_id["open_layer"].isEnabled(), "then all in view"
