"""Ranges that follow without jumping."""

from __future__ import annotations

from gui.plots.ranges import SteadyRange


def test_data_within_the_range_leave_it_alone():
    steady = SteadyRange()
    first = steady.follow(0.0, 10.0)
    assert steady.follow(0.2, 9.5) == first
    assert steady.follow(3.0, 9.0) == first


def test_it_grows_with_room_to_spare_so_that_it_grows_seldom():
    steady = SteadyRange(room=0.1, pinned=0.0)
    ends = {steady.follow(0.0, float(epoch))[1] for epoch in range(1, 1001)}
    assert len(ends) < 80
    assert 1000 <= max(ends) <= 1100


def test_it_shrinks_only_when_little_is_filled():
    steady = SteadyRange(little=0.4)
    wide = steady.follow(0.0, 10.0)
    assert steady.follow(0.0, 5.0) == wide
    assert steady.follow(0.0, 1.0)[1] < 1.5


def test_a_pinned_end_stays():
    steady = SteadyRange(pinned=0.0)
    assert steady.follow(2.0, 3.0)[0] == 0.0
    assert steady.follow(-1.0, 3.0)[0] < -1.0


def test_one_value_still_makes_a_range():
    low, high = SteadyRange().follow(0.7, 0.7)
    assert low < 0.7 < high
