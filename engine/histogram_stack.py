"""Histograms of one thing at several moments, which may reach differently far, seen over the same range."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.probes import Histogram

Array = NDArray[np.float64]


class HistogramStack:
    """Histograms (n) of as many bins each; within a bin numbers are taken as evenly spread."""

    def __init__(self, histograms: Sequence[Histogram]) -> None:
        counts = np.stack([histogram.counts for histogram in histograms]).astype(np.float64)
        totals = np.maximum(1.0, counts.sum(axis=1, keepdims=True))
        self._bins = counts.shape[1]
        self._reach = np.array([[histogram.reach] for histogram in histograms])
        self._below = np.concatenate([np.zeros((len(counts), 1)), np.cumsum(counts, axis=1) / totals], axis=1)

    def shares(self, edges: Array) -> Array:
        """(n, m) shares of all numbers between each two neighbours of (m + 1) places."""
        places = np.clip((edges / self._reach + 1) / 2 * self._bins, 0, self._bins)
        return np.diff(self._interpolated(places), axis=1)

    def _interpolated(self, places: Array) -> Array:
        before = np.minimum(places.astype(np.intp), self._bins - 1)
        low, high = (np.take_along_axis(self._below, index, axis=1) for index in (before, before + 1))
        values: Array = low + (high - low) * (places - before)
        return values

    def quantiles(self, share: float) -> Array:
        """(n,) numbers below which this share of all lies."""
        after = np.clip((self._below < share).sum(axis=1, keepdims=True), 1, self._bins)
        low, high = (np.take_along_axis(self._below, index, axis=1) for index in (after - 1, after))
        part = np.clip((share - low) / np.maximum(1e-300, high - low), 0, 1)
        values: Array = (((after - 1 + part) / self._bins * 2 - 1) * self._reach)[:, 0]
        return values
