"""Sequences: windows of one wave, and sums that can be added by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import AddingProblem, SineForecast
from engine.errors import HyperparameterError


def test_each_window_goes_on_in_the_next() -> None:
    wave: Any = SineForecast(samples=50, window=8, horizon=3, noise=0.2).load()
    assert wave.inputs.shape == (50, 8, 1)
    assert wave.targets.shape == (50, 3)
    assert np.array_equal(wave.inputs[1:, :-1], wave.inputs[:-1, 1:])
    assert np.array_equal(wave.targets[:-1, 0], wave.inputs[1:, -1, 0])
    assert np.array_equal(wave.targets[:-1, 1:], wave.targets[1:, :-1])


def test_a_wave_without_noise_comes_back_after_its_period() -> None:
    wave: Any = SineForecast(samples=60, window=4, period=20, noise=0).load()
    assert np.allclose(wave.inputs[20:], wave.inputs[:-20])
    # sin(a + b) + sin(a - b) = 2 sin a cos b, so two values tell the third.
    one, two = wave.inputs[:, -2, 0], wave.inputs[:, -1, 0]
    assert np.allclose(wave.targets[:, 0], 2 * np.cos(2 * np.pi / 20) * two - one)


@pytest.mark.parametrize("length", [2, 7, 10])
def test_targets_are_the_sums_of_the_two_marked(length: int) -> None:
    dataset: Any = AddingProblem(samples=100, length=length).load()
    for sequence, target in zip(dataset.inputs.tolist(), dataset.targets[:, 0].tolist(), strict=True):
        marked = [place for place, (_, mark) in enumerate(sequence) if mark == 1]
        assert len(marked) == 2
        assert marked[0] < length // 2 <= marked[1]
        assert target == sequence[marked[0]][0] + sequence[marked[1]][0]
        assert all(0 <= value < 1 and mark in (0, 1) for value, mark in sequence)


def test_every_step_is_marked_now_and_then() -> None:
    inputs: Any = AddingProblem(samples=1000, length=10).load().inputs
    assert inputs[..., 1].mean(axis=0) == pytest.approx(np.full(10, 0.2), abs=0.06)


@pytest.mark.parametrize("wrong", [{"window": 1}, {"horizon": 0}, {"period": 2}, {"samples": 10**6}])
def test_options_out_of_range_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(HyperparameterError, match="Received"):
        SineForecast(**wrong)
