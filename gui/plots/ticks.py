"""Round numbers along an axis, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from engine.data.days import read_date
from gui.i18n import in_groups, number

STEPS = (1.0, 2.0, 5.0, 10.0)
DAYS_A_YEAR = 365.2425
DAYS_A_MONTH = DAYS_A_YEAR / 12
MONTHS = (1, 3, 6, *(12 * years for power in range(4) for years in (10**power, 2 * 10**power, 5 * 10**power)))
"""How far apart dates stand along an axis where they are months or more."""
LOG_MULTIPLES = ((1.0,), (1.0, 3.0), (1.0, 2.0, 5.0))
SMALLEST_PLAIN, LARGEST_PLAIN = 1e-3, 1e5


def linear_ticks(low: float, high: float, most: int, whole: bool = False) -> list[float]:
    """At most so many multiples of 1, 2 or 5 times a power of ten within the range, whole numbers if wished.

    They are two at least where so many may stand there, as one alone does not tell how much a length means.
    """
    span = high - low
    if not (math.isfinite(span) and span > 0 and most > 0):
        return []
    least = 1.0 if whole else 0.0
    step = max(least, _round_step(span / (most + 1)))
    ticks = _multiples(step, low, high)
    while len(ticks) > most:
        step = _round_step(step * 1.5)
        ticks = _multiples(step, low, high)
    if len(ticks) >= 2 or most < 2:
        return ticks
    finer = _multiples(max(least, _round_step(span / 5)), low, high)  # of which any range holds two
    if len(finer) < 2:
        return ticks
    first, last = finer[0], finer[-1]
    return [first, last] if first * last >= 0 else [0.0, last] if last >= -first else [first, 0.0]  # 0 tells the most


def _multiples(step: float, low: float, high: float) -> list[float]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [index * step for index in range(first, last + 1)]


def date_ticks(low: float, high: float, most: int) -> list[float]:
    """At most so many days since 1970 within the range: where years, quarters or months begin, else any of them."""
    span = high - low
    if not (math.isfinite(span) and span > 0 and most > 0):
        return []
    ticks: list[float] = []
    for step in MONTHS:
        if span / DAYS_A_MONTH <= step * (most + 1):
            ticks = _month_starts(low, high, step)
            if len(ticks) <= most:
                break
    return ticks if len(ticks) >= min(3, most) else linear_ticks(low, high, most, whole=True)


def _month_starts(low: float, high: float, step: int) -> list[float]:
    """The days within the range on which every so many months begin."""
    first, last = (math.floor(12 * (1970 + day / DAYS_A_YEAR)) for day in (low, high))
    months = range(first // step * step, last + 2, step)  # counted from year 0
    starts = (read_date(f"{month // 12:04}-{month % 12 + 1:02}-01") for month in months)
    return [start for start in starts if start is not None and low <= start <= high]


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next((step * power for step in STEPS if step * power >= least * (1 - 1e-9)), 10.0 * power)


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """At most so many exponents of ten within the range; parts of a decade where it spans few, else whole ones.

    They are two at least where so many may stand there, as one alone does not tell how much a length means.
    """
    span = high - low
    if not (math.isfinite(span) and span > 0 and most > 0):
        return []
    chosen: list[float] = []
    for multiples in LOG_MULTIPLES:
        decades = range(math.floor(low), math.floor(high) + 1)
        ticks = [decade + math.log10(multiple) for decade in decades for multiple in multiples]
        ticks = [tick for tick in ticks if low <= tick <= high]
        if len(ticks) > most:
            break
        chosen = ticks
    if len(chosen) >= 2:
        return chosen
    if span >= 1:
        whole = linear_ticks(low, high, most, whole=True)
        first, last = math.ceil(low), math.floor(high)
        few = most == 2 or len(whole) < 2 <= most
        return [float(first), float(last)] if few and first < last else whole
    return [math.log10(value) for value in linear_ticks(10**low, 10**high, most)]


def tick_texts(values: Sequence[float], fits: Callable[[str], bool]) -> list[str]:
    """The ticks of one axis: in plain digits where all of these fit, else with one power of ten for all of them."""
    largest = max(map(abs, values), default=0.0)
    if SMALLEST_PLAIN <= largest < LARGEST_PLAIN or not largest:
        even = [number(value, 6) for value in values]  # 0.0002 below 0.001 rather than 2e−4
        return even if all(map(fits, even)) else [tick_text(value) for value in values]
    plain = [in_groups(round(value)) for value in values]
    if largest >= 1 and all(map(fits, plain)):
        return plain
    power = math.floor(math.log10(largest) + 1e-9)
    return [f"{number(value / 10.0**power, 3)}e{number(power, 3)}" if value else "0" for value in values]


def tick_text(value: float) -> str:
    """A number in at most about five characters: 0.25, 12000, 1e−4."""
    if value == 0 or SMALLEST_PLAIN <= abs(value) < LARGEST_PLAIN:
        return number(value, 6)
    mantissa, _, exponent = f"{value:.2e}".partition("e")
    return f"{number(float(mantissa), 3)}e{number(int(exponent), 3)}"
