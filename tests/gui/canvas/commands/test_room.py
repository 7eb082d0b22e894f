"""Where things land on the canvas: what comes finds room, what grows makes room, what closes gives it back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from engine import groups
from engine.direction import Direction
from engine.edits import insert_on_edge
from engine.errors import Message
from engine.graph import Edge
from engine.layers import Add, Dense, Dropout
from engine.problems import Fix
from gui.canvas.commands import copying, grouping, operations
from gui.edit_command import SetSetting
from tests.gui.canvas.commands.test_choosing import choose, chooser, texts
from tests.gui.canvas.hands import click, drag, key, lead, pixel_of, wire_pixel
from tests.gui.canvas.test_view import choose as choose_entry
from tests.gui.canvas.test_view import menu_at

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def cards_go_at_once():
    """They glide."""


def places(document) -> dict[str, tuple[float, float]]:
    return {node.id: node.position for node in document.graph}


def crowded(view) -> bool:
    """Whether two cards or outlines beside each other overlap."""
    found = [item.place() for item in view.network.cards()]
    return any(one.intersects(other) for one in found for other in found if one is not other)


@pytest.fixture
def block(view, document):
    """dense_1 and dense_2 as a collapsed group between neighbours that have moved near."""
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", changes)
    operations.move(document, {"input_1": (100.0, 0.0), "output_1": (500.0, 0.0)})
    document.select(annotations=[group_id])
    return group_id


def test_closing_a_gap_draws_what_followed_near_in_one_step(view, document):
    before = document.graph.copy()
    click(view, pixel_of(view, "dense_1"))
    key(view, K.Key_Delete, CONTROL)
    assert places(document) == {"input_1": (0, 0), "dense_2": (200, 0), "output_1": (400, 0)}
    assert Edge("input_1", "dense_2") in document.graph.edges()
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.graph == before


def test_a_layer_chosen_for_a_wire_makes_room_and_comes_into_view(view, document):
    edge = Edge("dense_2", "output_1")
    view.pan(QPoint(0, view.height() - 20 - wire_pixel(view, edge).y()))
    choose_entry(menu_at(view, wire_pixel(view, edge)), "Insert", "Regularization", "Dropout")
    assert places(document)["dropout_1"] == (600, 0)
    assert places(document)["output_1"] == (800, 0)
    assert view.visible_rect().contains(view.network.nodes["dropout_1"].place())


def test_a_fix_makes_room_the_way_the_drawing_runs(view, document):
    view.turn()
    view.glide.jump()
    x, y = places(document)["dense_2"]
    _, edits = insert_on_edge(document.graph, Edge("dense_1", "dense_2"), Dropout())
    document.mend(Fix(Message("Insert {kind}", kind="Dropout"), tuple(edits)))
    assert places(document)["dropout_1"] == (x, y)
    assert places(document)["dense_2"] == (x, y + 128)


def test_an_opened_layer_needs_more_room_than_a_card(view, document):
    view.opened.toggle({"dense_1"})
    tall = view.network.nodes["dense_1"].place()
    added = operations.add_layer(document, Dense(), (200.0, 90.0))
    assert not view.network.nodes[added].place().intersects(tall)


def test_expanding_by_key_pushes_aside_and_collapsing_gives_back(view, document, block):
    before = document.graph.copy()
    grouping.toggle_selection(view)
    assert view.glide.state() is view.glide.State.Running
    view.glide.jump()
    outline = view.network.surroundings.items[block].place()
    for node in ("input_1", "output_1"):
        card = view.network.nodes[node].place()
        assert not card.intersects(outline)
        assert (card.center() - view.network.nodes[node].pos()).manhattanLength() == 0
    assert places(document)["input_1"][1] == places(document)["output_1"][1] == 0
    grouping.toggle_selection(view)
    assert document.graph == before
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.graph == before


def test_taking_a_group_apart_makes_room_for_what_it_held(view, document, block):
    grouping.ungroup_selection(view)
    assert not crowded(view)
    assert places(document)["dense_1"] == (200, 0)


def test_the_card_of_a_new_group_lies_on_nothing(view, document):
    operations.add_layer(document, Dense(), (100.0, 160.0))
    document.select(["input_1", "dense_2"])
    grouping.group_selection(view)
    view.close_editor()
    assert not crowded(view)


def test_a_copy_of_a_branch_stands_below_all_of_it_and_in_view(view, document):
    operations.add_layer(document, Dense(), (200.0, 112.0))
    document.select(["dense_1", "dense_2"])
    view.pan(QPoint(-300, 200))
    copying.duplicate(view)
    assert not crowded(view)
    first, second = (places(document)[node] for node in ("dense_4", "dense_5"))
    assert (first, second) == ((200, 224), (400, 224))
    assert all(view.visible_rect().contains(view.network.nodes[n].place()) for n in ("dense_4", "dense_5"))


def test_a_part_is_pasted_into_the_group_that_was_entered(window):
    view, document = window.canvas, window.document
    group_id, changes = groups.group(document.graph, ["dense_2"], "Block")
    document.push("Group", changes)
    document.select(["dense_1"])
    key(view, K.Key_C, CONTROL)
    document.enter(group_id)
    key(view, K.Key_V, CONTROL)
    assert groups.members(document.graph, group_id) == ("dense_2", "dense_3")
    assert not crowded(view)
    assert document.selection.single_node == "dense_3"
    assert view.visible_rect().contains(view.network.nodes["dense_3"].place())
    document.undo_stack.undo()
    assert document.scope == group_id
    assert groups.members(document.graph, group_id) == ("dense_2",)


def test_a_part_pasted_over_an_outline_joins_the_group(view, document, block, qapp):
    grouping.toggle_selection(view)
    view.glide.jump()
    document.select(["input_1"])
    copying.copy(view)
    place = (pixel_of(view, "dense_1") + pixel_of(view, "dense_2")) / 2
    lead(view, place)
    copying.paste(view)
    qapp.clipboard().clear()
    assert document.graph["input_2"].group == block
    assert not crowded(view)


def test_what_tab_adds_outside_of_the_view_comes_in_with_the_least_movement(view, document):
    view.reset_zoom()
    right = view.mapToScene(view.viewport().rect().topRight()).x()
    view.pan(QPoint(int(right - view.network.nodes["output_1"].place().right()) - 60, 0))
    before = view.visible_rect()
    document.select(["dense_2"])
    operations.move(document, {"output_1": (600.0, 200.0)})
    view.pan(QPoint(280, 0))
    seen = view.visible_rect()
    key(view, K.Key_Tab)
    choose(view, "dropout")
    card = view.network.nodes["dropout_1"].place()
    assert not seen.contains(card)
    assert view.visible_rect().contains(card)
    assert view.visible_rect().top() == seen.top() == before.top()
    assert view.visible_rect().right() - card.right() == pytest.approx(48, abs=2)


@pytest.fixture
def forked(view, document):
    """A collapsed group of two layers that both lead out of it."""
    add = operations.add_layer(document, Add(), (600.0, 200.0))
    operations.connect(document, Edge("dense_1", add, 0))
    group_id, changes = groups.group(document.graph, ["dense_1", "dense_2"], "Block")
    document.push("Group", changes)
    document.select(annotations=[group_id])
    return group_id


def test_c_asks_from_which_output_of_a_group(view, document, forked):
    key(view, K.Key_C)
    assert [text.split()[-1] for text in texts(view)] == ["dense_1", "dense_2"]
    QTest.keyClick(chooser(view).search, K.Key_Down)
    QTest.keyClick(chooser(view).search, K.Key_Return)
    choose(view, "add_1")
    assert document.graph.incoming("add_1")[1].source == "dense_3", "the adapter that the choice brings along"
    assert Edge("dense_2", "dense_3") in document.graph.edges()


def test_tab_adds_behind_the_output_of_a_group_that_is_chosen(view, document, forked):
    key(view, K.Key_Tab)
    choose(view, "dense_1")
    choose(view, "dropout")
    assert Edge("dense_1", "dropout_1") in document.graph.edges()
    assert document.graph["dropout_1"].group == ""
    assert not crowded(view)
    assert document.selection.single_node == "dropout_1"


def test_a_wire_led_from_a_group_card_onto_empty_canvas_adds_there(view, document, block):
    card = view.network.surroundings.items[block]
    start = view.mapFromScene(card.place().center() + QPoint(104, 0))
    drag(view, start, start + QPoint(60, 150))
    choose(view, "dropout")
    assert Edge("dense_2", "dropout_1") in document.graph.edges()
    assert document.graph["dropout_1"].group == ""


def test_downwards_ports_stand_side_by_side_on_the_edges_of_cards_and_groups(view, document, forked):
    joint = operations.add_layer(document, Add(), (0.0, 300.0))
    for source in ("input_1", "dense_1", "dense_2"):
        operations.connect(document, Edge(source, joint, document.graph.free_port(joint)))
    document.push("Turn", [SetSetting("direction", Direction.RIGHT, Direction.DOWN)])
    for item, ports in (
        (view.network.nodes[joint], [view.network.nodes[joint].input_at(port) for port in range(3)]),
        (card := view.network.surroundings.items[forked], [card.port_at(port) for port in card._outputs]),
    ):
        edge = item.place().top() if item is not card else item.place().bottom()
        assert {place.y() for place in ports} == {edge}
        assert [b.x() - a.x() for a, b in pairwise(ports)] == [18.0] * (len(ports) - 1)
        assert view.network.port_near(ports[0]) is not None
        assert QRectF(item.place()).adjusted(-1, -1, 1, 1).contains(ports[-1])
