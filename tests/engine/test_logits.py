"""A loss looks through layers that only reshape: from logits where that is the same, from probabilities elsewhere."""

from __future__ import annotations

import numpy as np
import pytest

from engine.graph import Edge, Graph
from engine.inference import infer_shapes
from engine.layers import Activation, Conv2D, Dense, Dropout, Flatten, Input, Layer, Output, Permute, Reshape
from engine.logits import path_to_activation, reads_logits
from engine.network import Network
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

CCE, BCE = "categorical_crossentropy", "binary_crossentropy"
PIXELS = Conv2D(filters=3, kernel_size=(2, 2), activation="softmax")


def line(shape: tuple[int, ...], *layers: Layer, loss: str = CCE) -> Graph:
    """Input, these layers and Output, one behind the other."""
    graph = Graph()
    node = graph.add(Input(shape=shape))
    for layer in layers:
        node = graph.add(layer, after=node)
    graph.add(Output(loss=loss), after=node)
    return graph


def reading(graph: Graph) -> list[tuple[str, str]]:
    shapes = infer_shapes(graph).shapes
    return [(edge.source, edge.target) for edge in graph.edges() if reads_logits(graph, shapes, edge)]


THROUGH = {
    "flatten": line((2, 2, 1), PIXELS, Flatten()),
    "two reshapes": line((3, 2), Dense(units=4, activation="softmax"), Reshape(target_shape=(1, 3, 4)),
                         Reshape(target_shape=(3, 4))),
    "a layer of its own": line((2,), Dense(units=3), Activation(function="softmax"), Reshape(target_shape=(1, 3))),
    "divergence": line((2, 2, 1), PIXELS, Flatten(), loss="kl_divergence"),
    "yes or no, in any shape": line((3, 2), Dense(units=4, activation="sigmoid"), Reshape(target_shape=(2, 6)),
                                    loss=BCE),
}  # fmt: skip


@pytest.mark.parametrize("graph", THROUGH.values(), ids=THROUGH.keys())
def test_losses_read_logits_through_layers_that_only_reshape(graph: Graph) -> None:
    (end,) = graph.incoming("output_1")
    assert (end.source, "output_1") in reading(graph)
    network = Network(graph, seed=1, dtype="float64")
    rng = np.random.default_rng(0)
    X = rng.normal(size=(3, *network.shapes["input_1"]))
    shape = network.shapes["output_1"]
    Y = rng.dirichlet(np.ones(shape[-1]), (3, *shape[:-1]))
    network.gradients(X, Y)
    came = network.gradients_vector.copy()
    assert relative_error(came, numerical_gradient(lambda: network.loss(X, Y), network.parameters)) <= TOLERANCE


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_certain_and_wrong_costs_its_logit_behind_flatten(dtype: str) -> None:
    graph = line((1, 1), Dense(units=2, activation="softmax"), Flatten())
    network = Network(graph, dtype=dtype)
    network.load_state_dict({"dense_1.kernel": [[1e4, 0.0]], "dense_1.bias": [0.0, 0.0]})
    X, Y = np.ones((1, 1, 1)), np.array([[0.0, 1.0]])
    assert network.loss(X, Y) == pytest.approx(1e4)
    assert network.gradients(X, Y)["dense_1.bias"].tolist() == [1, -1]


def test_where_others_read_what_is_flat_the_loss_takes_probabilities_and_stays_finite() -> None:
    graph = line((1, 1), Dense(units=2, activation="softmax"), Flatten())
    graph.add(Output(weight=0.0), after=graph.add(Dense(units=1), after="flatten_1"))
    assert reading(graph) == []
    network = Network(graph)
    network.load_state_dict(network.state_dict() | {"dense_1.kernel": [[1e4, 0.0]], "dense_1.bias": [0.0, 0.0]})
    X, Y = np.ones((1, 1, 1)), {"output_1": np.array([[0.0, 1.0]]), "output_2": np.zeros((1, 1))}
    assert network.loss(X, Y) == pytest.approx(100)
    assert all(np.isfinite(gradient).all() for gradient in network.gradients(X, Y).values())


def test_logits_are_read_on_one_side_while_others_read_the_probabilities() -> None:
    """The activation is forked before the Flatten; each wire carries the derivative of what it reads."""
    graph = line((2, 2, 1), PIXELS, Flatten())
    graph.add(Output(loss="mse", weight=0.3), after=graph.add(Flatten(), after="conv2d_1"))
    assert reading(graph) == [("conv2d_1", "flatten_1"), ("flatten_1", "output_1")]
    network = Network(graph, seed=1, dtype="float64")
    rng = np.random.default_rng(0)
    X, Y = rng.normal(size=(3, 2, 2, 1)), {node: rng.dirichlet(np.ones(3), 3) for node in network.outputs}
    network.gradients(X, Y)
    came = network.gradients_vector.copy()
    assert relative_error(came, numerical_gradient(lambda: network.loss(X, Y), network.parameters)) <= TOLERANCE


@pytest.mark.parametrize(
    "graph",
    [
        line((3, 2), Dense(units=4, activation="softmax"), Flatten()),
        line((3, 2), Dense(units=4, activation="softmax"), Permute()),
        line((2,), Dense(units=4, activation="softmax"), Dropout()),
        line((2, 2), Flatten()),
    ],
    ids=["classes torn apart", "turned", "dropout", "no activation"],
)
def test_a_softmax_that_does_not_arrive_as_it_was_is_none(graph: Graph) -> None:
    (problem,) = infer_shapes(graph).obstacles
    (end,) = graph.incoming("output_1")
    assert str(problem.message).startswith("Categorical cross-entropy needs the activation Softmax before it.")
    assert path_to_activation(graph, infer_shapes(graph).shapes, end) == (end.source,)
    assert reading(graph) == []


def test_what_does_not_suit_is_found_behind_flatten_and_fixed_there() -> None:
    graph = line((1, 2), Dense(units=3, activation="tanh"), Flatten())
    (problem,) = infer_shapes(graph).obstacles
    assert str(problem.message) == "Categorical cross-entropy needs the activation Softmax before it. dense_1 has Tanh."
    assert problem.fix is not None
    for edit in problem.fix.edits:
        graph.apply(edit)
    assert infer_shapes(graph).problems == ()
    assert Edge("flatten_1", "activation_1") in graph.edges()
