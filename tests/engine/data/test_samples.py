"""Samples side by side: their columns, their order, and what a text asks for."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Dataset, Iris, Preparation
from engine.data.dataset import Group
from engine.data.days import date_text, read_date
from engine.data.description import summary
from engine.data.sample_filter import matching
from engine.data.samples import Column, Headings, Samples, gather, in_order
from engine.errors import DataError


@pytest.fixture(scope="module")
def iris():
    return gather(Preparation(validation=0.2, test=0.1).apply(Iris().load(), 0))


def test_columns_of_a_classification(iris):
    assert [column.name for column in iris.columns] == [
        "sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)", "class", "part",
    ]  # fmt: skip
    assert iris.classes == ("setosa", "versicolor", "virginica")
    assert np.bincount(iris.part.values).tolist() == [105, 30, 15]
    assert np.bincount(iris.labels).tolist() == [50, 50, 50]
    assert iris.pictures is None
    whole = np.sort(Iris().load().inputs[:, 2])
    assert np.array_equal(np.sort(iris.features[2].values), whole)


def test_measures_pictures_and_questions_of_their_own():
    rng = np.random.default_rng(0)
    pictures = gather(Preparation().apply(Dataset(rng.random((8, 4, 5, 1)), rng.random((8, 2))), 0))
    assert [column.name for column in pictures.features][:4] == ["[1, 1]", "[1, 2]", "[1, 3]", "[1, 4]"]
    assert [column.name for column in pictures.answers] == ["target [1]", "target [2]"]
    assert pictures.pictures.shape == (8, 4, 5, 1)
    assert (pictures.classes, pictures.labels) == ((), None)
    several = np.array([[1, 1], [0, 1], [0, 0], [1, 0]])
    asked = gather(Preparation(validation=0).apply(Dataset(rng.random((4, 1)), several, None, ("red", "round")), 0))
    assert [column.name for column in asked.answers] == ["red", "round"]
    assert asked.labels is None


def test_order_is_stable_and_missing_values_come_last():
    values = np.array([[2.0], [np.nan], [1.0], [2.0]])
    samples = gather(
        Preparation(validation=0).apply(Dataset(values, np.zeros((4, 1)), fills=("mean",), features=("a",)), 0)
    )
    rows = np.arange(4)
    assert in_order(samples.features[0], rows).tolist() == [2, 0, 3, 1]
    assert in_order(samples.features[0], rows, descending=True).tolist() == [0, 3, 2, 1]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 150),
        ("petal length > 4.5", 63),
        ("petal length (cm) > 4,5", 63),
        ("petal length>4.5 and class = virginica", 49),
        ("petal l ≤ 1.5 & class != setosa", 0),
        ("class = VERSICOLOR and part = test", 5),
        ("setosa", 50),
        ("virg", 50),
        ("7.9", 1),
        ("nobody", 0),
    ],
)
def test_what_a_text_asks_for(iris, text, count):
    assert int(matching(iris, text).sum()) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("petal > 1", "petal may be any of these columns: petal length (cm), petal width (cm). "
                      "Write more of its name."),
        ("weight > 1", "No column is called weight. There are: sepal length (cm), sepal width (cm), petal length (cm), "
                       "petal width (cm), class, part."),
        ("petal length > long", "petal length (cm) is compared with a number. Received: long."),
        ("class > setosa", "class holds names, which can be compared with = and ≠ only. Received: > setosa."),
        ("class = rose", "class is never rose. It is one of: setosa, versicolor, virginica."),
        ("petal length >", "A comparison has a column, a sign and a value, such as sepal length (cm) > 1. "
                           "Received: petal length >."),
        ("petal width > 1 and setosa", "A comparison has a column, a sign and a value, such as sepal length (cm) > 1. "
                                       "Received: setosa."),
    ],
)  # fmt: skip
def test_a_wrong_text_is_explained(iris, text, told):
    with pytest.raises(DataError) as caught:
        matching(iris, text)
    assert str(caught.value) == told


def test_columns_and_parts_are_called_as_the_window_calls_them():
    words = Headings("kelas", "target", "bagian", ("pelatihan", "validasi", "uji"))
    samples = gather(Preparation().apply(Iris().load(), 0), words)
    assert int(matching(samples, "bagian = validasi dan kelas = setosa").sum()) in (12, 13)
    missing = Dataset(np.array([[1.0], [np.nan], [3.0]]), np.zeros((3, 1)), fills=("mean",), features=("a",))
    assert int(matching(gather(Preparation(validation=0).apply(missing, 0)), "a != 1").sum()) == 1


def test_a_row_without_a_category_comes_last_and_is_not_said_to_be_another_one() -> None:
    kinds = Column("kind", np.array([0, 2, 1, 2]), ("a", "b", ""))
    rows = np.arange(4)
    assert in_order(kinds, rows).tolist() == [0, 2, 1, 3]
    assert in_order(kinds, rows, descending=True).tolist() == [2, 0, 1, 3]
    samples = Samples((kinds,), (), Column("part", np.zeros(4, np.intp), ("training",)))
    assert matching(samples, "kind != a").tolist() == [False, False, True, False]
    with pytest.raises(DataError, match=r"It is one of: a, b\.$"):
        matching(samples, "kind = c")


def test_bytes_are_sorted_as_the_numbers_that_they_are() -> None:
    column = Column("pixel", np.array([3, 0, 255, 7], np.uint8))
    assert in_order(column, np.arange(4), descending=True).tolist() == [2, 3, 0, 1]


def test_what_tells_a_category_together_is_one_column_again():
    nan = np.nan
    inputs = np.array([[1.0, 0, 0, 5], [nan, nan, nan, 6], [0, 0, 1, 7], [0, 1, 0, nan]])
    names = ("town=Solo", "town=Blitar", "town=Kudus", "age")
    fills = ("most_frequent", "as_before", "as_before", "mean")
    groups = (Group("town", 0, 3, ("Solo", "Blitar", "Kudus")), Group("age", 3, 4))
    table = Dataset(inputs, np.ones((4, 1)), None, (), names, None, fills, groups=groups)
    samples = gather(Preparation(validation=0.0, scaling="none").apply(table, 0))
    town, age = samples.features
    assert (town.name, town.names) == ("town", ("Solo", "Blitar", "Kudus", ""))
    assert [town.names[place] for place in town.values] == ["Solo", "", "Kudus", "Blitar"]
    assert (age.name, age.names) == ("age", ())
    told = summary(town)
    assert (told.count, told.missing, told.distinct) == (3, 1, 3)
    assert matching(samples, "town = kudus").tolist() == [False, False, True, False]


EPOCH = datetime(1970, 1, 1)


@pytest.fixture
def dated():
    """2023-01-02, a missing date, and a quarter to two on the day after."""
    days = np.array([[19359.0], [np.nan], [19360 + 13.75 / 24]])
    table = Dataset(
        days, np.ones((3, 1)), None, (), ("tanggal",), fills=("mean",), groups=(Group("tanggal", 0, 1, (), True),)
    )
    return gather(Preparation(validation=0.0, scaling="none").apply(table, 0))


@given(st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 30)).map(lambda at: at.replace(microsecond=0)))
def test_a_date_is_written_as_it_is_read(at):
    days = (at - EPOCH) / timedelta(days=1)
    assert read_date(date_text(days)) == days
    assert date_text(days, whole=True) == at.date().isoformat()


@pytest.mark.parametrize("text", ["", "19359", "2023-02-30", "20230102", "2023-01-02 25:00", "02/01/2023"])
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None
    assert (date_text(np.nan), date_text(1e9)) == ("", "")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("tanggal > 2023-01-02", [2]),
        ("tanggal >= 2023-01-02 and tanggal < 2023-01-03", [0]),
        ("tanggal != 2023-01-02", [2]),
        ("tanggal = 2023-01-03 13:45", [2]),
        ("2023-01-02", [0]),
        ("19359", []),
    ],
)
def test_a_date_is_asked_for_as_people_write_it(dated, text, rows):
    assert np.flatnonzero(matching(dated, text)).tolist() == rows


def test_a_date_is_compared_with_no_number(dated):
    with pytest.raises(DataError, match=r"^tanggal is compared with a date such as 2023-01-02\. Received: 19359\.$"):
        matching(dated, "tanggal > 19359")


@pytest.mark.parametrize(
    ("values", "decimals"),
    [([4.9, 3, np.nan, 3.25], 2), ([1, 2, np.inf], 0), ([0.1 + 0.2, 1], 1), ([1 / 3, 2], None), ([np.nan], 0)],
)
def test_a_column_knows_with_how_many_decimals_it_is_written(values: list[float], decimals: int | None) -> None:
    assert Column("x", np.array(values)).decimals == decimals
