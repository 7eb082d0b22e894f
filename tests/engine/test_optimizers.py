"""Optimisers by hand, in blocks and in one piece, and with hyperparameters that change on the way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from engine.data import Dataset
from engine.errors import HyperparameterError
from engine.events import EpochEnd
from engine.optimizers import SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Nadam, Optimizer, RMSprop, Rprop, base
from engine.schedules import StepDecay
from tests.engine.networks import chain, trainer

VARIANTS = [
    SGD(momentum=0.9),
    SGD(momentum=0.9, nesterov=True),
    RMSprop(momentum=0.9),
    RMSprop(centered=True),
    RMSprop(momentum=0.9, centered=True),
]
DEFAULTS = [kind() for kind in Optimizer.kinds().values()]
DECAYING = [kind.replace(weight_decay=0.1) for kind in DEFAULTS + VARIANTS if not isinstance(kind, Rprop)]
every_optimizer = pytest.mark.parametrize("optimizer", DEFAULTS + VARIANTS + DECAYING, ids=repr)
every_decaying_optimizer = pytest.mark.parametrize("optimizer", DECAYING, ids=repr)


def walk(optimizer: Optimizer, gradients: Sequence[float], start: float = 1.0) -> list[float]:
    """The one parameter after each step."""
    parameter, gradient = np.array([start]), np.zeros(1)
    kernel = optimizer.kernel(parameter, gradient)
    path = []
    for value in gradients:
        gradient[0] = value
        kernel.step(optimizer.learning_rate)
        path.append(float(parameter[0]))
    return path


def test_plain_descent_by_hand() -> None:
    assert walk(SGD(learning_rate=0.1), [2.0, -1.0]) == pytest.approx([0.8, 0.9], rel=1e-15)


def test_momentum_by_hand() -> None:
    # v: 2, then 0.5·2 - 1 = 0, then 0.5·0 + 4 = 4
    path = walk(SGD(learning_rate=0.1, momentum=0.5), [2.0, -1.0, 4.0])
    assert path == pytest.approx([0.8, 0.8, 0.4], rel=1e-14)


def test_nesterov_by_hand() -> None:
    # v as above: 2, 0, 4; the step is g + 0.5 v: 3, -1, 6
    path = walk(SGD(learning_rate=0.1, momentum=0.5, nesterov=True), [2.0, -1.0, 4.0])
    assert path == pytest.approx([0.7, 0.8, 0.2], rel=1e-14)


def test_adam_by_hand() -> None:
    # Step 1: m̂ = g, v̂ = g², so the step is the learning rate, whatever the gradient.
    # Step 2: m = 0.5·1 + 0.5·(-1)·... with β1 = 0.5, β2 = 0.75 and g = 2, then -1:
    #   m = 0.5·(0.5·2) + 0.5·(-1) = 0, so nothing moves.
    # Step 3, g = 4: m = 2, m̂ = 2 / (1 - 0.125); v = 0.75·(0.75·1 + 0.25) + 4 = 4.75, v̂ = 4.75 / (1 - 0.421875).
    adam = Adam(learning_rate=0.1, beta_1=0.5, beta_2=0.75, epsilon=0.0)
    third = 0.9 - 0.1 * (2 / 0.875) / np.sqrt(4.75 / 0.578125)
    assert walk(adam, [2.0, -1.0, 4.0]) == pytest.approx([0.9, 0.9, third], rel=1e-14)


def test_adams_epsilon_stands_beside_the_root() -> None:
    assert walk(Adam(learning_rate=0.1, epsilon=2.0), [2.0]) == pytest.approx([1 - 0.1 * 2 / (2 + 2)], rel=1e-14)


def test_amsgrad_by_hand() -> None:
    # β1 = 0, so m̂ = g. Step 1: v = 0.5·16 = 8, v̂ = 8 / 0.5, the step is 4 / 4.
    # Step 2, g = 1: v = 0.5·8 + 0.5 = 4.5, but the largest is 8: v̂ = 8 / 0.75.
    path = walk(AMSGrad(learning_rate=0.1, beta_1=0.0, beta_2=0.5, epsilon=0.0), [4.0, 1.0])
    assert path == pytest.approx([0.9, 0.9 - 0.1 / np.sqrt(8 / 0.75)], rel=1e-14)


def test_adamw_shrinks_the_weights_and_not_by_way_of_the_gradients() -> None:
    # Step 1 of Adam is the learning rate; before it the weight 1 loses 0.1·0.5 of itself.
    assert walk(AdamW(learning_rate=0.1, weight_decay=0.5, epsilon=0.0), [3.0]) == pytest.approx([0.85], rel=1e-14)
    # With L2 the gradient is 3 + 0.5, and the first step is the learning rate all the same.
    assert walk(Adam(learning_rate=0.1, weight_decay=0.5, epsilon=0.0), [3.0]) == pytest.approx([0.9], rel=1e-14)


def test_adamw_without_decay_is_adam() -> None:
    gradients = [2.0, -1.0, 0.5]
    assert walk(AdamW(weight_decay=0.0), gradients) == walk(Adam(), gradients)


def test_nadam_by_hand() -> None:
    # Without momentum decay μ = 0.5·β1 = 0.25 throughout, and with β2 = 0 the root is |g|.
    # Step 1, g = 2: m = 0.5·2 = 1; 0.75·2 / (1 - 0.25) + 0.25·1 / (1 - 0.0625) = 2 + 4/15, over 2.
    nadam = Nadam(learning_rate=0.1, beta_1=0.5, beta_2=0.0, epsilon=0.0, momentum_decay=0.0)
    first = 1 - 0.1 * (2 + 4 / 15) / 2
    # Step 2, g = -1: m = 0.5 - 0.5 = 0; -0.75 / (1 - 0.0625), over 1.
    assert walk(nadam, [2.0, -1.0]) == pytest.approx([first, first + 0.1 * 0.75 / 0.9375], rel=1e-14)


def test_adagrad_by_hand() -> None:
    # s: 9, then 25; the second step of g = 4 is 4/5 of the learning rate.
    path = walk(Adagrad(learning_rate=0.1, epsilon=0.0), [3.0, 4.0])
    assert path == pytest.approx([0.9, 0.82], rel=1e-14)
    # s begins at 16, so the root is 5; the second step has half the rate: s = 25 + 144.
    slowed = Adagrad(learning_rate=0.1, initial_accumulator_value=16.0, lr_decay=1.0, epsilon=0.0)
    assert walk(slowed, [3.0, 12.0]) == pytest.approx([0.94, 0.94 - 0.05 * 12 / 13], rel=1e-14)


def test_adadelta_by_hand() -> None:
    # s = 0.5·4 = 2: Δ = √(1 / 3)·2; u = 0.5·Δ² = 2/3. Then g = 1: s = 1.5: Δ = √((2/3 + 1) / 2.5).
    adadelta = Adadelta(rho=0.5, epsilon=1.0, learning_rate=0.5)
    first = 1 - 0.5 * 2 / np.sqrt(3)
    assert walk(adadelta, [2.0, 1.0]) == pytest.approx([first, first - 0.5 * np.sqrt(5 / 3 / 2.5)], rel=1e-14)


def test_rmsprop_by_hand() -> None:
    # s = 0.75·0 + 0.25·16 = 4, root 2: a step of 0.1·4/2. Then g = 2: s = 3 + 1, root 2.
    path = walk(RMSprop(learning_rate=0.1, alpha=0.75, epsilon=0.0), [4.0, 2.0])
    assert path == pytest.approx([0.8, 0.7], rel=1e-14)
    # With momentum 0.5: v = 2, then 0.5·2 + 1 = 2.
    path = walk(RMSprop(learning_rate=0.1, alpha=0.75, epsilon=0.0, momentum=0.5), [4.0, 2.0])
    assert path == pytest.approx([0.8, 0.6], rel=1e-14)
    # Centered: the mean is 1, so the variance is 4 - 1.
    path = walk(RMSprop(learning_rate=0.1, alpha=0.75, epsilon=0.0, centered=True), [4.0])
    assert path == pytest.approx([1 - 0.4 / np.sqrt(3)], rel=1e-14)


def test_a_constant_gradient_has_no_variance_below_zero() -> None:
    path = walk(RMSprop(centered=True, alpha=0.5), [0.1] * 200)
    assert np.isfinite(path).all()


def test_rprop_by_hand() -> None:
    # Sizes: 0.1; the sign stays: 0.12; it turns: 0.06 and no step; then as at the beginning, with 0.06.
    path = walk(Rprop(learning_rate=0.1), [5.0, 0.01, -7.0, -7.0, 0.0])
    assert path == pytest.approx([0.9, 0.78, 0.78, 0.84, 0.84], rel=1e-14)


def test_a_rate_that_changes_scales_rprops_steps() -> None:
    """Sizes 0.1, 0.12, 0.144 and 0.1728; the rates are all of the first, a half, nothing and twice as much."""
    parameters, gradients = np.ones(1), np.ones(1)
    kernel = Rprop(learning_rate=0.1).kernel(parameters, gradients)
    path = []
    for rate in (0.1, 0.05, 0.0, 0.2):
        kernel.step(rate)
        path.append(parameters[0])
    assert path == pytest.approx([0.9, 0.84, 0.84, 0.4944], rel=1e-14)


def test_rprop_follows_schedule_and_form() -> None:
    """A run whose rate is a tenth of the other's takes steps of a tenth, while no gradient turns."""
    X = np.ones((4, 1))
    moved = []
    for schedule in ("constant", StepDecay(step_size=1, gamma=0.1)):
        run = trainer(chain(1, 1), Dataset.from_arrays(X, X * 1e6), optimizer=Rprop(), schedule=schedule, epochs=2)
        before = run.network.parameters.copy()
        rates = [event.learning_rate for event in run.run() if isinstance(event, EpochEnd)]
        moved.append(run.network.parameters - before)
    assert rates == [0.01, pytest.approx(0.001)]
    assert moved[0] == pytest.approx(0.01 + 0.012)
    assert moved[1] == pytest.approx(0.01 + 0.0012)


def test_nesterov_needs_a_momentum() -> None:
    with pytest.raises(HyperparameterError, match="Choose a momentum above 0 first"):
        SGD(nesterov=True)


def test_rprops_steps_stay_within_their_bounds() -> None:
    path = walk(Rprop(learning_rate=0.1, min_step=0.08, max_step=0.11), [1.0, 1.0, -1.0, 1.0])
    assert path == pytest.approx([0.9, 0.79, 0.79, 0.71], rel=1e-14)
    with pytest.raises(HyperparameterError, match="smallest step may not be larger than the largest"):
        Rprop(min_step=1.0, max_step=0.5)


def test_weight_decay_by_hand() -> None:
    # The weight 1 adds 0.5 to the gradient 2: 1 - 0.1·2.5, then 0.75 adds 0.375 to -1.
    assert walk(SGD(learning_rate=0.1, weight_decay=0.5), [2.0, -1.0]) == pytest.approx([0.75, 0.8125], rel=1e-14)


@every_decaying_optimizer
def test_weight_decay_leaves_the_gradients_as_they_are_and_may_come_and_go(optimizer: Optimizer) -> None:
    parameters, gradients = np.array([1.0, -2.0]), np.array([0.25, 0.5])
    kernel = optimizer.replace(weight_decay=0.0).kernel(parameters, gradients)
    for changed in (optimizer, optimizer.replace(weight_decay=0.0)):
        kernel.step(0.01)
        kernel.configure(changed)
    assert (gradients == [0.25, 0.5]).all()
    assert kernel.steps == 2


@every_decaying_optimizer
def test_weight_decay_pulls_towards_zero(optimizer: Optimizer) -> None:
    """Without a gradient nothing else moves the weights; Nadam and Adam reach 0 and swing around it."""
    parameters, gradients = np.array([1.0, -1.0]), np.zeros(2)
    kernel = optimizer.kernel(parameters, gradients)
    for _ in range(20):
        kernel.step(0.01)
    assert (np.abs(parameters) < 1).all()
    assert parameters[0] == -parameters[1]


@every_optimizer
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_blocks_make_no_difference(optimizer: Optimizer, dtype: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 1003
    results = []
    for block in (10**9, 250, 1):
        monkeypatch.setattr(base, "BLOCK", block)
        rng = np.random.default_rng(0)
        parameters, gradients = rng.normal(size=size).astype(dtype), np.empty(size, dtype)
        kernel = optimizer.kernel(parameters, gradients)
        for _ in range(3):
            gradients[:] = rng.normal(size=size)
            kernel.step(0.01)
        assert len(kernel.blocks) == -(-size // block)
        results.append(parameters)
    assert np.array_equal(results[0], results[1])
    assert np.array_equal(results[0], results[2])


@every_optimizer
def test_a_vector_longer_than_a_block_is_walked_to_its_end(optimizer: Optimizer) -> None:
    size = 2 * base.BLOCK + 7
    parameters, gradients = np.zeros(size, "float32"), np.ones(size, "float32")
    kernel = optimizer.kernel(parameters, gradients)
    kernel.step(0.5)
    kernel.step(0.5)
    assert parameters[0] < -0.4 or (isinstance(optimizer, Adadelta) and parameters[0] < -1e-3)
    assert (parameters == parameters[0]).all()
    assert (gradients == 1).all()


@every_optimizer
def test_descent_on_a_parabola(optimizer: Optimizer) -> None:
    parameters, gradients = np.array([3.0, -2.0]), np.zeros(2)
    kernel = optimizer.kernel(parameters, gradients)
    rate = {"Adagrad": 1.0, "Adadelta": 2.0}.get(optimizer.name, 0.03)
    for _ in range(600):
        gradients[:] = 2 * parameters
        kernel.step(rate)
    assert np.abs(parameters).max() < (0.03 if isinstance(optimizer, RMSprop | Adadelta) else 0.01)


@every_optimizer
def test_no_parameters_no_step(optimizer: Optimizer) -> None:
    kernel = optimizer.kernel(np.zeros(0), np.zeros(0))
    kernel.step(0.1)
    assert kernel.steps == 1


def test_changed_betas_keep_the_meaning_of_the_moments() -> None:
    """The moments themselves go on; only how fast they forget changes, as if param_groups were edited in PyTorch."""
    before, after = Adam(beta_1=0.5, beta_2=0.75), Adam(beta_1=0.9, beta_2=0.999)
    parameter, gradient = np.array([1.0]), np.zeros(1)
    kernel = before.kernel(parameter, gradient)
    first = second = 0.0
    wanted = 1.0
    for step, value in enumerate([2.0, -1.0, 3.0, 0.5, -2.0], start=1):
        adam = before if step <= 2 else after
        if step == 3:
            kernel.configure(after)
        gradient[0] = value
        kernel.step(0.1)
        first = adam.beta_1 * first + (1 - adam.beta_1) * value
        second = adam.beta_2 * second + (1 - adam.beta_2) * value**2
        unbiased = np.sqrt(second / (1 - adam.beta_2**step)) + adam.epsilon
        wanted -= 0.1 * first / (1 - adam.beta_1**step) / unbiased
        assert parameter[0] == pytest.approx(wanted, rel=1e-12)


def test_changed_momentum_keeps_the_velocity() -> None:
    parameter, gradient = np.array([0.0]), np.array([1.0])
    kernel = SGD(momentum=0.5).kernel(parameter, gradient)
    kernel.step(1.0)
    kernel.configure(SGD(momentum=0.25, nesterov=True))
    kernel.step(1.0)
    # v = 1, then 0.25·1 + 1 = 1.25; the second step is 1 + 0.25·1.25
    assert parameter[0] == pytest.approx(-1 - 1.3125, rel=1e-15)


def test_changed_alpha_keeps_the_meaning_of_the_average() -> None:
    before, after = RMSprop(alpha=0.5), RMSprop(alpha=0.9)
    parameter, gradient = np.array([1.0]), np.array([2.0])
    kernel = before.kernel(parameter, gradient)
    kernel.step(0.1)
    kernel.configure(after)
    start = float(parameter[0])
    kernel.step(0.1)
    # The average was 0.5·4 = 2; now it is 0.9·2 + 0.1·4 = 2.2.
    assert parameter[0] == pytest.approx(start - 0.1 * 2 / (np.sqrt(2.2) + after.epsilon), rel=1e-13)


def test_momentum_and_centering_are_kernels_of_their_own() -> None:
    """A change of what is remembered begins anew; a change of a number does not."""
    kinds = {RMSprop(momentum=m, centered=c).kernel_class for m in (0.0, 0.9) for c in (False, True)}
    assert len(kinds) == 4
    assert RMSprop(momentum=0.9).kernel_class is RMSprop(momentum=0.5, alpha=0.5).kernel_class
