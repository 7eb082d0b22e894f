"""The fields that several instances have in common, to be changed in all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from engine.hyperparameters import Configurable, Hyperparameter
from gui.widgets.controls import MIXED
from gui.widgets.form import ConfigurableForm


class Change(NamedTuple):
    """Another value of a field, and all instances with it."""

    field: Hyperparameter
    values: tuple[Configurable, ...]


class CommonForm(ConfigurableForm):
    """A form of several instances, of one kind or not; a field shows MIXED where they differ.

    `changed` carries a Change. A value that one of them cannot take is taken by none.
    """

    def __init__(self, values: Sequence[Configurable], parent: QWidget | None = None) -> None:
        self.values = tuple(values)
        super().__init__(self.values[0], parent=parent)

    def set_values(self, values: Sequence[Configurable]) -> None:
        """Show other instances; rows are made anew only where they have other fields in common."""
        before = self._fields()
        self.values, self.value = tuple(values), values[0]
        self._show_anew(self._fields() != before)

    def _fields(self) -> list[tuple[str, Hyperparameter]]:
        """The fields of the first that all others declare alike."""
        others = [{field.name: field for field in other.hyperparameters()} for other in self.values[1:]]
        return [
            (field.name, field)
            for field in self.value.hyperparameters()
            if all(_alike(field, declared.get(field.name)) for declared in others)
        ]

    def _shown(self, name: str) -> Any:
        first, *others = (getattr(value, name) for value in self.values)
        return first if all(other == first for other in others) else MIXED

    def _set(self, name: str, value: Any) -> object:
        self.values = tuple(each.replace(**{name: value}) for each in self.values)
        self.value = self.values[0]
        return Change(dict(self._fields())[name], self.values)


def _alike(one: Hyperparameter, other: Hyperparameter | None) -> bool:
    """Whether one control suits both."""
    if other is None:
        return False
    declared = ("kind", "entries", "choices", "optional")
    return all(getattr(one, name) == getattr(other, name) for name in declared)
