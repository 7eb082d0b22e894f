"""The tail of the normal distribution and the error function against the standard library's, one number at a time."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.normal_distribution import BLOCK, normal_tail

EPSILON = {"float32": 2.0**-23, "float64": 2.0**-52}


def tail(z: np.ndarray) -> np.ndarray:
    out = np.full_like(z, -1)
    normal_tail(z, out)
    return out


@pytest.mark.parametrize(("dtype", "reach"), [("float32", 12.0), ("float64", 37.0)])
def test_the_relative_error_is_a_few_roundings(dtype: str, reach: float) -> None:
    z = np.concatenate([np.linspace(-reach, reach, 20_001), np.logspace(-300, -1, 300)]).astype(dtype)
    wanted = np.array([math.erfc(abs(float(value)) / math.sqrt(2)) / 2 for value in z])
    error = np.abs(tail(z) / wanted - 1)
    # math.erfc takes |z| / sqrt 2 rounded, which itself moves its value by up to z^2 / 2 roundings.
    assert (error / (1 + z.astype(float) ** 2 / 2)).max() <= 4 * EPSILON[dtype]


def test_the_error_function_is_right_to_the_last_digits() -> None:
    x = np.linspace(0, 7, 10_001)
    came = 1 - 2 * tail(x * math.sqrt(2))
    assert np.abs(came - [math.erf(value) for value in x]).max() <= 1e-15


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_at_zero_far_out_and_where_there_is_no_number(dtype: str) -> None:
    with np.errstate(under="ignore"):
        came = tail(np.array([0.0, -0.0, 1e4, -1e4, np.inf, -np.inf, np.nan], dtype))
    assert came[:2].tolist() == [0.5, 0.5]
    assert came[2:6].tolist() == [0, 0, 0, 0]
    assert np.isnan(came[6])


def test_blocks_and_strides_make_no_difference() -> None:
    z = np.random.default_rng(0).normal(size=(7, 3 * BLOCK // 7, 2))
    together, apart = tail(z), np.empty_like(z)
    for row, out in zip(z, apart, strict=True):
        normal_tail(row, out)
    assert np.abs(together - apart).max() <= 1e-16
    turned = np.empty_like(z.transpose(2, 0, 1))
    normal_tail(z.transpose(2, 0, 1), turned)
    assert np.abs(turned.transpose(1, 2, 0) - together).max() <= 1e-16
