"""The convolutions: every option, odd sizes, few and many channels, windows larger than half the picture."""

from __future__ import annotations

from engine.layers import Conv1D, Conv2D, Conv2DTranspose, DepthwiseConv2D, SeparableConv2D

EXAMPLES = {
    "Conv1D": (
        (Conv1D(filters=2), ((5, 2),)),
        (Conv1D(filters=3, kernel_size=2, strides=2, padding="same", activation="tanh"), ((5, 3),)),
        (Conv1D(filters=2, kernel_size=3, dilation_rate=2, use_bias=False), ((7, 1),)),
        (Conv1D(filters=2, kernel_size=3, padding="causal", activation="tanh"), ((4, 2),)),
        (Conv1D(filters=1, kernel_size=2, padding="causal", strides=2, use_bias=False), ((5, 3),)),
        (Conv1D(filters=2, kernel_size=3, padding="causal", dilation_rate=3), ((5, 2),)),
        (Conv1D(filters=2, kernel_size=1, activation="softmax"), ((3, 2),)),
        (Conv1D(filters=1, kernel_size=3, activation="sigmoid"), ((5, 6),)),
    ),
    "Conv2D": (
        (Conv2D(filters=2), ((4, 5, 1),)),
        (Conv2D(filters=3, kernel_size=(2, 3), activation="relu"), ((4, 3, 2),)),
        (Conv2D(filters=2, padding="same", activation="tanh"), ((3, 4, 2),)),
        (Conv2D(filters=2, kernel_size=2, strides=2, padding="same", use_bias=False), ((5, 3, 2),)),
        (Conv2D(filters=2, kernel_size=3, strides=(2, 1), activation="softmax"), ((5, 4, 1),)),
        (Conv2D(filters=1, kernel_size=(1, 3), strides=(3, 2), padding="same", dilation_rate=2), ((4, 5, 2),)),
        (Conv2D(filters=3, kernel_size=1, activation="sigmoid"), ((2, 3, 2),)),
        (Conv2D(filters=2, kernel_size=1, strides=2), ((3, 3, 2),)),
        (Conv2D(filters=2, kernel_size=5, padding="same"), ((2, 2, 1),)),
        (Conv2D(filters=2, kernel_size=2, padding="same", dilation_rate=5), ((1, 2, 1),)),
        (Conv2D(filters=2), ((3, 4, 6),)),
    ),
    "DepthwiseConv2D": (
        (DepthwiseConv2D(), ((4, 5, 2),)),
        (DepthwiseConv2D(kernel_size=2, strides=2, padding="same", activation="tanh"), ((3, 5, 3),)),
        (DepthwiseConv2D(kernel_size=(2, 1), depth_multiplier=2, use_bias=False), ((3, 2, 2),)),
        (DepthwiseConv2D(depth_multiplier=3, padding="same", dilation_rate=2, activation="relu"), ((4, 3, 1),)),
        (DepthwiseConv2D(kernel_size=2, strides=(2, 3), dilation_rate=2, activation="softmax"), ((5, 6, 2),)),
        (DepthwiseConv2D(kernel_size=2, padding="same", dilation_rate=5), ((1, 2, 1),)),
    ),
    "SeparableConv2D": (
        (SeparableConv2D(filters=3), ((4, 4, 2),)),
        (SeparableConv2D(filters=2, kernel_size=2, strides=2, padding="same", activation="tanh"), ((3, 4, 1),)),
        (SeparableConv2D(filters=2, kernel_size=(1, 2), depth_multiplier=2, use_bias=False), ((2, 3, 2),)),
        (SeparableConv2D(filters=3, kernel_size=2, dilation_rate=2, activation="softmax"), ((3, 4, 2),)),
    ),
    "Conv2DTranspose": (
        (Conv2DTranspose(filters=2), ((2, 3, 1),)),
        (Conv2DTranspose(filters=2, kernel_size=3, strides=2, padding="same", activation="tanh"), ((2, 3, 2),)),
        (Conv2DTranspose(filters=3, kernel_size=(2, 3), strides=(3, 2), use_bias=False), ((2, 2, 2),)),
        (Conv2DTranspose(filters=1, kernel_size=2, strides=3, padding="same", activation="sigmoid"), ((2, 1, 3),)),
        (Conv2DTranspose(filters=2, kernel_size=2, strides=2, dilation_rate=2, activation="relu"), ((2, 3, 1),)),
        (Conv2DTranspose(filters=2, kernel_size=1, activation="softmax"), ((2, 2, 3),)),
        (Conv2DTranspose(filters=6, kernel_size=3, padding="same"), ((3, 2, 2),)),
    ),
}
