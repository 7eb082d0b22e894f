"""Values along a line and over the plane, by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import GaussianBumps, Plane, Sine, Steps


def test_sine_follows_the_sine() -> None:
    exact: Any = Sine(noise=0).load()
    assert np.array_equal(exact.targets, np.sin(exact.inputs))
    assert abs(exact.inputs).max() <= np.pi
    noisy: Any = Sine(noise=0.5, samples=20_000).load()
    assert np.std(noisy.targets - np.sin(noisy.inputs)) == pytest.approx(0.5, rel=0.02)


def test_plane_by_hand() -> None:
    plane = Plane(slope_1=2, slope_2=-3, intercept=0.5)
    values = plane.values(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.5, -0.5]]))
    assert values[:, 0].tolist() == [0.5, 2.5, -2.5, 3.0]


def test_least_squares_find_the_plane() -> None:
    plane: Any = Plane(noise=0.1, samples=5000).load()
    rows = np.hstack([plane.inputs, np.ones((5000, 1))])
    assert np.linalg.lstsq(rows, plane.targets)[0][:, 0] == pytest.approx([1, -2, 0.5], abs=0.01)


def test_steps_by_hand() -> None:
    levels = Steps(steps=3).values(np.array([[-1.0], [-0.4], [-0.3], [0.3], [0.4], [1.0]]))
    assert levels[:, 0].tolist() == [-1, -1, 0, 0, 1, 1]
    assert set(np.unique(Steps(noise=0, steps=2).load().targets)) == {-1, 1}


def test_bumps_stand_in_turn_above_and_below() -> None:
    narrow = GaussianBumps(width=0.05)
    centers = np.array([(-0.7, -0.5), (0, -0.5), (0.7, -0.5), (-0.7, 0.5), (0, 0.5), (0.7, 0.5)])
    assert narrow.values(centers)[:, 0] == pytest.approx([1, -1, 1, -1, 1, -1])
    beside = narrow.values(centers + np.array([0.05, 0.0]))[:, 0]
    assert beside == pytest.approx(np.array([1, -1, 1, -1, 1, -1]) * np.exp(-0.5))
    assert narrow.values(np.array([[0.35, 0.0]]))[0, 0] == pytest.approx(0, abs=1e-12)
