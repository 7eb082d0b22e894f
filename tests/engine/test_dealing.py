"""Columns for several Inputs: none lost, none twice, each Input in its own shape."""

from __future__ import annotations

import numpy as np
import pytest

from engine.dealing import deals, dealt
from engine.shapes import Shape


@pytest.mark.parametrize(
    ("features", "inputs", "even"),
    [
        ((5,), {"a": (2,), "b": (3,)}, True),
        ((64,), {"a": (4, 8, 1), "b": (4, 8, 1)}, True),
        ((6,), {"a": (2,), "b": (3,)}, False),
        ((5, 1), {"a": (2,), "b": (3,)}, False),
        ((2,), {"a": (2,)}, False),
    ],
)
def test_which_features_come_out_even(features: Shape, inputs: dict[str, Shape], even: bool) -> None:
    assert deals(features, inputs) is even


def test_each_input_takes_its_columns_in_its_shape() -> None:
    table = np.arange(14).reshape(2, 7)
    parts = dealt(table, {"a": (3,), "b": (2, 2)})
    assert parts["a"].tolist() == [[0, 1, 2], [7, 8, 9]]
    assert parts["b"].tolist() == [[[3, 4], [5, 6]], [[10, 11], [12, 13]]]
