"""Results from public sources that the engine must reproduce; shared/references.md names them."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.datasets import load_iris

from engine.data import Dataset
from engine.events import BatchEnd, EpochEnd
from engine.graph import Graph
from engine.layers import Activation, Add, Concatenate, Dense, Input, Output
from engine.network import Network
from engine.optimizers import SGD, Adam
from engine.trainer import Trainer
from engine.training_config import TrainingConfig
from tests.engine.networks import chain

XOR_INPUTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR_TARGETS = np.array([[0.0], [1.0], [1.0], [0.0]])


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def xor_by_hand(learning_rate: float, epochs: int, W1: np.ndarray, W2: np.ndarray) -> tuple[list[float], np.ndarray]:
    """Reference 1 as it is taught, columns being samples: the loss before each step, and the outputs at the end."""
    X, Y = XOR_INPUTS.T, XOR_TARGETS.T
    b1, b2 = np.zeros((3, 1)), np.zeros((1, 1))
    losses = []
    for _ in range(epochs):
        A1 = sigmoid(W1 @ X + b1)
        A2 = sigmoid(W2 @ A1 + b2)
        losses.append(-float((Y * np.log(A2) + (1 - Y) * np.log(1 - A2)).mean()))
        dZ2 = A2 - Y
        dZ1 = (W2.T @ dZ2) * A1 * (1 - A1)
        W2 = W2 - learning_rate * (dZ2 @ A1.T) / 4
        b2 = b2 - learning_rate * dZ2.mean(axis=1, keepdims=True)
        W1 = W1 - learning_rate * (dZ1 @ X.T) / 4
        b1 = b1 - learning_rate * dZ1.mean(axis=1, keepdims=True)
    return losses, sigmoid(W2 @ sigmoid(W1 @ X + b1) + b2)[0]


@pytest.mark.parametrize(
    ("learning_rate", "printed"), [(0.1, [0.499, 0.500, 0.500, 0.501]), (1.0, [0.002, 0.999, 0.999, 0.001])]
)
def test_xor_by_hand_step_for_step(learning_rate: float, printed: list[float]) -> None:
    """Reference 1: at 0.1 it does not learn within 10,000 epochs, at 1.0 it does."""
    random = np.random.RandomState(0)
    W1, W2 = random.randn(3, 2) * 0.1, random.randn(1, 3) * 0.1
    wanted, outputs = xor_by_hand(learning_rate, 10_000, W1, W2)

    graph = chain(2, 3, 1, hidden="sigmoid", last="sigmoid", loss="binary_crossentropy")
    network = Network(graph, dtype="float64")
    state = {"dense_1.kernel": W1.T, "dense_1.bias": np.zeros(3), "dense_2.kernel": W2.T, "dense_2.bias": np.zeros(1)}
    network.load_state_dict(state)
    config = TrainingConfig(optimizer=SGD(learning_rate=learning_rate), batch_size=4, epochs=10_000, shuffle=False)
    run = Trainer(network, Dataset.from_arrays(XOR_INPUTS, XOR_TARGETS), config)
    came = [event.loss for event in run.run() if isinstance(event, BatchEnd)]
    assert np.abs(np.array(came) - wanted).max() <= 1e-9
    assert np.abs(network.predict(XOR_INPUTS)[:, 0] - outputs).max() <= 1e-9
    assert np.abs(network.predict(XOR_INPUTS)[:, 0] - printed).max() <= 1e-3


def mazur() -> tuple[Network, Dataset]:
    """Reference 2: 2-2-2 whose biases are constants, fed by inputs of their own and so not trained.

    Half the squared error summed over two outputs is their mean squared error.
    """
    graph = Graph()
    last = graph.add(Input(shape=(2,)), id="x")
    for number in (1, 2):
        constant = graph.add(Input(shape=(2,)), id=f"b{number}")
        product = graph.add(Dense(units=2, use_bias=False), after=last, id=f"w{number}")
        net = graph.add(Add(), after=[product, constant], id=f"net{number}")
        last = graph.add(Activation(function="sigmoid"), after=net, id=f"out{number}")
    graph.add(Output(loss="mse"), after=last, id="y")
    network = Network(graph, dtype="float64")
    network.load_state_dict({"w1.kernel": [[0.15, 0.25], [0.20, 0.30]], "w2.kernel": [[0.40, 0.50], [0.45, 0.55]]})
    X = {"x": np.array([[0.05, 0.10]]), "b1": np.full((1, 2), 0.35), "b2": np.full((1, 2), 0.60)}
    return network, Dataset.from_arrays(X, np.array([[0.01, 0.99]]))


def test_mazurs_worked_example() -> None:
    network, data = mazur()
    run = Trainer(network, data, TrainingConfig(optimizer=SGD(learning_rate=0.5), batch_size=1, epochs=10_000))
    assert network.predict(data.inputs)[0].tolist() == pytest.approx([0.75136507, 0.77292847], abs=5e-9)
    hidden = network.plan(1).kernels["out1"].output[0]
    assert hidden.tolist() == pytest.approx([0.59326999, 0.59688438], abs=5e-9)
    assert network.loss(data.inputs, data.targets) == pytest.approx(0.2983711088, abs=5e-11)

    events = run.run()
    next(events)
    state = network.state_dict()
    assert state["w2.kernel"].T.ravel().tolist() == pytest.approx(
        [0.35891648, 0.408666186, 0.511301270, 0.561370121], abs=5e-9
    )
    assert state["w1.kernel"].T.ravel().tolist() == pytest.approx(
        [0.14978072, 0.19956143, 0.24975114, 0.29950229], abs=5e-9
    )
    assert network.loss(data.inputs, data.targets) == pytest.approx(0.2910277737, abs=5e-11)

    for _ in events:
        pass
    assert network.loss(data.inputs, data.targets) == pytest.approx(3.510188e-5, abs=5e-12)


def shortcut_xor() -> Graph:
    """Reference 6: 2-1-1 in which the inputs are also connected to the output directly."""
    graph = Graph()
    x = graph.add(Input(shape=(2,)))
    hidden = graph.add(Dense(units=1, activation="sigmoid"), after=x)
    both = graph.add(Concatenate(), after=[x, hidden])
    graph.add(Output(loss="mse"), after=graph.add(Dense(units=1, activation="sigmoid"), after=both))
    return graph


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("batch_size", "learning_rate"),
    [(4, 2.0), (1, 1.0)],
    ids=["all four at once", "as SNNS, one by one"],
)
def test_xor_with_shortcuts_is_solved_in_2000_cycles(seed: int, batch_size: int, learning_rate: float) -> None:
    """SNNS trains on half the squared error, so its learning rate of 2.0 is 1.0 on the squared error."""
    config = TrainingConfig(optimizer=SGD(learning_rate=learning_rate), batch_size=batch_size, epochs=2000, seed=seed)
    network = Network(shortcut_xor(), seed=seed)
    for _ in Trainer(network, Dataset.from_arrays(XOR_INPUTS, XOR_TARGETS), config).run():
        pass
    assert np.abs(network.predict(XOR_INPUTS) - XOR_TARGETS).max() < 0.2


@pytest.mark.parametrize(
    ("optimizer", "loss"),
    [(Adam(learning_rate=0.01), 0.045), (SGD(learning_rate=0.2, momentum=0.9), 0.050)],
    ids=["Adam", "SGD with momentum"],
)
@pytest.mark.parametrize("seed", range(3))
def test_iris_reaches_the_region_of_the_training_curve_example(optimizer: Adam | SGD, loss: float, seed: int) -> None:
    """Reference 5: scikit-learn's example with min-max scaling and 100 ReLU units, 400 epochs of one batch."""
    X, classes = load_iris(return_X_y=True)
    X = (X - X.min(axis=0)) / (X.max(axis=0) - X.min(axis=0))
    graph = chain(4, 100, 3, hidden="relu", last="softmax", loss="categorical_crossentropy")
    config = TrainingConfig(optimizer=optimizer, batch_size=200, epochs=400, seed=seed)
    run = Trainer(Network(graph, seed=seed), Dataset.from_arrays(X, np.eye(3)[classes]), config)
    (end,) = (event for event in run.run() if isinstance(event, EpochEnd) and event.epoch == 400)
    assert end.loss == pytest.approx(loss, abs=0.01)
    assert end.accuracy is not None
    assert end.accuracy >= 0.97
