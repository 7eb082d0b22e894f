"""Windows of a series: every number stands where it should, and nothing of what is held out is trained on."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.data import Preparation, SineForecast
from engine.data.splitting import split
from engine.data.windows import window_count, windows
from engine.errors import DataError

SIZES = st.integers(1, 9)


@given(st.integers(1, 60), SIZES, SIZES, SIZES, st.integers(1, 3))
def test_each_number_stands_in_its_place(steps: int, window: int, horizon: int, stride: int, columns: int) -> None:
    assume(steps >= window + horizon)
    values = np.arange(steps * columns, dtype=float).reshape(steps, columns)
    target = -np.arange(float(steps))
    made: Any = windows(values, target, window, horizon, stride)
    begins = range(0, steps - window - horizon + 1, stride)
    assert len(made) == len(begins) == window_count(steps, window, horizon, stride)
    for sample, begin in enumerate(begins):
        assert np.array_equal(made.inputs[sample], values[begin : begin + window])
        assert np.array_equal(made.targets[sample], target[begin + window : begin + window + horizon])
        assert made.begins[sample] == begin + window


@given(st.integers(30, 90), SIZES, SIZES, SIZES, st.floats(0.1, 0.4), st.floats(0, 0.3))
def test_in_order_no_window_reaches_into_what_a_later_part_forecasts(
    steps: int, window: int, horizon: int, stride: int, validation: float, test: float
) -> None:
    """Every value is its own step, so that whatever an earlier part saw can be looked up."""
    made: Any = windows(np.arange(float(steps))[:, None], np.arange(float(steps)), window, horizon, stride)
    try:
        parts = split(made, "in_order", validation, test, seed=0)
    except DataError:
        assume(False)
    ordered = [part for part in (parts.training, parts.validation, parts.test) if part.size]
    for earlier, later in itertools.pairwise(ordered):
        seen = max(made.inputs[earlier].max(), made.targets[earlier].max())
        assert seen < made.targets[later].min()
        assert made.targets[later].min() - seen <= horizon + stride - 1, "no more is left out than must be"
    every = np.concatenate(ordered)
    assert len(every) == len(set(every.tolist()))


def test_the_windows_left_out_can_be_counted() -> None:
    """Of 20 windows with a horizon of 4 the last 5 validate; the 3 before them would be trained on their targets."""
    made = windows(np.arange(26.0)[:, None], np.arange(26.0), 3, 4)
    assert len(made) == 20
    found = split(made, "in_order", 0.25, 0.0, seed=0)
    assert (len(found.training), len(found.validation)) == (12, 5)
    prepared = Preparation(split="in_order", validation=0.25, scaling="none").apply(made, seed=0)
    assert prepared.raw.begins["training"].tolist() == list(range(3, 15))
    assert prepared.raw.begins["validation"].tolist() == list(range(18, 23))
    with pytest.raises(DataError, match="reach into what these forecast"):
        split(windows(np.arange(12.0)[:, None], np.arange(12.0), 1, 8), "in_order", 0.3, 0.0, seed=0)


def test_the_scaler_of_a_series_knows_nothing_of_what_comes() -> None:
    values = np.random.default_rng(1).normal(size=80)
    spoiled = values.copy()
    spoiled[60:] += 1e6  # the first target that is held out is that of window 57, at step 61
    preparation = Preparation(split="in_order", validation=0.25)
    one, two = (preparation.apply(windows(each[:, None], each, 4, 2), 0) for each in (values, spoiled))
    last = int(one.raw.begins["training"][-1]) + 2
    assert last <= 60
    assert np.array_equal(np.asarray(one.dataset.inputs), np.asarray(two.dataset.inputs))


def test_a_wave_is_cut_by_the_same_rule() -> None:
    wave = SineForecast(samples=40, horizon=5)
    prepared = Preparation(split="in_order", validation=0.25).apply(wave.load(), 0)
    assert len(prepared.dataset) == 30 - 4
