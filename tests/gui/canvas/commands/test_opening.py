"""What is opened by key comes into sight, and what cannot be opened is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from engine import edits
from engine.layers import Dense
from tests.gui.canvas.hands import click, drag, key, pixel_of, turn_wheel

OPEN = Qt.Key.Key_O


@pytest.fixture
def cards_go_at_once():
    """They glide."""


@pytest.fixture
def low(view):
    """A view in which the cards have room and opened layers have not."""
    view.resize(1000, 200)
    key(view, Qt.Key.Key_F)
    return view


def opens(view):
    """Press the key, and be at the end of the way to which it leads."""
    key(view, OPEN)
    view.glide.jump()


def test_a_fitted_drawing_is_fitted_again_as_it_opens_and_closes(low):
    before = low.viewpoint
    key(low, OPEN)
    assert low.glide.state() is QAbstractAnimation.State.Running
    low.glide.jump()
    assert low.visible_rect().contains(low.content_rect())
    assert low.scale_factor < before.zoom.m11()
    opens(low)
    assert low.viewpoint == before


def test_a_layer_that_was_seen_whole_is_seen_whole(low):
    turn_wheel(low, pixel_of(low, "dense_1"), 1)
    low.pan(QPoint(0, -30))
    click(low, pixel_of(low, "dense_1"))
    opens(low)
    assert low.visible_rect().contains(low.network.nodes["dense_1"].place())
    closer = low.viewpoint
    opens(low)
    assert low.viewpoint == closer, "what closes is in sight already"


def test_a_layer_higher_than_the_view_does_not_move_it_aside(low):
    low.pan(QPoint(-20, 0))
    before = low.visible_rect().center().x()
    click(low, pixel_of(low, "dense_1"))
    opens(low)
    assert low.scale_factor < 1.0
    assert low.visible_rect().contains(low.network.nodes["dense_1"].place())
    assert low.visible_rect().center().x() == pytest.approx(before, abs=3)


def test_who_looks_at_a_part_of_a_layer_goes_on_looking_at_it(low):
    turn_wheel(low, pixel_of(low, "dense_1"), 2)
    low.pan(QPoint(0, 140 - pixel_of(low, "dense_1").y() + 50))
    before = low.viewpoint
    assert not low.visible_rect().contains(low.network.nodes["dense_1"].place())
    low.document.select(["dense_1"])
    opens(low)
    assert low.opened.is_open("dense_1")
    assert low.viewpoint == before


def test_what_stays_in_sight_does_not_move_the_view(view):
    view.zoom_out()
    before = view.viewpoint
    opens(view)
    assert view.opened.is_open("dense_1")
    assert view.viewpoint == before


def test_where_opened_layers_lie_over_others_it_is_told_how_to_make_room(view):
    opens(view)
    assert not view.note.isVisible(), "in a row there is room"
    opens(view)
    document = view.document
    changes = edits.add(document.graph, Dense(units=3), (200.0, 100.0))[1]
    document.push("Add", changes)
    document.select(["dense_1"])
    opens(view)
    assert "Ctrl+Shift+L" in view.note.text
    view.arrange()
    opens(view)
    opens(view)
    assert not view.note.isVisible(), "arranged while it was open"


def test_nothing_stays_on_screen_of_a_wire_that_is_seen_only_while_it_is_selected(view):
    """Behind weights that are drawn; what is on screen counts, since a picture of the view would be painted anew."""

    def on_screen():
        QApplication.processEvents()
        return view.screen().grabWindow(view.winId()).toImage()

    start = pixel_of(view, "dense_1")
    drag(view, start, start + QPoint(0, -200))
    key(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    opens(view)
    on_screen()
    click(view, view.mapFromScene(view.content_rect().bottomRight() + QPointF(10, 10)))
    left = on_screen()
    view.viewport().update()
    assert on_screen() == left


def test_what_has_no_shape_is_told_where_it_is(view):
    document = view.document
    lonely, changes = edits.add(document.graph, Dense(units=3), (200.0, 200.0))
    document.push("Add", changes)
    for code in (OPEN, Qt.Key.Key_I):
        document.select([lonely])
        key(view, code)
        assert view.note.text == f"{lonely} cannot be opened yet: its shape is unknown until the problems are solved."
        assert view.note.geometry().intersects(view.mapFromScene(view.network.nodes[lonely].place()).boundingRect())
    document.select()
    opens(view)
    assert view.opened.is_open("dense_1")
    opens(view)
    assert not view.opened.is_open("dense_1"), "one that cannot be opened does not keep the others open"
    view.pan(QPoint(5000, 0))
    key(view, OPEN)
    assert view.note.text == "There is no layer in view to open."
