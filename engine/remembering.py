"""What costs much to find out is remembered, for as long as what it was found of is there."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

Owners = TypeVarTuple("Owners")
Result = TypeVar("Result")


def remembered(function: Callable[[*Owners], Result]) -> Callable[[*Owners], Result]:
    """Ask a function of the same objects once; the last answer goes with the first of them that goes.

    The answer must not refer to them.
    """
    last: dict[tuple[weakref.ref[Any], ...], Result] = {}

    @wraps(function)
    def ask(*owners: *Owners) -> Result:
        key = tuple(weakref.ref(owner, lambda _gone: last.clear()) for owner in owners)
        try:
            return last[key]
        except KeyError:
            found = function(*owners)
        last.clear()
        last[key] = found
        return found

    return ask
