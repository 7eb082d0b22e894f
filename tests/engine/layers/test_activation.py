"""Activation as a layer: it is the same function as within Dense, whatever follows it; and PReLU."""

from __future__ import annotations

import numpy as np
import pytest

from engine.activations import ActivationFunction
from engine.graph import Graph
from engine.layers import Activation, Dense, Input, Output, PReLU, Slot
from engine.losses import Loss
from engine.network import Network
from tests.engine.activation_examples import ACTIVATION_EXAMPLES
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

PAIRS = [
    (function, loss)
    for loss, kind in Loss.kinds().items()
    for function in ActivationFunction.kinds()
    if not kind.suits or function in kind.suits
]


@pytest.mark.parametrize(("function", "loss"), PAIRS)
def test_apart_or_within_dense_makes_no_difference(function: str, loss: str) -> None:
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(6, 2)), np.eye(3)[rng.integers(0, 3, 6)]
    results = []
    for apart in (False, True):
        graph = Graph()
        x = graph.add(Input(shape=(2,)))
        h = graph.add(Dense(units=3, activation="linear" if apart else function), after=x)
        if apart:
            h = graph.add(Activation(function=function), after=h)
        graph.add(Output(loss=loss), after=h)
        network = Network(graph, dtype="float64")
        results.append((network.loss(X, Y), network.predict(X), network.gradients(X, Y)))
    (loss_within, within, gradients_within), (loss_apart, apart_, gradients_apart) = results
    assert loss_within == pytest.approx(loss_apart, rel=1e-14)
    assert np.array_equal(within, apart_)
    for key, gradient in gradients_within.items():
        assert np.abs(gradient - gradients_apart[key]).max() <= 1e-15


@pytest.mark.parametrize("function", ACTIVATION_EXAMPLES, ids=repr)
def test_within_dense_the_derivative_equals_finite_differences(function: ActivationFunction) -> None:
    rng = np.random.default_rng(5)
    x, direction = rng.normal(size=(4, 3)), rng.normal(size=(4, 5))
    weights = {"kernel": rng.normal(size=(3, 5)), "bias": rng.normal(size=5)}
    gradients = {name: np.empty_like(array) for name, array in weights.items()}
    kernel = Dense(units=5, activation=function).kernel(Slot((x,), weights, gradients, rng))
    kernel.bind(direction)
    kernel.forward()
    kernel.backward()
    kernel.propagate()
    wanted = {name: gradient.copy() for name, gradient in gradients.items()} | {"x": kernel.input_gradients[0].copy()}

    def projected() -> float:
        kernel.forward()
        return float((kernel.output * direction).sum())

    for name, array in {**weights, "x": x}.items():
        assert relative_error(wanted[name], numerical_gradient(projected, array)) <= TOLERANCE, name


def prelu_kernel(layer: PReLU, x: np.ndarray, alpha: list) -> tuple:
    slopes = np.array(alpha, float)
    gradient = np.empty_like(slopes)
    kernel = layer.kernel(Slot((x,), {"alpha": slopes}, {"alpha": gradient}, np.random.default_rng(0)))
    kernel.bind(np.arange(1.0, 1 + x.size).reshape(x.shape))
    kernel.forward()
    kernel.backward()
    kernel.propagate()
    return kernel, gradient


def test_prelu_by_hand() -> None:
    x = np.array([[[-2.0, 3.0], [4.0, -1.0]]])
    kernel, gradient = prelu_kernel(PReLU(), x, [0.5, 0.25])
    assert kernel.output.tolist() == [[[-1.0, 3.0], [4.0, -0.25]]]
    assert kernel.input_gradients[0].tolist() == [[[0.5, 2.0], [3.0, 1.0]]]
    assert gradient.tolist() == [-2.0, -4.0]
    kernel, gradient = prelu_kernel(PReLU(per_channel=False), x, [[0.5, 9.0], [9.0, 0.25]])
    assert kernel.output.tolist() == [[[-1.0, 3.0], [4.0, -0.25]]]
    assert gradient.tolist() == [[-2.0, 0.0], [0.0, -4.0]]


def test_prelu_has_a_slope_for_each_channel_or_for_each_number() -> None:
    assert [spec.shape for spec in PReLU().weights((4, 5, 3))] == [(3,)]
    assert [spec.shape for spec in PReLU(per_channel=False).weights((4, 5, 3))] == [(4, 5, 3)]


def test_prelu_far_out() -> None:
    x = np.array([[1e4, -1e4, 0.0]], "float32")
    kernel = PReLU().kernel(
        Slot((x,), {"alpha": np.full(3, 0.1, "f")}, {"alpha": np.zeros(3, "f")}, np.random.default_rng(0))
    )
    kernel.forward()
    assert kernel.output[0].tolist() == pytest.approx([1e4, -1e3, 0])
