"""Every initializer: mean, variance and limits as its source defines them; repeatable by seed."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.initializers import Initializer, Normal, fans

INS, OUTS = 300, 200
VARIANCES = {
    "zeros": 0.0,
    "ones": 0.0,
    "normal": 0.05**2,
    "glorot_uniform": 2 / (INS + OUTS),
    "glorot_normal": 2 / (INS + OUTS),
    "he_uniform": 2 / INS,
    "he_normal": 2 / INS,
    "lecun_uniform": 1 / INS,
    "lecun_normal": 1 / INS,
}
MEANS = {"ones": 1.0}

every_initializer = pytest.mark.parametrize("name", list(Initializer.kinds()))


@every_initializer
def test_moments_and_limits(name: str) -> None:
    if name not in VARIANCES:
        pytest.fail(f"{name} has no known variance. Add it to tests/engine/test_initializers.py.")
    drawn = Initializer.resolve(name).draw((INS, OUTS), np.random.default_rng(0))
    variance = VARIANCES[name]
    assert drawn.shape == (INS, OUTS)
    assert drawn.dtype == np.float64
    # Five standard errors of 60,000 draws.
    assert abs(drawn.mean() - MEANS.get(name, 0.0)) <= 5 * math.sqrt(variance / drawn.size)
    assert drawn.var() == pytest.approx(variance, rel=5 * math.sqrt(2 / drawn.size))
    if name.endswith("uniform"):
        limit = math.sqrt(3 * variance)
        assert 0.99 * limit < np.abs(drawn).max() <= limit


@every_initializer
def test_one_stream_gives_the_same_bits(name: str) -> None:
    initializer = Initializer.resolve(name)
    first, second = (initializer.draw((4, 5), np.random.default_rng(3)) for _ in range(2))
    other = initializer.draw((4, 5), np.random.default_rng(4))
    assert np.array_equal(first, second)
    assert np.array_equal(first, other) == (VARIANCES[name] == 0)


@every_initializer
@pytest.mark.parametrize("shape", [(3,), (1, 1), (3, 3, 2, 4), ()])
def test_any_shape_is_filled(name: str, shape: tuple[int, ...]) -> None:
    drawn = Initializer.resolve(name).draw(shape, np.random.default_rng(0))
    assert np.shape(drawn) == shape
    assert np.isfinite(drawn).all()


def test_the_standard_deviation_is_a_hyperparameter() -> None:
    assert Normal(standard_deviation=2.0).draw((INS, OUTS), np.random.default_rng(0)).std() == pytest.approx(
        2, rel=0.02
    )


def test_fans_of_dense_and_convolution() -> None:
    assert fans((5, 7)) == (5, 7)
    assert fans((3, 3, 2, 4)) == (18, 36)
    assert fans((6,)) == (6, 6)
