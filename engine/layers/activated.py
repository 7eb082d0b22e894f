"""What follows the sums of a layer: a bias and an activation; and what comes before them on the way back."""

from __future__ import annotations

import numpy as np

from engine.activations import ActivationFunction
from engine.layers.base import Array, Kernel, Slot
from engine.shapes import Shape


class ActivatedKernel(Kernel):
    """a = f(z + b), for kernels that compute the sums z.

    `z`, `a` and `delta` are (rows, units): every axis but the last is laid out as rows. Forward, a kernel fills `z` and
    calls `activate`; backward, it calls `differentiate` and finds dL/dz in `delta`.
    """

    def __init__(self, slot: Slot, shape: Shape, activation: ActivationFunction) -> None:
        self.activation = activation
        self.linear = activation.name == "linear"
        self.passes = self.linear or slot.fused
        self.output = np.empty((slot.batch, *shape), slot.dtype)
        self.a = self.output.reshape(-1, shape[-1])
        apart = slot.fused or not activation.in_place
        self.z = np.empty_like(self.a) if apart else self.a
        if slot.fused:
            self.logits = self.z.reshape(self.output.shape)
        self.bias = slot.weights.get("bias")
        self.bias_gradient = slot.gradients.get("bias")
        self.ones = np.ones(len(self.a), slot.dtype)
        self.repeated_bias: Array | None = None
        if self.bias is not None:
            self._lay_out(self.bias)

    def _lay_out(self, bias: Array) -> None:
        """NumPy adds few units to many rows slowly, so the bias is repeated along the axis before the units."""
        self.wide_bias = bias
        if self.output.ndim > 2:
            self.repeated_bias = np.empty(self.output.shape[-2:], bias.dtype)
            self.wide_bias = self.repeated_bias.reshape(-1)
        self.wide_z = self.z.reshape(-1, self.wide_bias.size)

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.gradient = output_gradient.reshape(self.a.shape)
        self.delta = self.gradient if self.passes else np.empty_like(self.a)

    def activate(self) -> None:
        """Turn the sums in `z` into the output."""
        if self.bias is not None:
            if self.repeated_bias is not None:
                np.copyto(self.repeated_bias, self.bias)
            np.add(self.wide_z, self.wide_bias, self.wide_z)
        if not self.linear:
            self.activation.forward(self.z, self.a)

    def differentiate(self) -> None:
        """Fill `delta` and the bias's gradient."""
        if not self.passes:
            self.activation.backward(self.gradient, self.z, self.a, self.delta)
        if self.bias_gradient is not None:
            self.ones.dot(self.delta, self.bias_gradient)
