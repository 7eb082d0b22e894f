"""Where cards come to rest that people move, and what an expanded group pushes that grows with them, by numbers."""

from __future__ import annotations

import pytest

from engine import edits, groups, landing, room
from engine.annotations import AddAnnotation, Note
from engine.clearance import overlap
from engine.floor import Floor
from engine.graph import Edit, Graph
from engine.layers import Dense
from tests.engine.test_room import RIGHT, Place, after, grouped, line, places


def shift(graph: Graph, dx: float, dy: float, *keys: str) -> list[Edit]:
    return edits.move_by(graph, dict.fromkeys(groups.carried(graph, keys), (dx, dy)))


def made_way(graph: Graph, dx: float, dy: float, *keys: str) -> Graph:
    return after(graph, landing.make_way(graph, shift(graph, dx, dy, *keys), RIGHT, {}))


@pytest.fixture
def opened() -> tuple[str, Graph]:
    """Two layers of a row of four in an expanded group, with one below."""
    graph = line(0, 0, 0, 0)
    graph.add(Dense(), position=(300.0, 160.0))
    group_id, graph = grouped(graph, "dense_1", "dense_2")
    return group_id, after(graph, room.expand(graph, group_id, RIGHT, {}))


@pytest.mark.parametrize(
    ("shifted", "on"),
    [
        ((-56.0, 0.0), (16.0, 0.0)),  # to the edge of the one before it
        ((-40.0, 0.0), (0.0, 0.0)),  # as near as it may be
        ((-200.0, 8.0), (0.0, 80.0)),
        ((-200.0, -8.0), (0.0, -80.0)),
        ((100.0, 0.0), (0.0, 0.0)),
    ],
)
def test_a_card_that_is_put_on_another_or_to_its_edge_goes_on_the_least_way(shifted: Place, on: Place) -> None:
    graph = line(0, 0)
    assert landing.to_rest(graph, shift(graph, *shifted, "dense_1"), RIGHT, {}) == on


def test_cards_that_are_moved_together_stay_in_order_and_notes_lie_anywhere() -> None:
    graph = line(0, 0, 0)
    graph.apply(AddAnnotation(Note("note_1", "", (-60.0, 100.0))))
    assert landing.to_rest(graph, shift(graph, -60.0, 0.0, "dense_1", "dense_2"), RIGHT, {}) == (24.0, 0.0)
    assert landing.to_rest(graph, shift(graph, 0.0, -100.0, "note_1"), RIGHT, {}) == (0.0, 0.0)


def test_a_group_that_is_led_whole_keeps_its_outline_clear(opened: tuple[str, Graph]) -> None:
    group_id, graph = opened
    for keys in ([group_id], ["dense_1", "dense_2"]):
        dx, dy = landing.to_rest(graph, moves := shift(graph, 60.0, 0.0, *keys), RIGHT, {})
        boxes = Floor(after(graph, moves), RIGHT, {}).standing("")
        assert overlap(boxes[group_id], boxes["dense_3"], landing.BESIDE)
        boxes = Floor(after(graph, shift(graph, 60.0 + dx, dy, *keys)), RIGHT, {}).standing("")
        assert not any(overlap(boxes[group_id], box, landing.BESIDE) for key, box in boxes.items() if key != group_id)


def test_a_group_that_grows_pushes_only_where_it_grows(opened: tuple[str, Graph]) -> None:
    group_id, graph = opened
    before, was = places(graph), Floor(graph, RIGHT, {}).standing("")
    changed = made_way(graph, 80.0, 0.0, "dense_2")
    now = Floor(changed, RIGHT, {}).standing("")
    assert now[group_id][2] == was[group_id][2] + 80
    assert now["dense_3"][0] == now[group_id][2] + 40
    stayed = {"input_1", "dense_1", "dense_4"}
    assert {key: places(changed)[key] for key in stayed} == {key: before[key] for key in stayed}
    lower = made_way(graph, 0.0, 80.0, "dense_2")
    assert Floor(lower, RIGHT, {}).box("dense_4")[1] >= Floor(lower, RIGHT, {}).box(group_id)[3] + landing.BESIDE
    assert places(lower)["dense_3"] == before["dense_3"]


def test_what_a_growing_group_pushed_comes_back_when_it_is_collapsed(opened: tuple[str, Graph]) -> None:
    group_id, graph = opened
    shut = after(graph, room.collapse(graph, group_id, RIGHT, {}))
    moved = graph
    for _ in range(3):
        moved = made_way(moved, 40.0, 0.0, "dense_2")
    assert places(moved)["dense_3"] != places(graph)["dense_3"]
    again = after(moved, room.collapse(moved, group_id, RIGHT, {}))
    assert {key: places(again)[key] for key in ("input_1", "dense_3", "dense_4")} == {
        key: places(shut)[key] for key in ("input_1", "dense_3", "dense_4")
    }


def test_a_group_within_a_group_makes_both_grow_and_what_is_beside_each_goes_aside() -> None:
    inner, graph = grouped(line(0, 0, 0, 0, 0, 0), "dense_2", "dense_3")
    outer, graph = grouped(graph, "dense_1", inner, "dense_4")
    for key in (outer, inner):
        graph = after(graph, room.expand(graph, key, RIGHT, {}))
    changed = made_way(graph, 160.0, 0.0, "dense_3")
    floor = Floor(changed, RIGHT, {})
    assert floor.box("dense_4")[0] >= floor.box(inner)[2] + 40
    assert floor.box("dense_5")[0] >= floor.box(outer)[2] + 40


def test_where_no_group_is_open_moves_stay_as_they_are() -> None:
    _, graph = grouped(line(0, 0, 0, 0), "dense_1", "dense_2")
    moves = shift(graph, 80.0, 0.0, "dense_2")
    assert landing.make_way(graph, moves, RIGHT, {}) == moves
