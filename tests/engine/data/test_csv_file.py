"""CSV in: header or none, three delimiters, errors with file, row and column. CSV out: classes by name."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.csv_file import prediction_rows, read_features
from engine.errors import DataError


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "x.csv"


@pytest.mark.parametrize(
    "text",
    [
        "1,2\n3.5,-4e-1\n",
        "a,b\n1,2\n3.5,-4e-1\n",
        "a;b\r\n1;2\r\n\r\n3.5;-4e-1\r\n",
        "1\t2\n3.5\t-4e-1",
        '\ufeff"a","b"\n"1", 2\n3.5,-.4\n\n',
    ],
)
def test_one_table_written_in_many_ways(table: Path, text: str) -> None:
    table.write_bytes(text.encode())
    assert read_features(table, 2).tolist() == [[1, 2], [3.5, -0.4]]


def test_columns_are_found_by_name(table: Path) -> None:
    table.write_text("class,b,a\nx,2,1\ny,4,3\n")
    assert read_features(table, 2, ("a", "b")).tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1,2\n3,x\n", "row 2, column 2: a number is needed. Received: 'x'"),
        ("1,2\n3,\n", "row 2, column 2: a number is needed. Received: ''"),
        ("1,x\n3,4\n", "row 1, column 2"),
        ("1,2\n3,1_0\n", "row 2, column 2: a number is needed. Received: '1_0'"),
        ("a,b\n1,2\n\n3,nan\n", "row 4, column 2"),
        ("1,2\n3,inf\n", "row 2, column 2"),
        ("1,2\n3\n", "row 2: 2 columns are needed. Received: 1"),
        ("1,2,3\n", "row 1: 2 columns are needed. Received: 3"),
        ("", "holds no row of numbers"),
        ("a,b\n", "holds no row of numbers"),
        ("1;2,5\n", "row 1, column 2: a number is needed. Received: '2,5'"),
    ],
)
def test_errors_name_file_row_and_column(table: Path, text: str, problem: str) -> None:
    table.write_text(text)
    with pytest.raises(DataError) as caught:
        read_features(table, 2)
    assert problem in str(caught.value)
    assert "x.csv" in str(caught.value)
    assert len(caught.value.messages) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe1,2\n", b"PK\x03\x04\x99\x00", b"1,2\x00\n"])
def test_binary_files_are_refused(table: Path, content: bytes) -> None:
    table.write_bytes(content)
    with pytest.raises(DataError, match=r"x\.csv"):
        read_features(table, 2)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(DataError, match="could not be read"):
            read_features(path, 2)


def test_answers_of_three_classes() -> None:
    rows = prediction_rows(np.array([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]]), ("a", "b", "c"))
    assert rows == [["class", "a", "b", "c"], ["b", "0.1", "0.7", "0.2"], ["a", "0.5", "0.25", "0.25"]]


def test_answers_of_yes_or_no_and_of_measures() -> None:
    predictions = np.array([[0.25], [0.75]])
    assert prediction_rows(predictions, ("no", "yes")) == [["class", "yes"], ["no", "0.25"], ["yes", "0.75"]]
    assert prediction_rows(predictions, ()) == [["output"], ["0.25"], ["0.75"]]
    assert prediction_rows(np.ones((1, 2)), ())[0] == ["output_1", "output_2"]


def test_nine_digits_bring_every_float32_back() -> None:
    values = np.random.default_rng(0).normal(size=(200, 1)).astype(np.float32)
    assert np.array_equal(np.array(prediction_rows(values, ())[1:], np.float32), values)
