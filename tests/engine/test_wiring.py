"""Layers that come with their wires, and ends that are led elsewhere."""

from __future__ import annotations

import pytest

from engine import wiring
from engine.graph import SPACING, Edge, Edit, Graph
from engine.layers import Dense, Dropout, Flatten, Input
from tests.engine.networks import chain


def after(graph: Graph, edits: list[Edit]) -> Graph:
    """The graph with the edits; undoing them must give the old one back."""
    changed = graph.copy()
    for edit in edits:
        changed.apply(edit)
    undone = changed.copy()
    for edit in reversed(edits):
        undone.apply(edit.inverse())
    assert undone == graph
    return changed


def test_a_layer_is_added_behind_another() -> None:
    graph = chain(2, 3, 1)
    node, edits = wiring.add_after(graph, "dense_1", Dropout(), (5.0, 6.0))
    assert set(after(graph, edits).edges()) - set(graph.edges()) == {Edge("dense_1", node, 0)}


def test_an_adapter_stands_between_and_the_layer_behind_it() -> None:
    graph = Graph()
    source = graph.add(Input(shape=(4, 4, 1)))
    node, edits = wiring.add_after(graph, source, Dropout(), (SPACING, 0.0), Flatten())
    assert after(graph, edits).edges() == (Edge("flatten_1", node, 0), Edge("input_1", "flatten_1", 0))


def test_a_layer_is_added_before_a_port() -> None:
    graph = Graph()
    target = graph.add(Dense())
    node, edits = wiring.add_before(graph, target, 0, Input(), (0.0, 0.0))
    assert after(graph, edits).edges() == (Edge(node, target, 0),)


@pytest.mark.parametrize("adapter", [None, Flatten()])
def test_a_wire_may_lead_through_a_layer(adapter: Flatten | None) -> None:
    graph = Graph()
    a, b = graph.add(Input(shape=(2, 2))), graph.add(Dense(), position=(1000.0, 0.0))
    changed = after(graph, wiring.connect_through(graph, Edge(a, b, 0), adapter))
    assert changed.reaches(a, b)
    assert len(changed) == 2 + (adapter is not None)


def test_a_loose_layer_moves_into_a_wire() -> None:
    graph = chain(2, 3, 1)
    loose = graph.add(Dropout(), position=(100.0, 300.0))
    changed = after(graph, wiring.move_into(graph, loose, Edge("dense_1", "dense_2", 0), (500.0, 0.0)))
    assert changed.order() == ("input_1", "dense_1", loose, "dense_2", "output_1")
    assert changed[loose].position == (500.0, 0.0)


def test_an_end_is_led_elsewhere() -> None:
    graph = chain(2, 3, 1)
    loose = graph.add(Dense())
    before, wanted = Edge("dense_1", "dense_2", 0), Edge("dense_1", loose, 0)
    changed = after(graph, wiring.reconnect(graph, before, wanted))
    assert set(changed.edges()) ^ set(graph.edges()) == {before, wanted}
