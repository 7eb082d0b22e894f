"""Cards that fall in line while they are dragged, by numbers and by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsLineItem

from gui.canvas.commands import operations
from gui.canvas.gestures.guides import Guides
from tests.gui.canvas.hands import LEFT, key, lead, pixel_of, press, release

TWO = Guides([(0.0, 0.0, 100.0, 60.0), (200.0, 0.0, 300.0, 60.0)])


@pytest.mark.parametrize(
    ("box", "shift"),
    [
        ((3.0, 100.0, 103.0, 160.0), (-3.0, None)),  # under the first, all edges and middles alike
        ((3.0, 100.0, 43.0, 160.0), (-3.0, None)),  # left edge
        ((62.0, 100.0, 102.0, 160.0), (-2.0, None)),  # right edge
        ((28.0, 100.0, 68.0, 160.0), (2.0, None)),  # middle
        ((400.0, 4.0, 500.0, 34.0), (0.0, -4.0)),  # top edge, and as far from the second as that from the first
        ((404.0, 100.0, 504.0, 160.0), (None, None)),  # beside no row
        ((128.0, 500.0, 168.0, 560.0), (None, None)),
        ((128.0, 20.0, 168.0, 40.0), (2.0, 0.0)),  # half-way between them, with the middles level
        ((-205.0, 0.0, -105.0, 60.0), (5.0, 0.0)),  # before them, as far as they from each other
        ((3.0, 2000.0, 103.0, 2060.0), (None, None)),  # too far away to look there
    ],
)
def test_shifts_by_hand(box, shift):
    assert TWO.shift(box, 6.0) == shift


def test_nothing_stands_around():
    assert Guides([]).shift((0.0, 0.0, 10.0, 10.0), 6.0) == (None, None)
    assert Guides([]).lines((0.0, 0.0, 10.0, 10.0)) == []


def test_lines_run_through_all_that_is_in_line():
    assert TWO.lines((0.0, 100.0, 100.0, 160.0)) == [(50.0, 0.0, 50.0, 160.0)]
    assert TWO.lines((60.0, 100.0, 100.0, 160.0)) == [(100.0, 0.0, 100.0, 160.0)]
    assert TWO.lines((61.0, 100.0, 101.0, 160.0)) == []


def test_equal_gaps_are_marked_across():
    lines = TWO.lines((400.0, 10.0, 500.0, 70.0))
    assert lines == [(100.0, 30.0, 200.0, 30.0), (300.0, 35.0, 400.0, 35.0)]


def shown(view) -> list[tuple[float, float, float, float]]:
    lines = [item.line() for item in view.network.items() if isinstance(item, QGraphicsLineItem)]
    return sorted((line.x1(), line.y1(), line.x2(), line.y2()) for line in lines)


def move_with(view, pixel: QPoint, keys: Qt.KeyboardModifier) -> None:
    place, away = QPointF(pixel), QPointF(view.viewport().mapToGlobal(pixel))
    event = QMouseEvent(QEvent.Type.MouseMove, place, away, Qt.MouseButton.NoButton, LEFT, keys)
    QApplication.sendEvent(view.viewport(), event)


@pytest.fixture
def off_grid(view, document):
    """dense_1 stands below the row and off the grid, so that the grid alone would not lead there."""
    operations.move(document, {"dense_1": (203.0, 131.0)})
    view.reset_zoom()
    view.centerOn(300.0, 60.0)
    return document


def test_a_card_falls_in_line_with_its_neighbour_and_a_line_says_so(view, off_grid):
    start = pixel_of(view, "dense_2")
    press(view, start)
    lead(view, start + QPoint(-60, 40), start + QPoint(-194, 41))
    # x 206 is 3 from dense_1's middle and the grid is at 208; y 41 falls to the grid's 40.
    assert view.network.nodes["dense_2"].pos().toTuple() == (203.0, 40.0)
    assert shown(view) == [(203.0, 4.0, 203.0, 167.0)]
    release(view, start + QPoint(-194, 41))
    assert off_grid.graph["dense_2"].position == (203.0, 40.0)
    assert shown(view) == []
    off_grid.undo_stack.undo()
    assert off_grid.graph["dense_2"].position == (400.0, 0.0)


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier])
def test_alt_or_control_suspends_grid_and_guides(view, off_grid, held):
    start = pixel_of(view, "dense_2")
    press(view, start)
    lead(view, start + QPoint(-60, 40))
    move_with(view, start + QPoint(-194, 41), held)
    assert view.network.nodes["dense_2"].pos().toTuple() == (206.0, 41.0)
    assert shown(view) == []
    release(view, start + QPoint(-194, 41), held)
    assert off_grid.graph["dense_2"].position == (206.0, 41.0)


def test_equal_distances_draw_a_card_on(view, document):
    operations.move(document, {"dense_1": (181.0, 0.0)})
    view.reset_zoom()
    view.centerOn(300.0, 0.0)
    start = pixel_of(view, "dense_2")
    press(view, start)
    lead(view, start + QPoint(-30, 30), start + QPoint(-37, 1))
    # From input_1 to dense_1 there are 37 between the cards, so dense_2 comes to rest at 362 and on the row.
    assert view.network.nodes["dense_2"].pos().toTuple() == (362.0, 0.0)
    assert {(72.0, 0.0, 109.0, 0.0), (253.0, 0.0, 290.0, 0.0)} <= set(shown(view))
    key(view, Qt.Key.Key_Escape)
    assert shown(view) == []
    assert view.network.nodes["dense_2"].pos().toTuple() == (400.0, 0.0)
    release(view, start)


def test_cards_out_of_sight_draw_nothing_on(view, off_grid):
    view.zoom(3.0, view.viewport().rect().center())
    view.centerOn(400.0, 0.0)
    assert not view.visible_rect().contains(203.0, 131.0)
    start = pixel_of(view, "dense_2")
    press(view, start)
    lead(view, start + QPoint(0, 60), start + QPoint(10, 378))
    assert view.network.nodes["dense_2"].pos().y() == 128.0
    key(view, Qt.Key.Key_Escape)
    release(view, start)


def test_all_that_is_selected_is_led_as_one(view, off_grid):
    off_grid.select(["dense_2", "output_1"])
    start = pixel_of(view, "dense_2")
    press(view, start)
    lead(view, start + QPoint(0, 60), start + QPoint(0, 129))
    moved = [view.network.nodes[node].pos().toTuple() for node in ("dense_2", "output_1")]
    assert moved == [(400.0, 131.0), (600.0, 131.0)]
    release(view, start + QPoint(0, 129))
    assert off_grid.undo_stack.undoText() == "Move 2 layers"
