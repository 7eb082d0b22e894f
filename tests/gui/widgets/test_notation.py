"""Reading, writing and stepping of values, with no widgets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import HyperparameterError
from engine.hyperparameters import (
    AT_LEAST_ONE,
    FRACTION,
    NON_NEGATIVE,
    POSITIVE,
    Configurable,
    hyper,
)
from gui.widgets.notation import notation, one_two_five


class Sample(Configurable):
    whole: int = hyper(1, label="Whole", bounds=AT_LEAST_ONE)
    seed: int = hyper(0, label="Seed", bounds=NON_NEGATIVE)
    rate: float = hyper(0.01, label="Rate", bounds=POSITIVE)
    share: float = hyper(0.5, label="Share", bounds=FRACTION)
    small: float = hyper(0.0, label="Small", bounds=NON_NEGATIVE)
    free: float = hyper(0.0, label="Free")
    wish: float | None = hyper(None, label="Wish", bounds=POSITIVE)
    shape: tuple[int, ...] = hyper((2,), label="Shape", bounds=AT_LEAST_ONE)
    weights: tuple[float, ...] = hyper((1.0, 1.0), label="Weights", bounds=NON_NEGATIVE)
    title: str = hyper("", label="Title")


FIELDS = {field.name: notation(field) for field in Sample.hyperparameters()}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("rate", "0.01", 0.01),
        ("rate", "0,01", 0.01),
        ("rate", " ,5 ", 0.5),
        ("rate", "1e-3", 0.001),
        ("rate", "1E\N{MINUS SIGN}3", 0.001),
        ("rate", "2.", 2.0),
        ("free", "\N{MINUS SIGN}1,5", -1.5),
        ("whole", "12", 12),
        ("whole", "1e3", 1000),
        ("wish", "", None),
        ("shape", "28×28×1", (28, 28, 1)),
        ("shape", "28 x 28, 1", (28, 28, 1)),
        ("shape", "(4,)", (4,)),
        ("shape", "3*3", (3, 3)),
        ("weights", "1; 2.5", (1.0, 2.5)),
        ("weights", "0,5 2,5", (0.5, 2.5)),
        ("weights", "1, 2.5, 3", (1.0, 2.5, 3.0)),
        ("weights", "1e-3", (0.001,)),
        ("title", "a b", "a b"),
    ],
)
def test_texts_that_are_understood(name, text, value):
    assert FIELDS[name].parse(text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rate", ""),
        ("rate", "0"),
        ("rate", "abc"),
        ("rate", "1.000,5"),
        ("rate", "1_0"),
        ("rate", "inf"),
        ("rate", "nan"),
        ("rate", "1e999"),
        ("share", "1"),
        ("whole", "0"),
        ("whole", "1,000"),
        ("whole", "1.5"),
        ("whole", "1" * 400),
        ("shape", "28××a"),
        ("shape", "0×3"),
        ("shape", "2.5"),
        ("shape", ""),
        ("weights", ""),
        ("weights", "1; -2"),
        ("weights", "1; a"),
    ],
)
def test_texts_that_are_refused(name, text):
    with pytest.raises(HyperparameterError, match="takes"):
        FIELDS[name].parse(text)


def test_a_whole_number_that_is_far_too_large_is_refused_as_it_was_written():
    with pytest.raises(HyperparameterError, match="Received: '1e99'"):
        FIELDS["whole"].parse("1e99")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_written_is_read_back_to_the_bit(value):
    assert FIELDS["free"].parse(FIELDS["free"].write(value)) == value


def test_numbers_are_written_short():
    write = FIELDS["rate"].write
    assert [write(value) for value in (1.0, 0.001, 1e-8, 1e20, 0.1)] == [
        "1",
        "0.001",
        "1e\N{MINUS SIGN}8",
        "1e20",
        "0.1",
    ]
    assert FIELDS["shape"].write((28, 28, 1)) == "28×28×1"
    assert FIELDS["wish"].write(None) == ""


@pytest.mark.parametrize(
    ("name", "value", "steps", "after"),
    [
        ("whole", 4, 1, 5),
        ("whole", 1, -1, 1),
        ("whole", 4, -10, 1),
        ("rate", 0.001, 1, 0.002),
        ("rate", 0.001, -1, 0.0005),
        ("rate", 0.03, 1, 0.05),
        ("rate", 0.03, -1, 0.02),
        ("rate", 0.5, 2, 2.0),
        ("share", 0.5, 1, 0.6),
        ("share", 0.9, 1, 0.91),
        ("share", 0.0, -1, 0.0),
        ("small", 1e-8, 1, 2e-8),
        ("small", 0.1, 1, 0.2),
        ("free", 0.0, -1, -0.1),
        ("free", 0.2, 1, 0.3),
        ("wish", None, 1, 0.1),
        ("shape", (2,), 1, (3,)),
        ("title", "a", 1, "a"),
    ],
)
def test_steps(name, value, steps, after):
    assert FIELDS[name].step(value, steps, FIELDS[name].write(value), 0) == after


def test_a_shape_steps_where_the_cursor_stands():
    step = FIELDS["shape"].step
    assert step((28, 28, 1), 1, "28×28×1", 7) == (28, 28, 2)
    assert step((28, 28, 1), -1, "28×28×1", 4) == (28, 27, 1)


def test_weights_are_written_and_stepped_one_by_one():
    weights = FIELDS["weights"]
    assert weights.write((1.0, 0.25)) == "1; 0.25"
    assert weights.step((1.0, 0.25), 1, "1; 0.25", 0) == (1.1, 0.25)
    assert weights.step((1.0, 0.25), 1, "1; 0.25", 5) == (1.0, 0.35)
    assert weights.step((0.0,), -1, "0", 1) == (0.0,)


@given(st.floats(1e-30, 1e30), st.sampled_from([1, -1]))
def test_one_two_five_always_moves_and_never_far(value, direction):
    moved = one_two_five(value, direction)
    assert 1 < (moved / value) ** direction <= 2.5 + 1e-9
