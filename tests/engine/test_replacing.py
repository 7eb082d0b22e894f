"""Another kind in a layer's place keeps what fits and tells what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import GraphError
from engine.graph import Edge, Graph, SetId, SetNode
from engine.layers import LSTM, Add, Concatenate, Dense, Dropout, Input, Layer, Output
from engine.network import Network
from engine.replacing import carried_over, could_replace, replace_kind
from tests.engine.networks import chain
from tests.engine.random_graphs import graphs


def replaced(graph: Graph, node_id: str, wanted: Layer) -> Graph:
    changed = graph.copy()
    for edit in replace_kind(graph, node_id, wanted).edits:
        changed.apply(edit)
    return changed


def test_what_was_set_goes_over_by_name() -> None:
    layer, lost = carried_over(Dense(units=7, activation="relu", use_bias=False), LSTM())
    assert (layer.units, layer.activation.name) == (7, "relu")
    assert [field.name for field in lost] == ([] if "use_bias" in LSTM.__dataclass_fields__ else ["use_bias"])


def test_what_nobody_set_is_the_new_kinds_own() -> None:
    layer, lost = carried_over(Dense(), LSTM())
    assert layer == LSTM()
    assert lost == ()


def test_what_the_other_kind_does_not_take_is_told() -> None:
    layer, lost = carried_over(Dense(units=7), Dropout())
    assert layer == Dropout()
    assert [field.label for field in lost] == ["Units"]


def test_title_tag_place_and_wires_stay_and_the_id_is_the_new_kinds() -> None:
    graph = chain(2, 3, 1)
    graph.apply(SetNode(graph["dense_1"], replace(graph["dense_1"], title="Hidden", tag="red", position=(3.0, 4.0))))
    changed = replaced(graph, "dense_1", Dropout())
    assert changed["dropout_1"] == replace(graph["dense_1"], id="dropout_1", layer=Dropout())
    assert changed.edges() == (Edge("dense_2", "output_1"), Edge("dropout_1", "dense_2"), Edge("input_1", "dropout_1"))


def test_an_id_that_people_chose_stays() -> None:
    graph = Graph()
    for node_id in ("encoder", "dense_layer_1", "Dense_1"):
        graph.add(Dense(), id=node_id)
        assert replace_kind(graph, node_id, Dropout()).node_id == node_id
    assert replace_kind(graph, "encoder", LSTM()).edits[-1] == SetNode(
        graph["encoder"], replace(graph["encoder"], layer=replace_kind(graph, "encoder", LSTM()).layer)
    )


def test_the_fresh_id_is_one_that_nobody_has() -> None:
    graph = chain(2, 3, 1)
    graph.add(Dropout(), after="dense_2")
    assert replace_kind(graph, "dense_1", Dropout()).node_id == "dropout_2"
    assert replace_kind(graph, "dense_1", Dense(units=3)).node_id == "dense_1", "the same kind keeps its id"


def test_those_who_share_the_weights_follow_an_id_and_back() -> None:
    graph = chain(2, 2, 2)
    twin = graph.add(graph["dense_1"].layer, after="input_1", shares="dense_1")
    before = graph.copy()
    graph.apply(SetId("dense_1", "first"))
    assert graph[twin].shares == "first"
    assert graph.users(twin) == ("first", twin)
    graph.apply(SetId(twin, "second"))
    assert graph.users("first") == ("first", "second")
    graph.apply(SetId("second", twin))
    graph.apply(SetId("first", "dense_1"))
    assert graph == before


def test_an_id_that_is_taken_is_refused_and_nothing_changes() -> None:
    graph = chain(2, 2)
    before = graph.copy()
    for old, new in (("dense_1", "input_1"), ("nobody", "free"), ("dense_1", "")):
        with pytest.raises(GraphError):
            graph.apply(SetId(old, new))
    assert graph == before


def test_ends_of_a_network_are_offered_only_at_its_ends() -> None:
    graph = chain(2, 3, 1)
    assert not could_replace(graph, "dense_1", Input)
    assert not could_replace(graph, "dense_1", Output)
    assert not could_replace(graph, "dense_1", Dense)
    assert could_replace(graph, "dense_1", LSTM)
    loose = graph.add(Dense())
    assert could_replace(graph, loose, Input)
    assert could_replace(graph, loose, Output)


@pytest.mark.parametrize(
    ("wanted", "gone"),
    [(Input(), {Edge("input_1", "dense_1")}), (Output(), {Edge("dense_1", "dense_2")}), (Concatenate(), set())],
)
def test_wires_without_a_port_go(wanted: Layer, gone: set[Edge]) -> None:
    graph = chain(2, 3, 1)
    assert set(replace_kind(graph, "dense_1", wanted).lost_wires) == gone
    there = replace_kind(graph, "dense_1", wanted).node_id
    assert set(graph.edges()) - set(_called(replaced(graph, "dense_1", wanted), there, "dense_1").edges()) == gone


def test_of_a_merges_wires_the_first_stays() -> None:
    graph = Graph()
    joint = graph.add(Add(), after=[graph.add(Input()), graph.add(Input())])
    assert replaced(graph, joint, Dense()).edges() == (Edge("input_1", "dense_1", 0),)


def test_those_who_share_keep_their_weights() -> None:
    graph = chain(2, 2, 2)
    twin = graph.add(graph["dense_1"].layer, after="input_1", shares="dense_1")
    assert replaced(graph, "dense_1", Dropout())[twin].shares is None
    assert replaced(graph, twin, Dropout())["dense_1"] == graph["dense_1"]


def test_arrays_of_the_same_name_and_shape_are_the_same_weights() -> None:
    graph = chain(2, 3, 1)
    before = Network(graph).state_dict()
    after = Network(replaced(graph, "dense_1", Layer.resolve({"kind": "Dense", "units": 3}))).state_dict()
    assert {name: array.shape for name, array in before.items()} == {n: a.shape for n, a in after.items()}


def _called(graph: Graph, node_id: str, wanted: str) -> Graph:
    called = graph.copy()
    if node_id != wanted:
        called.apply(SetId(node_id, wanted))
    return called


@given(graphs(), st.sampled_from(list(Layer.kinds())), st.integers(0, 20))
def test_undo_is_exact_whatever_replaces_whatever(graph: Graph, kind: str, index: int) -> None:
    node_id = graph.order()[index % len(graph)]
    result = replace_kind(graph, node_id, Layer.resolve(kind))
    changed = graph.copy()
    for edit in result.edits:
        changed.apply(edit)
    assert changed[result.node_id].layer == result.layer
    assert set(graph.edges()) - set(_called(changed, result.node_id, node_id).edges()) == set(result.lost_wires)
    for edit in reversed(result.edits):
        changed.apply(edit.inverse())
    assert changed == graph
