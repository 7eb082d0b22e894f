"""The kinds of tests/engine/layers/examples/sequence.py in PyTorch.

PyTorch's own LSTM and GRU serve where they can: with tanh and sigmoid, and the GRU that resets after the product. Their
gates stand in another order, and their weights are (out, in). Other settings are a loop over time.
"""

from __future__ import annotations

from functools import partial

import torch

from tests.peers.layers.activations import ACTIVATIONS


def bent_by(function):
    """The activation of PyTorch with the settings of ours."""
    return partial(ACTIVATIONS[function.name], function)


def in_order(array, order):
    """The gates along the last axis, in another order."""
    gates = array.chunk(len(order), dim=-1)
    return torch.cat([gates[gate] for gate in order], dim=-1)


def run_module(module, x, weights, order, biases):
    """PyTorch's own module on these weights; each step's state."""
    parameters = {
        "weight_ih_l0": in_order(weights["kernel"], order).T,
        "weight_hh_l0": in_order(weights["recurrent_kernel"], order).T,
    }
    if biases is not None:
        parameters["bias_ih_l0"], parameters["bias_hh_l0"] = (in_order(bias, order) for bias in biases)
    return torch.func.functional_call(module, parameters, (x,))[0]


def module_of(kind, layer, x):
    return kind(x.shape[-1], layer.units, bias=layer.use_bias, batch_first=True).to(x.dtype)


def simple_rnn(layer, x, weights):
    f = bent_by(layer.activation)
    h, states = x.new_zeros(len(x), layer.units), []
    for step in x.unbind(1):
        h = f(step @ weights["kernel"] + h @ weights["recurrent_kernel"] + weights.get("bias", 0))
        states.append(h)
    return torch.stack(states, 1)


def lstm(layer, x, weights):
    if (layer.activation.name, layer.recurrent_activation.name) == ("tanh", "sigmoid"):
        bias = weights.get("bias")
        biases = None if bias is None else (bias, torch.zeros_like(bias))
        return run_module(module_of(torch.nn.LSTM, layer, x), x, weights, (0, 1, 2, 3), biases)
    f, gate = bent_by(layer.activation), bent_by(layer.recurrent_activation)
    h = c = x.new_zeros(len(x), layer.units)
    states = []
    for step in x.unbind(1):
        z = step @ weights["kernel"] + h @ weights["recurrent_kernel"] + weights.get("bias", 0)
        z_i, z_f, z_c, z_o = z.chunk(4, dim=-1)
        c = gate(z_f) * c + gate(z_i) * f(z_c)
        h = gate(z_o) * f(c)
        states.append(h)
    return torch.stack(states, 1)


def gru(layer, x, weights):
    if (layer.activation.name, layer.recurrent_activation.name, layer.reset_after) == ("tanh", "sigmoid", True):
        return run_module(module_of(torch.nn.GRU, layer, x), x, weights, (1, 0, 2), weights.get("bias"))
    f, gate = bent_by(layer.activation), bent_by(layer.recurrent_activation)
    none = x.new_zeros(3 * layer.units)
    bias = weights.get("bias", torch.stack((none, none)) if layer.reset_after else none)
    input_bias, recurrent_bias = bias if layer.reset_after else (bias, none)
    u_z, u_r, u_h = weights["recurrent_kernel"].chunk(3, dim=-1)
    b_z, b_r, b_h = recurrent_bias.chunk(3, dim=-1)
    h, states = x.new_zeros(len(x), layer.units), []
    for step in x.unbind(1):
        x_z, x_r, x_h = (step @ weights["kernel"] + input_bias).chunk(3, dim=-1)
        z, r = gate(x_z + h @ u_z + b_z), gate(x_r + h @ u_r + b_r)
        candidate = f(x_h + (r * (h @ u_h + b_h) if layer.reset_after else (r * h) @ u_h))
        h = z * h + (1 - z) * candidate
        states.append(h)
    return torch.stack(states, 1)


def recurrent(read):
    """The peer of a layer whose states, step after step, `read` gives."""

    def peer(layer, inputs, weights):
        forward = {name: array for name, array in weights.items() if not name.startswith("backward_")}
        states = read(layer, inputs[0], forward)
        parts = [states if layer.return_sequences else states[:, -1]]
        if layer.bidirectional:
            backward = {
                name.removeprefix("backward_"): array for name, array in weights.items() if name.startswith("backward_")
            }
            states = read(layer, inputs[0].flip(1), backward)
            parts.append(states.flip(1) if layer.return_sequences else states[:, -1])
        return torch.cat(parts, dim=-1)

    return peer


def attention(layer, inputs, weights):
    """PyTorch's own function, without dropout, which is for training; its weights are (out, in)."""
    x, heads = inputs[0], layer.num_heads
    query, key, value = (
        torch.nn.functional.linear(x, weights[f"{name}_kernel"].T, weights.get(f"{name}_bias"))
        .unflatten(-1, (heads, layer.key_dim))
        .transpose(1, 2)
        for name in ("query", "key", "value")
    )
    mixed = torch.nn.functional.scaled_dot_product_attention(query, key, value, is_causal=layer.causal)
    return torch.nn.functional.linear(
        mixed.transpose(1, 2).flatten(2), weights["output_kernel"].T, weights.get("output_bias")
    )


def positions(layer, inputs, weights):
    x = inputs[0]
    times, features = x.shape[1:]
    table = torch.zeros(times, features, dtype=x.dtype)
    for feature in range(features):
        angle = torch.arange(times, dtype=x.dtype) / 10_000 ** ((feature - feature % 2) / features)
        table[:, feature] = angle.cos() if feature % 2 else angle.sin()
    return x + table


LAYERS = {
    "SimpleRNN": recurrent(simple_rnn),
    "LSTM": recurrent(lstm),
    "GRU": recurrent(gru),
    "MultiHeadAttention": attention,
    "PositionalEncoding": positions,
}
