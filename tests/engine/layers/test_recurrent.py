"""SimpleRNN, LSTM and GRU: by hand, both directions, far out, and what they refuse."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.activations import ActivationFunction
from engine.errors import ShapeError
from engine.layers import GRU, LSTM, Layer, SimpleRNN
from tests.engine.layers.kernels import backpropagate, drawn, kernel_on

KINDS = (SimpleRNN, LSTM, GRU)
every_kind = pytest.mark.parametrize("kind", KINDS)


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def test_a_linear_state_of_one_number_over_three_steps_by_hand() -> None:
    # h = 2x + 0.5h' + 1: h1 = 2·1 + 1 = 3, h2 = 2·2 + 1.5 + 1 = 6.5, h3 = 2·0 + 3.25 + 1 = 4.25.
    # Backwards from dL/dh3 = 4: dL/dz = 1, 2, 4. dW = 1·1 + 2·2 + 4·0 = 5, dU = 2·3 + 4·6.5 = 32, db = 7, dx = 2·dz.
    layer = SimpleRNN(units=1, activation="linear")
    weights = {"kernel": [[2]], "recurrent_kernel": [[0.5]], "bias": [1]}
    kernel, gradients = kernel_on(layer, [[[1], [2], [0]]], weights)
    entered = backpropagate(kernel, [[4]])
    assert kernel.output.tolist() == [[4.25]]
    assert {name: array.item() for name, array in gradients.items()} == {"kernel": 5, "recurrent_kernel": 32, "bias": 7}
    assert entered.tolist() == [[[2], [4], [8]]]
    sequences, _ = kernel_on(layer.replace(return_sequences=True), [[[1], [2], [0]]], weights)
    sequences.forward()
    assert sequences.output.tolist() == [[[3], [6.5], [4.25]]]


def test_tanh_over_three_steps_by_hand() -> None:
    weights = {"kernel": [[0.5]], "recurrent_kernel": [[-1]], "bias": [0.1]}
    kernel, gradients = kernel_on(SimpleRNN(units=1), [[[1], [-2], [3]]], weights)
    backpropagate(kernel, [[1]])
    h1 = math.tanh(0.5 + 0.1)
    h2 = math.tanh(-1 - h1 + 0.1)
    h3 = math.tanh(1.5 - h2 + 0.1)
    d3 = 1 - h3**2
    d2 = -d3 * (1 - h2**2)
    d1 = -d2 * (1 - h1**2)
    assert kernel.output.item() == pytest.approx(h3, abs=1e-15)
    assert gradients["recurrent_kernel"].item() == pytest.approx(d2 * h1 + d3 * h2, abs=1e-15)
    assert gradients["kernel"].item() == pytest.approx(d1 - 2 * d2 + 3 * d3, abs=1e-15)


def test_an_lstm_of_one_unit_over_two_steps_by_hand() -> None:
    # The gates stand in the order i, f, c, o.
    weights = {"kernel": [[0.1, 0.2, 0.3, 0.4]], "recurrent_kernel": [[0.5, -0.6, 0.7, -0.8]], "bias": [0, 1, 0, 0]}
    kernel, _ = kernel_on(LSTM(units=1, return_sequences=True), [[[1], [2]]], weights)
    kernel.forward()
    c1 = sigmoid(0.1) * math.tanh(0.3)
    h1 = sigmoid(0.4) * math.tanh(c1)
    c2 = sigmoid(0.4 - 0.6 * h1 + 1) * c1 + sigmoid(0.2 + 0.5 * h1) * math.tanh(0.6 + 0.7 * h1)
    h2 = sigmoid(0.8 - 0.8 * h1) * math.tanh(c2)
    assert np.abs(kernel.output.ravel() - [h1, h2]).max() <= 1e-15


@pytest.mark.parametrize("reset_after", [True, False])
def test_a_gru_of_one_unit_over_two_steps_by_hand(reset_after: bool) -> None:
    # The gates stand in the order z, r, h.
    bias = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]] if reset_after else [0.1, 0.2, 0.3]
    weights = {"kernel": [[0.1, 0.2, 0.3]], "recurrent_kernel": [[0.5, -0.6, 0.7]], "bias": bias}
    kernel, _ = kernel_on(GRU(units=1, return_sequences=True, reset_after=reset_after), [[[1], [2]]], weights)
    kernel.forward()
    h, wanted = 0.0, []
    for x in (1, 2):
        b_z, b_r, b_h = (0.4, 0.5, 0.6) if reset_after else (0, 0, 0)
        z = sigmoid(0.1 * x + 0.1 + 0.5 * h + b_z)
        r = sigmoid(0.2 * x + 0.2 - 0.6 * h + b_r)
        h = z * h + (1 - z) * math.tanh(0.3 * x + 0.3 + (r * (0.7 * h + b_h) if reset_after else 0.7 * r * h))
        wanted.append(h)
    assert np.abs(kernel.output.ravel() - wanted).max() <= 1e-15


@every_kind
def test_both_directions_are_two_layers_of_which_one_reads_backwards(kind: type[Layer]) -> None:
    layer = kind(units=2, bidirectional=True, return_sequences=True)
    weights = drawn(layer, (4, 3))
    x = np.random.default_rng(1).normal(size=(2, 4, 3))
    both, _ = kernel_on(layer, x, weights)
    single = layer.replace(bidirectional=False)
    forward, _ = kernel_on(single, x, {name: weights[name] for name in weights if not name.startswith("backward_")})
    backward, _ = kernel_on(
        single,
        x[:, ::-1],
        {name.removeprefix("backward_"): array for name, array in weights.items() if name.startswith("backward_")},
    )
    for kernel in (both, forward, backward):
        kernel.forward()
    assert np.array_equal(both.output, np.concatenate([forward.output, backward.output[:, ::-1]], axis=-1))
    last, _ = kernel_on(layer.replace(return_sequences=False), x, weights)
    last.forward()
    assert np.array_equal(last.output, np.concatenate([forward.output[:, -1], backward.output[:, -1]], axis=-1))


def test_weights_are_named_and_shaped_as_in_keras() -> None:
    def shapes(layer: Layer) -> dict[str, tuple[int, ...]]:
        return {spec.name: spec.shape for spec in layer.weights((7, 3))}

    assert shapes(SimpleRNN(units=2)) == {"kernel": (3, 2), "recurrent_kernel": (2, 2), "bias": (2,)}
    assert shapes(LSTM(units=2, use_bias=False)) == {"kernel": (3, 8), "recurrent_kernel": (2, 8)}
    assert shapes(GRU(units=2)) == {"kernel": (3, 6), "recurrent_kernel": (2, 6), "bias": (2, 6)}
    assert shapes(GRU(units=2, reset_after=False))["bias"] == (6,)
    assert list(shapes(LSTM(units=2, bidirectional=True))) == [
        "kernel", "recurrent_kernel", "bias", "backward_kernel", "backward_recurrent_kernel", "backward_bias",
    ]  # fmt: skip


def test_output_shapes() -> None:
    assert LSTM(units=4).output_shape((9, 2)) == (4,)
    assert LSTM(units=4, return_sequences=True).output_shape((9, 2)) == (9, 4)
    assert GRU(units=4, return_sequences=True, bidirectional=True).output_shape((9, 2)) == (9, 8)
    assert SimpleRNN(units=4, bidirectional=True).output_shape((9, 2)) == (8,)


def test_the_forget_gate_begins_open() -> None:
    assert drawn(LSTM(units=2), (3, 1))["bias"].tolist() == [0, 0, 1, 1, 0, 0, 0, 0]
    assert drawn(LSTM(units=2, unit_forget_bias=False), (3, 1))["bias"].tolist() == [0] * 8
    bias = drawn(LSTM(units=2, bias_initializer="normal", bidirectional=True), (3, 1))["backward_bias"]
    assert bias[2:4].tolist() == [1, 1]
    assert np.count_nonzero(bias) == 8


@every_kind
def test_what_is_penalised_limited_and_frozen(kind: type[Layer]) -> None:
    layer = kind(kernel_regularizer="l2", kernel_constraint="max_norm", trainable=False, bidirectional=True)
    for spec in layer.weights((5, 3)):
        enters = spec.name in ("kernel", "backward_kernel")
        assert spec.regularizer.name == ("l2" if enters else "none")
        assert spec.constraint.name == ("max_norm" if enters else "none")
        assert not spec.trainable


@every_kind
@pytest.mark.parametrize("shape", [(3,), (4, 4, 1)])
def test_what_is_no_sequence_is_refused(kind: type[Layer], shape: tuple[int, ...]) -> None:
    came = "×".join(map(str, shape))
    told = rf"^{kind.label} needs sequences of steps×features, such as 20×1\. Received: {came}\. A Reshape layer"
    for asked in (kind().output_shape, kind().weights):
        with pytest.raises(ShapeError, match=told):
            asked(shape)


@every_kind
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_far_out_nothing_but_numbers(kind: type[Layer], dtype: str) -> None:
    layer = kind(units=4, bidirectional=True, return_sequences=True)
    x = np.random.default_rng(0).normal(size=(1, 6, 3)) * 1e4
    kernel, gradients = kernel_on(layer, x, drawn(layer, (6, 3)), dtype)
    with np.errstate(over="ignore"):
        entered = backpropagate(kernel, np.ones((1, 6, 8)))
    for array in (kernel.output, entered, *gradients.values()):
        assert array.dtype == dtype
        assert np.isfinite(array).all()
    assert np.abs(kernel.output).max() <= 1


def test_a_state_that_is_kept_passes_its_gradient_through_fifty_steps_undiminished() -> None:
    # Input gate shut, forget and output gate open: after 50 steps the memory is what the first step wrote.
    kernel, _ = kernel_on(
        LSTM(units=1, activation="linear"),
        np.concatenate([np.ones((1, 1, 1)), np.zeros((1, 49, 1))], axis=1),
        {"kernel": [[60, 0, 0.5, 0]], "recurrent_kernel": [[0, 0, 0, 0]], "bias": [-30, 40, 0, 40]},
    )
    entered = backpropagate(kernel, [[1]])
    assert kernel.output.item() == pytest.approx(0.5, abs=1e-9)
    assert entered[0, 0, 0] == pytest.approx(0.5, abs=1e-9)


@every_kind
def test_a_batch_run_backwards_twice_has_the_same_gradients(kind: type[Layer]) -> None:
    layer = kind(units=3, bidirectional=True)
    x = np.random.default_rng(0).normal(size=(4, 5, 2))
    kernel, gradients = kernel_on(layer, x, drawn(layer, (5, 2)))
    first = backpropagate(kernel, np.ones((4, 6))).copy()
    kept = {name: array.copy() for name, array in gradients.items()}
    kernel.forward_training()
    kernel.backward()
    kernel.propagate()
    assert np.array_equal(kernel.input_gradients[0], first)
    for name, array in gradients.items():
        assert np.array_equal(array, kept[name])


@pytest.mark.parametrize("name", list(ActivationFunction.kinds()))
def test_an_activation_says_whether_it_bends_each_number_by_itself(name: str) -> None:
    # The loop over time takes the derivative of such functions for all steps and gates at once.
    function = ActivationFunction.resolve(name)
    z = np.random.default_rng(0).normal(size=(1, 5))
    other = z + np.array([0, 0, 1, 0, 0])
    a, b = np.empty_like(z), np.empty_like(z)
    function.forward(z, a)
    function.forward(other, b)
    assert np.array_equal(np.delete(a, 2), np.delete(b, 2)) == function.elementwise
