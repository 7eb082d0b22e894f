"""Settings and their values in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.graph import Graph
from engine.project import Project
from engine.sweep.journal import Journal
from engine.sweep.settings import Setting, settings_of, subject_of
from engine.sweep.space import value_text
from gui import names
from gui.i18n import NONE, number, words

STEP = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


def path_words(known: Setting, graph: Graph) -> str:
    """The whole way to a setting, such as "dense_1 › Units"."""
    layer = [names.name_of(graph, known.layer)] if known.layer else []
    return STEP.join((*layer, *map(words, known.labels)))


def headings(project: Project, wanted: Sequence[str]) -> tuple[str, ...]:
    """A short name for each of these settings: its label, and before it the layer's name or, if need be, its kind's."""
    known = {each.name: each for each in settings_of(subject_of(project))}
    short = [_short(project, known.get(name), name) for name in wanted]
    return tuple(
        text if short.count(text) == 1 else path_words(known[name], project.graph) if name in known else name
        for name, text in zip(wanted, short, strict=True)
    )


def value_words(value: Any, known: Setting | None) -> str:
    """A value as a table shows it."""
    if value is None:
        return NONE
    if isinstance(value, bool):
        on, off = QCoreApplication.translate("Sweep", "on"), QCoreApplication.translate("Sweep", "off")
        return on if value else off
    if isinstance(value, str):
        kinds = known.field.kind.kinds() if known is not None and known.is_kind else {}
        return words(kinds[value].label) if value in kinds else words(value).replace("_", " ")
    return number(value) if isinstance(value, float) else value_text(value)


def result_words(part: str) -> tuple[str, str]:
    """What loss and accuracy are called, which are of this part of the data."""
    if part == "validation":
        return (
            QCoreApplication.translate("Sweep", "Validation loss"),
            QCoreApplication.translate("Sweep", "Validation accuracy"),
        )
    if part == "training":
        return (
            QCoreApplication.translate("Sweep", "Training loss"),
            QCoreApplication.translate("Sweep", "Training accuracy"),
        )
    return QCoreApplication.translate("Sweep", "Loss"), QCoreApplication.translate("Sweep", "Accuracy")


def judged_by(journal: Journal) -> str:
    """What the result is called that makes one trial better than another."""
    return result_words(journal.judged_on)[journal.sweep.search.measure == "accuracy"]


def settings_by_name(project: Project) -> Mapping[str, Setting]:
    """All that can vary in a project."""
    return {each.name: each for each in settings_of(subject_of(project))}


def _short(project: Project, known: Setting | None, name: str) -> str:
    if known is None:
        return name
    last = words(known.labels[-1])
    return f"{names.name_of(project.graph, known.layer)}{STEP}{last}" if known.layer else last
