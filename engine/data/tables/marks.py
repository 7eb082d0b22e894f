"""What the cell of a table means: a number as people write it, a date, a text, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MISSING = (
    "", "?", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null",
    "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!",
)  # fmt: skip
"""Cells that mean that nobody knows, also those in which a spreadsheet failed to compute."""
SPACES = " \u00a0\u202f"
"""A plain, a no-break and a narrow no-break space: all three stand between thousands."""
LONGEST_AMOUNT = 40
AFFIXES = re.compile(r"^(?:rp\.?|idr|usd|eur|[$€£])\s*(?=[0-9.,+-])|(?<=[0-9.,])\s*%$|(?<=[0-9]),-+$", re.IGNORECASE)
ISO = "ISO8601"
DATE_FORMATS = (
    ISO,
    "%Y/%m/%d",
    "%d/%m/%Y",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%m/%d/%Y",
    "%m/%d/%Y %H:%M",
)
"""The first that suits all dates of a column is meant, so that the day stands before the month where both would do."""
DAY = 86_400 * 10**6
"""Microseconds."""


@cache
def number_pattern(decimal: str, thousands: str) -> re.Pattern[str]:
    """What a number looks like; thousands stand in groups of three, or else the sign means something else."""
    mark = rf"[{SPACES}]" if thousands == " " else re.escape(thousands)
    whole = rf"(?:[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+|[0-9]+)" if thousands else "[0-9]+"
    point = re.escape(decimal)
    return re.compile(
        rf"[+-]?(?:{whole}(?:{point}[0-9]*)?|{point}[0-9]+)(?:e[+-]?[0-9]+)?|[+-]?inf(?:inity)?", re.IGNORECASE
    )


def bare(text: str) -> str:
    """The text without the sign of a currency before it, and what stands behind an amount or a share."""
    return AFFIXES.sub("", text) if len(text) <= LONGEST_AMOUNT else text


def as_number(text: str, decimal: str = ".", thousands: str = "") -> float | None:
    """The number that the text means, or None; Rp 1.250.000,- and 5% are numbers, too."""
    pattern = number_pattern(decimal, thousands)
    if not pattern.fullmatch(text):
        text = bare(text)
        if not pattern.fullmatch(text):
            return None
    for mark in SPACES if thousands == " " else thousands:
        text = text.replace(mark, "")
    return float(text.replace(decimal, "."))


def number_text(value: float) -> str:
    """How a number stands for a category: whole ones without a point."""
    return str(int(value)) if math.isfinite(value) and value == int(value) and abs(value) < 2**53 else repr(value)


def date_format(texts: Sequence[str], share: float = 1.0) -> str:
    """The format in which all these texts are dates, or that share of them, or nothing where there is none."""
    likely = [text for text in texts if text[:1].isdigit() and 6 <= len(text) <= 32]
    if not likely or len(likely) < share * len(texts):
        return ""
    for form in DATE_FORMATS:
        if _dated(likely[:10], form) >= share * min(10, len(likely)) and _dated(likely, form) >= share * len(texts):
            return form
    return ""


def _dated(texts: Sequence[str], form: str) -> int:
    return int(np.isfinite(as_days(texts, form)).sum())


def date_example(form: str) -> str:
    """A date in that format."""
    return "2026-01-31" if form == ISO else datetime(2026, 1, 31, 13, 45).strftime(form)


def as_days(texts: Iterable[str], form: str) -> Array:
    """Days since 1970, NaN where a text is no date in that format."""
    import pandas

    stamps = pandas.to_datetime(pandas.Index(list(texts), dtype=object), format=form, errors="coerce", utc=True)
    days = stamps.tz_localize(None).to_numpy("datetime64[us]").astype(np.int64) / DAY
    return np.where(np.asarray(stamps.isna()), np.nan, days)
