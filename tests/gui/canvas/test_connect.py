"""Wires are drawn from port to port; what is refused says why and changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from engine.graph import Edge, RemoveEdge
from engine.layers import Add, Dense
from gui.canvas.geometry import Port
from gui.canvas.operations import add_layer
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
    qtbot.waitUntil(lambda: not view.note.isVisible(), timeout=2000)


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
