"""What would take more memory than there is is told before anything is allocated."""

from __future__ import annotations

import numpy as np
import pytest

from engine import memory
from engine.errors import GraphError
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import (
    GRU,
    LSTM,
    Activation,
    Add,
    AveragePooling2D,
    BatchNormalization,
    Concatenate,
    Conv1D,
    Conv2D,
    Conv2DTranspose,
    Dense,
    DepthwiseConv2D,
    Dot,
    Dropout,
    Embedding,
    Flatten,
    Input,
    Layer,
    LayerNormalization,
    MaxPooling1D,
    MaxPooling2D,
    MultiHeadAttention,
    Output,
    PReLU,
    SeparableConv2D,
    Shape,
    SimpleRNN,
    UpSampling2D,
)
from engine.network import Network
from tests.engine.memory_use import peak_of


def wide(units: int) -> Graph:
    graph = Graph()
    h = graph.add(Dense(units=units), after=graph.add(Input(shape=(100,))))
    graph.add(Output(), after=graph.add(Dense(units=100), after=h))
    return graph


@pytest.fixture
def small_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """64 MB."""
    monkeypatch.setattr(memory, "machine_memory", lambda: 1 << 26)
    monkeypatch.setattr("engine.inference.machine_memory", lambda: 1 << 26)
    monkeypatch.setattr("engine.network.machine_memory", lambda: 1 << 26)


def test_the_machine_has_memory() -> None:
    assert memory.machine_memory() > 1 << 28


def test_a_limit_of_the_container_counts(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(memory, "GROUP_LIMIT", limit)
    for text, wanted in (("max\n", memory._installed()), ("123456\n", 123456)):
        limit.write_text(text)
        memory.machine_memory.cache_clear()
        assert memory.machine_memory() == wanted
    memory.machine_memory.cache_clear()


def test_a_network_too_large_for_the_machine_is_a_problem_at_its_largest_layer(small_machine: None) -> None:
    assert infer_shapes(wide(1000)).problems == ()
    (problem,) = infer_shapes(wide(100_000)).obstacles
    assert problem.node == "dense_1"
    assert "takes about 0.3 GB, and this computer has 0.1 GB" in str(problem.message)
    with pytest.raises(GraphError, match="Make it smaller"):
        Network(wide(100_000))


def test_a_batch_too_large_for_the_machine_is_refused(small_machine: None) -> None:
    network = Network(wide(1000))
    assert network.plan(32).batch == 32
    with pytest.raises(GraphError, match=r"A batch of 50000 samples takes about .* Choose a smaller batch"):
        network.plan(50_000)


def test_inference_goes_in_passes_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(wide(10), dtype="float64")
    X = np.random.default_rng(0).normal(size=(50, 100))
    whole = network.predict(X)
    monkeypatch.setattr(memory, "CHUNK_VALUES", 7500)
    # The output of each layer, its gradient, and of all but the Input what is computed in.
    assert 7500 // (2 * 100 + 3 * (10 + 100 + 100)) == 9
    assert network.chunk == 8
    assert np.abs(network.predict(X) - whole).max() <= 1e-12


PICTURES = (Conv2D(filters=8, activation="relu"), MaxPooling2D(), Flatten(), Dense(units=10, activation="softmax"))


def pictures() -> Network:
    """A small convolutional network for 28×28×1."""
    graph = Graph()
    node = graph.add(Input(shape=(28, 28, 1)))
    for layer in PICTURES:
        node = graph.add(layer, after=node)
    graph.add(Output(loss="categorical_crossentropy"), after=node)
    return Network(graph)


def test_a_pass_of_inference_takes_little_memory_however_large_its_samples() -> None:
    network, X = pictures(), np.random.default_rng(0).normal(size=(1024, 28, 28, 1)).astype("float32")
    assert network.chunk == 256
    assert Network(wide(10)).chunk == 1024, "few numbers a sample: as many samples as ever"
    assert Network(around(Dense(units=2048), (2048,))).chunk > 512, "many weights: enough to read them for"
    assert peak_of(lambda: network.predict(X)) < 32e6
    network.footprint = network.footprint._replace(per_sample=1)
    assert network.chunk == 1024
    assert network.predict(X) == pytest.approx(pictures().predict(X), rel=1e-5)


def test_gradients_have_no_room_where_nothing_is_learned() -> None:
    network, X = Network(wide(2000)), np.ones((1024, 100), "float32")
    once = peak_of(lambda: network.predict(X))
    outputs = 4 * 1024 * (2000 + 100 + 100)
    assert once < 1.5 * outputs
    whole = peak_of(lambda: network.plan(len(X)))
    assert whole > outputs, "made when a step wants them"
    assert network.plan(len(X)).backward_calls


def around(layer: Layer, shape: Shape) -> Graph:
    """Input, this layer and Output."""
    graph = Graph()
    node = graph.add(Input(shape=shape))
    graph.add(Output(), after=graph.add(layer, after=(node,) * len(layer.ports)))
    return graph


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (Activation(), (64, 64, 32)),
        (Add(), (64, 64, 32)),
        (AveragePooling2D(), (64, 64, 32)),
        (AveragePooling2D(pool_size=3, strides=1, padding="same"), (64, 64, 32)),
        (BatchNormalization(), (64, 64, 32)),
        (Concatenate(), (64, 64, 32)),
        (Conv1D(filters=16), (4096, 8)),
        (Conv2D(filters=16, padding="same", activation="relu"), (64, 64, 8)),
        (Conv2D(filters=4, padding="same", dilation_rate=(60, 60)), (64, 64, 8)),
        (Conv2D(filters=8, kernel_size=(21, 21)), (96, 96, 8)),
        (Conv2DTranspose(filters=8, strides=(2, 2)), (64, 64, 8)),
        (Dense(units=256, activation="tanh"), (512, 128)),
        (DepthwiseConv2D(kernel_size=(5, 5)), (256, 256, 1)),
        (DepthwiseConv2D(depth_multiplier=2), (64, 64, 16)),
        (Dot(normalize=True), (64, 4096)),
        (Dropout(), (64, 64, 32)),
        (Embedding(input_dim=50, output_dim=32), (2048,)),
        (Flatten(), (64, 64, 32)),
        (GRU(units=64), (256, 32)),
        (GRU(units=64, reset_after=False), (256, 32)),
        (LSTM(units=64), (256, 32)),
        (LSTM(units=64, bidirectional=True, return_sequences=True), (256, 32)),
        (LayerNormalization(), (64, 64, 32)),
        (MaxPooling1D(), (4096, 16)),
        (MaxPooling2D(), (256, 256, 1)),
        (MaxPooling2D(pool_size=64, strides=1, padding="same"), (64, 64, 8)),
        (MaxPooling2D(strides=200), (64, 64, 8)),
        (MultiHeadAttention(num_heads=8), (512, 8)),
        (MultiHeadAttention(num_heads=8, key_dim=64), (64, 64)),
        (MultiHeadAttention(num_heads=8, dropout=0.1), (256, 8)),
        (PReLU(), (64, 64, 32)),
        (SeparableConv2D(filters=8, depth_multiplier=3, kernel_size=(5, 5)), (64, 64, 16)),
        (SimpleRNN(units=64, return_sequences=True), (256, 32)),
        (UpSampling2D(), (64, 64, 8)),
    ],
    ids=lambda value: value.name if isinstance(value, Layer) else None,
)
def test_the_estimate_is_near_what_a_step_takes(layer: Layer, shape: Shape) -> None:
    network = Network(around(layer, shape))
    peak = peak_of(lambda: network.plan(32).train(observe=True))
    assert peak > 19e6, "too little to tell"
    assert 1 / 3 < network.footprint.training_bytes(32) / peak < 3


def test_what_attention_compares_is_seen_before_it_is_allocated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "machine_memory", lambda: 16 << 30)
    graph = around(MultiHeadAttention(num_heads=8), (4096, 8))
    (problem,) = infer_shapes(graph).obstacles
    assert problem.node == "multi_head_attention_1"
    monkeypatch.setattr(memory, "machine_memory", lambda: 1 << 40)
    assert Network(graph).chunk == 1
