"""Every kind of data that needs no file: shapes as announced, classes in range, one seed one data set."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset, DataSource, StoredSource
from engine.data.made import Made

KINDS: list[Any] = [kind for kind in DataSource.kinds().values() if not issubclass(kind, StoredSource)]
MADE: list[Any] = [kind for kind in KINDS if issubclass(kind, Made)]


@cache
def loaded(kind: Any) -> Dataset:
    return kind().load()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_announced_is_what_is_loaded(kind: Any) -> None:
    source, dataset = kind(), loaded(kind)
    inputs, targets = np.asarray(dataset.inputs), np.asarray(dataset.targets)
    assert (inputs.shape[1:], targets.shape[1:]) == (source.shape.inputs, source.shape.targets)
    assert len(inputs) == len(targets) == source.sample_count
    assert inputs.dtype == targets.dtype == np.float64
    assert np.isfinite(inputs).all()
    assert np.isfinite(targets).all()
    assert bool(dataset.classes) == source.shape.classification
    assert len(dataset.features) == (inputs.shape[1] if inputs.ndim == 2 else 0)
    assert len(set(dataset.features)) == len(dataset.features)
    assert dataset.validation is None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind().shape.classification])
def test_targets_name_a_class_each(kind: Any) -> None:
    targets = np.asarray(loaded(kind).targets)
    assert set(np.unique(targets)) == {0.0, 1.0}
    columns = targets.shape[1]
    assert len(loaded(kind).classes) == (2 if columns == 1 else columns)
    if columns > 1:
        assert (targets.sum(axis=1) == 1).all()


@pytest.mark.parametrize("kind", KINDS)
def test_source_survives_json(kind: Any) -> None:
    assert DataSource.from_json(kind().to_json()) == kind()


@pytest.mark.parametrize("kind", MADE)
def test_same_seed_same_bits_other_seed_others(kind: Any) -> None:
    options = {"samples": 50, "noise": 0.1}
    first, again, other = (kind(seed=seed, **options).load() for seed in (3, 3, 4))
    assert len(first) == 50
    assert first.inputs.tobytes() == again.inputs.tobytes()
    assert first.targets.tobytes() == again.targets.tobytes()
    assert not np.array_equal(first.inputs, other.inputs)


@pytest.mark.parametrize("kind", MADE)
def test_noise_is_added_to_the_same_places(kind: Any) -> None:
    """It shifts what is measured, inputs or targets, and 0 is none."""
    quiet, loud = (kind(samples=200, noise=noise, seed=1).load() for noise in (0.0, 0.2))
    shifts = [np.asarray(a) - np.asarray(b) for a, b in ((quiet.inputs, loud.inputs), (quiet.targets, loud.targets))]
    assert any(0.05 < np.std(shift) < 0.25 for shift in shifts)
