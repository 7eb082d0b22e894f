"""The first rows of a table as if they were all, so that people see at once what a large file holds."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.data.tables.cells import Cells, TextGatherer, UnfitError, gatherer
from engine.data.tables.dialect import Dialect, Rows, sample
from engine.data.tables.reading import RawTable


def beginning(path: Path | str, dialect: Dialect) -> tuple[RawTable, Rows]:
    """The table of the first rows, and their texts; rows of another width are cut or filled, as reading tells of them.

    Empty rows below those that are skipped are not counted, so below one the lines are too small.
    """
    path = Path(path)
    first = sample(path, dialect)
    lines = np.arange(len(first.rows), dtype=np.int32) + dialect.skip + (2 if dialect.header else 1)
    cells = tuple(_cells(dialect, first.rows, column, lines) for column in range(len(first.names)))
    return RawTable(path, dialect, first.names, cells, lines), first.rows


def _cells(dialect: Dialect, rows: Rows, column: int, lines: np.ndarray[tuple[int], np.dtype[np.int32]]) -> Cells:
    texts = [row[column].strip() if column < len(row) else "" for row in rows]
    gathering = gatherer(dialect, [text for text in texts if text and text not in dialect.missing])
    values = np.array(texts, object)
    try:
        gathering.add(values, lines)
    except UnfitError as error:
        gathering = TextGatherer(dialect, error.bad)
        gathering.add(values, lines)
    return gathering.cells()
