"""Activation as a layer: it is the same function as within Dense, whatever follows it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.activations import ActivationFunction
from engine.graph import Graph
from engine.layers import Activation, Dense, Input, Output
from engine.losses import Loss
from engine.network import Network

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
