"""Inside opened layers by keyboard alone: neurons, lines and cells one after the other, told and pinned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from engine.data import DataSource, Preparation
from engine.graph import Graph
from engine.layers import Conv2D, Dense, GlobalAveragePooling2D, Input, Output
from engine.project import Project
from engine.training_config import TrainingConfig
from gui.canvas.opened.opened_layers import PROBE
from gui.main_window import MainWindow
from gui.spot import OUTPUT, Spot
from tests.gui.canvas.hands import click, key

K, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(window: MainWindow, qtbot):
    """The window's canvas on 2-4-1 with all layers opened, and what a first look has brought."""
    key(window.canvas, K.Key_O)
    wait_for_looks(window, qtbot)
    window.document.select(["dense_1"])
    return window.canvas


def wait_for_looks(window, qtbot):
    qtbot.waitUntil(lambda: len(window.session.last_snapshot.looks.get(PROBE, {})) == len(window.document.graph))


def walk(view, *codes) -> list[Spot]:
    """Where each key leads."""
    spots = []
    for code in codes:
        key(view, code)
        spots.append(view.footing.spot)
    return spots


def unit(node: str, number: int) -> Spot:
    return Spot(node, OUTPUT, (number,))


def weight(node: str, source: int, target: int) -> Spot:
    return Spot(node, "kernel", (source, target))


def test_arrows_go_from_neuron_to_weight_to_neuron(canvas):
    assert walk(canvas, K.Key_I, K.Key_Down) == [unit("dense_1", 0), unit("dense_1", 1)]
    assert walk(canvas, K.Key_Left, K.Key_Down, K.Key_Up, K.Key_Up) == [
        weight("dense_1", 0, 1), weight("dense_1", 1, 1), weight("dense_1", 0, 1), weight("dense_1", 0, 1),
    ]  # fmt: skip
    assert walk(canvas, K.Key_Left, K.Key_Left, K.Key_Down) == [unit("input_1", 0)] * 2 + [unit("input_1", 1)]
    assert canvas.document.selection.single_node == "input_1"
    assert walk(canvas, K.Key_Right, K.Key_Up, K.Key_Right) == [
        weight("dense_1", 1, 3), weight("dense_1", 1, 2), unit("dense_1", 2),
    ]  # fmt: skip


def test_the_number_is_told_beside_the_weight_and_stays_true(canvas, window, qtbot):
    walk(canvas, K.Key_I, K.Key_Left)
    told = canvas.note.text
    assert told.startswith("w₁,₁ of dense_1 = ")
    assert "a₁ = " in told
    assert canvas.network.insides.hovered == weight("dense_1", 0, 0)
    middle = canvas.mapFromScene(canvas.network.insides.outline(weight("dense_1", 0, 0)).boundingRect().center())
    assert (canvas.note.pos() - middle).manhattanLength() < 300
    window.session.step_batch()
    qtbot.waitUntil(lambda: canvas.note.text != told and "gradient" in canvas.note.text)
    assert canvas.note.isVisible()


def test_enter_pins_and_escape_goes_back_to_the_card(canvas, window):
    walk(canvas, K.Key_I, K.Key_Left)
    key(canvas, K.Key_Return)
    assert [row.spot for row in window.inspector.pinned.rows] == [weight("dense_1", 0, 0)]
    key(canvas, K.Key_Escape)
    assert (canvas.footing, canvas.network.insides.hovered) == (None, None)
    assert not canvas.note.isVisible()
    assert canvas.document.selection.single_node == "dense_1"
    key(canvas, K.Key_Right)
    assert canvas.document.selection.single_node == "dense_2"


def test_a_closed_layer_is_opened_and_other_keys_keep_their_meaning(window, qtbot):
    canvas = window.canvas
    canvas.document.select(["dense_2"])
    assert walk(canvas, K.Key_I) == [unit("dense_2", 0)]
    assert canvas.opened.is_open("dense_2")
    before = canvas.opened.quantity
    key(canvas, K.Key_W)
    assert canvas.opened.quantity is not before
    key(canvas, K.Key_O)
    key(canvas, K.Key_Left)
    assert canvas.footing is None, "it was closed"
    walk(canvas, K.Key_I)
    click(canvas, QPoint(40, 500))
    assert canvas.footing is None, "the mouse points elsewhere"
    canvas.document.select(["dense_2"])
    walk(canvas, K.Key_I)
    window.palette_panel.search.setFocus()
    assert canvas.footing is None


def test_a_screen_reader_is_told(canvas, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    key(canvas, K.Key_Right)
    assert said == ["Dense, dense_2"]
    key(canvas, K.Key_I)
    assert said[1].startswith("a₁ of dense_2 = ")
    QTest.keyClick(canvas, K.Key_Escape)
    key(canvas, K.Key_C)
    assert said[2:] == ["There is no free input to which dense_2 could lead."]


def test_cells_of_kernels_in_pictures_one_by_one_and_over_the_gap(window, qtbot):
    canvas, graph = window.canvas, Graph()
    pooled = graph.add(
        GlobalAveragePooling2D(), after=graph.add(Conv2D(filters=2), after=graph.add(Input(shape=(8, 8, 1))))
    )
    classes = graph.add(Dense(units=10, activation="softmax"), after=pooled)
    graph.add(Output(loss="categorical_crossentropy"), after=classes)
    data = DataSource.resolve({"kind": "digits", "as_image": True})
    canvas.document.replace(Project(graph, TrainingConfig(), data, Preparation()))
    canvas.document.select(["conv2d_1"])
    key(canvas, K.Key_O)
    qtbot.waitUntil(lambda: "conv2d_1" in window.session.last_snapshot.looks.get(PROBE, {}))
    kernel = [spot.index for spot in walk(canvas, K.Key_I, K.Key_Right, K.Key_Right, K.Key_Down, K.Key_Down)]
    assert kernel == [(0, 0, 0, 0), (0, 1, 0, 0), (0, 2, 0, 0), (1, 2, 0, 0), (2, 2, 0, 0)]
    across = walk(canvas, K.Key_Down)[0].index
    assert across == (0, 2, 0, 1), "the second kernel stands below the first"
    key(canvas, K.Key_Down, SHIFT)
    assert canvas.footing.spot.index == (2, 2, 0, 1)


def test_cells_are_walked_before_anything_is_known_of_their_values(view):
    view.document.select(["dense_1"])
    assert walk(view, K.Key_I, K.Key_Left, K.Key_Down)[1:] == [weight("dense_1", 1, 0), weight("dense_1", 1, 1)]
    assert view.note.text.startswith("w₂,₂ of dense_1 = ")
