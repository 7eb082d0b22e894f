"""How often a run is shown, by numbers of processor time that are set."""

from __future__ import annotations

import pytest

from gui.frame_pace import LONGEST, SHARE, FramePace
from gui.snapshot import FRAME


def settled(pace, spend, cost, flat_out):
    for _ in range(30):
        spend(cost)
        pace.next(flat_out)
    return pace.seconds


def test_at_full_speed_the_window_rests_as_many_times_as_it_computes(spend):
    pace = FramePace()
    assert settled(pace, spend, 0.008, flat_out=True) == pytest.approx(SHARE * 0.008)
    assert settled(pace, spend, 1.0, flat_out=True) == LONGEST
    assert settled(pace, spend, 0.0001, flat_out=True) == pytest.approx(FRAME)


def test_a_run_that_is_held_back_is_shown_as_the_eye_likes_it(spend):
    pace = FramePace()
    assert settled(pace, spend, 1.0, flat_out=False) == FRAME
    settled(pace, spend, 1.0, flat_out=True)
    pace.begin()
    assert pace.seconds == FRAME
