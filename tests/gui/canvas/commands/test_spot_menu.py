"""The menu of a weight or a neuron, by mouse and by the menu key."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from gui.canvas.opened.opened_layers import PROBE
from gui.spot import OUTPUT, Spot
from tests.gui.canvas.hands import key
from tests.gui.canvas.test_view import choose, menu_at

WEIGHT = Spot("dense_1", "kernel", (1, 1))


def first_texts(menu):
    return [action.text() for action in menu.actions()[:5]]


def pinned(window):
    return [row.spot for row in window.inspector.pinned.rows]


def test_a_right_click_on_a_weight_pins_copies_and_walks(window, qtbot):
    canvas = window.canvas
    key(canvas, Qt.Key.Key_O)
    canvas.glide.jump()
    qtbot.waitUntil(lambda: len(window.session.last_snapshot.looks.get(PROBE, {})) == len(window.document.graph))
    canvas.viewport().grab()
    line = canvas.network.insides.lines[Edge("input_1", "dense_1")].line(5).pointAt(0.3)
    menu = menu_at(canvas, canvas.mapFromScene(line))
    assert first_texts(menu) == [
        "Pin w₂,₂ of dense_1", "Copy its value", "Walk on from here with the arrow keys", "", "Edit",
    ]  # fmt: skip
    assert window.document.selection.single_node == "dense_1"
    choose(menu, "Pin w₂,₂ of dense_1")
    menu.close()
    assert pinned(window) == [WEIGHT]
    menu = menu_at(canvas, canvas.mapFromScene(line))
    choose(menu, "Copy its value")
    weight = window.session.network.state_dict()["dense_1.kernel"][1, 1]
    assert np.float32(QGuiApplication.clipboard().text()) == weight
    QGuiApplication.clipboard().clear()
    choose(menu, "Unpin w₂,₂ of dense_1")
    choose(menu, "Walk on from here with the arrow keys")
    menu.close()
    assert pinned(window) == []
    assert canvas.footing.spot == WEIGHT
    key(canvas, Qt.Key.Key_Left)
    assert canvas.footing.spot == Spot("input_1", OUTPUT, (1,))


def test_the_menu_key_means_the_weight_on_which_the_keyboard_stands(window):
    canvas = window.canvas
    canvas.document.select(["dense_1"])
    key(canvas, Qt.Key.Key_I)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), canvas.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(canvas.viewport(), event)
    menu = QApplication.activePopupWidget()
    choose(menu, "Pin a₁ of dense_1")
    menu.close()
    assert pinned(window) == [Spot("dense_1", OUTPUT, (0,))]
    key(canvas, Qt.Key.Key_Down)
    assert canvas.footing.spot == Spot("dense_1", OUTPUT, (1,))
