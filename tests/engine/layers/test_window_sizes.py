"""Windows far larger than any input are refused where they are declared, or told, or computed as they are defined."""

from __future__ import annotations

import numpy as np
import pytest

from engine import memory
from engine.errors import HyperparameterError
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import (
    AveragePooling2D,
    Conv2D,
    Conv2DTranspose,
    Input,
    Layer,
    MaxPooling1D,
    MaxPooling2D,
    Output,
    Shape,
)
from engine.network import Network

FIELDS = {"kernel_size", "pool_size", "strides", "dilation_rate"}
DECLARED = [
    pytest.param(kind, field.name, id=f"{name}-{field.name}")
    for name, kind in Layer.kinds().items()
    for field in kind.hyperparameters()
    if field.name in FIELDS
]


def around(layer: Layer, shape: Shape) -> Graph:
    graph = Graph()
    graph.add(Output(), after=graph.add(layer, after=graph.add(Input(shape=shape))))
    return graph


def test_many_kinds_move_a_window() -> None:
    assert len(DECLARED) >= 20


@pytest.mark.parametrize(("kind", "field"), DECLARED)
@pytest.mark.parametrize("size", [10_001, 10**9, 10**30])
def test_a_size_beyond_all_pictures_is_refused(kind: type[Layer], field: str, size: int) -> None:
    with pytest.raises(HyperparameterError, match=r"\(a number from 1 to 10000\)\. Received: 10"):
        kind(**{field: size})
    assert kind(**{field: 10_000}) is not None


@pytest.mark.parametrize("kind", [MaxPooling2D, AveragePooling2D])
@pytest.mark.parametrize("padding", ["valid", "same"])
def test_strides_beyond_the_picture_leave_one_window(kind: type[Layer], padding: str) -> None:
    X = np.random.default_rng(0).normal(size=(3, 5, 6, 2))
    far, near = (
        Network(around(kind(pool_size=3, strides=strides, padding=padding), (5, 6, 2)), dtype="float64").predict(X)
        for strides in (10_000, 6)
    )
    assert far.shape == (3, 1, 1, 2)
    assert np.array_equal(far, near)


@pytest.mark.parametrize("size", [10, 11, 12, 13, 14, 10_000])
@pytest.mark.parametrize("strides", [1, 2, 3, 10_000])
def test_a_window_that_covers_everything_sees_everything(size: int, strides: int) -> None:
    X = np.random.default_rng(0).normal(size=(3, 5, 2))
    layer = MaxPooling1D(pool_size=size, strides=strides, padding="same")
    network = Network(around(layer, (5, 2)), dtype="float64")
    steps = -(-5 // strides)
    assert np.array_equal(network.predict(X), np.repeat(X.max(axis=1, keepdims=True), steps, axis=1))


@pytest.mark.parametrize(
    ("layer", "runs"),
    [
        (Conv2D(strides=10_000), True),
        (Conv2D(strides=10_000, padding="same"), True),
        (Conv2D(dilation_rate=10_000, padding="same"), False),
        (Conv2D(kernel_size=10_000, padding="same"), False),
        (Conv2DTranspose(strides=10_000), False),
        (MaxPooling2D(pool_size=10_000, strides=10_000, padding="same"), True),
    ],
)
def test_what_cannot_be_laid_out_is_told_beforehand(layer: Layer, runs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "machine_memory", lambda: 16 << 30)
    graph = around(layer, (28, 28, 3))
    assert (not infer_shapes(graph).obstacles) == runs
    if runs:
        assert Network(graph).plan(4).train() >= 0
