"""The logarithmic scale: numbers by hand, and no jumps."""

from __future__ import annotations

import numpy as np
import pytest

from gui.canvas.inks import LEVELS, level_width
from gui.canvas.wires.magnitude import UNKNOWN, MagnitudeScale


def follow(scale: MagnitudeScale, *values: float) -> None:
    scale.follow(np.array(values))


def test_shares_and_levels_by_hand():
    scale = MagnitudeScale()
    follow(scale, 2e-4, 5e-2)
    assert scale.ends == (-4, -1)
    values = np.array([1e-4, 1e-2, 10**-2.5, 1e-1, 1.0, 1e-9, 0.0, np.nan, np.inf])
    assert scale.shares(values)[:7] == pytest.approx([0, 2 / 3, 0.5, 1, 1, 0, 0])
    assert scale.levels(values).tolist() == [0, 10, 8, 15, 15, 0, 0, UNKNOWN, 15]


def test_widths_run_from_one_to_six():
    assert [level_width(0), level_width(LEVELS - 1)] == [1.0, 6.0]
    assert 1.0 < level_width(UNKNOWN) < level_width(1)


def test_at_least_two_and_at_most_six_decades():
    near, wide = MagnitudeScale(), MagnitudeScale()
    follow(near, 0.02, 0.03)
    assert near.ends == (-3, -1)
    follow(wide, 1e-12, 1.0)
    assert wide.ends == (-6, 0)


def test_the_scale_stays_while_values_wander_a_little():
    scale = MagnitudeScale()
    follow(scale, 1e-4, 1e-1)
    for top in (0.05, 0.09, 0.02, 0.011):
        follow(scale, top / 100, top)
    assert scale.ends == (-4, -1)
    assert (scale.low, scale.high) == (-4.0, -1.0)


def test_the_ends_ease_towards_what_is_new():
    scale = MagnitudeScale()
    follow(scale, 1e-4, 1e-1)
    follow(scale, 1e-4, 5.0)
    assert scale.ends == (-4, 0)
    assert scale.high == pytest.approx(-0.8)
    for _ in range(40):
        follow(scale, 1e-4, 5.0)
    assert scale.ends == (-4, 1)
    assert scale.high == 1.0


def test_batches_that_differ_a_thousandfold_leave_the_ends_in_place():
    scale, seen = MagnitudeScale(), []
    for look in range(300):
        top = 1e-4 if look % 2 else 1e-1
        follow(scale, top / 100, top)
        seen.append(scale.ends)
    assert set(seen[100:]) == {(-5, -1)}


def test_the_scale_comes_down_with_the_gradients():
    scale = MagnitudeScale()
    follow(scale, 1e-3, 1e-1)
    for _ in range(200):
        follow(scale, 1e-7, 1e-5)
    assert scale.ends == (-7, -4)


def test_zeros_and_not_a_number_say_nothing():
    scale = MagnitudeScale()
    follow(scale, 0.0, np.nan, np.inf)
    assert scale.ends is None
