"""More features: scikit-learn's columns, counted before they are made, and named as they are computed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.preprocessing import PolynomialFeatures

from engine.data import Dataset, Preparation
from engine.data.expansion import Expansion, Polynomial, Terms
from engine.errors import DataError, HyperparameterError
from engine.shapes import DataShape

RNG = np.random.default_rng(0)


@given(st.integers(1, 4), st.integers(2, 4))
def test_a_polynomial_is_scikit_learns(features: int, degree: int) -> None:
    X = RNG.normal(size=(5, features))
    theirs = PolynomialFeatures(degree, include_bias=False)
    assert np.allclose(Polynomial(degree=degree).transform(X), theirs.fit_transform(X), rtol=1e-12)


def test_terms_by_hand() -> None:
    X = np.array([[2.0, 3.0]])
    everything = Terms(sines=True, cosines=True)
    assert everything.transform(X)[0].tolist() == pytest.approx(
        [2, 3, 4, 9, 6, np.sin(2), np.sin(3), np.cos(2), np.cos(3)]
    )
    assert everything.names(("a", "b")) == (
        "a", "b", "a^2", "b^2", "a*b", "sin(a)", "sin(b)", "cos(a)", "cos(b)",
    )  # fmt: skip
    assert Polynomial(degree=3).names(("a", "b")) == ("a", "b", "a^2", "a*b", "b^2", "a^3", "a^2*b", "a*b^2", "b^3")


@pytest.mark.parametrize("kind", list(Expansion.kinds()))
@pytest.mark.parametrize("features", [1, 2, 5])
def test_columns_are_counted_and_named_as_they_are_made(kind: str, features: int) -> None:
    expansion = Expansion.resolve(kind)
    names = tuple(f"x{number}" for number in range(features))
    made = expansion.transform(RNG.normal(size=(3, features)))
    assert made.shape == (3, expansion.count(features))
    assert len(expansion.names(names)) == len(set(expansion.names(names))) == expansion.count(features)
    assert np.array_equal(Preparation(expansion=kind).shape(DataShape((features,), (1,))).inputs, made.shape[1:])


def test_new_features_are_scaled_by_the_training_part_alone() -> None:
    X = RNG.normal(size=(40, 2))
    preparation = Preparation(validation=0.25, expansion="terms")
    prepared: Any = preparation.apply(Dataset(X, X[:, :1], features=("a", "b")), seed=0)
    assert np.allclose(prepared.dataset.inputs.mean(axis=0), 0, atol=1e-12)
    assert np.allclose(prepared.dataset.inputs.std(axis=0), 1)
    assert prepared.dataset.features == ("a", "b", "a^2", "b^2", "a*b")
    assert np.array_equal(prepared.fitted.transform(prepared.raw.validation[0]), prepared.dataset.validation[0])


def test_what_cannot_be_expanded_is_refused() -> None:
    with pytest.raises(HyperparameterError, match="at least one term"):
        Terms(squares=False, products=False)
    with pytest.raises(DataError, match=r"plain columns only\. The data bring 8×8×1"):
        Preparation(expansion="terms").apply(Dataset(np.zeros((4, 8, 8, 1)), np.zeros((4, 1))), seed=0)
    with pytest.raises(DataError, match=r"There would be 23,425 features, more than 10,000"):
        Preparation(expansion=Polynomial(degree=3)).shape(DataShape((50,), (1,)))
