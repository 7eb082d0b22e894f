"""Cross-entropies are computed from logits whatever else reads the layer: exact far out, and gradients that add up."""

from __future__ import annotations

import numpy as np
import pytest

from engine.graph import Edge, Graph
from engine.layers import Activation, Conv2D, Dense, Input, Layer, Output, SeparableConv2D
from engine.network import Network
from engine.plan import quiet_context
from tests.engine.networks import chain
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

ENDS = [
    ("sigmoid", "binary_crossentropy"),
    ("softmax", "categorical_crossentropy"),
    ("softmax", "kl_divergence"),
]


def with_second_reader(graph: Graph, node: str, weight: float) -> Graph:
    """The graph with another Dense layer that reads this node, and an Output of its own."""
    reader = graph.add(Dense(units=1, activation="tanh"), after=node, id="reader")
    graph.add(Output(weight=weight), after=reader, id="second")
    return graph


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("logit", [20.0, 1e4])
def test_certain_and_wrong_costs_its_logit_also_where_others_look(dtype: str, logit: float) -> None:
    graph = with_second_reader(chain(1, 1, last="sigmoid", loss="binary_crossentropy"), "dense_1", 0.0)
    network = Network(graph, dtype=dtype)
    network.load_state_dict(network.state_dict() | {"dense_1.kernel": [[logit]], "dense_1.bias": [0.0]})
    X, Y = np.ones((1, 1)), {"output_1": np.zeros((1, 1)), "second": np.zeros((1, 1))}
    assert network.loss(X, Y) == pytest.approx(logit, rel=1e-6)
    assert network.gradients(X, Y)["dense_1.bias"] == pytest.approx(1.0)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_probability_too_small_to_be_written_has_its_logarithm(dtype: str) -> None:
    graph = with_second_reader(chain(1, 2, last="softmax", loss="categorical_crossentropy"), "dense_1", 0.0)
    network = Network(graph, dtype=dtype)
    network.load_state_dict(network.state_dict() | {"dense_1.kernel": [[1e4, 0.0]], "dense_1.bias": [0.0, 0.0]})
    X, Y = np.ones((1, 1)), {"output_1": np.array([[0.0, 1.0]]), "second": np.zeros((1, 1))}
    assert network.loss(X, Y) == pytest.approx(1e4)
    assert network.gradients(X, Y)["dense_1.bias"].tolist() == [1, -1]


LAYERS: list[Layer] = [
    Conv2D(filters=2, activation="softmax"),
    SeparableConv2D(filters=2, activation="softmax"),
    Dense(units=2, activation="softmax"),
    Activation(function="softmax"),
]


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_gradients_from_both_sides_equal_finite_differences(layer: Layer) -> None:
    graph = Graph()
    below = graph.add(Conv2D(filters=2, activation="tanh"), after=graph.add(Input(shape=(5, 5, 2))))
    last = graph.add(layer, after=below)
    graph.add(Output(loss="categorical_crossentropy"), after=last)
    graph.add(Output(weight=0.7), after=graph.add(Dense(units=2), after=last))
    graph.add(Output(weight=0.3), after=last)  # measures the probabilities themselves
    check(graph)


@pytest.mark.parametrize(("last", "loss"), ENDS)
def test_several_losses_on_one_layer_add_their_gradients(last: str, loss: str) -> None:
    """With and without another reader."""
    graph = chain(3, 4, 3, last=last, loss=loss)
    graph.add(Output(loss=loss, weight=0.5), after="dense_2")
    check(graph)
    check(with_second_reader(graph, "dense_2", 0.4))


def check(graph: Graph) -> None:
    """Gradients against differences, in a network whose batch is of rows that every loss takes."""
    network = Network(graph, seed=1, dtype="float64")
    rng = np.random.default_rng(0)
    X = rng.normal(size=(3, *network.shapes[network.inputs[0]]))
    Y = {node: rng.dirichlet(np.ones(network.shapes[node][-1]), (3, *network.shapes[node][:-1]))
         for node in network.outputs}  # fmt: skip
    network.gradients(X, Y)
    came = network.gradients_vector.copy()
    wanted = numerical_gradient(lambda: network.loss(X, Y), network.parameters)
    assert relative_error(came, wanted) <= TOLERANCE


def test_each_wire_carries_the_derivative_of_what_it_reads() -> None:
    """dL/d(logits) to the loss, dL/d(output) to the other reader; the layer's delta is made of both."""
    network = Network(
        with_second_reader(chain(2, 3, 1, last="sigmoid", loss="binary_crossentropy"), "dense_2", 1.0), dtype="float64"
    )
    X, rng = np.array([[0.3, -0.7], [1.0, 0.2]]), np.random.default_rng(0)
    Y = {"output_1": np.array([[1.0], [0.0]]), "second": rng.normal(size=(2, 1))}
    plan = network.plan(2)
    plan.load_inputs({"input_1": X})
    plan.load_targets(Y)
    plan.forward()
    plan.loss()
    plan.backward(observe=True)
    a, b = plan.kernels["dense_2"].output, plan.kernels["reader"].output
    to_loss, to_reader = (plan.edge_gradients[Edge("dense_2", target)] for target in ("output_1", "reader"))
    assert to_loss == pytest.approx((a - Y["output_1"]) / 2, rel=1e-12)
    slope = 2 * (b - Y["second"]) / 2 * (1 - b * b)
    assert to_reader == pytest.approx(slope * network.weights["reader"]["kernel"][0, 0], rel=1e-12)
    delta = to_loss + to_reader * a * (1 - a)
    assert network.gradients(X, Y)["dense_2.bias"] == pytest.approx(delta.sum(axis=0), rel=1e-12)


def test_training_mode_is_the_same_walk() -> None:
    network = Network(with_second_reader(chain(2, 3, 1, last="sigmoid", loss="binary_crossentropy"), "dense_2", 1.0))
    X, Y = np.ones((2, 2)), {"output_1": np.zeros((2, 1)), "second": np.ones((2, 1))}
    plan, wanted = network.plan(2), network.gradients(X, Y)
    loss = network.loss(X, Y)
    network.gradients_vector[:] = 0
    assert quiet_context().run(plan.train) == loss
    assert all(np.array_equal(network.weight_gradients[key.split(".")[0]][key.split(".")[1]], array)
               for key, array in wanted.items())  # fmt: skip


def test_a_layer_that_only_losses_read_is_not_forked() -> None:
    graph = chain(3, 4, 3, last="softmax", loss="categorical_crossentropy")
    assert type(Network(graph).plan(1).kernels["dense_2"]).__name__ == "DenseKernel"
    graph.add(Output(loss="kl_divergence"), after="dense_2")
    assert type(Network(graph).plan(1).kernels["dense_2"]).__name__ == "DenseKernel"
