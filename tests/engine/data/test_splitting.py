"""Every sample belongs to one part: by chance, by its place or as it says itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Dataset, Iris, Moons, Preparation
from engine.data.dataset import imprints
from engine.data.splitting import split
from engine.errors import DataError

SHARES = st.floats(0, 0.45)


def numbered(count: int, **more: Any) -> Dataset:
    """Samples whose only feature is their number."""
    return Dataset(np.arange(float(count))[:, None], np.zeros((count, 1)), **more)


@given(st.integers(3, 80), SHARES, SHARES, st.sampled_from(["random", "in_order"]), st.integers(0, 9))
def test_every_sample_is_in_one_part(count: int, validation: float, test: float, manner: str, seed: int) -> None:
    found = split(numbered(count), manner, validation, test, seed)
    parts = (found.training, found.validation, found.test)
    assert sorted(np.concatenate(parts).tolist()) == list(range(count))
    assert all((np.diff(part) > 0).all() for part in parts)
    assert (len(found.validation), len(found.test)) == (round(count * validation), round(count * test))


def test_in_order_what_lies_ahead_is_held_out() -> None:
    found = split(numbered(10), "in_order", 0.2, 0.3, seed=4)
    assert [part.tolist() for part in (found.training, found.validation, found.test)] == [
        [0, 1, 2, 3, 4],
        [5, 6],
        [7, 8, 9],
    ]


def test_a_test_part_takes_nothing_from_validation() -> None:
    alone, beside = (split(Iris().load(), "random", 0.2, test, seed=3) for test in (0.0, 0.2))
    assert np.array_equal(alone.validation, beside.validation)
    labels = np.asarray(Iris().load().targets)
    assert labels[beside.test].sum(axis=0).tolist() == [10, 10, 10]


def test_by_column_each_sample_says_where_it_belongs() -> None:
    prepared: Any = Preparation(split="by_column", scaling="none").apply(
        numbered(6, assigned=np.array([0, 2, 1, 0, 1, 0])), seed=0
    )
    assert prepared.dataset.inputs[:, 0].tolist() == [0, 3, 5]
    assert prepared.dataset.validation[0][:, 0].tolist() == [2, 4]
    assert prepared.dataset.test[0][:, 0].tolist() == [1]


@given(st.integers(10, 40), SHARES, SHARES, st.integers(0, 9))
def test_samples_that_are_alike_are_in_one_part(different: int, validation: float, test: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    numbers = rng.permutation([*range(different), *rng.integers(different, size=different)])
    data = Dataset(numbers[:, None].astype(float), rng.normal(size=(len(numbers), 1)))  # whatever their targets
    found = split(data, "repeats_together", validation, test, seed)
    parts = [found.training, found.validation, found.test]
    assert sorted(np.concatenate(parts).tolist()) == list(range(len(numbers)))
    apart = [set(numbers[part]) for part in parts]
    assert sum(map(len, apart)) == different
    assert [len(each) for each in apart[1:]] == [round(different * share) for share in (validation, test)]


def test_samples_are_alike_whatever_the_sign_of_zero_and_where_all_their_inputs_are() -> None:
    twins = {"a": np.array([[0.0, 1], [-0.0, 1], [0, 1]]), "b": np.array([[1, 2], [1, 2], [1, 3]])}
    first, second, third = imprints(twins)
    assert first == second != third


def test_where_no_sample_is_repeated_they_go_as_by_chance() -> None:
    one, other = (split(Moons().load(), manner, 0.2, 0.1, 3) for manner in ("random", "repeats_together"))
    assert np.array_equal(one.training, other.training)
    assert np.array_equal(one.test, other.test)


def test_the_scaler_knows_nothing_of_what_is_held_out() -> None:
    numbers = np.random.default_rng(0).normal(size=(40, 2))
    spoiled = numbers.copy()
    preparation = Preparation(validation=0.25, test=0.25, scaling="robust")
    found = split(Dataset(numbers, numbers[:, :1]), "random", 0.25, 0.25, seed=1)
    spoiled[np.concatenate([found.validation, found.test])] *= 1e6
    before, after = (preparation.apply(Dataset(X, numbers[:, :1]), seed=1) for X in (numbers, spoiled))
    assert np.array_equal(np.asarray(before.dataset.inputs), np.asarray(after.dataset.inputs))
    assert np.array_equal(before.fitted.scaler.scale, after.fitted.scaler.scale)


@pytest.mark.parametrize(
    ("preparation", "reason"),
    [
        (Preparation(validation=0.5, test=0.5), "leave no sample to train on"),
        (Preparation(split="by_column"), "no column that says to which part"),
    ],
)
def test_what_leaves_nothing_to_train_on_is_refused(preparation: Preparation, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        preparation.apply(numbered(10), seed=0)
    with pytest.raises(DataError, match="leaves none to train on"):
        Preparation(split="by_column").apply(numbered(3, assigned=np.array([1, 1, 2])), seed=0)


def test_what_no_sample_is_assigned_to_is_taken_from_the_training_samples_by_its_share() -> None:
    labels = np.repeat([0, 0, 1], 20)
    data = Dataset(np.arange(60.0)[:, None], labels[:, None] * 1.0, classes=("a", "b"),
                   assigned=np.tile([0, 0, 2], 20))  # fmt: skip
    found = split(data, "by_column", 0.25, 0.5, seed=1)
    assert np.array_equal(found.test, np.arange(2, 60, 3))
    assert sorted([*found.training, *found.validation]) == [place for place in range(60) if place % 3 < 2]
    assert np.bincount(labels[found.validation]).tolist() == [7, 3]
    assert not split(data, "by_column", 0.0, 0.5, seed=1).validation.size
    with pytest.raises(DataError, match="leave no sample to train on"):
        split(numbered(2, assigned=np.array([0, 0])), "by_column", 0.5, 0.5, seed=1)
