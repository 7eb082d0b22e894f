"""Round numbers on axes, and how they read."""

from __future__ import annotations

import math

import pytest

from gui.plots.ticks import linear_ticks, log_ticks, tick_text, tick_texts


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 0.76, 4, [0, 0.2, 0.4, 0.6]),
        (-3.6, 3.7, 3, [-2, 0, 2]),
        (0, 1_000_000, 3, [0, 500_000, 1_000_000]),
        (0, 45, 2, [0, 40]),
        (-2.4, 2.9, 2, [0, 2]),
        (-2.9, 0.9, 2, [-2, 0]),
        (-1.6, 1.7, 2, [0, 1]),
        (3.1, 4.9, 2, [3.5, 4.5]),
    ],
)
def test_linear_ticks(low, high, most, expected):
    assert linear_ticks(low, high, most) == pytest.approx(expected)


def test_there_are_never_more_ticks_than_asked_for():
    for most in range(1, 9):
        for span in (1e-9, 0.3, 0.99, 1.01, 7, 2.5e8):
            assert len(linear_ticks(-0.3 * span, 0.7 * span, most)) <= most
            assert len(log_ticks(math.log10(span) - 3.7, math.log10(span), most)) <= most


def test_whole_ticks_have_no_fractions():
    assert linear_ticks(0, 2, 6, whole=True) == [0, 1, 2]


def test_log_ticks_are_decades_where_there_are_many():
    assert log_ticks(-5.5, 1.2, 7) == [-5, -4, -3, -2, -1, 0, 1]


def test_log_ticks_divide_a_single_decade():
    ticks = [10**tick for tick in log_ticks(-1.2, 0.1, 6)]
    assert ticks == pytest.approx([0.1, 0.2, 0.5, 1.0])
    narrow = [10**tick for tick in log_ticks(math.log10(0.3), math.log10(0.4), 5)]
    assert len(narrow) >= 2
    assert all(0.3 <= tick <= 0.4 for tick in narrow)


@pytest.mark.parametrize("low", [-4.3, -3.9, -3.5, -3.1])
def test_at_least_two_decades_are_marked(low):
    ticks = log_ticks(low, low + 3.3, 2)
    assert len(ticks) == 2
    assert ticks[1] - ticks[0] >= 1


@pytest.mark.parametrize("bad", [(0, 0), (1, 0), (0, math.nan), (0, math.inf)])
def test_what_is_no_range_has_no_ticks(bad):
    assert linear_ticks(*bad, 5) == []
    assert log_ticks(*bad, 5) == []


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (0.25, "0.25"), (-0.5, "−0.5"), (12000, "12000"), (1e-4, "1e−4"), (2e6, "2e6"), (0.1 + 0.2, "0.3")],
)
def test_tick_text(value, text):
    assert tick_text(value) == text


@pytest.mark.parametrize(
    ("values", "room", "texts"),
    [
        ((0.0, 1e5, 2e5), 7, ["0", "100 000", "200 000"]),
        ((-5e4, 0.0, 1e5), 9, ["−50 000", "0", "100 000"]),
        ((5e8, 1e9, 1.5e9), 7, ["0.5e9", "1e9", "1.5e9"]),
        ((0.0, 5e-5, 1e-4), 7, ["0", "0.5e−4", "1e−4"]),
        ((0.0, 2000.0, 4000.0), 4, ["0", "2000", "4000"]),
    ],
)
def test_the_ticks_of_one_axis_are_written_alike(values, room, texts):
    written = tick_texts(values, lambda text: len(text) <= room)
    assert [text.replace("\N{NARROW NO-BREAK SPACE}", " ") for text in written] == texts


def test_the_ticks_of_one_axis_are_written_alike_where_there_is_room():
    assert tick_texts([0, 5e-4, 1e-3], lambda text: True) == ["0", "0.0005", "0.001"]
    assert tick_texts([0, 5e-4, 1e-3], lambda text: len(text) < 6) == ["0", "5e\N{MINUS SIGN}4", "0.001"]
