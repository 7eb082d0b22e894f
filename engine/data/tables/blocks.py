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

from engine.data.tables.dialect import Dialect
from engine.data.tables.sheets import sheet_pieces
from engine.errors import DataError, Message
from engine.files import reading

Lines = NDArray[np.int32]

PIECE = 1 << 22
"""Characters that are read at once: enough that a call of the parser costs nothing, and little to keep."""
NEWLINE = 10


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
        self._pending = ""
        self._done = 0.0
        self._ended = False
        self.first = self._first_row()

    def close(self) -> None:
        """Leave the file."""
        self._pieces.close()

    def __iter__(self) -> Iterator[Block]:
        while not self._ended or self._pending:
            self._read()
            cut = self._cut(self._pending)
            text, self._pending = self._pending[:cut], self._pending[cut:]
            if text:
                data, lines = self._rows(text)
                self._line += text.count("\n")
                if lines.size:
                    yield Block(data, lines, self._done)

    def _read(self) -> None:
        piece = next(self._pieces, None)
        if piece is None:
            self._ended = True
            if self._pending and not self._pending.endswith("\n"):
                self._pending += "\n"
        else:
            self._pending += piece[0]
            self._done = piece[1]

    def _first_row(self) -> list[str]:
        """The first row that is not empty; it stays where it is no header."""
        while True:
            self._read()
            reader = self._csv(self._pending)
            for row in _told(self.path, reader, self._line):
                if not (any(cell.strip() for cell in row) or len(row) > 1):
                    continue
                count = reader.line_num
                rest = self._pending.split("\n", count)
                if not self._ended and not (len(rest) > count and rest[count]):
                    break  # the row may go on in the next piece
                if self.dialect.header:
                    self._line += count
                    self._pending = rest[count] if len(rest) > count else ""
                return row
            if self._ended:
                raise DataError(
                    Message("{path} is empty. A table with a row for each sample is needed.", path=self.path)
                )  # fmt: skip

    def _csv(self, text: str) -> Any:
        return csv.reader(io.StringIO(text), delimiter=self.dialect.delimiter, skipinitialspace=True)

    # Cutting

    def _cut(self, text: str) -> int:
        """Where the last whole row ends; quoted cells may hold ends of lines."""
        if self._ended:
            return len(text)
        if '"' not in text:
            return text.rfind("\n") + 1
        reader, begins = self._csv(text), 0
        before = 0
        for _ in _told(self.path, reader, self._line):
            before, begins = begins, reader.line_num
        # The last row may go on in the next piece.
        kept = text.split("\n", before)
        return len(text) - len(kept[before])

    # Rows

    def _rows(self, text: str) -> tuple[bytes, Lines]:
        """The rows and their lines; DataError where one is not as wide as the first."""
        if '"' in text:
            return self._quoted_rows(text)
        data = text.encode()
        signs = np.frombuffer(data, np.uint8)
        ends = np.flatnonzero(signs == NEWLINE)
        cells, wanted = np.flatnonzero(signs == ord(self.dialect.delimiter)), len(self.first) - 1
        if wanted and len(cells) == wanted * len(ends):
            table = cells.reshape(len(ends), wanted)
            if (table[:, -1] < ends).all() and (table[1:, 0] > ends[:-1]).all():
                return data, np.arange(self._line, self._line + len(ends), dtype=np.int32)
        return self._uneven_rows(text)

    def _uneven_rows(self, text: str) -> tuple[bytes, Lines]:
        """Without the lines that are empty."""
        delimiter, rows, lines = self.dialect.delimiter, list[str](), list[int]()
        for number, row in enumerate(text.split("\n"), self._line):
            if row.strip() or delimiter in row:
                self._check(row.count(delimiter) + 1, number)
                rows.append(row)
                lines.append(number)
        rows.append("")
        return "\n".join(rows).encode(), np.array(lines, np.int32)

    def _quoted_rows(self, text: str) -> tuple[bytes, Lines]:
        reader, lines, begins = self._csv(text), list[int](), self._line
        for row in _told(self.path, reader, self._line):
            if len(row) > 1 or any(cell.strip() for cell in row):
                self._check(len(row), begins)
                lines.append(begins)
            begins = self._line + reader.line_num
        return text.encode(), np.array(lines, np.int32)

    def _check(self, width: int, line: int) -> None:
        if width != len(self.first):
            raise DataError(
                Message("{path}, row {row}: {wanted} cells are needed, as in the first row. Received: {came}. Mend "
                        "the row, or choose another delimiter.",
                        path=self.path, row=line, wanted=len(self.first), came=width)
            )  # fmt: skip


def _told(path: Path, reader: Any, line: int) -> Iterator[list[str]]:
    """The reader's rows; DataError where it gives up, as at a quote that is never closed."""
    begins = line
    try:
        for row in reader:
            begins = line + reader.line_num
            yield row
    except csv.Error as error:
        raise DataError(
            Message('{path}, row {row}: a cell is too long ({reason}). Look for a sign " that opens a cell and is '
                    "never closed.", path=path, row=begins, reason=error)
        ) from error  # fmt: skip


def _pieces(path: Path, dialect: Dialect) -> Any:
    """The table's text, piece by piece, each with the share of the file that is read."""
    if dialect.sheet:
        yield from sheet_pieces(path, dialect.sheet, dialect.delimiter, dialect.decimal)
        return
    line = 1
    with reading(path), path.open("rb") as file:
        size = max(1, file.seek(0, io.SEEK_END))
        file.seek(0)
        text = io.TextIOWrapper(file, dialect.encoding, newline=None)
        try:
            while piece := text.read(PIECE):
                yield piece, min(1.0, file.tell() / size)
                line += piece.count("\n")
        except UnicodeError as error:
            raise DataError(
                Message("{path}, after row {row}: bytes that are no letters in {encoding}. Choose another encoding, "
                        "such as cp1252, or save the file in UTF-8.",
                        path=path, row=line, encoding=dialect.encoding)
            ) from error  # fmt: skip
