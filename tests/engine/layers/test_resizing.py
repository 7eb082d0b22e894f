"""Upsampling and zero padding by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import HyperparameterError, ShapeError
from engine.layers import UpSampling2D, ZeroPadding2D
from tests.engine.layers.test_pooling import picture, run


def test_nearest_repeats_cells_and_sums_their_gradients() -> None:
    kernel = run(UpSampling2D(size=(1, 2)), picture([[1, 2], [3, 4]]), picture([[1, 2, 3, 4], [5, 6, 7, 8]]))
    assert kernel.output[0, ..., 0].tolist() == [[1, 1, 2, 2], [3, 3, 4, 4]]
    assert kernel.input_gradients[0][0, ..., 0].tolist() == [[3, 7], [11, 15]]


def test_bilinear_goes_in_straight_lines_between_the_centres_of_cells() -> None:
    layer = UpSampling2D(size=(1, 4), interpolation="bilinear")
    kernel = run(layer, picture([[0, 8]]), picture([[1, 0, 0, 0, 0, 0, 1, 0]]))
    assert kernel.output[0, ..., 0].tolist() == [[0, 0, 1, 3, 5, 7, 8, 8]]
    assert kernel.input_gradients[0][0, ..., 0].tolist() == [[1, 1]]


def test_one_cell_fills_the_whole_picture() -> None:
    for interpolation in ("nearest", "bilinear"):
        kernel = run(UpSampling2D(size=3, interpolation=interpolation), picture([[7]]))
        assert kernel.output[0, ..., 0].tolist() == [[7, 7, 7]] * 3


def test_zeros_stand_at_the_sides_that_are_named() -> None:
    layer = ZeroPadding2D(padding=(1, 0, 0, 2))
    kernel = run(layer, picture([[1, 2]]), picture([[1, 2, 3, 4], [5, 6, 7, 8]]))
    assert kernel.output[0, ..., 0].tolist() == [[0, 0, 0, 0], [1, 2, 0, 0]]
    assert kernel.input_gradients[0][0, ..., 0].tolist() == [[5, 6]]
    assert kernel.input_gradients[0].flags.c_contiguous
    assert ZeroPadding2D(padding=2).output_shape((3, 4, 5)) == (7, 8, 5)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ShapeError, match=r"Upsampling 2D needs pictures .*Received: 4×4\."):
        UpSampling2D().output_shape((4, 4))
    with pytest.raises(ShapeError, match=r"Zero padding 2D needs pictures .*Received: 16\."):
        ZeroPadding2D().output_shape((16,))
    with pytest.raises(HyperparameterError, match=r"Padding takes one number, or four for top.*Received: 1×2\."):
        ZeroPadding2D(padding=(1, 2))
    with pytest.raises(HyperparameterError, match="Size takes one number, or two"):
        UpSampling2D(size=(1, 1, 2))


def test_far_out_numbers_are_interpolated_in_float32() -> None:
    kernel = run(UpSampling2D(interpolation="bilinear"), np.full((2, 2, 1), 1e4), np.ones((4, 4, 1)), "float32")
    assert kernel.output.dtype == kernel.input_gradients[0].dtype == np.float32
    assert np.allclose(kernel.output, 1e4)
    assert np.allclose(kernel.input_gradients[0], 4)
