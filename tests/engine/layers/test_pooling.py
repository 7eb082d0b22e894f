"""Pooling by hand: padding, overlap, ties and cells that no window sees."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.errors import HyperparameterError, ShapeError
from engine.layers import (
    AveragePooling1D,
    AveragePooling2D,
    GlobalAveragePooling1D,
    GlobalAveragePooling2D,
    GlobalMaxPooling1D,
    GlobalMaxPooling2D,
    Kernel,
    Layer,
    MaxPooling1D,
    MaxPooling2D,
    Slot,
)

PICTURE = [[1, 5, 2], [4, 3, 0], [7, 6, 8]]


def run(layer: Layer, array: Any, gradient: Any = None, dtype: str = "float64") -> Kernel:
    """One sample forward, and backward where a gradient is given."""
    source = np.array(array, dtype)[np.newaxis]
    kernel = layer.kernel(Slot((source,), {}, {}, np.random.default_rng(0)))
    kernel.bind(np.zeros_like(kernel.output) if gradient is None else np.array(gradient, dtype)[np.newaxis])
    kernel.forward()
    kernel.propagate()
    return kernel


def picture(rows: list[list[float]]) -> np.ndarray:
    """Rows of one channel."""
    return np.array(rows, float)[..., np.newaxis]


@pytest.mark.parametrize(
    ("layer", "wanted"),
    [
        (MaxPooling2D(), [[5]]),
        (MaxPooling2D(padding="same"), [[5, 2], [7, 8]]),
        (MaxPooling2D(strides=1), [[5, 5], [7, 8]]),
        (MaxPooling2D(pool_size=3, strides=1, padding="same"), [[5, 5, 5], [7, 8, 8], [7, 8, 8]]),
        (MaxPooling2D(pool_size=(1, 3)), [[5], [4], [8]]),
        (MaxPooling2D(pool_size=1, strides=2), [[1, 2], [7, 8]]),
        (AveragePooling2D(), [[3.25]]),
        (AveragePooling2D(padding="same"), [[3.25, 1], [6.5, 8]]),
        (AveragePooling2D(pool_size=3, strides=3), [[4]]),
        (AveragePooling2D(pool_size=(3, 1), strides=(1, 2)), [[4, 10 / 3]]),
    ],
)
def test_pictures_by_hand(layer: Layer, wanted: list[list[float]]) -> None:
    kernel = run(layer, picture(PICTURE))
    assert kernel.output[0, ..., 0].tolist() == pytest.approx(np.array(wanted))
    assert layer.output_shape((3, 3, 1)) == kernel.output.shape[1:]


def test_sequences_by_hand() -> None:
    sequence = [[1, 8], [3, 6], [2, 9], [5, 0], [4, 4]]
    assert run(MaxPooling1D(), sequence).output[0].tolist() == [[3, 8], [5, 9]]
    assert run(AveragePooling1D(padding="same"), sequence).output[0].tolist() == [[2, 7], [3.5, 4.5], [4, 4]]
    assert run(MaxPooling1D(pool_size=3, strides=2), sequence).output[0].tolist() == [[3, 9], [5, 9]]
    assert run(GlobalMaxPooling1D(), sequence).output[0].tolist() == [5, 9]
    assert run(GlobalAveragePooling1D(), sequence).output[0] == pytest.approx([3, 5.4])


@pytest.mark.parametrize("channels", [1, 8, 40])
def test_the_first_of_equal_cells_takes_the_gradient_row_by_row(channels: int) -> None:
    """After a ReLU whole windows are 0, so ties are the usual case."""
    cells = [[0, 0, 1, 7], [0, 0, 7, 7]]
    source = np.repeat(picture(cells), channels, axis=-1)
    gradient = np.repeat(picture([[2, 3]]), channels, axis=-1)
    kernel = run(MaxPooling2D(), source, gradient)
    for channel in range(channels):
        assert kernel.input_gradients[0][0, ..., channel].tolist() == [[2, 0, 0, 3], [0, 0, 0, 0]]


def test_a_column_that_comes_first_does_not_win_over_a_row_that_does() -> None:
    kernel = run(MaxPooling2D(), picture([[1, 5], [5, 0]]), picture([[1]]))
    assert kernel.input_gradients[0][0, ..., 0].tolist() == [[0, 1], [0, 0]]


def test_gradients_of_overlapping_windows_add_up() -> None:
    peak = run(MaxPooling2D(strides=1), picture(PICTURE), picture([[1, 2], [4, 8]]))
    assert peak.input_gradients[0][0, ..., 0].tolist() == [[0, 3, 0], [0, 0, 0], [4, 0, 8]]
    mean = run(AveragePooling2D(strides=1), picture(PICTURE), picture([[4, 8], [16, 32]]))
    assert mean.input_gradients[0][0, ..., 0].tolist() == [[1, 3, 2], [5, 15, 10], [4, 12, 8]]


@pytest.mark.parametrize("strides", [1, 2, 3])
@pytest.mark.parametrize("kind", [MaxPooling2D, AveragePooling2D])
def test_a_second_step_adds_nothing_to_the_gradients_of_the_first(kind: type[Layer], strides: int) -> None:
    rng = np.random.default_rng(0)
    layer = kind(pool_size=3, strides=strides, padding="same")
    kernel = run(layer, rng.normal(size=(7, 7, 2)), rng.normal(size=layer.output_shape((7, 7, 2))))
    first = kernel.input_gradients[0].copy()
    kernel.propagate()
    assert np.array_equal(kernel.input_gradients[0], first)


@pytest.mark.parametrize(
    ("layer", "unseen"),
    [(MaxPooling2D(), 2), (AveragePooling2D(), 2), (MaxPooling2D(pool_size=1, strides=2), 1)],
)
def test_cells_that_no_window_sees_have_no_gradient(layer: Layer, unseen: int) -> None:
    gradient = run(layer, picture(PICTURE), np.ones(layer.output_shape((3, 3, 1)))).input_gradients[0][0]
    assert not gradient[unseen].any()
    assert not gradient[:, unseen].any()
    assert gradient.any()


def test_padding_is_no_maximum_and_takes_no_gradient() -> None:
    layer = MaxPooling2D(pool_size=3, strides=1, padding="same")
    kernel = run(layer, picture([[-4, -3], [-2, -1]]), picture([[1, 1], [1, 1]]))
    assert kernel.output[0, ..., 0].tolist() == [[-1, -1], [-1, -1]]
    assert kernel.input_gradients[0][0, ..., 0].tolist() == [[0, 0], [0, 4]]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(
    "layer", [MaxPooling2D(), AveragePooling2D(padding="same"), GlobalAveragePooling2D(), GlobalMaxPooling2D()]
)
def test_numbers_far_out_stay_finite_and_keep_their_dtype(layer: Layer, dtype: str) -> None:
    for value in (-1e4, 0.0, 1e4):
        source = np.full((5, 5, 2), value)
        kernel = run(layer, source, np.ones(layer.output_shape(source.shape)), dtype)
        assert np.allclose(kernel.output, value)
        assert np.isfinite(kernel.input_gradients[0]).all()
        assert kernel.output.dtype == kernel.input_gradients[0].dtype == dtype


def test_global_pooling_by_hand() -> None:
    mean = run(GlobalAveragePooling2D(), picture(PICTURE), [9])
    assert mean.output[0] == pytest.approx([4])
    assert np.allclose(mean.input_gradients[0], 1)
    peak = run(GlobalMaxPooling2D(), np.stack([PICTURE, np.zeros((3, 3))], axis=-1), [2, 3])
    assert peak.output.tolist() == [[8, 0]]
    assert np.argwhere(peak.input_gradients[0]).tolist() == [[0, 0, 0, 1], [0, 2, 2, 0]]


def test_global_maxima_that_move_leave_no_gradient_behind() -> None:
    source = np.array([[[1.0], [5.0], [2.0]]])
    kernel = GlobalMaxPooling1D().kernel(Slot((source,), {}, {}, np.random.default_rng(0)))
    kernel.bind(np.ones((1, 1)))
    for place in (1, 0, 2):
        source[:] = 0
        source[0, place] = 3
        kernel.forward()
        kernel.propagate()
        assert np.flatnonzero(kernel.input_gradients[0]).tolist() == [place]


def test_shapes_that_do_not_fit_are_refused_with_what_to_do() -> None:
    with pytest.raises(ShapeError, match=r"Max pooling 2D needs pictures of .*Received: 28×28. A Reshape layer"):
        MaxPooling2D().output_shape((28, 28))
    with pytest.raises(ShapeError, match=r"Global average 1D needs sequences of .*Received: 8. "):
        GlobalAveragePooling1D().output_shape((8,))
    with pytest.raises(ShapeError, match=r"a window of 3×3 over an input of only 2×5. Make the window smaller"):
        AveragePooling2D(pool_size=3).output_shape((2, 5, 1))
    with pytest.raises(ShapeError, match=r"a window of 4 over an input of only 3\."):
        MaxPooling1D(pool_size=4).output_shape((3, 1))
    assert AveragePooling2D(pool_size=3, padding="same").output_shape((2, 5, 1)) == (1, 2, 1)


def test_windows_have_two_axes_at_most() -> None:
    with pytest.raises(HyperparameterError, match=r"Pool size takes one number, or two for rows.*2×2×2\."):
        MaxPooling2D(pool_size=(2, 2, 2))
    with pytest.raises(HyperparameterError, match="Strides takes one number"):
        AveragePooling2D(strides=(1, 1, 1))
