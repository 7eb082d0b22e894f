"""The first rows of a table suggest the same as all of it, and are had whatever stands further below."""

from __future__ import annotations

from pathlib import Path

from engine.data.tables import beginning, detect, guess, read_whole


def test_a_small_table_is_all_beginning(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id;a;day;kind\n" + "".join(f"{n};{n},5;0{n % 9 + 1}/02/2024;{'xy'[n % 2]}\n" for n in range(40)))
    dialect = detect(path)
    first, rows = beginning(path, dialect)
    whole = read_whole(path, dialect)
    assert [each.column for each in guess(first)] == [each.column for each in guess(whole)]
    assert first.lines.tolist() == whole.lines.tolist()
    assert list(rows[2]) == ["2", "2,5", "03/02/2024", "x"]


def test_rows_of_another_width_are_cut_and_filled(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n3\n4,5,6\n7,8\n")
    first, rows = beginning(path, detect(path))
    values = [cells.values for cells in first.cells]
    assert [None if each is None else [round(x, 1) for x in each.tolist() if x == x] for each in values] == [
        [1, 3, 4, 7],
        [2, 5, 8],
    ]
    assert [len(row) for row in rows] == [2, 1, 3, 2]


def test_the_beginning_of_a_long_table_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n" + "1,2\n" * 5000 + "1,wrong\n")
    first, rows = beginning(path, detect(path))
    assert len(first) == len(rows) == 1000
