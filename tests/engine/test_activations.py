"""Every activation: derivative, far out, in place; and the values that textbooks print."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.activations import ELU, ActivationFunction, LeakyReLU
from engine.errors import HyperparameterError
from engine.layers import Dense
from tests.engine.activation_examples import ACTIVATION_EXAMPLES
from tests.engine.numerical import TOLERANCE, away_from_zero, numerical_gradient, relative_error

every_activation = pytest.mark.parametrize("function", ACTIVATION_EXAMPLES, ids=repr)


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
        ("leaky_relu", [-2.0, 3.0], [-0.02, 3.0]),
        ("elu", [-1.0, 2.0], [math.exp(-1) - 1, 2.0]),
        ("selu", [-1.0, 1.0], [-1.1113307378125627, 1.0507009873554805]),
        ("gelu", [-1.0, 0.0, 1.0], [-0.15865525393145707, 0.0, 0.8413447460685429]),
        ("silu", [-1.0, 0.0, 1.0], [-0.2689414213699951, 0.0, 0.7310585786300049]),
        ("softplus", [-1.0, 0.0], [math.log1p(math.exp(-1)), math.log(2)]),
        ("softsign", [-1.0, 3.0], [-0.5, 0.75]),
        ("hard_sigmoid", [-4.0, -1.5, 0.0, 1.5, 4.0], [0.0, 0.25, 0.5, 0.75, 1.0]),
        ("log_softmax", [1.0, 2.0, 3.0], [-2.4076059644443806, -1.4076059644443804, -0.4076059644443803]),
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


BEND = 1.0507009873554805
FAR = {
    "linear": ((-1e4, 1e4), (1, 1)),
    "relu": ((0, 1e4), (0, 1)),
    "leaky_relu": ((-100, 1e4), (0.01, 1)),
    "elu": ((-1, 1e4), (0, 1)),
    "selu": ((-BEND * 1.6732632423543772, BEND * 1e4), (0, BEND)),
    "gelu": ((0, 1e4), (0, 1)),
    "silu": ((0, 1e4), (0, 1)),
    "softplus": ((0, 1e4), (0, 1)),
    "sigmoid": ((0, 1), (0, 0)),
    "hard_sigmoid": ((0, 1), (0, 0)),
    "tanh": ((-1, 1), (0, 0)),
    "softsign": ((-1e4 / 10001, 1e4 / 10001), (1 / 10001**2, 1 / 10001**2)),
    "softmax": ((0, 1), (0, 0)),
    "log_softmax": ((-2e4, 0), (1, -1)),
}
"""Values and slopes at -1e4 and 1e4; for functions of a row the slopes with respect to the gradient (1, 0)."""


@pytest.mark.parametrize("name", list(ActivationFunction.kinds()))
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_far_out_values_and_slopes_are_right(name: str, dtype: str) -> None:
    if name not in FAR:
        pytest.fail(f"{name} has no known values far out. Add them to tests/engine/test_activations.py.")
    z = np.array([[-1e4, 1e4]], dtype)
    gradient = np.array([[1, 0]] if "softmax" in name else [[1, 1]], dtype)
    a, out = np.empty_like(z), np.empty_like(z)
    function = ActivationFunction.resolve(name)
    with np.errstate(all="ignore"):
        function.forward(z, a)
        function.backward(gradient, z, a, out)
    accuracy = 1e-6 if dtype == "float32" else 1e-14
    assert a[0].tolist() == pytest.approx(FAR[name][0], rel=accuracy, abs=1e-30)
    assert out[0].tolist() == pytest.approx(FAR[name][1], rel=accuracy, abs=1e-30)


@every_activation
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_at_zero_the_slope_is_one_of_those_beside_it(function: ActivationFunction, dtype: str) -> None:
    """Where there is a kink a function may choose, but between these."""
    slopes = []
    for place in (-1e-6, 0.0, -0.0, 1e-40, 1e-6):
        z = np.full((1, 2), place, dtype)
        a, out = np.empty_like(z), np.empty_like(z)
        function.forward(z, a)
        function.backward(np.array([[1, 0.5]], dtype), z, a, out)
        slopes.append(out[0, 0])
    below, *middle, above = slopes
    for slope in middle:
        assert min(abs(slope - below), abs(slope - above)) <= 1e-5


@pytest.mark.parametrize("name", ["gelu", "silu", "softplus", "elu"])
def test_small_values_keep_their_digits(name: str) -> None:
    wanted = {
        "gelu": lambda z: z * math.erfc(-z / math.sqrt(2)) / 2,
        "silu": lambda z: z / (1 + math.exp(-z)),
        "softplus": lambda z: math.log1p(math.exp(z)),
        "elu": lambda z: math.expm1(min(z, 0)) + max(z, 0),
    }[name]
    z = np.array([[-30.0, -10.0, -3.0, -1e-3, -1e-12, 1e-12, 0.5, 3.0]])
    a = np.empty_like(z)
    ActivationFunction.resolve(name).forward(z, a)
    assert a[0].tolist() == pytest.approx([wanted(value) for value in z[0]], rel=2e-14)


def test_settings_are_kept_within_their_range_and_travel_through_json() -> None:
    for layer in (Dense(activation=LeakyReLU(negative_slope=0.2)), Dense(activation={"kind": "elu", "alpha": 2})):
        assert Dense.from_json(layer.to_json()) == layer
    assert Dense(activation="leaky_relu").activation == LeakyReLU(negative_slope=0.01)
    with pytest.raises(HyperparameterError, match=r"Negative slope takes .* less than 1\. Received: 1\.5"):
        LeakyReLU(negative_slope=1.5)
    with pytest.raises(HyperparameterError, match="Alpha"):
        ELU(alpha=-1)


def test_selu_keeps_mean_and_variance() -> None:
    z = np.random.default_rng(0).normal(size=(1000, 1000))
    a = np.empty_like(z)
    ActivationFunction.resolve("selu").forward(z, a)
    assert abs(a.mean()) <= 0.005
    assert a.var() == pytest.approx(1, abs=0.005)


def test_the_tanh_form_of_gelu_is_close_to_the_exact_one() -> None:
    z = np.linspace(-6, 6, 1001)[None]
    exact, close = np.empty_like(z), np.empty_like(z)
    ActivationFunction.resolve("gelu").forward(z, exact)
    ActivationFunction.resolve({"kind": "gelu", "approximate": True}).forward(z, close)
    assert 1e-4 < np.abs(exact - close).max() < 1e-3
