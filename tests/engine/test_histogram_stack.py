"""Shares and quantiles of histograms that reach differently far."""

from __future__ import annotations

import numpy as np

from engine.histogram_stack import HistogramStack
from engine.probes import Histogram, histogram


def test_shares_and_quantiles_by_hand() -> None:
    stack = HistogramStack([Histogram(2.0, np.array([1, 0, 3, 4])), Histogram(1.0, np.array([0, 2, 0, 2]))])
    shares = stack.shares(np.array([-2.0, 0.0, 0.5, 4.0]))
    assert shares.tolist() == [[0.125, 0.1875, 0.6875], [0.5, 0.0, 0.5]]
    assert stack.quantiles(0.0625).tolist() == [-1.5, -0.4375]
    assert stack.quantiles(1.0).tolist() == [2.0, 1.0]


def test_nothing_has_no_shares() -> None:
    stack = HistogramStack([Histogram(1.0, np.zeros(4, np.int64))])
    assert stack.shares(np.array([-1.0, 1.0])).tolist() == [[0.0]]
    assert np.isfinite(stack.quantiles(0.5)).all()


def test_no_number_is_lost() -> None:
    values = np.random.default_rng(0).normal(size=1000)
    stack = HistogramStack([histogram([values * size], smallest=2.0**-120) for size in (1e-9, 1.0, 300.0)])
    wide = np.linspace(-2000, 2000, 78)
    np.testing.assert_allclose(stack.shares(wide).sum(axis=1), 1.0)
    np.testing.assert_allclose(stack.quantiles(0.9), np.quantile(values, 0.9) * np.array([1e-9, 1, 300]), rtol=0.05)
