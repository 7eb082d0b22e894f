"""Arrays at hand: what is refused, and how the error tells where it stands."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import DataError

X, Y = np.ones((4, 2)), np.ones((4, 1))


def spoiled(array: np.ndarray, *rows: int) -> np.ndarray:
    """The array with a bad number at the end of these rows."""
    array = array.copy()
    for row, value in zip(rows, (np.nan, np.inf, -np.inf), strict=False):
        array[row, -1] = value
    return array


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ((spoiled(X, 2), Y), "Inputs: finite numbers are needed. Received others at 1 of 8 places, first in row 3."),
        (
            (X, spoiled(Y, 3, 1, 2)),
            "Targets: finite numbers are needed. Received others at 3 of 4 places, first in row 2.",
        ),
        (
            (X, Y, (spoiled(X, 0), Y)),
            "Validation inputs: finite numbers are needed. Received others at 1 of 8 places, first in row 1.",
        ),
        (
            (X, Y, (X, spoiled(Y, 0))),
            "Validation targets: finite numbers are needed. Received others at 1 of 4 places, first in row 1.",
        ),
        (
            ({"a": X, "b": spoiled(X, 1)}, Y),
            "b: finite numbers are needed. Received others at 1 of 8 places, first in row 2.",
        ),
        (
            (np.array([["a"]]), Y),
            "Inputs: an array of numbers is needed. Received one of dtype str32: array([['a']], dtype='<U1').",
        ),
        ((None, Y), "Inputs: an array of numbers is needed. Received: None."),
        ((X, Y * 1j), "Targets: an array of numbers is needed."),
        ((X, Y[1:]), "the same number of samples, at least one. Received: 4, 3."),
        ((X[:0], Y[:0]), "the same number of samples, at least one. Received: 0, 0."),
        ((np.nan, Y), "the same number of samples, at least one. Received: 0, 4."),
        ((X, Y, 1.0), "from 0 to less than 1, or a pair of inputs and targets. Received: 1.0."),
        ((X, Y, "half"), "or a pair of inputs and targets. Received: 'half'."),
        ((X, Y, (X,)), "or a pair of inputs and targets. Received: (array("),
    ],
)
def test_arrays_that_are_refused(arrays: Any, message: str) -> None:
    with pytest.raises(DataError) as refusal:
        Dataset.from_arrays(*arrays)
    assert message in str(refusal.value)


def test_lists_are_taken_as_arrays() -> None:
    data = Dataset.from_arrays(X.tolist(), Y.tolist(), validation=[X.tolist(), Y.tolist()])
    (inputs, targets), held_out = data.split(0)
    for array, wanted in zip((inputs, targets, *held_out), (X, Y, X, Y), strict=True):
        assert isinstance(array, np.ndarray)
        assert np.array_equal(array, wanted)


def test_whole_numbers_and_truth_values_are_data() -> None:
    assert len(Dataset.from_arrays(np.eye(3, dtype=int), np.ones((3, 1), bool), validation=0.3)) == 3
