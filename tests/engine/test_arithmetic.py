"""Small operations, on both sides of the size where the way of computing changes."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arithmetic import FEW, ONE, SHORT_AXIS, ZERO, row_maxima, row_sums, softplus


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", [(1, 1), (5, 3), (2, 4, 3), (3, SHORT_AXIS), (3, SHORT_AXIS + 1), (2, 2, 50)])
def test_rows_as_numpy_sees_them(shape: tuple[int, ...], dtype: str) -> None:
    z = np.random.default_rng(0).normal(size=shape).astype(dtype)
    assert np.array_equal(row_maxima(z), z.max(axis=-1, keepdims=True))
    assert row_sums(z) == pytest.approx(z.sum(axis=-1, keepdims=True), abs=1e-5 if dtype == "float32" else 1e-14)
    assert row_maxima(z).dtype == row_sums(z).dtype == dtype


def test_constants_do_not_narrow_float64() -> None:
    z = np.array([0.1])
    assert (np.add(z, ONE).dtype, np.maximum(z, ZERO)[0]) == (np.float64, 0.1)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("size", [1, FEW, FEW + 1])
def test_softplus_is_exact_far_out(size: int, dtype: str) -> None:
    z = np.resize(np.array([1e4, -20.0, -1.0, 0.0, 0.5, 30.0, -1e4, np.inf, -np.inf, np.nan], dtype), size)
    out, scratch = np.empty_like(z), np.empty_like(z)
    kept = z.copy()
    with np.errstate(all="ignore"):
        softplus(z, out, scratch)
        wanted = np.logaddexp(0, z.astype(np.float64))
    assert out == pytest.approx(wanted, rel=1e-6 if dtype == "float32" else 1e-15, abs=1e-300, nan_ok=True)
    assert np.array_equal(z, kept, equal_nan=True)
