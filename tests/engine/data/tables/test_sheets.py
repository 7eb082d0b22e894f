"""Workbooks: sheets, dates and numbers come as a spreadsheet shows them; damaged ones are refused."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data.tables import beginning, detect, read_whole, sheet_names
from engine.errors import DataError
from tests.engine.data.tables.workbooks import write_workbook


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "t.xlsx"
    rows = [["size", "day", "kind"], [0.1, 45000, "a,b"], [2, 45001.5, 'say "x"'], [None, None, None], [3, None, "a,b"]]
    write_workbook(path, {"empty": [], "data": rows, "more": [["p", "q"], [1, 2]]}, dates=(1,))
    return path


def test_the_first_sheet_that_holds_something(book: Path) -> None:
    assert sheet_names(book) == ("empty", "data", "more")
    table = read_whole(book)
    assert (table.dialect.sheet, table.dialect.header, table.names) == ("data", True, ("size", "day", "kind"))
    size, day, kind = table.cells
    assert size.values is not None
    assert size.values.tolist() == [0.1, 2, 3]
    assert day.values is not None
    assert np.array_equal(day.values, [45000 - 25569, 45001.5 - 25569, np.nan], equal_nan=True)
    assert kind.texts == ("a,b", 'say "x"')
    assert table.lines.tolist() == [2, 3, 5]


def test_another_sheet_by_hand(book: Path) -> None:
    dialect = detect(book).replace(sheet="more")
    assert read_whole(book, dialect).names == ("p", "q")
    with pytest.raises(DataError, match=r"t\.xlsx has no sheet 'none'. Its sheets: empty, data, more"):
        read_whole(book, dialect.replace(sheet="none"))


def test_damaged_workbooks(book: Path, tmp_path: Path) -> None:
    whole = book.read_bytes()
    wrong = tmp_path / "w.xlsx"
    for content in (
        whole[: len(whole) // 2],
        b"PK\x03\x04 no zip",
        b"\xd0\xcf\x11\xe0" + bytes(600),
    ):
        wrong.write_bytes(content)
        with pytest.raises(DataError, match=r"w\.xlsx is damaged, locked by a password, or no table"):
            detect(wrong)
    with zipfile.ZipFile(wrong, "w") as archive:
        archive.writestr("photo.txt", "no workbook")
    with pytest.raises(DataError, match=r"w\.xlsx is damaged, locked by a password, or no table"):
        detect(wrong)
    write_workbook(wrong, {"a": [], "b": []})
    with pytest.raises(DataError, match=r"w\.xlsx is empty"):
        detect(wrong)


def test_a_text_that_is_called_a_workbook_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "unduhan.xls"
    path.write_text("a;b\n1;2\n3;4\n")
    assert read_whole(path).names == ("a", "b")


def test_a_workbook_that_unpacks_to_too_much(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.sheets.MOST_BYTES", 1000)
    with pytest.raises(DataError, match=r"unpacks to .* bytes, more than 1,000"):
        detect(book)


def test_titles_above_the_table_of_a_sheet_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "nilai.xlsx"
    rows: list[list[Any]] = [["Daftar nilai"], [], ["nama", "x", "y"], ["Ani", 1, 2], ["Budi", 3, 4]]
    write_workbook(path, {"Data": rows})
    table = read_whole(path)
    assert (table.dialect.skip, table.names, table.lines.tolist()) == (2, ("nama", "x", "y"), [4, 5])
    first, _ = beginning(path, table.dialect)
    assert first.lines.tolist() == [4, 5]
    other = read_whole(path, table.dialect.replace(skip=3, header=False))
    assert (other.lines.tolist(), len(other.names)) == ([4, 5], 3)


def test_a_cell_far_from_the_table_is_refused_before_room_is_made_for_it(book: Path) -> None:
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet2.xml"
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts[sheet] = parts[sheet].replace(b"</sheetData>", far)
    with zipfile.ZipFile(book, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(DataError, match=r"as far as cell XFD1048576, .* Delete the columns and rows beyond"):
        detect(book)
