"""Smoothed curves, by numbers."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.smoothing import smoothed


def test_the_moving_mean_is_corrected_at_its_beginning():
    values = np.array([4.0, 8.0, 0.0])
    # With weight w the mean of n values has the weights w**(n-1) ... w, 1.
    wanted = [4.0, (0.5 * 4 + 8) / 1.5, (0.25 * 4 + 0.5 * 8) / 1.75]
    assert smoothed(values, 0.5) == pytest.approx(wanted)
    assert smoothed(values, 0.0) is values


def test_gaps_stay_gaps_and_count_for_nothing():
    values = np.array([np.nan, 4.0, np.nan, 8.0])
    result = smoothed(values, 0.5)
    assert np.isnan(result[[0, 2]]).all()
    assert result[[1, 3]] == pytest.approx([4.0, (0.5 * 4 + 8) / 1.5])
