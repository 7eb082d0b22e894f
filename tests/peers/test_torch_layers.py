"""Every layer and activation against PyTorch in float64: outputs and all gradients."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.activations import ActivationFunction
from engine.layers import Slot
from tests.engine.activation_examples import ACTIVATION_EXAMPLES
from tests.engine.layers.examples import Example, all_examples, required
from tests.peers.layers import LAYERS
from tests.peers.layers.activations import ACTIVATIONS

pytestmark = pytest.mark.peer

TOLERANCE = 1e-10


@pytest.mark.parametrize(("kind", "example"), all_examples())
def test_layer(kind: str, example: Example, parity: Callable[[str, float, float], None]) -> None:
    if kind not in LAYERS:
        pytest.fail(f"{kind} has no counterpart in PyTorch. Add it to its family's file in tests/peers/layers.")
    layer = required(kind, example).layer
    rng = np.random.default_rng(0)
    inputs, weights = example.draw_inputs(rng, 4), example.draw_weights(rng)
    gradients = {name: np.empty_like(array) for name, array in weights.items()}
    kernel = layer.kernel(Slot(tuple(inputs), weights, gradients, rng))
    direction = rng.normal(size=kernel.output.shape)
    kernel.bind(direction)
    kernel.forward()
    kernel.backward()
    kernel.propagate()

    tensors = [torch.tensor(array, requires_grad=True) for array in inputs]
    parameters = {name: torch.tensor(array, requires_grad=True) for name, array in weights.items()}
    output = LAYERS[kind](layer, tensors, parameters)
    output.backward(torch.tensor(direction))
    pairs = [(kernel.output, output.detach())]
    if not example.integers:
        pairs += [(came, tensor.grad) for came, tensor in zip(kernel.input_gradients, tensors, strict=True)]
    pairs += [(gradients[name], parameters[name].grad) for name in example.learned]
    worst = max(float(np.abs(came - wanted.numpy()).max()) for came, wanted in pairs)
    parity(f"layer {kind}", worst, TOLERANCE)


@pytest.mark.parametrize("function", ACTIVATION_EXAMPLES, ids=repr)
def test_activation(function: ActivationFunction, parity: Callable[[str, float, float], None]) -> None:
    name = function.name
    if name not in ACTIVATIONS:
        pytest.fail(f"{name} has no counterpart in PyTorch. Add it to tests/peers/layers/activations.py.")
    rng = np.random.default_rng(0)
    z, gradient = rng.normal(size=(20, 7)) * 6, rng.normal(size=(20, 7))
    a, out = np.empty_like(z), np.empty_like(z)
    function.forward(z, a)
    function.backward(gradient, z, a, out)
    tensor = torch.tensor(z, requires_grad=True)
    wanted = ACTIVATIONS[name](function, tensor)
    wanted.backward(torch.tensor(gradient))
    worst = max(np.abs(a - wanted.detach().numpy()).max(), np.abs(out - tensor.grad.numpy()).max())
    parity(f"activation {name}", float(worst), TOLERANCE)
