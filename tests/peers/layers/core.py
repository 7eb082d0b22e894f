"""The kinds of tests/engine/layers/examples/core.py in PyTorch."""

from __future__ import annotations

import torch

from tests.peers.layers.activations import ACTIVATIONS


def dense(layer, inputs, weights):
    bias = weights.get("bias")
    z = torch.nn.functional.linear(inputs[0], weights["kernel"].T, bias)
    return ACTIVATIONS[layer.activation.name](layer.activation, z)


LAYERS = {
    "Input": lambda layer, inputs, weights: inputs[0],
    "Output": lambda layer, inputs, weights: inputs[0],
    "Dense": dense,
    "Activation": lambda layer, inputs, weights: ACTIVATIONS[layer.function.name](layer.function, inputs[0]),
    "Flatten": lambda layer, inputs, weights: inputs[0].flatten(1),
    "Dropout": lambda layer, inputs, weights: torch.nn.functional.dropout(inputs[0], training=False),
    "Add": lambda layer, inputs, weights: torch.stack(inputs).sum(0),
    "Concatenate": lambda layer, inputs, weights: torch.cat(inputs, dim=-1),
}
