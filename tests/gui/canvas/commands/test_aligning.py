"""Aligning, distributing and selecting by the keys and menus of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from engine import groups
from engine.annotations import AddAnnotation, Note
from engine.graph import Edge
from engine.layers import Add, Input
from gui.canvas.commands import grouping, operations
from tests.gui.canvas.hands import click, pixel_of
from tests.gui.canvas.test_view import choose, menu_at

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ARRANGING = (
    "align_left", "align_centre", "align_right", "align_top", "align_middle", "align_bottom",
    "distribute_across", "distribute_down",
)  # fmt: skip


def arrange(window, name: str) -> None:
    """Choose from the menu of the window, as far as it is enabled."""
    menu = next(menu for menu in window.findChildren(QMenu) if menu.objectName() == "menu_arrange")
    action = window.actions_by_id[name]
    assert action in menu.actions()
    assert action.icon().availableSizes()
    action.trigger()


def put(window, **places: tuple[float, float]) -> None:
    operations.move(window.document, places)


def test_aligning_is_one_exact_step_and_looks_at_outlines(window):
    document = window.document
    merge = operations.add_layer(document, Add(), (0.0, 300.0))
    for source in ("input_1", "dense_1", "dense_2"):
        operations.connect(document, Edge(source, merge, document.graph.free_port(merge)))
    tall = window.canvas.network.nodes[merge].card.rect.height()
    assert tall > 72.0
    put(window, dense_1=(203.0, 40.0))
    document.select(["dense_1", merge])
    before, steps = document.graph.copy(), document.undo_stack.count()
    arrange(window, "align_top")
    assert document.graph[merge].position == (0.0, 40.0 - 36.0 + tall / 2)
    assert document.graph["dense_1"].position == (203.0, 40.0)
    assert document.undo_stack.count() == steps + 1
    assert document.undo_stack.undoText() == "Align 2 layers"
    arrange(window, "align_right")
    assert document.graph[merge].position[0] == 203.0
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.graph == before
    assert window.canvas.network.nodes[merge].pos().toTuple() == before[merge].position


def test_distributing_with_a_note_among_the_layers(window):
    document = window.document
    document.push("Note", [AddAnnotation(Note("note_1", "Hi", (90.0, 100.0), (100.0, 40.0)))])
    document.select(["input_1", "dense_2"], (), ["note_1"])
    arrange(window, "distribute_across")
    # The cards leave 72 to 328 free, the note takes 100 of it.
    assert document.graph.annotations["note_1"].position == (150.0, 100.0)
    assert document.undo_stack.undoText() == "Distribute 3 objects"


def test_the_menu_of_a_card_arranges_all_that_is_selected(window):
    document, view = window.document, window.canvas
    put(window, dense_1=(200.0, 56.0))
    document.select(["dense_1", "dense_2"])
    choose(menu_at(view, pixel_of(view, "dense_1")), "Arrange", "Align bottom edges")
    assert document.graph["dense_2"].position[1] == 56.0


def test_arranging_is_offered_where_it_makes_sense(window):
    document, actions = window.document, window.actions_by_id
    for count, usable in ((0, 0), (1, 0), (2, 6), (3, 8)):
        document.select(["input_1", "dense_1", "dense_2"][:count])
        assert sum(actions[name].isEnabled() for name in ARRANGING) == usable
    document.select((), document.graph.edges())
    assert not any(actions[name].isEnabled() for name in ARRANGING)


def test_aligning_what_is_aligned_is_no_step(window):
    window.document.select(["input_1", "dense_1"])
    arrange(window, "align_middle")
    assert window.document.undo_stack.count() == 0


FORWARD, BACK = Edge("input_1", "dense_1"), Edge("dense_1", "dense_2")
LAST = Edge("dense_2", "output_1")


@pytest.mark.parametrize(
    ("key", "nodes", "wires"),
    [
        (K.Key_Left, {"input_1", "dense_1"}, {FORWARD}),
        (K.Key_Right, {"dense_1", "dense_2", "output_1"}, {BACK, LAST}),
        (K.Key_Up, {"input_1", "dense_1", "dense_2", "output_1"}, {FORWARD, BACK, LAST}),
        (K.Key_Down, {"input_1", "dense_1", "dense_2", "output_1"}, {FORWARD, BACK, LAST}),
        (K.Key_I, {"input_1", "dense_2", "output_1", "input_2"}, {LAST}),
    ],
)
def test_selecting_along_the_wires_by_keys(window, key, nodes, wires):
    document = window.document
    operations.add_layer(document, Input(), (0.0, 200.0))
    before = document.graph.copy()
    click(window.canvas, pixel_of(window.canvas, "dense_1"))
    QTest.keyClick(window.canvas, key, CONTROL | SHIFT)
    assert document.selection.nodes == nodes
    assert document.selection.edges == wires
    assert all((node in nodes) == item.state.selected for node, item in window.canvas.network.nodes.items())
    assert document.graph == before


def test_what_is_selected_with_all_of_it_is_inverted_back(window):
    document = window.document
    document.push("Note", [AddAnnotation(Note("note_1", "Hi"))])
    QTest.keyClick(window.canvas, K.Key_A, CONTROL)
    assert document.selection.nodes == {node.id for node in document.graph}
    assert document.selection.edges == set(document.graph.edges())
    assert document.selection.annotations == {"note_1"}
    QTest.keyClick(window.canvas, K.Key_I, CONTROL | SHIFT)
    assert not document.selection
    QTest.keyClick(window.canvas, K.Key_I, CONTROL | SHIFT)
    assert document.selection.annotations == {"note_1"}
    assert len(document.selection.nodes) == 4


def test_selecting_from_the_menu_of_a_card(window):
    document, view = window.document, window.canvas
    choose(menu_at(view, pixel_of(view, "dense_2")), "Select", "Downstream layers")
    assert document.selection.nodes == {"dense_2", "output_1"}


def test_nothing_is_offered_on_an_empty_canvas(window):
    document = window.document
    document.select_all()
    QTest.keyClick(window.canvas, K.Key_Delete)
    assert document.undo_stack.undoText() == "Delete 4 layers"
    names = ("select_all", "invert_selection", "select_upstream", "select_connected", "copy", *ARRANGING)
    assert not any(window.actions_by_id[name].isEnabled() for name in names)
    assert window.canvas.hint.line.isVisible()
    click(window.canvas, QPoint(40, 40))
    assert not document.selection


def test_cards_of_groups_are_aligned_with_all_they_hold(window):
    document = window.document
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", changes)
    put(window, input_1=(0.0, 40.0))
    document.select(["input_1"], (), [group_id])
    arrange(window, "align_bottom")
    assert document.graph.annotations[group_id].position[1] == 40.0
    assert document.graph["dense_1"].position == (200.0, 40.0)
    assert document.graph["dense_2"].position == (400.0, 40.0)
    document.undo_stack.undo()
    assert document.graph["dense_1"].position == (200.0, 0.0)
    grouping.set_collapsed(window.canvas, {group_id}, collapsed=False)
    document.select(["input_1"], (), [group_id])
    assert not window.actions_by_id["align_top"].isEnabled(), "an outline follows what is in it"
