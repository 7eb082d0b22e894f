"""Notes, frames and groups: their rules, their edits, and the way through JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine import edits, groups
from engine.annotations import AddAnnotation, Frame, Group, Note, RemoveAnnotation, SetAnnotation
from engine.errors import GraphError
from engine.graph import Edit, Graph, SetNode, concerns_network
from engine.graph_json import graph_from_json, graph_to_json
from engine.layers import Dense, Input, Output


@pytest.fixture
def graph() -> Graph:
    """input_1 - dense_1 - dense_2 - output_1."""
    graph = Graph()
    last = graph.add(Input(shape=(2,)))
    for units in (3, 1):
        last = graph.add(Dense(units=units), after=last)
    graph.add(Output(), after=last)
    return graph


def perform(graph: Graph, changes: list[Edit]) -> list[Edit]:
    """Check and apply edits; gives those that take them back."""
    graph.check(changes)
    for change in changes:
        graph.apply(change)
    return [change.inverse() for change in reversed(changes)]


def grouped(graph: Graph, *members: str, title: str = "Block") -> str:
    group_id, changes = groups.group(graph, members, title)
    perform(graph, changes)
    return group_id


def test_a_group_stands_for_its_members_while_it_is_collapsed(graph: Graph) -> None:
    block = grouped(graph, "dense_1", "dense_2")
    assert groups.members(graph, block) == ("dense_1", "dense_2")
    assert [groups.shown_as(graph, node.id) for node in graph] == [block, block, "input_1", "output_1"]
    perform(graph, groups.collapse(graph, block, collapsed=False))
    assert groups.shown_as(graph, "dense_1") == "dense_1"


def test_a_group_stands_in_the_middle_of_its_members(graph: Graph) -> None:
    block = grouped(graph, "dense_1", "dense_2")
    (x1, y1), (x2, y2) = graph["dense_1"].position, graph["dense_2"].position
    assert graph.annotations[block].position == ((x1 + x2) / 2, (y1 + y2) / 2)


def test_the_outermost_collapsed_group_is_shown_and_within_it_the_next(graph: Graph) -> None:
    inner = grouped(graph, "dense_1", "dense_2")
    outer = grouped(graph, inner, "output_1")
    assert groups.shown_as(graph, "dense_1") == outer
    assert groups.shown_as(graph, "dense_1", scope=outer) == inner
    assert groups.shown_as(graph, "dense_1", scope=inner) == "dense_1"
    assert groups.shown_as(graph, "input_1", scope=outer) is None
    assert set(groups.within(graph, outer)) == {inner, "output_1", "dense_1", "dense_2"}


def test_ungrouping_gives_the_members_to_the_group_around(graph: Graph) -> None:
    before = graph.copy()
    inner = grouped(graph, "dense_1", "dense_2")
    outer = grouped(graph, inner, "output_1")
    back = perform(graph, groups.ungroup(graph, inner))
    assert groups.members(graph, outer) == ("dense_1", "dense_2", "output_1")
    perform(graph, back)
    assert groups.members(graph, outer) == ("output_1", inner)
    perform(graph, groups.ungroup(graph, outer))
    perform(graph, groups.ungroup(graph, inner))
    assert graph == before


def test_layers_of_different_groups_are_not_grouped(graph: Graph) -> None:
    grouped(graph, "dense_1")
    with pytest.raises(GraphError, match="beside each other"):
        groups.group(graph, ["dense_1", "dense_2"], "Block")


def test_deleting_a_group_takes_its_members_and_undo_brings_all_back(graph: Graph) -> None:
    inner = grouped(graph, "dense_1")
    outer = grouped(graph, inner, "dense_2")
    before = graph.copy()
    back = perform(graph, edits.delete(graph, annotations=[outer]))
    assert [node.id for node in graph] == ["input_1", "output_1"]
    assert not graph.annotations
    perform(graph, back)
    assert graph == before


def test_a_group_goes_with_the_last_that_belongs_to_it(graph: Graph) -> None:
    inner = grouped(graph, "dense_1")
    outer = grouped(graph, inner)
    perform(graph, edits.delete(graph, ["dense_1"]))
    assert inner not in graph.annotations
    assert outer not in graph.annotations


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (AddAnnotation(Note("dense_1", "text")), "already"),
        (AddAnnotation(Note("", "text")), "1 to 200"),
        (AddAnnotation(Group("group_2", "", group="group_7")), "no group called group_7"),
        (AddAnnotation(Group("group_2", "", group="group_2")), "no group called group_2"),
        (SetAnnotation(Group("group_1", "A"), Group("group_1", "A", group="group_1")), "within itself"),
        (RemoveAnnotation(Group("group_1", "A")), "not empty"),
        (RemoveAnnotation(Note("note_9", "")), "changed"),
    ],
    ids=repr,
)
def test_what_breaks_the_rules_is_refused_and_changes_nothing(graph: Graph, wrong: Edit, reason: str) -> None:
    graph.apply(AddAnnotation(Group("group_1", "A")))
    node = graph["dense_1"]
    graph.apply(SetNode(node, replace(node, group="group_1")))
    before = graph.copy()
    with pytest.raises(GraphError, match=reason):
        graph.apply(wrong)
    assert graph == before


def test_annotations_and_titles_do_not_concern_the_network(graph: Graph) -> None:
    node = graph["dense_1"]
    assert not concerns_network(AddAnnotation(Note("note_1", "hi")))
    assert not concerns_network(SetNode(node, replace(node, title="Hidden", tag="blue")))
    assert concerns_network(graph.changed("dense_1", Dense(units=9)))


def test_annotations_go_through_json(graph: Graph) -> None:
    inner = grouped(graph, "dense_1", title="Dalam")
    grouped(graph, inner, "dense_2", title="Luar")
    for annotation in (
        Note("note_1", "Ingat: laju pembelajaran\nkecil", (1.0, -2.0), (90.0, 40.0), "amber", inner),
        Frame("frame_1", "Encoder", (0.0, 0.0), (500.0, 300.0)),
    ):
        graph.apply(AddAnnotation(annotation))
    node = graph["input_1"]
    graph.apply(SetNode(node, replace(node, title="Masukan", tag="teal")))
    assert graph_from_json(json.loads(json.dumps(graph_to_json(graph)))) == graph


def test_what_is_wrong_with_annotations_is_told(graph: Graph) -> None:
    written = graph_to_json(graph)
    written["annotations"] = [
        {"id": "note_1", "kind": "note", "text": 7, "position": [0, 0], "size": [1, 1]},
        {"id": "group_1", "kind": "group", "title": "", "position": [0, 0], "collapsed": True, "group": "group_2"},
        {"id": "group_2", "kind": "group", "title": "", "position": [0, 0], "collapsed": True, "group": "group_1"},
        {"id": "x", "kind": "cloud", "position": [0, 0]},
        "nothing",
    ]
    with pytest.raises(GraphError) as error:
        graph_from_json(written)
    assert len(error.value.messages) == 5
