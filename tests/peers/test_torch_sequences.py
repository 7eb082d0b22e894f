"""Fifty steps, with states that saturate, against PyTorch in float64: gradients that travel the whole way."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.layers import GRU, LSTM, Layer, SimpleRNN
from tests.engine.layers.kernels import backpropagate, kernel_on
from tests.peers.layers import LAYERS

pytestmark = pytest.mark.peer

STEPS, FEATURES, TOLERANCE = 50, 4, 1e-10


@pytest.mark.parametrize("scale", [0.3, 3.0], ids=["gentle", "saturated"])
@pytest.mark.parametrize(
    "layer",
    [
        SimpleRNN(units=6, bidirectional=True),
        SimpleRNN(units=6, return_sequences=True),
        LSTM(units=6, bidirectional=True),
        LSTM(units=6, return_sequences=True),
        GRU(units=6, bidirectional=True),
        GRU(units=6, return_sequences=True),
        GRU(units=6, return_sequences=True, reset_after=False),
    ],
    ids=lambda layer: layer.name,
)
def test_fifty_steps(layer: Layer, scale: float, parity: Callable[[str, float, float], None]) -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(3, STEPS, FEATURES)) * scale
    shapes = {spec.name: spec.shape for spec in layer.weights((STEPS, FEATURES))}
    weights = {name: rng.normal(size=shape) * scale for name, shape in shapes.items()}
    kernel, gradients = kernel_on(layer, x, weights)
    direction = rng.normal(size=kernel.output.shape)
    entered = backpropagate(kernel, direction)

    tensor = torch.tensor(x, requires_grad=True)
    parameters = {name: torch.tensor(array, requires_grad=True) for name, array in weights.items()}
    output = LAYERS[layer.name](layer, [tensor], parameters)
    output.backward(torch.tensor(direction))
    pairs = [(kernel.output, output.detach()), (entered, tensor.grad)]
    pairs += [(gradients[name], parameters[name].grad) for name in weights]
    worst = max(
        float(np.abs(came - wanted.numpy()).max() / max(1, wanted.abs().max().item())) for came, wanted in pairs
    )
    parity(f"{layer.name} over {STEPS} steps", worst, TOLERANCE)
