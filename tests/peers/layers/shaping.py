"""The kinds of tests/engine/layers/examples/shaping.py in PyTorch, which has channels first and pads beforehand."""

from __future__ import annotations

import math

import torch
from torch.nn import functional


def same_padding(length, window, stride):
    """What TensorFlow adds before and after an axis, written out from its definition."""
    total = max((math.ceil(length / stride) - 1) * stride + window - length, 0)
    return total // 2, total - total // 2


def pooled(layer, tensor, pool):
    """Channels first, padded where asked for, pooled, and channels last again."""
    axes = tensor.ndim - 2
    size = layer.pool_size if axes == 2 else (layer.pool_size,)
    strides = size if layer.strides is None else layer.strides if axes == 2 else (layer.strides,)
    size, strides = size * (axes // len(size)), strides * (axes // len(strides))
    amounts = [(0, 0)] * axes
    if layer.padding == "same":
        amounts = [same_padding(*axis) for axis in zip(tensor.shape[1:-1], size, strides, strict=True)]
    # PyTorch names the last axis first.
    padding = [amount for pair in reversed(amounts) for amount in pair]
    return pool(tensor.movedim(-1, 1), size, strides, padding).movedim(1, -1)


def largest(pool):
    def run(tensor, size, strides, padding):
        return pool(functional.pad(tensor, padding, value=-math.inf), size, strides)

    return lambda layer, inputs, weights: pooled(layer, inputs[0], run)


def mean(pool):
    def run(tensor, size, strides, padding):
        sums, counts = (pool(functional.pad(t, padding), size, strides) for t in (tensor, torch.ones_like(tensor)))
        return sums / counts

    return lambda layer, inputs, weights: pooled(layer, inputs[0], run)


def over_all(pool):
    return lambda layer, inputs, weights: pool(inputs[0].movedim(-1, 1), 1).flatten(1)


def upsampling(layer, inputs, weights):
    fields = {"mode": layer.interpolation}
    if layer.interpolation == "bilinear":
        fields["align_corners"] = False
    factors = (layer.size[0], layer.size[-1])
    return functional.interpolate(inputs[0].movedim(-1, 1), scale_factor=factors, **fields).movedim(1, -1)


def zero_padding(layer, inputs, weights):
    top, bottom, left, right = layer.padding if len(layer.padding) == 4 else layer.padding * 4
    return functional.pad(inputs[0], (0, 0, left, right, top, bottom))


LAYERS = {
    "MaxPooling1D": largest(functional.max_pool1d),
    "MaxPooling2D": largest(functional.max_pool2d),
    "AveragePooling1D": mean(functional.avg_pool1d),
    "AveragePooling2D": mean(functional.avg_pool2d),
    "GlobalMaxPooling1D": over_all(functional.adaptive_max_pool1d),
    "GlobalMaxPooling2D": over_all(functional.adaptive_max_pool2d),
    "GlobalAveragePooling1D": over_all(functional.adaptive_avg_pool1d),
    "GlobalAveragePooling2D": over_all(functional.adaptive_avg_pool2d),
    "UpSampling2D": upsampling,
    "ZeroPadding2D": zero_padding,
    "Reshape": lambda layer, inputs, weights: inputs[0].reshape(len(inputs[0]), *layer.target_shape),
    "Permute": lambda layer, inputs, weights: inputs[0].permute(0, *layer.dims),
}
