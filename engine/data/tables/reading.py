"""A table off the disk, block by block, so that millions of rows need little more memory than their numbers."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.tables.blocks import Block, Blocks
from engine.data.tables.cells import (
    BadCell,
    Cells,
    Gatherer,
    Gatherers,
    TextGatherer,
    UnfitError,
    gatherer,
)
from engine.data.tables.dialect import Dialect, column_names, detect, sample
from engine.errors import DataError, Message

MOST_COLUMNS = 10_000


@dataclass(frozen=True)
class Reading:
    """How far the file is read, from 0 to 1, and the rows so far; it begins anew where a column must be read again."""

    share: float
    rows: int


@dataclass(frozen=True, eq=False)
class RawTable:
    """The cells of a file by column, and for each row the line of the file on which it begins."""

    path: Path
    dialect: Dialect
    names: tuple[str, ...]
    cells: tuple[Cells, ...]
    lines: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.lines)


Choice = Callable[[Dialect], Gatherer]


def read(
    path: Path | str, dialect: Dialect | None = None, wanted: Mapping[str, Choice] | None = None
) -> Iterator[Reading | RawTable]:
    """Progress, and in the end the table; whoever has enough ceases to iterate. DataError names file, row and column.

    Columns that `wanted` names are read by the gatherers that it makes, and others not at all; without it the
    beginning of the file tells what a column holds, and where that turns out to be wrong the column is read again.
    """
    path = Path(path)
    dialect = dialect or detect(path)
    blocks = Blocks(path, dialect)
    try:
        names = column_names(path, blocks.first, dialect)
        _check_width(path, names, dialect)
        gatherers = _chosen(names, dialect, wanted) if wanted is not None else _guessed(path, names, dialect)
        unfit, lines = yield from _gather(path, names, blocks, gatherers, wanted is None)
    finally:
        blocks.close()
    if not lines.size:
        raise DataError(
            Message("{path} has a header and no row below it. A row for each sample is needed.", path=path)
            if dialect.header
            else Message("{path} holds no row.", path=path)
        )
    if unfit:
        again: dict[int, Gatherer] = {column: TextGatherer(dialect, bad) for column, bad in unfit.items()}
        blocks = Blocks(path, dialect)
        try:
            yield from _gather(path, names, blocks, again, False)
        finally:
            blocks.close()
        gatherers.update(again)
    cells = tuple(gatherers[column].cells() if column in gatherers else Cells(None) for column in range(len(names)))
    yield RawTable(path, dialect, names, cells, lines)


def read_whole(
    path: Path | str, dialect: Dialect | None = None, wanted: Mapping[str, Choice] | None = None
) -> RawTable:
    """The table, for those who can wait."""
    *_, table = read(path, dialect, wanted)
    assert isinstance(table, RawTable)
    return table


def _check_width(path: Path, names: tuple[str, ...], dialect: Dialect) -> None:
    if len(names) > MOST_COLUMNS:
        raise DataError(
            Message("{path} has {count} columns, more than {most}. Is {delimiter} the right delimiter?",
                    path=path, count=f"{len(names):,}", most=f"{MOST_COLUMNS:,}", delimiter=repr(dialect.delimiter))
        )  # fmt: skip


def _guessed(path: Path, names: tuple[str, ...], dialect: Dialect) -> dict[int, Gatherer]:
    beginning = sample(path, dialect)
    return {column: gatherer(dialect, beginning.column(column, dialect.missing)) for column in range(len(names))}


def _chosen(names: tuple[str, ...], dialect: Dialect, wanted: Mapping[str, Choice]) -> dict[int, Gatherer]:
    return {column: wanted[name](dialect) for column, name in enumerate(names) if name in wanted}


def _gather(path: Path, names: tuple[str, ...], blocks: Blocks, gatherers: dict[int, Gatherer], again: bool) -> Any:
    """Feed all blocks to the gatherers; what is returned are the columns that must be read again, and all lines.

    Unless columns can be read `again`, a cell that does not belong in one is an error.
    """
    unfit, lines, rows = dict[int, BadCell](), [np.empty(0, np.int32)], 0
    for block in blocks:
        for column, values in _parsed(path, block, len(names), gatherers).items():
            try:
                gatherers[column].add(values, block.lines)
            except UnfitError as error:
                if not again:
                    raise bad_cell(path, names[column], column, error.bad, gatherers[column].wanted()) from error
                del gatherers[column]
                unfit[column] = error.bad
        lines.append(block.lines)
        rows += len(block.lines)
        yield Reading(block.share, rows)
    return unfit, np.concatenate(lines)


def bad_cell(path: Path, name: str, column: int, bad: BadCell, wanted: Message) -> DataError:
    """The error that says where a cell does not belong, and what should stand there."""
    return DataError(
        Message("{path}, row {row}, column {column} ({name}): {wanted} is needed. Received: {cell}. Mend the cell, or "
                "leave it empty if the value is not known.",
                path=path, row=bad.line, column=column + 1, name=name, wanted=wanted, cell=repr(bad.text[:40]))
    )  # fmt: skip


# Parsing


def _parsed(path: Path, block: Block, width: int, gatherers: Gatherers) -> dict[int, NDArray[Any]]:
    """The block's cells by column; numbers as such where the parser can read all of a column."""
    dtypes: dict[int, type | None] = {column: each.dtype for column, each in gatherers.items()}
    if not dtypes:
        return {}
    try:
        frame = _frame(block, width, dtypes, gatherers)
    except ValueError:  # a cell that is no number, or not as the parser writes them; which, it does not tell
        dtypes = {column: dtype if dtype is object else None for column, dtype in dtypes.items()}
        try:
            frame = _frame(block, width, dtypes, gatherers)
        except ValueError as error:
            raise _unpaired(path, block) from error
    if len(frame) != len(block.lines):
        raise _unpaired(path, block)
    return {column: frame[column].to_numpy() for column in dtypes}


def _unpaired(path: Path, block: Block) -> DataError:
    """A quote that is never closed reaches to the end, so it opens in the last row."""
    return DataError(
        Message('{path}, row {row}: the signs " do not pair up. Mend them there, or in a row above.',
                path=path, row=int(block.lines[-1]))
    )  # fmt: skip


def _frame(block: Block, width: int, dtypes: dict[int, type | None], gatherers: Gatherers) -> Any:
    import pandas

    a_gatherer = next(iter(gatherers.values()))
    return pandas.read_csv(
        io.BytesIO(block.text),
        sep=a_gatherer.dialect.delimiter,
        decimal=a_gatherer.dialect.decimal,
        header=None,
        names=range(width),
        usecols=list(dtypes),
        dtype={column: dtype for column, dtype in dtypes.items() if dtype is not None},
        keep_default_na=False,
        na_values={column: list(gatherers[column].missing) for column, dtype in dtypes.items() if dtype is not object},
        skipinitialspace=b'"' in block.text,  # as a quote after it would be none otherwise
        low_memory=False,
        index_col=False,
        encoding="utf-8",
        engine="c",
    )
