"""A layer that a cross-entropy and another layer read, against PyTorch's losses with logits."""

from __future__ import annotations

import numpy as np
import pytest

from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.network import Network

torch = pytest.importorskip("torch")

pytestmark = pytest.mark.peer


@pytest.mark.parametrize("scale", [1.0, 1e3], ids=["near", "far out"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(
    ("last", "losses"),
    [
        ("sigmoid", ["binary_crossentropy"]),
        ("sigmoid", ["binary_crossentropy", "binary_crossentropy"]),
        ("softmax", ["categorical_crossentropy", "categorical_crossentropy"]),
    ],
)
def test_as_pytorch(last: str, losses: list[str], dtype: str, scale: float) -> None:
    graph = Graph()
    node = graph.add(Dense(units=3, activation=last), after=graph.add(Input(shape=(4,))))
    ends = [graph.add(Output(loss=loss, weight=0.5 + i), after=node) for i, loss in enumerate(losses)]
    reader = graph.add(Dense(units=2), after=node)
    ends.append(graph.add(Output(loss="mse", weight=0.7), after=reader))
    network, rng = Network(graph, seed=3, dtype=dtype), np.random.default_rng(0)
    network.weights[node]["kernel"][...] *= scale
    X = rng.normal(size=(6, 4)).astype(dtype)
    Y = {end: np.eye(3)[rng.integers(0, 3, 6)].astype(dtype) for end in ends[:-1]}
    Y[ends[-1]] = rng.normal(size=(6, 2)).astype(dtype)

    w = {key: torch.tensor(array, requires_grad=True) for key, array in network.state_dict().items()}
    z = torch.tensor(X) @ w[f"{node}.kernel"] + w[f"{node}.bias"]
    a = torch.sigmoid(z) if last == "sigmoid" else torch.softmax(z, dim=1)
    b = a @ w[f"{reader}.kernel"] + w[f"{reader}.bias"]
    compare = torch.nn.functional
    entropy = compare.binary_cross_entropy_with_logits if last == "sigmoid" else compare.cross_entropy
    wanted = 0.7 * compare.mse_loss(b, torch.tensor(Y[ends[-1]]))
    for i, end in enumerate(ends[:-1]):
        wanted = wanted + (0.5 + i) * entropy(z, torch.tensor(Y[end]))
    wanted.backward()

    tolerance = 1e-10 if dtype == "float64" else 1e-5
    assert network.loss(X, Y) == pytest.approx(wanted.item(), rel=tolerance)
    for key, gradient in network.gradients(X, Y).items():
        assert gradient == pytest.approx(w[key].grad.numpy(), rel=tolerance, abs=tolerance), key
