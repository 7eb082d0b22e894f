"""Selecting, moving and panning by mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from engine.graph import Edge
from engine.layers import Dense
from gui.canvas.cards.node_item import wire_ends
from gui.canvas.commands import operations
from gui.canvas.geometry import Port
from gui.document import Selection
from tests.gui.canvas.hands import click, drag, key, lead, pixel_of, port_pixel, press, release, wire_pixel

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
FIRST_WIRE = Edge("input_1", "dense_1", 0)


def test_a_click_selects_and_shift_adds_and_takes_away(view, document):
    click(view, pixel_of(view, "dense_1"))
    assert document.selection == Selection(frozenset({"dense_1"}))
    assert view.network.nodes["dense_1"].state.selected
    click(view, pixel_of(view, "dense_2"), SHIFT)
    assert document.selection.nodes == {"dense_1", "dense_2"}
    click(view, pixel_of(view, "dense_1"), SHIFT)
    assert document.selection.nodes == {"dense_2"}
    assert not view.network.nodes["dense_1"].state.selected
    click(view, QPoint(10, 10))
    assert not document.selection


def test_a_click_selects_a_wire(view, document):
    click(view, wire_pixel(view, FIRST_WIRE))
    assert document.selection == Selection(frozenset(), frozenset({FIRST_WIRE}))
    click(view, pixel_of(view, "dense_1"), SHIFT)
    assert document.selection == Selection(frozenset({"dense_1"}), frozenset({FIRST_WIRE}))


def test_moving_snaps_and_is_one_exact_step(view, document):
    before = document.graph.copy()
    start = pixel_of(view, "dense_1")
    press(view, start)
    lead(view, start + QPoint(20, 20), start + QPoint(41, 53))
    assert document.graph == before
    assert view.network.nodes["dense_1"].pos().toTuple() == (240.0, 56.0)
    assert wire_ends(view.network.nodes, FIRST_WIRE)[3] == 56.0
    release(view, start + QPoint(41, 53))
    assert document.graph["dense_1"].position == (240.0, 56.0)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before
    assert view.network.nodes["dense_1"].pos().toTuple() == before["dense_1"].position
    geometry = view.network.wires.geometry()
    assert geometry.points[geometry.row_of[FIRST_WIRE]].tolist() == [72.0, 0.0, 128.0, 0.0]


def test_all_that_is_selected_moves(view, document):
    document.select(["dense_1", "dense_2"])
    start = pixel_of(view, "dense_2")
    drag(view, start, start + QPoint(0, 80))
    assert {node.id: node.position[1] for node in document.graph} == {
        "input_1": 0.0, "dense_1": 80.0, "dense_2": 80.0, "output_1": 0.0,
    }  # fmt: skip
    assert document.undo_stack.count() == 1


def test_a_trembling_click_moves_nothing(view, document):
    start = pixel_of(view, "dense_1")
    drag(view, start, start + QPoint(2, 2))
    assert document.undo_stack.count() == 0
    assert document.selection.nodes == {"dense_1"}


def test_escape_puts_a_moved_card_back(view, document):
    start = pixel_of(view, "dense_1")
    press(view, start)
    lead(view, start + QPoint(60, 60))
    key(view, Qt.Key.Key_Escape)
    release(view, start + QPoint(60, 60))
    assert document.undo_stack.count() == 0
    assert view.network.nodes["dense_1"].pos().toTuple() == (200.0, 0.0)


def test_undo_in_the_middle_of_a_drag_shows_what_the_graph_says(view, document):
    start = pixel_of(view, "dense_1")
    drag(view, start, start + QPoint(0, 80))
    press(view, pixel_of(view, "dense_1"))
    lead(view, start + QPoint(90, 120))
    document.undo_stack.undo()
    assert view.network.nodes["dense_1"].pos().toTuple() == document.graph["dense_1"].position == (200.0, 0.0)
    release(view, start + QPoint(90, 120))
    assert document.graph["dense_1"].position == (200.0, 0.0)


def test_rubber_band(view, document):
    one, two = pixel_of(view, "dense_1"), pixel_of(view, "dense_2")
    press(view, one + QPoint(-20, -120))
    lead(view, one, two)
    assert document.selection.nodes == {"dense_1", "dense_2"}
    lead(view, one)
    assert document.selection.nodes == {"dense_1"}
    items = len(view.network.items())
    release(view, one)
    assert len(view.network.items()) == items - 1
    corner = pixel_of(view, "output_1") + QPoint(0, -120)
    press(view, corner, SHIFT)
    lead(view, corner + QPoint(10, 40), pixel_of(view, "output_1"))
    release(view, pixel_of(view, "output_1"), SHIFT)
    assert document.selection.nodes == {"dense_1", "output_1"}


def test_escape_gives_back_what_was_selected_before_the_band(view, document):
    document.select(["output_1"])
    press(view, QPoint(10, 10))
    lead(view, pixel_of(view, "dense_1"))
    key(view, Qt.Key.Key_Escape)
    assert document.selection.nodes == {"output_1"}


def test_middle_button_and_control_drag_pan(view, document):
    no_key = Qt.KeyboardModifier.NoModifier
    for button, keys in ((Qt.MouseButton.MiddleButton, no_key), (Qt.MouseButton.LeftButton, CONTROL)):
        before = pixel_of(view, "dense_1")
        start = QPoint(30, 30)
        press(view, start, keys, button)
        lead(view, start + QPoint(50, 20), start + QPoint(120, 75))
        release(view, start + QPoint(120, 75), keys, button)
        assert pixel_of(view, "dense_1") - before == QPoint(120, 75)
    assert not document.selection


def test_the_port_under_the_mouse_is_lit(view):
    lead(view, port_pixel(view, "dense_1"))
    assert view.network.look.hovered_port == Port("dense_1", None)
    lead(view, QPoint(10, 10))
    assert view.network.look.hovered_port is None


def test_a_double_click_asks_to_edit(view, qtbot):
    with qtbot.waitSignal(view.edit_requested) as asked:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel_of(view, "dense_2"))
    assert asked.args == ["dense_2"]


def test_an_undo_beneath_a_rubber_band_brings_nothing_back_that_is_gone(view, document):
    made = operations.add_layer(document, Dense(units=2), (0.0, 200.0))
    document.select(["dense_1", made])
    told = []
    document.selection_changed.connect(lambda selection: told.extend(key in document.graph for key in selection.nodes))
    press(view, QPoint(5, 5))
    lead(view, QPoint(15, 15))
    document.undo_stack.undo()
    assert all(told)  # whoever follows the selection looks up what is in it
    assert not view.is_busy
    assert document.selection == Selection(frozenset({"dense_1"}))
