"""The way of a wire round cards."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from engine.direction import Direction
from engine.graph import Edge
from gui.canvas.geometry import LABEL_RISE, route_path
from gui.canvas.wires.routes import CLEAR, SHOULDER, detour
from gui.canvas.wires.wire_geometry import WireGeometry
from tests.gui.canvas.hands import runs_over


def cards(*middles: tuple[float, float]) -> np.ndarray:
    return np.array([(x - 72, y - 36, x + 72, y + 36) for x, y in middles], float).reshape(-1, 4)


def test_over_one_card_by_hand():
    lane = 30 - 36 - CLEAR
    way = detour((0, 0), (600, 0), cards((300, 30)))
    assert way == [(0, 0), (228 - SHOULDER, lane), (372 + SHOULDER, lane), (600, 0)]


def test_the_nearer_side_is_taken_unless_the_port_asks_for_the_other():
    above, below = 10 - 36 - CLEAR, 10 + 36 + CLEAR
    assert detour((0, 0), (600, 0), cards((300, 10)))[1][1] == above
    assert detour((0, 0), (600, 0), cards((300, 10)), side=1.0)[1][1] == below


def test_between_two_cards_where_there_is_room():
    assert detour((0, -30), (600, 0), cards((300, -50), (300, 50))) == [(0, -30), (216, 0), (600, 0)]
    closed = detour((0, 0), (600, 0), cards((300, -38), (300, 38)))
    assert closed[1][1] == -38 - 36 - CLEAR


@pytest.mark.parametrize(("y0", "y1"), [(0, 200), (200, 0)])
def test_a_wire_turns_before_a_card_that_stands_over_its_end(y0, y1):
    over_the_target = detour((0, y0), (600, y1), cards((570, 100)))
    assert over_the_target == [(0, y0), (570 - 72 - SHOULDER, y1), (600, y1)]
    over_the_source = detour((0, y0), (600, y1), cards((30, 100)))
    assert over_the_source == [(0, y0), (30 + 72 + SHOULDER, y0), (600, y1)]


def test_one_lane_over_cards_in_a_row():
    way = detour((0, 0), (900, 0), cards((250, 0), (450, 0), (650, 0)))
    assert len(way) == 4
    assert way[1][1] == way[2][1] < -36 - CLEAR, "further out than round one card, so that skips lie within each other"


@given(
    st.lists(st.tuples(st.integers(150, 850), st.integers(-200, 200)), min_size=1, max_size=9), st.integers(-200, 200)
)
def test_lanes_are_free_of_cards(middles, end):
    way = detour((0, 0), (1000, end), cards(*middles))
    for (x0, y0), (x1, y1) in pairwise(way):
        assert x0 <= x1
        if y0 == y1:
            inner = (min(max(x0, SHOULDER), 1000 - SHOULDER), max(min(x1, 1000 - SHOULDER), SHOULDER))
            for left, top, right, bottom in cards(*middles).tolist():
                assert not (left < inner[1] and right > inner[0] and top < y0 < bottom)


ENDS = {Edge("a", "b"): (0.0, 0.0, 600.0, 0.0), Edge("c", "d"): (0.0, 300.0, 600.0, 300.0)}
EVERY = np.arange(2)


def geometry(direction: Direction) -> WireGeometry:
    return WireGeometry(list(ENDS), lambda e: tuple(turned(direction, *ENDS[e])), direction)


def turned(direction: Direction, x0, y0, x1, y1):
    return *direction.turned(x0, y0), *direction.turned(x1, y1)


def around(direction: Direction, *middles: tuple[float, float]) -> np.ndarray:
    return np.array([turned(direction, *card) for card in cards(*middles).tolist()], float).reshape(-1, 4)


@pytest.mark.parametrize("direction", Direction)
def test_the_way_is_hit_painted_and_labelled_where_it_runs(direction):
    wires = geometry(direction)
    card = around(direction, (300, 10))
    assert [row for row, _ in wires.settle(EVERY, card)] == [0]
    lane = 10 - 36 - CLEAR
    middle = QPointF(*direction.turned(300, lane))
    assert wires.nearest(middle, 3.0, straight=False) == 0
    assert wires.nearest(QPointF(*direction.turned(300, 0)), 3.0, straight=False) is None
    assert wires.nearest(QPointF(*direction.turned(300, 0)), 3.0, straight=True) == 0
    left, top, right, bottom = card[0].tolist()
    path = wires.path(0)
    assert not runs_over(path, QRectF(left, top, right - left, bottom - top))
    for percent in range(0, 101, 5):
        assert wires.rect(0).contains(path.pointAtPercent(percent / 100))
        assert wires.nearest(path.pointAtPercent(percent / 100), 1.0, straight=False) == 0
    label = wires.label_place(0, QSizeF(40, 17))
    assert label == (middle - QPointF(0, LABEL_RISE) if direction is Direction.RIGHT else middle - QPointF(26, 0))


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(("across", "on_wire"), [(4, False), (120, True)])
def test_a_label_is_on_a_wire_too_steep_to_pass_it(direction, across, on_wire):
    wires = WireGeometry([Edge("a", "b")], lambda _: tuple(turned(direction, 0, 0, 100, across)), direction)
    middle = QPointF(*direction.turned(50, across / 2))
    assert (wires.label_place(0, QSizeF(40, 17)) == middle) == on_wire


@pytest.mark.parametrize(
    ("direction", "away"), [(Direction.RIGHT, QPointF(0, LABEL_RISE)), (Direction.DOWN, QPointF(26, 0))]
)
def test_a_label_stands_outside_of_a_detour(direction, away):
    wires = geometry(direction)
    direct = QPointF(*direction.turned(300, 0))
    assert wires.label_place(0, QSizeF(40, 17)) == direct + (-away if direction is Direction.RIGHT else away)
    list(wires.settle(EVERY, around(direction, (300, -10))))
    lane = QPointF(*direction.turned(300, -10 + 36 + CLEAR))
    assert wires.label_place(0, QSizeF(40, 17)) == lane + away


@pytest.mark.parametrize("direction", Direction)
def test_wires_follow_cards_that_come_move_and_go(direction):
    wires = geometry(direction)
    direct = [wires.path(row) for row in EVERY]
    bounds = wires.bounds.copy()
    assert [row for row, _ in wires.settle(EVERY, around(direction, (300, 0)))] == [0]
    detoured = wires.rect(0)
    assert [row for row, _ in wires.settle(EVERY, around(direction, (300, 0)))] == []
    moved = dict(wires.settle(EVERY, around(direction, (300, 300))))
    assert moved.keys() == {0, 1}
    assert moved[0] == detoured
    assert wires.path(0) == direct[0]
    assert [row for row, _ in wires.settle(EVERY, around(direction))] == [1]
    assert [wires.path(row) for row in EVERY] == direct
    assert (wires.bounds == bounds).all()


def test_only_the_wires_that_are_asked_for_look_for_a_way():
    wires = geometry(Direction.RIGHT)
    both = cards((300, 0), (300, 300))
    assert [row for row, _ in wires.settle(np.array([1]), both)] == [1]
    assert [row for row, _ in wires.settle(EVERY, both)] == [0]


def test_a_wire_that_is_moved_runs_direct_until_it_settles():
    wires = geometry(Direction.RIGHT)
    card = cards((300, 0))
    list(wires.settle(EVERY, card))
    wires.move([0])
    assert wires.path(0) == route_path([(0, 0), (600, 0)])
    assert [row for row, _ in wires.settle(EVERY, card)] == [0]
