"""Embedding: rows taken, gradients added up, and what is told when no such row exists."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import DataError
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import (
    Concatenate,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    GlobalMaxPooling1D,
    GlobalMaxPooling2D,
    Input,
    Layer,
    Maximum,
    MaxPooling1D,
    MaxPooling2D,
    Output,
    Permute,
    Reshape,
    Shape,
    Slot,
    ZeroPadding2D,
)
from engine.network import Network
from engine.trainer import Trainer, TrainingConfig
from tests.engine.layers.examples import EXAMPLES, Example

TABLE = np.array([[0.0, 1.0], [10.0, 11.0], [20.0, 21.0]])


def test_rows_are_taken_and_their_gradients_added_up_by_hand() -> None:
    gradient = np.full_like(TABLE, np.nan)
    x = np.array([[2.0, 0.0], [2.0, 2.0]])
    kernel = Embedding(input_dim=3, output_dim=2).kernel(
        Slot((x,), {"embeddings": TABLE}, {"embeddings": gradient}, np.random.default_rng(0))
    )
    assert kernel.output.shape == (2, 2, 2)
    kernel.bind(np.array([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]))
    for _ in range(2):  # a second pass overwrites the first
        kernel.forward()
        kernel.backward()
    assert kernel.output.tolist() == [[[20, 21], [0, 1]], [[20, 21], [20, 21]]]
    assert gradient.tolist() == [[3, 4], [0, 0], [13, 16]]
    assert not kernel.input_gradients[0].any()


def test_memory_outside_the_table_is_never_read() -> None:
    x = np.array([[-5.0, 7.0, 1.9, np.nan, np.inf, -np.inf, 1e30]])
    kernel = Embedding(input_dim=3, output_dim=2).kernel(
        Slot((x,), {"embeddings": TABLE}, {"embeddings": np.empty_like(TABLE)}, np.random.default_rng(0))
    )
    kernel.forward()
    assert kernel.output[0, :, 0].tolist() == [0, 20, 10, 0, 20, 0, 20]


def words(size: int = 5, vocabulary: int = 4) -> Network:
    graph = Graph()
    node = graph.add(Embedding(input_dim=vocabulary, output_dim=2), after=graph.add(Input(shape=(size,))))
    node = graph.add(Dense(units=2, activation="softmax"), after=graph.add(Flatten(), after=node))
    graph.add(Output(loss="categorical_crossentropy"), after=node)
    return Network(graph)


@pytest.mark.parametrize(("value", "told"), [(4.0, "4"), (-1.0, "-1"), (1.5, "1.5")])
def test_a_value_without_a_row_is_told_before_anything_runs(value: float, told: str) -> None:
    X, Y = np.zeros((3, 5)), np.eye(2)[[0, 1, 1]]
    X[1, 3] = value
    network = words()
    wanted = rf"takes whole numbers from 0 to 3\. Received: {told} in row 2\."
    for ask in (network.predict, lambda X: network.loss(X, Y), lambda X: network.gradients(X, Y)):
        with pytest.raises(DataError, match=wanted):
            ask(X)
    good = np.zeros_like(X)
    for data in (Dataset.from_arrays(X, Y), Dataset.from_arrays(good, Y, validation=(X, Y))):
        with pytest.raises(DataError, match=wanted):
            Trainer(network, data, TrainingConfig())


def behind(*layers: Layer, shape: Shape) -> Graph:
    """An Embedding of 3 rows behind these layers, of which merges join two Inputs."""
    graph = Graph()
    node = graph.add(Input(shape=shape))
    for layer in layers:
        sources = (node, graph.add(Input(shape=shape))) if layer.variadic else (node,)
        node = graph.add(layer, after=sources)
    graph.add(Output(), after=graph.add(Embedding(input_dim=3, output_dim=2), after=node))
    return graph


@pytest.mark.parametrize(
    ("layers", "shape"),
    [
        ((Flatten(),), (2, 2)),
        ((Reshape(target_shape=(4,)), Reshape(target_shape=(2, 2))), (2, 2)),
        ((Permute(dims=(2, 1)),), (2, 2)),
        ((ZeroPadding2D(), Flatten()), (2, 2, 1)),
        ((MaxPooling2D(),), (2, 2, 1)),
        ((MaxPooling1D(),), (2, 2)),
        ((GlobalMaxPooling2D(),), (2, 2, 1)),
        ((GlobalMaxPooling1D(),), (2, 2)),
        ((Concatenate(),), (2, 2)),
        ((Maximum(), Flatten()), (2, 2)),
    ],
    ids=lambda value: value[0].name if isinstance(value[0], Layer) else None,
)
def test_what_reaches_it_unchanged_is_checked_in_the_data(layers: tuple[Layer, ...], shape: Shape) -> None:
    network = Network(behind(*layers, shape=shape))
    good = {node: np.array([0, 1, 2, 2]).reshape(1, *shape) for node in network.inputs}
    assert np.isfinite(network.predict(good)).all()
    for node in network.inputs:
        for wrong in (-5, 99, 1.7):
            bad = good | {node: np.array([0, 1, wrong, 2]).reshape(1, *shape)}
            with pytest.raises(DataError, match=rf"takes whole numbers from 0 to 2\. Received: {wrong} in row 1\."):
                network.predict(bad)


@pytest.mark.parametrize(
    ("layers", "blamed"),
    [
        ((Dense(units=2),), "dense_1"),
        ((Dense(units=2), Flatten()), "dense_1"),
        ((Flatten(), Dropout()), "dropout_1"),
        ((Embedding(input_dim=3),), "embedding_1"),
    ],
)
def test_numbers_that_are_computed_are_a_problem_at_the_layer(layers: tuple[Layer, ...], blamed: str) -> None:
    problems = infer_shapes(graph := behind(*layers, shape=(2, 2))).obstacles
    embedding = graph.order()[-2]
    assert [(problem.node, str(problem.message)) for problem in problems] == [
        (embedding, f"It takes whole numbers, and {blamed} computes others. Connect it to an Input.")
    ]


def test_only_the_wire_that_computes_is_a_problem() -> None:
    graph = Graph()
    source = graph.add(Input(shape=(2,)))
    both = graph.add(Concatenate(), after=(source, graph.add(Dense(units=2), after=source)))
    graph.add(Output(), after=graph.add(Embedding(), after=both))
    (problem,) = infer_shapes(graph).obstacles
    assert "dense_1 computes others" in str(problem.message)


@pytest.mark.parametrize(
    "example",
    [example for examples in EXAMPLES.values() for example in examples if example.layer.passes_values],
    ids=lambda example: example.layer.name,
)
def test_a_layer_that_passes_values_hands_on_what_came_or_zeros(example: Example) -> None:
    rng = np.random.default_rng(0)
    inputs = tuple(example.draw_inputs(rng, 3))
    kernel = example.layer.kernel(Slot(inputs, {}, {}, rng))
    kernel.forward_training()
    assert set(kernel.output.flat) <= {0.0}.union(*(array.flat for array in inputs))


def test_it_learns_which_word_decides() -> None:
    rng = np.random.default_rng(0)
    X = rng.integers(0, 4, (80, 5))
    Y = np.eye(2)[(X[:, 2] == 3).astype(int)]
    network = words()
    config = TrainingConfig(epochs=60, batch_size=16, optimizer={"kind": "Adam", "learning_rate": 0.05})
    for _ in Trainer(network, Dataset.from_arrays(X, Y), config).run():
        pass
    assert (network.predict(X).argmax(1) == Y.argmax(1)).all()


def test_a_sequence_of_any_rank_gets_one_more_axis() -> None:
    assert Embedding(output_dim=7).output_shape((3,)) == (3, 7)
    assert Embedding(output_dim=7).output_shape((2, 3)) == (2, 3, 7)
