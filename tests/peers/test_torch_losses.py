"""Every loss against PyTorch in float64: value and gradient, from predictions and from logits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.activations import ActivationFunction
from engine.class_weights import GivenClassWeights
from engine.graph import Graph
from engine.layers import Dense, Input, Output
from engine.losses import Huber, Loss
from engine.network import Network
from tests.engine.networks import chain
from tests.engine.test_losses import LOSSES as EVERY_LOSS
from tests.engine.test_losses import example, loss_id, value_and_gradient

pytestmark = pytest.mark.peer

Tensor = Any
Function = Callable[[Any, Tensor, Tensor], Tensor]
"""Of the loss with its options, the prediction or its logits, and the target."""
TOLERANCE = 1e-10
functional = torch.nn.functional


def categorical(loss: Any, prediction: Tensor, target: Tensor) -> Tensor:
    """Keras's form on probabilities, which PyTorch has only on logits."""
    classes = prediction.shape[-1]
    target = target * (1 - loss.label_smoothing) + loss.label_smoothing / classes
    return -(target * prediction.log()).sum(-1).mean()


def categorical_from_logits(loss: Any, logits: Tensor, target: Tensor) -> Tensor:
    rows = logits.reshape(-1, logits.shape[-1])
    return functional.cross_entropy(rows, target.reshape(rows.shape), label_smoothing=loss.label_smoothing)


def sparse(loss: Any, prediction: Tensor, target: Tensor) -> Tensor:
    return categorical(loss, prediction, functional.one_hot(target[..., 0].long(), prediction.shape[-1]).double())


def sparse_from_logits(loss: Any, logits: Tensor, target: Tensor) -> Tensor:
    rows = logits.reshape(-1, logits.shape[-1])
    return functional.cross_entropy(rows, target.reshape(-1).long(), label_smoothing=loss.label_smoothing)


def binary(loss: Any, prediction: Tensor, target: Tensor) -> Tensor:
    return functional.binary_cross_entropy(prediction, smoothed(loss, target))


def binary_from_logits(loss: Any, logits: Tensor, target: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits, smoothed(loss, target))


def smoothed(loss: Any, target: Tensor) -> Tensor:
    return target * (1 - loss.label_smoothing) + loss.label_smoothing / 2


def divergence(loss: Any, prediction: Tensor, target: Tensor) -> Tensor:
    rows = prediction.reshape(-1, prediction.shape[-1])
    return functional.kl_div(rows.log(), target.reshape(rows.shape), reduction="batchmean")


def divergence_from_logits(loss: Any, logits: Tensor, target: Tensor) -> Tensor:
    rows = logits.reshape(-1, logits.shape[-1])
    return functional.kl_div(rows.log_softmax(-1), target.reshape(rows.shape), reduction="batchmean")


def logarithmic(loss: Any, prediction: Tensor, target: Tensor) -> Tensor:
    return functional.mse_loss(prediction.clamp(min=1e-7 - 1).log1p(), target.log1p())


LOSSES: dict[str, Function] = {
    "binary_crossentropy": binary,
    "categorical_crossentropy": categorical,
    "hinge": lambda loss, a, y: (1 - y * a).relu().mean(),
    "huber": lambda loss, a, y: functional.huber_loss(a, y, delta=loss.delta),
    "kl_divergence": divergence,
    "log_cosh": lambda loss, a, y: (a - y).cosh().log().mean(),
    "mae": lambda loss, a, y: functional.l1_loss(a, y),
    "mse": lambda loss, a, y: functional.mse_loss(a, y),
    "msle": logarithmic,
    "rmse": lambda loss, a, y: functional.mse_loss(a, y).sqrt(),
    "sparse_categorical_crossentropy": sparse,
    "squared_hinge": lambda loss, a, y: (1 - y * a).relu().square().mean(),
}
FROM_LOGITS: dict[str, Function] = {
    "binary_crossentropy": binary_from_logits,
    "categorical_crossentropy": categorical_from_logits,
    "kl_divergence": divergence_from_logits,
    "sparse_categorical_crossentropy": sparse_from_logits,
}


def worst_difference(
    function: Function, loss: Loss, given: np.ndarray, target: np.ndarray, came: tuple[float, np.ndarray]
) -> float:
    tensor = torch.tensor(given, requires_grad=True)
    value = function(loss, tensor, torch.tensor(target))
    value.backward()
    return max(abs(came[0] - value.item()), float(np.abs(came[1] - tensor.grad.numpy()).max()))


@pytest.mark.parametrize("loss", EVERY_LOSS, ids=loss_id)
@pytest.mark.parametrize("shape", [(5, 3), (2, 4, 3), (1, 1)])
def test_loss(loss: Loss, shape: tuple[int, ...], parity: Callable[[str, float, float], None]) -> None:
    name = loss.name
    if name not in LOSSES or (loss.fuses and name not in FROM_LOGITS):
        pytest.fail(f"{name} has no counterpart in PyTorch. Add it to tests/peers/test_torch_losses.py.")
    logits, prediction, target = example(loss, shape)
    worst = worst_difference(LOSSES[name], loss, prediction, target, value_and_gradient(loss, prediction, target))
    if loss.fuses:
        fused = value_and_gradient(loss, prediction, target, logits)
        worst = max(worst, worst_difference(FROM_LOGITS[name], loss, logits, target, fused))
    parity(f"loss {loss_id(loss)}", worst, TOLERANCE)


@pytest.mark.parametrize("loss", [loss for loss in EVERY_LOSS if loss.fuses], ids=loss_id)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_from_logits_far_out(loss: Loss, dtype: str) -> None:
    rng = np.random.default_rng(0)
    logits = (rng.normal(size=(40, 5)) * np.logspace(0, 4, 40)[:, None]).astype(dtype)
    target = loss.arrange(np.eye(5, dtype=dtype)[rng.integers(0, 5, 40)], (5,))
    prediction = np.empty_like(logits)
    with np.errstate(all="ignore"):
        ActivationFunction.resolve(loss.fuses).forward(logits, prediction)
    value, gradient = value_and_gradient(loss, prediction, target, logits)
    tensor = torch.tensor(logits, requires_grad=True)
    wanted = FROM_LOGITS[loss.name](loss, tensor, torch.tensor(target))
    wanted.backward()
    accuracy = 1e-5 if dtype == "float32" else 1e-12
    assert value == pytest.approx(wanted.item(), rel=accuracy)
    assert np.abs(gradient - tensor.grad.numpy()).max() <= accuracy


def test_certainty_of_the_wrong_answer_is_clamped_as_in_pytorch() -> None:
    prediction, target = np.array([[0.0, 1.0, 1.0]]), np.array([[1.0, 0.0, 1.0]])
    loss = Loss.resolve("binary_crossentropy")
    came = value_and_gradient(loss, prediction, target)
    largest = np.abs(came[1]).max()  # of the order 1e11
    assert worst_difference(LOSSES["binary_crossentropy"], loss, prediction, target, came) <= 1e-8 * largest
    assert came[0] == pytest.approx(200 / 3)


CLASS_WEIGHTED = [
    ("softmax", "categorical_crossentropy", 3),
    ("softmax", "sparse_categorical_crossentropy", 3),
    ("sigmoid", "binary_crossentropy", 1),
]


@pytest.mark.parametrize(("last", "loss", "units"), CLASS_WEIGHTED)
def test_class_weights(last: str, loss: str, units: int, parity: Callable[[str, float, float], None]) -> None:
    """PyTorch's weights of single samples, with the mean over the number of samples as Keras takes it."""
    rng = np.random.default_rng(0)
    numbers = rng.integers(0, max(2, units), 12)
    weights = np.array([0.5, 3.0, 1.25])[: max(2, units)]
    graph = chain(4, 5, units, last=last, loss=loss)
    weighted = graph["output_1"].layer.replace(class_weights=GivenClassWeights(values=weights.tolist()))
    graph.apply(graph.changed("output_1", weighted))
    network = Network(graph, dtype="float64")
    X, Y = rng.normal(size=(12, 4)), numbers[:, None] if units == 1 else np.eye(units)[numbers]
    parameters = {key: torch.tensor(array, requires_grad=True) for key, array in network.state_dict().items()}
    z = torch.tanh(torch.tensor(X) @ parameters["dense_1.kernel"] + parameters["dense_1.bias"])
    z = z @ parameters["dense_2.kernel"] + parameters["dense_2.bias"]
    if units == 1:
        each = functional.binary_cross_entropy_with_logits(z[:, 0], torch.tensor(numbers).double(), reduction="none")
    else:
        each = functional.cross_entropy(z, torch.tensor(numbers), reduction="none")
    value = (each * torch.tensor(weights)[numbers]).sum() / 12
    value.backward()
    gradients = network.gradients(X, Y)
    worst = max(np.abs(gradients[key] - tensor.grad.numpy()).max() for key, tensor in parameters.items())
    parity(f"class weights {loss}", max(float(worst), abs(network.loss(X, Y) - value.item())), TOLERANCE)


def test_two_outputs_with_losses_and_weights_of_their_own(parity: Callable[[str, float, float], None]) -> None:
    graph = Graph()
    hub = graph.add(Dense(units=5, activation="tanh"), after=graph.add(Input(shape=(4,))))
    kind = graph.add(Dense(units=3, activation="softmax"), after=hub, id="kind")
    size = graph.add(Dense(units=2), after=hub, id="size")
    graph.add(Output(loss="sparse_categorical_crossentropy", weight=0.3), after=kind, id="kinds")
    graph.add(Output(loss=Huber(delta=0.5), weight=2.0), after=size, id="sizes")
    network = Network(graph, dtype="float64")
    rng = np.random.default_rng(0)
    X, numbers, sizes = rng.normal(size=(7, 4)), rng.integers(0, 3, 7), rng.normal(size=(7, 2))
    Y = {"kinds": numbers, "sizes": sizes}
    parameters = {key: torch.tensor(array, requires_grad=True) for key, array in network.state_dict().items()}
    h = torch.tanh(torch.tensor(X) @ parameters["dense_1.kernel"] + parameters["dense_1.bias"])
    kinds, measured = (h @ parameters[f"{name}.kernel"] + parameters[f"{name}.bias"] for name in ("kind", "size"))
    value = 0.3 * functional.cross_entropy(kinds, torch.tensor(numbers))
    value = value + 2 * functional.huber_loss(measured, torch.tensor(sizes), delta=0.5)
    value.backward()
    gradients = network.gradients(X, Y)
    worst = max(np.abs(gradients[key] - tensor.grad.numpy()).max() for key, tensor in parameters.items())
    parity("two outputs", max(float(worst), abs(network.loss(X, Y) - value.item())), TOLERANCE)
