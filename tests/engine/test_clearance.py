"""Boxes that go aside, by numbers."""

from __future__ import annotations

from engine.alignment import ACROSS, DOWN, Box
from engine.clearance import aside, driven, free_way, nearest_room

RIGHT, LEFT, BELOW = (ACROSS, 1), (ACROSS, -1), (DOWN, 1)


def row(*lefts: float, top: float = 0.0) -> dict[str, Box]:
    """Boxes of 100 by 50, called a, b, c ... from the left."""
    return {"abcdef"[k]: (left, top, left + 100.0, top + 50.0) for k, left in enumerate(lefts)}


def test_what_is_run_into_is_driven_on_and_what_is_far_stays() -> None:
    boxes = row(0, 150, 300, 900) | {"below": (150.0, 90.0, 250.0, 140.0), "on_c": (380.0, 40.0, 420.0, 60.0)}
    assert driven(boxes, {"a"}, RIGHT, 24) == {"a", "b", "c", "on_c"}
    assert driven(boxes, {"b"}, LEFT, 8) == {"b"}, "there are 50 between, of which 40 must stay"
    assert driven(boxes, {"b"}, LEFT, 16) == {"b", "a"}


def test_boxes_go_back_until_something_is_in_the_way() -> None:
    boxes = row(0, 400, 600) | {"above": (350.0, -60.0, 390.0, -10.0)}
    assert free_way(boxes, {"b", "c"}, LEFT, 200) == 200
    assert free_way(boxes, {"b", "c"}, LEFT, 400) == 240, "56 stay between a and b, and the rest is on the grid"
    assert free_way(boxes, {"c"}, LEFT, 400) == 40


def test_the_nearest_room_is_taken() -> None:
    taken = [*row(0, 150).values(), (150.0, 90.0, 250.0, 140.0)]
    wanted = [(0.0, 10.0, 100.0, 60.0)]
    assert nearest_room(taken, wanted, [BELOW, RIGHT]) == (0.0, 80.0)
    assert nearest_room(taken, [*wanted, (160.0, 10.0, 200.0, 60.0)], [BELOW, RIGHT]) == (0.0, 176.0)
    assert nearest_room(taken, [(400.0, 0.0, 500.0, 50.0)], [BELOW]) == (0.0, 0.0)


def test_what_grows_drives_each_thing_the_shorter_way() -> None:
    before, after = (0.0, 0.0, 100.0, 50.0), (-40.0, -20.0, 200.0, 120.0)
    boxes = row(120, 300) | {"corner": (150.0, 100.0, 250.0, 150.0)}
    assert aside(boxes, before, after, RIGHT, 40.0) == ({"a"}, 120.0)
    assert aside(boxes, before, after, BELOW, 40.0) == ({"corner"}, 64.0)
    assert aside(boxes, before, after, LEFT, 40.0) == (set(), 0.0)
