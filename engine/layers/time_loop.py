"""One pass of a recurrent cell through time, forwards and backwards, and the kernel that holds one or two of them.

Inside a loop the batch comes last: the sums of a step are (gates, units, batch), so that every gate is one stretch of
memory. What needs no earlier state is computed for all steps at once, before the loop or behind it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

import numpy as np

from engine.activations import ActivationFunction
from engine.layers.base import Array, Kernel, Slot

Forward = Callable[[Array, Array], None]
Backward = Callable[[Array, Array, Array, Array], None]


def units_last(block: Array) -> Array:
    """A view of (..., units, batch) as (..., batch, units)."""
    return block.swapaxes(-1, -2)


def block_calls(function: ActivationFunction) -> tuple[Forward, Backward]:
    """The activation's `forward` and `backward` for blocks (..., units, batch).

    What bends each number by itself is faster on the block as it lies than on a view; softmax must see the units last.
    """
    if function.elementwise:
        return function.forward, function.backward
    return (
        lambda z, out: function.forward(units_last(z), units_last(out)),
        lambda gradient, z, a, out: function.backward(*map(units_last, (gradient, z, a, out))),
    )


class TimeLoop:
    """A cell that reads a sequence from its first step to its last, or with `reverse` from its last to its first.

    Arrays over time are in the order of reading. `sums` are the pre-activations (time, gates, units, batch);
    `hidden` has one step more, the state of zeros with which it begins. A cell writes `walk` and `walk_back`.
    """

    gates: ClassVar[int]

    def __init__(self, slot: Slot, units: int, prefix: str, reverse: bool) -> None:
        batch, times, features = slot.inputs[0].shape
        self.units, self.dtype, self.reverse = units, slot.dtype, reverse
        self.weights = {name.removeprefix(prefix): array for name, array in slot.weights.items()}
        self.gradients = {name.removeprefix(prefix): array for name, array in slot.gradients.items()}
        self.kernel, self.recurrent = self.weights["kernel"], self.weights["recurrent_kernel"]
        self.bias = self.weights.get("bias")
        """What joins the input's share of the sums, (gates * units,)."""
        self.entering = self.in_order(slot.inputs[0])
        # The input's share of all sums is one product: a last feature of 1 meets the bias as a last row.
        self.source = np.ones((times, features + 1, batch), slot.dtype)
        self.stacked = np.zeros((features + 1, self.gates * units), slot.dtype)
        self.sums = np.empty((times, self.gates, units, batch), slot.dtype)
        self.hidden = np.zeros((times + 1, units, batch), slot.dtype)
        self.transposed = self.recurrent.T

    def in_order(self, array: Array) -> Array:
        """A view of (batch, time, width) as (time, width, batch), in the order of reading."""
        return (array[:, ::-1] if self.reverse else array).transpose(1, 2, 0)

    @staticmethod
    def room_for(function: ActivationFunction, sums: Array) -> Array:
        """Where the function's values go: the sums' own place where its derivative can do without the sums."""
        return sums if function.in_place else np.empty_like(sums)

    def forward(self) -> None:
        """Fill `hidden`."""
        np.copyto(self.source[:, :-1], self.entering)
        self.stack()
        np.matmul(self.stacked.T, self.source, self.flat(self.sums))
        self.walk()

    def stack(self) -> None:
        """Lay kernel and bias one below the other."""
        np.copyto(self.stacked[:-1], self.kernel)
        if self.bias is not None:
            np.copyto(self.stacked[-1], self.bias)

    @abstractmethod
    def walk(self) -> None:
        """Add the states' share to the sums, step by step, and fill `hidden`."""

    def bind(self, output_gradient: Array, steps: int) -> None:
        """Take dL/d(the last `steps` hidden states) as (steps, units, batch), and make room for the gradients.

        `deltas` are dL/d(sums); they too have one step more, of zeros, from which nothing comes back.
        """
        times, _, units, batch = self.sums.shape
        features = self.entering.shape[1]
        self.output_gradient = output_gradient
        self.bias_gradient = self.gradients.get("bias")
        self.arrived = np.empty((steps, units, batch), self.dtype)
        self.arriving: tuple[Array | None, ...] = (*(None,) * (times - steps), *self.arrived)
        self.deltas = np.zeros((times + 1, *self.sums.shape[1:]), self.dtype)
        self.delta_steps = tuple(self.flat(self.deltas))
        self.backward_kernel = self.recurrent
        self.state_gradient = np.zeros((units, batch), self.dtype)
        self.delta_rows = np.empty((times, batch, self.gates * units), self.dtype)
        self.hidden_rows = np.empty((times, batch, units), self.dtype)
        self.source_rows = np.empty((times, batch, features), self.dtype)
        self.entered_gradient = np.empty((times, batch, features), self.dtype)
        self.ones = np.ones(times * batch, self.dtype)

    def backward(self) -> None:
        """Fill `delta_rows` and the weights' gradients."""
        np.copyto(self.arrived, self.output_gradient)
        self.walk_back()
        np.copyto(self.delta_rows, units_last(self.flat(self.deltas[:-1])))
        np.copyto(self.hidden_rows, units_last(self.hidden[:-1]))
        np.copyto(self.source_rows, units_last(self.source[:, :-1]))
        self.recurrent_products()
        self.input_products()

    @abstractmethod
    def walk_back(self) -> None:
        """Fill `deltas`, from the last step to the first."""

    def collect(self, step: int) -> None:
        """Fill `state_gradient`: dL/d(hidden) of a step through the sums of the step after and through the output."""
        self.backward_kernel.dot(self.delta_steps[step + 1], self.state_gradient)
        arriving = self.arriving[step]
        if arriving is not None:
            np.add(self.state_gradient, arriving, self.state_gradient)

    def recurrent_products(self) -> None:
        """The gradient of the weights from state to state, from the rows of all steps."""
        deltas = self.flat_rows(self.delta_rows)
        self.flat_rows(self.hidden_rows).T.dot(deltas, self.gradients["recurrent_kernel"])

    def input_products(self) -> None:
        """The gradients of the weights that the input meets, and of the bias."""
        deltas = self.flat_rows(self.delta_rows)
        self.flat_rows(self.source_rows).T.dot(deltas, self.gradients["kernel"])
        if self.bias_gradient is not None:
            self.ones.dot(deltas, self.bias_gradient)

    def propagate(self) -> Array:
        """dL/d(input) as (time, features, batch), in the order of reading."""
        self.flat_rows(self.delta_rows).dot(self.kernel.T, self.flat_rows(self.entered_gradient))
        return units_last(self.entered_gradient)

    @staticmethod
    def flat(block: Array) -> Array:
        """(time, gates, units, batch) as (time, gates * units, batch)."""
        return block.reshape(len(block), -1, block.shape[-1])

    @staticmethod
    def flat_rows(rows: Array) -> Array:
        """(time, batch, width) as (time * batch, width)."""
        return rows.reshape(-1, rows.shape[-1])


class RecurrentKernel(Kernel):
    """One loop, or two that read in opposite orders and whose states stand side by side."""

    def __init__(self, slot: Slot, loops: Sequence[TimeLoop], return_sequences: bool) -> None:
        batch, times, _ = slot.inputs[0].shape
        self.source = slot.inputs[0]
        self.loops = loops
        self.steps = times if return_sequences else 1
        width = sum(loop.units for loop in loops)
        self.output = np.empty((batch, times, width) if return_sequences else (batch, width), slot.dtype)
        self.shares = self._shares(self.output)

    def _shares(self, array: Array) -> tuple[Array, ...]:
        """Each loop's part of an array like the output, (steps, units, batch) in its order of reading."""
        whole = array.reshape(len(array), self.steps, -1)
        parts = np.split(whole, len(self.loops), axis=-1)
        return tuple(loop.in_order(part) for loop, part in zip(self.loops, parts, strict=True))

    def bind(self, output_gradient: Array) -> None:
        self.output_gradient = output_gradient
        for loop, share in zip(self.loops, self._shares(output_gradient), strict=True):
            loop.bind(share, self.steps)
        self.input_gradients = (np.empty_like(self.source),)
        self.entered = tuple(loop.in_order(self.input_gradients[0]) for loop in self.loops)

    def forward(self) -> None:
        for loop, share in zip(self.loops, self.shares, strict=True):
            loop.forward()
            np.copyto(share, loop.hidden[-self.steps :])

    def backward(self) -> None:
        for loop in self.loops:
            loop.backward()

    def propagate(self) -> None:
        np.copyto(self.entered[0], self.loops[0].propagate())
        for loop, entered in zip(self.loops[1:], self.entered[1:], strict=True):
            np.add(entered, loop.propagate(), entered)
