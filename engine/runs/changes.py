"""In what two settings differ, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from engine.hyperparameters import Configurable


class Change(NamedTuple):
    """One field that has another value.

    `place` are the names that lead to it, such as ("optimizer", "learning_rate"), and `label` the field's own, in
    English. A field that holds another kind differs as a whole; both values are then its labels.
    """

    place: tuple[str, ...]
    label: str
    before: Any
    after: Any


def changes(before: Configurable, after: Configurable, place: tuple[str, ...] = ()) -> Iterator[Change]:
    """All fields in which two of one kind differ."""
    for field in after.hyperparameters():
        old, new = getattr(before, field.name), getattr(after, field.name)
        where = (*place, field.name)
        if old == new:
            continue
        if isinstance(old, Configurable) and isinstance(new, Configurable) and old.same_kind(new):
            yield from changes(old, new, where)
        else:
            yield Change(where, field.label, _told(old), _told(new))


def _told(value: Any) -> Any:
    return value.label if isinstance(value, Configurable) else value
