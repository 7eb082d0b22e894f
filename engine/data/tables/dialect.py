"""How a table is written: encoding, signs, header; detected from its beginning, and corrected by people."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data.tables.marks import MISSING, SPACES, as_number, bare, date_format
from engine.data.tables.sheets import is_workbook, sheet_beginning, sheet_names
from engine.errors import DataError, Message
from engine.files import reading
from engine.hyperparameters import Bounds, Configurable, hyper

SAMPLE_BYTES, SAMPLE_ROWS = 1 << 18, 1000
"""As much of a file is looked at; the first bytes tell its signs, and rows enough its kinds of cells."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1")
DECIMALS, THOUSANDS = (".", ","), ("", ".", ",", " ", "'")
MOST_SKIPPED = 1000
DELIMITERS = "\t;|,"
"""Where several would do, the first: a comma beside semicolons belongs to a number."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no table has."""
WEB_PAGE = re.compile(r"\s*<(!doctype|html|head|body|table|meta|style)\b", re.IGNORECASE)

Rows = Sequence[Sequence[str]]


class Dialect(Configurable, family="dialect", name="dialect"):
    """How a table is written; `sheet` is empty for text, and names the sheet of a workbook."""

    label = "Format"
    summary = "How the file of a table is written."
    encoding: str = hyper("utf-8", label="Encoding", help="How bytes stand for letters.", choices=ENCODINGS)
    delimiter: str = hyper(",", label="Delimiter", help="What stands between two cells.")
    decimal: str = hyper(".", label="Decimal sign", help="What stands before the fraction.", choices=DECIMALS)
    thousands: str = hyper("", label="Thousands sign", help="What stands between groups of three digits.")
    skip: int = hyper(
        0, label="Rows to skip", help="Rows above the table, such as a title.", bounds=Bounds(0, MOST_SKIPPED)
    )
    header: bool = hyper(True, label="Header", help="Whether the first row names the columns.")
    sheet: str = hyper("", label="Sheet", help="The sheet of a workbook.")
    missing: tuple[str, ...] = hyper(
        MISSING, label="Missing", help="Cells that mean that a value is missing.", hidden=True
    )

    def conflicts(self) -> Iterator[Message]:
        if len(self.delimiter) != 1 or not self.delimiter.isascii() or self.delimiter in '"\r\n':
            yield Message(
                "One sign, such as ; or a tab, stands between two cells. Received: {value}.",
                value=repr(self.delimiter),
            )
        if self.thousands not in THOUSANDS:
            yield Message("Nothing, a point, a comma, a space or an apostrophe stands between thousands. Received: "
                          "{value}.", value=repr(self.thousands))  # fmt: skip
        if self.decimal == self.thousands:
            yield Message("{sign} cannot stand both before the fraction and between thousands.", sign=self.decimal)

    def number(self, text: str) -> float | None:
        """The number that a cell means, or None."""
        return as_number(text, self.decimal, self.thousands)


@dataclass(frozen=True)
class Sample:
    """The beginning of a table: its cells without the header."""

    names: tuple[str, ...]
    rows: Rows

    def column(self, index: int, missing: Sequence[str]) -> list[str]:
        """What a column holds, as far as it holds something."""
        cells = (row[index].strip() for row in self.rows if index < len(row))
        return [cell for cell in cells if cell not in missing]


def detect(path: Path | str, like: Dialect | None = None, skip: int | None = None) -> Dialect:
    """How the file is written; what it does not tell is taken from `like`. DataError where it is no table.

    With `skip`, so many rows stand above the table.
    """
    path, like = Path(path), like or Dialect()
    if is_workbook(path):
        sheet = like.sheet if like.sheet in sheet_names(path) else ""
        return _with_header(path, _in_sheet(path, like, sheet, skip))
    head = _head(path)
    encoding = _encoding(path, head)
    text = _decoded(head, encoding)
    if not text.strip():
        raise DataError(Message("{path} is empty. A table with a row for each sample is needed.", path=path))
    if WEB_PAGE.match(text):
        raise DataError(
            Message("{path} is a web page, whatever it is called. Open it in a spreadsheet, and save it as an Excel or "
                    "CSV file.", path=path)
        )  # fmt: skip
    if CONTROL.search(text):
        raise _no_text(path)
    delimiter = _delimiter(text, like.delimiter)
    skip = _titles(text, delimiter) if skip is None else skip
    cells = [bare(cell.strip()) for row in _rows(_below(text, skip), delimiter) for cell in row]
    decimal, thousands = _number_signs(cells, delimiter, like)
    dialect = like.replace(
        encoding=encoding, delimiter=delimiter, decimal=decimal, thousands=thousands, skip=skip, sheet=""
    )
    return _with_header(path, dialect)


def sample(path: Path, dialect: Dialect) -> Sample:
    """The first rows, read in that dialect."""
    if dialect.sheet:
        text = sheet_beginning(path, dialect.sheet, dialect.delimiter, dialect.decimal)
    else:
        try:
            text = _decoded(_head(path), dialect.encoding)
        except UnicodeError as error:
            raise wrong_encoding(path, 0, dialect.encoding) from error
    rows = _rows(_below(text, dialect.skip), dialect.delimiter)
    if not rows:
        raise nothing_below(path, dialect.skip)
    return Sample(column_names(path, rows[0], dialect), rows[1:] if dialect.header else rows)


def nothing_below(path: Path, skip: int) -> DataError:
    """The error that says that there is no table."""
    return DataError(
        Message("{path} holds no row below the {skip} that are skipped. Skip fewer.", path=path, skip=skip)
        if skip
        else Message("{path} holds no row.", path=path)
    )


def wrong_encoding(path: Path, row: int, encoding: str) -> DataError:
    """The error that names the row up to which all was well."""
    return DataError(
        Message("{path}, after row {row}: bytes that are no letters in {encoding}. Choose another encoding, such as "
                "cp1252, or save the file in UTF-8.", path=path, row=row, encoding=encoding)
    )  # fmt: skip


def column_names(path: Path, first: Sequence[str], dialect: Dialect) -> tuple[str, ...]:
    """The names of the columns from the first row; DataError where two are the same."""
    names = [cell.strip() if dialect.header else "" for cell in first]
    names = [name or f"column_{number}" for number, name in enumerate(names, 1)]
    for name, count in Counter(names).items():
        if count > 1:
            places = " and ".join(str(place) for place, other in enumerate(names, 1) if other == name)
            raise DataError(
                Message("{path}, row {row}, columns {places}: every column needs a name of its own. Received {name} "
                        "more than once. Rename the columns, or say that the file has no header.",
                        path=path, row=dialect.skip + 1, places=places, name=repr(name))
            )  # fmt: skip
    return tuple(names)


def _in_sheet(path: Path, like: Dialect, sheet: str, skip: int | None) -> Dialect:
    """The first sheet that holds something, unless one is chosen; numbers have no thousands signs there."""
    for name in (sheet,) if sheet else sheet_names(path):
        if (text := sheet_beginning(path, name, "\t", ".")).strip():
            above = _titles(text, "\t") if skip is None else skip
            return like.replace(encoding="utf-8", delimiter="\t", decimal=".", thousands="", skip=above, sheet=name)
    raise DataError(Message("{path} is empty. A table with a row for each sample is needed.", path=path))


def _head(path: Path) -> bytes:
    with reading(path), path.open("rb") as file:
        return file.read(SAMPLE_BYTES)


def _encoding(path: Path, head: bytes) -> str:
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding in ("utf-8", "cp1252"):
        try:
            _decoded(head, encoding, "strict")
            return encoding
        except UnicodeDecodeError as error:
            row = head[: error.start].count(b"\n") + 1
    if CONTROL.search(head.decode("latin-1")):  # such as a photograph
        raise _no_text(path)
    raise DataError(
        Message("{path}, row {row}: bytes that are letters neither in UTF-8 nor in cp1252. Choose another encoding, or "
                "save the file in UTF-8.", path=path, row=row)
    )  # fmt: skip


def _no_text(path: Path) -> DataError:
    return DataError(
        Message("{path} is no table, or not as text: it holds bytes that stand for no letters. Choose a CSV, TSV "
                "or Excel file, or save a text in UTF-8.", path=path)
    )  # fmt: skip


def _decoded(head: bytes, encoding: str, errors: str = "replace") -> str:
    """The text of a beginning, whose last letter may be cut off, in whole lines."""
    with io.TextIOWrapper(io.BytesIO(_whole(head, encoding)), encoding, errors, newline=None) as file:
        text = file.read()
    return text if len(head) < SAMPLE_BYTES else text[: text.rfind("\n") + 1] or text


def _whole(head: bytes, encoding: str) -> bytes:
    """Without the letter on which the sample ends, which may have been cut."""
    if len(head) < SAMPLE_BYTES or not encoding.startswith("utf"):
        return head
    if encoding == "utf-16":
        return head[: len(head) // 2 * 2 - 2]
    end = len(head)
    while end > len(head) - 4 and head[end - 1] & 0xC0 == 0x80:
        end -= 1
    return head[: end - 1]


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The first rows that are not empty."""
    rows = list[list[str]]()
    try:
        for row in csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True):
            if any(cell.strip() for cell in row) or len(row) > 1:
                rows.append(row)
            if len(rows) > SAMPLE_ROWS:
                break
    except csv.Error:  # reading the file tells where
        pass
    return rows


def _titles(text: str, delimiter: str) -> int:
    """How many lines stand above a table that are no part of it, since few of their cells are filled.

    Below them names of columns are needed, unless the first of them is a text alone in its line and the table is wide.
    """
    counts = Counter(_filled(row) for row in _rows(text, delimiter))
    usual = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))[0]
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True)
    above, told, lone = 0, False, False
    try:
        for row in reader:
            if 2 * _filled(row) > usual:
                is_header = not any(map(_is_number, row))
                return above if told and (is_header or lone) and above <= MOST_SKIPPED else 0
            if not told and _filled(row):
                told, lone = True, usual >= 3 and len(row) == 1 and not _is_number(row[0])
            above = reader.line_num
    except csv.Error:  # reading the file tells where
        pass
    return 0


def _is_number(cell: str) -> bool:
    return any(as_number(cell.strip(), sign) is not None for sign in DECIMALS)


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _below(text: str, skip: int) -> str:
    """The text without its first lines."""
    return text if not skip else "\n".join(text.split("\n")[skip:])


def _delimiter(text: str, usual: str) -> str:
    """The sign that cuts most rows into the same number of cells, more than one."""
    shares = {}
    for delimiter in dict.fromkeys(DELIMITERS + usual):
        widths = Counter(map(len, _rows(text, delimiter)))
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        shares[delimiter] = count / widths.total() if width > 1 else 0.0
    best = max(shares.values())
    return next(sign for sign, share in shares.items() if share >= 0.9 * best) if best else usual


def _number_signs(cells: Sequence[str], delimiter: str, like: Dialect) -> tuple[str, str]:
    """The decimal sign and that between thousands, where numbers show them beyond doubt."""
    groups = {sign: _count(rf"[+-]?[0-9]{{1,3}}(\{sign}[0-9]{{3}}){{2,}}", cells) for sign in ".,"}
    mixed = {
        ",": _count(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", cells),
        ".": _count(r"[+-]?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+", cells),
    }
    one = {sign: _count(rf"[+-]?[0-9]*\{sign}[0-9]+(e[+-]?[0-9]+)?", cells) for sign in ".,"}
    unclear = {sign: _count(rf"[+-]?[1-9][0-9]{{0,2}}\{sign}[0-9]{{3}}", cells) for sign in ".,"}
    clear = {sign: one[sign] - unclear[sign] for sign in ".,"}
    comma = clear[","] + mixed[","] + groups["."]
    point = clear["."] + mixed["."] + groups[","]
    if comma == point == 0:  # 1,234 alone: what a comma means depends on what stands between cells
        decimal = like.decimal if delimiter == "," or not unclear[","] or like.thousands else ","
    else:
        decimal = "," if comma > point else "."
    other = "," if decimal == "." else "."
    if groups[other] or mixed[decimal] or (unclear[other] and not clear[other] and comma + point):
        return decimal, other
    for sign, pattern in ((" ", rf"[{SPACES}]"), ("'", "'")):
        if _count(rf"[+-]?[0-9]{{1,3}}({pattern}[0-9]{{3}})+(\{decimal}[0-9]+)?", cells):
            return decimal, sign
    return decimal, like.thousands if decimal == like.decimal else ""


def _count(pattern: str, cells: Sequence[str]) -> int:
    matches = re.compile(pattern, re.IGNORECASE).fullmatch
    return sum(matches(cell) is not None for cell in cells)


def _with_header(path: Path, dialect: Dialect) -> Dialect:
    """Whether the first row names columns: no cell of it is a value, and below are some, or it is not seen again."""
    rows = sample(path, dialect.replace(header=False)).rows
    first = [cell.strip() for cell in rows[0]]

    def is_value(cell: str) -> bool:
        return dialect.number(cell) is not None or bool(date_format([cell]))

    if len(rows) < 2 or any(is_value(cell) for cell in first) or not any(first):
        return dialect.replace(header=not any(is_value(cell) for cell in first) and any(first))
    below = rows[1:]
    seen_again = any(cell and any(cell == row[place].strip() for row in below if place < len(row))
                     for place, cell in enumerate(first))  # fmt: skip
    values = any(is_value(cell.strip()) for row in below[:20] for cell in row)
    return dialect.replace(header=values or not seen_again)
