"""One module called twice in PyTorch, against one layer at two places: fifty steps of Adam in float64."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.data import Dataset
from engine.graph import Graph
from engine.layers import LSTM, Conv2D, Dense, Flatten, Input, Layer, Output
from engine.optimizers import Adam
from tests.engine.networks import trainer
from tests.peers.layers import LAYERS

pytestmark = pytest.mark.peer

SAMPLES, STEPS, TOLERANCE = 12, 50, 1e-9


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (Dense(units=4, activation="tanh"), (3,)),
        (Conv2D(filters=3, kernel_size=(3, 3), activation="tanh"), (5, 5, 2)),
        (LSTM(units=4, return_sequences=True), (6, 3)),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_fifty_steps_of_adam(layer: Layer, shape: tuple[int, ...], parity: Callable[[str, float, float], None]) -> None:
    graph = Graph()
    left, right = (graph.add(Input(shape=shape)) for _ in range(2))
    one = graph.add(layer, after=left)
    two = graph.add(layer, after=right, shares=one)
    flat = [graph.add(Flatten(), after=node) for node in (one, two)]
    end = graph.add(Dense(units=2), after=graph.add("Concatenate", after=flat))
    output = graph.add(Output(), after=end)
    rng = np.random.default_rng(0)
    X = {node: rng.normal(size=(SAMPLES, *shape)) for node in (left, right)}
    Y = rng.normal(size=(SAMPLES, 2))
    run = trainer(graph, Dataset.from_arrays(X, Y), optimizer=Adam(learning_rate=0.01), epochs=STEPS,
                  batch_size=SAMPLES, shuffle=False)  # fmt: skip
    weights = {key: torch.tensor(array, requires_grad=True) for key, array in run.network.state_dict().items()}
    list(run.run())

    optimizer = torch.optim.Adam(weights.values(), lr=0.01)
    shared = {key.removeprefix(f"{one}."): array for key, array in weights.items() if key.startswith(f"{one}.")}
    for _ in range(STEPS):
        optimizer.zero_grad()
        entered = [torch.tensor(X[node]) for node in (left, right)]
        left_as = [LAYERS[layer.name](layer, [x], shared).reshape(SAMPLES, -1) for x in entered]
        predicted = torch.cat(left_as, 1) @ weights[f"{end}.kernel"] + weights[f"{end}.bias"]
        torch.nn.functional.mse_loss(predicted, torch.tensor(Y)).backward()
        optimizer.step()
    worst = max(
        float(np.abs(array - weights[key].detach().numpy()).max()) for key, array in run.network.state_dict().items()
    )
    assert run.network.shapes[output] == (2,)
    parity(f"{layer.name} shared, {STEPS} steps of Adam", worst, TOLERANCE)
