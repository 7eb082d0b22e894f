"""What recurrent layers have in common, and the simplest of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

import numpy as np

from engine.activations import ActivationFunction
from engine.constraints import Constraint
from engine.hyperparameters import AT_LEAST_ONE, hyper
from engine.initializers import Initializer
from engine.layers import fields
from engine.layers.base import Category, Kernel, Layer, Slot, WeightSpec, weight_spec
from engine.layers.ranks import require_sequence
from engine.layers.time_loop import RecurrentKernel, TimeLoop, block_calls
from engine.regularizers import Regularizer
from engine.shapes import Shape


class Recurrent(Layer):
    """A layer that reads a sequence step by step and keeps a state of `units` numbers.

    With `bidirectional` a second set of weights, named backward_..., reads from the last step to the first; its states
    are put beside the others, step by step (Schuster and Paliwal 1997).
    """

    category = Category.SEQUENCE
    gates: ClassVar[int] = 1
    """How many sums each unit makes a step; they lie one after the other along the last axis of the weights."""

    units: int = hyper(8, label="Units", help="Size of the state.", bounds=AT_LEAST_ONE, headline=True)
    activation: ActivationFunction = hyper(
        "tanh", label="Activation", help="Bends what enters the state.", advanced=True
    )
    return_sequences: bool = hyper(
        False,
        label="Return sequences",
        help="Hands on the state after every step, not only the last one.",
        headline=True,
    )
    bidirectional: bool = hyper(
        False, label="Bidirectional", help="Reads the sequence from both ends and joins what it finds.", headline=True
    )
    use_bias: bool = fields.use_bias(advanced=True)
    kernel_initializer: Initializer = fields.initializer()
    recurrent_initializer: Initializer = hyper(
        "orthogonal", label="State weight initializer", help="How the weights from state to state begin."
    )
    bias_initializer: Initializer = fields.bias_initializer()
    kernel_regularizer: Regularizer = fields.regularizer()
    kernel_constraint: Constraint = fields.constraint()
    trainable: bool = fields.trainable()

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What the names of each direction's weights begin with."""
        return ("", "backward_") if self.bidirectional else ("",)

    def output_shape(self, *shapes: Shape) -> Shape:
        times, _ = require_sequence(self, shapes[0])
        width = self.units * len(self.prefixes)
        return (times, width) if self.return_sequences else (width,)

    def weights(self, *shapes: Shape) -> tuple[WeightSpec, ...]:
        _, features = require_sequence(self, shapes[0])
        return tuple(spec for prefix in self.prefixes for spec in self._weights_of_one_direction(prefix, features))

    def _weights_of_one_direction(self, prefix: str, features: int) -> Iterator[WeightSpec]:
        width = self.gates * self.units
        yield weight_spec(self, f"{prefix}kernel", (features, width))
        yield WeightSpec(
            f"{prefix}recurrent_kernel", (self.units, width), self.recurrent_initializer, trainable=self.trainable
        )
        if self.use_bias:
            yield WeightSpec(f"{prefix}bias", self.bias_shape, self.bias_start, trainable=self.trainable)

    @property
    def bias_shape(self) -> Shape:
        return (self.gates * self.units,)

    @property
    def bias_start(self) -> Initializer:
        """How the whole bias begins."""
        return self.bias_initializer

    def working_values(self, *shapes: Shape) -> int:
        """Of every step and direction: the input three times, and each gate and the state about four times."""
        times, features = require_sequence(self, shapes[0])
        return len(self.prefixes) * times * (3 * features + 4 * (self.gates + 1) * self.units)

    def kernel(self, slot: Slot) -> Kernel:
        loops = tuple(self.loop(slot, prefix, reverse=bool(prefix)) for prefix in self.prefixes)
        return RecurrentKernel(slot, loops, self.return_sequences)

    @abstractmethod
    def loop(self, slot: Slot, prefix: str, reverse: bool) -> TimeLoop:
        """The cell at work in one direction."""


class SimpleLoop(TimeLoop):
    """h = f(x W + h' U + b), h' being the state before."""

    gates = 1

    def __init__(self, slot: Slot, layer: SimpleRNN, prefix: str, reverse: bool) -> None:
        super().__init__(slot, layer.units, prefix, reverse)
        self.activate, self.activate_back = block_calls(layer.activation)
        self.share = np.empty_like(self.hidden[0])
        self.steps = tuple(zip(self.sums[:, 0], self.hidden[:-1], self.hidden[1:], strict=True))

    def walk(self) -> None:
        share, activate = self.share, self.activate
        for z, before, after in self.steps:
            self.transposed.dot(before, share)
            np.add(z, share, z)
            activate(z, after)

    def walk_back(self) -> None:
        for step in reversed(range(len(self.steps))):
            z, _, after = self.steps[step]
            self.collect(step)
            self.activate_back(self.state_gradient, z, after, self.delta_steps[step])


class SimpleRNN(Recurrent, name="SimpleRNN"):
    """Elman 1990."""

    label = "Simple RNN"
    summary = "Reads a sequence step by step; each step sees its input and the state that the step before left."
    formula = r"h_t = f(x_t W + h_{t-1} U + b)"
    symbols = {"U": "weights of the state before"}

    def loop(self, slot: Slot, prefix: str, reverse: bool) -> TimeLoop:
        return SimpleLoop(slot, self, prefix, reverse)
