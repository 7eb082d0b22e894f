"""Arranged drawings: worked by hand, and what holds for any."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.annotations import AddAnnotation, Group, Note
from engine.direction import Direction
from engine.graph import SetNode
from engine.groups import collapse, group
from engine.layout import arrange
from tests.engine.layout.drawings import CARD, arranged, drawn, overlaps, scattered, size

DRAWINGS = st.builds(scattered, st.integers(2, 14), st.integers(0, 20), st.integers(0, 10_000))


def shifted(places, to=(0.0, 0.0), anchor="a"):
    """The places with one of them moved to the origin."""
    x, y = places[anchor]
    return {name: (a - x + to[0], b - y + to[1]) for name, (a, b) in places.items()}


def test_a_chain_is_straight():
    assert shifted(arranged(drawn("abcd"))) == {"a": (0, 0), "b": (200, 0), "c": (400, 0), "d": (600, 0)}
    down = arranged(drawn("abc"), direction=Direction.DOWN)
    assert shifted(down) == {"a": (0, 0), "b": (0, 128), "c": (0, 256)}


def test_a_diamond_is_symmetric_and_in_the_order_of_its_ports():
    places = shifted(arranged(drawn("acd", "abd")))
    assert places == {"a": (0, 0), "b": (200, 56), "c": (200, -56), "d": (400, 0)}


def test_a_residual_block_is_straight_and_leaves_room_for_the_skip():
    places = shifted(arranged(drawn("ae", "abcdef", "gh")))
    assert {name: places[name] for name in "abcdef"} == {name: (200 * k, 0) for k, name in enumerate("abcdef")}


def test_a_skip_runs_between_cards_that_leave_room_for_it():
    """b and c stand beside the wire from a to d: 36 to the side of a card, 32 to the bend, and up to the grid."""
    places = shifted(arranged(drawn("abd", "ad", "acd")))
    assert places["c"][1] - places["b"][1] == 2 * 72


def test_an_inception_branch_has_a_row_for_each_way():
    places = shifted(arranged(drawn("abg", "acdg", "aefg")))
    rows = [{places[name][1] for name in names} for names in ("b", "cd", "ef")]
    assert all(len(row) == 1 for row in rows)
    heights = [row.pop() for row in rows]
    assert heights == sorted(heights)
    assert places["a"][1] == places["g"][1] == heights[1]
    assert [places[name][0] for name in "abcdefg"] == [0, 200, 200, 400, 200, 400, 600]


def test_what_feeds_only_a_late_layer_stands_right_before_it():
    places = shifted(arranged(drawn("abcde", "xye")))
    assert (places["x"][0], places["y"][0]) == (400, 600)


def test_parts_stand_side_by_side():
    places = arranged(drawn("abc", "de", "f"))
    assert places["a"][1] == places["b"][1] < places["d"][1] == places["e"][1]
    assert not overlaps(places)


def test_cards_are_as_large_as_they_are():
    def tall(key):
        return (144.0, 200.0) if key == "b" else (300.0, 72.0) if key == "a" else CARD

    places = shifted(arranged(drawn("abd", "acd"), size=tall))
    assert places["b"][0] - places["a"][0] == 150 + 56 + 72 + 2  # on the grid
    assert places["c"][1] - places["b"][1] == 100 + 40 + 36


def test_only_the_chosen_move_and_keep_their_middle():
    graph = drawn("abc", "de")
    for number, name in enumerate("abcde"):
        graph.apply(graph.moved(name, (80.0 * number, 800.0 - 160.0 * number)))
    before = {node.id: node.position for node in graph}
    places = arranged(graph, chosen={"a", "b", "c"})
    assert (places["d"], places["e"]) == (before["d"], before["e"])
    assert [places[name] for name in "abc"] == [(-120, 640), (80, 640), (280, 640)]
    assert arrange(graph, size, chosen=set()) == []


def test_notes_stay_and_a_collapsed_group_moves_as_one_card_with_all_it_holds():
    graph = drawn("abcde")
    for name, place in {"a": (0.0, 0.0), "b": (0.0, 0.0), "c": (0.0, 88.0), "d": (0.0, 300.0), "e": (0.0, 0.0)}.items():
        graph.apply(graph.moved(name, place))
    note = Note("note_1", "stays", (7.0, 9.0))
    graph.apply(AddAnnotation(note))
    made, edits = group(graph, ["b", "c"], "Block")
    for edit in edits:
        graph.apply(edit)
    places = arranged(graph)
    block = graph.annotations.group(made)
    assert graph.annotations["note_1"] == note
    assert block.position == (places["a"][0] + 200, places["a"][1]) == (places["d"][0] - 200, places["d"][1])
    assert (places["b"], places["c"]) == (
        (block.position[0], block.position[1] - 44),
        (block.position[0], block.position[1] + 44),
    )
    assert arrange(graph, size) == []


def test_an_expanded_group_stays_together():
    graph = drawn("abcf", "adef")
    for edit in (edits := group(graph, ["d", "e"], "Block"))[1]:
        graph.apply(edit)
    for edit in collapse(graph, edits[0], collapsed=False):
        graph.apply(edit)
    places = shifted(arranged(graph), anchor="d")
    assert places["e"] == (200, 0)
    assert not overlaps(places)
    assert all(not (-104 < x < 304 and -68 < y < 68) for name, (x, y) in places.items() if name not in "de")


def test_groups_that_feed_each_other_can_be_arranged():
    """b feeds c, and both of the group's layers are on either side: as one card the group stands in a loop."""
    graph = drawn("abcd")
    graph.apply(AddAnnotation(Group("g", "Block", collapsed=True)))
    for name in "bd":
        node = graph[name]
        graph.apply(SetNode(node, type(node)(node.id, node.layer, node.position, group="g")))
    arranged(graph)
    assert len({graph["a"].position, graph["c"].position, graph.annotations.group("g").position}) == 3


@given(DRAWINGS, st.sampled_from(Direction))
def test_what_holds_for_any_drawing(graph, direction):
    before = {node.id: node.position for node in graph}
    edits = arrange(graph, size, direction)
    assert all(isinstance(edit, SetNode) and edit.only_moves for edit in edits)
    places = arranged(graph, direction=direction)
    assert not overlaps(places)
    assert all(value % 8 == 0 for place in places.values() for value in place) or places == before
    for edge in graph.edges():
        assert direction.turned(*places[edge.source])[0] < direction.turned(*places[edge.target])[0]
    assert arrange(graph, size, direction) == [], "a second time changes nothing"


@given(DRAWINGS, st.integers(0, 1000))
def test_where_things_stood_makes_no_difference(graph, seed):
    other = graph.copy()
    for number, node in enumerate(other):
        other.apply(other.moved(node.id, (8.0 * ((seed * number) % 97), 8.0 * ((seed + number) % 31))))
    anchor = next(iter(graph)).id
    assert shifted(arranged(graph), anchor=anchor) == shifted(arranged(other), anchor=anchor)


@pytest.mark.parametrize("reach", [60, None])
def test_a_large_drawing_is_arranged(reach):
    places = arranged(scattered(1000, 5000, 0, reach))
    columns: dict[float, list[float]] = {}
    for x, y in places.values():
        columns.setdefault(x, []).append(y)
    for column in columns.values():
        column.sort()
        assert all(below - above >= CARD[1] for above, below in pairwise(column))
