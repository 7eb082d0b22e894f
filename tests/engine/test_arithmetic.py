"""Row-wise maxima and sums, on both sides of the length where the way of computing changes."""

from __future__ import annotations

import numpy as np
import pytest

from engine.arithmetic import ONE, SHORT_AXIS, ZERO, row_maxima, row_sums


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
