"""Layers and wires chosen from a list: ranked by what fits, connected at once, one undo step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.graph import Edge
from engine.layers import Add, Conv2D, Dense, Dropout
from gui.canvas.commands.operations import add_layer, replace_kind
from gui.canvas.gestures.overlay_items import PreviewWire
from gui.canvas.overlays.chooser import Chooser
from tests.gui.canvas.hands import click, drag, key, pixel_of, port_pixel
from tests.gui.canvas.test_scene import assert_shows_graph

K = Qt.Key


def chooser(view) -> Chooser:
    return next(found for found in view.findChildren(Chooser) if found.isVisible())


def texts(view) -> list[str]:
    shown = chooser(view).list
    return [shown.item(row).text() for row in range(shown.count())]


def choose(view, typed: str) -> None:
    QTest.keyClicks(chooser(view).search, typed)
    QTest.keyClick(chooser(view).search, K.Key_Return)


def previews(view):
    return [item for item in view.network.items() if isinstance(item, PreviewWire)]


def test_tab_adds_behind_the_selected_layer_connected_in_one_step(view, document):
    before = document.graph.copy()
    click(view, pixel_of(view, "dense_1"))
    key(view, K.Key_Tab)
    choose(view, "drop")
    assert Edge("dense_1", "dropout_1", 0) in document.graph.edges()
    assert document.selection.single_node == "dropout_1"
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_tab_after_tab_draws_a_chain(view, document):
    document.select(["input_1"])
    for name in ("dense", "drop", "dense"):
        key(view, K.Key_Tab)
        choose(view, name)
    assert [document.graph.incoming(node)[0].source for node in ("dense_3", "dropout_1", "dense_4")] == [
        "input_1", "dense_3", "dropout_1",
    ]  # fmt: skip


def test_the_text_below_tells_of_the_line_onto_which_the_mouse_moves(view, document):
    document.select(["dense_1"])
    key(view, K.Key_Tab)
    shown = chooser(view)
    first, row = shown.note.text(), texts(view).index("Dropout")
    for away in (QPoint(-1, 0), QPoint()):  # the mouse has to move
        QTest.mouseMove(shown.list.viewport(), shown.list.visualItemRect(shown.list.item(row)).center() + away)
        QApplication.processEvents()
    assert shown.note.text() not in (first, "")
    assert shown.list.currentRow() == row
    for number in range(1, 7):  # the list scrolls beneath the mouse
        QTest.keyClick(shown.search, K.Key_Down)
        assert shown.list.currentRow() == row + number
    QTest.keyClick(shown.search, K.Key_PageUp)
    QTest.keyClick(shown.search, K.Key_PageUp)
    assert shown.list.currentRow() == 0


def test_a_double_click_on_empty_canvas_adds_at_the_cursor(view, document, qtbot):
    pixel = QPoint(300, 520)
    wanted = view.mapToScene(pixel)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
    choose(view, "flatten")
    x, y = document.graph["flatten_1"].position
    assert abs(x - wanted.x()) <= 4
    assert abs(y - wanted.y()) <= 4
    assert not document.graph.incoming("flatten_1")


@pytest.fixture
def wide(document):
    """dense_1 with 64 units, as many as a picture of 8×8 has pixels."""
    document.push("", [document.graph.changed("dense_1", Dense(units=64))])
    document.undo_stack.clear()


def test_what_fits_stands_first_and_what_was_used_last_before_its_like(view, document, wide):
    document.select(["dense_1"])
    view.shelf.use(Dropout)
    key(view, K.Key_Tab)
    listed = texts(view)
    first, last = chooser(view).list.item(0), chooser(view).list.item(len(listed) - 1)
    assert last.foreground() != first.foreground()
    assert listed[0] == "Dropout"
    assert listed.index("Dense") < listed.index(Conv2D.label) < listed.index("Input")


def test_the_highlighted_choice_is_described(view, document, wide):
    document.select(["dense_1"])
    key(view, K.Key_Tab)
    QTest.keyClicks(chooser(view).search, "dense")
    assert chooser(view).note.text() == Dense.summary
    chooser(view).search.clear()
    QTest.keyClicks(chooser(view).search, "conv2d")
    assert chooser(view).note.text() == "Comes with Reshape (8×8×1) between."


def test_a_choice_that_needs_an_adapter_brings_it_along(view, document, wide):
    document.select(["dense_1"])
    key(view, K.Key_Tab)
    choose(view, "conv2d")
    assert {Edge("dense_1", "reshape_1", 0), Edge("reshape_1", "conv2d_1", 0)} < set(document.graph.edges())
    assert document.undo_stack.count() == 1


def test_what_nothing_can_enter_is_added_alone_and_says_why(view, document):
    count = len(document.graph.edges())
    document.select(["dense_1"])
    key(view, K.Key_Tab)
    choose(view, "input")
    assert len(document.graph.edges()) == count
    assert "nothing enters it" in view.note.text


def test_a_wire_dropped_on_empty_canvas_offers_what_can_follow(view, document):
    before = document.graph.copy()
    drag(view, port_pixel(view, "dense_1"), QPoint(480, 520))
    assert previews(view)
    assert "Input" not in texts(view)
    choose(view, "dense")
    assert not previews(view)
    (edge,) = document.graph.incoming("dense_3")
    assert edge == Edge("dense_1", "dense_3", 0)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_a_wire_from_an_input_offers_what_can_precede(view, document):
    loose = add_layer(document, Dense(), (200.0, 200.0))
    view.fit()
    drag(view, port_pixel(view, loose, 0), QPoint(60, 560))
    assert "Output" not in texts(view)
    assert "Input" in texts(view)
    choose(view, "input")
    assert Edge("input_2", loose, 0) in document.graph.edges()
    assert document.undo_stack.count() == 2


@pytest.mark.parametrize("way", ["escape", "elsewhere"])
def test_a_wire_that_leads_nowhere_goes_when_nothing_is_chosen(view, document, way):
    before = document.graph.copy()
    drag(view, port_pixel(view, "dense_1"), QPoint(480, 520))
    if way == "escape":
        QTest.keyClick(chooser(view).search, K.Key_Escape)
    else:
        chooser(view).close()
    assert not previews(view)
    assert document.graph == before
    assert document.undo_stack.count() == 0


def test_a_click_on_a_port_offers_nothing(view, document):
    click(view, port_pixel(view, "dense_1"))
    assert not [found for found in view.findChildren(Chooser) if found.isVisible()]


def test_c_lists_adapters_and_inserts_them(view, document):
    wide = add_layer(document, Dense(units=5), (0.0, 200.0))
    joint = add_layer(document, Add(), (400.0, 200.0))
    view.fit()
    drag(view, port_pixel(view, "input_1"), port_pixel(view, wide, 0))
    drag(view, port_pixel(view, "input_1"), port_pixel(view, joint, 0))
    count = document.undo_stack.count()
    document.select([wide])
    view.network.focus(None)
    key(view, K.Key_C)
    assert texts(view) == [f"Add · {joint}, with Dense (2 units · linear) between"]
    QTest.keyClick(chooser(view).search, K.Key_Return)
    assert {Edge(wide, "dense_4", 0), Edge("dense_4", joint, 1)} < set(document.graph.edges())
    assert document.undo_stack.count() == count + 1


def test_r_replaces_in_place_and_tells_what_is_lost(view, document):
    document.push("", [document.graph.changed("dense_1", Dense(units=7, activation="tanh"))])
    before = document.graph.copy()
    document.select(["dense_1"])
    key(view, K.Key_R)
    choose(view, "dropout")
    assert document.graph["dropout_1"].layer == Dropout()
    assert "dense_1" not in document.graph, "a Dropout is not called dense_1"
    assert set(document.graph.edges()) == {
        Edge(called.get(edge.source, edge.source), called.get(edge.target, edge.target), edge.port)
        for edge in before.edges()
        for called in [{"dense_1": "dropout_1"}]
    }
    assert_shows_graph(view.network)
    assert document.selection.single_node == "dropout_1"
    assert view.note.text == "Not kept: Units, Activation."
    assert document.undo_stack.count() == 2
    assert document.undo_stack.undoText() == "Replace dense_1 with Dropout"
    document.undo_stack.undo()
    assert document.graph == before
    assert_shows_graph(view.network)
    assert document.selection.single_node == "dense_1"


def test_the_keyboards_ring_goes_with_a_layer_that_is_replaced(view, document):
    view.network.focus("dense_1")
    replace_kind(document, "dense_1", Dropout())
    assert view.network.look.focused == "dropout_1"
    document.undo_stack.undo()
    assert view.network.look.focused == "dense_1"


def test_an_end_of_the_network_is_no_replacement_for_its_middle(view, document):
    document.select(["dense_1"])
    key(view, K.Key_R)
    assert "Dropout" in texts(view)
    assert not {"Input", "Output", "Dense"} & set(texts(view))


def test_a_replacement_that_keeps_all_tells_nothing(view, document):
    document.push("", [document.graph.changed("dense_1", Dense(units=7))])
    document.select(["dense_1"])
    key(view, K.Key_R)
    choose(view, "lstm")
    assert document.graph["lstm_1"].layer.units == 7
    assert not view.note.isVisible()


def test_r_reconnects_the_selected_wire(view, document):
    loose = add_layer(document, Dense(), (200.0, 200.0))
    document.select((), [Edge("input_1", "dense_1", 0)])
    key(view, K.Key_R)
    assert texts(view) == [f"→ Dense · {loose}", f"Dense · {loose} →"]
    QTest.keyClick(chooser(view).search, K.Key_Return)
    assert Edge("input_1", loose, 0) in document.graph.edges()
    assert Edge("input_1", "dense_1", 0) not in document.graph.edges()
    assert document.undo_stack.undoText() == "Reconnect"
    assert document.undo_stack.count() == 2


def test_a_wire_with_nowhere_else_to_go_says_so(view, document):
    document.select((), [Edge("input_1", "dense_1", 0)])
    key(view, K.Key_R)
    assert "nowhere else" in view.note.text


def test_a_layer_is_put_into_the_selected_wire_by_keys_alone(view, document):
    before, wire = document.graph.copy(), Edge("dense_1", "dense_2")
    document.select(["dense_1"])
    key(view, Qt.Key.Key_E)
    key(view, Qt.Key.Key_E)
    assert document.selection.single_edge == wire
    key(view, Qt.Key.Key_A)
    listed = chooser(view)
    assert listed.search.placeholderText() == "Insert between dense_1 and dense_2"
    notes = {choice.value.layer.name: (choice.muted, choice.note) for choice in listed._choices}
    assert {"Input", "Output"}.isdisjoint(notes)
    assert notes["Conv2D"][0]
    assert "Convolution 2D needs" in notes["Conv2D"][1]
    QTest.keyClicks(listed.search, "dropout")
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert document.graph.order() == ("input_1", "dense_1", "dropout_1", "dense_2", "output_1")
    assert wire not in document.graph.edges()
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_the_list_is_as_high_as_what_is_found(view, document):
    document.select(["dense_1"])
    key(view, K.Key_Tab)
    box = chooser(view)
    high = box.height()
    QTest.keyClicks(box.search, "dropout")
    rows = box.list.count()
    assert 0 < rows < 10
    assert box.list.viewport().height() == rows * box.list.sizeHintForRow(0), "whole rows and no empty one"
    assert box.height() < high
    QTest.keyClicks(box.search, "zzz")
    assert (box.list.count(), box.note.text()) == (0, "Nothing is called so.")
    box.search.clear()
    assert box.height() == high
    box.close()
