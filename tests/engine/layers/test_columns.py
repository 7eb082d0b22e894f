"""Channels as columns: the same sums and factors, however many rows are taken as one."""

from __future__ import annotations

import numpy as np
import pytest

from engine.layers.columns import FEW, NARROW, WIDE, Columns, rows_at_once


@pytest.mark.parametrize("shape", [(3, 4), (1, 1), (40, 7, 3), (1000, 1), (997, 5), (200, NARROW)])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sums_and_factors_are_those_of_each_channel(shape: tuple[int, ...], dtype: str) -> None:
    rng = np.random.default_rng(0)
    array = rng.normal(size=shape).astype(dtype)
    factors = rng.normal(size=shape[-1]).astype(dtype)
    columns, sums = Columns(array), np.empty(shape[-1], dtype)
    columns.add_up(columns.wide(array), sums)
    axes = tuple(range(array.ndim - 1))
    assert np.abs(sums - array.astype(float).sum(axis=axes)).max() <= (1e-3 if dtype == "float32" else 1e-12)
    product = np.multiply(columns.wide(array), columns.spread(factors))
    assert np.array_equal(product.reshape(shape), array * factors)
    assert columns.count == array.size // shape[-1]


def test_narrow_rows_are_taken_together_where_there_are_many() -> None:
    assert rows_at_once(25_088, 8) == WIDE // 8
    assert rows_at_once(FEW, 8) == 1
    assert rows_at_once(25_088, NARROW) == 1
    assert rows_at_once(997, 8) == 1, "a prime has no divisor that fits"
