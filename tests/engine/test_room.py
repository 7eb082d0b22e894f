"""Room that is made, closed and given back, by numbers; each is exact when it is undone."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import edits, groups, room, wiring
from engine.alignment import Box, around
from engine.annotations import AddAnnotation, Frame, Note
from engine.clearance import overlap
from engine.direction import Direction
from engine.floor import CARD, Floor
from engine.frames import box_of, holds
from engine.graph import Edge, Edit, Graph
from engine.graph_json import graph_from_json, graph_to_json
from engine.layers import Add, Dense, Dropout, Flatten, Input, Output
from engine.replacing import replace_kind
from engine.subgraph import insert, part_of
from tests.engine.networks import chain

RIGHT, DOWN = Direction.RIGHT, Direction.DOWN
Place = tuple[float, float]


def after(graph: Graph, changes: Iterable[Edit]) -> Graph:
    """The graph with the edits; undoing them must give the old one back."""
    listed = list(changes)
    graph.check(listed)
    changed = graph.copy()
    for edit in listed:
        changed.apply(edit)
    undone = changed.copy()
    for edit in reversed(listed):
        undone.apply(edit.inverse())
    assert undone == graph
    return changed


def places(graph: Graph) -> dict[str, Place]:
    return {node.id: node.position for node in graph}


def inserted(graph: Graph, edge: Edge, direction: Direction = RIGHT, **measured: Box) -> Graph:
    return after(graph, room.let_in(graph, edits.insert_on_edge(graph, edge, Dropout())[1], direction, measured))


def healed(graph: Graph, *nodes: str, direction: Direction = RIGHT) -> Graph:
    return after(graph, room.close_up(graph, edits.delete_and_heal(graph, nodes), direction, {}))


def line(*across: float, downwards: bool = False) -> Graph:
    """input_1 -> dense_1 -> ... 200 apart, or 128 downwards, so far across."""
    graph, last = Graph(), ""
    for number, place in enumerate(across):
        position = (place, 128.0 * number) if downwards else (200.0 * number, place)
        last = graph.add(Dense(), after=last, position=position) if last else graph.add(Input(), position=position)
    return graph


def test_what_follows_makes_room_in_a_row_and_what_is_beside_stays() -> None:
    graph = line(0, 0, 40)
    beside = graph.add(Dense(), after="input_1", position=(200.0, 200.0))
    changed = inserted(graph, Edge("input_1", "dense_1"))
    assert places(changed) == {
        "input_1": (0, 0), "dropout_1": (200, 0), "dense_1": (400, 0), "dense_2": (600, 40), beside: (200, 200),
    }  # fmt: skip


def test_downwards_what_follows_moves_down() -> None:
    changed = inserted(line(0, 40, downwards=True), Edge("input_1", "dense_1"), DOWN)
    assert places(changed) == {"input_1": (0, 0), "dropout_1": (0, 128), "dense_1": (40, 256)}


def test_where_there_is_room_nothing_moves() -> None:
    graph = line(0, 0)
    graph.apply(graph.moved("dense_1", (400.0, 0.0)))
    assert places(inserted(graph, Edge("input_1", "dense_1"))) == {
        "input_1": (0, 0), "dropout_1": (200, 0), "dense_1": (400, 0),
    }  # fmt: skip


def test_a_wire_over_a_card_takes_the_new_layer_beside_it() -> None:
    graph = line(0, 0, 0)
    graph.apply(graph.moved("dense_2", (800.0, 0.0)))
    graph.apply(graph.moved("dense_1", (400.0, 0.0)))
    joint = graph.add(Add(), after=["input_1", "dense_2"], position=(1000.0, 0.0))
    changed = inserted(graph, Edge("input_1", joint, 0))
    assert {key: place for key, place in places(changed).items() if key != "dropout_1"} == places(graph)
    floor = Floor(changed, RIGHT, {})
    boxes = floor.standing("")
    assert not any(overlap(boxes["dropout_1"], box) for key, box in boxes.items() if key != "dropout_1")


def test_a_card_that_is_seen_larger_needs_more_room() -> None:
    graph = line(0, 0)
    graph.apply(graph.moved("dense_1", (400.0, 0.0)))
    changed = inserted(graph, Edge("input_1", "dense_1"), input_1=(-150.0, -36.0, 150.0, 36.0))
    assert changed["dropout_1"].position == (278, 0)
    assert changed["dense_1"].position[0] - 72 - (278 + 72) >= 56


def test_a_row_beside_that_would_be_run_into_goes_on_too() -> None:
    graph = line(0, 0)
    other = graph.add(Input(), position=(400.0, 0.0))
    changed = inserted(graph, Edge("input_1", "dense_1"))
    assert changed["dense_1"].position == (400, 0)
    assert changed[other].position == (600, 0)


def test_notes_go_with_their_cards_and_frames_grow_with_what_they_hold() -> None:
    graph = line(0, 0)
    for annotation in (
        Note("near", "", (150.0, 60.0), (100.0, 40.0)),
        Note("far", "", (150.0, 260.0), (100.0, 40.0)),
        Frame("both", "", (-100.0, -60.0), (400.0, 120.0)),
        Frame("last", "", (120.0, -50.0), (160.0, 100.0)),
    ):
        graph.apply(AddAnnotation(annotation))
    annotations = inserted(graph, Edge("input_1", "dense_1")).annotations
    assert annotations["near"].position == (350, 60)
    assert annotations["far"].position == (150, 260)
    assert (annotations["both"].position, annotations["both"].size) == ((-100, -60), (600, 120))
    assert (annotations["last"].position, annotations["last"].size) == ((320, -50), (160, 100))


def framed(graph: Graph, *frames: tuple[float, float, float, float]) -> Graph:
    """The drawing with frames called frame_1, frame_2, ...: left, top, right, bottom of each."""
    made = [
        AddAnnotation(Frame(f"frame_{number}", "", (left, top), (right - left, bottom - top)))
        for number, (left, top, right, bottom) in enumerate(frames, 1)
    ]
    return after(graph, made)


def frame_boxes(graph: Graph) -> list[Box]:
    return [box_of(each) for each in graph.annotations.values() if isinstance(each, Frame)]


def test_a_frame_that_grows_drives_away_what_lay_beside_it() -> None:
    graph = line(0, 0, 0)
    above, beside, below = (
        graph.add(Dense(), position=place) for place in ((500.0, -130.0), (500.0, 76.0), (300.0, 140.0))
    )
    changed = inserted(framed(graph, (-96.0, -90.0, 296.0, 80.0)), Edge("input_1", "dense_1"))
    assert frame_boxes(changed) == [(-96, -90, 496, 80)]
    assert changed[above].position == (500, -146), "beyond the corner it goes up, where the way is shorter"
    assert changed[beside].position == (588, 76)
    assert changed[below].position == (300, 140)


def test_a_frame_in_the_way_of_what_is_pushed_goes_on_with_all_that_lies_in_it() -> None:
    graph = line(0, 0)
    ahead, alone = (graph.add(Dense(), position=place) for place in ((480.0, 20.0), (480.0, 150.0)))
    changed = inserted(
        framed(graph, (320.0, -60.0, 600.0, 240.0), (640.0, -40.0, 700.0, 40.0)), Edge("input_1", "dense_1")
    )
    assert (changed[ahead].position, changed[alone].position) == ((680, 20), (680, 150))
    assert frame_boxes(changed) == [(520, -60, 800, 240), (840, -40, 900, 40)], "the empty one too"


def test_a_layer_that_comes_over_the_border_of_its_neighbours_frame_is_taken_in() -> None:
    graph = framed(line(0, 0), (-96.0, -60.0, 152.0, 60.0))
    changed = inserted(graph, Edge("input_1", "dense_1"))
    assert changed["dropout_1"].position == (200, 0)
    assert frame_boxes(changed) == [(-96, -77, 296, 60)]
    assert changed["dense_1"].position == (400, 0)


def test_a_loose_layer_steps_out_of_a_frame_at_whose_edge_it_is_put_or_into_it() -> None:
    graph = framed(line(0), (200.0, -60.0, 600.0, 200.0))
    for place, now, frame in (
        ((160.0, 160.0), (88.0, 160.0), (200, -60, 600, 200)),  # 40 from the frame
        ((560.0, 100.0), (560.0, 100.0), (200, -60, 656, 200)),
    ):
        changed = after(graph, room.let_in(graph, edits.add(graph, Dropout(), place)[1], RIGHT, {}))
        assert changed["dropout_1"].position == now
        assert frame_boxes(changed) == [frame]


def test_a_copy_lies_in_a_frame_or_outside_but_on_no_border_and_no_title() -> None:
    graph = framed(line(0, 0), (-96.0, -90.0, 296.0, 100.0), (-96.0, 180.0, 296.0, 400.0))
    part = part_of(graph, ["input_1", "dense_1"])
    assert room.way_in(graph, part, (0.0, 112.0), "", RIGHT, {}) == (0.0, 264.0), "below the title of the second"
    assert room.way_in(graph, part, (0.0, 300.0), "", RIGHT, {}) == (0.0, 300.0)


def test_an_adapter_and_the_layer_behind_it_stand_in_a_row() -> None:
    graph = line(0)
    node, changes = wiring.add_after(graph, "input_1", Dropout(), (200.0, 0.0), Flatten())
    changed = after(graph, room.let_in(graph, changes, RIGHT, {}))
    assert places(changed) == {"input_1": (0, 0), "flatten_1": (200, 0), node: (400, 0)}


def test_a_loose_layer_that_moves_into_a_wire_finds_room() -> None:
    graph = line(0, 0, 0)
    loose = graph.add(Dropout(), position=(100.0, 300.0))
    changes = wiring.move_into(graph, loose, Edge("dense_1", "dense_2"), (300.0, 0.0))
    changed = after(graph, room.let_in(graph, changes, RIGHT, {}))
    assert [changed[node].position for node in changed.order()] == [(0, 0), (200, 0), (400, 0), (600, 0)]


def test_a_layer_that_is_added_on_another_stands_beside_it() -> None:
    graph = line(0, 0)
    _, changes = edits.add(graph, Dense(), (200.0, 8.0))
    assert after(graph, room.let_in(graph, changes, RIGHT, {}))["dense_2"].position == (200, 112)


def test_closing_a_gap_is_the_opposite_of_inserting() -> None:
    graph = line(0, 0, 40)
    graph.apply(AddAnnotation(Note("near", "", (150.0, 60.0), (100.0, 40.0))))
    graph.apply(AddAnnotation(Frame("both", "", (-100.0, -60.0), (400.0, 120.0))))
    assert healed(inserted(graph, Edge("input_1", "dense_1")), "dropout_1") == graph


@pytest.mark.parametrize("downwards", [False, True])
def test_what_followed_takes_the_place_of_what_is_gone(downwards: bool) -> None:
    graph = line(0, 0, 0, 0, 0, downwards=downwards)
    changed = healed(graph, "dense_1", "dense_3", direction=DOWN if downwards else RIGHT)
    assert changed["dense_2"].position == graph["dense_1"].position
    assert changed["dense_4"].position == graph["dense_2"].position


def test_a_gap_closes_no_further_than_the_other_branch_allows() -> None:
    graph = line(0, 0)
    other = graph.add(Dense(), after="input_1", position=(200.0, 160.0))
    joint = graph.add(Add(), after=["dense_1", other], position=(400.0, 80.0))
    end = graph.add(Output(), after=joint, position=(600.0, 80.0))
    assert places(healed(graph, "dense_1")) == {key: p for key, p in places(graph).items() if key != "dense_1"}
    assert healed(graph, joint)[end].position == (400, 80), "into the place of the joint and no further"


def grouped(graph: Graph, *chosen: str) -> tuple[str, Graph]:
    group_id, changes = groups.group(graph, chosen, "Block")
    return group_id, after(graph, changes)


def dense_row() -> tuple[str, Graph]:
    """Three layers as a group between neighbours that stand close, with one above, one below, a note and a frame."""
    graph = line(0, 0, 0, 0, 0)
    above = graph.add(Dense(), position=(420.0, -112.0))
    below = graph.add(Dense(), after=above, position=(420.0, 112.0))
    for annotation in (
        Note("note_1", "", (560.0, 60.0), (100.0, 40.0)),
        Frame("frame_1", "", (200.0, -90.0), (420.0, 180.0)),
    ):
        graph.apply(AddAnnotation(annotation))
    group_id, graph = grouped(graph, "dense_1", "dense_2", "dense_3")
    for key, x in (("input_1", 196.0), ("dense_4", 604.0)):
        graph.apply(graph.moved(key, (x, 0.0)))
    assert below == "dense_6"
    return group_id, graph


def test_expanding_pushes_aside_and_collapsing_brings_back_exactly() -> None:
    group_id, graph = dense_row()
    shown = after(graph, room.expand(graph, group_id, RIGHT, {}))
    boxes = Floor(shown, RIGHT, {}).standing("")
    assert boxes[group_id] == (104, -77, 696, 60)
    assert not any(overlap(boxes[group_id], box, 40.0) for key, box in boxes.items() if key != group_id)
    assert shown["input_1"].position[1] == shown["dense_4"].position[1] == 0
    assert shown["dense_5"].position[0] == shown["dense_6"].position[0] == 420
    frame = shown.annotations["frame_1"]
    assert isinstance(frame, Frame)
    assert frame.position[0] <= boxes[group_id][0]
    assert after(shown, room.collapse(shown, group_id, RIGHT, {})) == graph
    assert after(graph, room.expand(graph, group_id, RIGHT, {})) == shown


def test_where_there_is_room_a_group_opens_alone() -> None:
    group_id, graph = grouped(line(0, 0, 0, 0, 0), "dense_1", "dense_2", "dense_3")
    graph.apply(graph.moved("input_1", (-60.0, 0.0)))
    graph.apply(graph.moved("dense_4", (860.0, 0.0)))
    shown = after(graph, room.expand(graph, group_id, RIGHT, {}))
    assert places(shown) == places(graph)


def test_what_was_put_elsewhere_meanwhile_does_not_come_back_onto_something() -> None:
    group_id, graph = dense_row()
    shown = after(graph, room.expand(graph, group_id, RIGHT, {}))
    blocking = shown.add(Dense(), position=graph["dense_4"].position)
    shut = after(shown, room.collapse(shown, group_id, RIGHT, {}))
    assert shut["dense_4"].position == shown["dense_4"].position
    assert shut["input_1"].position == graph["input_1"].position
    assert shut[blocking].position == shown[blocking].position


def test_what_is_gone_is_not_remembered_and_another_kind_comes_back_in_its_place() -> None:
    group_id, graph = dense_row()
    shown = after(graph, room.expand(graph, group_id, RIGHT, {}))
    assert {"dense_4", "dense_5", "input_1", "note_1"} <= dict(shown.annotations.group(group_id).pushed).keys()
    fewer = after(shown, edits.delete(shown, ["dense_5"], annotations=["note_1"]))
    pushed = dict(fewer.annotations.group(group_id).pushed)
    assert pushed == {k: v for k, v in shown.annotations.group(group_id).pushed if k not in ("dense_5", "note_1")}
    other = after(fewer, replace_kind(fewer, "dense_4", Dropout()).edits)
    assert dict(other.annotations.group(group_id).pushed)["dropout_1"] == pushed["dense_4"]
    shut = after(other, room.collapse(other, group_id, RIGHT, {}))
    assert shut["dropout_1"].position == graph["dense_4"].position


def test_what_has_come_into_a_group_that_pushed_it_stays_where_it_is() -> None:
    group_id, graph = dense_row()
    shown = after(graph, room.expand(graph, group_id, RIGHT, {}))
    joined = after(shown, groups.join(shown, ["dense_4"], group_id))
    shut = after(joined, room.collapse(joined, group_id, RIGHT, {}))
    assert shut["dense_4"].position == shown["dense_4"].position


def test_a_group_within_a_group_makes_the_outer_one_give_way() -> None:
    inner, graph = grouped(line(0, 0, 0, 0, 0, 0), "dense_2", "dense_3")
    outer, graph = grouped(graph, "dense_1", inner, "dense_4")
    graph = after(graph, room.expand(graph, outer, RIGHT, {}))
    shown = after(graph, room.expand(graph, inner, RIGHT, {}))
    boxes = Floor(shown, RIGHT, {}).standing("")
    for one, two in (("input_1", outer), (outer, "dense_5")):
        assert boxes[one][2] + 56 <= boxes[two][0]
    inside = Floor(shown, RIGHT, {}).standing(outer)
    assert not any(overlap(inside[inner], box) for key, box in inside.items() if key != inner)
    assert after(shown, room.collapse(shown, inner, RIGHT, {})) == graph


def test_a_layer_that_comes_into_an_expanded_group_makes_the_outline_push() -> None:
    group_id, graph = grouped(line(0, 0, 0, 0), "dense_1", "dense_2")
    graph = after(graph, room.expand(graph, group_id, RIGHT, {}))
    before = Floor(graph, RIGHT, {}).standing("")
    changed = inserted(graph, Edge("dense_1", "dense_2"))
    now = Floor(changed, RIGHT, {}).standing("")
    assert now[group_id][2] - now[group_id][0] == before[group_id][2] - before[group_id][0] + 200
    assert now["dense_3"][0] >= now[group_id][2] + 56
    assert changed["dropout_1"].group == group_id


def test_in_front_of_an_expanded_group_a_layer_keeps_clear_of_its_outline() -> None:
    group_id, graph = grouped(line(0, 0, 0, 0), "dense_1", "dense_2")
    graph = after(graph, room.expand(graph, group_id, RIGHT, {}))
    boxes = Floor(inserted(graph, Edge("input_1", "dense_1")), RIGHT, {}).standing("")
    assert boxes["input_1"][2] + 56 == boxes["dropout_1"][0]
    assert boxes["dropout_1"][2] + 56 <= boxes[group_id][0]
    assert boxes["dropout_1"][2] - boxes["dropout_1"][0] == CARD[0]


def test_pushed_things_are_kept_in_files_and_under_other_names() -> None:
    group_id, graph = dense_row()
    shown = after(graph, room.expand(graph, group_id, RIGHT, {}))
    assert graph_from_json(graph_to_json(shown)) == shown
    everything = [*(node.id for node in shown), *shown.annotations]
    names, changes = insert(shown, part_of(shown, everything), (0.0, 1000.0))
    copied = after(shown, changes)
    shut = after(copied, room.collapse(copied, names[group_id], RIGHT, {}))
    x, y = graph["dense_4"].position
    assert shut[names["dense_4"]].position == (x, y + 1000)
    assert shut["dense_4"].position == shown["dense_4"].position


def test_a_chain_of_the_library_is_not_disturbed() -> None:
    graph = chain(2, 3, 1)
    assert room.let_in(graph, [graph.changed("dense_1", Dense(units=5))], RIGHT, {}) == [
        graph.changed("dense_1", Dense(units=5))
    ]


cells = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), min_size=4, max_size=12, unique=True)


frames = st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3))


@settings(max_examples=60, deadline=None)
@given(cells, frames, st.integers(0, 20), st.sampled_from(Direction))
def test_what_lies_in_a_frame_stays_in_it_and_nothing_comes_onto_its_border(
    taken: list[Place], cut: tuple[int, int, int, int], which: int, direction: Direction
) -> None:
    graph, last = Graph(), ""
    for x, y in sorted(taken):
        last = graph.add(Dense(), after=last or (), position=(200.0 * x, 136.0 * y))
    x, y, wide, high = cut
    left, top = 200.0 * x - 96, 136.0 * y - 60
    graph = framed(graph, (left, top, left + 200.0 * wide - 8, top + 136.0 * high - 16))
    changed = inserted(graph, graph.edges()[which % len(graph.edges())], direction)
    [before], [now] = frame_boxes(graph), frame_boxes(changed)
    was, boxes = Floor(graph, direction, {}).standing(""), Floor(changed, direction, {}).standing("")
    for key, box in boxes.items():
        within = around({key: box, "": now}) == now
        assert within or not overlap(now, box)
        assert key == "dropout_1" or within == holds(before, was[key])


@settings(max_examples=60, deadline=None)
@given(cells, st.sets(st.integers(0, 11), min_size=1, max_size=4), st.sampled_from(Direction))
def test_a_group_opens_clear_of_all_and_closes_as_if_nothing_had_been(
    taken: list[Place], chosen: set[int], direction: Direction
) -> None:
    graph, last = Graph(), ""
    for x, y in sorted(taken):
        last = graph.add(Dense(), after=last or (), position=(200.0 * x, 112.0 * y))
    ids = [node.id for node in graph]
    group_id, changes = room.gather(graph, {ids[number % len(ids)] for number in chosen}, "G", direction, {})
    graph = after(graph, changes)
    shown = after(graph, room.expand(graph, group_id, direction, {}))
    boxes = Floor(shown, direction, {}).standing("")
    outside = {key: box for key, box in boxes.items() if key != group_id}
    assert not any(overlap(boxes[group_id], box) for box in outside.values())
    assert not any(overlap(one, two) for a, one in outside.items() for b, two in outside.items() if a < b)
    assert after(shown, room.collapse(shown, group_id, direction, {})) == graph


def test_the_first_layer_of_a_group_leaves_its_place_to_the_second_and_the_group_shrinks() -> None:
    group_id, graph = grouped(line(0, 0, 0, 0, 0), "dense_1", "dense_2", "dense_3")
    graph = after(graph, room.expand(graph, group_id, RIGHT, {}))
    changed = healed(graph, "dense_1")
    assert changed["dense_2"].position == graph["dense_1"].position
    assert changed["dense_3"].position == graph["dense_2"].position
    assert changed["dense_4"].position == graph["dense_4"].position
