"""Every loss: derivative, fusion with its activation, far out, targets it refuses; and values by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.activations import ActivationFunction
from engine.errors import DataError
from engine.losses import Loss
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

LOSSES = [kind() for kind in Loss.kinds().values()]
every_loss = pytest.mark.parametrize("loss", LOSSES, ids=lambda loss: loss.name)
fused = pytest.mark.parametrize("loss", [loss for loss in LOSSES if loss.fuses], ids=lambda loss: loss.name)
every_shape = pytest.mark.parametrize("shape", [(1, 1), (5, 3), (2, 4, 3), (2, 40)])


def example(loss: Loss, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logits, the predictions that suit the loss, and targets that it takes."""
    rng = np.random.default_rng(5)
    logits = rng.normal(size=shape)
    suited = ActivationFunction.resolve(loss.suits[0] if loss.suits else "linear")
    prediction = np.empty_like(logits)
    suited.forward(logits, prediction)
    target = rng.normal(size=shape)
    if suited.name == "sigmoid":
        target = rng.choice([0.0, 1.0, 0.3], size=shape)
    elif suited.name == "softmax":
        target = rng.dirichlet(np.ones(shape[-1]), size=shape[:-1])
    loss.check_targets(target)
    return logits, prediction, target


def value_and_gradient(
    loss: Loss, prediction: np.ndarray, target: np.ndarray, logits: np.ndarray | None = None, scale: float = 1.0
) -> tuple[float, np.ndarray]:
    gradient = np.full_like(prediction, np.nan)
    kernel = loss.kernel(prediction, target, gradient, logits, scale)
    with np.errstate(all="ignore"):
        value = kernel.value()
        kernel.backward()
    return value, gradient


@every_loss
@every_shape
def test_gradient_equals_finite_differences(loss: Loss, shape: tuple[int, ...]) -> None:
    _, prediction, target = example(loss, shape)
    if shape == (1, 1) and "softmax" in loss.suits:
        prediction = np.array([[0.6]])  # a softmax of one unit stands at 1, where no difference can go up
    _, gradient = value_and_gradient(loss, prediction, target)
    numerical = numerical_gradient(lambda: value_and_gradient(loss, prediction, target)[0], prediction, 1e-6)
    assert relative_error(gradient, numerical) <= TOLERANCE


@fused
@every_shape
def test_from_logits_is_as_from_predictions(loss: Loss, shape: tuple[int, ...]) -> None:
    logits, prediction, target = example(loss, shape)
    value, gradient = value_and_gradient(loss, prediction, target)
    fused_value, fused_gradient = value_and_gradient(loss, prediction, target, logits)
    through_activation = np.empty_like(gradient)
    ActivationFunction.resolve(loss.fuses).backward(gradient, logits, prediction, through_activation)
    assert fused_value == pytest.approx(value, abs=1e-10)
    assert np.abs(fused_gradient - through_activation).max() <= 1e-10


@fused
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_from_logits_is_exact_far_out(loss: Loss, dtype: str) -> None:
    logits = np.array([[1e4, -1e4, 0.0], [-1e4, 1e4, -1e4]], dtype)
    prediction = np.empty_like(logits)
    with np.errstate(all="ignore"):
        ActivationFunction.resolve(loss.fuses).forward(logits, prediction)
    right = np.array([[1, 0, 0], [0, 1, 0]], dtype)
    wrong = np.array([[0, 1, 0], [0, 0, 1]], dtype)
    terms = {"binary_crossentropy": 6, "categorical_crossentropy": 2}[loss.name]
    # Binary: the logit of 0 costs ln 2, and each of the logits that are wrong by 1e4 costs 1e4.
    at_zero, mistakes = {
        "binary_crossentropy": (math.log(2), (4 * 1e4)),
        "categorical_crossentropy": (0.0, 4 * 1e4),
    }[loss.name]
    value, gradient = value_and_gradient(loss, prediction, right, logits)
    assert value == pytest.approx(at_zero / terms, abs=1e-6 if dtype == "float32" else 1e-14)
    assert np.abs(gradient).max() <= 0.5 / terms
    value, gradient = value_and_gradient(loss, prediction, wrong, logits)
    assert value == pytest.approx((at_zero + mistakes) / terms, rel=1e-6)
    assert np.abs(gradient).max() == pytest.approx(1 / terms, rel=1e-6)


@pytest.mark.parametrize("gap", [80.0, 86.0, 90.0, 100.0, 110.0, 500.0])
def test_softmax_crossentropy_where_probabilities_vanish_in_float32(gap: float) -> None:
    logits = np.array([[0.0, gap], [1.0, 2.0]], "float32")
    prediction = np.empty_like(logits)
    ActivationFunction.resolve("softmax").forward(logits, prediction)
    target = np.array([[1, 0], [0, 1]], "float32")
    value, _ = value_and_gradient(Loss.resolve("categorical_crossentropy"), prediction, target, logits)
    assert value == pytest.approx((gap + math.log1p(math.exp(-1))) / 2, rel=1e-6)


@every_loss
def test_scale_multiplies_value_and_gradient(loss: Loss) -> None:
    logits, prediction, target = example(loss, (5, 3))
    for given in (None, logits if loss.fuses else None):
        value, gradient = value_and_gradient(loss, prediction, target, given)
        scaled_value, scaled_gradient = value_and_gradient(loss, prediction, target, given, scale=2.5)
        assert scaled_value == pytest.approx(2.5 * value, rel=1e-14)
        assert scaled_gradient == pytest.approx(2.5 * gradient, rel=1e-14)


@every_loss
def test_the_loss_is_a_mean_over_the_batch(loss: Loss) -> None:
    logits, prediction, target = example(loss, (6, 3))
    for given in (None, logits if loss.fuses else None):
        each = [
            value_and_gradient(loss, prediction[[i]], target[[i]], None if given is None else given[[i]])[0]
            for i in range(6)
        ]
        assert value_and_gradient(loss, prediction, target, given)[0] == pytest.approx(np.mean(each), rel=1e-12)


@every_loss
def test_what_is_given_is_not_written(loss: Loss) -> None:
    given = example(loss, (5, 3))
    kept = [array.copy() for array in given]
    value_and_gradient(loss, given[1], given[2], given[0] if loss.fuses else None)
    assert all(np.array_equal(array, before) for array, before in zip(given, kept, strict=True))


@every_loss
def test_a_number_that_is_none_is_not_hidden(loss: Loss) -> None:
    logits, prediction, target = example(loss, (2, 3))
    logits[0, 0] = prediction[0, 0] = np.nan
    assert math.isnan(value_and_gradient(loss, prediction, np.ones_like(target))[0])
    if loss.fuses:
        assert math.isnan(value_and_gradient(loss, prediction, np.ones_like(target), logits)[0])


@pytest.mark.parametrize(
    ("name", "prediction", "target", "value", "gradient"),
    [
        # ((0.5 - 1)^2 + (2 - 0)^2) / 2
        ("mse", [0.5, 2.0], [1.0, 0.0], 2.125, [-0.5, 2.0]),
        # -(ln 0.8 + ln (1 - 0.4)) / 2; (p - y) / (p (1 - p)) / 2
        ("binary_crossentropy", [0.8, 0.4], [1.0, 0.0], 0.3669845875401002, [-0.625, 0.8333333333333334]),
        # -ln 0.7; -y / p
        ("categorical_crossentropy", [0.7, 0.2, 0.1], [1.0, 0.0, 0.0], 0.35667494393873245, [-1 / 0.7, 0.0, 0.0]),
    ],
)
def test_by_hand(name: str, prediction: list[float], target: list[float], value: float, gradient: list[float]) -> None:
    came = value_and_gradient(Loss.resolve(name), np.array([prediction]), np.array([target]))
    assert came[0] == pytest.approx(value, rel=1e-14)
    assert came[1][0].tolist() == pytest.approx(gradient, rel=1e-14)


@pytest.mark.parametrize(
    ("name", "target", "message"),
    [
        ("binary_crossentropy", [[0.0], [2.0]], "from 0 to 1. Received targets from 0 to 2"),
        ("binary_crossentropy", [[-1.0], [1.0]], "Received targets from -1 to 1"),
        ("categorical_crossentropy", [[1.0, 0.0], [1.0, 1.0]], r"\(one-hot\). Received a row with sum 2"),
        ("categorical_crossentropy", [[2.0, -1.0]], "one-hot"),
    ],
)
def test_targets_outside_the_definition_are_refused(name: str, target: list, message: str) -> None:
    with pytest.raises(DataError, match=message):
        Loss.resolve(name).check_targets(np.array(target))
