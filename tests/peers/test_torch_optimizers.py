"""100 steps of every optimiser against PyTorch in float64, and a whole training run beside its eager loop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.data import Dataset
from engine.graph import Graph
from engine.layers import Concatenate, Dense, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Nadam, Optimizer, RMSprop, Rprop
from engine.trainer import Trainer
from engine.training_config import TrainingConfig

pytestmark = pytest.mark.peer

Tensor = Any

TOLERANCE = 1e-8
STEPS = 100


@pytest.fixture(autouse=True)
def float64_throughout() -> Iterator[None]:
    """PyTorch keeps some optimisers' own numbers, such as NAdam's product of momenta, in its default dtype."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(before)


# Settings of each kind, and how PyTorch is told the same.
SETTINGS: dict[str, tuple[Optimizer, ...]] = {
    "SGD": (
        SGD(),
        SGD(learning_rate=0.05, momentum=0.9),
        SGD(learning_rate=0.05, momentum=0.8, nesterov=True),
        SGD(learning_rate=0.05, weight_decay=0.1),
        SGD(learning_rate=0.05, momentum=0.8, nesterov=True, weight_decay=0.1),
    ),
    "Adam": (
        Adam(),
        Adam(learning_rate=0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        Adam(learning_rate=0.1, beta_1=0.0),
        Adam(learning_rate=0.05, weight_decay=0.1),
    ),
    "AdamW": (AdamW(), AdamW(learning_rate=0.1, beta_1=0.5, weight_decay=0.3), AdamW(weight_decay=0.0)),
    "AMSGrad": (
        AMSGrad(),
        AMSGrad(learning_rate=0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3),
        AMSGrad(learning_rate=0.05, beta_2=0.5, weight_decay=0.1),
    ),
    "Nadam": (
        Nadam(),
        Nadam(learning_rate=0.1, beta_1=0.5, beta_2=0.9, epsilon=1e-3, momentum_decay=0.1),
        Nadam(learning_rate=0.05, weight_decay=0.1),
    ),
    "Adagrad": (
        Adagrad(),
        Adagrad(learning_rate=0.3, lr_decay=0.1, initial_accumulator_value=0.5, epsilon=1e-3),
        Adagrad(learning_rate=0.1, weight_decay=0.1),
    ),
    "Adadelta": (
        Adadelta(),
        Adadelta(learning_rate=0.5, rho=0.5, epsilon=1e-2),
        Adadelta(learning_rate=0.5, weight_decay=0.1),
    ),
    "RMSprop": (
        RMSprop(),
        RMSprop(learning_rate=0.02, alpha=0.8, epsilon=1e-3),
        RMSprop(learning_rate=0.005, momentum=0.9),
        RMSprop(learning_rate=0.005, centered=True),
        RMSprop(learning_rate=0.005, momentum=0.5, centered=True, weight_decay=0.1),
    ),
    "Rprop": (Rprop(), Rprop(learning_rate=0.1, eta_minus=0.3, eta_plus=1.5, min_step=0.01, max_step=0.2)),
}
PEERS: dict[str, Callable[[Any, Any], Any]] = {
    "SGD": lambda w, o: torch.optim.SGD(
        w, o.learning_rate, momentum=o.momentum, nesterov=o.nesterov, weight_decay=o.weight_decay
    ),
    "Adam": lambda w, o: torch.optim.Adam(w, o.learning_rate, (o.beta_1, o.beta_2), o.epsilon, o.weight_decay),
    "AdamW": lambda w, o: torch.optim.AdamW(w, o.learning_rate, (o.beta_1, o.beta_2), o.epsilon, o.weight_decay),
    "AMSGrad": lambda w, o: torch.optim.Adam(
        w, o.learning_rate, (o.beta_1, o.beta_2), o.epsilon, o.weight_decay, amsgrad=True
    ),
    "Nadam": lambda w, o: torch.optim.NAdam(
        w, o.learning_rate, (o.beta_1, o.beta_2), o.epsilon, o.weight_decay, o.momentum_decay
    ),
    "Adagrad": lambda w, o: torch.optim.Adagrad(
        w, o.learning_rate, o.lr_decay, o.weight_decay, o.initial_accumulator_value, o.epsilon
    ),
    "Adadelta": lambda w, o: torch.optim.Adadelta(w, o.learning_rate, o.rho, o.epsilon, o.weight_decay),
    "RMSprop": lambda w, o: torch.optim.RMSprop(
        w, o.learning_rate, o.alpha, o.epsilon, o.weight_decay, o.momentum, o.centered
    ),
    "Rprop": lambda w, o: torch.optim.Rprop(w, o.learning_rate, (o.eta_minus, o.eta_plus), (o.min_step, o.max_step)),
}
CLIPPED = (
    {"clip_value": 0.05},
    {"clip_norm": 0.1},
    {"clip_value": 0.05, "clip_norm": 0.2},
    {"clip_value": 1e3, "clip_norm": 1e3},
)
CASES = [(name, settings) for name in Optimizer.kinds() for settings in SETTINGS.get(name, (None,))]


@pytest.mark.parametrize(("name", "optimizer"), CASES, ids=str)
def test_optimizer(name: str, optimizer: Optimizer | None, parity: Callable[[str, float, float], None]) -> None:
    if optimizer is None or name not in PEERS:
        pytest.fail(f"{name} has no counterpart in PyTorch. Add it to tests/peers/test_torch_optimizers.py.")
    rng = np.random.default_rng(0)
    start = rng.normal(size=50)
    curvature = rng.uniform(0.1, 3, size=50)
    parameters, gradients = start.copy(), np.empty(50)
    kernel = optimizer.kernel(parameters, gradients)
    tensor = torch.tensor(start, requires_grad=True)
    peer = PEERS[name]([tensor], optimizer)
    worst = 0.0
    for _ in range(STEPS):
        noise = rng.normal(size=50)
        gradients[:] = curvature * parameters + noise
        kernel.step(optimizer.learning_rate)
        tensor.grad = torch.tensor(curvature) * tensor.detach() + torch.tensor(noise)
        peer.step()
        worst = max(worst, float(np.abs(parameters - tensor.detach().numpy()).max()))
    parity(f"optimizer {name}", worst, TOLERANCE)


def skipping() -> Graph:
    """Two hidden layers, and the input beside them at the end."""
    graph = Graph()
    x = graph.add(Input(shape=(4,)))
    first = graph.add(Dense(units=6, activation="relu"), after=x)
    second = graph.add(Dense(units=5, activation="tanh"), after=first)
    both = graph.add(Concatenate(), after=[second, x])
    end = graph.add(Dense(units=3, activation="softmax"), after=both)
    graph.add(Output(loss="categorical_crossentropy"), after=end)
    return graph


class Skipping(torch.nn.Module):  # type: ignore[name-defined]
    """The same in PyTorch, up to the logits."""

    def __init__(self, state: dict[str, np.ndarray]) -> None:
        super().__init__()
        self.layers = torch.nn.ModuleList([torch.nn.Linear(4, 6), torch.nn.Linear(6, 5), torch.nn.Linear(9, 3)])
        self.double()
        with torch.no_grad():
            for number, layer in enumerate(self.layers, start=1):
                layer.weight.copy_(torch.tensor(state[f"dense_{number}.kernel"].T.copy()))
                layer.bias.copy_(torch.tensor(state[f"dense_{number}.bias"]))

    def forward(self, x: Tensor) -> Tensor:
        hidden = torch.tanh(self.layers[1](torch.relu(self.layers[0](x))))
        return self.layers[2](torch.cat([hidden, x], dim=1))


def compare_runs(name: str, optimizer: Optimizer, **settings: Any) -> float:
    """The worst difference between weights after 20 epochs here and in PyTorch's eager loop."""
    rng = np.random.default_rng(1)
    X, classes = rng.normal(size=(23, 4)), rng.integers(0, 3, 23)
    network = Network(skipping(), seed=0, dtype="float64")
    model = Skipping(network.state_dict())
    peer = PEERS[name](model.parameters(), optimizer)
    config = TrainingConfig(optimizer=optimizer, batch_size=5, epochs=20, shuffle=False, **settings)
    for _ in Trainer(network, Dataset.from_arrays(X, np.eye(3)[classes]), config).run():
        pass
    for _ in range(20):
        for start in range(0, 23, 5):
            batch = slice(start, start + 5)
            loss = torch.nn.functional.cross_entropy(model(torch.tensor(X[batch])), torch.tensor(classes[batch]))
            peer.zero_grad()
            loss.backward()
            if "clip_value" in settings:
                torch.nn.utils.clip_grad_value_(model.parameters(), settings["clip_value"])
            if "clip_norm" in settings:
                torch.nn.utils.clip_grad_norm_(model.parameters(), settings["clip_norm"])
            peer.step()
    worst = 0.0
    for number, layer in enumerate(model.layers, start=1):
        state = network.state_dict()
        worst = max(worst, float(np.abs(state[f"dense_{number}.kernel"] - layer.weight.detach().numpy().T).max()))
        worst = max(worst, float(np.abs(state[f"dense_{number}.bias"] - layer.bias.detach().numpy()).max()))
    return worst


@pytest.mark.parametrize(("name", "optimizer"), CASES, ids=str)
def test_a_whole_run_with_skips_and_a_last_smaller_batch(
    name: str, optimizer: Optimizer, parity: Callable[[str, float, float], None]
) -> None:
    parity(f"whole run, {name}", compare_runs(name, optimizer), TOLERANCE)


@pytest.mark.parametrize("settings", CLIPPED, ids=str)
@pytest.mark.parametrize("name", list(Optimizer.kinds()))
def test_a_whole_run_with_clipped_gradients(
    name: str, settings: dict[str, float], parity: Callable[[str, float, float], None]
) -> None:
    optimizer = SETTINGS[name][-1]
    parity(f"clipped run, {name}", compare_runs(name, optimizer, **settings), TOLERANCE)
