"""Numbers for people: one way of writing them, whoever writes."""

from __future__ import annotations

import math

import pytest

from engine.errors import Message
from engine.numerals import Number, number_text


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [(1e99, 6, "1e99"), (1e-05, 6, "1e-5"), (-2.5e-300, 3, "-2.5e-300"), (0.001, 6, "0.001"), (123456.7, 3, "1.23e5"),
     (0.0, 3, "0"), (math.inf, 3, "inf"), (math.nan, 3, "nan")],
)  # fmt: skip
def test_exponents_are_short(value: float, digits: int, written: str) -> None:
    assert number_text(value, digits) == written
    assert str(Message("at {number}", number=Number(value, digits))) == f"at {written}"


def test_numbers_that_are_written_alike_make_the_same_message() -> None:
    """Otherwise what the coach tells would be news every second."""
    one, other = (Message("{loss}", loss=Number(value)) for value in (0.693147, 0.693099))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Message("{loss}", loss=Number(0.692))
