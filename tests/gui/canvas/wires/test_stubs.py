"""Wires that leave the group that people have entered: seen as short ends with names, which lead there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from engine import groups
from engine.direction import Direction
from engine.graph import Edge
from engine.layers import Add, Dense
from gui.canvas.commands import menus, operations
from gui.edit_command import SetSetting
from tests.gui.canvas.hands import click, lead


@pytest.fixture
def entered(view, document):
    """dense_1, which input_1 feeds, and which leads out to dense_2 and to add_1, with dense_3 right before it."""
    add = operations.add_layer(document, Add(), (400.0, 200.0))
    before = operations.add_layer(document, Dense(), (40.0, 0.0))
    operations.connect(document, Edge("dense_1", add, 0))
    operations.move(document, {before: (0.0, 0.0)})
    group_id, changes = groups.group(document.graph, ["dense_1", before], "Block")
    document.push("Group", changes)
    document.enter(group_id)
    return group_id


def stub(view, outside):
    return next(each for each in view.network.stubs.stubs if each.outside == outside)


def test_each_wire_that_crosses_the_border_has_an_end_beside_the_cards(view, document, entered):
    network = view.network
    assert sorted(each.outside for each in network.stubs.stubs) == ["add_1", "dense_2", "input_1"]
    places = [each.place for each in network.stubs.stubs]
    cards = [item.place() for item in network.cards()]
    assert not any(place.intersects(other) for place in places for other in [*cards, *places] if other is not place)
    right = network.nodes["dense_1"].place().right()
    assert stub(view, "dense_2").place.left() > right
    assert network.content_rect().contains(stub(view, "dense_2").place)
    document.leave()
    assert not network.stubs.stubs
    assert network.stubs.boundingRect().isEmpty()


@pytest.mark.parametrize("outside", ["input_1", "add_1"])
def test_a_click_on_a_name_leads_out_to_the_layer(view, document, entered, outside):
    place = view.mapFromScene(stub(view, outside).place.center())
    lead(view, place)
    assert view.network.stubs.hovered.outside == outside
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    click(view, place)
    assert (document.scope, document.selection.single_node) == ("", outside)
    assert view.visible_rect().contains(view.network.nodes[outside].place())


def test_a_name_tells_that_it_leads_out(view, entered):
    place = view.mapFromScene(stub(view, "add_1").place.center())
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "add_1 lies outside of this group. Click to go there."
    QToolTip.hideText()


def test_the_menu_of_a_layer_leads_out_too(view, document, entered):
    menu = menus.node_menu(view, "dense_1")
    ways = next(action.menu() for action in menu.actions() if action.text() == "Go outside to")
    next(action for action in ways.actions() if action.text().endswith("add_1")).trigger()
    assert (document.scope, document.selection.single_node) == ("", "add_1")


def test_ends_go_with_their_cards_and_with_the_direction_of_the_drawing(view, document, entered):
    before = stub(view, "dense_2").place
    operations.nudge(document, ["dense_1"], 0.0, 80.0)
    assert stub(view, "dense_2").place == before.translated(0.0, 80.0)
    document.push("Turn", [SetSetting("direction", Direction.RIGHT, Direction.DOWN)])
    assert stub(view, "input_1").place.bottom() < view.network.nodes["dense_1"].place().top()
    assert stub(view, "dense_2").place.top() > view.network.nodes["dense_1"].place().bottom()
