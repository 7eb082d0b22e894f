"""How a number inside a layer is told."""

from __future__ import annotations

import numpy as np
import pytest

from engine.graph import Graph
from engine.layer_probe import Flow, LayerLook
from engine.layers import LSTM, Input, SimpleRNN
from gui.quantities import Fill
from gui.spot import OUTPUT, Spot, formula, gate_place, sentence, terms, value_text
from tests.gui.projects import moons

KERNEL = np.array([[0.5, -0.25], [0.125, 2.0]])
LOOK = LayerLook(
    weights={"kernel": KERNEL, "bias": np.array([0.1, -0.2])},
    gradients={"kernel": KERNEL / 10, "bias": np.zeros(2)},
    starts={"kernel": 1, "bias": 5},
    output=Flow(np.array([0.3, 0.4]), np.array([0.6, 0.7])),
    entering=Flow(np.array([1.5, -2.5]), np.array([3.0, 4.0])),
)
UPDATES = np.arange(7.0)


def test_a_weight_with_the_activation_that_it_meets():
    spot = Spot("dense_1", "kernel", (1, 0))
    assert spot.symbol == "w₂,₁"
    told = sentence(spot, LOOK, UPDATES, Fill.MEAN, moons().graph)
    assert told == "w₂,₁ of dense_1 = 0.125 · a₂ = −2.5\ngradient 0.0125 · last update 3"
    assert terms(spot, LOOK, np.zeros(0), Fill.FIRST) == ["a₂ = 4"]


@pytest.mark.parametrize(("fill", "value"), [(Fill.MEAN, "0.4"), (Fill.FIRST, "0.7"), (Fill.BIAS, "0.4")])
def test_a_neuron_with_its_bias_and_formula(fill, value):
    spot = Spot("dense_1", OUTPUT, (1,))
    told = sentence(spot, LOOK, UPDATES, fill, moons().graph)
    assert told == f"a₂ of dense_1 = {value} · b₂ = −0.2\na₂ = tanh(Σ w·,₂ x + b₂)"


def test_what_is_not_known_is_a_dash():
    assert value_text(Spot("dense_1", "kernel", (5, 0)), LOOK, Fill.MEAN) == "–"
    assert value_text(Spot("dense_1", "alpha", (0,)), LOOK, Fill.MEAN) == "–"
    assert value_text(Spot("dense_1", "kernel", (0, 0)), None, Fill.MEAN) == "–"
    assert formula(Spot("gone_1", OUTPUT, (0,)), moons().graph) == ""


def test_a_weight_of_a_gate_is_told_with_its_gate_and_unit():
    graph = Graph()
    source = graph.add(Input(shape=(5, 4)))
    node = graph.add(LSTM(units=3), after=source)
    assert gate_place(Spot(node, "recurrent_kernel", (1, 5)), graph) == "f · forget gate, unit 3"
    assert gate_place(Spot(node, OUTPUT, (1,)), graph) == ""
    plain = graph.add(SimpleRNN(units=3), after=source)
    assert gate_place(Spot(plain, "kernel", (1, 2)), graph) == ""


def test_a_unit_of_gates_is_not_told_the_bias_of_the_first_gate():
    look = LayerLook(weights={"bias": np.arange(8.0)}, output=Flow(np.zeros(2), np.zeros(2)))
    assert terms(Spot("lstm_1", OUTPUT, (1,)), look, np.zeros(0), Fill.MEAN) == []
