"""A part of a drawing: what is cut out, and what is put in again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import groups
from engine.annotations import AddAnnotation, Frame, Note
from engine.edits import share_weights
from engine.graph import Edge, Edit, Graph, SetNode
from engine.graph_json import graph_from_json, graph_to_json
from engine.inference import infer_shapes
from engine.layers import Add, Dense, Input, Output
from engine.subgraph import insert, part_of, without_ends


@pytest.fixture
def graph() -> Graph:
    """input_1 - dense_1 - dense_2 - add_1 - output_1, and dense_1 - add_1 as well."""
    graph = Graph()
    source = graph.add(Input(shape=(3,)))
    first = graph.add(Dense(units=3), after=source)
    second = graph.add(Dense(units=3, activation="tanh"), after=first)
    graph.add(Output(), after=graph.add(Add(), after=[first, second]))
    return graph


def perform(graph: Graph, changes: list[Edit]) -> list[Edit]:
    graph.check(changes)
    for change in changes:
        graph.apply(change)
    return [change.inverse() for change in reversed(changes)]


def test_a_part_has_the_wires_within_and_no_others(graph: Graph) -> None:
    part = part_of(graph, ["dense_1", "dense_2", "add_1"])
    assert [node.id for node in part] == ["add_1", "dense_1", "dense_2"]
    assert part.edges() == (Edge("dense_1", "add_1", 0), Edge("dense_1", "dense_2", 0), Edge("dense_2", "add_1", 1))
    assert part["dense_2"] == graph["dense_2"]


def test_a_part_is_put_in_under_fresh_ids_and_taken_back(graph: Graph) -> None:
    before = graph.copy()
    names, changes = insert(graph, part_of(graph, ["dense_1", "dense_2", "add_1"]), (16.0, 24.0))
    back = perform(graph, changes)
    assert names == {"dense_1": "dense_3", "dense_2": "dense_4", "add_1": "add_2"}
    x, y = graph["dense_2"].position
    assert graph["dense_4"] == replace(graph["dense_2"], id="dense_4", position=(x + 16.0, y + 24.0))
    assert Edge("dense_4", "add_2", 1) in graph.edges()
    assert not graph.incoming("dense_3")
    perform(graph, back)
    assert graph == before


def test_sharing_is_kept_within_the_part(graph: Graph) -> None:
    third, fourth = (graph.add(Dense(units=3), after="dense_2") for _ in range(2))
    for sharer in (third, fourth):
        perform(graph, share_weights(graph, sharer, "dense_1"))
    names, changes = insert(graph, part_of(graph, ["dense_1", third]))
    perform(graph, changes)
    assert graph.users(names["dense_1"]) == (names["dense_1"], names[third])
    names, changes = insert(graph, part_of(graph, [third, fourth]))
    perform(graph, changes)
    assert graph.users(names[third]) == (names[third], names[fourth])
    assert graph[names[third]].shares is None


def test_a_group_comes_with_all_within_and_lies_in_the_group_that_is_asked_for(graph: Graph) -> None:
    inner, changes = groups.group(graph, ["dense_1", "dense_2"], "Dalam")
    perform(graph, [*changes, AddAnnotation(Note("note_1", "Hi", group=inner))])
    outer, changes = groups.group(graph, [inner, "add_1"], "Luar")
    perform(graph, changes)
    part = part_of(graph, [inner])
    assert set(part.annotations) == {inner, "note_1"}
    assert part.annotations[inner].group == ""
    names, changes = insert(graph, part, group=outer)
    perform(graph, changes)
    copied = graph.annotations[names[inner]]
    assert (copied.title, copied.group) == ("Dalam", outer)
    assert {graph[names["dense_1"]].group, graph.annotations[names["note_1"]].group} == {copied.id}


def test_what_leaves_its_group_behind_belongs_to_none(graph: Graph) -> None:
    _, changes = groups.group(graph, ["dense_1", "dense_2"], "Block")
    perform(graph, changes)
    assert part_of(graph, ["dense_1"])["dense_1"].group == ""


def test_titles_tags_notes_and_frames_come_along_through_json(graph: Graph) -> None:
    node = graph["dense_1"]
    perform(
        graph,
        [
            SetNode(node, replace(node, title="Tersembunyi", tag="teal")),
            AddAnnotation(Note("note_1", "Hi", (1.0, 2.0), tag="amber")),
            AddAnnotation(Frame("frame_1", "Encoder")),
        ],
    )
    part = part_of(graph, ["dense_1", "note_1", "frame_1"])
    read = graph_from_json(json.loads(json.dumps(graph_to_json(part))))
    assert read == part
    other = Graph()
    names, changes = insert(other, read)
    perform(other, changes)
    assert other == part
    assert set(names) == {"dense_1", "note_1", "frame_1"}


@given(st.sets(st.sampled_from(["input_1", "dense_1", "dense_2", "add_1", "output_1"])), st.integers(0, 3))
def test_any_part_is_the_same_network_wherever_it_stands(chosen: set[str], times: int) -> None:
    graph = Graph()
    first = graph.add(Dense(units=3), after=graph.add(Input(shape=(3,))))
    graph.add(Output(), after=graph.add(Add(), after=[first, graph.add(Dense(units=3), after=first)]))
    part = part_of(graph, chosen)
    for _ in range(times):
        names, changes = insert(graph, part)
        perform(graph, changes)
        again = part_of(graph, names.values())
        assert len(again.edges()) == len(part.edges())
        shapes, wanted = infer_shapes(again).shapes, infer_shapes(part).shapes
        assert {key: shapes.get(names[key]) for key in names} == {key: wanted.get(key) for key in names}


def test_the_ends_that_a_drawing_has_are_left_out(graph: Graph) -> None:
    part, ends = without_ends(graph, graph)
    assert ends == ["input_1", "output_1"]
    assert [node.id for node in part] == ["add_1", "dense_1", "dense_2"]
    half = Graph()
    half.add(Input(shape=(9,)))
    part, ends = without_ends(half, graph)
    assert ends == ["input_1"]
    assert "output_1" in part
    assert without_ends(Graph(), graph) == (graph, [])
