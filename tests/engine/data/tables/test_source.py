"""A table as a data set: exact samples, the same treatment for new rows, and no way to crash it by a damaged file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset, DataSource, Preparation, TableSource, TimeSeries
from engine.data.samples import gather
from engine.data.tables import Column, Dialect, as_type, detect, guess, read_whole
from engine.errors import DataError, HyperparameterError
from engine.first_network import first_network
from engine.inference import infer_shapes
from engine.project import Project, from_bytes, load, save, to_bytes
from engine.shapes import DataShape
from engine.training_config import TrainingConfig

PEOPLE = """umur;kota;tinggi;hari;kelas
12;Bogor;1,5;01/01/1970;a
;Solo;1,75;02/01/1970;b
14;;1,25;03/01/1970;c
13;Solo;;04/01/1970;a
12;Solo;1,5;05/01/1970;
11;Bogor;1,5;06/01/1970;b
10;Solo;2;07/01/1970;c
"""


def made(folder: Path, text: str = PEOPLE, **changes: Column) -> TableSource:
    path = folder / "t.csv"
    path.write_text(text)
    table = read_whole(path)
    return TableSource.of(table, [changes.get(each.column.title, each.column) for each in guess(table)])


@pytest.fixture
def people(tmp_path: Path) -> TableSource:
    return made(tmp_path)


def changed(source: TableSource, name: str, **changes: Any) -> list[Column]:
    return [column.replace(**changes) if column.title == name else column for column in source.columns]


def loaded(source: TableSource) -> tuple[np.ndarray, np.ndarray, Dataset]:
    dataset = source.load()
    inputs, targets = np.asarray(dataset.inputs), np.asarray(dataset.targets)
    assert source.shape == DataShape(inputs.shape[1:], targets.shape[1:], bool(dataset.classes), source.has_far_targets)
    assert len(dataset.features) == len(dataset.fills) == inputs.shape[1]
    return inputs, targets, dataset


def test_samples_by_hand(people: TableSource) -> None:
    inputs, targets, dataset = loaded(people)
    gap = np.nan
    wanted = [
        [12, 1, 0, 1.5, 0], [gap, 0, 1, 1.75, 1], [14, gap, gap, 1.25, 2],
        [13, 0, 1, gap, 3], [11, 1, 0, 1.5, 5], [10, 0, 1, 2, 6],
    ]  # fmt: skip
    assert np.array_equal(inputs, wanted, equal_nan=True)
    assert dataset.features == ("umur", "kota=Bogor", "kota=Solo", "tinggi", "hari")
    assert dataset.fills == ("median", "most_frequent", "as_before", "median", "median")
    assert dataset.classes == ("a", "b", "c")
    assert people.sample_count == 6
    assert targets.tolist() == np.eye(3)[[0, 1, 2, 0, 1, 2]].tolist()


def test_two_classes_make_one_column_and_numbers_a_regression(people: TableSource) -> None:
    two = people.with_columns(changed(people, "kelas", categories=("b", "a")))
    assert loaded(two)[1].tolist() == [[1], [0], [1], [0]]  # rows of class c count as missing
    roles = [column.replace(role="ignore") for column in people.columns]
    roles[0], roles[2], roles[3] = roles[0].replace(role="target"), roles[2].replace(role="target"), roles[3]
    roles[1] = roles[1].replace(role="feature", encoding="ordinal", missing="drop")
    inputs, targets, dataset = loaded(people.with_columns(roles))
    assert dataset.classes == ()
    assert inputs.tolist() == [[0], [1], [0], [1]]
    assert targets.tolist() == [[12, 1.5], [12, 1.5], [11, 1.5], [10, 2]]


def test_roles_change_without_the_file(people: TableSource) -> None:
    place = 0
    ages = as_type(people.columns[place], people.cells_of(place), "category")
    assert ages.categories == ("10", "11", "12", "13", "14")
    other = people.with_columns([ages, *people.columns[1:]])
    assert other.load().features[:2] == ("umur=10", "umur=11")
    assert other.with_columns(people.columns) == people
    turned = people.with_columns(changed(people, "kota", categories=("Solo", "Bogor"), encoding="ordinal"))
    assert np.array_equal(np.asarray(turned.load().inputs)[:, 1], [1, 0, np.nan, 0, 1, 0], equal_nan=True)
    assert turned.with_columns(people.columns) == people
    with pytest.raises(DataError, match="Column kota holds texts that are no numbers, such as 'Bogor'"):
        people.with_columns(changed(people, "kota", type="number", missing="mean"))
    with pytest.raises(DataError, match="There is no target"):
        people.with_columns(changed(people, "kelas", role="ignore"))


def test_a_column_says_to_which_part_a_row_belongs(tmp_path: Path) -> None:
    source = made(tmp_path, "x,split,y\n" + "1.5,train,a\n2.5,test,b\n3.5,val,a\n4.5,Train,b\n5.5,,b\n")
    dataset = source.load()
    assert dataset.assigned is not None
    assert dataset.assigned.tolist() == [0, 2, 1, 0]
    prepared = Preparation(split="by_column", scaling="none").apply(dataset, 0)
    assert np.asarray(prepared.raw.training[0]).tolist() == [[1.5], [4.5]]
    assert prepared.raw.test is not None
    assert np.asarray(prepared.raw.test[0]).tolist() == [[2.5]]


# No leakage


def test_fills_are_read_from_training_samples_alone(tmp_path: Path) -> None:
    lines = ["x,kind,part,y"]
    lines += ["1,p,train,a", "3,q,train,b", "5,q,train,a", ",,train,b"] * 2
    lines += ["1000,p,test,a"] * 30 + [",,test,b"] * 2
    source = made(tmp_path, "\n".join(lines))
    prepared = Preparation(split="by_column", scaling="none", validation=0.0).apply(source.load(), 0)
    assert prepared.fitted.filler.values.tolist() == [3, 0, 1]  # not 1000, and q though p is far more frequent in all
    assert np.asarray(prepared.dataset.inputs)[3].tolist() == [3, 0, 1]
    assert prepared.dataset.test is not None
    assert np.asarray(prepared.dataset.test[0])[-1].tolist() == [3, 0, 1]


# New rows


def test_new_rows_get_the_same_treatment(people: TableSource, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text("note,hari,tinggi,kota,umur\nx,01/02/1970,1.75,Solo,9\ny,,,,\n")
    inputs = people.read_inputs(new)
    assert np.array_equal(inputs, [[9, 0, 1, 1.75, 31], [np.nan] * 5], equal_nan=True)
    new.write_bytes("umur\ttinggi\thari\tkota\n12\t1,5\t01/01/1970\tBogor\n".encode("utf-16"))
    assert people.read_inputs(new).tolist() == [[12, 1, 0, 1.5, 0]]
    new.write_text("12;Bogor;1,5;01/01/1970\n")
    assert people.read_inputs(new).tolist() == [[12, 1, 0, 1.5, 0]]


def test_its_own_file_gives_the_same_inputs(people: TableSource, tmp_path: Path) -> None:
    whole = people.read_inputs(tmp_path / "t.csv")
    assert np.array_equal(np.delete(whole, 4, axis=0), np.asarray(people.load().inputs), equal_nan=True)


def test_marks_and_signs_of_the_first_file_hold_for_others(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x;y\n1.234,5;a\n-;b\n2;a\n3;b\n")
    table = read_whole(path, Dialect("utf-8", ";", ",", ".", missing=("", "-")))
    source = TableSource.of(table, [each.column for each in guess(table)])
    path.write_text("x;z\n2.000;1\n-;1\n")
    assert np.array_equal(source.read_inputs(path), [[2000], [np.nan]], equal_nan=True)


def test_numbers_that_are_categories_may_be_written_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("k,y\n1,a\n2,b\n1,b\n2,a\n")
    table = read_whole(path)
    first, last = (each.column for each in guess(table))
    source = TableSource.of(table, [as_type(first, table.cells[0], "category"), last])
    path.write_text("k\n2.0\n01\n")
    assert source.read_inputs(path).tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("umur;kota;tinggi;hari\n12;Medan;1,5;\n", r"n.csv, row 2, column 2 (kota): one of the categories that were "
         "learned (Bogor, Solo) is needed. Received: 'Medan'"),
        ("umur;kota;tinggi;hari\n12;Solo;1,5;\ntua;Solo;1,5;\n", "row 3, column 1 (umur): a number is needed. "
         "Received: 'tua'"),
        ("umur;kota;tinggi;hari\n12;Solo;1,5;besok\n", "row 2, column 4 (hari): a date such as 31/01/2026 is needed"),
        ("umur;kota\n12;Solo\n", "row 1: columns called umur, kota, tinggi, hari are needed. Missing: tinggi, hari"),
        ("umur;kota;tinggi;hari\ninf;Solo;1,5;\n", "row 2, column 1 (umur): a finite number is needed"),
        ("", "n.csv is empty"),
    ],
)  # fmt: skip
def test_new_rows_that_do_not_do(people: TableSource, tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "n.csv"
    path.write_text(text)
    with pytest.raises(DataError) as caught:
        people.read_inputs(path)
    assert told in str(caught.value)


def test_a_gap_is_refused_where_nothing_fills_it(tmp_path: Path) -> None:
    people = made(tmp_path, PEOPLE + "15;Solo;1;08/01/1970;b\n")
    strict = people.with_columns(changed(people, "umur", missing="drop"))
    path = tmp_path / "n.csv"
    path.write_text("umur;kota;tinggi;hari\n12;Solo;;\n;Solo;;\n")
    with pytest.raises(DataError, match=r"row 3, column 1 \(umur\): a value is needed.*Received: nothing"):
        strict.read_inputs(path)


# Tables that do not do


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\n1\n2\n", "t.csv has one column; at least a feature and a target are needed"),
        ("a,b\n1,2\n", "t.csv has a single row below its header"),
        ("a,b\n,\n,?\n", "all cells below the header are missing"),
        ("a,y\n1,p\n2,p\n", "Column y holds a single class"),
        ("a,y\n1,p\n2,q\n3,p\n4,p\n", "row 3, column 2 (y): class q has this one sample only"),
        ("a,y\n1,p\ninf,q\n3,p\n4,q\n", "row 3, column 1 (a): a finite number is needed. Received: inf"),
        ("a,y\n1,0.5\n2,-inf\n3,2.5\n", "row 3, column 2 (y): a finite number is needed"),
    ],
)
def test_tables_that_cannot_be_learned_from(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DataError) as caught:
        made(tmp_path, text)
    assert told in str(caught.value)
    assert "t.csv" in str(caught.value)


def test_leaving_out_may_leave_nothing_or_one_class(tmp_path: Path) -> None:
    source = made(tmp_path, "a,b,y\n1,,p\n,2,q\n2,,p\n,3,q\n")
    drop = [column.replace(missing="drop") for column in source.columns]
    with pytest.raises(DataError, match="no row has all values that it needs"):
        source.with_columns(drop)
    source = made(tmp_path, "a,b,y\n1,1,p\n,2,q\n2,0,p\n,3,q\n")
    with pytest.raises(DataError, match="all rows that are learned from are of one class, p"):
        source.with_columns(changed(source, "a", missing="drop"))


def test_more_than_memory_holds_is_refused(people: TableSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.source.fits", lambda needed: needed < 100)
    with pytest.raises(DataError, match="6 rows with 5 inputs need about"):
        people.load()


# Projects


def project_of(source: TableSource) -> Project:
    return Project(first_network(source.shape), TrainingConfig(epochs=2), source, Preparation())


def test_a_project_brings_it_back_to_the_bit(people: TableSource, tmp_path: Path) -> None:
    project = project_of(people)
    assert project.infer().problems == ()
    save(project, tmp_path / "x.rambat")
    again = load(tmp_path / "x.rambat").data
    assert isinstance(again, TableSource)
    assert again == people
    assert np.asarray(again.load().inputs).tobytes() == np.asarray(people.load().inputs).tobytes()
    assert to_bytes(from_bytes(to_bytes(project))) == to_bytes(project)
    assert DataSource.from_json(people.to_json()).replace(content=people.content) == people


def test_without_data_it_says_so(people: TableSource) -> None:
    empty = TableSource()
    assert infer_shapes(first_network(empty.shape), empty.shape).obstacles == ()
    with pytest.raises(DataError, match="No data have been chosen yet"):
        empty.load()
    with pytest.raises(DataError, match=r"The data of t\.csv are missing in the project\. Import that file again"):
        people.replace(content=None).load()


@pytest.mark.parametrize(
    "damage",
    [
        {"lines": None},
        {"lines": np.zeros(7)},
        {"lines": np.zeros(0, np.int32)},
        {"column_1": None},
        {"column_1": np.zeros(6)},
        {"column_1": np.zeros((7, 1))},
        {"column_1": np.zeros(7, np.float32)},
        {"column_1": np.zeros(7, bool)},
        {"column_1": np.zeros(7, np.int16)},
        {"column_2": np.full(7, 2, np.int16)},
        {"column_2": np.full(7, -2, np.int16)},
        {"column_9": np.zeros(7)},
        {"x": np.zeros(7)},
    ],
)
def test_damaged_arrays_are_refused(people: TableSource, damage: dict[str, Any]) -> None:
    arrays = {name: array for name, array in {**people.held(), **damage}.items() if array is not None}
    with pytest.raises(DataError, match=f"The table's {next(iter(damage))} is damaged"):
        people.with_content(arrays)


def test_strange_values_in_sound_arrays_never_crash(people: TableSource) -> None:
    for fill in (np.nan, np.inf, -1e308):
        arrays = {
            name: np.full(7, fill) if array.dtype == np.float64 else array for name, array in people.held().items()
        }
        source = people.with_content(arrays)
        if np.isfinite(fill):
            source.load()
        else:
            with pytest.raises(DataError):
                source.load()
    mistaken = people.with_content({**people.held(), "column_2": np.arange(7.0), "column_5": np.arange(7.0)})
    with pytest.raises(DataError, match="no row has all values"):
        mistaken.load()


@pytest.mark.parametrize(
    "columns", [["x"], [5], "x", [{"title": "x", "role": "feature"}], [{"role": "boss"}], [{"format": "%Q"}]]
)
def test_damaged_columns_are_refused(columns: Any) -> None:
    with pytest.raises(HyperparameterError):
        DataSource.from_json({"kind": "table", "columns": columns})


DAYS = (  # by hand: 1 January 1970 was a Thursday, 29 February 2024 one as well
    ("01/01/1970", 0, 3), ("31/12/1969", 11, 2), ("29/02/2024", 1, 3), ("15/08/2026", 7, 5), ("16/08/2026", 7, 6),
)  # fmt: skip


@pytest.mark.parametrize(("part", "place", "count"), [("month", 1, 12), ("weekday", 2, 7)])
def test_dates_stand_for_their_month_or_weekday(tmp_path: Path, part: str, place: int, count: int) -> None:
    path = tmp_path / "t.csv"
    path.write_text("hari,y\n" + "".join(f"{day[0]},{number}.5\n" for number, day in enumerate(DAYS)) + ",7.5\n")
    table = read_whole(path)
    columns = [each.column for each in guess(table)]
    assert columns[0].encoding == "ordinal"
    source = TableSource.of(table, [columns[0].replace(encoding=part, missing="most_frequent"), columns[1]])
    inputs = np.asarray(source.load().inputs)
    assert inputs.shape == (6, count)
    assert inputs[:5].argmax(axis=1).tolist() == [day[place] for day in DAYS]
    assert (inputs[:5].sum(axis=1) == 1).all()
    assert np.isnan(inputs[5]).all()
    filled = np.asarray(Preparation(validation=0, scaling="none").apply(source.load(), 0).dataset.inputs)[5]
    assert (filled.sum(), filled.max()) == (1, 1), "the most frequent month is put in, not a middle of months"
    project = Project(first_network(source.shape), TrainingConfig(), source, Preparation())
    assert from_bytes(to_bytes(project)).data == source
    new = tmp_path / "new.csv"
    new.write_text("hari\n15/08/2026\n")
    assert source.read_inputs(new).argmax() == DAYS[3][place]


def test_rows_that_people_skip_are_skipped_in_a_new_file_too(tmp_path: Path) -> None:
    """Rows of the table's width do not show that they stand above it."""
    path = tmp_path / "t.csv"
    path.write_text("ekspor,2026,v1\nalat,A,v2\nx1,x2,y\n" + "".join(f"{i},{i % 3},{i * 2}\n" for i in range(9)))
    table = read_whole(path, detect(path, skip=2))
    assert detect(path).skip == 0
    source = TableSource.of(table, [each.column for each in guess(table)])
    assert source.read_inputs(path)[:2].tolist() == [[0, 0], [1, 1]]
    path.write_text("x1,x2\n5,6\n")
    assert source.read_inputs(path).tolist() == [[5, 6]]
    path.write_text("x1\n5\n")
    with pytest.raises(DataError, match=r"row 1: columns called x1, x2 are needed. Missing: x2\.$"):
        source.read_inputs(path)


@pytest.mark.parametrize("kind", [TableSource, TimeSeries])
def test_cells_without_columns_are_damaged(kind: type[TableSource]) -> None:
    with pytest.raises(DataError, match="columns"):
        kind().with_content({"lines": np.arange(1, 6, dtype=np.int32)})


def test_columns_come_back_as_they_were_whatever_their_titles(tmp_path: Path) -> None:
    """A title or a category may hold what stands between the two in the name of an input."""
    rows = ("a=b;c=d;hari;bulan;sendiri;y", "1;x=1;2023-01-02;2023-01-02;s;5", "2;x=2;2023-01-03;2023-02-02;s;6",
            "3;x=1;2023-01-04;2023-02-02;s;7")  # fmt: skip
    changes = {
        "c=d": Column("c=d", type="category", categories=("x=1", "x=2")),
        "bulan": Column("bulan", type="date", encoding="month", format="ISO8601"),
        "hari": Column("hari", type="date", encoding="ordinal", format="ISO8601"),
        "sendiri": Column("sendiri", type="category", categories=("s",)),
        "y": Column("y", "target"),
    }
    source = made(tmp_path, "\n".join(rows), **changes)
    samples = gather(Preparation(validation=0.0).apply(source.load(), 0))
    assert [column.name for column in samples.features] == ["a=b", "c=d", "hari", "bulan", "sendiri"]
    number, kind, day, month, alone = samples.features
    assert [number.values.tolist(), day.values.tolist()] == [[1, 2, 3], [19359, 19360, 19361]]
    assert [column.date for column in samples.features] == [False, False, True, False, False]
    assert [kind.names[place] for place in kind.values] == ["x=1", "x=2", "x=1"]
    assert [month.names[place] for place in month.values] == ["1", "2", "2"]
    assert [alone.names[place] for place in alone.values] == ["s", "s", "s"]
