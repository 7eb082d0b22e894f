"""Opened layers under edits: those that change their shape and those that take them away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import edits
from engine.layers import LSTM, Input
from engine.project import load_example
from gui.canvas import NetworkView
from gui.document import Document
from tests.gui.canvas.hands import key, lead, pixel_of, port_pixel, press
from tests.gui.projects import moons


def canvas(qtbot, project):
    view = NetworkView(Document(project))
    qtbot.addWidget(view)
    view.resize(1000, 600)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def test_an_opened_lstm_takes_more_units_and_fewer(qtbot):
    view = canvas(qtbot, load_example("digits_rows"))
    document = view.document
    document.select(["lstm_1"])
    key(view, Qt.Key.Key_O)
    document.push("Change", edits.change(document.graph, "lstm_1", LSTM(units=60)))
    assert view.network.look.pictures["lstm_1"].column.count == 60
    document.push("Change", edits.change(document.graph, "lstm_1", LSTM(units=5)))
    document.undo_stack.undo()
    assert view.network.look.pictures["lstm_1"].column.count == 60


def test_opened_layers_may_go_while_a_wire_or_a_card_is_led(qtbot):
    view = canvas(qtbot, moons())
    document = view.document
    made, changes = edits.add(document.graph, Input(shape=(3,)), (0.0, 200.0))
    document.push("Add", changes)
    for pixel in (port_pixel(view, "dense_1"), pixel_of(view, "dense_1")):
        document.select([made, "dense_1"])
        key(view, Qt.Key.Key_O)
        assert made in view.opened.item.layers
        document.select(["dense_1"])
        press(view, pixel)
        lead(view, pixel + QPoint(30, 60), pixel + QPoint(40, 90))
        document.undo_stack.undo()
        assert not view.is_busy
        assert set(view.opened.item.layers) == {"dense_1"}
        document.undo_stack.redo()
        assert set(view.opened.item.layers) == {made, "dense_1"}
        document.select([made, "dense_1"])
        key(view, Qt.Key.Key_O)


def test_a_layer_stays_open_when_another_kind_takes_its_place(qtbot):
    view = canvas(qtbot, moons())
    view.document.select(["dense_1"])
    key(view, Qt.Key.Key_O)
    key(view, Qt.Key.Key_R)
    chooser = QApplication.activePopupWidget()
    QTest.keyClicks(chooser.search, "batch")
    QTest.keyClick(chooser.search, Qt.Key.Key_Return)
    assert set(view.opened.item.layers) == {"batch_normalization_1"}
    view.document.undo_stack.undo()
    assert set(view.opened.item.layers) == {"dense_1"}


def test_the_gates_are_all_called_by_their_names_or_all_by_their_letters(qtbot):
    view = canvas(qtbot, load_example("digits_rows"))
    view.document.select(["lstm_1"])
    key(view, Qt.Key.Key_O)
    words = view.opened.item._words["lstm_1"]
    font, told = words.written()
    assert told == ["i · input gate", "f · forget gate", "c · candidate", "o · output gate"]
    widest = max(map(QFontMetricsF(font).horizontalAdvance, told))
    words._labels = [(QRectF(0, 0, 0.93 * widest, 16), label) for _, label in words._labels]
    smaller, as_before = words.written()
    assert as_before == told
    assert smaller.pixelSize() < font.pixelSize()
    words._labels = [(QRectF(0, 0, widest / 2, 16), label) for _, label in words._labels]
    assert words.written() == (font, ["i", "f", "c", "o"])
