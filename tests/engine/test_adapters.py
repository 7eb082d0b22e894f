"""What fits along a wire, and what would make it fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.adapters import fit, fit_alone, fit_at, misfit
from engine.graph import AddEdge, Edge, Graph
from engine.inference import infer_shapes
from engine.layers import (
    LSTM,
    Add,
    Concatenate,
    Conv2D,
    Dense,
    Dropout,
    Embedding,
    Flatten,
    Input,
    Layer,
    Output,
    Reshape,
)
from engine.shapes import DataShape
from engine.wiring import connect_through

IMAGE, ROW = Input(shape=(8, 8, 3)), Input(shape=(64,))


def pair(source: Layer, target: Layer, *others: Layer) -> tuple[Graph, Edge]:
    """A source, a target that others feed already, and the wire that would join them."""
    graph = Graph()
    before = [graph.add(other) for other in others]
    end = graph.add(target, after=before)
    start = graph.add(source)
    return graph, Edge(start, end, len(before))


@pytest.mark.parametrize(
    ("source", "target", "others", "adapter"),
    [
        (ROW, Conv2D(), (), Reshape(target_shape=(8, 8, 1))),
        (Input(shape=(10,)), LSTM(), (), Reshape(target_shape=(10, 1))),
        (IMAGE, LSTM(), (), Reshape(target_shape=(64, 3))),
        (Input(shape=(28, 28)), Conv2D(), (), Reshape(target_shape=(28, 28, 1))),
        (IMAGE, Concatenate(), (ROW,), Flatten()),
        (Input(shape=(32,)), Add(), (ROW,), Dense(units=64)),
        (IMAGE, Add(), (Input(shape=(8, 8, 5)),), Dense(units=5)),
        (Input(shape=(8, 8)), Add(), (ROW,), Flatten()),
        (ROW, Add(), (Input(shape=(8, 8)),), Reshape(target_shape=(8, 8))),
    ],
)
def test_an_adapter_is_found(source: Layer, target: Layer, others: tuple[Layer, ...], adapter: Layer) -> None:
    graph, edge = pair(source, target, *others)
    shapes = infer_shapes(graph).shapes
    found = fit(graph, shapes, edge)
    assert found.reason is not None
    assert found.needs_adapter
    assert found.adapter == adapter
    assert fit_at(graph, shapes, edge) == found


def test_what_fits_needs_none() -> None:
    graph, edge = pair(ROW, Dense())
    assert fit(graph, infer_shapes(graph).shapes, edge) == fit_alone(Dense(), (64,)) == fit_alone(Dense(), None)


def test_where_nothing_helps_the_reason_is_told() -> None:
    graph, edge = pair(Input(shape=(2, 2, 2, 2)), Add(), Input(shape=(3, 3)))
    found = fit(graph, infer_shapes(graph).shapes, edge)
    assert "needs inputs of one shape" in str(found.refusal)
    assert not found.needs_adapter


def test_behind_something_unfinished_everything_fits() -> None:
    graph, edge = pair(Dense(), Add(), ROW)
    assert fit(graph, infer_shapes(graph).shapes, edge).reason is None
    assert misfit(Add(), (3,)) is None


def test_what_follows_is_asked_too() -> None:
    graph = Graph()
    image, dense = graph.add(Input(shape=(8, 8, 1))), graph.add(Dense(units=10))
    joint = graph.add(Add(), after=[graph.add(Input(shape=(10,)))])
    graph.apply(AddEdge(Edge(dense, joint, 1)))
    found = fit(graph, infer_shapes(graph).shapes, Edge(image, dense, 0))
    assert found.reason is None
    assert "needs inputs of one shape" in str(found.later)
    assert found.adapter == Flatten()
    assert not found.needs_adapter
    assert found.refusal is None


def test_the_data_are_asked_for_the_width_of_what_arrives_at_the_output() -> None:
    graph, edge = pair(ROW, Output(loss="categorical_crossentropy"))
    found = fit(graph, infer_shapes(graph).shapes, edge, DataShape((64,), (10,)))
    assert "targets have shape 10" in str(found.later)
    assert found.adapter == Dense(units=10, activation="softmax")


def test_a_layer_on_its_own() -> None:
    assert fit_alone(Conv2D(), (64,)).adapter == Reshape(target_shape=(8, 8, 1))
    assert fit_alone(Embedding(), (3, 4)).needs_adapter or fit_alone(Embedding(), (3, 4)).reason is None


shapes_of_samples = st.lists(st.integers(1, 6), min_size=1, max_size=4).map(tuple)


@given(st.sampled_from(list(Layer.kinds())), shapes_of_samples, shapes_of_samples)
def test_with_its_adapter_a_wire_fits_and_undo_is_exact(
    kind: str, here: tuple[int, ...], there: tuple[int, ...]
) -> None:
    layer = Layer.resolve(kind)
    if not layer.ports:
        return
    others = [Input(shape=there)] if len(layer.ports) > 1 else []
    graph, edge = pair(Input(shape=here), layer, *others)
    found = fit(graph, infer_shapes(graph).shapes, edge)
    if found.adapter is None:
        return
    changed = graph.copy()
    edits = connect_through(graph, edge, found.adapter)
    for edit in edits:
        changed.apply(edit)
    assert edge.target in infer_shapes(changed).shapes or len(layer.ports) > 2
    for edit in reversed(edits):
        changed.apply(edit.inverse())
    assert changed == graph


def test_dropout_takes_everything() -> None:
    assert fit_alone(Dropout(), (2, 3)).reason is None
