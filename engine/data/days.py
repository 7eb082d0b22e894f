"""Dates as a network is given them, days since 1970, and as people write them."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta

FIRST = datetime(1970, 1, 1)
EARLIEST, LATEST = ((end - FIRST) / timedelta(days=1) for end in (datetime.min, datetime(9999, 12, 31)))
EXAMPLE = "2023-01-02"
WRITTEN = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?", re.ASCII)


def date_text(days: float, whole: bool = False) -> str:
    """2023-01-02, and the time of day where there is one, unless the `whole` day is meant; "" for none."""
    if not EARLIEST <= days <= LATEST:
        return ""
    at = FIRST + timedelta(days=math.floor(days)) if whole else FIRST + timedelta(seconds=round(days * 86_400))
    if not (at.hour or at.minute or at.second):
        return at.date().isoformat()
    return at.isoformat(" ", "seconds" if at.second else "minutes")


def read_date(text: str) -> float | None:
    """The days that a date means, written year first; None for anything else."""
    if not WRITTEN.fullmatch(text):
        return None
    try:
        return (datetime.fromisoformat(text) - FIRST) / timedelta(days=1)
    except ValueError:  # such as 30 February
        return None
