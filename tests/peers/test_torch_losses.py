"""Every loss against PyTorch in float64: value and gradient, from predictions and from logits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from engine.activations import ActivationFunction
from engine.losses import Loss
from tests.engine.test_losses import example, value_and_gradient

pytestmark = pytest.mark.peer

Tensor = Any

Function = Callable[[Tensor, Tensor], Tensor]
TOLERANCE = 1e-10


def categorical(prediction: Tensor, target: Tensor) -> Tensor:
    """Keras's form on probabilities, which PyTorch has only on logits."""
    return -(target * prediction.log()).sum(-1).mean()


def categorical_from_logits(logits: Tensor, target: Tensor) -> Tensor:
    classes = logits.shape[-1]
    return torch.nn.functional.cross_entropy(logits.reshape(-1, classes), target.reshape(-1, classes))


LOSSES: dict[str, Function] = {
    "mse": torch.nn.functional.mse_loss,
    "binary_crossentropy": torch.nn.functional.binary_cross_entropy,
    "categorical_crossentropy": categorical,
}
FROM_LOGITS: dict[str, Function] = {
    "binary_crossentropy": torch.nn.functional.binary_cross_entropy_with_logits,
    "categorical_crossentropy": categorical_from_logits,
}


def worst_difference(
    function: Function, given: np.ndarray, target: np.ndarray, came: tuple[float, np.ndarray]
) -> float:
    tensor = torch.tensor(given, requires_grad=True)
    value = function(tensor, torch.tensor(target))
    value.backward()
    return max(abs(came[0] - value.item()), float(np.abs(came[1] - tensor.grad.numpy()).max()))


@pytest.mark.parametrize("name", list(Loss.kinds()))
@pytest.mark.parametrize("shape", [(5, 3), (2, 4, 3), (1, 1)])
def test_loss(name: str, shape: tuple[int, ...], parity: Callable[[str, float, float], None]) -> None:
    loss = Loss.resolve(name)
    if name not in LOSSES or (loss.fuses and name not in FROM_LOGITS):
        pytest.fail(f"{name} has no counterpart in PyTorch. Add it to tests/peers/test_torch_losses.py.")
    logits, prediction, target = example(loss, shape)
    worst = worst_difference(LOSSES[name], prediction, target, value_and_gradient(loss, prediction, target))
    if loss.fuses:
        fused = value_and_gradient(loss, prediction, target, logits)
        worst = max(worst, worst_difference(FROM_LOGITS[name], logits, target, fused))
    parity(f"loss {name}", worst, TOLERANCE)


@pytest.mark.parametrize("name", list(FROM_LOGITS))
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_from_logits_far_out(name: str, dtype: str) -> None:
    loss = Loss.resolve(name)
    rng = np.random.default_rng(0)
    logits = (rng.normal(size=(40, 5)) * np.logspace(0, 4, 40)[:, None]).astype(dtype)
    target = np.eye(5, dtype=dtype)[rng.integers(0, 5, 40)]
    prediction = np.empty_like(logits)
    with np.errstate(all="ignore"):
        ActivationFunction.resolve(loss.fuses).forward(logits, prediction)
    value, gradient = value_and_gradient(loss, prediction, target, logits)
    tensor = torch.tensor(logits, requires_grad=True)
    wanted = FROM_LOGITS[name](tensor, torch.tensor(target))
    wanted.backward()
    accuracy = 1e-5 if dtype == "float32" else 1e-12
    assert value == pytest.approx(wanted.item(), rel=accuracy)
    assert np.abs(gradient - tensor.grad.numpy()).max() <= accuracy


def test_certainty_of_the_wrong_answer_is_clamped_as_in_pytorch() -> None:
    prediction, target = np.array([[0.0, 1.0, 1.0]]), np.array([[1.0, 0.0, 1.0]])
    came = value_and_gradient(Loss.resolve("binary_crossentropy"), prediction, target)
    largest = np.abs(came[1]).max()  # of the order 1e11
    assert worst_difference(LOSSES["binary_crossentropy"], prediction, target, came) <= 1e-8 * largest
    assert came[0] == pytest.approx(200 / 3)
