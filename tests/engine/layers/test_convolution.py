"""Convolutions worked by hand, by their relations to one another, and where they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import HyperparameterError, ShapeError
from engine.gradient_check import check_gradients
from engine.graph import Graph
from engine.layers import (
    Conv1D,
    Conv2D,
    Conv2DTranspose,
    Dense,
    DepthwiseConv2D,
    Flatten,
    Input,
    Kernel,
    Layer,
    Output,
    SeparableConv2D,
    Shape,
    Slot,
    folding,
    shape_text,
)
from engine.layers.windows import as_pictures
from engine.network import Network
from engine.optimizers import Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.layers.examples import EXAMPLES, Example

KINDS = ("Conv1D", "Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose")
NINE = np.arange(1.0, 10).reshape(1, 3, 3, 1)


def kernel_on(layer: Layer, x: np.ndarray, **weights: np.ndarray) -> Kernel:
    """The layer's kernel on this input; weights that are not given are drawn."""
    rng = np.random.default_rng(5)
    specs = layer.weights(x.shape[1:])
    arrays = {
        spec.name: np.asarray(weights.get(spec.name, rng.normal(size=spec.shape)), x.dtype).reshape(spec.shape)
        for spec in specs
    }
    gradients = {name: np.full_like(array, np.nan) for name, array in arrays.items()}
    return layer.kernel(Slot((x,), arrays, gradients, rng))


def output_of(layer: Layer, x: np.ndarray, **weights: np.ndarray) -> np.ndarray:
    kernel = kernel_on(layer, x, **weights)
    kernel.forward()
    return kernel.output


def everything(layer: Layer, x: np.ndarray) -> list[np.ndarray]:
    """Output, input gradient and weight gradients of two steps, of which the second counts."""
    weights = {spec.name: np.random.default_rng(2).normal(size=spec.shape) for spec in layer.weights(x.shape[1:])}
    gradients = {name: np.full_like(array, np.nan) for name, array in weights.items()}
    changing = np.zeros_like(x)
    kernel = layer.kernel(Slot((changing,), weights, gradients, np.random.default_rng(3)))
    direction = np.zeros_like(kernel.output)
    kernel.bind(direction)
    for step in range(2):
        changing[...] = x + 1 - step
        direction[...] = np.random.default_rng(step).normal(size=direction.shape)
        kernel.forward_training()
        kernel.backward()
        kernel.propagate()
    return [kernel.output, kernel.input_gradients[0], *gradients.values()]


# By hand


def test_a_convolution_is_a_sum_over_each_window() -> None:
    came = output_of(Conv2D(filters=1, kernel_size=2), NINE, kernel=np.array([1.0, 0, 0, -1]), bias=np.array([10.0]))
    assert came[0, :, :, 0].tolist() == [[6, 6], [6, 6]]  # 1 - 5, 2 - 6, 4 - 8, 5 - 9, and 10


def test_the_kernel_is_not_turned_round() -> None:
    x = np.array([1.0, 2, 3, 4]).reshape(1, 4, 1)
    layer = Conv1D(filters=1, kernel_size=2, use_bias=False)
    assert output_of(layer, x, kernel=np.array([1.0, 10])).ravel().tolist() == [21, 32, 43]


def test_same_with_strides_pads_less_before_than_after() -> None:
    x = np.array([1.0, 2, 3, 4]).reshape(1, 4, 1)
    layer = Conv1D(filters=1, kernel_size=3, strides=2, padding="same", use_bias=False)
    assert output_of(layer, x, kernel=np.array([1.0, 10, 100])).ravel().tolist() == [321, 43]


def test_causal_windows_end_where_they_stand() -> None:
    """Keras's doc: the output at a step depends on no later one; strides count from the first step."""
    x, kernel = np.array([1.0, 2, 3, 4, 5]).reshape(1, 5, 1), np.array([1.0, 10, 100])
    layer = Conv1D(filters=1, kernel_size=3, padding="causal", use_bias=False)
    assert output_of(layer, x, kernel=kernel).ravel().tolist() == [100, 210, 321, 432, 543]
    assert output_of(layer.replace(strides=2), x, kernel=kernel).ravel().tolist() == [100, 321, 543]
    assert output_of(layer.replace(dilation_rate=2), x, kernel=kernel).ravel().tolist() == [100, 200, 310, 420, 531]


def test_only_sequences_have_causal_padding() -> None:
    assert Conv1D(kernel_size=9, padding="causal").output_shape((2, 1)) == (2, 8)
    for kind in ("Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose"):
        with pytest.raises(HyperparameterError, match="causal"):
            Layer.resolve(kind).replace(padding="causal")


def test_dilation_leaves_holes() -> None:
    x = np.arange(1.0, 8).reshape(1, 7, 1)
    layer = Conv1D(filters=1, kernel_size=3, dilation_rate=2, strides=2, use_bias=False)
    assert output_of(layer, x, kernel=np.array([1.0, 10, 100])).ravel().tolist() == [531, 753]


def test_depthwise_counts_the_patterns_of_the_first_channel_first() -> None:
    x = np.array([[[[1.0, 2.0]]]])
    layer = DepthwiseConv2D(kernel_size=1, depth_multiplier=2, use_bias=False)
    assert output_of(layer, x, kernel=np.array([1.0, 10, 100, 1000])).ravel().tolist() == [1, 10, 200, 2000]


@pytest.mark.parametrize(
    ("padding", "kernel", "strides", "wanted"),
    [
        ("valid", [1, 10, 100], 2, [1, 10, 102, 20, 200]),
        ("same", [1, 10, 100], 2, [1, 10, 102, 20]),
        ("same", [1, 10, 100], 1, [12, 120]),
        ("valid", [1], 3, [1, 0, 0, 2, 0, 0]),  # Keras fills up to the stride
        ("same", [1], 3, [1, 0, 0, 2, 0, 0]),
    ],
)
def test_a_transposed_convolution_paints_the_kernel_at_every_place(
    padding: str, kernel: list[float], strides: int, wanted: list[float]
) -> None:
    x = np.array([1.0, 2]).reshape(1, 1, 2, 1)
    layer = Conv2DTranspose(
        filters=1, kernel_size=(1, len(kernel)), strides=(1, strides), padding=padding, use_bias=False
    )
    assert output_of(layer, x, kernel=np.array(kernel)).ravel().tolist() == wanted


# Relations


def test_a_window_as_large_as_the_picture_is_a_dense_layer() -> None:
    rng = np.random.default_rng(0)
    x, weight, bias = rng.normal(size=(5, 4, 3, 2)), rng.normal(size=(4, 3, 2, 6)), rng.normal(size=6)
    layer = Conv2D(filters=6, kernel_size=(4, 3), activation="tanh")
    came = output_of(layer, x, kernel=weight, bias=bias).reshape(5, 6)
    assert np.allclose(came, np.tanh(x.reshape(5, -1) @ weight.reshape(-1, 6) + bias), rtol=0, atol=1e-14)


def test_a_sequence_is_a_picture_of_one_row() -> None:
    x = np.random.default_rng(0).normal(size=(3, 9, 2))
    options = {"filters": 4, "padding": "same", "activation": "relu"}
    sequence = everything(Conv1D(kernel_size=3, strides=2, **options), x)
    picture = everything(Conv2D(kernel_size=(1, 3), strides=(1, 2), **options), x[:, None])
    assert all(np.array_equal(a.ravel(), b.ravel()) for a, b in zip(sequence, picture, strict=True))


def test_separable_is_depthwise_and_then_a_convolution_of_points() -> None:
    rng = np.random.default_rng(1)
    x, within, between = rng.normal(size=(2, 5, 4, 3)), rng.normal(size=(3, 3, 3, 2)), rng.normal(size=(1, 1, 6, 4))
    separable = SeparableConv2D(filters=4, depth_multiplier=2, use_bias=False, activation="sigmoid")
    depthwise = DepthwiseConv2D(depth_multiplier=2, use_bias=False)
    points = Conv2D(filters=4, kernel_size=1, use_bias=False, activation="sigmoid")
    wanted = output_of(points, output_of(depthwise, x, kernel=within), kernel=between)
    came = output_of(separable, x, depthwise_kernel=within, pointwise_kernel=between)
    assert np.allclose(came, wanted, rtol=0, atol=1e-14)


@pytest.mark.parametrize("padding", ["valid", "same"])
@pytest.mark.parametrize(("size", "strides"), [(3, 1), (3, 2), (2, 2), ((2, 3), (3, 1))])
def test_transposed_is_the_way_back_of_a_convolution(padding: str, size: Shape, strides: Shape) -> None:
    rng = np.random.default_rng(2)
    options = {"kernel_size": size, "strides": strides, "padding": padding, "use_bias": False}
    layer = Conv2DTranspose(filters=2, **options)
    small = rng.normal(size=(2, 3, 4, 5))
    weight = rng.normal(size=layer.weights(small.shape[1:])[0].shape)
    large = output_of(layer, small, kernel=weight)
    back = kernel_on(Conv2D(filters=5, **options), np.zeros_like(large), kernel=weight)
    assert back.output.shape == small.shape
    back.bind(small)
    back.forward()
    back.backward()
    back.propagate()
    assert np.allclose(back.input_gradients[0], large, rtol=0, atol=1e-13)


# Slabs


@pytest.mark.parametrize(
    ("kind", "example"), [(kind, Example(*entry)) for kind in KINDS for entry in EXAMPLES[kind]], ids=str
)
@pytest.mark.parametrize("pictures", [1, 2])
def test_how_a_batch_is_cut_into_slabs_changes_nothing(
    kind: str, example: Example, pictures: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    x = np.random.default_rng(4).normal(size=(5, *example.shapes[0]))
    whole = everything(example.layer, x)
    large = np.zeros((1, *example.layer.output_shape(x.shape[1:]))) if kind == "Conv2DTranspose" else x
    large = as_pictures(large)
    rows, columns = example.layer.window.counts(*large.shape[1:3])
    size = rows * columns * example.layer.window.area * large.shape[-1] * large.itemsize
    monkeypatch.setattr(folding, "UNFOLDED_BYTES", size * pictures)
    monkeypatch.setattr(folding, "FOLDED_BYTES", size * (3 - pictures))
    assert len(folding.cut(np.zeros((5, *large.shape[1:])), example.layer.window, size * pictures)) == -(-5 // pictures)
    for came, wanted in zip(everything(example.layer, x), whole, strict=True):
        assert np.allclose(came, wanted, rtol=0, atol=1e-12)


def test_the_memory_of_windows_does_not_grow_with_the_batch() -> None:
    pictures = np.zeros((1024, 28, 28, 8), "float32")
    window = Conv2D(filters=4).window
    unfold = folding.Unfold(pictures, window)
    assert {patches.rows.base is unfold.patches[0].rows.base for patches in unfold.patches} == {True}
    assert max(patches.rows.nbytes for patches in unfold.patches) <= folding.UNFOLDED_BYTES


def test_windows_of_points_are_not_copied() -> None:
    pictures = np.zeros((3, 4, 4, 2))
    window = Conv2D(kernel_size=1).window
    for patches in folding.Unfold(pictures, window).patches:
        assert np.shares_memory(patches.rows, pictures)


# In a network


@pytest.mark.parametrize(
    ("layer", "loss"),
    [
        (Conv2D(filters=3, activation="softmax"), "categorical_crossentropy"),
        (Conv2DTranspose(filters=2, strides=2, activation="sigmoid"), "binary_crossentropy"),
        (DepthwiseConv2D(activation="softmax"), "categorical_crossentropy"),
        (SeparableConv2D(filters=3, activation="softmax"), "categorical_crossentropy"),
        (SeparableConv2D(filters=3, activation="tanh"), "mse"),
    ],
    ids=str,
)
def test_gradients_through_a_loss_on_every_place(layer: Layer, loss: str) -> None:
    graph = Graph()
    first = graph.add(Input(shape=(5, 5, 2)))
    below = graph.add(Conv2D(filters=2, padding="same", activation="tanh"), after=first)
    last = graph.add(layer, after=below)
    graph.add(Output(loss=loss), after=last)
    network = Network(graph, seed=1, dtype="float64")
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(3, 5, 5, 2)), rng.uniform(size=(3, *network.shapes[last]))
    checks = check_gradients(network, X, Y / Y.sum(-1, keepdims=True))
    assert [check.key for check in checks if not check.passed] == []
    assert (network.plan(3).kernels[last].logits is not None) == (loss != "mse")


def test_certain_and_wrong_far_out_costs_its_logit() -> None:
    graph = Graph()
    first = graph.add(Input(shape=(1, 1, 1)))
    last = graph.add(Conv2D(filters=1, kernel_size=1, activation="sigmoid"), after=first)
    graph.add(Output(loss="binary_crossentropy"), after=last)
    network = Network(graph)
    network.load_state_dict({f"{last}.kernel": np.ones((1, 1, 1, 1)), f"{last}.bias": np.zeros(1)})
    assert network.loss(np.full((1, 1, 1, 1), 1e4), np.zeros((1, 1, 1, 1))) == pytest.approx(1e4)


def test_lying_bars_are_told_from_standing_ones_and_twice_to_the_bit() -> None:
    X = np.zeros((12, 6, 6, 1))
    for number in range(6):
        X[number, number], X[6 + number, :, number] = 1, 1
    Y = np.repeat([[0.0], [1.0]], 6, axis=0)
    graph = Graph()
    last = graph.add(Input(shape=(6, 6, 1)))
    for layer in (
        Conv2D(filters=4, padding="same", activation="relu"),
        DepthwiseConv2D(strides=2, activation="relu"),
        Flatten(),
        Dense(units=1, activation="sigmoid"),
    ):
        last = graph.add(layer, after=last)
    graph.add(Output(loss="binary_crossentropy"), after=last)
    networks = Network(graph, seed=0), Network(graph, seed=0)
    for network in networks:
        config = TrainingConfig(epochs=60, batch_size=4, optimizer=Adam(learning_rate=0.01), seed=0)
        for _ in Trainer(network, Dataset.from_arrays(X, Y), config).run():
            pass
        assert np.array_equal(network.predict(X) > 0.5, Y == 1)
    assert np.array_equal(networks[0].parameters, networks[1].parameters)


# What is refused


@pytest.mark.parametrize("kind", KINDS[1:])
def test_pictures_need_three_axes(kind: str) -> None:
    layer = Layer.resolve(kind)
    for shape in ((4,), (28, 28)):
        came = shape_text(shape)
        with pytest.raises(
            ShapeError,
            match=rf"{Layer.kinds()[kind].label} needs pictures of rows×columns×channels.*Received: {came}\.",
        ):
            layer.output_shape(shape)


def test_sequences_need_two_axes() -> None:
    with pytest.raises(ShapeError, match=r"Convolution 1D needs sequences of steps×features.*Received: 28×28×1\."):
        Conv1D().output_shape((28, 28, 1))


@pytest.mark.parametrize("kind", ["Conv2D", "DepthwiseConv2D", "SeparableConv2D"])
def test_a_window_larger_than_the_picture_is_refused_with_both_sizes(kind: str) -> None:
    layer = Layer.resolve(kind).replace(kernel_size=(3, 2), dilation_rate=2)
    with pytest.raises(ShapeError, match=r"window of 5×3 over an input of only 4×9\. .*padding to same"):
        layer.output_shape((4, 9, 1))
    assert layer.replace(padding="same").output_shape((4, 9, 1))[:2] == (4, 9)


def test_a_window_longer_than_the_sequence_is_refused() -> None:
    with pytest.raises(ShapeError, match=r"Convolution 1D moves a window of 3 over an input of only 2"):
        Conv1D(kernel_size=3, strides=2).output_shape((2, 1))


def test_an_axis_more_than_there_are_is_refused() -> None:
    with pytest.raises(HyperparameterError, match=r"Kernel size takes one number\. Received: 3×3\."):
        Conv1D(kernel_size=(3, 3))
    with pytest.raises(HyperparameterError, match=r"Strides takes one number, or two.* Received: 1×1×1\."):
        Conv2D(strides=(1, 1, 1))


# Weights


def test_one_number_is_a_square() -> None:
    assert Conv2D(filters=4, kernel_size=5).weights((9, 9, 3))[0].shape == (5, 5, 3, 4)
    assert Conv2DTranspose(filters=4, kernel_size=(5, 2)).weights((9, 9, 3))[0].shape == (5, 2, 4, 3)
    assert Conv1D(filters=4, kernel_size=5).weights((9, 3))[0].shape == (5, 3, 4)


def test_each_of_a_separables_kernels_follows_its_own_fields() -> None:
    layer = SeparableConv2D(depthwise_initializer="zeros", pointwise_regularizer="l2", trainable=False)
    depthwise, pointwise, bias = layer.weights((9, 9, 3))
    assert (depthwise.name, pointwise.name, bias.name) == ("depthwise_kernel", "pointwise_kernel", "bias")
    assert (depthwise.regularizer.name, pointwise.regularizer.name) == ("none", "l2")
    assert (depthwise.initializer.name, pointwise.initializer.name) == ("zeros", "glorot_uniform")
    assert not any(spec.learned for spec in (depthwise, pointwise, bias))


@pytest.mark.parametrize("multiplier", [1, 2])
def test_depthwise_sums_are_the_same_a_few_pictures_at_a_time(multiplier: int, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = DepthwiseConv2D(depth_multiplier=multiplier, padding="same")
    x = np.random.default_rng(0).normal(size=(5, 4, 3, 2))
    together = everything(layer, x)
    monkeypatch.setattr("engine.layers.depthwise.SLAB_BYTES", 2 * 4 * 3 * 2 * 8 * multiplier)
    for whole, piecewise in zip(together, everything(layer, x), strict=True):
        assert np.abs(piecewise - whole).max() <= 1e-14
