"""The text of a table in blocks of whole rows, each row with its line and as wide as the header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.tables.dialect import Dialect, nothing_below, wrong_encoding
from engine.data.tables.sheets import sheet_pieces
from engine.errors import DataError, Message
from engine.files import reading

Lines = NDArray[np.int32]
Places = NDArray[np.intp]

PIECE = 1 << 22
"""Characters that are read at once: enough that a call of the parser costs nothing, and little to keep."""
QUOTE, NEWLINE = ord('"'), ord("\n")
NOWHERE: Places = np.empty(0, np.intp)
MOST_PENDING = 4
"""A cell that is still open after so many pieces was never closed."""


@dataclass(frozen=True, eq=False)
class Block:
    """Whole rows as text in UTF-8, the line on which each begins, and the share of the file that is read."""

    text: bytes
    lines: Lines
    share: float


class Blocks:
    """Reads a table from its beginning; `first` is its first row, which is not handed out where it is the header."""

    def __init__(self, path: Path, dialect: Dialect) -> None:
        self.path, self.dialect = path, dialect
        self._pieces = _pieces(path, dialect)
        self._line = 1
        self._pending = b""
        self._done = 0.0
        self._ended = False
        self._skip()
        self.first = self._first_row()

    def close(self) -> None:
        """Leave the file."""
        self._pieces.close()

    def __iter__(self) -> Iterator[Block]:
        while not self._ended or self._pending:
            self._read()
            block = self._block()
            if block is not None and block.lines.size:
                yield block

    def _read(self) -> None:
        try:
            piece = next(self._pieces, None)
        except UnicodeError as error:
            raise wrong_encoding(self.path, self._line - 1, self.dialect.encoding) from error
        if piece is None:
            self._ended = True
            if self._pending and not self._pending.endswith(b"\n"):
                self._pending += b"\n"
        else:
            self._pending += piece[0].encode()
            self._done = piece[1]
            if "\0" in piece[0]:
                row = self._line + self._pending[: self._pending.index(b"\0")].count(b"\n")
                raise DataError(
                    Message("{path}, row {row}: a NUL byte stands there, which is no letter. The file is damaged, or "
                            "no text.", path=self.path, row=row)
                )  # fmt: skip

    def _skip(self) -> None:
        """Leave out the lines above the table."""
        while self._line <= self.dialect.skip and not self._ended:
            self._read()
            *above, self._pending = self._pending.split(b"\n", self.dialect.skip + 1 - self._line)
            self._line += len(above)

    def _first_row(self) -> list[str]:
        """The first row that is not empty; it stays where it is no header."""
        while True:
            self._read()
            reader = self._csv(self._pending)
            for row in self._told(reader):
                if _is_blank(row):
                    continue
                count = reader.line_num
                rest = self._pending.split(b"\n", count)
                if not self._ended and not (len(rest) > count and rest[count]):
                    break  # the row may go on in the next piece
                if self.dialect.header:
                    self._line += count
                    self._pending = rest[count] if len(rest) > count else b""
                return row
            if self._ended:
                if self.dialect.skip:
                    raise nothing_below(self.path, self.dialect.skip)
                raise DataError(
                    Message("{path} is empty. A table with a row for each sample is needed.", path=self.path)
                )  # fmt: skip

    # Cutting

    def _block(self) -> Block | None:
        """The whole rows of what is pending, None where there is none yet; DataError where one is not as wide."""
        data = self._pending
        signs = np.frombuffer(data, np.uint8)
        quotes = np.flatnonzero(signs == QUOTE) if b'"' in data else NOWHERE
        newlines = np.flatnonzero(signs == NEWLINE)
        ends = _outside(quotes, newlines)
        closed = len(quotes) % 2 == 0 or (not self._ended and len(data) < MOST_PENDING * PIECE)
        if not (closed and _is_regular(signs, quotes, ord(self.dialect.delimiter))):
            return self._slowly(data)
        if not ends.size:
            return None
        cut = int(ends[-1]) + 1
        cells = _outside(quotes, np.flatnonzero(signs[:cut] == ord(self.dialect.delimiter)))
        if not self._are_even(cells, ends):
            return self._slowly(data)
        lines = np.arange(self._line, self._line + len(ends), dtype=np.int32)
        if quotes.size:  # a quoted cell may go over several lines
            begins = np.append(0, ends[:-1] + 1)
            lines = (self._line + np.searchsorted(newlines, begins)).astype(np.int32)
        self._line += int(np.searchsorted(newlines, cut))
        self._pending = data[cut:]
        return Block(data[:cut], lines, self._done)

    def _are_even(self, cells: Places, ends: Places) -> bool:
        """Whether every row has as many delimiters as the first, at least one."""
        wanted = len(self.first) - 1
        if not wanted or len(cells) != wanted * len(ends):
            return False
        table = cells.reshape(len(ends), wanted)
        return bool((table[:, -1] < ends).all() and (table[1:, 0] > ends[:-1]).all())

    def _slowly(self, data: bytes) -> Block:
        """Row by row, as Python's own reader takes them, without those that are empty."""
        reader, rows, begin = self._csv(data), list[tuple[int, int]](), 0
        for row in self._told(reader):
            rows.append((begin, 0 if _is_blank(row) else len(row)))
            begin = reader.line_num
        if not self._ended:  # the last row may go on in the next piece
            begin = rows.pop()[0]
        for first, width in rows:
            if width:
                self._check(width, self._line + first)
        written, blank = data.split(b"\n"), {first for first, width in rows if not width}
        text = b"".join(written[line] + b"\n" for line in range(begin) if line not in blank)
        lines = np.array([self._line + first for first, width in rows if width], np.int32)
        self._pending = b"\n".join(written[begin:])
        self._line += begin
        return Block(text, lines, self._done)

    def _check(self, width: int, line: int) -> None:
        if width > len(self.first) == 1:
            raise DataError(
                Message("{path}, row {row}: {came} cells, where the first row has one. Delete what stands above the "
                        "table, or choose another delimiter.", path=self.path, row=line, came=width)
            )  # fmt: skip
        if width != len(self.first):
            raise DataError(
                Message("{path}, row {row}: {wanted} cells are needed, as in the first row. Received: {came}. Mend "
                        "the row, or choose another delimiter.",
                        path=self.path, row=line, wanted=len(self.first), came=width)
            )  # fmt: skip

    def _csv(self, data: bytes) -> Any:
        return csv.reader(io.StringIO(data.decode()), delimiter=self.dialect.delimiter, skipinitialspace=True)

    def _told(self, reader: Any) -> Iterator[list[str]]:
        """The reader's rows; DataError where it gives up, as at a quote that is never closed."""
        begins = self._line
        try:
            for row in reader:
                begins = self._line + reader.line_num
                yield row
        except csv.Error as error:
            raise DataError(
                Message('{path}, row {row}: a cell is too long ({reason}). Look for a sign " that opens a cell and is '
                        "never closed.", path=self.path, row=begins, reason=error)
            ) from error  # fmt: skip


def _is_blank(row: list[str]) -> bool:
    return len(row) < 2 and not any(cell.strip() for cell in row)


def _outside(quotes: Places, places: Places) -> Places:
    """Those that do not stand within quoted cells."""
    return places[np.searchsorted(quotes, places) % 2 == 0] if quotes.size else places


def _is_regular(signs: NDArray[np.uint8], quotes: Places, delimiter: int) -> bool:
    """Whether quotes open at the beginning of a cell and close at its end, and so every second one closes."""
    if not quotes.size:
        return True
    opening, closing = quotes[0::2], quotes[1::2]
    before = signs[np.maximum(opening - 1, 0)]
    after = signs[np.minimum(closing + 1, len(signs) - 1)]
    begins = (opening == 0) | (before == delimiter) | (before == NEWLINE) | (before == QUOTE)
    ends = (closing == len(signs) - 1) | (after == delimiter) | (after == NEWLINE) | (after == QUOTE)
    # A quote before an opening one must have closed just there: two in a cell mean one.
    return bool(begins.all() and ends.all())


def _pieces(path: Path, dialect: Dialect) -> Any:
    """The table's text, piece by piece, each with the share of the file that is read."""
    if dialect.sheet:
        yield from sheet_pieces(path, dialect.sheet, dialect.delimiter, dialect.decimal)
        return
    with reading(path), path.open("rb") as file:
        size = max(1, file.seek(0, io.SEEK_END))
        file.seek(0)
        text = io.TextIOWrapper(file, dialect.encoding, newline=None)
        while piece := text.read(PIECE):
            yield piece, min(1.0, file.tell() / size)
