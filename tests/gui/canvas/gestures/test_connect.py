"""Wires are drawn from port to port; what is refused says why and changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import edits
from engine.graph import Edge, RemoveEdge
from engine.layers import Add, Conv2D, Dense, Input, Output
from gui.canvas.commands.operations import add_layer
from gui.canvas.geometry import Port
from tests.gui.canvas.hands import drag, key, lead, pixel_of, port_pixel, press, release

LOOSE = "dense_3"


@pytest.fixture
def loose(document, view):
    """A further Dense without wires, in view."""
    add_layer(document, Dense(), (200.0, 160.0))
    view.fit()
    return LOOSE


def test_output_to_input(view, document, loose):
    drag(view, port_pixel(view, "input_1"), port_pixel(view, loose, 0))
    assert Edge("input_1", loose, 0) in document.graph.edges()
    assert document.undo_stack.undoText() == "Connect input_1 to dense_3"
    document.undo_stack.undo()
    assert Edge("input_1", loose, 0) not in document.graph.edges()


def test_input_to_output(view, document, loose):
    drag(view, port_pixel(view, loose, 0), port_pixel(view, "dense_1"))
    assert Edge("dense_1", loose, 0) in document.graph.edges()


def test_after_a_refused_drop_the_port_under_the_mouse_is_marked(view):
    drag(view, port_pixel(view, "dense_2"), port_pixel(view, "dense_1", 0))
    assert view.network.look.hovered_port == Port("dense_1", 0)


def test_anywhere_on_a_card_will_do(view, document, loose):
    drag(view, port_pixel(view, "input_1"), pixel_of(view, loose))
    assert Edge("input_1", loose, 0) in document.graph.edges()


def test_a_merge_takes_the_free_port_and_grows_another(view, document):
    merge = add_layer(document, Add(), (400.0, 160.0))
    view.fit()
    assert view.network.nodes[merge].ports == (0, 1)
    for source in ("input_1", "dense_1", "dense_2"):
        drag(view, port_pixel(view, source), pixel_of(view, merge))
    assert [edge.port for edge in document.graph.incoming(merge)] == [0, 1, 2]
    assert view.network.nodes[merge].ports == (0, 1, 2, 3)
    document.push("Disconnect", [RemoveEdge(Edge("input_1", merge, 0))])
    assert view.network.nodes[merge].ports == (0, 1, 2)
    drag(view, port_pixel(view, "input_1"), pixel_of(view, merge))
    assert Edge("input_1", merge, 0) in document.graph.edges()


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("input_1", "dense_2", "dense_2 takes one wire here, and it has one."),
        ("dense_3", "input_1", "input_1 begins the network: nothing enters it."),
    ],
)
def test_a_refusal_is_told_at_the_cursor(view, document, loose, source, target, reason):
    before, count = document.graph.copy(), document.undo_stack.count()
    start, end = port_pixel(view, source), pixel_of(view, target)
    press(view, start)
    lead(view, (start + end) / 2, end)
    assert view.note.isVisible()
    assert view.note.text == reason
    assert (view.note.pos() - end).manhattanLength() < 80
    release(view, end)
    assert view.note.isVisible()
    assert document.graph == before
    assert document.undo_stack.count() == count


@pytest.mark.parametrize("deed", ["press", "key", "shortcut", "undo", "elsewhere"])
def test_the_next_deed_takes_the_refusal_away(view, document, loose, deed):
    drag(view, port_pixel(view, "input_1"), pixel_of(view, "dense_2"))
    assert view.note.isVisible()
    match deed:
        case "press":
            press(view, QPoint(5, 5))
        case "key":
            key(view, Qt.Key.Key_Shift)
        case "shortcut":
            key(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        case "undo":
            document.undo_stack.undo()
        case "elsewhere":
            view.clearFocus()
    assert not view.note.isVisible()


def test_a_refusal_goes_by_itself(view, document, loose, qtbot):
    view.note._timer.setInterval(20)
    drag(view, port_pixel(view, "input_1"), pixel_of(view, "dense_2"))
    qtbot.waitUntil(lambda: not view.note.isVisible())


def test_a_loop_is_refused(view, document, loose):
    drag(view, port_pixel(view, "dense_2"), pixel_of(view, loose))
    merge = add_layer(document, Add(), (0.0, 160.0))
    view.fit()
    drag(view, port_pixel(view, merge), port_pixel(view, "dense_1", 0))
    assert view.note.text == "dense_1 takes one wire here, and it has one."
    document.push("Disconnect", [RemoveEdge(Edge("input_1", "dense_1", 0))])
    drag(view, port_pixel(view, merge), port_pixel(view, "dense_1", 0))
    drag(view, port_pixel(view, loose), pixel_of(view, merge))
    assert view.note.text == f"{merge} already leads to {loose}: a loop cannot be computed."
    assert not document.graph.incoming(merge)


def test_ports_that_fit_are_lit_and_other_cards_dimmed(view, loose):
    network = view.network
    press(view, port_pixel(view, "dense_1"))
    assert network.look.is_lit(Port(loose, 0))
    assert not network.look.is_lit(Port("dense_2", 0))
    assert network.nodes["dense_2"].state.faded
    assert not network.nodes[loose].state.faded
    assert not network.nodes["dense_1"].state.faded
    release(view, QPoint(5, 5))
    assert not any(item.state.faded for item in network.nodes.values())
    assert not network.look.is_lit(Port(loose, 0))


def test_dropped_on_empty_canvas_nothing_happens(view, document):
    before = document.graph.copy()
    drag(view, port_pixel(view, "input_1"), QPoint(40, 40))
    assert document.graph == before
    assert not view.note.isVisible()


def test_escape_ends_it_without_effect(view, document, loose):
    items = len(view.network.items())
    press(view, port_pixel(view, "input_1"))
    lead(view, port_pixel(view, loose, 0))
    key(view, Qt.Key.Key_Escape)
    release(view, port_pixel(view, loose, 0))
    assert not document.graph.incoming(loose)
    assert len(view.network.items()) == items


def test_an_edit_from_elsewhere_ends_it(view, document, loose):
    press(view, port_pixel(view, loose, 0))
    lead(view, pixel_of(view, "dense_1"))
    document.undo_stack.undo()
    assert loose not in document.graph
    release(view, pixel_of(view, "dense_1"))
    assert len(document.graph.edges()) == 3


@pytest.fixture
def picture(document, view):
    """An Input of another shape, and an Add that the network feeds already."""
    joint = add_layer(document, Add(), (200.0, 160.0))
    source = document.graph.fresh_id(Input)
    document.push("", edits.add(document.graph, Input(shape=(5,)), (0.0, 160.0))[1])
    document.push("", edits.connect(document.graph, "input_1", joint))
    view.fit()
    return source, joint


def test_every_port_shows_whether_it_fits(view, document, picture):
    source, joint = picture
    lone = add_layer(document, Dense(), (400.0, 160.0))
    view.fit()
    press(view, port_pixel(view, source))
    look = view.network.look
    assert look.is_lit(Port(lone, 0))
    assert look.wants_adapter(Port(joint, 1))
    assert not look.is_lit(Port(joint, 1))
    assert not look.is_lit(Port("dense_1", 0))
    assert view.network.nodes["dense_1"].state.faded
    assert not view.network.nodes[joint].state.faded


def test_an_adapter_is_told_before_and_inserted_by_the_drop(view, document, picture):
    source, joint = picture
    before, count = document.graph.copy(), document.undo_stack.count()
    start, end = port_pixel(view, source), port_pixel(view, joint, 1)
    press(view, start)
    lead(view, (start + end) / 2, end)
    assert view.note.text.startswith("Add needs inputs of one shape.")
    assert view.note.text.endswith("Drops with Dense (2 units · linear) between.")
    assert document.graph == before
    release(view, end)
    assert {Edge(source, "dense_3", 0), Edge("dense_3", joint, 1)} < set(document.graph.edges())
    assert document.undo_stack.count() == count + 1
    document.undo_stack.undo()
    assert document.graph == before


def test_shapes_that_no_adapter_reconciles_are_refused(view, document):
    cube = Input(shape=(3, 3, 3, 3))
    document.push("", edits.add(document.graph, cube, (0.0, 160.0))[1])
    joint = add_layer(document, Add(), (200.0, 160.0))
    document.push("", edits.connect(document.graph, "input_1", joint))
    view.fit()
    before = document.graph.copy()
    drag(view, port_pixel(view, "input_2"), port_pixel(view, joint, 1))
    assert view.note.text.startswith("Add needs inputs of one shape.")
    assert document.graph == before


def test_what_will_not_fit_behind_is_told_and_shift_puts_the_adapter_between(view, document):
    end = add_layer(document, Output(loss="binary_crossentropy"), (400.0, 160.0))
    view.fit()
    for keys, told in (
        (Qt.KeyboardModifier.NoModifier, "Hold Shift to drop with Dense (1 unit · sigmoid) between."),
        (Qt.KeyboardModifier.ShiftModifier, "Drops with Dense (1 unit · sigmoid) between."),
    ):
        start, goal = port_pixel(view, "dense_1"), port_pixel(view, end, 0)
        press(view, start)
        QTest.mouseMove(view.viewport(), (start + goal) / 2)
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(goal), view.viewport().mapToGlobal(QPointF(goal)),
            Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, keys,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert "The targets have shape 1, and 4 arrives" in view.note.text
        assert view.note.text.endswith(told)
        release(view, goal, keys)
        assert document.undo_stack.count() == 2
        (edge,) = document.graph.incoming(end)
        assert document.graph.reaches("dense_1", end)
        assert (edge.source == "dense_1") == (keys == Qt.KeyboardModifier.NoModifier)
        document.undo_stack.undo()


def test_a_row_of_numbers_becomes_a_picture_for_a_convolution(view, document):
    document.push("", [document.graph.changed("dense_1", Dense(units=64))])
    conv = add_layer(document, Conv2D(), (400.0, 160.0))
    view.fit()
    drag(view, port_pixel(view, "dense_1"), pixel_of(view, conv))
    assert document.graph["reshape_1"].layer.target_shape == (8, 8, 1)
    assert document.graph.reaches("dense_1", conv)
