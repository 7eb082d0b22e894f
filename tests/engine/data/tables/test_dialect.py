"""How a table is written is read from its beginning, and what that does not tell is asked of nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.data.tables.dialect import Dialect, detect
from engine.data.tables.marks import as_number, date_format, number_text
from engine.errors import DataError, HyperparameterError


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "t.csv"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a,b\n1,2\n", {}),
        ("1,2\n3,4\n", {"header": False}),
        ("a;b\n1,5;2\n", {"delimiter": ";", "decimal": ","}),
        ("1,5;2,5\n3,5;4,5\n", {"delimiter": ";", "decimal": ",", "header": False}),
        ("a\tb\n1.5\t2\n", {"delimiter": "\t"}),
        ("a|b\n1|2\n", {"delimiter": "|"}),
        ('a,b\n"x;y;z",2\n"p;q;r",3\n', {}),
        ('a,b\n"1,234",2.5\n"2,345",3\n', {"thousands": ","}),
        ("a;b\n1.234,5;2\n", {"delimiter": ";", "decimal": ",", "thousands": "."}),
        ("a;b\n1.234.567;2\n", {"delimiter": ";", "decimal": ",", "thousands": "."}),
        ("a;b\n1.234;2\n", {"delimiter": ";"}),
        ("a;b\n1,234;2\n", {"delimiter": ";", "decimal": ","}),
        ("a;b\n12 345,5;2,25\n", {"delimiter": ";", "decimal": ",", "thousands": " "}),
        ("a;b\n12'345.5;2\n", {"delimiter": ";", "thousands": "'"}),
        ("warna,kelas\nmerah,ya\nbiru,tidak\nmerah,ya\n", {}),
        ("ya,tidak\nmerah,ya\nya,tidak\n", {"header": False}),
        ("a,b\n", {}),
        ("day,y\n2026-01-02,x\n", {}),
        ("2026-01-02,x\n2026-01-03,y\n", {"header": False}),
    ],
)
def test_signs_and_header(table: Path, text: str, found: dict[str, Any]) -> None:
    table.write_text(text)
    assert detect(table) == Dialect(**found)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"kota,y\nBogor,1\n", "utf-8"),
        ("kota,y\nMünchen,1\n".encode(), "utf-8"),
        ("kota,y\nMünchen,1\n".encode("utf-8-sig"), "utf-8-sig"),
        ("kota,y\nMünchen,1\n".encode("utf-16"), "utf-16"),
        ("kota,y\nMünchen – 5 €,1\n".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(table: Path, content: bytes, encoding: str) -> None:
    table.write_bytes(content)
    assert detect(table).encoding == encoding


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"kota,y\nBogor,2\nM\x81nchen,1\n", "row 3: bytes that are letters neither in UTF-8 nor in cp1252"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "is a web page, whatever it is called"),
    ],
)
def test_what_is_no_text_that_is_known(table: Path, content: bytes, told: str) -> None:
    table.write_bytes(content)
    with pytest.raises(DataError, match=told):
        detect(table)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_letter_cut_by_the_end_of_the_sample_is_no_other_encoding(
    table: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    table.write_bytes(("nama,y\n" + "éß€,1\n" * 20).encode(encoding))
    for size in range(40, 52):
        monkeypatch.setattr("engine.data.tables.dialect.SAMPLE_BYTES", size)
        assert detect(table).encoding == encoding


def test_what_a_file_does_not_tell_is_as_in_another(table: Path) -> None:
    like = Dialect(delimiter=";", decimal=",", thousands=".", missing=("", "-"))
    table.write_text("a;b\n1.234;2.500\n")
    assert detect(table, like) == like
    table.write_text("a;b\n1.25;2\n")
    assert detect(table, like) == like.replace(decimal=".", thousands="")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b" \n\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no table"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\n\x81\x8d", "is no table"),
        (b"a,b\n1,\x00\n", "is no table"),
    ],
)
def test_what_is_no_table(table: Path, content: bytes, told: str) -> None:
    table.write_bytes(content)
    with pytest.raises(DataError, match=rf"t\.csv {told}"):
        detect(table)


def test_no_file_a_folder_and_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(DataError, match=f"{path.name} could not be read"):
            detect(path)
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # a test may run as somebody who may read all
    with pytest.raises(DataError, match=r"t\.csv could not be read: Permission denied"):
        detect(tmp_path / "t.csv")


@pytest.mark.parametrize(
    "wrong", [{"delimiter": ""}, {"delimiter": '"'}, {"decimal": ",", "thousands": ","}, {"thousands": "x"}]
)
def test_a_corrected_dialect_is_checked(wrong: dict[str, str]) -> None:
    with pytest.raises(HyperparameterError):
        Dialect(**wrong)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "number"),
    [
        ("1,234.5", ".", ",", 1234.5),
        ("1.234,5", ",", ".", 1234.5),
        ("-1 234 567", ".", " ", -1234567.0),
        ("1\u00a0234", ".", " ", 1234.0),
        ("12,34.5", ".", ",", None),
        ("01.02.2024", ",", ".", None),
        ("1,5", ".", "", None),
        (".5", ".", "", 0.5),
        ("5.", ".", "", 5.0),
        ("1e-3", ".", "", 0.001),
        ("1_0", ".", "", None),
        ("٣", ".", "", None),
        ("", ".", "", None),
        ("Infinity", ".", "", float("inf")),
    ],
)
def test_numbers_as_people_write_them(text: str, decimal: str, thousands: str, number: float | None) -> None:
    assert as_number(text, decimal, thousands) == number


def test_dates_have_one_format_and_the_day_comes_first_where_both_would_do() -> None:
    assert date_format(["01/02/2024", "02/03/2024"]) == "%d/%m/%Y"
    assert date_format(["01/02/2024", "02/13/2024"]) == "%m/%d/%Y"
    assert date_format(["2024-01-01", "2024-01-01 12:30:00", "2024-01"]) == "ISO8601"
    assert date_format(["2024-02-30"]) == date_format(["2024-01-01", "01/02/2024"]) == date_format([]) == ""


def test_numbers_name_categories_shortly() -> None:
    assert [number_text(value) for value in (1.0, -2.0, 0.5, 1e300)] == ["1", "-2", "0.5", "1e+300"]


@pytest.mark.parametrize(
    ("text", "skip"),
    [
        ("Laporan\n\na,b\n1,2\n3,4\n", 2),
        ("Laporan,\nTahun,\na,b\n1,2\n", 2),
        ('"Judul\ndua baris"\na,b\n1,2\n3,4\n', 2),
        ("Kota;Bogor;;;\na;b;c;d;e\n1;2;3;4;5\n", 1),
        ("\n\na,b\n1,2\n", 0),
        ("Bogor,,\nDepok,1,2\nBandung,3,4\n", 0),
        ("a\n1\n2\n", 0),
        ("a,b\n1,\n,2\n", 0),
    ],
)
def test_titles_above_the_header_are_skipped(table: Path, text: str, skip: int) -> None:
    table.write_text(text)
    assert detect(table).skip == skip
    assert detect(table, skip=1).skip == 1
