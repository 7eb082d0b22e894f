"""Recurrent layers whose gates decide what the state keeps: LSTM and GRU."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from engine.activations import ActivationFunction
from engine.hyperparameters import hyper
from engine.initializers import Initializer
from engine.layers.base import Array, Slot
from engine.layers.recurrent import Recurrent
from engine.layers.time_loop import TimeLoop, block_calls, units_last
from engine.shapes import Shape


class Gated(Recurrent):
    """A recurrent layer with gates."""

    recurrent_activation: ActivationFunction = hyper(
        "sigmoid",
        label="Gate activation",
        help="Opens and closes the gates; sigmoid goes from 0 (shut) to 1 (open).",
        advanced=True,
    )


class LSTMLoop(TimeLoop):
    """Gates i, f, c, o: memory c = f c' + i ĉ, state h = o tanh(c); c' is the memory before and ĉ the candidate."""

    gates = 4

    def __init__(self, slot: Slot, layer: LSTM, prefix: str, reverse: bool) -> None:
        super().__init__(slot, layer.units, prefix, reverse)
        self.activate, self.activate_back = block_calls(layer.activation)
        self.activate_gates, self.activate_gates_back = block_calls(layer.recurrent_activation)
        # Where the derivatives need no sums, the gates take their place: less memory to walk through.
        alone = layer.activation.in_place and layer.recurrent_activation.in_place
        self.opened = self.sums if alone else np.empty_like(self.sums)
        """The gates' activations; in the candidate's place stands nothing of use."""
        self.candidates = np.empty_like(self.hidden[1:])
        self.memory = np.zeros_like(self.hidden)
        self.bent_memory = np.empty_like(self.hidden[1:])
        self.share = np.empty_like(self.sums[0])
        self.flat_share = self.share.reshape(-1, slot.batch)
        gates = (
            self.sums,
            self.sums[:, 2],
            self.candidates,
            self.opened,
            *(self.opened[:, gate] for gate in (0, 1, 3)),
        )
        memories = (self.memory[:-1], self.memory[1:], self.bent_memory)
        states = (self.hidden[:-1], self.hidden[1:])
        self.steps = tuple(zip(*gates, *memories, *states, strict=True))

    def walk(self) -> None:
        share, flat_share = self.share, self.flat_share
        activate, activate_gates = self.activate, self.activate_gates
        for sums, z_c, c_hat, opened, i, f, o, memory_before, memory, bent, before, after in self.steps:
            self.transposed.dot(before, flat_share)
            np.add(sums, share, sums)
            activate(z_c, c_hat)
            # The candidate stands among the gates: one call for all four costs less than two that leave it out.
            activate_gates(sums, opened)
            np.multiply(f, memory_before, memory)
            np.multiply(i, c_hat, bent)
            np.add(memory, bent, memory)
            activate(memory, bent)
            np.multiply(o, bent, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        self.memory_gradient = np.empty_like(self.state_gradient)
        self.opened_gradient = np.zeros_like(self.share)
        self.work = np.empty_like(self.state_gradient)
        self.through = np.empty_like(self.state_gradient)

    def walk_back(self) -> None:
        gradient, memory_gradient, work, through = (
            self.state_gradient, self.memory_gradient, self.work, self.through,
        )  # fmt: skip
        d_i, d_f, _, d_o = self.opened_gradient
        memory_gradient.fill(0)
        for step in reversed(range(len(self.steps))):
            sums, z_c, c_hat, opened, i, f, o, memory_before, memory, bent, _, _ = self.steps[step]
            delta = self.deltas[step]
            self.collect(step)
            np.multiply(gradient, bent, d_o)
            np.multiply(gradient, o, work)
            self.activate_back(work, memory, bent, through)
            np.add(memory_gradient, through, memory_gradient)
            np.multiply(memory_gradient, c_hat, d_i)
            np.multiply(memory_gradient, memory_before, d_f)
            self.activate_gates_back(self.opened_gradient, sums, opened, delta)
            np.multiply(memory_gradient, i, work)
            self.activate_back(work, z_c, c_hat, delta[2])
            np.multiply(memory_gradient, f, memory_gradient)


class OpenForgetGate(Initializer):
    """A bias whose second quarter, the forget gate's, is 1: Jozefowicz et al. 2015, section 2.2."""

    rest: Initializer = hyper("zeros", label="Other gates")

    def check_shape(self, shape: tuple[int, ...]) -> None:
        self.rest.check_shape(shape)

    def draw(self, shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float64]:
        bias = self.rest.draw(shape, rng)
        bias.reshape(4, -1)[1] = 1
        return bias


class LSTM(Gated, name="LSTM"):
    """Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000; gates in the order i, f, c, o."""

    label = "LSTM"
    summary = "Reads a sequence and keeps a memory; gates learn what enters it, what stays and what is shown."
    formula = r"c_t = f_t \odot c_{t-1} + i_t \odot \hat{c}_t,\; h_t = o_t \odot \tanh c_t"
    symbols = {
        "c": "memory",
        "f i o": "gates from 0 to 1: what stays, what enters and what is shown",
        "ĉ": "what is new",
    }
    gates = 4

    unit_forget_bias: bool = hyper(
        True,
        label="Open forget gate",
        help="Begins with the forget gate's bias at 1, so that memories last.",
        advanced=True,
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
        self.activate, self.activate_back = block_calls(layer.activation)
        self.activate_gates, self.activate_gates_back = block_calls(layer.recurrent_activation)
        gate_sums, candidate_sums = self.sums[:, :2], self.sums[:, 2]
        self.opened = self.room_for(layer.recurrent_activation, gate_sums)
        self.candidates = self.room_for(layer.activation, candidate_sums)
        self.recalled = np.empty_like(self.hidden[1:])
        """What the reset gate lets through or has let through, as the candidate sees it."""
        self.change = np.empty_like(self.hidden[1:])
        """h' - ĥ."""
        self.work = np.empty_like(self.hidden[0])
        gates = (gate_sums, candidate_sums, self.opened, self.opened[:, 0], self.opened[:, 1])
        states = (self.candidates, self.recalled, self.change, self.hidden[:-1], self.hidden[1:])
        self.steps = tuple(zip(*gates, *states, strict=True))

    @staticmethod
    def renew(update: Array, candidate: Array, change: Array, before: Array, after: Array) -> None:
        """h = z h' + (1 - z) ĥ, written as ĥ + z (h' - ĥ)."""
        np.subtract(before, candidate, change)
        np.multiply(update, change, after)
        np.add(after, candidate, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        self.candidate_delta = self.deltas[:-1, 2]
        """dL/d(sums) of the candidate at every step, (time, units, batch)."""
        self.kept_gradient = np.empty_like(self.state_gradient)
        """dL/dh' but for what comes through the sums that `collect` sees."""
        self.opened_gradient = np.empty_like(self.sums[0, :2])

    def walk_back(self) -> None:
        gradient, kept, work = self.state_gradient, self.kept_gradient, self.work
        kept.fill(0)
        for step in reversed(range(len(self.steps))):
            z_gates, z_candidate, opened, update, _, candidate, _, change, _, _ = self.steps[step]
            self.collect(step)
            np.add(gradient, kept, gradient)
            np.multiply(gradient, change, self.opened_gradient[0])
            np.multiply(gradient, update, kept)
            np.subtract(gradient, kept, work)
            self.activate_back(work, z_candidate, candidate, self.candidate_delta[step])
            self.reset_back(step, self.opened_gradient[1])
            self.activate_gates_back(self.opened_gradient, z_gates, opened, self.deltas[step, :2])

    @abstractmethod
    def reset_back(self, step: int, reset_gradient: Array) -> None:
        """From `candidate_delta`: the gradient of the open reset gate, and of what it multiplies."""


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
        for z_gates, z_candidate, opened, update, reset, candidate, recalled, change, before, after in self.steps:
            self.transposed.dot(before, self.flat_share)
            np.add(z_gates, gate_share, z_gates)
            activate_gates(z_gates, opened)
            np.add(candidate_share, self.candidate_bias, recalled)
            np.multiply(reset, recalled, work)
            np.add(z_candidate, work, z_candidate)
            activate(z_candidate, candidate)
            self.renew(update, candidate, change, before, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        # `deltas` hold what flows back to the state, where the reset gate stands in between.
        self.candidate_delta = np.empty_like(self.recalled)
        self.recurrent_bias_gradient: Array | None = None
        if self.bias_gradient is not None:
            self.bias_gradient, self.recurrent_bias_gradient = self.bias_gradient

    def reset_back(self, step: int, reset_gradient: Array) -> None:
        delta = self.candidate_delta[step]
        np.multiply(delta, self.recalled[step], reset_gradient)
        np.multiply(delta, self.opened[step, 1], self.deltas[step, 2])

    def recurrent_products(self) -> None:
        super().recurrent_products()
        if self.recurrent_bias_gradient is not None:
            self.ones.dot(self.flat_rows(self.delta_rows), self.recurrent_bias_gradient)

    def input_products(self) -> None:
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
        for z_gates, z_candidate, opened, update, reset, candidate, recalled, change, before, after in self.steps:
            gate_kernel.dot(before, self.flat_share)
            np.add(z_gates, self.gate_share, z_gates)
            activate_gates(z_gates, opened)
            np.multiply(reset, before, recalled)
            candidate_kernel.dot(recalled, work)
            np.add(z_candidate, work, z_candidate)
            activate(z_candidate, candidate)
            self.renew(update, candidate, change, before, after)

    def bind(self, output_gradient: Array, steps: int) -> None:
        super().bind(output_gradient, steps)
        self.delta_steps = tuple(self.flat(self.deltas[:, :2]))
        self.backward_kernel = self.gate_kernel
        self.recalled_gradient = np.empty_like(self.state_gradient)
        gradient = self.gradients["recurrent_kernel"]
        self.gate_gradient, self.candidate_gradient = np.split(gradient, [2 * self.units], axis=1)
        self.recalled_rows = np.empty_like(self.hidden_rows)

    def reset_back(self, step: int, reset_gradient: Array) -> None:
        recalled = self.recalled_gradient
        self.candidate_kernel.dot(self.candidate_delta[step], recalled)
        np.multiply(recalled, self.hidden[step], reset_gradient)
        np.multiply(recalled, self.opened[step, 1], recalled)
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
    symbols = {"z": "gate from 0 to 1: how much stays", "ĥ": "what is new"}
    gates = 3

    reset_after: bool = hyper(
        True,
        label="Reset after product",
        help="The reset gate acts behind the state's product; off, before it.",
        advanced=True,
    )

    @property
    def bias_shape(self) -> Shape:
        width = self.gates * self.units
        return (2, width) if self.reset_after else (width,)

    def loop(self, slot: Slot, prefix: str, reverse: bool) -> TimeLoop:
        kind = ResetAfterLoop if self.reset_after else ResetBeforeLoop
        return kind(slot, self, prefix, reverse)
