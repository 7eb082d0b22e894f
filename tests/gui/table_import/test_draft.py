"""What follows when people choose what becomes of a column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data.tables import beginning, detect, read_whole
from gui.table_import.draft import of_source, of_table, usual_windows

TEXT = "luas,kota,kamar,harga\n" + "".join(
    f"{60 + n},{('Bogor', 'Depok')[n % 2]},{n % 3 + 1 if n != 5 else 'tiga'},{n * 1.5}\n" for n in range(30)
)


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "rumah.csv"
    path.write_text(TEXT)
    dialect = detect(path)
    return of_table(read_whole(path, dialect), beginning(path, dialect)[1], whole=True)


def roles(draft):
    return [column.role for column in draft.columns]


def test_targets_are_those_that_are_chosen_and_no_others(draft):
    assert roles(draft) == ["feature", "feature", "feature", "target"]
    one = draft.with_choice([1], "role", "target")
    assert roles(one) == ["feature", "target", "feature", "feature"]
    assert one.columns[1].type == "category"
    assert (one.columns[1].missing, one.columns[3].missing) == ("drop", "median")
    assert roles(one.with_choice([0, 3], "role", "target")) == ["target", "feature", "feature", "target"]


def test_a_text_among_numbers_is_offered_as_missing(draft):
    assert [draft.misfit(place) for place in range(4)] == ["", "", "tiga", ""]


def test_types_are_those_that_the_cells_may_be(draft):
    assert draft.types(0) == ("number", "category")
    assert draft.with_choice([0], "type", "text").columns[0].type == "number"
    assert len(draft.with_choice([0], "type", "category").columns[0].categories) == 30


def test_a_held_table_is_edited_without_its_file(draft):
    source = draft.make(draft.columns, None)
    held = of_source(source)
    assert held.columns == draft.columns
    assert [list(row) for row in held.rows] == [[cell.removesuffix(".0") for cell in row] for row in draft.rows]
    assert held.lines == draft.lines == list(range(2, 32))
    other = held.with_choice([1], "role", "ignore")
    assert (source.shape.inputs, other.make(other.columns, None).shape.inputs) == ((1 + 2 + 4,), (1 + 4,))


def test_a_series_has_one_target_and_one_order(tmp_path):
    path = tmp_path / "hari.csv"
    path.write_text("tanggal,libur,suhu,angin\n" + "".join(
        f"2026-01-{n:02},{'ya' if n % 7 == 0 else 'tidak'},{20 + n / 4},{n % 5}\n" for n in range(1, 29)
    ))  # fmt: skip
    first, rows = beginning(path, detect(path))
    draft = of_table(read_whole(path), rows, whole=True).in_series(usual_windows())
    assert roles(draft) == ["order", "feature", "feature", "target"]
    draft = draft.with_choice([1, 2], "role", "order")
    assert roles(draft) == ["ignore", "order", "feature", "target"]
    draft = draft.with_choice([2], "role", "target").with_choice([0], "role", "order")
    assert roles(draft) == ["order", "ignore", "target", "feature"]
    source = draft.make(draft.columns, {"window": 5, "horizon": 2, "stride": 1})
    held = of_source(source)
    assert held.windows == {"window": 5, "horizon": 2, "stride": 1}
    assert held.make(held.columns, {"window": 3, "horizon": 1, "stride": 4}).sample_count == 7
    assert len(first) == 28


def test_dates_become_months_with_a_fill_that_they_have(draft):
    dates = replace(draft, columns=(draft.columns[0].replace(type="date", encoding="ordinal"), *draft.columns[1:]))
    assert dates.columns[0].missing == "median"
    assert dates.with_choice([0], "encoding", "month").columns[0].missing == "most_frequent"


def test_another_type_leaves_a_series_what_stands_in_its_gaps(draft):
    series = draft.in_series(usual_windows())
    assert series.with_choice([0], "type", "category").columns[0].missing == "drop"
    filled = series.with_choice([0], "missing", "previous").with_choice([0], "type", "category")
    assert (filled.columns[0].type, filled.columns[0].missing) == ("category", "previous")
