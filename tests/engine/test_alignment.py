"""Boxes on one line and at even distances."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.alignment import ACROSS, DOWN, Box, Side, align, around, distribute

BOXES: dict[str, Box] = {
    "a": (0.0, 0.0, 100.0, 50.0),
    "b": (130.0, 20.0, 230.0, 120.0),
    "c": (300.0, 10.0, 340.0, 40.0),
}
WHOLE = st.integers(-1000, 1000).map(float)
SIZE = st.integers(1, 300).map(float)


@st.composite
def boxes(draw: st.DrawFn) -> dict[str, Box]:
    found = draw(st.lists(st.tuples(WHOLE, WHOLE, SIZE, SIZE), min_size=2, max_size=6))
    return {f"box_{k}": (x, y, x + width, y + height) for k, (x, y, width, height) in enumerate(found)}


def moved(before: dict[str, Box], shifts: dict[str, tuple[float, float]]) -> dict[str, Box]:
    return {key: tuple(np.add(box, shifts[key] * 2).tolist()) for key, box in before.items()}


@pytest.mark.parametrize(
    ("side", "shifts"),
    [
        (Side.LEFT, {"a": (0.0, 0.0), "b": (-130.0, 0.0), "c": (-300.0, 0.0)}),
        (Side.CENTRE, {"a": (120.0, 0.0), "b": (-10.0, 0.0), "c": (-150.0, 0.0)}),
        (Side.RIGHT, {"a": (240.0, 0.0), "b": (110.0, 0.0), "c": (0.0, 0.0)}),
        (Side.TOP, {"a": (0.0, 0.0), "b": (0.0, -20.0), "c": (0.0, -10.0)}),
        (Side.MIDDLE, {"a": (0.0, 35.0), "b": (0.0, -10.0), "c": (0.0, 35.0)}),
        (Side.BOTTOM, {"a": (0.0, 70.0), "b": (0.0, 0.0), "c": (0.0, 80.0)}),
    ],
)
def test_each_side_by_hand(side, shifts):
    assert align(BOXES, side) == shifts


def test_distribution_by_hand():
    # From 0 to 340 there are 240 of boxes, so two gaps of 50.
    assert distribute(BOXES, ACROSS) == {"a": (0.0, 0.0), "b": (20.0, 0.0), "c": (0.0, 0.0)}
    # From a's top to b's bottom there are 120, and 180 of boxes: each overlaps the next by 30.
    assert distribute(BOXES, DOWN) == {"a": (0.0, 0.0), "c": (0.0, 10.0), "b": (0.0, 0.0)}


@given(boxes(), st.sampled_from(Side))
def test_aligning_again_moves_nothing(before, side):
    after = moved(before, align(before, side))
    assert around(after)[side.value[0]] >= around(before)[side.value[0]]
    assert all(shift == pytest.approx((0.0, 0.0)) for shift in align(after, side).values())


@given(boxes(), st.sampled_from([ACROSS, DOWN]))
def test_the_gaps_become_equal_and_the_ends_stay(before, axis):
    after = moved(before, distribute(before, axis))
    in_row = sorted(before, key=lambda key: (before[key][axis] + before[key][axis + 2], key))
    gaps = [after[right][axis] - after[left][axis + 2] for left, right in itertools.pairwise(in_row)]
    assert gaps == pytest.approx([sum(gaps) / len(gaps)] * len(gaps))
    assert after[in_row[0]] == before[in_row[0]]
    assert after[in_row[-1]] == pytest.approx(before[in_row[-1]])
