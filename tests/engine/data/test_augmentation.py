"""Altered copies: of training samples only, by the seed, and as far as they may be altered."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import Digits, Moons, Preparation
from engine.data.augmentation import Augmentation, Noise, Pictures
from engine.errors import DataError, HyperparameterError

STILL = {"shift": 0, "rotation": 0.0, "flip": False, "noise": 0.0}


def cross() -> np.ndarray:
    """One 7x7 picture, its middle row and column lit, the right arm brighter."""
    picture = np.zeros((1, 7, 7, 1))
    picture[0, 3, :, 0] = picture[0, :, 3, 0] = 1.0
    picture[0, 3, 4:, 0] = 2.0
    return picture


def altered(picture: np.ndarray, seed: int = 0, **how: Any) -> np.ndarray:
    return Pictures(**STILL | how).alter(picture, np.random.default_rng(seed))


@pytest.mark.parametrize("kind", list(Augmentation.kinds()))
def test_copies_follow_the_originals_which_stay(kind: str) -> None:
    X = np.random.default_rng(1).normal(size=(6, 5, 5, 1))
    before = X.copy()
    augmentation = Augmentation.resolve(kind).replace(copies=2)
    made, again = (augmentation.transform(X, np.random.default_rng(3)) for _ in range(2))
    assert made.shape == (18, 5, 5, 1)
    assert np.array_equal(made[:6], before)
    assert np.array_equal(X, before)
    assert np.array_equal(made, again)
    assert not np.array_equal(made[6:12], made[12:])


def test_mirrored_pictures_exchange_left_and_right() -> None:
    picture = cross()
    seen = {altered(picture, seed, flip=True).tobytes() for seed in range(12)}
    assert seen == {picture.tobytes(), picture[:, :, ::-1].copy().tobytes()}


def test_a_turn_keeps_the_middle_and_a_shift_keeps_its_limit() -> None:
    for seed in range(8):
        turned = altered(cross(), seed, rotation=90.0)
        assert turned[0, 3, 3, 0] == pytest.approx(1.0)
        spot = np.zeros((1, 9, 9, 1))
        spot[0, 4, 4] = 1.0
        rows, columns = np.nonzero(altered(spot, seed, shift=2)[0, :, :, 0])
        assert abs(np.array([rows, columns]) - 4).max() <= 2


def test_noise_is_measured_in_the_span_of_the_values() -> None:
    picture = np.random.default_rng(0).uniform(0, 255, (1, 64, 64, 1))
    assert (altered(picture, noise=0.1) - picture).std() == pytest.approx(25.5, rel=0.05)
    columns = np.random.default_rng(0).normal(size=(4000, 2)) * [1.0, 100.0]
    shifts = Noise(deviation=0.5).alter(columns, np.random.default_rng(1)) - columns
    assert shifts.std(axis=0) == pytest.approx([0.5, 50.0], rel=0.05)


def test_only_training_samples_are_copied_each_with_its_target() -> None:
    preparation = Preparation(augmentation=Pictures(copies=3), scaling="none")
    prepared: Any = preparation.apply(Digits(as_image=True).load(), seed=2)
    plain: Any = preparation.replace(augmentation=None).apply(Digits(as_image=True).load(), seed=2)
    count = len(plain.dataset)
    assert len(prepared.dataset) == 4 * count
    assert np.array_equal(prepared.dataset.inputs[:count], plain.dataset.inputs)
    for turn in range(4):
        assert np.array_equal(prepared.dataset.targets[turn * count : (turn + 1) * count], plain.dataset.targets)
    assert np.array_equal(prepared.dataset.validation[0], plain.dataset.validation[0])
    assert len(prepared.raw.training[0]) == count


def test_what_cannot_be_copied_so_is_refused() -> None:
    with pytest.raises(HyperparameterError, match="would be like the originals"):
        Pictures(**STILL)
    with pytest.raises(DataError, match=r"Only pictures .* The data bring 2\."):
        Preparation(augmentation="pictures").apply(Moons().load(), seed=0)
