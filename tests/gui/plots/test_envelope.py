"""Thinning keeps the extremes, and goes on where it stood."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.envelope import MOST_BLOCKS, Envelope


def column(rows, seed=0):
    return np.arange(1.0, rows + 1), np.random.default_rng(seed).normal(size=rows)


def test_few_rows_stay_as_they_are():
    x, y = column(400)
    thin_x, thin_y = Envelope().thin(x, y)
    assert np.array_equal(thin_x, x)
    assert np.array_equal(thin_y, y)


@pytest.mark.parametrize("rows", [3_000, 100_001, 1_000_000])
def test_many_rows_keep_their_extremes(rows):
    x, y = column(rows)
    y[rows // 3] = 99.0
    y[rows // 2] = -99.0
    thin_x, thin_y = Envelope().thin(x, y)
    assert len(thin_x) == len(thin_y) <= 4 * MOST_BLOCKS + rows // MOST_BLOCKS
    assert thin_y.max() == 99.0
    assert thin_y.min() == -99.0
    assert abs(thin_x[thin_y.argmax()] - x[rows // 3]) <= rows / MOST_BLOCKS
    assert np.all(np.diff(thin_x) >= 0)
    assert thin_y[-1] == y[-1] or rows % 2 == 0


def test_growing_bit_by_bit_ends_as_at_once():
    x, y = column(20_000)
    envelope = Envelope()
    for rows in range(1, 20_001, 37):
        envelope.thin(x[:rows], y[:rows])
    grown, at_once = envelope.thin(x, y), Envelope().thin(x, y)
    np.testing.assert_allclose(grown[0], at_once[0])
    np.testing.assert_array_equal(grown[1], at_once[1])


def test_another_run_begins_anew():
    x, y = column(5_000)
    envelope = Envelope()
    envelope.thin(x, y)
    other = column(6_000, seed=1)[1]
    grown = envelope.thin(np.arange(1.0, 6_001), other)
    np.testing.assert_array_equal(grown[1], Envelope().thin(np.arange(1.0, 6_001), other)[1])


def test_gaps_stay_gaps():
    x, y = column(5_000)
    y[:] = np.nan
    y[4_000] = 2.0
    thin_y = Envelope().thin(x, y)[1]
    assert np.nanmax(thin_y) == np.nanmin(thin_y) == 2.0
    assert np.isnan(thin_y).sum() >= len(thin_y) - 2
