"""Every initializer: mean, variance and limits as its source defines them; repeatable by seed."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.errors import HyperparameterError, ShapeError
from engine.graph import Graph
from engine.inference import infer_shapes
from engine.initializers import (
    Constant,
    Identity,
    Initializer,
    Normal,
    Orthogonal,
    TruncatedNormal,
    Uniform,
    fans,
)
from engine.layers import Dense, Input, Layer, Output
from engine.network import Network
from tests.engine.layers.examples import EXAMPLES, Example

INS, OUTS = 300, 200
VARIANCES = {
    "zeros": 0.0,
    "ones": 0.0,
    "constant": 0.0,
    "uniform": 0.05**2 / 3,
    "normal": 0.05**2,
    # 1 - 2 c f(c) / (2 F(c) - 1) at c = 2, with the normal density f and distribution F.
    "truncated_normal": 0.05**2 * (1 - 4 * math.exp(-2) / math.sqrt(2 * math.pi) / math.erf(math.sqrt(2))),
    "glorot_uniform": 2 / (INS + OUTS),
    "glorot_normal": 2 / (INS + OUTS),
    "he_uniform": 2 / INS,
    "he_normal": 2 / INS,
    "lecun_uniform": 1 / INS,
    "lecun_normal": 1 / INS,
    "orthogonal": 1 / INS,
    "identity": 1 / INS - 1 / INS**2,
}
MEANS = {"ones": 1.0, "identity": 1 / INS}
FIXED = {"zeros", "ones", "constant", "identity"}
"""Those in which nothing is random."""
KEPT = {
    "zeros": 0.0,
    "normal": 6.150766787412872e-05,
    "glorot_uniform": 0.23163179474605333,
    "glorot_normal": 0.0006575446281270628,
    "he_uniform": 0.3064200623168074,
    "he_normal": 0.0008698497809753275,
}
"""The first number of a 4 by 3 array from seed 7."""

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
    assert np.array_equal(first, other) == (name in FIXED)


@every_initializer
@pytest.mark.parametrize("shape", [(3,), (1, 1), (3, 3, 2, 4), ()])
def test_any_shape_is_filled(name: str, shape: tuple[int, ...]) -> None:
    initializer = Initializer.resolve(name)
    if (name == "identity" and len(shape) != 2) or (name == "orthogonal" and len(shape) < 2):
        with pytest.raises(ShapeError, match=f"The {name} initializer needs weights with"):
            initializer.check_shape(shape)
        return
    initializer.check_shape(shape)
    drawn = initializer.draw(shape, np.random.default_rng(0))
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


def test_what_was_drawn_before_is_drawn_still() -> None:
    """Projects keep only the seed of what was never trained."""
    first = {name: float(Initializer.resolve(name).draw((4, 3), np.random.default_rng(7)).flat[0]) for name in KEPT}
    assert first == KEPT


@pytest.mark.parametrize("shape", [(6, 4), (4, 6), (5, 5), (3, 3, 2, 7), (1, 4)])
@pytest.mark.parametrize("gain", [1.0, 2.5, -1.0])
def test_orthogonal_columns_or_rows_are(shape: tuple[int, ...], gain: float) -> None:
    drawn = Orthogonal(gain=gain).draw(shape, np.random.default_rng(0))
    matrix = drawn.reshape(-1, shape[-1])
    matrix = matrix if matrix.shape[0] >= matrix.shape[1] else matrix.T
    assert np.abs(matrix.T @ matrix - gain**2 * np.eye(matrix.shape[1])).max() <= 1e-13
    assert drawn.flags.c_contiguous


def test_orthogonal_matrices_are_turned_evenly() -> None:
    """Without the signs of R, the diagonal of Q would never be positive."""
    rng = np.random.default_rng(0)
    signs = np.array([np.diag(Orthogonal().draw((3, 3), rng)) > 0 for _ in range(400)])
    assert np.abs(signs.mean(axis=0) - 0.5).max() <= 5 * 0.5 / math.sqrt(400)


def test_identity_on_unequal_sides_and_with_a_gain() -> None:
    assert Identity(gain=2).draw((2, 3), np.random.default_rng(0)).tolist() == [[2, 0, 0], [0, 2, 0]]


def test_truncated_normal_ends_at_two_deviations() -> None:
    drawn = TruncatedNormal(mean=1.0, standard_deviation=0.5).draw((400, 500), np.random.default_rng(0))
    assert 0.999 < np.abs(drawn - 1).max() <= 1
    assert drawn.mean() == pytest.approx(1, abs=0.005)
    assert TruncatedNormal(standard_deviation=0).draw((3,), np.random.default_rng(0)).tolist() == [0, 0, 0]


def test_uniform_and_constant_take_their_settings() -> None:
    drawn = Uniform(low=2, high=3).draw((1000,), np.random.default_rng(0))
    assert 2 <= drawn.min() < 2.01
    assert 2.99 < drawn.max() < 3
    assert Constant(value=0.1).draw((2,), np.random.default_rng(0)).tolist() == [0.1, 0.1]
    with pytest.raises(HyperparameterError, match=r"Lowest is at most Highest\. Received: 3\.0 and 2\.0"):
        Uniform(low=3, high=2)


def test_a_shape_that_cannot_begin_so_is_a_problem_and_no_crash() -> None:
    graph = Graph()
    dense = graph.add(Dense(units=3, bias_initializer="identity"), after=graph.add(Input(shape=(2,))))
    graph.add(Output(), after=dense)
    inference = infer_shapes(graph)
    (problem,) = inference.obstacles
    assert problem.node == dense
    assert dense not in inference.shapes, "so nobody asks for its weights"
    assert str(problem.message) == (
        "The identity initializer needs weights with two axes. Received: 3. Choose another one."
    )


WITH_INITIALIZERS = [
    pytest.param(example, field.name, id=f"{kind}-{field.name}")
    for kind, (example, *_) in EXAMPLES.items()
    for field in Layer.kinds()[kind].hyperparameters()
    if field.kind is Initializer
]


@pytest.mark.parametrize("initializer", Initializer.kinds())
@pytest.mark.parametrize(("example", "field"), WITH_INITIALIZERS)
def test_what_cannot_begin_so_is_a_problem_before_a_network_is_made(
    example: Example, field: str, initializer: str
) -> None:
    graph = Graph()
    sources = [graph.add(Input(shape=shape)) for shape in example.shapes]
    graph.add(Output(), after=graph.add(example.layer.replace(**{field: initializer}), after=sources))
    if not infer_shapes(graph).obstacles:
        Network(graph)
