"""Layers that are led into groups and out of them, by mouse, and the same by keys; frames taken hold of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine import groups
from engine.annotations import AddAnnotation, Frame, Group
from engine.layers import Dense
from gui.canvas.commands import grouping, operations
from tests.gui.canvas.hands import carry_in, click, drag, drop, key, layer_mime, lead, pixel_of, press, release

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def block(view, document):
    """dense_1 and dense_2 as an expanded group, and dense_3 below it."""
    operations.add_layer(document, Dense(), (300.0, 240.0))
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", changes)
    grouping.set_collapsed(view, {group_id}, collapsed=False)
    view.glide.jump()
    document.select()
    return group_id


def outline(view, group_id):
    return view.network.surroundings.items[group_id]


def between(view):
    """Within the outline, between the two cards."""
    return (pixel_of(view, "dense_1") + pixel_of(view, "dense_2")) / 2 + QPoint(0, 20)


def test_a_layer_led_into_the_outline_becomes_a_member_in_one_step(view, document, block):
    before = document.graph.copy()
    press(view, pixel_of(view, "dense_3"))
    lead(view, between(view) + QPoint(0, 60), between(view))
    assert outline(view, block).invites
    release(view, between(view))
    assert document.graph["dense_3"].group == block
    assert not outline(view, block).invites
    assert outline(view, block).rect.contains(view.network.nodes["dense_3"].place())
    document.undo_stack.undo()
    assert document.graph == before


def test_escape_and_alt_leave_it_where_it_belongs(view, document, block):
    press(view, pixel_of(view, "dense_3"))
    lead(view, between(view) + QPoint(0, 60), between(view))
    key(view, Qt.Key.Key_Escape)
    assert not outline(view, block).invites
    release(view, between(view))
    assert document.graph["dense_3"].group == ""
    press(view, pixel_of(view, "dense_3"))
    lead(view, between(view) + QPoint(0, 60), between(view))
    release(view, between(view), ALT)
    assert document.graph["dense_3"].group == ""
    assert document.graph["dense_3"].position[1] < 120


def test_led_out_it_is_a_member_no_longer_and_the_outline_shrinks(view, document, block):
    start = pixel_of(view, "dense_2")
    right = outline(view, block).rect.right()
    press(view, start)
    lead(view, start + QPoint(0, 30))
    assert outline(view, block).rect.right() == right, "near the outline it only grows"
    lead(view, start + QPoint(0, 160))
    assert outline(view, block).rect.right() < right
    release(view, start + QPoint(0, 160))
    assert document.graph["dense_2"].group == ""
    assert groups.members(document.graph, block) == ("dense_1",)
    document.undo_stack.undo()
    assert document.graph["dense_2"].group == block
    assert outline(view, block).rect.right() == right


def test_all_that_it_holds_led_away_together_takes_the_group_along(view, document, block):
    document.select(["dense_1", "dense_2"])
    start = pixel_of(view, "dense_2")
    drag(view, start, start + QPoint(0, -150))
    assert groups.members(document.graph, block) == ("dense_1", "dense_2")


def test_from_the_palette_a_layer_drops_into_the_outline(view, document, block):
    place = between(view) + QPoint(0, 20)
    carry_in(view, layer_mime("Dropout"), place)
    assert outline(view, block).invites
    assert drop(view, layer_mime("Dropout"), place)
    assert document.graph["dropout_1"].group == block
    assert not outline(view, block).invites


def test_by_keys_a_layer_joins_a_group_and_is_taken_out(view, document, block):
    document.select(["dense_3"])
    grouping.join_selection(view)
    QTest.keyClicks(view._popup.search, "Block")
    QTest.keyClick(view._popup.search, Qt.Key.Key_Return)
    assert document.graph["dense_3"].group == block
    assert document.selection.single_node == "dense_3"
    grouping.take_out_selection(view)
    assert document.graph["dense_3"].group == ""
    document.select(["dense_1", "dense_2"])
    grouping.take_out_selection(view)
    assert block not in document.graph.annotations, "an empty group goes"
    document.undo_stack.undo()
    assert isinstance(document.graph.annotations[block], Group)
    document.select(["input_1"])
    grouping.take_out_selection(view)
    assert "Select layers of a group first" in view.note.text


def test_a_frame_is_selected_by_a_click_within_and_moved_by_its_border_with_what_lies_on_it(view, document):
    document.push("Frame", [AddAnnotation(Frame("frame_1", "F", (120.0, -100.0), (360.0, 200.0)))])
    view.fit()
    empty, border = view.mapFromScene(300, 80), view.mapFromScene(120, 60)
    click(view, empty)
    assert document.selection.keys == {"frame_1"}
    click(view, empty, Qt.KeyboardModifier.ControlModifier)
    drag(view, empty, empty + QPoint(20, 5))
    assert not document.selection.keys
    drag(view, border, border + QPoint(0, 80))
    assert document.selection.keys == {"frame_1"}
    moved = document.graph.annotations["frame_1"].position[1] + 100
    assert moved > 0
    assert {node.id: node.position[1] for node in document.graph} == {
        "input_1": 0, "dense_1": moved, "dense_2": moved, "output_1": 0,
    }  # fmt: skip
