"""Every layer and activation against PyTorch in float64: outputs and all gradients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.activations import ActivationFunction
from engine.layers import Layer, Slot
from tests.engine.layers.examples import Example, all_examples, required

pytestmark = pytest.mark.peer

Tensor = Any

Tensors = list[Tensor]
Weights = Mapping[str, Tensor]
TOLERANCE = 1e-10

ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "softmax": lambda z: torch.softmax(z, dim=-1),
}


def dense(layer: Layer, inputs: Tensors, weights: Weights) -> Tensor:
    bias = weights.get("bias")
    z = torch.nn.functional.linear(inputs[0], weights["kernel"].T, bias)
    return ACTIVATIONS[layer.activation.name](z)  # type: ignore[attr-defined]


LAYERS: dict[str, Callable[[Layer, Tensors, Weights], Tensor]] = {
    "Input": lambda layer, inputs, weights: inputs[0],
    "Output": lambda layer, inputs, weights: inputs[0],
    "Dense": dense,
    "Activation": lambda layer, inputs, weights: ACTIVATIONS[layer.function.name](inputs[0]),  # type: ignore[attr-defined]
    "Flatten": lambda layer, inputs, weights: inputs[0].flatten(1),
    "Dropout": lambda layer, inputs, weights: torch.nn.functional.dropout(inputs[0], training=False),
    "Add": lambda layer, inputs, weights: torch.stack(inputs).sum(0),
    "Concatenate": lambda layer, inputs, weights: torch.cat(inputs, dim=-1),
}


@pytest.mark.parametrize(("kind", "example"), all_examples())
def test_layer(kind: str, example: Example, parity: Callable[[str, float, float], None]) -> None:
    if kind not in LAYERS:
        pytest.fail(f"{kind} has no counterpart in PyTorch. Add it to tests/peers/test_torch_layers.py.")
    layer, shapes = required(kind, example)
    rng = np.random.default_rng(0)
    inputs = [rng.normal(size=(4, *shape)) for shape in shapes]
    weights = {spec.name: rng.normal(size=spec.shape) for spec in layer.weights(*shapes)}
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
    pairs += [(came, tensor.grad) for came, tensor in zip(kernel.input_gradients, tensors, strict=True)]
    pairs += [(gradients[name], tensor.grad) for name, tensor in parameters.items()]
    worst = max(float(np.abs(came - wanted.numpy()).max()) for came, wanted in pairs)
    parity(f"layer {kind}", worst, TOLERANCE)


@pytest.mark.parametrize("name", list(ActivationFunction.kinds()))
def test_activation(name: str, parity: Callable[[str, float, float], None]) -> None:
    if name not in ACTIVATIONS:
        pytest.fail(f"{name} has no counterpart in PyTorch. Add it to tests/peers/test_torch_layers.py.")
    rng = np.random.default_rng(0)
    z, gradient = rng.normal(size=(20, 7)) * 6, rng.normal(size=(20, 7))
    function = ActivationFunction.resolve(name)
    a, out = np.empty_like(z), np.empty_like(z)
    function.forward(z, a)
    function.backward(gradient, z, a, out)
    tensor = torch.tensor(z, requires_grad=True)
    wanted = ACTIVATIONS[name](tensor)
    wanted.backward(torch.tensor(gradient))
    worst = max(np.abs(a - wanted.detach().numpy()).max(), np.abs(out - tensor.grad.numpy()).max())
    parity(f"activation {name}", float(worst), TOLERANCE)
