"""How layers open: neurons, kernels, gates and matrices, and what is under a point."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from engine.direction import Direction
from engine.layers import (
    GRU,
    LSTM,
    BatchNormalization,
    Conv1D,
    Conv2D,
    Dense,
    Embedding,
    Flatten,
    Input,
    MultiHeadAttention,
    SimpleRNN,
)
from gui.canvas.layer_picture import MIDDLE, MOST_CELLS, TALLEST, WIDEST, picture
from gui.spot import OUTPUT


def opened(layer, *shapes, lined=False, direction=Direction.RIGHT):
    return picture(layer, layer.output_shape(*shapes), layer.weights(*shapes), lined, direction)


def test_a_lined_dense_layer_is_a_column_around_the_middle():
    made = opened(Dense(units=3), (2,), lined=True)
    assert made.mosaics == ()
    assert made.column.count == 3
    assert made.column.places.tolist() == [MIDDLE - 34, MIDDLE, MIDDLE + 34]


@pytest.mark.parametrize("units", [1, 13, 14, 64, 128, 129, 5000])
def test_no_column_is_higher_than_a_screen_and_every_neuron_is_found(units):
    column = opened(Dense(units=units), (2,), lined=True).column
    assert column.length <= TALLEST + 1e-9
    assert column.is_strip == (units > 128)
    for unit in {0, units // 2, units - 1}:
        assert column.unit_at(column.centre(unit)) == unit


def test_a_matrix_stands_beside_its_neurons_row_by_row():
    made = opened(Dense(units=64), (64,))
    (mosaic,) = made.mosaics
    assert mosaic.rect.top() == pytest.approx(made.column.rect.top())
    assert mosaic.rect.height() == pytest.approx(made.column.length)
    assert mosaic.rect.right() < made.column.rect.left()
    y = made.column.centre(5).y()
    assert mosaic.index_at(QPointF(mosaic.rect.left() + 0.1, y)) == (0, 5)


def test_both_matrices_of_a_simple_rnn_stand_beside_its_neurons():
    made = opened(SimpleRNN(units=6), (7, 3))
    assert [mosaic.rect.height() for mosaic in made.mosaics] == pytest.approx([made.column.length] * 2)


def test_in_a_drawing_that_runs_down_a_matrix_stands_above_its_neurons_column_by_column():
    made = opened(Dense(units=8), (20,), direction=Direction.DOWN)
    (mosaic,) = made.mosaics
    assert mosaic.places.shape == (20, 8)
    assert mosaic.rect.bottom() < made.column.rect.top()
    x = made.column.centre(5).x()
    assert mosaic.index_at(QPointF(x, mosaic.rect.top() + 0.1)) == (0, 5)


@pytest.mark.parametrize("layer", [LSTM(units=5), Conv1D(filters=4, kernel_size=(3,)), Dense(units=4)])
def test_in_a_drawing_that_runs_down_all_lies_in_the_card_beside_the_words(layer):
    made = opened(layer, (7, 3), direction=Direction.DOWN)
    width, height = made.size
    room = QRectF(made.head.right(), -height / 2, width - made.head.width(), height)
    rects = [mosaic.rect for mosaic in made.mosaics] + ([made.column.rect] if made.column else [])
    assert all(room.contains(rect) for rect in rects)
    assert not any(one.intersects(other) for one, other in itertools.combinations(rects, 2))


def test_a_convolution_is_one_tile_for_each_pair_of_channels():
    (mosaic,) = opened(Conv2D(filters=16, kernel_size=(3, 3)), (8, 8, 8)).mosaics
    assert mosaic.places.shape == (16 * 4 - 1, 8 * 4 - 1)
    kernels = np.arange(3 * 3 * 8 * 16).reshape(3, 3, 8, 16)
    np.testing.assert_array_equal(mosaic.places[4 * 5 : 4 * 5 + 3, 4 * 2 : 4 * 2 + 3], kernels[:, :, 2, 5])
    assert (mosaic.places[3] == -1).all()
    assert np.sort(mosaic.places[mosaic.places >= 0]).tolist() == list(range(kernels.size))


def test_a_single_channel_makes_a_block_of_tiles():
    (mosaic,) = opened(Conv2D(filters=8, kernel_size=(3, 3)), (8, 8, 1)).mosaics
    assert mosaic.places.shape == (4 * 4 - 1, 2 * 4 - 1)


@pytest.mark.parametrize(("layer", "gates"), [(LSTM(units=5), "ifco"), (GRU(units=5), "zrh")])
def test_a_recurrent_layer_is_its_gates(layer, gates):
    made = opened(layer, (7, 3))
    assert [mosaic.label for mosaic in made.mosaics if mosaic.name == "kernel"] == list(gates)
    assert sum(mosaic.name == "recurrent_kernel" for mosaic in made.mosaics) == len(gates)
    kernel = np.arange(3 * 5 * len(gates)).reshape(3, -1)
    np.testing.assert_array_equal(made.mosaics[2].places, kernel[:, 5:10].T)
    assert made.column.count == 5


@pytest.mark.parametrize(
    ("layer", "shape", "names"),
    [
        (Embedding(input_dim=9, output_dim=4), (6,), {"embeddings"}),
        (
            MultiHeadAttention(num_heads=2, key_dim=3),
            (5, 4),
            {"query_kernel", "key_kernel", "value_kernel", "output_kernel"},
        ),
        (Conv1D(filters=2, kernel_size=(3,)), (8, 1), {"kernel"}),
        (Input(shape=(8, 8, 1)), None, {OUTPUT}),
        (BatchNormalization(), (4, 4, 3), {"gamma", "beta", "moving_mean", "moving_variance"}),
    ],
)  # fmt: skip
def test_other_layers_are_their_arrays(layer, shape, names):
    made = opened(layer, *([shape] if shape else []))
    assert {mosaic.name for mosaic in made.mosaics} == names
    assert made.body <= TALLEST + 1e-9
    for mosaic in made.mosaics:
        assert -WIDEST / 2 - 1e-9 <= mosaic.rect.left() < mosaic.rect.right() <= WIDEST / 2 + 1e-9
        assert mosaic.index_at(mosaic.rect.topLeft() + QPointF(0.01, 0.01)) == (0,) * len(mosaic.shape)


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (Dense(units=3000), (5000,)),
        (Dense(units=10**9), (10**9,)),
        (LSTM(units=10**6), (5, 10**6)),
        (Conv2D(filters=10**5, kernel_size=(3, 3)), (8, 8, 10**5)),
        (Flatten(), (10**5, 10**5)),
    ],
)
def test_what_is_huge_is_thinned(layer, shape):
    for mosaic in opened(layer, shape).mosaics:
        assert mosaic.places.size <= MOST_CELLS**2


def test_more_entries_than_there_are_numbers_leave_the_picture_blank():
    (mosaic,) = opened(Dense(units=10**10), (10**10,)).mosaics
    assert (mosaic.places == -1).all()
