"""A table as far as it is known, and what shall become of its columns; a plain value that knows no window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from engine.data import TimeSeries
from engine.data.series import as_series, as_step
from engine.data.tables import (
    Cells,
    Column,
    Columns,
    Dialect,
    Guess,
    RawTable,
    Rows,
    TableSource,
    as_role,
    as_type,
    guess,
)
from engine.data.tables.marks import number_text
from engine.errors import Message

SHOWN_ROWS = 100
"""As many stand in the preview."""

WINDOWS = ("window", "horizon", "stride")
Windows = Mapping[str, int]
"""Window, horizon and stride of a TimeSeries."""


def usual_windows() -> Windows:
    """Where people have not said anything else."""
    return {name: getattr(TimeSeries(), name) for name in WINDOWS}


@dataclass(frozen=True, eq=False)
class Draft:
    """The columns with a note on each, their cells, and the texts of the first rows with their lines in the file.

    `windows` are there where the rows follow each other in time. `make` is there once the whole table is known: it
    gives the data set of columns and windows, or raises DataError.
    """

    name: str
    columns: tuple[Column, ...]
    notes: tuple[Message | None, ...]
    cells: tuple[Cells, ...]
    rows: Rows
    lines: Sequence[int]
    dialect: Dialect
    make: Callable[[Columns, Windows | None], TableSource] | None = None
    windows: Windows | None = None

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
        if field == "role" and self.windows is not None:
            return self._with_step(sorted(places), value)
        columns, notes = list(self.columns), list(self.notes)
        if field == "role" and value == "target":
            for place, column in enumerate(columns):
                if column.role == "target" and place not in places:
                    columns[place], notes[place] = _in_role(column, self.cells[place], "feature")
        for place in places:
            if field == "role":
                columns[place], notes[place] = _in_role(columns[place], self.cells[place], value, len(places) == 1)
            elif field == "type" and value in self.types(place):
                changed = as_type(columns[place], self.cells[place], value)
                columns[place] = changed if self.windows is None else changed.replace(missing=columns[place].missing)
            elif field in ("missing", "encoding"):
                columns[place] = columns[place].replace(**{field: value})
                if columns[place].parted and columns[place].missing in ("mean", "median"):
                    columns[place] = columns[place].replace(missing="most_frequent")
        return replace(self, columns=tuple(columns), notes=tuple(notes))

    def _with_step(self, places: Sequence[int], role: str) -> Draft:
        """The draft with columns in another role of a series, which has one target and one order."""
        columns, notes = list(self.columns), list(self.notes)
        if role in ("target", "order"):
            places = places[:1]
            for place, column in enumerate(columns):
                if column.role == role:
                    columns[place] = column.replace(role="feature" if role == "target" else "ignore")
        for place in places:
            step = as_step(Guess(columns[place], notes[place]), self.cells[place], role)
            columns[place], notes[place] = step.column, step.note
        return replace(self, columns=tuple(columns), notes=tuple(notes))

    def in_series(self, windows: Windows) -> Draft:
        """The draft of a table taken for a series with these windows."""
        guesses = map(Guess, self.columns, self.notes)
        steps = as_series(tuple(guesses), self.cells)
        columns, notes = (tuple(getattr(each, name) for each in steps) for name in ("column", "note"))
        return replace(self, columns=columns, notes=notes, windows=windows)


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
        partial(_of, table) if whole else None,
    )


def _of(table: RawTable, columns: Columns, windows: Windows | None) -> TableSource:
    return TableSource.of(table, columns) if windows is None else TimeSeries.of(table, columns, **windows)


def of_source(source: TableSource) -> Draft:
    """The table or series that a project holds, without its file."""
    cells = tuple(source.cells_of(place) for place in range(len(source.columns)))
    lines = source.lines[:SHOWN_ROWS].tolist()
    texts = [_texts(each, len(lines)) for each in cells]
    return Draft(
        Path(source.origin_file).name,
        tuple(map(_told_encoding, source.columns)),
        (None,) * len(cells),
        cells,
        list(zip(*texts, strict=True)),
        lines,
        source.dialect,
        partial(_changed, source),
        {name: getattr(source, name) for name in WINDOWS} if isinstance(source, TimeSeries) else None,
    )


def _changed(source: TableSource, columns: Columns, windows: Windows | None) -> TableSource:
    """The held source with other columns and windows."""
    return (source if windows is None else source.replace(**windows)).with_columns(columns)


def _told_encoding(column: Column) -> Column:
    """Dates that are numbers of days are called ordinal, which they were not always."""
    return column.replace(encoding="ordinal") if column.type == "date" and not column.parted else column


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
