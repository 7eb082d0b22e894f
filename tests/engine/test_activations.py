"""Every activation: derivative, far out, in place; and the values that textbooks print."""

from __future__ import annotations

import numpy as np
import pytest

from engine.activations import ActivationFunction
from tests.engine.numerical import TOLERANCE, away_from_zero, numerical_gradient, relative_error

every_activation = pytest.mark.parametrize(
    "function", [kind() for kind in ActivationFunction.kinds().values()], ids=repr
)


@every_activation
@pytest.mark.parametrize("shape", [(5, 4), (2, 3, 4), (1, 1), (3, 40)])
def test_derivative_equals_finite_differences(function: ActivationFunction, shape: tuple[int, ...]) -> None:
    rng = np.random.default_rng(1)
    z = away_from_zero(rng.normal(size=shape))
    gradient = rng.normal(size=shape)
    a, out = np.empty_like(z), np.empty_like(z)
    function.forward(z, a)
    function.backward(gradient, z, a, out)

    def projected() -> float:
        result = np.empty_like(z)
        function.forward(z, result)
        return float((result * gradient).sum())

    # Softmax of one unit is constant: its derivative is 0, and so are the differences.
    assert relative_error(out, numerical_gradient(projected, z)) <= TOLERANCE


@every_activation
def test_in_place_is_as_apart(function: ActivationFunction) -> None:
    z = np.random.default_rng(2).normal(size=(6, 5))
    gradient = np.random.default_rng(3).normal(size=z.shape)
    apart, derivative = np.empty_like(z), np.empty_like(z)
    function.forward(z, apart)
    function.backward(gradient, z, apart, derivative)
    if not function.in_place:
        return
    buffer = z.copy()
    function.forward(buffer, buffer)
    assert np.array_equal(buffer, apart)
    again = np.empty_like(z)
    function.backward(gradient, buffer, buffer, again)
    assert np.array_equal(again, derivative)


@every_activation
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_far_out_stays_finite(function: ActivationFunction, dtype: str) -> None:
    z = np.array([[1e4, -1e4, 0.0], [-1e4, -1e4, -1e4], [1e4, 1e4, -3e4]], dtype)
    kept = z.copy()
    a, out = np.empty_like(z), np.empty_like(z)
    with np.errstate(all="ignore"):
        function.forward(z, a)
        function.backward(np.ones_like(z), z, a, out)
    assert np.isfinite(a).all()
    assert np.isfinite(out).all()
    assert a.dtype == dtype
    assert np.array_equal(z, kept)


@every_activation
def test_a_number_that_is_none_is_passed_on(function: ActivationFunction) -> None:
    z = np.array([[np.nan, 1.0]])
    a = np.empty_like(z)
    with np.errstate(all="ignore"):
        function.forward(z, a)
    assert np.isnan(a).any()


@pytest.mark.parametrize(
    ("name", "z", "wanted"),
    [
        ("linear", [-2.0, 0.5], [-2.0, 0.5]),
        ("sigmoid", [0.0, 1.0], [0.5, 0.7310585786300049]),
        ("tanh", [0.0, 1.0], [0.0, 0.7615941559557649]),
        ("relu", [-2.0, 3.0], [0.0, 3.0]),
        ("softmax", [1.0, 2.0, 3.0], [0.09003057317038046, 0.24472847105479767, 0.6652409557748219]),
    ],
)
def test_known_values(name: str, z: list[float], wanted: list[float]) -> None:
    a = np.empty((1, len(z)))
    ActivationFunction.resolve(name).forward(np.array([z]), a)
    assert a[0].tolist() == pytest.approx(wanted, rel=1e-15)


def test_relu_has_no_slope_at_zero() -> None:
    z, out = np.zeros((1, 1)), np.full((1, 1), np.nan)
    ActivationFunction.resolve("relu").backward(np.ones((1, 1)), z, z, out)
    assert out.item() == 0.0
