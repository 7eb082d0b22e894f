"""The kinds of tests/engine/layers/examples/normalization.py in PyTorch, in inference."""

from __future__ import annotations

import torch

F = torch.nn.functional


def channels_second(tensor):
    """PyTorch's place for them."""
    return tensor.movedim(-1, 1)


def batch_normalization(layer, inputs, weights):
    normalized = F.batch_norm(
        channels_second(inputs[0]),
        weights["moving_mean"].detach(),
        weights["moving_variance"].detach(),
        weights.get("gamma"),
        weights.get("beta"),
        training=False,
        eps=layer.epsilon,
    )
    return normalized.movedim(1, -1)


def layer_normalization(layer, inputs, weights):
    return F.layer_norm(inputs[0], inputs[0].shape[-1:], weights.get("gamma"), weights.get("beta"), layer.epsilon)


def prelu(layer, inputs, weights):
    alpha, shape = weights["alpha"], inputs[0].shape
    if layer.per_channel:
        return F.prelu(channels_second(inputs[0]), alpha).movedim(1, -1)
    return F.prelu(inputs[0].flatten(1), alpha.flatten()).reshape(shape)


LAYERS = {
    "BatchNormalization": batch_normalization,
    "LayerNormalization": layer_normalization,
    "SpatialDropout1D": lambda layer, inputs, weights: F.dropout1d(inputs[0], training=False),
    "SpatialDropout2D": lambda layer, inputs, weights: F.dropout2d(inputs[0], training=False),
    "GaussianNoise": lambda layer, inputs, weights: inputs[0],
    "PReLU": prelu,
    "Embedding": lambda layer, inputs, weights: F.embedding(inputs[0].long(), weights["embeddings"]),
}
