"""Optimisers by hand, in blocks and in one piece, and with hyperparameters that change on the way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from engine import optimizers
from engine.optimizers import SGD, Adam, Optimizer

every_optimizer = pytest.mark.parametrize(
    "optimizer",
    [kind() for kind in Optimizer.kinds().values()] + [SGD(momentum=0.9), SGD(momentum=0.9, nesterov=True)],
    ids=repr,
)


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


@every_optimizer
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_blocks_make_no_difference(optimizer: Optimizer, dtype: str, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 1003
    results = []
    for block in (10**9, 250, 1):
        monkeypatch.setattr(optimizers, "BLOCK", block)
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
    size = 2 * optimizers.BLOCK + 7
    parameters, gradients = np.zeros(size, "float32"), np.ones(size, "float32")
    kernel = optimizer.kernel(parameters, gradients)
    kernel.step(0.5)
    kernel.step(0.5)
    assert parameters[0] < -0.5
    assert (parameters == parameters[0]).all()
    assert (gradients == 1).all()


@every_optimizer
def test_descent_on_a_parabola(optimizer: Optimizer) -> None:
    parameters, gradients = np.array([3.0, -2.0]), np.zeros(2)
    kernel = optimizer.kernel(parameters, gradients)
    for _ in range(600):
        gradients[:] = 2 * parameters
        kernel.step(0.03)
    assert np.abs(parameters).max() < 1e-2


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
