"""What follows when people choose what becomes of a column."""

from __future__ import annotations

import pytest

from engine.data.tables import beginning, detect, read_whole
from gui.table_import.draft import of_source, of_table

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
    source = draft.make(draft.columns)
    held = of_source(source)
    assert held.columns == draft.columns
    assert [list(row) for row in held.rows] == [[cell.removesuffix(".0") for cell in row] for row in draft.rows]
    assert held.lines == draft.lines == list(range(2, 32))
    other = held.with_choice([1], "role", "ignore")
    assert (source.shape.inputs, other.make(other.columns).shape.inputs) == ((1 + 2 + 4,), (1 + 4,))
