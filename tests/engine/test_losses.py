"""Every loss: derivative, fusion with its activation, far out, targets it refuses; and values by hand."""

from __future__ import annotations

import contextlib
import math

import numpy as np
import pytest

from engine.activations import ActivationFunction
from engine.errors import DataError
from engine.losses import (
    BinaryCrossentropy,
    CategoricalCrossentropy,
    Huber,
    Loss,
    LossSlot,
    SparseCategoricalCrossentropy,
)
from tests.engine.numerical import TOLERANCE, numerical_gradient, relative_error

LOSSES = [
    *(kind() for kind in Loss.kinds().values()),
    BinaryCrossentropy(label_smoothing=0.2),
    CategoricalCrossentropy(label_smoothing=0.2),
    Huber(delta=0.3),
    SparseCategoricalCrossentropy(label_smoothing=0.2),
]
"""Every kind, and every option with another value than its default."""


def loss_id(loss: Loss) -> str:
    options = [f"{field.name}={getattr(loss, field.name):g}" for field in loss.hyperparameters()]
    return " ".join([loss.name, *options]) if loss != type(loss)() else loss.name


every_loss = pytest.mark.parametrize("loss", LOSSES, ids=loss_id)
fused = pytest.mark.parametrize("loss", [loss for loss in LOSSES if loss.fuses], ids=loss_id)
every_shape = pytest.mark.parametrize("shape", [(1, 1), (5, 3), (2, 4, 3), (2, 40)])


def example(loss: Loss, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logits, the predictions that suit the loss, and targets that it takes."""
    rng = np.random.default_rng(5)
    logits = rng.normal(size=shape)
    suited = ActivationFunction.resolve(loss.suits[0] if loss.suits else "linear")
    prediction = np.empty_like(logits)
    suited.forward(logits, prediction)
    return logits, prediction, target_for(loss, shape, rng)


def target_for(loss: Loss, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Class numbers where the loss wants them, and else the first of some arrays that it does not refuse."""
    if loss.target_shape((2,)) == (1,):
        return rng.integers(0, shape[-1], (*shape[:-1], 1)).astype(float)
    drawn = (
        rng.normal(size=shape),
        np.abs(rng.normal(size=shape)) - 0.5,
        rng.choice([-1.0, 1.0], size=shape),
        rng.choice([0.0, 1.0, 0.3], size=shape),
        rng.dirichlet(np.ones(shape[-1]), size=shape[:-1]),
    )
    for target in drawn:
        with contextlib.suppress(DataError):
            loss.check_targets(target)
            return target
    raise AssertionError(f"no targets for {loss.name}")


def value_and_gradient(
    loss: Loss,
    prediction: np.ndarray,
    target: np.ndarray,
    logits: np.ndarray | None = None,
    scale: float = 1.0,
    weights: np.ndarray | None = None,
) -> tuple[float, np.ndarray]:
    gradient = np.full_like(prediction, np.nan)
    kernel = loss.kernel(LossSlot(prediction, target, gradient, logits, scale))
    with np.errstate(all="ignore"):
        if weights is None:
            value = kernel.value()
            kernel.backward()
        else:
            value = kernel.weighted_value(weights)
            kernel.weighted_backward(weights)
    return value, gradient


def test_every_option_is_among_the_examples() -> None:
    tried = {(loss.name, field.name) for loss in LOSSES for field in loss.hyperparameters()
             if getattr(loss, field.name) != field.default}  # fmt: skip
    assert tried == {(name, field.name) for name, kind in Loss.kinds().items() for field in kind.hyperparameters()}


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


def far_out(name: str, dtype: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Logits, predictions, and targets that are right and wrong."""
    logits = np.array([[1e4, -1e4, 0.0], [-1e4, 1e4, -1e4]], dtype)
    prediction = np.empty_like(logits)
    with np.errstate(all="ignore"):
        ActivationFunction.resolve(Loss.resolve(name).fuses).forward(logits, prediction)
    right, wrong = (np.eye(3, dtype=dtype)[classes] for classes in ([0, 1], [1, 2]))
    arrange = Loss.resolve(name).arrange
    return logits, prediction, arrange(right, (3,)), arrange(wrong, (3,))


@pytest.mark.parametrize("name", [name for name, kind in Loss.kinds().items() if kind.fuses])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_from_logits_is_exact_far_out(name: str, dtype: str) -> None:
    loss = Loss.resolve(name)
    logits, prediction, right, wrong = far_out(name, dtype)
    # Binary: the logit of 0 costs ln 2, and each of the logits that are wrong by 1e4 costs 1e4.
    terms, at_zero = (6, math.log(2)) if loss.fuses == "sigmoid" else (2, 0.0)
    value, gradient = value_and_gradient(loss, prediction, right, logits)
    assert value == pytest.approx(at_zero / terms, abs=1e-6 if dtype == "float32" else 1e-14)
    assert np.abs(gradient).max() <= 0.5 / terms
    value, gradient = value_and_gradient(loss, prediction, wrong, logits)
    assert value == pytest.approx((at_zero + 4 * 1e4) / terms, rel=1e-6)
    assert np.abs(gradient).max() == pytest.approx(1 / terms, rel=1e-6)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_smoothed_targets_are_exact_far_out(dtype: str) -> None:
    """Of 3 classes, smoothed by 0.3, each wrong one has 0.1: 0.1 (2e4 + 1e4) and 0.1 (2e4 + 2e4), over 2 rows."""
    for kind in (CategoricalCrossentropy, SparseCategoricalCrossentropy):
        logits, prediction, right, _ = far_out(kind.name, dtype)
        value, gradient = value_and_gradient(kind(label_smoothing=0.3), prediction, right, logits)
        assert value == pytest.approx(3500, rel=1e-6)
        assert np.abs(gradient * 2 - [[0.2, -0.1, -0.1], [-0.1, 0.2, -0.1]]).max() <= 1e-6


@every_loss
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_predictions_far_out_give_finite_numbers_in_their_own_type(loss: Loss, dtype: str) -> None:
    _, _, target = example(loss, (5, 3))
    target = target.astype(dtype)
    z = np.resize(np.array([1e4, -1e4, 0.0, 1e-30], dtype), (5, 3))
    for given in (None, z) if loss.fuses else (None,):
        a = z.copy()
        if loss.suits:
            with np.errstate(all="ignore"):
                ActivationFunction.resolve(loss.suits[0]).forward(z, a)
        value, gradient = value_and_gradient(loss, a, target, given)
        assert math.isfinite(value)
        assert gradient.dtype == dtype
        assert np.isfinite(gradient).all()


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
def test_the_loss_of_a_batch_is_combined_from_its_parts(loss: Loss) -> None:
    """Sample by sample, and in uneven parts; a mean, but for a loss that says it is none."""
    logits, prediction, target = example(loss, (6, 3))
    for given in (None, logits if loss.fuses else None):

        def part(chosen: slice, given: np.ndarray | None = given) -> float:
            chosen_logits = None if given is None else given[chosen]
            return value_and_gradient(loss, prediction[chosen], target[chosen], chosen_logits)[0]

        whole = part(slice(None))
        each = [part(slice(i, i + 1)) for i in range(6)]
        assert bool(whole == pytest.approx(np.mean(each), rel=1e-12)) is loss.mean_over_batch
        assert loss.combine(each, [1] * 6) == pytest.approx(whole, rel=1e-12)
        assert loss.combine([part(slice(4)), part(slice(4, 6))], [4, 2]) == pytest.approx(whole, rel=1e-12)


@every_loss
@every_shape
def test_sample_weights_multiply_each_samples_terms(loss: Loss, shape: tuple[int, ...]) -> None:
    """sum(w l) / n; a weight of 2 is a sample twice, in the sum that the mean divides."""
    logits, prediction, target = example(loss, shape)
    if shape == (1, 1) and "softmax" in loss.suits:
        prediction = np.array([[0.6]])
    weights = np.random.default_rng(1).choice([0.0, 0.5, 2.0], size=(*shape[:-1], 1))
    value, gradient = value_and_gradient(loss, prediction, target, weights=weights)
    if loss.mean_over_batch:
        rows = zip(prediction.reshape(-1, 1, shape[-1]), target.reshape(-1, 1, target.shape[-1]), strict=True)
        each = np.array([value_and_gradient(loss, *row)[0] for row in rows])
        assert value == pytest.approx(np.mean(each * weights.reshape(-1)), rel=1e-12, abs=1e-15)
    numerical = numerical_gradient(
        lambda: value_and_gradient(loss, prediction, target, weights=weights)[0], prediction, 1e-6
    )
    assert relative_error(gradient, numerical) <= TOLERANCE
    if loss.fuses and shape != (1, 1):
        fused_value, fused_gradient = value_and_gradient(loss, prediction, target, logits, weights=weights)
        assert fused_value == pytest.approx(value, abs=1e-10)
        through_activation = np.empty_like(gradient)
        ActivationFunction.resolve(loss.fuses).backward(gradient, logits, prediction, through_activation)
        assert np.abs(fused_gradient - through_activation).max() <= 1e-10


@every_loss
def test_weights_of_1_change_nothing(loss: Loss) -> None:
    logits, prediction, target = example(loss, (5, 3))
    for given in (None, logits) if loss.fuses else (None,):
        plain = value_and_gradient(loss, prediction, target, given)
        weighted = value_and_gradient(loss, prediction, target, given, weights=np.ones((5, 1)))
        assert weighted[0] == pytest.approx(plain[0], rel=1e-13)
        assert np.abs(weighted[1] - plain[1]).max() <= 1e-15


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
