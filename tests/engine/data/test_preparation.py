"""Splits and scaling: exact, stratified, and fitted on the training part alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

from engine.data import Dataset, DataSource, Diabetes, Digits, Iris, Moons, Preparation, Sine, TimeSeries, XorGate
from engine.data.augmentation import Pictures
from engine.data.scaling import minmax_scaler, robust_scaler, standard_scaler
from engine.errors import DataError, HyperparameterError

TABLES = hnp.arrays(
    np.float64,
    st.tuples(st.integers(1, 30), st.integers(1, 4)),
    elements=st.floats(-1e6, 1e6, allow_subnormal=False) | st.sampled_from([0.0, 1.0, 0.1]),
)
FITS = (standard_scaler, minmax_scaler, robust_scaler)


@given(TABLES)
def test_standard_scaling_is_scikit_learns(X: np.ndarray) -> None:
    ours, theirs = standard_scaler(X), StandardScaler().fit(X)
    assert np.isfinite(ours.transform(X)).all()
    assert np.allclose(ours.offset, theirs.mean_, rtol=1e-9, atol=1e-9)
    # Whether a nearly constant column is constant is a matter of rounding; all others must agree.
    clear = theirs.var_ > 1e-9 * (1 + theirs.mean_**2)
    assert np.allclose(ours.scale[clear], theirs.scale_[clear], rtol=1e-6)


@given(TABLES)
def test_minmax_scaling_is_scikit_learns(X: np.ndarray) -> None:
    ours, theirs = minmax_scaler(X), MinMaxScaler().fit(X)
    assert np.allclose(ours.transform(X), theirs.transform(X), rtol=1e-6, atol=1e-6)


@given(TABLES)
def test_robust_scaling_is_scikit_learns(X: np.ndarray) -> None:
    ours, theirs = robust_scaler(X), RobustScaler().fit(X)
    assert np.allclose(ours.offset, theirs.center_, rtol=1e-9, atol=1e-9)
    clear = np.ptp(np.percentile(X, (25, 75), axis=0), axis=0) > 1e-9
    assert np.allclose(ours.scale[clear], theirs.scale_[clear], rtol=1e-6)


@given(TABLES, st.sampled_from(FITS))
def test_inverse_undoes_transform(X: np.ndarray, fit: Any) -> None:
    scaler = fit(X)
    assert np.allclose(scaler.inverse(scaler.transform(X)), X, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("fit", FITS)
def test_constant_feature_is_only_shifted(fit: Any) -> None:
    X = np.column_stack([np.full(10, 0.1), np.arange(10.0)])
    scaler = fit(X)
    assert scaler.scale[0] == 1
    assert np.allclose(scaler.transform(X)[:, 0], 0)


@pytest.mark.parametrize("scaling", ["standard", "minmax"])
def test_held_out_samples_do_not_touch_the_scaler(scaling: str) -> None:
    """Absurd values in the held-out rows must change nothing in the training part."""
    numbers: Any = np.random.default_rng(0).normal(size=(60, 3))
    targets = (np.arange(60) % 2)[:, None].astype(float)
    plain: Any = Preparation(validation=0.25, scaling="none").apply(Dataset(numbers, targets, classes=("a", "b")), 5)
    held_out = {row.tobytes() for row in plain.dataset.validation[0]}
    assert len(held_out) == 15
    spoiled = np.array([row * 1e6 if row.tobytes() in held_out else row for row in numbers])
    preparation = Preparation(validation=0.25, scaling=scaling)
    before: Any = preparation.apply(Dataset(numbers, targets, classes=("a", "b")), 5)
    after: Any = preparation.apply(Dataset(spoiled, targets, classes=("a", "b")), 5)
    assert np.array_equal(before.dataset.inputs, after.dataset.inputs)
    assert np.array_equal(before.fitted.scaler.scale, after.fitted.scaler.scale)
    assert np.abs(after.dataset.validation[0]).max() > 1e4


@given(st.integers(0, 2**31), st.floats(0, 0.9), st.sampled_from(["none", "standard", "minmax"]))
def test_no_sample_is_lost_or_doubled(seed: int, share: float, scaling: str) -> None:
    source: Any = Moons(samples=50).load()
    prepared: Any = Preparation(validation=share, scaling=scaling).apply(source, seed)
    parts = [(prepared.dataset.inputs, prepared.dataset.targets)]
    if prepared.dataset.validation:
        parts.append(prepared.dataset.validation)
    assert len(parts[0][0]) == 50 - round(50 * share)
    together = np.vstack([np.hstack([prepared.fitted.scaler.inverse(X), Y]) for X, Y in parts])
    expected = np.hstack([source.inputs, source.targets])
    assert np.allclose(together[together[:, 0].argsort()], expected[expected[:, 0].argsort()])


def test_classes_keep_their_shares() -> None:
    prepared: Any = Preparation(validation=0.2).apply(Iris().load(), seed=1).dataset
    assert prepared.targets.sum(axis=0).tolist() == [40, 40, 40]
    assert prepared.validation[1].sum(axis=0).tolist() == [10, 10, 10]


def test_same_seed_same_bits_other_seed_another_split() -> None:
    first, again, other = (np.asarray(Preparation().apply(Iris().load(), seed).dataset.inputs) for seed in (1, 1, 2))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_a_held_out_part_that_is_there_stays() -> None:
    X, Y = np.arange(8.0).reshape(4, 2), np.ones((4, 1))
    dataset = Dataset.from_arrays(X, Y, validation=(X[:1] + 100, Y[:1]))
    prepared: Any = Preparation(validation=0.5, scaling="minmax").apply(dataset, seed=0).dataset
    assert len(prepared) == 4
    assert prepared.validation[0].shape == (1, 2)
    assert prepared.inputs.max() == 1


def test_names_stay_and_pictures_scale_by_pixel() -> None:
    dataset = Digits(as_image=True).load()
    prepared = Preparation().apply(dataset, seed=0)
    assert prepared.dataset.classes == dataset.classes
    assert prepared.fitted.scaler.offset.shape == (8, 8, 1)
    deviation = np.asarray(prepared.dataset.inputs).std(axis=0)
    assert np.all(np.isclose(deviation, 1) | np.isclose(deviation, 0))


def test_regression_targets_keep_their_units() -> None:
    prepared: Any = Preparation(validation=0, scaling="standard").apply(Sine(noise=0).load(), seed=0)
    assert np.allclose(np.sin(prepared.fitted.scaler.inverse(prepared.dataset.inputs)), prepared.dataset.targets)
    assert prepared.dataset.validation is None


def test_a_share_that_leaves_nothing_is_refused() -> None:
    with pytest.raises(DataError, match=r"0\.99 leaves no sample"):
        Preparation(validation=0.99).apply(Moons(samples=4).load(), seed=0)


@pytest.mark.parametrize("wrong", [{"validation": 1.0}, {"validation": -0.1}, {"scaling": "huge"}])
def test_settings_out_of_range_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(HyperparameterError):
        Preparation(**wrong)


def test_settings_survive_json() -> None:
    preparation = Preparation(validation=0.1, scaling="minmax")
    assert Preparation.from_json(preparation.to_json()) == preparation


def test_measures_of_any_size_are_scaled_unless_people_have_chosen_otherwise() -> None:
    raw, toys, wine, diabetes = Preparation(scaling="none"), Moons(), DataSource.resolve("wine"), Diabetes()
    assert raw.suited_to(wine, toys) == Preparation(scaling="standard")
    assert raw.suited_to(diabetes, wine) == raw, "without scaling by choice"
    assert raw.suited_to(toys, wine) == raw
    robust = Preparation(scaling="robust", validation=0.1)
    assert robust.suited_to(wine, toys) == robust
    series = TimeSeries()
    gate = raw.replace(validation=0.0)
    assert raw.suited_to(XorGate(), toys) == gate, "all four samples are learned from"
    assert gate.suited_to(toys, XorGate()) == raw
    ordered = raw.suited_to(series, toys)
    assert ordered.suited_to(wine, series).split == "random", "a table may be sorted by its target"
    assert (raw.suited_to(series, toys).split, raw.suited_to(series, toys).scaling) == ("in_order", "standard")


@pytest.mark.parametrize("scaling", ["none", "standard", "minmax", "robust"])
def test_pictures_in_bytes_become_the_float32_that_their_shares_of_white_would(
    scaling: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.scaling.BLOCK_VALUES", 100)
    pictures = np.random.default_rng(1).integers(0, 256, (40, 4, 3, 1)).astype(np.uint8)
    pictures[:, 0] = 7
    targets = np.zeros((40, 1))
    lean, plain = (
        Preparation(scaling=scaling).apply(Dataset(inputs, targets), seed=0) for inputs in (pictures, pictures / 255)
    )
    for came, wanted in ((lean.dataset.inputs, plain.dataset.inputs),
                         (lean.dataset.validation[0], plain.dataset.validation[0])):  # fmt: skip
        assert came.dtype == np.float32
        assert np.allclose(came, wanted, atol=1e-6)
    assert lean.raw.training[0].dtype == np.uint8
    one = pictures[:1].astype(np.float64)  # as people draw one
    assert np.array_equal(lean.fitted.transform(one).astype(np.float32), lean.fitted.transform(pictures[:1]))


def test_altered_pictures_stay_lean() -> None:
    pictures = np.zeros((8, 5, 5, 1), np.uint8)
    pictures[:, 2, 2] = 255
    preparation = Preparation(scaling="none", validation=0.0, augmentation=Pictures(shift=1, rotation=0, noise=0.1))
    inputs = preparation.apply(Dataset(pictures, np.zeros((8, 1))), seed=0).dataset.inputs
    assert inputs.dtype == np.float32
    assert len(inputs) == 16
    assert np.array_equal(inputs[:8], pictures / np.float32(255))
    assert 0.05 < inputs[8:].std() < 0.3
