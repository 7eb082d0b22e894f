"""What a column probably is, and what keeps columns from being learned from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.data.tables import Column, Guess, as_role, as_type, guess, problems, read_whole
from engine.errors import DataError

Guesses = dict[str, Guess]


@pytest.fixture
def guessed(tmp_path: Path) -> Any:
    def look(text: str, **named: Any) -> Guesses:
        path = tmp_path / "t.csv"
        path.write_text(text)
        return {each.column.title: each for each in guess(read_whole(path), **named)}

    return look


def roles(guesses: Guesses) -> dict[str, str]:
    return {name: each.column.role for name, each in guesses.items()}


def rows(header: str, *cells: str, times: int = 1) -> str:
    return "\n".join((header, *(cells * times))) + "\n"


def test_types_roles_and_fills(guessed: Any) -> None:
    found = guessed(
        "nama,umur,kota,hari,lulus\nAna,12,Bogor,2024-01-01,ya\nBudi,,Solo,2024-01-02,tidak\n"
        "Citra,13,Solo,2024-01-03,ya\nDedi,14,Bogor,2024-01-04,tidak\n"
    )
    assert roles(found) == {
        "nama": "ignore", "umur": "feature", "kota": "feature", "hari": "feature", "lulus": "target",
    }  # fmt: skip
    types = {name: (each.column.type, each.column.missing) for name, each in found.items()}
    assert types == {
        "nama": ("text", "drop"),
        "umur": ("number", "median"),
        "kota": ("category", "most_frequent"),
        "hari": ("date", "median"),
        "lulus": ("category", "drop"),
    }
    assert found["kota"].column.categories == ("Bogor", "Solo")
    assert found["lulus"].column.categories == ("tidak", "ya")
    assert str(found["nama"].note) == "It holds too many different texts to be categories: 4."


@pytest.mark.parametrize(("header", "target"), [("a,b,c", "c"), ("a,y,c", "y"), ("Kelas,b,c", "Kelas")])
def test_the_target_is_named_so_or_stands_last(guessed: Any, header: str, target: str) -> None:
    found = guessed(rows(header, "1.5,2.5,3.5", "2.5,3.5,5.5", "0.5,2.5,3.75"))
    assert [name for name, role in roles(found).items() if role == "target"] == [target]


def test_few_whole_numbers_are_classes_as_targets_only(guessed: Any) -> None:
    found = guessed(rows("x1,x2,y", "0,0,0", "0,1,1", "1,0,1", "1,1,0"))
    assert [each.column.type for each in found.values()] == ["number", "number", "category"]
    assert found["y"].column.categories == ("0", "1")
    assert "few whole numbers" in str(found["y"].note)
    measures = guessed("x,y\n" + "".join(f"{number}.5,{number % 30}\n" for number in range(60)))
    assert measures["y"].column.type == "number"


def test_what_tells_nothing_is_ignored_with_the_reason(guessed: Any) -> None:
    found = guessed(rows("id,same,none,x,y", "1,5,,0.5,a", "2,5,,1.5,b", "3,5,,2.5,a", "4,5,,0.7,b"))
    assert roles(found) == {"id": "ignore", "same": "ignore", "none": "ignore", "x": "feature", "y": "target"}
    assert [str(found[name].note) for name in ("id", "same", "none")] == [
        "It counts or names the rows.", "It holds the same value in every row.", "It holds no value.",
    ]  # fmt: skip
    alone = guessed(rows("no,y", "1,0.5", "2,1.5", "3,2.25"))
    assert roles(alone) == {"no": "feature", "y": "target"}


def test_a_column_of_parts(guessed: Any) -> None:
    found = guessed(rows("x,bagian,y", "1.5,latih,a", "2.5,uji,b", "3.5,validasi,a", "3.5,Test,b", times=2))
    assert roles(found) == {"x": "feature", "bagian": "part", "y": "target"}


def test_the_first_bad_cell_is_told(guessed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.data.tables.dialect.SAMPLE_ROWS", 2)
    found = guessed(rows("x,y", "1,0.5", "2,1.5", "-,2.5", "1,2.5", "2,2.5", "-,2.5"))
    assert found["x"].column.type == "category"
    assert "but for row 4: '-'. If that means a missing value, say so" in str(found["x"].note)


def test_columns_that_people_name(guessed: Any) -> None:
    text = rows("a,b,c", "1,0.5,x", "2,1.5,z", "3,0.5,x", "4,2.5,z")
    found = guessed(text, targets=("a", "b"), ignored=("c",))
    assert roles(found) == {"a": "target", "b": "target", "c": "ignore"}
    assert {found[name].column.type for name in "ab"} == {"number"}
    with pytest.raises(DataError, match=r"t\.csv has no column called 'd'. Its columns: a, b, c"):
        guessed(text, targets=("d",))


def test_another_type_brings_its_categories(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(rows("a,y", "10,1", "9,2", "0.5,3", ",4"))
    table = read_whole(path)
    column = as_type(guess(table)[0].column, table.cells[0], "category")
    assert (column.categories, column.missing) == (("0.5", "9", "10"), "most_frequent")


NUMBER, CLASSES = Column("x"), Column("y", "target", "category", categories=("a", "b"))


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ((NUMBER,), "There is no target"),
        ((CLASSES,), "There is no feature"),
        ((NUMBER, NUMBER, CLASSES), "Two columns are called 'x'"),
        ((NUMBER, CLASSES, Column("z", "target")), "Several targets must all be numbers"),
        ((NUMBER, CLASSES.replace(categories=("a",))), "Column y holds a single class"),
        ((NUMBER, CLASSES.replace(categories=("a", "a"))), "Column y holds a category twice"),
        ((Column("x", type="text"), CLASSES), "Column x holds texts"),
        ((Column("x", "order"), NUMBER.replace(title="z"), CLASSES), "Only in a time series has column x"),
        ((Column("x", missing="previous"), CLASSES), "Only in a time series has column x"),
        ((Column("x", type="category"), CLASSES), "Column x holds no value"),
        ((Column("x", type="category", categories=("a", "b"), missing="mean"), CLASSES), "no mean and no median"),
        ((Column("x", type="category", categories=tuple(map(str, range(1001)))), CLASSES), "holds 1,001 categories"),
        ((NUMBER, CLASSES, Column("p", "part", "category", categories=("train", "x"))), "training, validation or test"),
        ((NUMBER, CLASSES, *(Column(p, "part", "category", categories=("test",)) for p in "pq")), "Only one column"),
        (
            (*(Column(f"x{n}", type="category", categories=tuple(map(str, range(999)))) for n in range(11)), CLASSES),
            "more than 10,000 inputs",
        ),
    ],
)
def test_problems(columns: tuple[Column, ...], told: str) -> None:
    assert [told in str(problem) for problem in problems(columns)] == [True]


def test_many_categories_may_be_ordinal() -> None:
    many = Column("x", type="category", categories=tuple(map(str, range(1001))), encoding="ordinal")
    assert list(problems((many, CLASSES))) == []


def test_a_date_that_stands_for_its_month_is_never_filled_with_a_median(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("hari,y\n" + "".join(f"2026-{month:02}-01,{month}\n" for month in range(1, 13)))
    table = read_whole(path)
    month = guess(table)[0].column.replace(encoding="month", role="ignore", missing="most_frequent")
    again = as_role(month, table.cells[0], "feature").column
    assert (again.encoding, again.missing) == ("month", "most_frequent")
    assert as_role(month.replace(encoding="ordinal"), table.cells[0], "feature").column.missing == "median"
