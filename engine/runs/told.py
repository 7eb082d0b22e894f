"""Runs in English words, for the terminal and for files."""

from __future__ import annotations

from typing import Any

from engine.runs.comparison import Course
from engine.runs.labels import Beginning
from engine.runs.run import Run

NONE = "-"


def began_text(beginning: Beginning) -> str:
    """How a run came to be, behind what it has that the one before had not."""
    changes = [f"{change.label} {value_text(change.after)}" for change in beginning.training]
    changes += [f"{change.place[0]} {change.label} {value_text(change.after)}" for change in beginning.layers]
    return ", ".join([*changes, *([str(beginning.told)] if beginning.told is not None else [])])


def changes_text(run: Run) -> str:
    """How often hyperparameters were changed on the way, and whether it diverged."""
    count = len(run.trained_with) - 1
    return " ".join([*([f"{count}"] if count > 0 else []), *(["diverged"] if run.diverged else [])]) or NONE


def course_text(course: Course) -> str:
    """The values of a field, and the epoch from which later ones held."""
    return ", ".join(
        value_text(since.value) + (f" (from epoch {since.epochs:.4g})" if number else "")
        for number, since in enumerate(course)
    ) or NONE  # fmt: skip


def value_text(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(value_text, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
