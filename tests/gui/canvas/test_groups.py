"""Groups on the canvas: made, entered, collapsed, moved, wired and taken apart, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip

from engine import groups
from engine.annotations import AddAnnotation, Frame, Note
from engine.edits import delete
from engine.graph import Edge
from engine.layers import Add, Dense
from engine.problems import Severity
from gui.canvas.annotations.group_card import GroupCardItem
from gui.canvas.annotations.group_outline import GroupOutlineItem
from gui.canvas.commands import grouping, menus, operations
from gui.canvas.geometry import Port
from gui.document import Selection
from tests.gui.canvas.hands import click, drag, key, lead, pixel_of, port_pixel, press, release

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTERING, LEAVING = Edge("input_1", "dense_1", 0), Edge("dense_2", "output_1", 0)


@pytest.fixture
def block(view, document):
    """dense_1 and dense_2 as a collapsed group."""
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", changes)
    return group_id


def card(view, group_id):
    return view.network.surroundings.items[group_id]


def middle(view, group_id):
    return view.mapFromScene(card(view, group_id).place().center())


def title(view, group_id):
    item = card(view, group_id)
    return view.mapFromScene(item.title_rect.center() + item.pos())


def double_click(view, pixel):
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel)


def shown(view):
    return {key for key, item in view.network.nodes.items() if item.isVisible()}


def test_a_collapsed_group_is_one_card_at_which_its_wires_end(view, document, block):
    item = card(view, block)
    assert isinstance(item, GroupCardItem)
    assert shown(view) == {"input_1", "output_1"}
    wires = view.network.wires.geometry()
    assert set(wires.edges) == {ENTERING, LEAVING}
    ends = dict(zip(wires.edges, wires.points.tolist(), strict=True))
    left, right = item.place().left(), item.place().right()
    assert (ends[ENTERING][2], ends[LEAVING][0]) == (left, right)
    assert item.toolTip().startswith("<b>Block</b><br>2 layers · 17 parameters")
    document.undo_stack.undo()
    assert shown(view) == {node.id for node in document.graph}
    assert not view.network.surroundings.items
    assert len(view.network.wires.geometry()) == 3


def test_gradients_are_seen_on_the_wires_of_a_collapsed_group(view, block):
    view.network.wires.observe({ENTERING: 0.001, Edge("dense_1", "dense_2", 0): 0.1, LEAVING: 1.0})
    assert view.network.wires.stroke(LEAVING).level > view.network.wires.stroke(ENTERING).level >= 0


def test_it_is_made_by_key_and_named_at_once_as_one_step(view, document):
    before = document.graph.copy()
    document.select(["dense_1", "dense_2"])
    grouping.group_selection(view)
    QTest.keyClicks(view.editor, "Encoder")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert view.editor is None
    assert [group.title for group in document.graph.annotations.values()] == ["Encoder"]
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_layers_of_different_groups_are_refused_at_the_cursor(view, document, block):
    document.push("Expand", groups.collapse(document.graph, block, False))
    before = document.graph.copy()
    document.select(["dense_1", "input_1"])
    grouping.group_selection(view)
    assert "stand beside each other" in view.note.text
    assert document.graph == before


def test_a_double_click_enters_and_keys_lead_out_again(view, document, block):
    double_click(view, middle(view, block))
    assert document.scope == block
    assert shown(view) == {"dense_1", "dense_2"}
    assert view.network.wires.geometry().edges == [Edge("dense_1", "dense_2", 0)]
    assert view.breadcrumbs.isVisible()
    click(view, pixel_of(view, "dense_1"))
    key(view, Qt.Key.Key_Escape)
    assert (document.scope, document.selection.keys) == (block, frozenset())
    key(view, Qt.Key.Key_Escape)
    assert document.scope == ""
    assert document.selection == Selection(annotations=frozenset({block}))
    key(view, Qt.Key.Key_Return)
    assert document.scope == block
    key(view, Qt.Key.Key_Up, ALT)
    assert document.scope == ""
    key(view, Qt.Key.Key_Return)
    key(view, Qt.Key.Key_Backspace)
    assert document.scope == ""
    assert not view.breadcrumbs.isVisible()
    assert document.undo_stack.count() == 1


def test_the_bar_leads_up_and_says_where_people_are(view, document, block, qtbot):
    document.enter(block)
    assert "Network / Block" in view.breadcrumbs.accessibleName()
    way_up = view.breadcrumbs.findChild(QPushButton)
    assert way_up.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(way_up, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: document.scope == "")


def test_what_is_added_inside_belongs_to_the_group(view, document, block):
    document.enter(block)
    added = operations.add_layer(document, Dense(), (0.0, 300.0))
    assert document.graph[added].group == block
    assert added in shown(view)
    document.leave()
    assert added not in shown(view)
    document.undo_stack.undo()
    assert added not in document.graph


def test_undo_of_the_group_one_is_in_leads_up(view, document, block):
    document.enter(block)
    document.undo_stack.undo()
    assert document.scope == ""
    assert shown(view) == {node.id for node in document.graph}


def test_only_what_is_inside_is_selected_and_fitted(view, document, block):
    document.enter(block)
    key(view, Qt.Key.Key_A, CONTROL)
    assert document.selection.keys == {"dense_1", "dense_2"}
    assert document.selection.edges == {Edge("dense_1", "dense_2", 0)}
    assert view.content_rect().width() < 600, "two cards, and the names of those outside beside them"


def test_dragging_a_collapsed_card_moves_all_it_holds_as_one_step(view, document, block):
    before = document.graph.copy()
    start = middle(view, block)
    drag(view, start, start + QPoint(0, 80))
    graph = document.graph
    assert {node.id: node.position[1] for node in graph} == {
        "input_1": 0.0, "dense_1": 80.0, "dense_2": 80.0, "output_1": 0.0,
    }  # fmt: skip
    assert graph.annotations[block].position[1] == 80.0
    wires = view.network.wires.geometry()
    assert wires.points[wires.row_of[ENTERING]][3] == 80.0
    document.undo_stack.undo()
    assert document.graph == before
    assert card(view, block).pos().toTuple() == before.annotations[block].position


def test_escape_puts_a_dragged_card_back(view, document, block):
    place, start = card(view, block).pos(), middle(view, block)
    press(view, start)
    lead(view, start + QPoint(40, 90))
    assert card(view, block).pos() != place
    key(view, Qt.Key.Key_Escape)
    release(view, start + QPoint(40, 90))
    assert card(view, block).pos() == place
    assert document.undo_stack.count() == 1


def test_keys_move_and_delete_it_with_all_it_holds(view, document, block):
    click(view, middle(view, block))
    key(view, Qt.Key.Key_Down, CONTROL)
    key(view, Qt.Key.Key_Down, CONTROL)
    assert document.graph["dense_2"].position == (400.0, 16.0)
    assert document.undo_stack.count() == 2
    key(view, Qt.Key.Key_Delete)
    assert {node.id for node in document.graph} == {"input_1", "output_1"}
    assert not document.graph.annotations
    document.undo_stack.undo()
    assert groups.members(document.graph, block) == ("dense_1", "dense_2")


def test_arrows_stop_at_the_card_of_a_group(view, document, block):
    document.select(["input_1"])
    key(view, Qt.Key.Key_Right)
    assert document.selection.keys == {block}
    assert card(view, block).focused
    key(view, Qt.Key.Key_Right)
    assert document.selection.keys == {"output_1"}
    key(view, Qt.Key.Key_Left)
    assert document.selection.keys == {block}


def test_the_rubber_band_takes_cards_of_groups(view, document, block):
    start = middle(view, block) + QPoint(-120, -120)
    press(view, start)
    lead(view, middle(view, block))
    release(view, middle(view, block))
    assert document.selection.keys == {block}


def test_expanded_it_has_an_outline_that_follows_its_layers(view, document, block):
    document.select(annotations=[block])
    grouping.toggle_selection(view)
    outline = card(view, block)
    assert isinstance(outline, GroupOutlineItem)
    assert outline.rect.contains(view.network.nodes["dense_1"].place())
    bottom = outline.rect.bottom()
    start = pixel_of(view, "dense_1")
    press(view, start)
    lead(view, start + QPoint(0, 40), start + QPoint(0, 80))
    assert outline.rect.bottom() == bottom + 80
    release(view, start + QPoint(0, 80))
    assert not outline.rect.contains(view.network.nodes["input_1"].place())
    start = title(view, block)
    drag(view, start, start + QPoint(0, -80))
    assert document.graph["dense_1"].position == (200.0, 0.0)
    assert document.graph["dense_2"].position == (400.0, -80.0)


@pytest.mark.parametrize("way", ["button", "title", "command"])
def test_it_is_collapsed_by_button_title_and_command(view, document, block, way):
    document.push("Expand", groups.collapse(document.graph, block, False))
    outline = card(view, block)
    if way == "button":
        click(view, view.mapFromScene(outline._button().center()))
    elif way == "title":
        double_click(view, title(view, block))
    else:
        document.select(annotations=[block])
        grouping.toggle_selection(view)
    assert document.graph.annotations[block].collapsed
    assert isinstance(card(view, block), GroupCardItem)


def test_enter_goes_into_an_expanded_group_too_and_leaves_it_expanded(view, document, block):
    document.push("Expand", groups.collapse(document.graph, block, False))
    click(view, title(view, block))
    key(view, Qt.Key.Key_Return)
    assert document.scope == block
    assert view.breadcrumbs.isVisible()
    assert shown(view) == {"dense_1", "dense_2"}
    key(view, Qt.Key.Key_Escape)
    assert (document.scope, document.selection.keys) == ("", {block})
    assert not document.graph.annotations[block].collapsed


def test_the_menu_of_a_group_tells_the_keys_that_enter_and_fold_it(window):
    view, document = window.canvas, window.document
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", [*changes])
    told = {}
    for collapsed in (True, False):
        document.push("Fold", groups.collapse(document.graph, group_id, collapsed))
        document.select(annotations=[group_id])
        menu = menus.menu_at(view, view.network.stops()[group_id])
        told |= {action.text(): action.shortcut().toString() for action in menu.actions() if action.text()}
        menu.deleteLater()
    assert told["Enter group"] == "Enter"
    assert told["Expand group"] == told["Collapse group"] == "Ctrl+."
    key(view, Qt.Key.Key_Period, CONTROL)
    assert document.graph.annotations[group_id].collapsed


def test_ungrouping_leaves_the_layers_where_they_are(view, document, block):
    places = {node.id: node.position for node in document.graph}
    click(view, middle(view, block))
    grouping.ungroup_selection(view)
    assert {node.id: node.position for node in document.graph} == places
    assert document.selection.keys == {"dense_1", "dense_2"}
    assert not document.graph.annotations


def test_a_wire_is_drawn_from_the_port_of_a_group_and_to_it(view, document, block):
    loose = operations.add_layer(document, Add(), (300.0, 200.0))
    start = view.mapFromScene(view.network.port_at(Port("dense_2", None)))
    assert start == view.mapFromScene(card(view, block).place().center() + QPoint(104, 0))
    drag(view, start, port_pixel(view, loose, 0))
    assert Edge("dense_2", loose, 0) in document.graph.edges()
    document.push("Cut", delete(document.graph, edges=[ENTERING]))
    drag(view, port_pixel(view, "input_1"), middle(view, block))
    assert ENTERING in document.graph.edges()
    drag(view, port_pixel(view, "input_1"), middle(view, block))
    assert "takes one wire here" in view.note.text


def test_a_port_tells_which_layer_is_behind_it(view, block):
    place = view.mapFromScene(view.network.port_at(Port("dense_1", 0)))
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "Input 1 of dense_1"
    QToolTip.hideText()


def test_problems_within_are_seen_on_the_card(view, document, block):
    assert card(view, block).state.severity is None
    document.push("Cut", delete(document.graph, edges=[ENTERING]))
    assert card(view, block).state.severity is Severity.UNFINISHED
    assert "dense_1: Its input is not connected yet" in card(view, block).toolTip()


def test_a_layer_within_is_revealed_in_its_group(view, document, block):
    document.select(["dense_2"])
    view.reveal("dense_2")
    assert document.scope == block
    assert document.selection.single_node == "dense_2"


def test_notes_and_frames_within_go_with_the_group(view, document, block):
    document.push("Add", [AddAnnotation(Note("note_1", "Hi", group=block)), AddAnnotation(Frame("frame_1", "F"))])
    assert set(view.network.surroundings.items) == {block, "frame_1"}
    document.enter(block)
    assert set(view.network.surroundings.items) == {"note_1"}


def test_c_connects_from_the_output_of_a_group(view, document, block):
    loose = operations.add_layer(document, Add(), (300.0, 200.0))
    document.select(annotations=[block])
    key(view, Qt.Key.Key_C)
    QTest.keyClicks(view._popup.search, loose)
    QTest.keyClick(view._popup.search, Qt.Key.Key_Return)
    assert Edge("dense_2", loose, 0) in document.graph.edges()
