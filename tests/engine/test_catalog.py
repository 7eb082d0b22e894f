"""Declarations as plain values."""

from __future__ import annotations

import json

from engine.catalog import describe
from engine.data import Iris
from engine.layers import Dense


def test_a_data_set_is_described_with_its_card() -> None:
    iris = json.loads(json.dumps(describe(Iris)))
    assert (iris["samples"], iris["inputs"], iris["targets"], iris["classes"]) == (150, [4], [3], 3)
    assert "Fisher" in iris["origin"]
    assert iris["licence"]
    assert iris["suggested"] == ["iris"]
    assert "samples" not in describe(Dense)
