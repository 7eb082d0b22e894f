"""Points in the plane: on their curves without noise, and as many of each class as is asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.classes import class_numbers
from engine.data import Checkerboard, Circles, Dataset, GaussianBlobs, Moons, Spirals, Xor, XorGate
from engine.data.gates import CORNERS
from engine.data.points import Points
from engine.errors import HyperparameterError
from engine.random_streams import DATA, stream

PLANAR: list[Any] = [Xor, Moons, Circles, GaussianBlobs, Spirals, Checkerboard]


def labels(dataset: Dataset) -> np.ndarray:
    return class_numbers(np.asarray(dataset.targets), len(dataset.classes))


def test_xor_without_noise_and_four_samples_is_the_truth_table() -> None:
    clouds: Any = Xor(samples=4, noise=0).load()
    gate: Any = XorGate().load()
    assert np.array_equal(clouds.inputs, gate.inputs)
    assert np.array_equal(clouds.targets, gate.targets)


@pytest.mark.parametrize("kind", PLANAR)
def test_every_beginning_is_balanced(kind: Any) -> None:
    counts = np.bincount(labels(kind(samples=60).load())[:12])
    assert counts.min() == counts.max()


# Balance


def test_without_a_share_the_classes_take_turns() -> None:
    source = Xor(samples=7, noise=0.3, seed=5)
    shift = stream(5, DATA).normal(0.0, 0.3, (7, 2))
    assert np.array_equal(source.load().inputs, CORNERS[[0, 1, 2, 3, 0, 1, 2]] + shift)
    assert labels(source.load()).tolist() == [0, 1, 1, 0, 0, 1, 1]


@pytest.mark.parametrize("kind", [Moons, Circles, Spirals, Checkerboard])
def test_half_a_share_is_an_even_one_to_the_bit(kind: Any) -> None:
    even, half = kind(samples=60).load(), kind(samples=60, balance=0.5).load()
    assert even.inputs.tobytes() == half.inputs.tobytes()
    assert even.targets.tobytes() == half.targets.tobytes()


@given(st.integers(40, 300), st.floats(0.05, 0.8), st.integers(2, 10))
def test_the_first_class_has_its_share_exactly(samples: int, balance: float, classes: int) -> None:
    blobs = labels(GaussianBlobs(samples=samples, balance=balance, classes=classes).load())
    counts = np.bincount(blobs, minlength=classes)
    assert counts[0] == round(balance * samples)
    assert counts.sum() == samples
    assert np.ptp(counts[1:]) <= 1
    # And it is spread: every beginning has it to within one sample.
    places = np.arange(1, samples + 1)
    assert (abs(np.cumsum(blobs == 0) - places * counts[0] / samples) <= 1).all()


@pytest.mark.parametrize("kind", PLANAR)
def test_a_rare_class_lies_where_it_always_does(kind: Any) -> None:
    """XOR's clouds keep both corners of the rare class, and a board both classes on their squares."""
    source: Points = kind(samples=200, noise=0, balance=0.1)
    dataset: Any = source.load()
    assert np.count_nonzero(labels(dataset) == 0) == 20
    if isinstance(source, Xor):
        corners = [tuple(corner) for corner in dataset.inputs[labels(dataset) == 0]]
        assert {corner: corners.count(corner) for corner in set(corners)} == {(0.0, 0.0): 10, (1.0, 1.0): 10}
    if isinstance(source, Circles):
        assert np.allclose(np.hypot(*dataset.inputs.T), np.where(labels(dataset) == 1, 0.5, 1.0))


@pytest.mark.parametrize("wrong", [{"balance": 0.001}, {"balance": 0.999}, {"balance": 0.9, "samples": 4}])
def test_a_share_that_leaves_a_class_empty_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(HyperparameterError, match="every class needs one"):
        Moons(**wrong)


# Where points lie


def test_moons_and_circles_lie_on_their_curves_without_noise() -> None:
    moons: Any = Moons(noise=0).load()
    upper = moons.inputs[moons.targets[:, 0] == 0]
    lower = moons.inputs[moons.targets[:, 0] == 1] - (1.0, 0.5)
    assert np.allclose(np.hypot(*upper.T), 1)
    assert np.allclose(np.hypot(*lower.T), 1)
    assert (upper[:, 1] >= 0).all()
    assert (lower[:, 1] <= 1e-12).all()
    circles: Any = Circles(noise=0, factor=0.3).load()
    assert np.allclose(np.hypot(*circles.inputs.T), np.where(circles.targets[:, 0] == 1, 0.3, 1.0))


def test_spiral_arms_keep_apart() -> None:
    spirals: Any = Spirals(noise=0, samples=2000).load()
    one, two = (spirals.inputs[spirals.targets[:, 0] == label] for label in (0, 1))
    assert np.hypot(*(one[:, None] - two[None]).transpose(2, 0, 1)).min() > 0.1


@pytest.mark.parametrize("squares", [2, 3, 4])
def test_neighbouring_squares_of_the_board_differ_and_none_is_empty(squares: int) -> None:
    board: Any = Checkerboard(noise=0, samples=2000, squares=squares).load()
    column, row = np.floor((board.inputs + 1) / 2 * squares).astype(int).T
    assert np.array_equal(board.targets[:, 0], (row + column) % 2)
    counts = np.bincount(row * squares + column)
    assert len(counts) == squares**2
    assert counts.min() > 0.5 * 2000 / squares**2
    assert abs(board.inputs).max() <= 1


def test_noise_has_the_announced_size() -> None:
    quiet, loud = Xor(samples=20_000, noise=0).load(), Xor(samples=20_000, noise=0.25).load()
    assert np.std(np.asarray(loud.inputs) - np.asarray(quiet.inputs)) == pytest.approx(0.25, rel=0.02)


@pytest.mark.parametrize(("classes", "columns"), [(2, 1), (3, 3), (7, 7)])
def test_blobs_have_a_column_per_class(classes: int, columns: int) -> None:
    source: Any = GaussianBlobs(classes=classes, noise=0.01)
    assert source.shape.targets == (columns,)
    assert source.load().targets.shape[1] == columns
    assert len(source.load().classes) == classes


@pytest.mark.parametrize(
    "wrong", [{"samples": 3}, {"noise": -1}, {"seed": -1}, {"samples": "many"}, {"factor": 1.0}, {"balance": 0}]
)
def test_options_out_of_range_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(HyperparameterError, match="Received"):
        Circles(**wrong)
