"""The kinds of tests/engine/layers/examples/merge.py in PyTorch."""

from __future__ import annotations

import functools

import torch


def dot(layer, inputs, weights):
    left, right = (tensor.flatten(1, -2) if tensor.ndim > 2 else tensor[:, None] for tensor in inputs)
    if layer.normalize:
        left, right = (torch.nn.functional.normalize(tensor, dim=-1) for tensor in (left, right))
    products = torch.einsum("nid,njd->nij", left, right)
    return products.reshape(len(products), *layer.output_shape(*(tensor.shape[1:] for tensor in inputs)))


LAYERS = {
    "Subtract": lambda layer, inputs, weights: inputs[0] - inputs[1],
    "Multiply": lambda layer, inputs, weights: torch.stack(inputs).prod(0),
    "Average": lambda layer, inputs, weights: torch.stack(inputs).mean(0),
    "Maximum": lambda layer, inputs, weights: functools.reduce(torch.maximum, inputs),
    "Dot": dot,
}
