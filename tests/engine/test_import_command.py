"""`import`: what is detected is told, the project trains, and answers are those that one works out by hand."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest

from engine.data import TableSource
from engine.project import load
from tests.engine.commands import Run

TABLE = "no;panjang;warna;kelas\n" + "".join(
    f"{number};{number % 7 + 0.5:.2f};{'merah' if number % 3 else 'biru'};{'besar' if number % 7 > 3 else 'kecil'}\n"
    for number in range(1, 61)
).replace(".", ",")


@pytest.fixture
def table(run: Run) -> Path:
    Path("t.csv").write_text(TABLE + "61;;merah;besar\n62;1,5;merah;\n")
    return Path("t.csv")


def test_a_table_becomes_a_project_that_learns(run: Run, table: Path) -> None:
    answer = run("import", "t.csv", "t.rambat")
    assert (answer.code, answer.err) == (0, "")
    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    assert lines[0] == "t.csv: 62 rows, 4 columns; utf-8, semicolon between cells, decimal comma, with a header"
    for wanted in (
        "no ignore number It counts or names the rows.",
        "warna feature category most_frequent biru, merah",
        "kelas target category drop besar, kecil",
        "1 of 62 rows are left out:",
        "1 row without a value in kelas (row 63)",
        "panjang: 1 row without a value get the median (row 62)",
        "classes: besar 26, kecil 35",
        "t.rambat: input shape 3, output shape 1; next: train t.rambat",
    ):
        assert wanted in lines
    project = load("t.rambat")
    assert isinstance(project.data, TableSource)
    assert project.infer().problems == ()
    trained = run("train", "t.rambat", "--epochs", "40", "--save", "t2.rambat")
    assert "validation accuracy 1." in trained.out


def test_predictions_are_those_by_hand(run: Run, table: Path) -> None:
    assert run("import", "t.csv", "t.rambat").code == 0
    assert run("train", "t.rambat", "--epochs", "3", "--save", "t.rambat").code == 0
    Path("new.csv").write_text("warna,panjang\nbiru,6.25\nmerah,\n")
    answer = run("predict", "t.rambat", "--input", "new.csv")
    assert answer.code == 0
    rows = list(csv.reader(io.StringIO(answer.out)))
    project = load("t.rambat")
    training = np.asarray(project.prepare().raw.training[0])
    median = np.nanmedian(training[:, 0])
    filled = np.where(np.isnan(training), [median, 0, 0], training)
    inputs = (np.array([[6.25, 1, 0], [median, 0, 1]]) - filled.mean(axis=0)) / filled.std(axis=0)
    state = project.network().state_dict()
    hidden = np.maximum(inputs @ state["dense_1.kernel"] + state["dense_1.bias"], 0)
    wanted = 1 / (1 + np.exp(-(hidden @ state["dense_2.kernel"] + state["dense_2.bias"])))
    assert rows[0] == ["kelas", "kecil"]
    assert np.allclose([[float(row[1])] for row in rows[1:]], wanted, atol=1e-5)
    assert [row[0] for row in rows[1:]] == ["kecil" if value > 0.5 else "besar" for value in wanted[:, 0]]


def test_targets_and_ignored_columns_by_name(run: Run) -> None:
    Path("t.csv").write_text("a,b,c\n" + "".join(f"{n}.5,{n * 2},{n * n}\n" for n in range(20)))
    assert run("import", "t.csv", "t.rambat", "--target", "a", "--target", "b").code == 0
    assert [column.role for column in load("t.rambat").data.columns] == ["target", "target", "feature"]  # type: ignore[attr-defined]
    assert run("train", "t.rambat", "--epochs", "1").code == 0
    assert run("import", "t.csv", "t.rambat", "--target", "b", "--ignore", "c").code == 0
    assert load("t.rambat").data.shape.inputs == (1,)


def test_a_wide_table_is_told_shortly(run: Run) -> None:
    rows = "".join(",".join(f"{n**3 + k}.5" for k in range(60)) + f",{'ab'[n % 2]}\n" for n in range(12))
    Path("t.csv").write_text(",".join(f"x{k}" for k in range(60)) + ",y\n" + rows)
    lines = run("import", "t.csv", "t.rambat").out.splitlines()
    assert "and 40 more features" in lines
    assert len(lines) < 60
    assert any(line.startswith("y ") and "target" in line for line in lines)


def test_bad_input_is_one_clear_line_and_writes_nothing(run: Run) -> None:
    Path("t.csv").write_text("a,y\n1,p\n2,q\n3,p\n4,q\n")
    run("import", "none.csv", "x.rambat").refused("none.csv could not be read: No such file")
    run("import", ".", "x.rambat").refused("could not be read: Is a directory")
    run("import", "t.csv", "x.json").refused("ends in .rambat. Received: x.json")
    run("import", "t.csv", "t.csv").refused("name the same file")
    run("import", "t.csv", "x.rambat", "--target", "z").refused("t.csv has no column called 'z'")
    run("import", "t.csv", "x.rambat", "--target", "a", "--ignore", "a").refused("the same column, a")
    run("import", "t.csv", "x.rambat", "--ignore", "a").refused("There is no feature")
    Path("t.csv").write_text("a,y\n1,p\n2\n")
    run("import", "t.csv", "x.rambat").refused("t.csv, row 3: 2 cells are needed")
    assert not Path("x.rambat").exists()


SERIES = "Laporan toko\nTahun 2026\n\ntanggal;jual;libur\n" + "".join(
    f"{day:02}/{month:02}/2026;{9 + 0.05 * month + 0.3 * (day % 4):.2f};{'ya' if day % 4 == 0 else 'tidak'}\n"
    for month in range(1, 5)
    for day in range(1, 29)
)


@pytest.mark.parametrize("reader", ["dense", "lstm", "conv1d"])
def test_rows_that_follow_each_other_become_a_forecast(run: Run, reader: str) -> None:
    Path("t.csv").write_text(SERIES)
    options = ("--series", "--target", "jual", "--window", "8", "--horizon", "2", "--reader", reader)
    answer = run("import", "t.csv", "t.rambat", *options)
    assert (answer.code, answer.err) == (0, "")
    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    for wanted in (
        "3 rows above the table are skipped",
        "tanggal order date drop",
        "103 samples of 112 rows: 8 rows are seen, the next 2 are forecast",
        "tanggal: a longer step than usual lies before 2 rows (rows 33, 89)",
        "t.rambat: input shape 8×3, output shape 2; next: train t.rambat",
    ):
        assert wanted in lines
    project = load("t.rambat")
    assert (project.preparation.split, project.infer().problems) == ("in_order", ())
    assert run("train", "t.rambat", "--epochs", "30", "--save", "t.rambat").code == 0
    trained = load("t.rambat")
    X, Y = trained.prepare().dataset.validation  # type: ignore[misc]
    missed = np.asarray(trained.network().predict(X)) - np.asarray(Y)
    assert float(np.sqrt((missed**2).mean())) < 0.5, "it learns within the size of its waves"
    Path("new.csv").write_text("libur;jual;tanggal\n" + "".join(f"ya;9.3;{day:02}/05/2026\n" for day in range(1, 11)))
    rows = run("predict", "t.rambat", "--input", "new.csv").out.splitlines()
    assert len(rows) == 1 + 3


def test_options_of_a_series_are_checked(run: Run) -> None:
    Path("t.csv").write_text(SERIES)
    run("import", "t.csv", "x.rambat", "--window", "8").refused("need --series")
    run("import", "t.csv", "x.rambat", "--series", "--window", "0").refused("Window")
    run("import", "t.csv", "x.rambat", "--series", "--window", "900").refused("at least 901 values. Received: 112")
    run("import", "t.csv", "x.rambat", "--series", "--order", "z").refused("t.csv has no column called 'z'")
    run("import", "t.csv", "x.rambat", "--series", "--target", "jual", "--order", "jual").refused(
        "--target and --order name the same column, jual"
    )
    run("import", "t.csv", "x.rambat", "--series", "--ignore", "jual", "--order", "jual").refused(
        "--ignore and --order name the same column, jual"
    )
    run("import", "t.csv", "x.rambat", "--series", "--target", "libur").refused("t.csv, row 5, column 3 (libur)")
    run("import", "t.csv", "x.rambat", "--skip", "-1").refused("--skip takes a whole number")
    run("import", "t.csv", "x.rambat", "--skip", "500").refused("no row below the 500 that are skipped")
    assert not Path("x.rambat").exists()


def test_rows_above_the_table_are_skipped_as_told(run: Run) -> None:
    Path("t.csv").write_text("a,b,c\n1,2,3\nx,y,z\n4,5,6\n7,8,9\n")
    assert "1 row above" not in run("import", "t.csv", "t.rambat").out
    assert "2 rows above the table are skipped" in run("import", "t.csv", "t.rambat", "--skip", "2").out
    assert load("t.rambat").data.lines.tolist() == [4, 5]  # type: ignore[attr-defined]
