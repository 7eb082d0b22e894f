"""Truth tables, digit by digit."""

from __future__ import annotations

from typing import Any

import pytest

from engine.data import AndGate, NandGate, NorGate, OrGate, XnorGate, XorGate


@pytest.mark.parametrize(
    ("gate", "answers"),
    [
        (XorGate, [0, 1, 1, 0]),
        (AndGate, [0, 0, 0, 1]),
        (OrGate, [0, 1, 1, 1]),
        (NandGate, [1, 1, 1, 0]),
        (NorGate, [1, 0, 0, 0]),
        (XnorGate, [1, 0, 0, 1]),
    ],
)
def test_truth_tables(gate: Any, answers: list[int]) -> None:
    dataset = gate().load()
    assert dataset.inputs.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert dataset.targets[:, 0].tolist() == answers
    assert dataset.classes == ("0", "1")
