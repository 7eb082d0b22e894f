"""The generators: exact truth tables, shapes as announced, one seed one data set."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import (
    AndGate,
    Circles,
    DataSource,
    GaussianBlobs,
    Moons,
    OrGate,
    Sine,
    Spirals,
    StoredSource,
    Xor,
    XorGate,
)
from engine.errors import HyperparameterError

KINDS: list[Any] = [kind for kind in DataSource.kinds().values() if not issubclass(kind, StoredSource)]
SEEDED = [kind for kind in KINDS if any(field.name == "seed" for field in kind.hyperparameters())]
PLANAR: list[Any] = [Xor, Moons, Circles, GaussianBlobs, Spirals]


@pytest.mark.parametrize("kind", KINDS)
def test_announced_shape_is_the_loaded_one(kind: Any) -> None:
    source = kind()
    dataset = source.load()
    assert dataset.inputs.shape[1:] == source.shape.inputs
    assert dataset.targets.shape[1:] == source.shape.targets
    assert len(dataset.inputs) == len(dataset.targets)
    assert dataset.inputs.dtype == dataset.targets.dtype == np.float64
    assert bool(dataset.classes) == source.shape.classification
    assert kind.label
    assert kind.summary


@pytest.mark.parametrize("kind", KINDS)
def test_targets_name_a_class_each(kind: Any) -> None:
    dataset = kind().load()
    if not kind().shape.classification:
        return
    assert set(np.unique(dataset.targets)) == {0.0, 1.0}
    columns = dataset.targets.shape[1]
    assert len(dataset.classes) == (2 if columns == 1 else columns)
    if columns > 1:
        assert (dataset.targets.sum(axis=1) == 1).all()


@pytest.mark.parametrize("kind", KINDS)
def test_source_survives_json(kind: Any) -> None:
    assert DataSource.from_json(kind().to_json()) == kind()


@pytest.mark.parametrize("kind", SEEDED)
def test_same_seed_same_bits_other_seed_others(kind: Any) -> None:
    first, again, other = kind(seed=3).load(), kind(seed=3).load(), kind(seed=4).load()
    assert first.inputs.tobytes() == again.inputs.tobytes()
    assert first.targets.tobytes() == again.targets.tobytes()
    assert not np.array_equal(first.inputs, other.inputs)


@pytest.mark.parametrize(
    ("gate", "answers"), [(XorGate, [0, 1, 1, 0]), (AndGate, [0, 0, 0, 1]), (OrGate, [0, 1, 1, 1])]
)
def test_truth_tables(gate: Any, answers: list[int]) -> None:
    dataset = gate().load()
    assert dataset.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert dataset.targets[:, 0].tolist() == answers


def test_xor_without_noise_and_four_samples_is_the_truth_table() -> None:
    clouds: Any = Xor(samples=4, noise=0).load()
    gate: Any = XorGate().load()
    assert np.array_equal(clouds.inputs, gate.inputs)
    assert np.array_equal(clouds.targets, gate.targets)


@pytest.mark.parametrize("kind", PLANAR)
def test_every_beginning_is_balanced(kind: Any) -> None:
    targets = kind(samples=60).load().targets
    labels = targets if targets.shape[1] > 1 else np.hstack([1 - targets, targets])
    counts = labels[:12].sum(axis=0)
    assert counts.min() == counts.max()


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


def test_noise_has_the_announced_size() -> None:
    quiet, loud = Xor(samples=20_000, noise=0).load(), Xor(samples=20_000, noise=0.25).load()
    assert np.std(np.asarray(loud.inputs) - np.asarray(quiet.inputs)) == pytest.approx(0.25, rel=0.02)


def test_sine_follows_the_sine() -> None:
    exact: Any = Sine(noise=0).load()
    assert np.array_equal(exact.targets, np.sin(exact.inputs))
    assert not exact.classes
    noisy: Any = Sine(noise=0.5, samples=20_000).load()
    assert np.std(noisy.targets - np.sin(noisy.inputs)) == pytest.approx(0.5, rel=0.02)


@pytest.mark.parametrize(("classes", "columns"), [(2, 1), (3, 3), (7, 7)])
def test_blobs_have_a_column_per_class(classes: int, columns: int) -> None:
    source: Any = GaussianBlobs(classes=classes, noise=0.01)
    assert source.shape.targets == (columns,)
    assert source.load().targets.shape[1] == columns
    assert len(source.load().classes) == classes


@pytest.mark.parametrize("wrong", [{"samples": 3}, {"noise": -1}, {"seed": -1}, {"samples": "many"}, {"factor": 1.0}])
def test_options_out_of_range_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(HyperparameterError, match="Received"):
        Circles(**wrong)
