"""Clipping by hand, and a training step that is clipped."""

from __future__ import annotations

import numpy as np
import pytest

from engine.clipping import clip, length
from engine.optimizers import SGD
from tests.engine.networks import trainer


def clipped(entries: list[float], value: float | None, norm: float | None) -> list[float]:
    gradients = np.array(entries)
    clip(gradients, value, norm)
    return gradients.tolist()


def test_by_value() -> None:
    assert clipped([3.0, -0.5, -4.0, 1.0], 1.0, None) == [1.0, -0.5, -1.0, 1.0]


def test_by_norm() -> None:
    # The norm is 5, so everything is divided by 2 (and a little, PyTorch's epsilon); a shorter one stays as it is.
    assert clipped([3.0, -4.0], None, 2.5) == pytest.approx([1.5, -2.0], rel=1e-6)
    assert clipped([3.0, -4.0], None, 5.1) == [3.0, -4.0]
    assert clipped([0.0, 0.0], None, 1e-9) == [0.0, 0.0]


def test_value_comes_first() -> None:
    # (3, -4) becomes (3, -3), whose norm is 3√2.
    assert clipped([3.0, -4.0], 3.0, 3.0) == pytest.approx([3 / np.sqrt(2), -3 / np.sqrt(2)], rel=1e-6)


def test_nothing_is_clipped_where_nothing_is_asked() -> None:
    assert clipped([3.0, -4e300], None, None) == [3.0, -4e300]


def test_squares_that_overflow_do_not_make_the_gradient_zero() -> None:
    gradients = np.array([3e30, -4e30], "float32")
    with np.errstate(over="ignore"):
        clip(gradients, None, 1.0)
    assert gradients.tolist() == pytest.approx([0.6, -0.8], rel=1e-6)
    assert length(np.zeros(0)) == 0.0


def test_the_trainer_clips_before_the_step_and_from_the_next_batch_on_when_told() -> None:
    run = trainer(optimizer=SGD(learning_rate=1.0), clip_norm=0.125)
    events = run.run()
    for norm in (0.125, 0.0625, None):
        run.configure(run.config.replace(clip_norm=norm))
        before = run.network.parameters.copy()
        next(events)
        step = length(run.network.parameters - before)
        if norm is None:
            assert step > 0.125
        else:
            assert step == pytest.approx(norm, rel=1e-4)
