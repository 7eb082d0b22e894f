"""What would take more memory than there is is told before anything is allocated."""

from __future__ import annotations

import numpy as np
import pytest

from engine import memory
from engine.errors import GraphError
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.layers import Dense, Input, Output
from engine.network import Network


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
    (problem,) = infer_shapes(wide(100_000)).errors
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
    monkeypatch.setattr("engine.network.CHUNK_VALUES", 2500)
    assert network.chunk == 2500 // (100 + 10 + 100 + 100)
    assert np.abs(network.predict(X) - whole).max() <= 1e-12
