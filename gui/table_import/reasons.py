"""Why a column was taken for what it is, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.data.tables import Cells, Columns
from engine.errors import Message
from gui.i18n import grouped, measure, sentence
from gui.table_import.draft import Draft

SHOWN_TEXTS, LONG_TEXT = 5, 24
MOST_NOTED = 20
DIGITS = 7
"""So many tell a price or a year in full."""


def reason(draft: Draft, place: int) -> str:
    """What the cells of a column are, how many are missing, and what people should know about it."""
    cells, note = draft.cells[place], draft.notes[place]
    said = [_held(cells), _missing(cells), sentence(note) if note is not None else ""]
    return " ".join(filter(None, said))


def noted(columns: Columns, notes: tuple[Message | None, ...]) -> Iterator[str]:
    """A line for each of the first columns that are not simply what they seem to be."""
    ignored = QCoreApplication.translate("TableImport", "{column} is ignored. {reason}")
    known = [(column, note) for column, note in zip(columns, notes, strict=True) if note is not None]
    for column, note in known[:MOST_NOTED]:
        told = "{column}: {reason}" if column.used else ignored
        yield told.format(column=column.title, reason=sentence(note))


def _held(cells: Cells) -> str:
    if cells.values is None and not cells.examples:
        return QCoreApplication.translate("TableImport", "Its texts are not kept in the project.")
    if cells.values is None or cells.missing.all():
        return ""
    if cells.coded:
        if len(cells.texts) > SHOWN_TEXTS:
            template = QCoreApplication.translate("TableImport", "{count} different texts, such as {texts}.")
        else:
            template = QCoreApplication.translate("TableImport", "{count} different texts: {texts}.")
        shown = (text if len(text) <= LONG_TEXT else text[:LONG_TEXT] + "…" for text in cells.texts[:SHOWN_TEXTS])
        return template.format(count=grouped(len(cells.texts)), texts=", ".join(shown))
    known = cells.values[np.isfinite(cells.values)]
    if not known.size:
        return ""
    low, high = float(known.min()), float(known.max())
    if cells.format:
        first, last = (str(np.datetime64(int(np.floor(day)), "D")) for day in (low, high))
        template = QCoreApplication.translate("TableImport", "All are dates, from {first} to {last}.")
        return template.format(first=first, last=last)
    template = QCoreApplication.translate("TableImport", "All are numbers, from {low} to {high}.")
    return template.format(low=measure(low, DIGITS), high=measure(high, DIGITS))


def _missing(cells: Cells) -> str:
    if cells.values is None:
        return ""
    count = int(cells.missing.sum())
    if not count:
        return ""
    template = QCoreApplication.translate("TableImport", "{count} of {rows} are missing.")
    return template.format(count=grouped(count), rows=grouped(len(cells.values)))
