"""Ranges that follow without jumping."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.ranges import SteadyRange, calm_ends, settled_top


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


def test_a_high_beginning_is_cut_off_where_it_would_flatten_the_rest():
    epochs = np.arange(1.0, 101.0)
    steep, slow, late = 1 / epochs**2, 1 - epochs / 200, np.where(epochs == 100, 3.0, 0.1)
    tops = [settled_top([(epochs, curve)], 0.0, float(curve.max())) for curve in (steep, slow, late)]
    assert tops == [pytest.approx(2 / 11**2), 0.995, 3.0]
    steady = SteadyRange(room=0.1, little=0.6)
    whole = steady.follow(0.0, 0.7, peak=1.0)
    assert whole == (-0.1, 1.1), "so little is gained that it is seen whole"
    cut = steady.follow(0.0, 0.5, peak=1.0)
    assert 0.5 < cut[1] < 0.6
    assert steady.follow(0.0, 0.55, peak=1.0) == cut, "nor does it come back at once"


def test_the_range_of_a_long_fall_is_seldom_another():
    steady = SteadyRange(room=0.06, little=0.6)
    epochs = np.arange(1.0, 1001.0)
    losses, shown = 1 / epochs, []
    for count in range(2, 1001):
        curve = (epochs[:count], losses[:count])
        shown.append(steady.follow(0.0, settled_top([curve], 0.0, 1.0), peak=1.0))
    assert len(set(shown)) < 12
    assert losses[100] > 0.3 * shown[-1][1], "what comes after the first tenth fills a good part of it"


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
