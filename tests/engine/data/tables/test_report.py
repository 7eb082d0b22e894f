"""What is told of a table before it is learned from: counts and rows by hand."""

from __future__ import annotations

from pathlib import Path

from engine.data.tables import Finding, TableSource, guess, read_whole, report


def test_a_report_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x,kind,same,y\n1,p,5,a\n2,q,5,b\n1,p,5,a\n\n3,,5,b\n,p,5,a\n99,q,5,b\n2,q,5,\n,p,5,a\n1,p,5,a\n")
    table = read_whole(path)
    columns = [each.column for each in guess(table)]
    columns[1] = columns[1].replace(missing="drop")
    columns[2] = columns[2].replace(role="feature")
    found = report(TableSource.of(table, columns))
    assert (found.rows, found.kept) == (9, 7)
    assert found.left_out == (Finding("kind", 1, (6,)), Finding("y", 1, (9,)))
    assert found.filled == (Finding("x", 2, (7, 10)),)
    assert found.outliers == (Finding("x", 1, (8,)),)
    assert found.constant == ("same",)
    assert found.classes == (("a", 5), ("b", 2))
    assert found.duplicates == Finding("", 3, (4, 10, 11))


def test_minus_zero_repeats_zero_and_a_gap_a_gap(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x,z,y\n0,,1.5\n-0.0,,1.5\n1,2,1.5\n1,2,2.5\n")
    table = read_whole(path)
    found = report(TableSource.of(table, [each.column for each in guess(table)]))
    assert found.duplicates == Finding("", 1, (3,))
    assert found.classes == ()
