"""Ranges that follow without jumping."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.ranges import SteadyRange, calm_ends


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


FALLS = [0.9, 0.5, 0.3]


@pytest.mark.parametrize(
    ("curves", "diverged", "wanted"),
    [
        ([FALLS, [0.8, 0.6, np.nan]], (), (0.3, 0.9)),
        ([[5000.0, 40.0, 0.1]], (), (0.1, 5000.0)),
        ([[0.01, 0.5, 0.6]], (), (0.01, 0.6)),
        ([[0.7, 3.0, 40.0]], (), (0.7, 40.0)),
        ([[0.7, 0.6, 1.1, 80.0, 1e30]], (), (0.6, 1.1)),
        ([[0.7, 0.6, 1e30, 1e30, 1e30]], (), (0.6, 0.7)),
        ([FALLS, [1.2, 1e9, np.nan]], (), (0.3, 1.2)),
        ([FALLS, [1e6]], (False, True), (0.3, 0.9)),
        ([[1e6, np.nan], []], (True, False), (1e6, 1e6)),
        ([[0.0, 0.2]], (), (0.0, 0.2)),
    ],
)
def test_what_runs_away_flattens_nothing_and_all_else_is_seen_whole(curves, diverged, wanted):
    assert calm_ends([np.array(curve) for curve in curves], diverged) == wanted


def test_nothing_has_no_ends():
    assert calm_ends([]) is None
    assert calm_ends([np.array([np.nan])]) is None
