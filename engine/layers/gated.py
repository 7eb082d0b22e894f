"""Recurrent layers whose gates decide what the state keeps: LSTM and GRU."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.activations import ActivationFunction
from engine.arithmetic import ONE
from engine.hyperparameters import hyper
from engine.initializers import Initializer
from engine.layers.base import Array, Slot
from engine.layers.recurrent import Recurrent
from engine.layers.time_loop import TimeLoop, forward_call, pullback, units_last
from engine.shapes import Shape


class Gated(Recurrent):
    """A recurrent layer with gates."""

    recurrent_activation: ActivationFunction = hyper(
        "sigmoid", label="Gate activation", help="Opens and closes the gates; sigmoid goes from 0 (shut) to 1 (open)."
    )


class LSTMLoop(TimeLoop):
    """Gates i, f, c, o: memory c = f c' + i ĉ, state h = o tanh(c); c' is the memory before and ĉ the candidate."""

    gates = 4

    def __init__(self, slot: Slot, layer: LSTM, prefix: str, reverse: bool) -> None:
        super().__init__(slot, layer.units, prefix, reverse)
        self.layer = layer
        self.activate = forward_call(layer.activation)
        self.activate_gates = forward_call(layer.recurrent_activation)
        self.activations = np.empty_like(self.sums)
        self.memory = np.zeros_like(self.hidden)
        self.bent_memory = self.over_time()
        self.share = np.empty_like(self.sums[0])
        self.flat_share = self.share.reshape(-1, slot.batch)
        memories = (self.memory[:-1], self.memory[1:], self.bent_memory)
        states = (self.hidden[:-1], self.hidden[1:])
        self.steps = tuple(zip(self.sums, self.activations, *memories, *states, strict=True))

    def walk(self) -> None:
        share, flat_share = self.share, self.flat_share
        activate, activate_gates = self.activate, self.activate_gates
        for sums, activations, memory_before, memory, bent, before, after in self.steps:
            self.transposed.dot(before, flat_share)
            np.add(sums, share, sums)
            # The candidate stands among the gates: one call for all and another for it cost less than two for gates.
            activate_gates(sums, activations)
            input_gate, forget_gate, candidate, output_gate = activations
            activate(sums[2], candidate)
            np.multiply(forget_gate, memory_before, memory)
            np.multiply(input_gate, candidate, bent)
            np.add(memory, bent, memory)
            activate(memory, bent)
            np.multiply(output_gate, bent, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        self.memory_gradient = np.empty_like(self.state_gradient)
        self.through_output = self.over_time()
        z_i, z_f, z_c, z_o = self.sums.swapaxes(0, 1)
        i, f, c, o = self.activations.swapaxes(0, 1)
        delta_i, delta_f, delta_c, delta_o = self.deltas[:-1].swapaxes(0, 1)
        bend, gate = self.layer.activation, self.layer.recurrent_activation
        self.forget_gates = tuple(f)
        self.from_state = (
            pullback(gate, z_o, o, self.bent_memory, delta_o),
            pullback(bend, self.memory[1:], self.bent_memory, o, self.through_output),
        )
        self.from_memory = (
            pullback(gate, z_i, i, c, delta_i),
            pullback(gate, z_f, f, self.memory[:-1], delta_f),
            pullback(bend, z_c, c, i, delta_c),
        )

    def walk_back(self) -> None:
        for pull in (*self.from_state, *self.from_memory):
            pull.prepare()
        memory_gradient = self.memory_gradient
        memory_gradient.fill(0)
        for step in reversed(range(len(self.sums))):
            self.collect(step)
            for pull in self.from_state:
                pull.at(step, self.state_gradient)
            np.add(memory_gradient, self.through_output[step], memory_gradient)
            for pull in self.from_memory:
                pull.at(step, memory_gradient)
            np.multiply(memory_gradient, self.forget_gates[step], memory_gradient)


class OpenForgetGate(Initializer):
    """A bias whose second quarter, the forget gate's, is 1: Jozefowicz et al. 2015, section 2.2."""

    rest: Initializer = hyper("zeros", label="Other gates")

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        bias = self.rest.draw(shape, rng)
        bias.reshape(4, -1)[1] = 1
        return bias


class LSTM(Gated, name="LSTM"):
    """Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000; gates in the order i, f, c, o."""

    label = "LSTM"
    summary = "Reads a sequence and keeps a memory; gates learn what enters it, what stays and what is shown."
    formula = r"c_t = f_t \odot c_{t-1} + i_t \odot \hat{c}_t,\; h_t = o_t \odot \tanh c_t"
    gates = 4

    unit_forget_bias: bool = hyper(
        True, label="Open forget gate", help="Begins with the forget gate's bias at 1, so that memories last."
    )

    @property
    def bias_start(self) -> Initializer:
        return OpenForgetGate(rest=self.bias_initializer) if self.unit_forget_bias else self.bias_initializer

    def loop(self, slot: Slot, prefix: str, reverse: bool) -> TimeLoop:
        return LSTMLoop(slot, self, prefix, reverse)


class GRULoop(TimeLoop):
    """Gates z, r, h: state h = z h' + (1 - z) ĥ, with h' the state before and ĥ the candidate."""

    gates = 3

    def __init__(self, slot: Slot, layer: GRU, prefix: str, reverse: bool) -> None:
        super().__init__(slot, layer.units, prefix, reverse)
        self.layer = layer
        self.activate = forward_call(layer.activation)
        self.activate_gates = forward_call(layer.recurrent_activation)
        self.activations = np.empty_like(self.sums)
        self.recalled = self.over_time()
        """What the reset gate lets through or has let through, as the candidate sees it."""
        self.change = self.over_time()
        """h' - ĥ."""
        self.work = np.empty_like(self.hidden[0])
        states = (self.hidden[:-1], self.hidden[1:])
        self.steps = tuple(zip(self.sums, self.activations, self.recalled, self.change, *states, strict=True))

    @staticmethod
    def renew(update: Array, candidate: Array, change: Array, before: Array, after: Array) -> None:
        """h = z h' + (1 - z) ĥ, written as ĥ + z (h' - ĥ)."""
        np.subtract(before, candidate, change)
        np.multiply(update, change, after)
        np.add(after, candidate, after)

    def bind_gates(self, reset_factor: Array, candidate_delta: Array) -> None:
        """The last part of `bind`, given what the reset gate multiplies and where the candidate's delta shall stand."""
        self.update, self.reset, candidate = self.activations.swapaxes(0, 1)
        self.replaced = self.over_time()
        """1 - z."""
        self.candidate_delta = candidate_delta
        self.kept_gradient = np.empty_like(self.state_gradient)
        """dL/dh' but for what comes through the sums that `collect` sees."""
        z_update, z_reset, z_candidate = self.sums.swapaxes(0, 1)
        bend, gate = self.layer.activation, self.layer.recurrent_activation
        self.pull_update = pullback(gate, z_update, self.update, self.change, self.deltas[:-1, 0])
        self.pull_reset = pullback(gate, z_reset, self.reset, reset_factor, self.deltas[:-1, 1])
        self.pull_candidate = pullback(bend, z_candidate, candidate, self.replaced, candidate_delta)

    def walk_back(self) -> None:
        np.subtract(ONE, self.update, self.replaced)
        for pull in (self.pull_update, self.pull_reset, self.pull_candidate):
            pull.prepare()
        gradient, kept = self.state_gradient, self.kept_gradient
        kept.fill(0)
        for step in reversed(range(len(self.sums))):
            self.collect(step)
            np.add(gradient, kept, gradient)
            np.multiply(gradient, self.update[step], kept)
            self.pull_update.at(step, gradient)
            self.pull_candidate.at(step, gradient)
            self.reset_back(step)

    @abstractmethod
    def reset_back(self, step: int) -> None:
        """From `candidate_delta` on: the deltas of the reset gate and of what it multiplies."""


class ResetAfterLoop(GRULoop):
    """ĥ = f(x W + r (h' U + b)): the reset gate acts after the product, which has a bias of its own."""

    def __init__(self, slot: Slot, layer: GRU, prefix: str, reverse: bool) -> None:
        super().__init__(slot, layer, prefix, reverse)
        gates = 2 * layer.units
        self.candidate_bias = np.zeros((layer.units, 1), slot.dtype)
        self.gate_bias = np.zeros(gates, slot.dtype)
        if self.bias is not None:
            self.bias, recurrent = self.bias
            self.gate_bias, self.candidate_bias = recurrent[:gates], recurrent[gates:, np.newaxis]
        self.stacked_gate_bias = self.stacked[-1, :gates]
        self.share = np.empty_like(self.sums[0])
        self.flat_share = self.share.reshape(-1, slot.batch)

    def stack(self) -> None:
        super().stack()
        np.add(self.stacked_gate_bias, self.gate_bias, self.stacked_gate_bias)

    def walk(self) -> None:
        gate_share, candidate_share = self.share[:2], self.share[2]
        activate, activate_gates, work = self.activate, self.activate_gates, self.work
        for sums, activations, recalled, change, before, after in self.steps:
            self.transposed.dot(before, self.flat_share)
            np.add(sums[:2], gate_share, sums[:2])
            activate_gates(sums[:2], activations[:2])
            update, reset, candidate = activations
            np.add(candidate_share, self.candidate_bias, recalled)
            np.multiply(reset, recalled, work)
            np.add(sums[2], work, sums[2])
            activate(sums[2], candidate)
            self.renew(update, candidate, change, before, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        self.bind_gates(self.recalled, self.over_time())
        self.recurrent_bias_gradient: Array | None = None
        if self.bias_gradient is not None:
            self.bias_gradient, self.recurrent_bias_gradient = self.bias_gradient

    def reset_back(self, step: int) -> None:
        delta = self.candidate_delta[step]
        self.pull_reset.at(step, delta)
        np.multiply(delta, self.reset[step], self.deltas[step, 2])

    def recurrent_products(self) -> None:
        super().recurrent_products()
        if self.recurrent_bias_gradient is not None:
            self.ones.dot(self.flat_rows(self.delta_rows), self.recurrent_bias_gradient)

    def input_products(self) -> None:
        # On the input's side the reset gate does not stand between the candidate and its sum.
        np.copyto(self.delta_rows[..., 2 * self.units :], units_last(self.candidate_delta))
        super().input_products()


class ResetBeforeLoop(GRULoop):
    """ĥ = f(x W + (r h') U): the reset gate acts on the state, as in the paper."""

    def __init__(self, slot: Slot, layer: GRU, prefix: str, reverse: bool) -> None:
        super().__init__(slot, layer, prefix, reverse)
        self.gate_kernel, self.candidate_kernel = np.split(self.recurrent, [2 * layer.units], axis=1)
        self.gate_share = np.empty_like(self.sums[0, :2])
        self.flat_share = self.gate_share.reshape(-1, slot.batch)

    def walk(self) -> None:
        gate_kernel, candidate_kernel = self.gate_kernel.T, self.candidate_kernel.T
        activate, activate_gates, work = self.activate, self.activate_gates, self.work
        for sums, activations, recalled, change, before, after in self.steps:
            gate_kernel.dot(before, self.flat_share)
            np.add(sums[:2], self.gate_share, sums[:2])
            activate_gates(sums[:2], activations[:2])
            update, reset, candidate = activations
            np.multiply(reset, before, recalled)
            candidate_kernel.dot(recalled, work)
            np.add(sums[2], work, sums[2])
            activate(sums[2], candidate)
            self.renew(update, candidate, change, before, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        self.bind_gates(self.hidden[:-1], self.deltas[:-1, 2])
        self.delta_steps = tuple(self.flat(self.deltas[:, :2]))
        self.backward_kernel = self.gate_kernel
        self.recalled_gradient = np.empty_like(self.state_gradient)
        gradient = self.gradients["recurrent_kernel"]
        self.gate_gradient, self.candidate_gradient = np.split(gradient, [2 * self.units], axis=1)
        self.recalled_rows = np.empty_like(self.hidden_rows)

    def reset_back(self, step: int) -> None:
        recalled = self.recalled_gradient
        self.candidate_kernel.dot(self.candidate_delta[step], recalled)
        self.pull_reset.at(step, recalled)
        np.multiply(recalled, self.reset[step], recalled)
        np.add(self.kept_gradient, recalled, self.kept_gradient)

    def recurrent_products(self) -> None:
        np.copyto(self.recalled_rows, units_last(self.recalled))
        gates, candidate = np.split(self.flat_rows(self.delta_rows), [2 * self.units], axis=1)
        np.matmul(self.flat_rows(self.hidden_rows).T, gates, self.gate_gradient)
        np.matmul(self.flat_rows(self.recalled_rows).T, candidate, self.candidate_gradient)


class GRU(Gated, name="GRU"):
    """Cho et al. 2014, section 2.3; with `reset_after` the form of PyTorch and cuDNN. Gates in the order z, r, h."""

    label = "GRU"
    summary = "Reads a sequence; one gate decides how much of the state is replaced, another what the new part recalls."
    formula = r"h_t = z_t \odot h_{t-1} + (1 - z_t) \odot \hat{h}_t"
    gates = 3

    reset_after: bool = hyper(
        True, label="Reset after product", help="The reset gate acts behind the state's product; off, before it."
    )

    @property
    def bias_shape(self) -> Shape:
        width = self.gates * self.units
        return (2, width) if self.reset_after else (width,)

    def loop(self, slot: Slot, prefix: str, reverse: bool) -> TimeLoop:
        kind = ResetAfterLoop if self.reset_after else ResetBeforeLoop
        return kind(slot, self, prefix, reverse)
