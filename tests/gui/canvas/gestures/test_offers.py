"""The offer for the whole graph agrees with what the graph refuses, wire by wire."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.errors import GraphError
from engine.graph import AddEdge, Edge, Graph
from engine.layers import Add, Dense, Input, Output
from gui.canvas.gestures import offers

KINDS = (Input, Dense, Dense, Add, Add, Output)


@st.composite
def graphs(draw):
    graph = Graph()
    ids = [graph.add(draw(st.sampled_from(KINDS))()) for _ in range(draw(st.integers(1, 7)))]
    for source, target, port in draw(
        st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.integers(0, 3)), max_size=12)
    ):
        try:
            graph.apply(AddEdge(Edge(source, target, port)))
        except GraphError:
            continue
    return graph, ids


@given(graphs())
def test_offers_are_what_is_not_refused(drawn):
    graph, ids = drawn
    for source in ids:
        offered = offers.targets(graph, source)
        for target in ids:
            edge = Edge(source, target, offers.landing_port(graph, target))
            assert (target in offered) == (graph.refusal(edge) is None)
            if target in offered:
                assert offered[target] == edge.port
    for target in ids:
        for port in range(4):
            allowed = {source for source in ids if graph.refusal(Edge(source, target, port)) is None}
            assert offers.sources(graph, target, port) == allowed
