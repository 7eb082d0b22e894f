"""Multiply-adds of one sample, each worked out by hand."""

from __future__ import annotations

import pytest

from engine.layers import (
    GRU,
    LSTM,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Conv1D,
    Conv2D,
    Conv2DTranspose,
    Dense,
    DepthwiseConv2D,
    Dot,
    Embedding,
    Layer,
    MultiHeadAttention,
    SeparableConv2D,
    Shape,
    SimpleRNN,
)
from tests.engine.layers.examples import Example, all_examples, required


@pytest.mark.parametrize(
    ("layer", "shapes", "count"),
    [
        (Dense(units=4), ((3,),), 3 * 4),
        (Dense(units=4), ((5, 3),), 5 * 3 * 4),  # at each of 5 steps
        (Conv1D(filters=4, kernel_size=3), ((10, 2),), 8 * 3 * 2 * 4),
        (Conv2D(filters=4, kernel_size=3), ((6, 6, 2),), 4 * 4 * 9 * 2 * 4),
        (Conv2D(filters=4, kernel_size=3, strides=2, padding="same"), ((6, 6, 2),), 3 * 3 * 9 * 2 * 4),
        (Conv2DTranspose(filters=4, kernel_size=3, strides=2), ((3, 3, 2),), 3 * 3 * 2 * 9 * 4),
        (DepthwiseConv2D(kernel_size=3, depth_multiplier=2), ((6, 6, 3),), 4 * 4 * 9 * 3 * 2),
        (SeparableConv2D(filters=5, kernel_size=3), ((6, 6, 3),), 4 * 4 * (9 * 3 + 3 * 5)),
        (SimpleRNN(units=4), ((7, 3),), 7 * (3 + 4) * 4),
        (LSTM(units=4), ((7, 3),), 7 * (3 + 4) * 16),
        (GRU(units=4, bidirectional=True), ((7, 3),), 2 * 7 * (3 + 4) * 12),
        (MultiHeadAttention(num_heads=2, key_dim=4), ((5, 6),), 4 * 5 * 6 * 8 + 2 * 2 * 5 * 5 * 4),
        (Dot(), ((5, 3), (4, 3)), 5 * 4 * 3),
        (Embedding(input_dim=9, output_dim=4), ((5,),), 0),
        (Add(), ((4,), (4,)), 0),
        (AveragePooling2D(), ((4, 4, 1),), 0),
        (BatchNormalization(), ((4,),), 0),
    ],
)
def test_by_hand(layer: Layer, shapes: tuple[Shape, ...], count: int) -> None:
    assert layer.multiply_adds(*shapes) == count


@pytest.mark.parametrize(("kind", "example"), all_examples())
def test_a_matrix_of_weights_is_used_and_counted(kind: str, example: Example) -> None:
    """Every kind with a matrix that is multiplied says so: an entry counts at least once, a table is only looked up."""
    layer, shapes, _ = required(kind, example)
    matrices = [spec for spec in layer.weights(*shapes) if len(spec.shape) > 1 and not spec.name.endswith("bias")]
    multiplied = bool(matrices) and kind not in ("Embedding", "PReLU")
    assert (layer.multiply_adds(*shapes) > 0) == (multiplied or kind == "Dot")
