"""Data in numbers, against pandas, NumPy and scikit-learn."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.data import Dataset, Iris, Moons, Preparation, description
from engine.data.description import (
    balance,
    column_bars,
    correlated,
    correlation,
    projection,
    spread,
    summary,
)
from engine.data.samples import Column, gather

VALUES = st.floats(-1e6, 1e6) | st.just(np.nan)


@given(arrays(np.float64, st.integers(0, 30), elements=VALUES))
def test_a_summary_is_that_of_pandas(values):
    told, series = summary(Column("a", values)), pd.Series(values)
    assert (told.count, told.missing, told.distinct) == (series.count(), series.isna().sum(), series.nunique())
    wanted = series.describe()[["mean", "std", "min", "25%", "50%", "75%", "max"]]
    came = [told.mean, told.deviation, told.least, told.lower, told.median, told.upper, told.greatest]
    np.testing.assert_allclose(came, wanted, rtol=1e-9, atol=1e-9)


def test_names_have_no_mean():
    told = summary(Column("class", np.array([0, 2, 2]), ("a", "b", "c")))
    assert (told.count, told.missing, told.distinct) == (3, 0, 2)
    assert np.isnan(told.mean)


@given(arrays(np.float64, st.integers(1, 40), elements=st.floats(-1e3, 1e3)), st.integers(1, 3))
def test_bars_are_those_of_numpy_class_by_class(values, classes):
    labels = np.arange(len(values)) % classes
    bars = column_bars(Column("a", values), labels, classes)
    for label in range(classes):
        wanted, _ = np.histogram(values[labels == label], bars.edges)
        assert bars.counts[label].tolist() == wanted.tolist()


def test_few_whole_numbers_have_a_bar_each():
    bars = column_bars(Column("a", np.array([3.0, 3.0, np.nan, 5.0])))
    assert bars.edges.tolist() == [2.5, 3.5, 4.5, 5.5]
    assert bars.counts.tolist() == [[2, 0, 1]]
    assert column_bars(Column("k", np.array([1, 1]), ("a", "b", "c"))).counts.tolist() == [[0, 2, 0]]
    assert column_bars(Column("a", np.array([np.nan]))).counts.sum() == 0


def test_correlation_is_that_of_pandas_also_with_gaps():
    rng = np.random.default_rng(3)
    values = rng.normal(size=(60, 4)) + 1e4
    values[:, 1] += values[:, 0]
    values[:, 3] = 7.25
    values[rng.random(values.shape) < 0.2] = np.nan
    wanted = pd.DataFrame(values).corr().to_numpy()
    *_, came = correlation([Column(str(index), values[:, index]) for index in range(4)])
    np.testing.assert_allclose(came[:3, :3], wanted[:3, :3], atol=1e-9)
    assert np.isnan(came[3]).all()


def test_the_answer_is_correlated_where_it_is_no_or_yes():
    moons = gather(Preparation().apply(Moons().load(), 0))
    assert [column.name for column in correlated(moons)][-1] == "class"
    assert len(correlated(gather(Preparation().apply(Iris().load(), 0)))) == 4


def test_the_balance_of_classes_in_each_part():
    targets = np.array([[1, 0], [0, 1], [0, 1], [0, 1]])
    dataset = Dataset(np.zeros((4, 1)), targets, None, ("a", "b"), assigned=np.array([0, 0, 1, 2]))
    samples = gather(Preparation(split="by_column").apply(dataset, 0))
    assert balance(samples).tolist() == [[1, 1], [0, 1], [0, 1]]


def test_two_dimensions_are_those_of_scikit_learn():
    from sklearn.decomposition import PCA
    from sklearn.preprocessing import StandardScaler

    samples = gather(Preparation().apply(Iris().load(), 0))
    values = np.stack([column.values for column in samples.features], axis=1)
    model = PCA(2).fit(StandardScaler().fit_transform(values))
    *_, came = projection(samples.features, 60)
    np.testing.assert_allclose(came.explained, model.explained_variance_ratio_, rtol=1e-9)
    np.testing.assert_allclose(came.explained, (0.7296, 0.2285), atol=1e-4)  # as textbooks have it
    wanted = model.transform(StandardScaler().fit_transform(values)[came.rows])
    np.testing.assert_allclose(came.places, wanted, atol=1e-9)
    assert len(came.rows) == 60


def test_gaps_and_constants_do_not_spoil_a_projection():
    values = np.array([[1.0, 2, 5], [2, np.nan, 5], [3, 4, 5], [4, 9, 5]])
    *_, came = projection([Column(str(index), values[:, index]) for index in range(3)], 10)
    assert np.isfinite(came.places).all()
    assert sum(came.explained) == pytest.approx(1.0)


def test_samples_are_chosen_evenly():
    assert spread(3, 5).tolist() == [0, 1, 2]
    assert spread(9, 3).tolist() == [0, 4, 8]


def test_many_samples_are_described_block_by_block(monkeypatch):
    rng = np.random.default_rng(5)
    values = rng.normal(size=(500, 30)) @ rng.normal(size=(30, 30)) + 100
    columns = [Column(str(index), values[:, index]) for index in range(30)]
    monkeypatch.setattr(description, "BLOCK", 64)
    *steps, came = correlation(columns)
    assert steps == [None] * (30 + 8)
    np.testing.assert_allclose(came, np.corrcoef(values.T), atol=1e-12)
    *steps, found = projection(columns, 500)
    standard = (values - values.mean(axis=0)) / values.std(axis=0)
    share = np.linalg.eigvalsh(standard.T @ standard)[::-1][:2] / (500 * 30)
    np.testing.assert_allclose(found.explained, share, rtol=1e-9)
    np.testing.assert_allclose(found.places.std(axis=0), np.sqrt(30 * share), rtol=1e-9)
    assert len(steps) > 31
