"""How often a window fits along an axis, worked by hand."""

from __future__ import annotations

import pytest

from engine.layers.windows import Window, output_length, padding_amounts


@pytest.mark.parametrize(
    ("length", "kernel", "stride", "dilation", "wanted"),
    [(5, 3, 1, 1, 3), (28, 3, 2, 1, 13), (7, 3, 1, 2, 3), (6, 2, 5, 1, 1), (4, 4, 3, 1, 1), (5, 1, 2, 1, 3)],
)
def test_a_window_inside_stops_where_its_last_entry_reaches_the_end(
    length: int, kernel: int, stride: int, dilation: int, wanted: int
) -> None:
    assert output_length(length, kernel, stride, dilation, "valid") == wanted
    assert padding_amounts(length, kernel, stride, dilation, "valid") == (0, 0)


@pytest.mark.parametrize(
    ("length", "kernel", "stride", "dilation"), [(2, 3, 1, 1), (2, 3, 2, 1), (1, 9, 3, 1), (4, 3, 1, 2)]
)
def test_a_window_that_does_not_fit_gives_no_output(length: int, kernel: int, stride: int, dilation: int) -> None:
    assert output_length(length, kernel, stride, dilation, "valid") <= 0


@pytest.mark.parametrize(
    ("length", "kernel", "stride", "dilation", "count", "amounts"),
    [
        (5, 3, 1, 1, 5, (1, 1)),
        (5, 2, 1, 1, 5, (0, 1)),
        (28, 3, 2, 1, 14, (0, 1)),  # TensorFlow's known unevenness: nothing before, one after
        (5, 3, 2, 1, 3, (1, 1)),
        (7, 3, 1, 2, 7, (2, 2)),
        (4, 1, 3, 1, 2, (0, 0)),  # strides wider than the window skip entries
        (1, 5, 1, 1, 1, (2, 2)),
    ],
)
def test_same_divides_the_length_by_the_stride(
    length: int, kernel: int, stride: int, dilation: int, count: int, amounts: tuple[int, int]
) -> None:
    assert output_length(length, kernel, stride, dilation, "same") == count
    assert padding_amounts(length, kernel, stride, dilation, "same") == amounts


@pytest.mark.parametrize(
    ("length", "kernel", "stride", "dilation", "count", "before"),
    [(5, 3, 1, 1, 5, 2), (5, 3, 2, 1, 3, 2), (2, 3, 1, 4, 2, 8), (6, 1, 4, 1, 2, 0)],
)
def test_causal_pads_a_whole_window_before(
    length: int, kernel: int, stride: int, dilation: int, count: int, before: int
) -> None:
    assert output_length(length, kernel, stride, dilation, "causal") == count
    assert padding_amounts(length, kernel, stride, dilation, "causal") == (before, 0)


def test_windows_tile_a_picture_where_each_cell_lies_in_one() -> None:
    assert Window((2, 3), (2, 3)).tiles(4, 6)
    assert not Window((2, 3), (2, 3)).tiles(4, 7)
    assert not Window((2, 2), (1, 2)).tiles(4, 4)
    assert not Window((2, 2), (3, 3), dilation=(2, 2)).tiles(6, 6)  # their holes lie in none
