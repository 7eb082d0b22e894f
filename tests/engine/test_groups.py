"""Notes, frames and groups: their rules, their edits, and the way through JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine import edits, groups
from engine.annotations import AddAnnotation, Frame, Group, Note, RemoveAnnotation, SetAnnotation
from engine.errors import GraphError
from engine.graph import Edge, Edit, Graph, SetNode, concerns_network
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


def test_all_that_is_shown_is_told_at_once_as_one_by_one(graph: Graph) -> None:
    inner = grouped(graph, "dense_1")
    outer = grouped(graph, inner, "dense_2")
    perform(graph, [AddAnnotation(Note("note_1", "Hi", group=inner)), AddAnnotation(Frame("frame_1", "F"))])
    for collapsed in ((True, True), (False, True), (True, False), (False, False)):
        for group_id, state in zip((inner, outer), collapsed, strict=True):
            perform(graph, groups.collapse(graph, group_id, state))
        for scope in ("", inner, outer):
            everything = [*(node.id for node in graph), *graph.annotations]
            one_by_one = {key: groups.shown_as(graph, key, scope) for key in everything}
            assert groups.all_shown(graph, scope) == {key: shown for key, shown in one_by_one.items() if shown}


def test_a_border_has_the_ends_of_wires_that_cross_it_and_what_is_open_within(graph: Graph) -> None:
    assert groups.border(graph, ["dense_1", "dense_2"]) == groups.Border((("dense_1", 0),), ("dense_2",))
    graph.add(Dense(units=2), after="dense_1", id="aside")
    assert groups.border(graph, ["dense_1", "dense_2"]).outputs == ("dense_1", "dense_2")
    loose = graph.add(Dense(units=2), position=(0.0, 900.0))
    border = groups.border(graph, ["dense_1", loose])
    assert border == groups.Border((("dense_1", 0), (loose, 0)), ("dense_1", loose))


def test_ports_stand_in_the_order_of_the_layers_from_above_to_below(graph: Graph) -> None:
    for node_id, height in (("dense_1", 300.0), ("dense_2", -300.0)):
        perform(graph, groups.move(graph, {node_id: (0.0, height)}))
    graph.add(Output(), after="dense_1", id="second")
    assert groups.border(graph, ["dense_1", "dense_2"]).outputs == ("dense_2", "dense_1")


def test_a_group_that_is_collapsed_again_stands_in_the_middle_of_what_moved(graph: Graph) -> None:
    block = grouped(graph, "dense_1", "dense_2")
    perform(graph, groups.collapse(graph, block, False))
    perform(graph, groups.move(graph, {"dense_1": (0.0, 800.0), "dense_2": (100.0, 0.0)}))
    perform(graph, groups.collapse(graph, block, True))
    assert graph.annotations[block].position == (50.0, 400.0)


def test_with_a_group_moves_what_it_holds_and_with_a_frame_what_lies_within(graph: Graph) -> None:
    inner = grouped(graph, "dense_1")
    outer = grouped(graph, inner, "dense_2")
    assert groups.carried(graph, [outer]) == {outer, inner, "dense_1", "dense_2"}
    x, y = graph["input_1"].position
    perform(graph, [AddAnnotation(Frame("frame_1", "F", (x - 10, y - 10), (20.0, 20.0)))])
    assert groups.carried(graph, ["frame_1"]) == {"frame_1", "input_1"}
    x, y = groups.place_of(graph, outer)
    perform(graph, [AddAnnotation(Frame("frame_2", "F", (x - 10, y - 10), (20.0, 20.0)))])
    assert groups.carried(graph, ["frame_2"]) == {"frame_2", outer, inner, "dense_1", "dense_2"}


def test_grouping_what_a_chosen_group_holds_leaves_it_there(graph: Graph) -> None:
    inner = grouped(graph, "dense_1")
    outer = grouped(graph, inner, "dense_1", "dense_2")
    assert groups.members(graph, outer) == ("dense_2", inner)


def test_a_layer_put_into_a_wire_belongs_to_the_group_around_both_ends(graph: Graph) -> None:
    block = grouped(graph, "dense_1", "dense_2")
    inside, changes = edits.insert_on_edge(graph, Edge("dense_1", "dense_2", 0), Dense())
    perform(graph, changes)
    outside, changes = edits.insert_on_edge(graph, Edge("input_1", "dense_1", 0), Dense())
    perform(graph, changes)
    assert (graph[inside].group, graph[outside].group) == (block, "")


def test_joining_a_group_leaves_what_lies_in_a_chosen_one_and_takes_away_what_is_empty(graph: Graph) -> None:
    one, other = grouped(graph, "dense_1"), grouped(graph, "dense_2")
    perform(graph, groups.join(graph, [one, "dense_1"], other))
    assert (graph["dense_1"].group, graph.annotations[one].group) == (one, other)
    perform(graph, groups.join(graph, ["dense_1"], ""))
    assert one not in graph.annotations
    assert groups.members(graph, other) == ("dense_2",)
    assert groups.join(graph, ["dense_1"], "") == []
    with pytest.raises(GraphError, match="cannot be within itself"):
        groups.join(graph, [other], other)
