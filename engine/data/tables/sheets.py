"""Workbooks of Excel and LibreOffice: their sheets as the text of a table, so that one reader serves all."""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from engine.errors import DataError, Message
from engine.files import reading

SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MOST_BYTES = 1 << 31
"""What a workbook may unpack to."""
PIECE_ROWS = 5_000


def is_workbook(path: Path) -> bool:
    """Whether the file is called or begins like one."""
    with reading(path), path.open("rb") as file:
        return file.read(4) in SIGNATURES or path.suffix.lower() in SUFFIXES


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
        if file.read(4) == SIGNATURES[0]:
            _check_size(path)
    with _damage(path):
        return CalamineWorkbook.from_path(str(path))


def _check_size(path: Path) -> None:
    """A workbook is a zip archive, which may claim to be small."""
    with _damage(path), zipfile.ZipFile(path) as archive:
        size = sum(member.file_size for member in archive.infolist())
    if size > MOST_BYTES:
        raise DataError(
            Message("{path} unpacks to {size} bytes, more than {limit}. Save the sheet as a CSV file.",
                    path=path, size=f"{size:,}", limit=f"{MOST_BYTES:,}")
        )  # fmt: skip


@contextlib.contextmanager
def _damage(path: Path) -> Iterator[None]:
    """Say in a DataError that a workbook cannot be read."""
    try:
        yield
    except (DataError, OSError, GeneratorExit, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # where a library in Rust gives up, its exception is no Exception
        raise DataError(
            Message("{path} is damaged or no Excel file ({reason}). Open it in a spreadsheet and save it anew.",
                    path=path, reason=" ".join(str(error).split())[:120])
        ) from error  # fmt: skip
