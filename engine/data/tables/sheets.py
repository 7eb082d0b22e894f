"""Workbooks of Excel and LibreOffice: their sheets as the text of a table, so that one reader serves all."""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO, Any

from engine.errors import DataError, Message
from engine.files import reading

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MOST_BYTES = 1 << 31
"""What a workbook may unpack to."""
MOST_CELLS = 1 << 26
"""What a sheet may stretch over, empty cells included: as many rows as Excel has, in 64 columns."""
CELL_COLUMN = re.compile(rb"""r\s*=\s*["']([A-Z]{1,3})""")
CELL_ROW = re.compile(rb"""r\s*=\s*["'][A-Z]{1,3}([0-9]{1,7})""")
BLOCK, LONGEST_PLACE = 1 << 22, 1 << 10
PIECE_ROWS = 5_000


def is_workbook(path: Path) -> bool:
    """Whether the file begins like one, whatever it is called."""
    with reading(path), path.open("rb") as file:
        return file.read(4) in SIGNATURES


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of all sheets; DataError where the file is damaged or no workbook."""
    return tuple(_opened(path).sheet_names)


def sheet_beginning(path: Path, sheet: str, delimiter: str, decimal: str) -> str:
    """The text of a sheet's first rows, kept for who asks next: a workbook is unpacked as a whole each time."""
    with reading(path):
        status = path.stat()
    return _beginning(path, sheet, delimiter, decimal, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _beginning(path: Path, sheet: str, delimiter: str, decimal: str, changed: int, size: int) -> str:
    return next(sheet_pieces(path, sheet, delimiter, decimal))[0]


def sheet_pieces(path: Path, sheet: str, delimiter: str, decimal: str) -> Iterator[tuple[str, float]]:
    """The text of a sheet, a line for each row, piece by piece, each with the share of rows that are done."""
    workbook = _opened(path)
    if sheet not in workbook.sheet_names:
        raise DataError(
            Message("{path} has no sheet {sheet}. Its sheets: {sheets}.",
                    path=path, sheet=repr(sheet), sheets=", ".join(workbook.sheet_names))
        )  # fmt: skip
    with _damage(path):
        table = workbook.get_sheet_by_name(sheet)
        rows, done = table.iter_rows(), 0
        lines = "\n" * (table.start[0] if table.start else 0)
    while True:
        with _damage(path):
            piece = list(islice(rows, PIECE_ROWS))
        done += len(piece)
        yield lines + _text(piece, delimiter, decimal), min(1.0, done / max(1, table.height))
        lines = ""
        if len(piece) < PIECE_ROWS:
            return


def _text(rows: list[list[Any]], delimiter: str, decimal: str) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    for row in rows:
        cells = [_cell(value, decimal) for value in row]
        if any(cells):
            writer.writerow(cells)
        else:
            buffer.write("\n")
    return buffer.getvalue()


def _cell(value: Any, decimal: str) -> str:
    """A cell as text on one line; numbers in full."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value).replace(".", decimal)
        case datetime.datetime():
            return str(value.date() if value.time() == datetime.time() else value.replace(microsecond=0))
        case datetime.timedelta():
            return repr(value.total_seconds() / 86_400).replace(".", decimal)
        case _:
            return " ".join(str(value).split())


def _opened(path: Path) -> Any:
    from python_calamine import CalamineWorkbook

    with reading(path), path.open("rb") as file:
        status = path.stat()
        if file.read(4) == SIGNATURES[0]:
            _check_size(path, status.st_mtime_ns, status.st_size)
    with _damage(path):
        return CalamineWorkbook.from_path(str(path))


@lru_cache(maxsize=1)
def _check_size(path: Path, changed: int, size: int) -> None:
    """A workbook is a zip archive, which may claim to be small; the library makes room for all cells of a sheet up to
    the farthest, and would take the program down with it."""
    with _damage(path), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        size = sum(member.file_size for member in members)
        if size > MOST_BYTES:
            raise DataError(
                Message("{path} unpacks to {size} bytes, more than {limit}. Save the sheet as a CSV file.",
                        path=path, size=f"{size:,}", limit=f"{MOST_BYTES:,}")
            )  # fmt: skip
        for member in members:
            if member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml"):
                with archive.open(member) as sheet:
                    _check_stretch(path, sheet)


def _check_stretch(path: Path, sheet: IO[bytes]) -> None:
    """DataError where a cell stands too far from the others."""
    columns, rows, rest = set[bytes](), {b"1"}, b""
    while block := sheet.read(BLOCK):
        block = rest + block
        columns.update(CELL_COLUMN.findall(block))
        rows.add(max(CELL_ROW.findall(block), key=int, default=b"1"))
        rest = block[max(block.rfind(b"<"), len(block) - LONGEST_PLACE) :]
    column, row = max(columns, key=_number_of, default=b"A"), max(rows, key=int)
    if _number_of(column) * int(row) > MOST_CELLS:
        raise DataError(
            Message("{path}: a sheet reaches as far as cell {cell}, over more cells than {limit}. Delete the columns "
                    "and rows beyond the table, or save it as a CSV file.",
                    path=path, cell=(column + row).decode(), limit=f"{MOST_CELLS:,}")
        )  # fmt: skip


def _number_of(column: bytes) -> int:
    """The place of a column by its letters, from 1."""
    number = 0
    for letter in column:
        number = 26 * number + letter - ord("A") + 1
    return number


@contextlib.contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Say in a DataError that a workbook cannot be read."""
    try:
        yield
    except (DataError, OSError, GeneratorExit, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # where a library in Rust gives up, its exception is no Exception
        raise DataError(
            Message("{path} is damaged, locked by a password, or no table ({reason}). Open it in a spreadsheet and "
                    "save it anew, without a password.",
                    path=path, reason=" ".join(str(error).split())[:120])
        ) from error  # fmt: skip
