"""A drawn network fitted to data: shape, units, last activation and loss, whatever it was made for."""

from __future__ import annotations

from itertools import product

import pytest

from engine.fitting import fit_to_data, reads_windows
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import Activation, Conv2D, Dense, Dropout, Flatten, Input, Output
from engine.shapes import DataShape

KINDS = {
    "yes_or_no": (DataShape((4,), (1,)), 1, "sigmoid", "binary_crossentropy"),
    "classes": (DataShape((4,), (3,)), 3, "softmax", "categorical_crossentropy"),
    "measures": (DataShape((5,), (2,), classification=False), 2, "linear", "mse"),
    "pictures": (DataShape((8, 8, 1), (10,)), 10, "softmax", "categorical_crossentropy"),
}


def network(kind: str) -> Graph:
    data, units, activation, loss = KINDS[kind]
    graph = Graph()
    last = graph.add(Input(shape=data.inputs))
    if len(data.inputs) > 1:
        last = graph.add(Flatten(), after=last)
    last = graph.add(Dense(units=6, activation="relu"), after=last)
    last = graph.add(Dropout(), after=last)
    last = graph.add(Dense(units=units, activation=activation), after=last)
    graph.add(Output(loss=loss), after=last)
    return graph


def fitted(graph: Graph, data: DataShape) -> Graph:
    for edit in fit_to_data(graph, data):
        graph.apply(edit)
    return graph


@pytest.mark.parametrize(("before", "after"), list(product(KINDS, KINDS)))
def test_every_kind_of_network_becomes_every_other(before, after):
    data, units, activation, loss = KINDS[after]
    graph = fitted(network(before), data)
    inference = infer_shapes(graph, data)
    assert inference.problems == ()
    (output,) = (node for node in graph if isinstance(node.layer, Output))
    last = graph[graph.incoming(output.id)[0].source].layer
    (source,) = (node.layer for node in graph if isinstance(node.layer, Input))
    assert (source.shape, last.units) == (data.inputs, units)
    assert (last.activation.name if last.activation else "linear", output.layer.loss.name) == (activation, loss)
    assert fit_to_data(graph, data) == []


def test_pictures_are_laid_out_before_the_first_of_the_dense_layers():
    graph = fitted(network("classes"), KINDS["pictures"][0])
    assert graph.incoming("dense_1")[0].source == "flatten_1"
    assert graph.incoming("flatten_1")[0].source == "input_1"


def test_and_behind_the_last_convolution():
    graph = Graph()
    last = graph.add(Input(shape=(8, 8, 1)))
    for layer in (Conv2D(filters=2, kernel_size=(3, 3)), Dense(units=4), Dense(units=2, activation="softmax")):
        last = graph.add(layer, after=last)
    graph.add(Output(loss="categorical_crossentropy"), after=last)
    fitted(graph, DataShape((9, 9, 1), (3,)))
    assert graph.incoming("dense_1")[0].source == "flatten_1"
    assert graph.incoming("flatten_1")[0].source == "conv2d_1"
    assert graph["dense_2"].layer.units == 3


def test_the_units_of_a_layer_whose_activation_stands_behind_it():
    graph = Graph()
    last = graph.add(Input(shape=(2,)))
    for layer in (Dense(units=1), Activation(function="sigmoid")):
        last = graph.add(layer, after=last)
    graph.add(Output(loss="binary_crossentropy"), after=last)
    fitted(graph, KINDS["classes"][0])
    assert graph["dense_1"].layer.units == 3
    assert graph["activation_1"].layer.function.name == "softmax"


def test_a_network_that_copies_keeps_its_last_activation():
    graph = Graph()
    last = graph.add(Input(shape=(4,)))
    last = graph.add(Dense(units=4, activation="sigmoid"), after=last)
    graph.add(Output(loss="mse"), after=last)
    copies, measures = (DataShape((9,), targets, classification=False) for targets in ((9,), (1,)))
    assert fitted(graph.copy(), copies)["dense_1"].layer.activation.name == "sigmoid"
    last_layer = fitted(graph, measures)["dense_1"].layer
    assert last_layer.activation is None or last_layer.activation.name == "linear"


def test_windows_are_read_where_rows_of_columns_enter():
    def entered(*shapes):
        graph = Graph()
        for shape in shapes:
            graph.add(Input(shape=shape))
        return reads_windows(graph)

    assert entered((16, 1))
    assert not any((entered(), entered((2,)), entered((8, 8, 1)), entered((16, 1), (16, 1))))
