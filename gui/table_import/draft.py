"""A table as far as it is known, and what shall become of its columns; a plain value that knows no window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from engine.data.tables import Cells, Column, Columns, Dialect, RawTable, Rows, TableSource, as_role, as_type, guess
from engine.data.tables.marks import number_text
from engine.errors import Message

SHOWN_ROWS = 100
"""As many stand in the preview."""


@dataclass(frozen=True, eq=False)
class Draft:
    """The columns with a note on each, their cells, and the texts of the first rows with their lines in the file.

    `make` is there once the whole table is known: it gives the data set, or raises DataError.
    """

    name: str
    columns: tuple[Column, ...]
    notes: tuple[Message | None, ...]
    cells: tuple[Cells, ...]
    rows: Rows
    lines: Sequence[int]
    dialect: Dialect
    make: Callable[[Columns], TableSource] | None = None

    def types(self, place: int) -> tuple[str, ...]:
        """What a column may be taken for."""
        cells = self.cells[place]
        if cells.values is None:
            return ("text",)
        if cells.coded:
            return ("category", "number", "text")
        return ("date",) if cells.format else ("number", "category")

    def misfit(self, place: int) -> str:
        """The one text that keeps a column from being numbers or dates, "" where there is none or more."""
        cells = self.cells[place]
        if cells.bad is not None:
            return cells.bad.text
        wrong = [text for text in cells.texts if self.dialect.number(text) is None]
        return wrong[0] if len(wrong) == 1 and len(cells.texts) > 2 else ""

    def with_choice(self, places: Collection[int], field: str, value: Any) -> Draft:
        """The draft with one field of some columns chosen by people, and what follows from that.

        Who makes columns targets means these and no others.
        """
        columns, notes = list(self.columns), list(self.notes)
        if field == "role" and value == "target":
            for place, column in enumerate(columns):
                if column.role == "target" and place not in places:
                    columns[place], notes[place] = _in_role(column, self.cells[place], "feature")
        for place in places:
            if field == "role":
                columns[place], notes[place] = _in_role(columns[place], self.cells[place], value, len(places) == 1)
            elif field == "type" and value in self.types(place):
                columns[place] = as_type(columns[place], self.cells[place], value)
            elif field in ("missing", "encoding"):
                columns[place] = columns[place].replace(**{field: value})
        return replace(self, columns=tuple(columns), notes=tuple(notes))


def _in_role(column: Column, cells: Cells, role: str, alone: bool = True) -> tuple[Column, Message | None]:
    guessed = as_role(column, cells, role, alone)
    return guessed.column, guessed.note


def of_table(table: RawTable, rows: Rows, whole: bool) -> Draft:
    """What the cells of a file suggest, with the rows that are shown; of its beginning no data set can be made."""
    guesses = guess(table)
    return Draft(
        table.path.name,
        tuple(each.column for each in guesses),
        tuple(each.note for each in guesses),
        table.cells,
        rows,
        table.lines[:SHOWN_ROWS].tolist(),
        table.dialect,
        partial(TableSource.of, table) if whole else None,
    )


def of_source(source: TableSource) -> Draft:
    """The table that a project holds, without its file."""
    cells = tuple(source.cells_of(place) for place in range(len(source.columns)))
    lines = source.lines[:SHOWN_ROWS].tolist()
    texts = [_texts(each, len(lines)) for each in cells]
    return Draft(
        Path(source.origin_file).name,
        source.columns,
        (None,) * len(cells),
        cells,
        list(zip(*texts, strict=True)),
        lines,
        source.dialect,
        source.with_columns,
    )


def _texts(cells: Cells, count: int) -> list[str]:
    """The first cells of a column as texts; nothing where they were not kept."""
    if cells.values is None:
        return [""] * count
    values = cells.values[:count]
    if cells.coded:
        return ["" if code < 0 else cells.texts[code] for code in values]
    if cells.format:
        return ["" if np.isnan(day) else str(np.datetime64(int(np.floor(day)), "D")) for day in values]
    return ["" if np.isnan(value) else number_text(value) for value in values.tolist()]
