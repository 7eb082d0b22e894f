"""Settings, their values and how runs began, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.runs.changes import Change
from engine.runs.comparison import Course, Difference
from gui.change_words import value_text
from gui.i18n import NONE, grouped, number, sentence, words
from gui.names import name_of
from gui.plots.runs.line import Line

LONGEST = 60
"""Characters of a value; tables tell all of it as a tooltip."""


def label_text(row: Difference) -> str:
    """What differs, from outside in."""
    return ": ".join(words(part) for part in row.label)


def course_text(course: Course) -> str:
    """What a run had, and from which epoch on something else; a dash where it had no such thing."""
    later = QCoreApplication.translate("Runs", "{value} from epoch {epoch}")
    told = [value_text(course[0].value)] if course else [NONE]
    told += [later.format(value=value_text(since.value), epoch=epoch_text(since.epochs)) for since in course[1:]]
    return ", ".join(told)


def began_text(line: Line) -> str:
    """What a run has that the one before had not, and how else it came to be."""
    began, settings = line.began, line.run.settings
    told = [_chosen(change) for change in began.training]
    if settings is not None:
        told += [f"{name_of(settings.graph, change.place[0])} {_chosen(change)}" for change in began.layers]
    told += [sentence(began.told)] if began.told is not None else []
    return ", ".join(told)


def _chosen(change: Change) -> str:
    return f"{words(change.label)} {value_text(change.after).replace('_', ' ')}"


def epoch_text(epochs: float) -> str:
    """How many epochs, as the bar above the canvas writes them; those that are few with what is done of the last."""
    return number(epochs, 3) if epochs < 100 else grouped(round(epochs))


def figure_text(value: float) -> str:
    """A loss or an accuracy; common ones have the same decimals, so that their points stand below each other."""
    return f"{value:.4f}" if 0.001 <= value < 1000 or value == 0 else number(value)
