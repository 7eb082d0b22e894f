"""A table whose rows follow each other: what is seen, in which order, and every gap told by file, row and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Preparation, TimeSeries
from engine.data.sample_filter import matching
from engine.data.samples import gather
from engine.data.series import as_series
from engine.data.series_report import series_report
from engine.data.tables import guess, read_whole
from engine.errors import DataError
from engine.project import from_bytes, load_example, to_bytes

Make = Callable[..., TimeSeries]
ROWS = [(f"2026-01-{day:02}", day * 1.5, 20 + day % 4, "ya" if day % 3 else "tidak") for day in range(1, 13)]
HEADER = "tanggal,suhu,angin,libur\n"


def text(rows: list[tuple[Any, ...]]) -> str:
    return HEADER + "".join(",".join(map(str, row)) + "\n" for row in rows)


@pytest.fixture
def series(tmp_path: Path) -> Make:
    """A series of a table with this text; `changes` are fields of its columns by name."""

    def make(content: str, target: str = "suhu", changes: dict[str, dict[str, str]] | None = None,
             **options: int) -> TimeSeries:  # fmt: skip
        path = tmp_path / "cuaca.csv"
        path.write_text(content)
        table = read_whole(path)
        columns = [each.column for each in as_series(guess(table, [target]), table.cells, [target])]
        for place, column in enumerate(columns):
            columns[place] = column.replace(**(changes or {}).get(column.title, {}))
        return TimeSeries.of(table, columns, **{"window": 3, **options})

    return make


def test_the_past_of_all_columns_is_seen_and_the_target_forecast(series: Make) -> None:
    source = series(text(ROWS), horizon=2)
    assert [column.role for column in source.columns] == ["order", "target", "feature", "feature"]
    assert source.shape.inputs == (3, 4)
    dataset: Any = source.load()
    assert source.sample_count == len(dataset) == 8
    assert dataset.inputs[0].tolist() == [[1.5, 21, 0, 1], [3, 22, 0, 1], [4.5, 23, 1, 0]]
    assert dataset.targets[0].tolist() == [6.0, 7.5]
    assert source.suggested_split == "in_order"
    samples = gather(Preparation(validation=0.25, split="in_order").apply(dataset, 0))
    named = ["suhu −3", "angin −3", "libur=tidak −3", "libur=ya −3", "suhu −2"]
    assert [column.name for column in samples.features[:5]] == named
    assert [column.name for column in samples.answers] == ["suhu +1", "suhu +2"]
    assert matching(samples, "suhu -2 > 3").tolist() == (samples.features[4].values > 3).tolist()


def test_rows_are_put_in_the_order_of_their_dates(series: Make) -> None:
    source, turned = series(text(ROWS)), series(text(ROWS[::-1]))
    for name in ("inputs", "targets"):
        assert np.array_equal(getattr(source.load(), name), getattr(turned.load(), name))
    assert (series_report(source).moved, series_report(turned).moved) == (0, 12)
    as_they_stand = series(text(ROWS[::-1]), changes={"tanggal": {"role": "ignore"}})
    assert np.asarray(as_they_stand.load().targets)[0] == 9 * 1.5


@pytest.mark.parametrize(
    ("row", "cells", "told"),
    [
        (0, ("2026-01-01", "", 21, "ya"), r"cuaca.csv, row 2, column 2 \(suhu\): a value is needed.*nothing"),
        (0, ("2026-01-01", 1, "", "ya"), r"cuaca.csv, row 2, column 3 \(angin\): a value is needed.*nothing"),
        (4, ("2026-01-05", "rusak", 21, "ya"), r"cuaca.csv, row 6, column 2 \(suhu\): a number is .*'rusak'"),
        (4, ("2026-01-05", 1, "rusak", "ya"), r"cuaca.csv, row 6, column 3 \(angin\): a number is .*'rusak'"),
        (4, ("2026-01-05", "inf", 21, "ya"), r"cuaca.csv, row 6, column 2 \(suhu\): a value is needed.*inf"),
        (4, ("", 1, 21, "ya"), r"cuaca.csv, row 6, column 1 \(tanggal\): it must be known"),
        (4, ("2026-01-04", 1, 21, "ya"), r"row 6, column 1 \(tanggal\): the same time as in row 5"),
    ],
)
def test_what_tears_a_series_is_told_by_its_place(series: Make, row: int, cells: Any, told: str) -> None:
    rows: list[Any] = list(ROWS)
    rows[row] = cells
    with pytest.raises(DataError, match=told):
        series(text(rows))


def test_the_value_before_takes_the_place_of_a_gap_and_nothing_from_behind_it(series: Make) -> None:
    rows: list[Any] = list(ROWS)
    rows[4], rows[5] = ("2026-01-05", "", 21, ""), ("2026-01-06", "", 22, "ya")
    source = series(text(rows))
    assert [column.missing for column in source.columns] == ["drop", "previous", "drop", "previous"]
    seen, target = source.steps()
    assert target[3:7].tolist() == [6.0, 6.0, 6.0, 10.5]
    assert seen[3:6, 2].tolist() == [0, 0, 0]
    found = series_report(source)
    assert [(each.column, each.count, each.rows) for each in found.filled] == [("suhu", 2, (6, 7)), ("libur", 1, (6,))]
    rows[0] = ("2026-01-01", "", 21, "ya")
    with pytest.raises(DataError, match=r"row 2, column 2 \(suhu\): a value is needed"):
        series(text(rows))
    with pytest.raises(DataError, match=r"row 6, column 2 \(suhu\): a value is needed"):
        series(text([ROWS[0], *rows[1:]]), changes={"suhu": {"missing": "drop"}})


def test_days_that_are_not_there_are_reported(series: Make) -> None:
    rows = [row for day, row in enumerate(ROWS) if day not in (6, 7)]
    found = series_report(series(text(rows)))
    assert (found.gaps.column, found.gaps.count, found.gaps.rows) == ("tanggal", 1, (8,))
    assert found.samples == 10 - 3


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"suhu": {"role": "ignore"}}, "One column is to be forecast. Received: 0"),
        ({"angin": {"role": "target"}}, "One column is to be forecast. Received: 2"),
        ({"suhu": {"role": "feature"}, "libur": {"role": "target"}}, "libur is to be forecast, so it must hold numb"),
        ({"libur": {"role": "part"}}, "not shared out by a column. Ignore column libur"),
        ({"libur": {"role": "order"}}, "Only one column can say in which order"),
        ({"tanggal": {"role": "ignore"}, "libur": {"role": "order"}}, "neither dates nor numbers"),
    ],
)
def test_columns_that_make_no_series(series: Make, changes: Any, told: str) -> None:
    with pytest.raises(DataError, match=told):
        series(text(ROWS), changes=changes)


def test_a_column_alone_is_a_series_but_an_empty_line_is_a_gap(series: Make) -> None:
    one = "suhu\n" + "".join(f"{value}.5\n" for value in range(9))
    assert series(one).shape.inputs == (3, 1)
    with pytest.raises(DataError, match=r"cuaca.csv, row 5, column 1 \(suhu\).*an empty row"):
        series(one.replace("2.5\n", "2.5\n\n"))


def test_it_is_saved_and_its_columns_changed_without_the_file(series: Make) -> None:
    source = series(text(ROWS[::-1]), stride=2)
    project = load_example("moons")
    project.data = source
    read: Any = from_bytes(to_bytes(project)).data
    assert read == source
    assert read.load().inputs.tobytes() == np.asarray(source.load().inputs).tobytes()
    columns = [column.replace(role="ignore") if column.title == "libur" else column for column in read.columns]
    assert read.with_columns(columns).shape.inputs == (3, 2)
    assert read.with_columns(columns).stride == 2


def test_every_window_of_a_new_file_is_answered_the_newest_last(series: Make, tmp_path: Path) -> None:
    source = series(text(ROWS))
    new = tmp_path / "baru.csv"
    new.write_text(text(ROWS[:2:-1]))
    inputs = source.read_inputs(new)
    assert np.array_equal(inputs[:-1], np.asarray(source.load().inputs)[3:])
    assert inputs[-1, :, 0].tolist() == [15.0, 16.5, 18.0]
    new.write_text(text(ROWS[:2]))
    with pytest.raises(DataError, match=r"baru.csv: at least 3 rows are needed, a whole window. Received: 2"):
        source.read_inputs(new)
    new.write_text(text(ROWS).replace(",21,", ",,"))
    with pytest.raises(DataError, match=r"baru.csv, row 2, column 3 \(angin\): a value is needed"):
        source.read_inputs(new)


def test_more_windows_of_a_new_file_than_memory_holds_are_refused(
    series: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = series(text(ROWS))
    monkeypatch.setattr("engine.data.series.MOST_NUMBERS", 100)
    with pytest.raises(DataError, match=r"cuaca.csv: 10 windows of 12 values are 120 numbers, more than 100\."):
        source.read_inputs(tmp_path / "cuaca.csv")


def test_nothing_that_is_held_out_is_trained_on(series: Make) -> None:
    source = series(text(ROWS), horizon=3)
    prepared: Any = Preparation(split=source.suggested_split, validation=0.25, scaling="none").apply(source.load(), 0)
    forecast = prepared.dataset.validation[1]
    assert prepared.dataset.targets.max() < forecast.min()
    assert prepared.dataset.inputs[..., 0].max() < forecast.min()
