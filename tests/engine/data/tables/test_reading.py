"""Reading: exact whatever the dialect and wherever a block ends; progress, and rows that do not do are named."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.tables import Dialect, RawTable, Reading, beginning, detect, read, read_whole
from engine.data.tables.dialect import DELIMITERS
from engine.errors import DataError
from tests.patience import SECONDS

ENCODINGS = {
    "utf-8": "aé€漢;,|\t\" '\n",
    "utf-8-sig": 'aé€漢;, "\n',
    "utf-16": 'aé€漢;, "\n',
    "cp1252": 'aé€;, "\n',
    "latin-1": 'aé;, "\n',
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "t.csv"


def refused(path: Path, dialect: Dialect | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read_whole(path, dialect)
    assert path.name in str(caught.value)
    return str(caught.value)


# Anything that can be written comes back


@st.composite
def tables(draw: st.DrawFn) -> tuple[Dialect, bytes, list[list[Any]]]:
    encoding = draw(st.sampled_from(list(ENCODINGS)))
    decimal = draw(st.sampled_from(".,"))
    dialect = Dialect(encoding, draw(st.sampled_from(DELIMITERS)), decimal)
    numbers = st.floats(-1e15, 1e15) | st.integers(-99, 99).map(float)
    texts = st.text(ENCODINGS[encoding], max_size=6).map(lambda text: f"t{text}".strip())
    kinds = draw(st.lists(st.sampled_from([numbers, texts]), min_size=2, max_size=4))
    rows = draw(st.lists(st.tuples(*(st.none() | kind for kind in kinds)), min_size=1, max_size=8))
    marks = st.sampled_from(dialect.missing)

    def cell(value: Any) -> str:
        if value is None:
            return draw(marks)
        return value if isinstance(value, str) else repr(value).replace(".", decimal)

    buffer = io.StringIO()
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(buffer, delimiter=dialect.delimiter, quoting=quoting, lineterminator=end)
    writer.writerow([f"c{number}" for number in range(len(kinds))])
    for row in rows:
        writer.writerow([cell(value) for value in row])
        if draw(st.booleans()):
            buffer.write(end)
    text = buffer.getvalue()
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    return dialect, text.encode(encoding), [list(column) for column in zip(*rows, strict=True)]


@settings(max_examples=150, deadline=None)
@given(tables(), st.sampled_from([3, 16, 1 << 20]))
def test_any_table_comes_back_exactly(written: tuple[Dialect, bytes, list[list[Any]]], piece: int) -> None:
    dialect, content, columns = written
    with tempfile.TemporaryDirectory() as folder, patch("engine.data.tables.blocks.PIECE", piece):
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        found = read_whole(path, dialect)
    assert found.names == tuple(f"c{number}" for number in range(len(columns)))
    for cells, column in zip(found.cells, columns, strict=True):
        assert cells.values is not None
        if cells.coded:
            assert [None if code < 0 else cells.texts[code] for code in cells.values] == column
        else:
            wanted = np.array([np.nan if value is None else value for value in column], np.float64)
            assert np.array_equal(cells.values, wanted, equal_nan=True)


# Rows and their lines


def test_rows_are_named_by_their_lines(table: Path) -> None:
    table.write_text('\na,b\n\n1,x\n2,"y\nz"\n  \n3,x\n')
    assert read_whole(table).lines.tolist() == [4, 5, 8]
    table.write_text("a,b\n1,2\n3,4\n")
    assert read_whole(table).lines.tolist() == [2, 3]


@pytest.mark.parametrize("piece", [4, 1 << 20])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n3\n", "row 3: 2 cells are needed, as in the first row. Received: 1"),
        ("a,b\n1,2\n\n3,4,5\n6\n", "row 4: 2 cells are needed, as in the first row. Received: 3"),
        ("a,b\n1,2,3\n4\n", "row 2: 2 cells"),
        ('a,b\n1,"x"\n3,"y",5\n', "row 3: 2 cells"),
        ("a,b,a\n1,2,3\n", "row 1, columns 1 and 3: every column needs a name of its own. Received 'a'"),
        ("a,b\n", "has a header and no row below it"),
        ("Nilai\nKelas 7\n1,2\n", "row 3: 2 cells, where the first row has one. Delete what stands above"),
    ],
)
def test_rows_that_do_not_do(table: Path, text: str, told: str, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", piece)
    table.write_text(text)
    assert told in refused(table)


@pytest.mark.parametrize("piece", [5, 1 << 20])
@pytest.mark.parametrize("header", ["nama,x,y\n", ""])
def test_titles_above_are_left_out_and_rows_keep_their_lines(
    table: Path, header: str, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", piece)
    table.write_text("Nilai kelas 7\n\nSMP 3,,\n" + header + "Budi,1,2\n\nAni,3,4\nTono,5,6\n")
    found = read_whole(table)
    assert (found.dialect.skip, found.dialect.header) == (3, bool(header))
    assert found.lines.tolist() == [line + bool(header) for line in (4, 6, 7)]
    assert found.cells[0].texts == ("Budi", "Ani", "Tono")
    assert beginning(table, found.dialect)[0].cells[0].texts == found.cells[0].texts


def test_a_lone_number_or_a_narrow_table_has_no_titles_above(table: Path) -> None:
    for text in ("7,,\n1,2,3\n4,5,6\n7,8,9\n", "nama\nBudi,1\nAni,2\n", "x,y,z\n1,,\n2,,\n3,,\n"):
        table.write_text(text)
        assert detect(table).skip == 0


def test_a_quote_that_is_never_closed_is_named(table: Path) -> None:
    table.write_text('a,b\n1,2\n3,"x\n' + "4,5\n" * 60_000)
    assert "row 3: a cell is too long" in refused(table)
    table.write_text('a,b\n1,2\n3,"x\n')
    assert 'row 3: the signs " do not pair up' in refused(table)


def test_a_nul_far_down_is_named(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", 64)
    monkeypatch.setattr("engine.data.tables.dialect.SAMPLE_BYTES", 64)
    table.write_text("a,b\n" + "1,2\n" * 500 + "3,\0\n" + "1,2\n" * 500)
    assert "row 502: a NUL byte stands there" in refused(table)


def test_bytes_of_another_encoding_far_down(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", 64)
    monkeypatch.setattr("engine.data.tables.dialect.SAMPLE_BYTES", 64)
    table.write_bytes(b"a,b\n" + b"1,2\n" * 5000 + b"M\xfcnchen,2\n")
    told = refused(table)
    assert "bytes that are no letters in utf-8. Choose another encoding, such as cp1252" in told
    assert "after row 0: bytes that are no letters in utf-16" in refused(table, Dialect("utf-16"))
    assert read_whole(table, Dialect("cp1252")).cells[0].texts[-1] == "München"


def test_a_quote_within_a_cell_is_a_sign_like_others(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", 9)
    table.write_text('size,x\n5" pipe,1\n6" pipe,2\n "a, ""b""",3\n7" pipe,4\n"c"d,5\n')
    found = read_whole(table)
    assert found.cells[0].texts == ('5" pipe', '6" pipe', 'a, "b"', '7" pipe', "cd")
    assert found.lines.tolist() == [2, 3, 4, 5, 6]


def test_pandas_is_loaded_only_for_a_table() -> None:
    code = "import sys, engine.data, engine.cli; sys.exit(bool({'pandas', 'python_calamine'} & sys.modules.keys()))"
    root = Path(__file__).parents[4]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, timeout=SECONDS, check=False).returncode == 0


# What a column holds


def test_a_column_that_begins_with_numbers_is_read_again_as_text(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.dialect.SAMPLE_ROWS", 3)
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", 20)
    table.write_text("a,b\n" + "01,1\n" * 20 + "x,1\n02,1\n")
    cells = read_whole(table).cells[0]
    assert cells.texts == ("01", "x", "02")
    assert cells.bad is not None
    assert (cells.bad.line, cells.bad.text) == (22, "x")
    assert read_whole(table).cells[1].values.tolist() == [1.0] * 22  # type: ignore[union-attr]


@pytest.mark.parametrize(("wrong", "cell"), [("tinggi", "{}.5"), ("2026-02-30", "2026-01-{:02}"), ("-", "{}")])
def test_the_first_of_few_cells_that_are_no_numbers_or_dates_is_named(table: Path, wrong: str, cell: str) -> None:
    table.write_text("a,b\n" + "".join(f"{wrong if n in (7, 9) else cell.format(n)},{n}\n" for n in range(1, 21)))
    cells = read_whole(table).cells[0]
    assert cells.bad is not None
    assert (cells.bad.line, cells.bad.text) == (8, wrong)
    dialect = detect(table)
    shown, _ = beginning(table, dialect)
    assert shown.cells[0].bad == cells.bad
    known = read_whole(table, dialect.replace(missing=(*dialect.missing, wrong))).cells[0]
    assert known.values is not None
    assert known.missing.nonzero()[0].tolist() == [6, 8]


def test_dates_that_turn_out_otherwise(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.dialect.SAMPLE_ROWS", 2)
    table.write_text("a,b\n01/02/1970,1\n02/02/1970,1\n01/13/1970,1\n,1\n")
    cells = read_whole(table).cells[0]
    assert cells.format == "%m/%d/%Y"
    assert cells.values is not None
    assert np.array_equal(cells.values, [1, 32, 12, np.nan], equal_nan=True)


def test_thousands_are_taken_in_groups_of_three_only(table: Path) -> None:
    table.write_text("a;b\n1.234,5;01.02.2024\n12;03.02.2024\n1.000.000;04.02.2024\n")
    found = read_whole(table)
    assert found.cells[0].values is not None
    assert found.cells[0].values.tolist() == [1234.5, 12, 1e6]
    assert found.cells[1].format == "%d.%m.%Y"


def test_spaces_and_words_of_truth(table: Path) -> None:
    table.write_text("a,b\n 1 ,True\n2, False\n ,True \n")
    numbers, truths = read_whole(table).cells
    assert numbers.values is not None
    assert np.array_equal(numbers.values, [1, 2, np.nan], equal_nan=True)
    assert truths.texts == ("True", "False")


def test_too_many_texts_are_not_kept(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.cells.MOST_TEXTS", 3)
    table.write_text("a,b\np,1\nq,2\nr,3\ns,4\n")
    cells = read_whole(table).cells[0]
    assert cells.values is None
    assert cells.examples[:2] == ("p", "q")


def test_progress_ends_with_the_table_and_can_be_left(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.blocks.PIECE", 1000)
    table.write_text("a,b\n" + "1,2\n" * 5000)
    *steps, last = read(table)
    shares = [step.share for step in steps if isinstance(step, Reading)]
    assert len(shares) == len(steps) > 10
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert isinstance(last, RawTable)
    assert len(last) == steps[-1].rows == 5000  # type: ignore[union-attr]
    reading = read(table)
    next(reading)
    reading.close()  # type: ignore[attr-defined]  # an open file left behind would be a warning, and so an error
