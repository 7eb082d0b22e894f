"""The convolutions in PyTorch, which puts channels first and pads alike on both sides."""

from __future__ import annotations

from torch.nn import functional

from tests.peers.layers.activations import ACTIVATIONS


def both(sizes):
    return (sizes[0], sizes[-1])


def channels_first(pictures):
    return pictures.movedim(-1, 1)


def activated(layer, sums, bias):
    z = sums.movedim(1, -1)
    return ACTIVATIONS[layer.activation.name](layer.activation, z if bias is None else z + bias)


def excess(length, kernel, stride, dilation):
    """By how much the windows reach beyond the axis where its output has ceil(length / stride) entries."""
    return max((-(-length // stride) - 1) * stride + (kernel - 1) * dilation + 1 - length, 0)


def padded(layer, pictures):
    if layer.padding == "valid":
        return pictures
    amounts = []
    for axis in (3, 2):
        where = axis - 2
        settings = (both(layer.kernel_size)[where], both(layer.strides)[where], both(layer.dilation_rate)[where])
        total = excess(pictures.shape[axis], *settings)
        amounts += [total // 2, total - total // 2]
    return functional.pad(pictures, amounts)


def convolved(layer, pictures, kernel, groups=1):
    return functional.conv2d(
        padded(layer, pictures), kernel, stride=both(layer.strides), dilation=both(layer.dilation_rate), groups=groups
    )


def conv1d(layer, inputs, weights):
    sequences, kernel = channels_first(inputs[0]), weights["kernel"].permute(2, 1, 0)
    stride, dilation = layer.strides[0], layer.dilation_rate[0]
    if layer.padding == "same":
        total = excess(sequences.shape[2], layer.kernel_size[0], stride, dilation)
        sequences = functional.pad(sequences, (total // 2, total - total // 2))
    elif layer.padding == "causal":
        sequences = functional.pad(sequences, ((layer.kernel_size[0] - 1) * dilation, 0))
    return activated(layer, functional.conv1d(sequences, kernel, stride=stride, dilation=dilation), weights.get("bias"))


def conv2d(layer, inputs, weights):
    sums = convolved(layer, channels_first(inputs[0]), weights["kernel"].permute(3, 2, 0, 1))
    return activated(layer, sums, weights.get("bias"))


def depthwise_sums(layer, pictures, kernel):
    rows, columns, channels, multiplier = kernel.shape
    kernel = kernel.permute(2, 3, 0, 1).reshape(channels * multiplier, 1, rows, columns)
    return convolved(layer, channels_first(pictures), kernel, groups=channels)


def depthwise(layer, inputs, weights):
    return activated(layer, depthwise_sums(layer, inputs[0], weights["kernel"]), weights.get("bias"))


def separable(layer, inputs, weights):
    between = depthwise_sums(layer, inputs[0], weights["depthwise_kernel"])
    sums = functional.conv2d(between, weights["pointwise_kernel"].permute(3, 2, 0, 1))
    return activated(layer, sums, weights.get("bias"))


def transposed(layer, inputs, weights):
    pictures, kernel = channels_first(inputs[0]), weights["kernel"].permute(3, 2, 0, 1).contiguous()
    strides, dilation = both(layer.strides), both(layer.dilation_rate)
    spans = [(size - 1) * step + 1 for size, step in zip(both(layer.kernel_size), dilation, strict=True)]
    missing = [max(stride - span, 0) for span, stride in zip(spans, strides, strict=True)]
    sums = functional.conv_transpose2d(pictures, kernel, stride=strides, output_padding=missing, dilation=dilation)
    if layer.padding == "same":
        for axis, (span, stride) in enumerate(zip(spans, strides, strict=True), start=2):
            sums = sums.narrow(axis, max(span - stride, 0) // 2, pictures.shape[axis] * stride)
    return activated(layer, sums, weights.get("bias"))


LAYERS = {
    "Conv1D": conv1d,
    "Conv2D": conv2d,
    "DepthwiseConv2D": depthwise,
    "SeparableConv2D": separable,
    "Conv2DTranspose": transposed,
}
