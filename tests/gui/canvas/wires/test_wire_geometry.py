"""Where wires run, and which is under the mouse."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, QRectF

from engine.graph import Edge
from gui.canvas.geometry import wire_path
from gui.canvas.wires.wire_geometry import WireGeometry

ENDS = {
    Edge("a", "b"): (0.0, 0.0, 200.0, 100.0),
    Edge("b", "c"): (300.0, 100.0, 100.0, 300.0),
    Edge("a", "c"): (0.0, 0.0, 20.0, 300.0),
}


@pytest.fixture
def geometry():
    return WireGeometry(list(ENDS), lambda edge: ENDS[edge])


def test_every_place_on_a_curve_is_hit_and_lies_within_its_rectangle(geometry):
    for row, ends in enumerate(ENDS.values()):
        path = wire_path(*ends)
        for percent in (5, 25, 50, 75, 95):
            point = path.pointAtPercent(percent / 100)
            assert geometry.nearest(point + QPointF(0.5, 1.0), 4.0, straight=False) == row
            assert geometry.rect(row).contains(point)


def test_straight_wires_are_hit_where_they_are_drawn(geometry):
    point = QPointF(50, 25)
    assert geometry.nearest(point, 3.0, straight=True) == 0
    assert geometry.nearest(point, 3.0, straight=False) is None
    assert geometry.nearest(QPointF(1000, 1000), 50.0, straight=True) is None


def test_moving_a_node_computes_its_wires_only(qapp):
    chance = random.Random(0)
    places = {name: (chance.random() * 500, chance.random() * 500) for name in "abcdef"}
    edges = [Edge("a", "b"), Edge("b", "c"), Edge("c", "d"), Edge("e", "f")]
    asked = []

    def ends(edge):
        asked.append(edge)
        return (*places[edge.source], *places[edge.target])

    geometry = WireGeometry(edges, ends)
    asked.clear()
    places["b"] = (-70.0, -80.0)
    geometry.move(geometry.rows_at("b"))
    assert asked == edges[:2]
    fresh = WireGeometry(edges, ends)
    assert (geometry.points == fresh.points).all()
    assert (geometry.bounds == fresh.bounds).all()
    assert geometry.lines == fresh.lines
    assert [geometry.path(row) for row in range(4)] == [fresh.path(row) for row in range(4)]


def test_what_lies_in_a_rectangle(geometry):
    assert geometry.within(QRectF(180, 90, 5, 5)).tolist() == [0, 1]
    assert geometry.within(QRectF(1000, 0, 5, 5)).tolist() == []
