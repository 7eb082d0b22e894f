"""Wires taken by an end and led elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from engine import groups
from engine.graph import Edge
from engine.layers import Add, Dense
from gui.canvas.commands.operations import add_layer
from tests.gui.canvas.hands import click, drag, key, lead, pixel_of, port_pixel, press, release, wire_pixel

FIRST, SECOND = Edge("input_1", "dense_1", 0), Edge("dense_1", "dense_2", 0)


@pytest.fixture
def loose(document, view):
    """A further Dense without wires, in view."""
    node = add_layer(document, Dense(), (200.0, 160.0))
    view.fit()
    return node


def end_pixel(view, edge: Edge) -> QPoint:
    """On the wire, beyond the reach of the port that it enters."""
    return port_pixel(view, edge.target, edge.port) - QPoint(14, 0)


def start_pixel(view, edge: Edge) -> QPoint:
    return port_pixel(view, edge.source) + QPoint(14, 0)


@pytest.mark.parametrize("where", [end_pixel, lambda view, edge: port_pixel(view, edge.target, edge.port)])
def test_the_end_of_a_wire_is_led_to_another_layer(view, document, loose, where):
    before = document.graph.copy()
    start = where(view, FIRST)
    press(view, start)
    lead(view, start + QPoint(-20, 40), port_pixel(view, loose, 0))
    assert document.graph == before
    release(view, port_pixel(view, loose, 0))
    assert set(before.edges()) ^ set(document.graph.edges()) == {FIRST, Edge("input_1", loose, 0)}
    assert document.selection.single_edge == Edge("input_1", loose, 0)
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    assert document.graph == before


def test_the_start_of_a_wire_is_led_to_another_layer(view, document, loose):
    drag(view, start_pixel(view, SECOND), port_pixel(view, loose))
    assert Edge(loose, "dense_2", 0) in document.graph.edges()
    assert SECOND not in document.graph.edges()


def test_it_may_change_its_port(view, document):
    joint = add_layer(document, Add(), (400.0, 200.0))
    view.fit()
    drag(view, port_pixel(view, "dense_1"), port_pixel(view, joint, 0))
    drag(view, port_pixel(view, joint, 0), port_pixel(view, joint, 1))
    assert document.graph.incoming(joint) == (Edge("dense_1", joint, 1),)


@pytest.mark.parametrize("way", ["empty", "escape", "back"])
def test_it_goes_back_where_nothing_is_changed(view, document, loose, way):
    before, count = document.graph.copy(), document.undo_stack.count()
    start = end_pixel(view, FIRST)
    press(view, start)
    lead(view, start + QPoint(0, 60), QPoint(40, 540))
    match way:
        case "empty":
            release(view, QPoint(40, 540))
        case "escape":
            key(view, Qt.Key.Key_Escape)
            release(view, QPoint(40, 540))
        case "back":
            lead(view, port_pixel(view, "dense_1", 0))
            release(view, port_pixel(view, "dense_1", 0))
    assert document.graph == before
    assert document.undo_stack.count() == count
    assert view.network.look.offer is None


def test_what_is_refused_says_why(view, document, loose):
    before = document.graph.copy()
    drag(view, end_pixel(view, FIRST), pixel_of(view, "dense_2"))
    assert view.note.text == "dense_2 takes one wire here, and it has one."
    assert document.graph == before


def test_a_click_near_the_end_selects_and_the_middle_is_not_taken(view, document, loose):
    click(view, end_pixel(view, FIRST))
    assert document.selection.single_edge == FIRST
    drag(view, wire_pixel(view, SECOND), port_pixel(view, loose, 0))
    assert SECOND in document.graph.edges()


def test_the_cursor_shows_where_a_wire_can_be_taken(view):
    lead(view, end_pixel(view, FIRST))
    assert view.viewport().cursor().shape() is Qt.CursorShape.OpenHandCursor
    lead(view, wire_pixel(view, FIRST))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_wire_from_outside_of_the_entered_group_cannot_be_taken(view, document):
    """It is not to be seen, so nobody can mean it."""
    made, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Hidden")
    document.push("", changes)
    document.enter(made)
    before, start = document.graph.copy(), port_pixel(view, "dense_1", 0)
    press(view, start)
    lead(view, start + QPoint(0, 150))
    release(view, start + QPoint(0, 150))
    assert not document.selection.edges
    assert document.graph == before
