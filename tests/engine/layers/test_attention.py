"""MultiHeadAttention and PositionalEncoding: by hand, masks, dropout, far out."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.layers import Layer, MultiHeadAttention, PositionalEncoding
from tests.engine.layers.kernels import backpropagate, drawn, kernel_on

EYE = np.eye(2)


def identities(factor: float = 1.0) -> dict[str, np.ndarray]:
    """One head that takes its input as queries (times a factor), keys and values, and hands the mixture on."""
    return {
        "query_kernel": EYE * factor * math.sqrt(2), "key_kernel": EYE, "value_kernel": EYE, "output_kernel": EYE,
    }  # fmt: skip


def test_attention_by_hand() -> None:
    # Steps (1, 0) and (0, 1), queries scaled so that q k^T / sqrt(2) is x x^T times log 3: scores log 3 and 0, so each
    # step takes 3/4 of itself and 1/4 of the other.
    layer = MultiHeadAttention(num_heads=1, key_dim=2, use_bias=False)
    kernel, _ = kernel_on(layer, [[[1, 0], [0, 1]]], identities(math.log(3)))
    kernel.forward()
    assert np.abs(kernel.output - [[[0.75, 0.25], [0.25, 0.75]]]).max() <= 1e-15


def test_with_equal_scores_the_output_is_the_mean_and_so_is_the_gradient() -> None:
    layer = MultiHeadAttention(num_heads=1, key_dim=2, use_bias=False)
    kernel, gradients = kernel_on(layer, [[[1, 2], [3, 4], [5, 9]]], identities(0))
    entered = backpropagate(kernel, [[[3, 0], [0, 0], [0, 0]]])
    assert np.abs(kernel.output - [[[3, 5]] * 3]).max() <= 1e-15
    # Through the values each step receives a third of what arrived; the key's way is closed, for the queries are 0.
    assert np.abs(entered[0, 1:] - [[1, 0], [1, 0]]).max() <= 1e-15
    assert np.abs(gradients["key_kernel"]).max() == 0


def test_a_causal_layer_sees_no_step_ahead() -> None:
    layer = MultiHeadAttention(num_heads=2, key_dim=3, causal=True)
    weights = drawn(layer, (5, 4))
    x = np.random.default_rng(0).normal(size=(2, 5, 4))
    kernel, _ = kernel_on(layer, x, weights)
    kernel.forward()
    changed = x.copy()
    changed[:, 3:] += 1
    other, _ = kernel_on(layer, changed, weights)
    other.forward()
    assert np.array_equal(kernel.output[:, :3], other.output[:, :3])
    assert np.abs(kernel.output[:, 3:] - other.output[:, 3:]).min() > 0
    first, _ = kernel_on(layer, x[:, :1], weights)
    first.forward()
    assert np.abs(first.output - kernel.output[:, :1]).max() <= 1e-15


def test_without_positions_attention_does_not_know_the_order() -> None:
    layer = MultiHeadAttention(num_heads=2, key_dim=3)
    weights = drawn(layer, (5, 4))
    x = np.random.default_rng(0).normal(size=(1, 5, 4))
    outputs = []
    for sequence in (x, x[:, ::-1]):
        kernel, _ = kernel_on(layer, sequence, weights)
        kernel.forward()
        outputs.append(kernel.output)
    assert np.abs(outputs[0] - outputs[1][:, ::-1]).max() <= 1e-15


def test_heads_are_columns_side_by_side() -> None:
    # Two heads whose keys are 0 take means; the first sees feature 0, the second feature 1, and the output adds them.
    layer = MultiHeadAttention(num_heads=2, key_dim=1, use_bias=False)
    zeros = np.zeros((2, 2))
    weights = {"query_kernel": zeros, "key_kernel": zeros, "value_kernel": EYE, "output_kernel": [[1, 0], [1, 10]]}
    kernel, _ = kernel_on(layer, [[[2, 5], [4, 7]]], weights)
    kernel.forward()
    assert kernel.output.tolist() == [[[9, 60], [9, 60]]]


def test_weights_and_their_shapes() -> None:
    layer = MultiHeadAttention(num_heads=2, key_dim=5)
    assert {spec.name: spec.shape for spec in layer.weights((7, 3))} == {
        "query_kernel": (3, 10), "query_bias": (10,), "key_kernel": (3, 10), "value_kernel": (3, 10),
        "value_bias": (10,), "output_kernel": (10, 3), "output_bias": (3,),
    }  # fmt: skip
    bare = layer.replace(use_bias=False, kernel_regularizer="l2", kernel_constraint="max_norm", trainable=False)
    for spec in bare.weights((7, 3)):
        assert (spec.regularizer.name, spec.constraint.name, spec.trainable) == ("l2", "max_norm", False)
    assert layer.output_shape((7, 3)) == (7, 3)


def test_a_bias_of_the_keys_would_have_no_effect() -> None:
    # Why there is none: added to every key it shifts all scores of a query alike.
    query, key = np.random.default_rng(0).normal(size=(2, 4, 3))
    bias = np.array([1, -2, 3])
    scores, shifted = query @ key.T, query @ (key + bias).T
    assert np.ptp(shifted - scores, axis=1).max() <= 1e-14


def test_dropout_is_for_training_and_keeps_the_mean() -> None:
    steps = 100
    layer = MultiHeadAttention(num_heads=4, key_dim=1, dropout=0.25, use_bias=False)
    zeros, ones = np.zeros((4, 4)), np.ones((1, steps, 4))
    weights = {"query_kernel": zeros, "key_kernel": zeros, "value_kernel": np.eye(4), "output_kernel": np.eye(4)}
    kernel, _ = kernel_on(layer, ones, weights)
    kernel.forward_training()
    # Each of 400 outputs is the share of 100 weights that survived, over 0.75: a standard deviation of 0.058.
    assert abs(kernel.output.mean() - 1) < 0.02
    assert 0.04 < kernel.output.std() < 0.08
    first = kernel.output.copy()
    kernel.forward_training()
    assert not np.array_equal(kernel.output, first)
    kernel.forward()
    assert np.abs(kernel.output - 1).max() <= 1e-14


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("causal", [False, True])
def test_far_out_attention_takes_one_step_and_stays_finite(dtype: str, causal: bool) -> None:
    layer = MultiHeadAttention(num_heads=2, key_dim=4, causal=causal)
    x = np.random.default_rng(0).normal(size=(1, 6, 3)) * 1e4
    kernel, gradients = kernel_on(layer, x, drawn(layer, (6, 3)), dtype)
    entered = backpropagate(kernel, np.ones((1, 6, 3)))
    for array in (kernel.output, entered, *gradients.values()):
        assert array.dtype == dtype
        assert np.isfinite(array).all()


def test_positions_by_hand() -> None:
    kernel, _ = kernel_on(PositionalEncoding(), np.ones((1, 3, 4)), {})
    kernel.forward()
    wanted = [[math.sin(t), math.cos(t), math.sin(t / 100), math.cos(t / 100)] for t in range(3)]
    assert np.abs(kernel.output - 1 - wanted).max() <= 1e-15


def test_an_odd_number_of_features_ends_with_a_sine() -> None:
    kernel, _ = kernel_on(PositionalEncoding(), np.zeros((1, 2, 3)), {})
    kernel.forward()
    assert np.abs(kernel.output[0, 1] - [math.sin(1), math.cos(1), math.sin(10_000 ** (-2 / 3))]).max() <= 1e-15


@pytest.mark.parametrize("kind", [MultiHeadAttention, PositionalEncoding])
@pytest.mark.parametrize("shape", [(3,), (4, 4, 1)])
def test_what_is_no_sequence_is_refused(kind: type[Layer], shape: tuple[int, ...]) -> None:
    came = "×".join(map(str, shape))
    with pytest.raises(ShapeError, match=rf"^{kind.label} needs sequences of steps×features.*Received: {came}"):
        kind().output_shape(shape)
