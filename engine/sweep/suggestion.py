"""Values with which a search of a setting may begin, around the one that it has."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable
from typing import Any

from engine.errors import HyperparameterError
from engine.sweep.settings import Setting
from engine.sweep.space import Choices, Dimension, spread

DECADES = 10.0
SEEDS = 3
"""So many seeds tell how much of a result is luck."""


def suggested(known: Setting) -> Dimension:
    """A log range around a small positive number, doubles and halves of a whole one, else a few choices."""
    field, value = known.field, known.value
    if field.kind is float and value is not None and 0 < value < 0.1:
        with contextlib.suppress(HyperparameterError):
            return spread(known, _short(value / DECADES), _short(value * DECADES), log=True)
    return Choices(known.name, tuple(dict.fromkeys(_taken(known, _around(known)))))


def options(known: Setting) -> tuple[Any, ...]:
    """All values that there are to choose from; empty where there is no end of them."""
    field = known.field
    if known.is_kind:
        listed: tuple[Any, ...] = tuple(name for name, kind in field.kind.kinds().items() if not kind.brought)
    else:
        listed = (False, True) if field.kind is bool else field.choices
    return (None, *listed) if field.optional and listed else listed


def _around(known: Setting) -> Iterable[Any]:
    """Candidates in a good order; not all need be valid."""
    field, value = known.field, known.value
    if all_of_them := options(known):
        return all_of_them if len(all_of_them) == 2 else _beginning_with(value, all_of_them)
    if field.name == "seed":
        return range(value, value + SEEDS)
    if field.kind is tuple:
        return [value, [each + 2 for each in value or (0,)]]
    if value is None:
        return [None, 1, 5]
    if field.kind is int:
        return [max(1, value // 2), value, 2 * value] if value > 1 else [1, 2, 4]
    if math.isfinite(field.bounds.high) and value:
        return [_short(value / 2), value, _short((value + field.bounds.high) / 2)]
    return [value, 0.001, 0.01] if not value else [_short(value / 2), value, 2 * value]


def _short(value: float) -> float:
    """A number that is as short as it was before it was multiplied."""
    return float(f"{value:.6g}")


def _beginning_with(value: Any, listed: tuple[Any, ...]) -> list[Any]:
    """The present value and the first of the others."""
    return [value, *(each for each in listed if each != value)][:2]


def _taken(known: Setting, candidates: Iterable[Any]) -> Iterable[Any]:
    for candidate in candidates:
        with contextlib.suppress(HyperparameterError):
            taken = known.coerce(candidate)
            yield tuple(taken) if isinstance(taken, list) else taken
