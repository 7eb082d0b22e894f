"""Search on the canvas, with keys as people press them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import groups
from engine.annotations import AddAnnotation, Frame, Note
from engine.graph import AddNode, Node
from engine.layers import Conv2D, Dropout
from gui.canvas.overlays.search_bar import matches

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def search(view):
    view.activateWindow()
    view.search.open()
    return view.search


def faded(view):
    return {node for node, item in view.network.nodes.items() if item.state.faded}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("dense_2", ["dense_2"]),
        ("DENSE", ["dense_1", "dense_2"]),
        ("tanh", ["dense_1"]),
        ("units=4", ["dense_1"]),
        ("4 units", ["dense_1"]),
        ("dense sigmoid", ["dense_2"]),
        ("binary", ["output_1"]),
        ("picture", ["conv2d_1"]),
        ("kernel_size", ["conv2d_1"]),
        ("rate=0.3", ["dropout_1"]),
        ("nowhere", []),
        ("  ", []),
    ],
)
def test_what_is_found(document, wanted, found):
    document.push(
        "",
        [
            AddNode(Node("conv2d_1", Conv2D(), (0.0, 200.0), title="Picture")),
            AddNode(Node("dropout_1", Dropout(rate=0.3), (200.0, 200.0))),
        ],
    )
    assert matches(document.graph, wanted) == found


def test_hits_are_marked_counted_and_shown_one_after_the_other(search, view, document):
    assert QApplication.focusWidget() is search.field
    QTest.keyClicks(search.field, "dense")
    assert search.count.text() == "1 of 2"
    assert document.selection.single_node == "dense_1"
    assert faded(view) == {"input_1", "output_1"}
    assert view.network.nodes["dense_2"].state.found
    QTest.keyClick(search.field, ENTER)
    assert (search.count.text(), document.selection.single_node) == ("2 of 2", "dense_2")
    QTest.keyClick(search.field, ENTER)
    assert document.selection.single_node == "dense_1"
    QTest.keyClick(search.field, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert document.selection.single_node == "dense_2"
    assert search.field.accessibleDescription() == "2 of 2: dense_2"


def test_escape_closes_it_and_gives_the_keyboard_back(search, view, document):
    QTest.keyClicks(search.field, "tanh")
    QTest.keyClick(search.field, ESCAPE)
    assert search.isHidden()
    assert faded(view) == set()
    assert not any(item.state.found for item in view.network.nodes.values())
    assert QApplication.focusWidget() is view
    assert document.selection.single_node == "dense_1"


def test_nothing_found_is_said_and_everything_stands_back(search, view, document):
    QTest.keyClicks(search.field, "zzz")
    assert search.count.text() == "Nothing found"
    assert faded(view) == {node.id for node in document.graph}
    search.field.clear()
    assert (search.count.text(), faded(view)) == ("", set())


def test_a_hit_outside_is_brought_into_view(search, view, document):
    document.push("", [AddNode(Node("far", Dropout(), (5000.0, 100.0)))])
    QTest.keyClicks(search.field, "far")
    assert view.visible_rect().contains(view.network.nodes["far"].pos())


def test_a_hit_that_is_undone_is_counted_no_more(search, document):
    document.push("", [AddNode(Node("dropout_1", Dropout(), (0.0, 200.0)))])
    QTest.keyClicks(search.field, "drop")
    assert search.count.text() == "1 of 1"
    document.undo_stack.undo()
    assert search.found == []
    assert search.count.text() == "Nothing found"


@pytest.fixture
def surrounded(document):
    """A group in a group, both collapsed, with a note in the inner one; and a frame and a note beside them."""
    inner, changes = groups.group(document.graph, ["dense_1"], "Encoder")
    document.push("", changes)
    document.push("", [AddAnnotation(Note("note_1", "Why tanh?\nAsk Wira", (0.0, 200.0), group=inner))])
    outer, changes = groups.group(document.graph, [inner], "Backbone")
    document.push("", changes)
    document.push("", [AddAnnotation(Frame("frame_1", "Loss part", (600.0, -80.0)))])
    document.push("", [AddAnnotation(Note("note_2", "ask nobody", (0.0, 300.0)))])
    return inner, outer


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("encoder", ["group_1"]),
        ("ask", ["note_1", "note_2"]),
        ("wira why", ["note_1"]),
        ("note", ["note_1", "note_2"]),
        ("loss part", ["frame_1"]),
        ("group back", ["group_2"]),
        ("tanh", ["dense_1", "note_1"]),
    ],
)
def test_what_is_written_on_notes_frames_and_groups_is_found(document, surrounded, wanted, found):
    assert matches(document.graph, wanted) == found


def test_a_note_in_a_group_within_a_group_is_gone_to(search, view, document, surrounded):
    inner, outer = surrounded
    items = view.network.surroundings.items
    QTest.keyClicks(search.field, "ask")
    assert document.scope == inner
    assert document.selection.annotations == {"note_1"}
    assert view.visible_rect().contains(items["note_1"].place())
    QTest.keyClick(search.field, ENTER)
    assert document.scope == ""
    assert document.selection.annotations == {"note_2"}
    assert search.field.accessibleDescription() == "2 of 2: ask nobody"
    assert items["frame_1"].opacity() < 1 == items["note_2"].opacity()
    assert not items[outer].state.faded, "the card of a group stands for the note within it"
    QTest.keyClick(search.field, ESCAPE)
    assert items["frame_1"].opacity() == 1


def test_a_note_that_is_undone_is_found_no_more(search, document, surrounded):
    QTest.keyClicks(search.field, "nobody")
    document.undo_stack.undo()
    assert search.count.text() == "Nothing found"
