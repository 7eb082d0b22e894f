"""The graph: what it refuses, in which order it is walked, and JSON there and back."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import GraphError, HyperparameterError
from engine.graph import (
    AddEdge,
    AddNode,
    Edge,
    Graph,
    Node,
    RemoveEdge,
    RemoveNode,
    SetId,
    SetNode,
    natural_key,
    snake_case,
)
from engine.graph_json import graph_from_json, graph_to_json
from engine.layers import Add, Dense, Input, Layer, Output
from tests.engine.networks import chain


@pytest.fixture
def graph() -> Graph:
    """input_1 -> dense_1 -> dense_2 -> output_1"""
    return chain(2, 3, 1)


@pytest.mark.parametrize(
    ("edge", "reason"),
    [
        (Edge("dense_2", "dense_1", 0), "dense_1 takes one wire here, and it has one."),
        (Edge("dense_1", "dense_1", 0), "A layer cannot feed itself."),
        (Edge("output_1", "dense_1", 0), "output_1 ends the network: nothing leaves it."),
        (Edge("dense_1", "input_1", 0), "input_1 begins the network: nothing enters it."),
        (Edge("input_1", "dense_2", 1), "dense_2 takes no further input."),
        (Edge("input_1", "dense_2", -1), "dense_2 takes no further input."),
        (Edge("input_1", "dense_2", 0), "dense_2 takes one wire here, and it has one."),
        (Edge("nobody", "dense_2", 0), "There is no layer called nobody."),
        (Edge("dense_1", "nobody", 0), "There is no layer called nobody."),
    ],
)
def test_wires_that_are_refused(graph: Graph, edge: Edge, reason: str) -> None:
    before = graph.copy()
    assert str(graph.refusal(edge)) == reason
    with pytest.raises(GraphError, match=reason):
        graph.apply(AddEdge(edge))
    assert graph == before


def test_a_loop_is_refused_however_long(graph: Graph) -> None:
    joint = graph.add(Add(), after=["dense_1"])
    graph.apply(RemoveEdge(Edge("dense_1", "dense_2")))
    graph.apply(AddEdge(Edge(joint, "dense_2")))
    reason = "add_1 already leads to dense_2: a loop cannot be computed."
    assert str(graph.refusal(Edge("dense_2", "add_1", 1))) == reason


NODE = Node("dense_1", Dense(units=3, activation="tanh"), (200.0, 0.0))


@pytest.mark.parametrize(
    "edit",
    [
        AddNode(Node("dense_1", Dense())),
        RemoveNode(NODE),  # has wires
        RemoveNode(Node("nobody", Dense())),
        RemoveEdge(Edge("input_1", "dense_2")),
        RemoveEdge(Edge("input_1", "dense_1", 1)),
        SetNode(replace(NODE, position=(9.0, 9.0)), NODE),  # not what stands there
        SetNode(NODE, replace(NODE, id="dense_9")),
        SetNode(NODE, replace(NODE, layer=Output())),  # an Output has no output
        SetNode(NODE, replace(NODE, layer=Input())),  # an Input has no port
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_edits_that_are_refused_change_nothing(graph: Graph, edit: Any) -> None:
    assert graph["dense_1"] == NODE
    before = graph.copy()
    with pytest.raises(GraphError):
        graph.apply(edit)
    with pytest.raises(GraphError):
        graph.check([edit])
    assert graph == before


def test_check_follows_the_edits_and_takes_them_back(graph: Graph) -> None:
    before = graph.copy()
    new = Node("dense_9", Dense(), (0.0, 0.0))
    graph.check([AddNode(new), AddEdge(Edge("input_1", "dense_9")), RemoveEdge(Edge("input_1", "dense_9"))])
    assert graph == before
    with pytest.raises(GraphError, match="already"):
        graph.check([AddNode(new), AddNode(new)])
    assert graph == before


def test_wires_are_remembered_no_longer_than_they_are_there(graph: Graph) -> None:
    def assert_told_truly(*more: str) -> None:
        fresh = graph.copy()
        assert graph.order() == fresh.order()
        for node_id in (*(node.id for node in graph), *more):
            assert graph.incoming(node_id) == fresh.incoming(node_id)
            assert graph.outgoing(node_id) == fresh.outgoing(node_id)

    assert_told_truly("later")
    edits = [
        RemoveEdge(Edge("input_1", "dense_1")),
        AddNode(Node("later", Dense())),
        AddEdge(Edge("input_1", "later")),
        AddEdge(Edge("later", "dense_1")),
        SetId("later", "much_later"),
        SetId("input_1", "first"),
    ]
    for edit in [*edits, *(edit.inverse() for edit in reversed(edits))]:
        graph.apply(edit)
        assert_told_truly("later", "much_later", "first")


def test_a_layer_is_added_by_name(graph: Graph) -> None:
    assert graph.add("Dense", after="dense_1") == "dense_3"
    assert graph["dense_3"].layer == Dense()


@pytest.mark.parametrize("layer", ["dense", "", None, Dense, 3])
def test_what_is_no_layer_is_not_added(graph: Graph, layer: Any) -> None:
    before = graph.copy()
    with pytest.raises(HyperparameterError, match=r"^There is no layer called .+\. Use one of: .*Dense"):
        graph.add(layer)
    assert graph == before


def test_a_failed_add_leaves_no_trace(graph: Graph) -> None:
    before = graph.copy()
    with pytest.raises(GraphError, match="takes no further input"):
        graph.add(Dense(), after=["input_1", "dense_1"])
    assert graph == before


def test_ids_are_given_in_order_and_sorted_as_people_count() -> None:
    graph = Graph()
    ids = [graph.add(Dense()) for _ in range(11)]
    assert ids[0] == "dense_1"
    assert [node.id for node in graph] == ids
    assert sorted(["b_1", "a_10", "a_9", "a"], key=natural_key) == ["a", "a_9", "a_10", "b_1"]
    graph.apply(RemoveNode(graph["dense_3"]))
    assert graph.add(Dense()) == "dense_3"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Dense", "dense"), ("MaxPooling2D", "max_pooling2d"), ("BatchNormalization", "batch_normalization")],
)
def test_ids_are_written_as_keras_writes_them(name: str, wanted: str) -> None:
    assert snake_case(name) == wanted


def test_sources_stand_before_targets_whatever_the_ids() -> None:
    graph = Graph()
    end = graph.add(Dense(), id="a")
    start = graph.add(Input(), id="z")
    graph.apply(AddEdge(Edge(start, end)))
    assert graph.order() == ("z", "a")


def test_reading_the_neighbours(graph: Graph) -> None:
    graph.add(Output(), after="dense_1")
    assert graph.outgoing("dense_1") == (Edge("dense_1", "dense_2"), Edge("dense_1", "output_2"))
    assert graph.incoming("dense_2") == (Edge("dense_1", "dense_2"),)
    assert graph.reaches("input_1", "output_1")
    assert not graph.reaches("output_1", "input_1")
    assert len(graph) == 5
    assert "dense_1" in graph
    assert "nobody" not in graph
    with pytest.raises(GraphError, match="no layer called nobody"):
        graph["nobody"]


def test_the_first_port_without_a_wire_is_free() -> None:
    graph = Graph()
    sources = [graph.add(Input()) for _ in range(3)]
    joint = graph.add(Add(), after=sources)
    assert graph.free_port(joint) == 3
    graph.apply(RemoveEdge(Edge(sources[1], joint, 1)))
    assert graph.free_port(joint) == 1
    assert graph.free_port(sources[0]) is None


def test_a_copy_goes_its_own_way(graph: Graph) -> None:
    copied = graph.copy()
    assert copied == graph
    copied.add(Dense(), after="dense_1")
    assert copied != graph
    assert len(graph) == 4


@pytest.mark.parametrize("kind", list(Layer.kinds()))
def test_every_kind_goes_through_json(kind: str) -> None:
    graph = Graph()
    graph.add(Layer.resolve(kind), position=(1.5, -2.0))
    assert graph_from_json(json.loads(json.dumps(graph_to_json(graph)))) == graph


def test_json_keeps_wires_places_and_order(graph: Graph) -> None:
    graph.add(Add(), after=["dense_2", "dense_2", "input_1"], position=(1.25, 1e6))
    written = json.loads(json.dumps(graph_to_json(graph), allow_nan=False))
    read = graph_from_json(written)
    assert read == graph
    assert read.order() == graph.order()
    assert graph_to_json(read) == graph_to_json(graph)
    assert [node["id"] for node in written["nodes"]] == [node.id for node in graph]


def test_all_that_is_wrong_with_json_is_told_at_once(graph: Graph) -> None:
    written = graph_to_json(graph)
    dense = written["nodes"][0]
    written["nodes"] += [
        dense,
        dense | {"id": "a", "layer": dense["layer"] | {"units": 0}},
        dense | {"id": "b", "layer": {"kind": "Flux"}},
        dense | {"id": "c", "position": [1]},
        dense | {"id": "d", "position": [float("nan"), 0]},
        dense | {"id": "e", "position": [10**400, 0]},
        dense | {"id": 5},
        dense | {"id": ""},
        dense | {"id": "f", "layer": "Dense"},
        "a text",
        None,
    ]
    written["edges"] += [
        {"source": "dense_1", "target": "nobody", "port": 0},
        {"source": "dense_1"},
        {"source": "dense_1", "target": "dense_2", "port": 1.5},
        {"source": "dense_1", "target": "dense_2", "port": float("inf")},
        {"source": "dense_2", "target": "dense_1", "port": "0"},
        7,
    ]
    with pytest.raises(GraphError) as refusal:
        graph_from_json(written)
    told = [str(message) for message in refusal.value.messages]
    assert len(told) == 11 + 6
    assert told[:3] == [
        "There is a layer called dense_1 already.",
        "Layer a: Units takes a whole number (at least 1). Received: 0.",
        f"Layer b: There is no layer called 'Flux'. Use one of: {', '.join(Layer.kinds())}.",
    ]
    assert told[11] == "There is no layer called nobody."
    assert all("not described as it should be" in line for line in told[3:11] + told[12:])


def test_wires_of_a_rejected_layer_are_not_told_as_well(graph: Graph) -> None:
    written = graph_to_json(graph)
    for node in written["nodes"]:
        if node["id"] == "dense_1":
            node["layer"]["kind"] = "Flux"
    written["edges"].append({"source": "nobody", "target": "output_1", "port": 0})
    with pytest.raises(GraphError) as refusal:
        graph_from_json(written)
    flux, nobody = (str(message) for message in refusal.value.messages)
    assert flux.startswith("Layer dense_1: There is no layer called 'Flux'.")
    assert nobody == "There is no layer called nobody."


@pytest.mark.parametrize("written", [None, [], {}, {"nodes": []}, {"nodes": {}, "edges": []}, "graph", 3])
def test_json_of_another_form_is_refused(written: Any) -> None:
    with pytest.raises(GraphError, match="a list of nodes and a list of edges"):
        graph_from_json(written)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def break_json(written: Any, path: list[int], value: Any) -> Any:
    """Replace one place in nested JSON by another value; the path's numbers choose the way down."""
    if not path or not isinstance(written, dict | list) or not written:
        return value
    if isinstance(written, dict):
        key: Any = sorted(written)[path[0] % len(written)]
        return written | {key: break_json(written[key], path[1:], value)}
    at = path[0] % len(written)
    return [*written[:at], break_json(written[at], path[1:], value), *written[at + 1 :]]


@given(path=st.lists(st.integers(0, 20), min_size=1, max_size=6), value=junk)
def test_damaged_json_is_read_or_refused_but_nothing_else(path: list[int], value: Any) -> None:
    written = break_json(graph_to_json(chain(2, 3, 1)), path, value)
    graph = None
    with contextlib.suppress(GraphError):
        graph = graph_from_json(written)
    if graph is not None:
        assert graph_from_json(json.loads(json.dumps(graph_to_json(graph), allow_nan=False))) == graph


@pytest.mark.parametrize("inverse_of", [AddNode, RemoveNode], ids=["add", "remove"])
def test_the_inverse_of_an_inverse_is_the_edit(inverse_of: Callable[[Node], Any]) -> None:
    edit = inverse_of(NODE)
    assert edit.inverse().inverse() == edit
    wire = AddEdge(Edge("a", "b", 2))
    assert wire.inverse() == RemoveEdge(wire.edge)
    assert wire.inverse().inverse() == wire
    change = SetNode(NODE, replace(NODE, position=(1.0, 1.0)))
    assert change.inverse() == SetNode(change.after, change.before)


@pytest.mark.parametrize("wrong", [7, "", "1" * 5000, "x" * 201, ("a",), b"a"], ids=lambda wrong: repr(wrong)[:12])
def test_what_is_no_id_is_refused(graph: Graph, wrong: Any) -> None:
    before = graph.copy()
    with pytest.raises(GraphError, match=r"^An id is a text of 1 to 200 characters\. Received: "):
        graph.add(Dense(), id=wrong)
    assert graph == before
    with pytest.raises(GraphError, match="not described as it should be"):
        graph_from_json({"nodes": [{"id": wrong, "layer": Dense().to_json()}], "edges": []})


def test_a_long_number_at_the_end_of_an_id_is_sorted_as_a_number() -> None:
    graph = Graph()
    for name in ("d" + "2" * 199, "d3", "d10"):
        graph.add(Dense(), id=name)
    assert graph.order() == ("d3", "d10", "d" + "2" * 199)


@pytest.mark.parametrize("wrong", [None, 3, [3], [["dense_1"]], [None]])
def test_a_layer_stands_after_ids_only(graph: Graph, wrong: Any) -> None:
    before = graph.copy()
    with pytest.raises(GraphError, match=r"^A layer stands after one id, or after several .* Received: "):
        graph.add(Dense(), after=wrong)
    assert graph == before


@pytest.fixture
def shared() -> Graph:
    """dense_1, and dense_2 with its weights."""
    graph = Graph()
    for shares in (None, "dense_1"):
        graph.add(Dense(), shares=shares)
    return graph


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (AddNode(Node("a", Dense(), shares="a")), "a cannot share weights with itself."),
        (AddNode(Node("a", Dense(), shares="nobody")), "There is no layer called nobody."),
        (AddNode(Node("a", Dense(), shares="dense_2")), "dense_2 has no weights of its own: it uses those of dense_1."),
        (RemoveNode(Node("dense_1", Dense(), (0.0, 0.0))), "dense_1 lends its weights to dense_2."),
    ],
)
def test_weights_are_those_of_a_layer_that_is_there_and_has_its_own(shared: Graph, edit: Any, reason: str) -> None:
    before = shared.copy()
    with pytest.raises(GraphError, match=reason):
        shared.apply(edit)
    assert shared == before


def test_a_layer_that_lends_its_weights_cannot_borrow_others(shared: Graph) -> None:
    shared.add(Dense())
    with pytest.raises(GraphError, match=r"dense_1 lends its weights to dense_2\."):
        shared.apply(shared.shared("dense_1", "dense_3"))
    assert shared.users("dense_2") == ("dense_1", "dense_2")
    shared.add(Dense(), shares="dense_2")
    assert shared["dense_4"].shares == "dense_1"


def test_sharing_goes_through_json_whatever_the_order(shared: Graph) -> None:
    shared.add(Dense(), id="a", shares="dense_1")
    written = json.loads(json.dumps(graph_to_json(shared)))
    assert [node.get("shares") for node in written["nodes"]] == ["dense_1", None, "dense_1"]
    assert graph_from_json(written) == shared


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nobody", "There is no layer called nobody."),
        ("dense_2", "dense_2 cannot share weights with itself."),
        (3, "A layer is not described as it should be"),
    ],
)
def test_sharing_that_a_file_cannot_mean_is_told(shared: Graph, source: Any, reason: str) -> None:
    written = graph_to_json(shared)
    written["nodes"][1]["shares"] = source
    with pytest.raises(GraphError, match=reason) as refusal:
        graph_from_json(written)
    assert len(refusal.value.messages) == 1


def test_sharing_with_a_rejected_layer_is_not_told_as_well(shared: Graph) -> None:
    written = graph_to_json(shared)
    written["nodes"][0]["layer"]["kind"] = "Flux"
    with pytest.raises(GraphError) as refusal:
        graph_from_json(written)
    assert len(refusal.value.messages) == 1
