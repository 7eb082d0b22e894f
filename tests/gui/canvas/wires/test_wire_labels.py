"""The labels of wires keep off the outlines of groups and off each other."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from engine import groups
from engine.direction import Direction
from engine.graph import AddEdge, AddNode, Edge, Node
from engine.layers import Dense
from gui.canvas.wires.wire_geometry import WireGeometry
from gui.canvas.wires.wire_labels import WireLabels, _off_border

OUTLINE = QRectF(100, 0, 300, 200)


@pytest.mark.parametrize(
    ("left", "moved"), [(60, 60), (80, 66), (95, 104), (110, 110), (200, 200), (368, 366), (385, 404)]
)
def test_a_label_through_which_an_outline_would_run_goes_to_its_nearer_side(left, moved):
    assert _off_border(QRectF(left, 50, 30, 17), OUTLINE, Direction.RIGHT).left() == moved
    below = QRectF(left, 250, 30, 17)
    assert _off_border(below, OUTLINE, Direction.RIGHT) == below


@pytest.mark.parametrize(("top", "moved"), [(100, 100), (186, 179), (195, 204)])
def test_downwards_it_goes_up_or_down(top, moved):
    assert _off_border(QRectF(200, top, 30, 17), OUTLINE, Direction.DOWN).top() == moved


def labels(sources, pitch, direction=Direction.RIGHT):
    """Where the labels of wires from these heights to the ports of one card lie, 400 further along."""
    edges = [Edge(f"{source}_{top}", "card", port) for port, (source, top) in enumerate(sources)]
    ends = {
        edge: (*direction.turned(0.0, top), *direction.turned(400.0, pitch * edge.port))
        for edge, (_, top) in zip(edges, sources, strict=True)
    }
    geometry = WireGeometry([Edge(edge.source.split("_")[0], "card", edge.port) for edge in edges],
                            lambda edge: ends[edges[edge.port]], direction)  # fmt: skip
    cards = QRectF(-500, -500, 10, 10), QRectF(-500, -500, 10, 10)
    return WireLabels().places(geometry, range(len(edges)), lambda edge: (8, 8, 100 + edge.port), lambda edge: cards)


@pytest.mark.parametrize("direction", Direction)
def test_labels_of_wires_from_several_layers_to_one_card_lie_beside_each_other(qapp, direction):
    sources = [("first", 0.0), ("second", 10.0), ("third", 22.0)]
    places = labels(sources, 18.0, direction)
    assert list(places) == [0, 1, 2]
    assert not any(one.intersects(two) for a, one in places.items() for b, two in places.items() if a < b)


def test_one_label_says_it_for_wires_of_the_same_layer_that_run_side_by_side(qapp):
    assert list(labels([("first", 0.0)] * 4, 18.0)) == [0, 3]
    assert list(labels([("first", 0.0)] * 2, 200.0)) == [0, 1], "far apart each has its own"


def test_whichever_wire_of_a_group_card_is_painted_the_labels_of_all_are_placed(view, document):
    edge = Edge("input_1", "dense_3", 0)
    document.push("Add", [AddNode(Node("dense_3", Dense(), (200.0, 200.0))), AddEdge(edge)])
    document.push("Group", groups.group(document.graph, ["dense_1", "dense_2", "dense_3"], "Block")[1])
    wires = view.network.wires
    rows = [wires.geometry().row_of[each] for each in (Edge("input_1", "dense_1", 0), edge)]
    for row in rows:
        assert wires._fans_at(np.array([row])) == [sorted(rows)]
