"""A layer whose logits a loss reads, while other layers read what its activation makes of them."""

from __future__ import annotations

import numpy as np

from engine.layers.activation import ActivationKernel
from engine.layers.base import Array, Kernel, Layer, Slot


class ForkedKernel(Kernel):
    """The layer up to its logits and its activation as two kernels, so that gradients may arrive at both.

    `bind_logits` comes before `bind`, which takes the buffer of dL/d(output) over all who read the output.
    """

    def __init__(self, slot: Slot, layer: Layer) -> None:
        assert layer.final_activation is not None
        self.sums = layer.without_activation().kernel(slot)
        self.activation = ActivationKernel(Slot((self.sums.output,), {}, {}, slot.rng), layer.final_activation)
        self.logits, self.output = self.sums.output, self.activation.output

    def bind_logits(self, logit_gradient: Array) -> None:
        """Take the buffer in which the losses' dL/d(logits) will stand."""
        self.logit_gradient = logit_gradient

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        self.activation.bind(output_gradient)
        self.total = np.empty_like(self.sums.output)
        self.sums.bind(self.total)
        self.input_gradients = self.sums.input_gradients

    def forward(self) -> None:
        self.sums.forward()
        self.activation.forward()

    def backward(self) -> None:
        self.activation.propagate()
        np.add(self.activation.input_gradients[0], self.logit_gradient, self.total)
        self.sums.backward()

    def propagate(self) -> None:
        self.sums.propagate()
