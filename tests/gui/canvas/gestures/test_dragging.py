"""Where cards come to rest that the mouse or keys have moved, and what goes aside for the group in which they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from engine import room
from gui.canvas.commands import grouping
from tests.gui.canvas.hands import click, drag, key, lead, pixel_of, press, release

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cards_go_at_once():
    """They glide."""


def gap(view, left, right):
    """How far a card or an outline stands before another."""
    first, second = (view.network.item(each).place() for each in (left, right))
    return second.left() - first.right()


@pytest.fixture
def opened(view, document):
    """dense_1 and dense_2 in an expanded group."""
    group_id, changes = room.gather(
        document.graph, ["dense_1", "dense_2"], "Block", document.project.direction, document.measured()
    )
    document.push("Group", changes)
    document.select(annotations=[group_id])
    grouping.toggle_selection(view)
    view.glide.jump()
    view.reset_zoom()
    document.select()
    return group_id


def test_a_card_dropped_at_the_edge_of_another_leaves_its_port_free(view, document):
    before = document.graph.copy()
    view.reset_zoom()
    start = pixel_of(view, "dense_1")
    drag(view, start, start - QPoint(56, 0))
    assert view.glide.state() is view.glide.State.Running, "it is seen to go"
    view.glide.jump()
    assert gap(view, "input_1", "dense_1") == 16
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_a_card_that_comes_to_rest_where_it_began_is_shown_there(view, document):
    view.reset_zoom()
    for _ in range(2):
        start = pixel_of(view, "dense_1")
        drag(view, start, start - QPoint(56, 0))
        view.glide.jump()
    assert document.undo_stack.count() == 1
    assert view.network.nodes["dense_1"].pos().toTuple() == document.graph["dense_1"].position


def test_with_alt_it_stays_where_it_was_dropped(view):
    view.reset_zoom()
    start = pixel_of(view, "dense_1")
    press(view, start)
    lead(view, start - QPoint(30, 0), start - QPoint(56, 0))
    release(view, start - QPoint(56, 0), ALT)
    assert gap(view, "input_1", "dense_1") == 0


def test_a_card_led_within_an_open_group_makes_its_neighbours_go_aside_in_one_step(view, document, opened):
    before, steps = document.graph.copy(), document.undo_stack.count()
    assert gap(view, opened, "output_1") == 56
    start = pixel_of(view, "dense_2")
    drag(view, start, start + QPoint(80, 0))
    view.glide.jump()
    assert document.graph["dense_2"].group == opened
    assert gap(view, opened, "output_1") == 40
    assert document.graph["input_1"] == before["input_1"]
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert document.graph == before


def test_nudged_within_an_open_group_it_pushes_as_one_step(view, document, opened):
    before, steps = document.graph.copy(), document.undo_stack.count()
    click(view, pixel_of(view, "dense_2"))
    for _ in range(6):
        key(view, Qt.Key.Key_Right, CONTROL)
    assert document.graph["dense_2"].position[0] == before["dense_2"].position[0] + 48
    assert gap(view, opened, "output_1") == 40
    assert document.undo_stack.count() == steps + 1
    document.undo_stack.undo()
    assert document.graph == before
