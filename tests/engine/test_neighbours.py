"""Before, behind and around."""

from __future__ import annotations

import pytest

from engine.graph import Graph
from engine.layers import Add, Dense, Input, Output
from engine.neighbours import connected, downstream, reading_order, up_and_downstream, upstream
from tests.engine.networks import chain


@pytest.fixture
def graph() -> Graph:
    """input_1 to dense_1 and dense_2, both to add_1, then output_1; dense_3 alone behind input_2."""
    graph = Graph()
    source = graph.add(Input(shape=(3,)))
    sides = [graph.add(Dense(units=3), after=source) for _ in range(2)]
    graph.add(Output(), after=graph.add(Add(), after=sides))
    graph.add(Dense(units=3), after=graph.add(Input(shape=(3,))))
    return graph


def test_upstream_and_downstream(graph):
    assert upstream(graph, ["dense_1"]) == {"input_1", "dense_1"}
    assert downstream(graph, ["dense_1"]) == {"dense_1", "add_1", "output_1"}
    assert up_and_downstream(graph, ["dense_1"]) == {"input_1", "dense_1", "add_1", "output_1"}
    assert upstream(graph, ["add_1", "dense_3"]) == {"input_1", "input_2", "dense_1", "dense_2", "dense_3", "add_1"}


def test_connected_goes_both_ways_at_every_layer(graph):
    assert connected(graph, ["dense_1"]) == {"input_1", "dense_1", "dense_2", "add_1", "output_1"}
    assert connected(graph, ["dense_3"]) == {"input_2", "dense_3"}
    assert connected(graph, []) == frozenset()


def test_what_no_wire_joins_is_read_last() -> None:
    graph = chain(2, 3, 1)
    graph.add(Dense(), id="a_loose_one")
    graph.add(Dense(), after=graph.add(Dense(), id="b_pair"), id="b_second")
    graph.add(Dense(), after=graph.add(Input(), id="z_input"), id="z_dense")
    assert graph.order()[0] == "a_loose_one"
    assert reading_order(graph) == (
        "input_1", "dense_1", "dense_2", "output_1", "z_input", "z_dense", "b_pair", "b_second", "a_loose_one",
    )  # fmt: skip
