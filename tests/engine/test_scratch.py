"""Scratch arrays: shaped as asked, the same memory again, and never shared between threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from engine.scratch import scratch


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_they_have_the_shape_and_dtype_of_the_example(dtype: str) -> None:
    arrays = scratch(3, np.zeros((4, 2), dtype))
    assert arrays.shape == (3, 4, 2)
    assert arrays.dtype == dtype
    assert scratch(1, np.zeros((), dtype)).shape == (1,)


def test_memory_is_kept_from_call_to_call_and_grows() -> None:
    first = scratch(2, np.zeros(1000))
    assert np.shares_memory(first, scratch(1, np.zeros((3, 5))))
    assert scratch(2, np.zeros(100_000)).shape == (2, 100_000)


def test_another_thread_has_its_own() -> None:
    mine = scratch(1, np.zeros(10))
    with ThreadPoolExecutor(1) as pool:
        theirs = pool.submit(scratch, 1, np.zeros(10)).result()
    assert not np.shares_memory(mine, theirs)
