"""A change of a setting in the window's language: "Learning rate: 0.01 → 0.05"."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.runs.changes import Change
from gui.i18n import number, words


def change_text(change: Change) -> str:
    """What changed, from what, to what."""
    return f"{words(change.label)}: {value_text(change.before)} \N{RIGHTWARDS ARROW} {value_text(change.after)}"


def value_text(value: Any) -> str:
    """The value of a setting: a number, a kind by its name, a choice, on or off, or none."""
    if value is None:
        return QCoreApplication.translate("Changes", "none")
    if isinstance(value, bool):
        return QCoreApplication.translate("Changes", "on") if value else QCoreApplication.translate("Changes", "off")
    if isinstance(value, int | float):
        return number(value) if isinstance(value, float) else str(value)
    if isinstance(value, tuple):
        return ", ".join(value_text(each) for each in value)
    return words(str(value)).replace("_", " ")
