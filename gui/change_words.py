"""A change of a setting in the window's language: "Learning rate: 0.01 → 0.05"."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.runs.changes import Change
from gui.i18n import NONE, number, words


def change_text(change: Change) -> str:
    """What changed, from what, to what."""
    before, after = (value_text(value).replace("_", " ") for value in (change.before, change.after))
    return f"{words(change.label)}: {before} \N{RIGHTWARDS ARROW} {after}"


def value_text(value: Any) -> str:
    """The value of a setting: a number, a kind by its name, a choice, on or off, none, or several of these."""
    if value is None:
        return QCoreApplication.translate("Changes", "none")
    if isinstance(value, bool):
        return QCoreApplication.translate("Changes", "on") if value else QCoreApplication.translate("Changes", "off")
    if isinstance(value, int | float):
        return number(value, 6) if isinstance(value, float) else str(value)
    if isinstance(value, tuple):
        return ", ".join(map(value_text, value)) or NONE
    return words(str(value))
