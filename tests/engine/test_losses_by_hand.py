"""Values of losses worked by hand, and the targets that each one takes and refuses."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.errors import DataError
from engine.losses import (
    BinaryCrossentropy,
    CategoricalCrossentropy,
    Hinge,
    Huber,
    Loss,
    LossSlot,
    MeanSquaredLogarithmicError,
    RootMeanSquaredError,
    SparseCategoricalCrossentropy,
)
from tests.engine.test_losses import value_and_gradient


@pytest.mark.parametrize(
    ("loss", "prediction", "target", "value", "gradient"),
    [
        # ((0.5 - 1)^2 + (2 - 0)^2) / 2
        ("mse", [0.5, 2.0], [1.0, 0.0], 2.125, [-0.5, 2.0]),
        # sqrt((3^2 + 4^2) / 2); d / (2 root)
        ("rmse", [3.0, 4.0], [0.0, 0.0], math.sqrt(12.5), [1.5 / math.sqrt(12.5), 2 / math.sqrt(12.5)]),
        # (0.5 + 2 + 0) / 3
        ("mae", [0.5, 2.0, 7.0], [1.0, 0.0, 7.0], 2.5 / 3, [-1 / 3, 1 / 3, 0.0]),
        # (ln 2 - ln 4)^2 / 2 and (ln 3 - ln 3)^2; 2 (ln 2 - ln 4) / 2 / 2
        ("msle", [1.0, 2.0], [3.0, 2.0], math.log(2) ** 2 / 2, [-math.log(2) / 2, 0.0]),
        # 0.5^2 / 2 and 2 - 1 / 2, over 2
        ("huber", [0.5, 2.0], [0.0, 0.0], (0.125 + 1.5) / 2, [0.25, 0.5]),
        # 0.1^2 / 2 and 0.2 (2 - 0.1), over 2
        (Huber(delta=0.2), [0.1, -2.0], [0.0, 0.0], (0.005 + 0.38) / 2, [0.05, -0.1]),
        # ln cosh 1 = ln((e + 1 / e) / 2), and far out |d| - ln 2
        ("log_cosh", [1.0, -500.0], [0.0, 0.0], (math.log(math.cosh(1)) + 500 - math.log(2)) / 2,
         [math.tanh(1) / 2, -0.5]),
        # -(ln 0.8 + ln (1 - 0.4)) / 2; (p - y) / (p (1 - p)) / 2
        ("binary_crossentropy", [0.8, 0.4], [1.0, 0.0], 0.3669845875401002, [-0.625, 0.8333333333333334]),
        # targets 0.9 and 0.1
        (BinaryCrossentropy(label_smoothing=0.2), [0.5, 0.5], [1.0, 0.0], math.log(2), [-0.8, 0.8]),
        # -ln 0.7; -y / p
        ("categorical_crossentropy", [0.7, 0.2, 0.1], [1.0, 0.0, 0.0], 0.35667494393873245, [-1 / 0.7, 0.0, 0.0]),
        # targets 0.8, 0.1, 0.1
        (CategoricalCrossentropy(label_smoothing=0.3), [0.8, 0.1, 0.1], [1.0, 0.0, 0.0],
         -0.8 * math.log(0.8) - 0.2 * math.log(0.1), [-1.0, -1.0, -1.0]),
        ("sparse_categorical_crossentropy", [0.7, 0.2, 0.1], [1.0], -math.log(0.2), [0.0, -5.0, 0.0]),
        (SparseCategoricalCrossentropy(label_smoothing=0.3), [0.8, 0.1, 0.1], [0.0],
         -0.8 * math.log(0.8) - 0.2 * math.log(0.1), [-1.0, -1.0, -1.0]),
        # 1 - 0.5, beyond the margin 0, and 1 + 0.5 on the wrong side
        ("hinge", [0.5, 2.0, 0.5], [1.0, 1.0, -1.0], 2 / 3, [-1 / 3, 0.0, 1 / 3]),
        ("squared_hinge", [0.5, 2.0, 0.5], [1.0, 1.0, -1.0], 2.5 / 3, [-1 / 3, 0.0, 1.0]),
        # 0.5 ln (0.5 / 0.25) + 0.5 ln (0.5 / 0.5) + 0 ln 0; -y / p
        ("kl_divergence", [0.25, 0.5, 0.25], [0.5, 0.5, 0.0], math.log(2) / 2, [-2.0, -1.0, 0.0]),
    ],
)  # fmt: skip
def test_by_hand(
    loss: str | Loss, prediction: list[float], target: list[float], value: float, gradient: list[float]
) -> None:
    came = value_and_gradient(Loss.resolve(loss), np.array([prediction]), np.array([target]))
    assert came[0] == pytest.approx(value, rel=1e-14)
    assert came[1][0].tolist() == pytest.approx(gradient, rel=1e-14)


def test_from_the_logits_of_a_softmax_divergence_and_crossentropy_have_one_gradient() -> None:
    rng = np.random.default_rng(0)
    logits, target = rng.normal(size=(4, 3)), rng.dirichlet(np.ones(3), size=4)
    prediction = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    divergence, entropy = (
        value_and_gradient(Loss.resolve(name), prediction, target, logits)
        for name in ("kl_divergence", "categorical_crossentropy")
    )
    assert np.array_equal(divergence[1], entropy[1])
    assert np.abs(divergence[1] - (prediction - target) / 4).max() <= 1e-16
    assert entropy[0] - divergence[0] == pytest.approx(-(target * np.log(target)).sum() / 4, rel=1e-12)
    assert value_and_gradient(Loss.resolve("kl_divergence"), prediction, prediction, logits)[0] <= 1e-16


def test_the_root_has_a_gradient_of_constant_length_and_none_at_0() -> None:
    target, direction = np.zeros((2, 2)), np.array([[1.0, -2.0], [0.5, 3.0]])
    for size in (1e-8, 1.0, 1e6):
        _, gradient = value_and_gradient(RootMeanSquaredError(), size * direction, target)
        assert np.linalg.norm(gradient) == pytest.approx(1 / math.sqrt(4), rel=1e-12)
    assert value_and_gradient(RootMeanSquaredError(), target, target) == (0.0, pytest.approx(np.zeros((2, 2))))


def test_logarithms_below_their_domain_are_held() -> None:
    """From a = -1 on downwards the function is flat: a value that does not grow, and no gradient."""
    loss = MeanSquaredLogarithmicError()
    values = [value_and_gradient(loss, np.array([[a]]), np.array([[0.0]])) for a in (-1.0, -2.0, -1e4)]
    assert [value for value, _ in values] == [pytest.approx(math.log(1e-7) ** 2, rel=1e-8)] * 3
    assert [gradient[0, 0] for _, gradient in values] == [0.0] * 3


@pytest.mark.parametrize("size", [1e-3, 1e-6])
def test_log_cosh_keeps_small_differences_in_float32(size: float) -> None:
    value, _ = value_and_gradient(Loss.resolve("log_cosh"), np.array([[size]], "float32"), np.zeros((1, 1), "float32"))
    assert value == pytest.approx(size * size / 2, rel=2e-2, abs=1e-10)


@pytest.mark.parametrize(
    ("name", "target", "message"),
    [
        ("binary_crossentropy", [[0.0], [2.0]], "from 0 to 1. Received 2 in row 2."),
        ("binary_crossentropy", [[-1.0], [1.0]], "Received -1 in row 1."),
        ("categorical_crossentropy", [[1.0, 0.0], [1.0, 1.0]], r"\(one-hot\). Received 1 1 in row 2."),
        ("categorical_crossentropy", [[2.0, -1.0]], "one-hot.* Received 2 -1 in row 1."),
        ("categorical_crossentropy", [[[1.0, 0.0], [1.0, 1.0]]], "Received 1 1 in row 1."),
        ("categorical_crossentropy", [[1.0] + [0.0] * 8, [1.0] * 9], "Received 1 1 1 1 1 1 1 1 ... in row 2."),
        ("categorical_crossentropy", [[math.nan, 1.0]], "Received nan 1 in row 1."),
        ("kl_divergence", [[0.5, 0.4]], "Kullback-Leibler divergence needs .* Received 0.5 0.4 in row 1."),
        ("msle", [[0.0], [-1.0]], "needs targets above -1. Received -1 in row 2."),
        ("hinge", [[1.0], [0.5]], "Hinge needs targets of -1 and 1, or of 0 and 1. Received 0.5 in row 2."),
        ("hinge", [[1.0, 0.0], [1.0, 0.5]], "Hinge needs .* Received 0.5 in row 2."),
        ("squared_hinge", [[0.0], [-1.0]], "Squared hinge needs targets of .* Received 0 in row 1."),
    ],
)
def test_targets_outside_the_definition_are_refused(name: str, target: list, message: str) -> None:
    with pytest.raises(DataError, match=message):
        Loss.resolve(name).check_targets(np.array(target))


def test_hinge_takes_0_and_1_for_no_and_yes() -> None:
    for targets in ([[0.0], [1.0]], [[-1.0], [1.0]]):
        arranged = Hinge().arrange(np.array(targets, "float32"), (1,))
        assert arranged.dtype == np.float32
        assert arranged.tolist() == [[-1.0], [1.0]]
        Hinge().check_targets(arranged)


@pytest.mark.parametrize("targets", [[[2.0], [0.0]], [2.0, 0.0], [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]])
def test_class_numbers_come_as_a_column_in_a_row_or_one_hot(targets: list) -> None:
    loss = SparseCategoricalCrossentropy()
    array = np.array(targets)
    assert loss.accepts(array.shape[1:], (3,))
    assert loss.arrange(array, (3,)).tolist() == [[2.0], [0.0]]
    assert not loss.accepts((2,), (3,))


def test_class_numbers_of_sequences() -> None:
    loss, numbers = SparseCategoricalCrossentropy(), np.array([[2.0, 0.0], [1.0, 1.0]])
    assert loss.target_shape((2, 3)) == (2, 1)
    for given in (numbers, numbers[..., None], np.eye(3)[numbers.astype(int)]):
        assert loss.accepts(given.shape[1:], (2, 3))
        assert np.array_equal(loss.arrange(given, (2, 3)), numbers[..., None])


@pytest.mark.parametrize(
    ("targets", "message"),
    [
        ([[0.0], [3.0]], "class numbers, whole and from 0 to 2. Received 3 in row 2."),
        ([[-1.0], [1.0]], "from 0 to 2. Received -1 in row 1."),
        ([0.0, 1.0, 0.5], "from 0 to 2. Received 0.5 in row 3."),
        ([[math.nan]], "from 0 to 2. Received nan in row 1."),
        ([[1.0, 0.0, 0.0], [0.5, 0.5, 0.0]], "rows with one 1 and else 0. Received 0.5 0.5 0 in row 2."),
        ([[1.0, 1.0, 0.0]], "Received 1 1 0 in row 1."),
        ([[0.0, 0.0, 0.0]], "Received 0 0 0 in row 1."),
    ],
)
def test_class_numbers_that_are_none_are_refused(targets: list, message: str) -> None:
    with pytest.raises(DataError, match=message):
        SparseCategoricalCrossentropy().arrange(np.array(targets), (3,))


def test_a_kernel_binds_targets_of_the_shape_that_its_loss_tells() -> None:
    for kind in Loss.kinds().values():
        prediction = np.full((2, 4, 3), 1 / 3, "float32")
        target = np.zeros((2, *kind().target_shape((4, 3))), "float32")
        kernel = kind().kernel(LossSlot(prediction, target, np.empty_like(prediction)))
        assert isinstance(kernel.value(), float)
