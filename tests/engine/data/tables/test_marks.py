"""Numbers as people write them: with the sign of a currency, as shares, and what only looks like that."""

from __future__ import annotations

import pytest

from engine.data.tables.marks import as_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rp 1.250.000", 1_250_000),
        ("Rp1.250.000,50", 1_250_000.5),
        ("Rp. 5.000,-", 5000),
        ("idr -3", -3),
        ("$2,5", 2.5),
        ("12,5 %", 12.5),
        ("Rp", None),
        ("%", None),
        ("Rp 3 kg", None),
        ("3-", None),
        ("Rp Rp 3", None),
    ],
)
def test_amounts_and_shares(text: str, number: float | None) -> None:
    assert as_number(text, decimal=",", thousands=".") == number
