"""What flows back along each wire, against finite differences in the activations themselves."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings

from engine.graph import AddEdge, Edge, Graph, RemoveEdge
from engine.layers import Activation, Add, Concatenate, Dense, Input, Layer, Output, Shape
from engine.network import Network
from engine.plan import Plan, quiet_context
from tests.engine.networks import chain
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error
from tests.engine.random_graphs import batch_for, graphs

Arrays = Mapping[str, np.ndarray]


def observed(network: Network, X: Arrays, Y: Arrays) -> Plan:
    """The plan after one observed pass."""
    plan = network.plan(len(next(iter(X.values()))))
    plan.load_inputs(X)
    plan.load_targets(Y)
    plan.forward()
    plan.loss()
    plan.backward(observe=True)
    return plan


def with_probe(graph: Graph, edge: Edge, shape: Shape) -> Graph:
    """The same graph with a second input added onto one wire: its gradient is that of the wire."""
    probed = graph.copy()
    probe = probed.add(Input(shape=shape), id="probe")
    probed.apply(RemoveEdge(edge))
    joint = probed.add(Add(), after=[edge.source, probe], id="joint")
    probed.apply(AddEdge(Edge(joint, edge.target, edge.port)))
    return probed


@given(graphs())
@settings(max_examples=25)
def test_edge_gradients_equal_finite_differences(graph: Graph) -> None:
    network = Network(graph, seed=2, dtype="float64")
    X, Y = batch_for(network)
    plan = observed(network, X, Y)
    gradients = {edge: array.copy() for edge, array in plan.edge_gradients.items()}
    assert set(gradients) == set(network.graph.edges())
    for edge, gradient in gradients.items():
        if isinstance(graph[edge.target].layer, Output):
            continue  # with respect to logits where those are known; the losses' own tests hold it
        probed = Network(with_probe(graph, edge, network.shapes[edge.source]), dtype="float64")
        probed.load_state_dict(network.state_dict())
        fed = {**X, "probe": np.zeros_like(gradient)}
        wanted = numerical_gradient(functools.partial(probed.loss, fed, Y), fed["probe"])
        assert relative_error(gradient, wanted) <= TOLERANCE


def test_fan_out_receives_the_sum_over_its_wires() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(2,)))
    hub = graph.add(Dense(units=3), after=x)
    ends = [graph.add(layer, after=hub) for layer in (Dense(units=2), Activation(function="tanh"), Dense(units=3))]
    ends.append(graph.add(Add(), after=[hub, ends[1]]))
    graph.add(Output(), after=graph.add(Concatenate(), after=[ends[0], ends[2], ends[3]]))
    network = Network(graph, dtype="float64")
    plan = observed(network, *batch_for(network))
    wires = [plan.edge_gradients[edge] for edge in graph.outgoing(hub)]
    assert len(wires) == 4
    assert np.abs(plan.kernels[hub].output_gradient - sum(wires)).max() <= 1e-15
    # What one wire carries is not what another does.
    assert np.abs(wires[0] - wires[2]).max() > 1e-3


def test_the_wire_into_an_output_carries_the_derivative_of_the_loss() -> None:
    network = Network(chain(2, 3, 2), dtype="float64")
    X, Y = batch_for(network)
    plan = observed(network, X, Y)
    wanted = 2 * (network.predict(X) - Y["output_1"]) / Y["output_1"].size
    assert np.abs(plan.edge_gradients[Edge("dense_2", "output_1")] - wanted).max() <= 1e-16


def test_from_logits_the_wire_carries_probability_minus_target() -> None:
    network = Network(chain(2, 3, 2, last="softmax", loss="categorical_crossentropy"), dtype="float64")
    X, Y = batch_for(network)
    plan = observed(network, X, Y)
    wanted = (network.predict(X) - Y["output_1"]) / len(Y["output_1"])
    assert np.abs(plan.edge_gradients[Edge("dense_2", "output_1")] - wanted).max() <= 1e-16


def test_unobserved_steps_skip_what_only_people_need() -> None:
    network = Network(chain(2, 3, 1), dtype="float64")
    plan = network.plan(3)
    assert len(plan.observed_calls) == len(plan.backward_calls) + 1  # into the data
    X, Y = batch_for(network)
    observed(network, X, Y)
    watched = network.gradients_vector.copy()
    plan.backward()
    assert np.array_equal(network.gradients_vector, watched)


def test_a_layer_before_dropout_is_trained_through_it() -> None:
    graph = Graph()
    x = graph.add(Input(shape=(3,)))
    h = graph.add(Dense(units=4), after=x)
    graph.add(Output(), after=graph.add(Layer.resolve("Dropout"), after=h))
    network = Network(graph, dtype="float64")
    plan = network.plan(2)
    plan.load_inputs({"input_1": np.ones((2, 3))})
    plan.load_targets({"output_1": np.ones((2, 4))})
    quiet_context().run(plan.train)
    dropped = plan.kernels["dropout_1"].output == 0
    assert dropped.any()
    assert not dropped.all()
    # A dropped unit passes no gradient back.
    assert np.array_equal(plan.edge_gradients[Edge("dense_1", "dropout_1")] == 0, dropped)


def test_the_quiet_context_is_quiet_inside_only() -> None:
    huge = np.array([3e38], "float32")
    assert quiet_context().run(lambda: huge * huge) == np.inf
    assert np.geterr()["over"] == "warn"
