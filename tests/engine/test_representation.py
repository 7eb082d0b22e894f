"""Principal components of a layer's outputs, held against scikit-learn; and looks that do not spin."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.network import Network
from engine.representation import Representation, RepresentationProbe, principal
from engine.watching import Watch, hidden_layers, watched
from tests.engine.networks import chain
from tests.engine.preparing import as_prepared


@pytest.mark.parametrize("shape", [(60, 7), (20, 50)])
def test_principal_components_are_scikit_learns(shape):
    from sklearn.decomposition import PCA

    values = np.random.default_rng(0).normal(size=shape) * np.linspace(3, 1, shape[1])
    places, variance = principal(values)
    pca = PCA(2, svd_solver="full").fit(values)
    np.testing.assert_allclose(np.abs(places), np.abs(pca.transform(values)), atol=1e-9)
    shown = Representation("dense_1", places, variance, shape[1])
    assert shown.explained == pytest.approx(pca.explained_variance_ratio_)


def test_one_feature_leaves_the_second_axis_at_0():
    places, variance = principal(np.array([[1.0], [2.0], [6.0]]))
    np.testing.assert_allclose(places, [[-2, 0], [-1, 0], [3, 0]], atol=1e-12)
    assert variance == pytest.approx(14 / 3)


def turned(degrees, mirrored):
    angle = np.radians(degrees)
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]) * (1, -1 if mirrored else 1)


def found(sizes):
    places, variance = principal(np.random.default_rng(1).normal(size=(50, 4)) * sizes)
    return Representation("dense_1", places, variance, 4)


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_look_lies_as_the_one_before(mirrored):
    """As far as that one has gone astray from the principal axes it is turned back, by two degrees at most."""
    look = found((4, 3, 1, 1))
    before = look.places @ turned(37, mirrored)
    after = look.aligned(before).places
    angles = np.angle((after @ (1, 1j)) / (before @ (1, 1j)), deg=True)
    assert np.ptp(angles) < 1e-9
    assert 0 < abs(angles[0]) < 2
    np.testing.assert_allclose(look.aligned(look.places @ turned(180, mirrored)).places,
                               look.places @ turned(180, mirrored), atol=1e-9)  # fmt: skip


def test_looks_come_back_to_the_principal_axes():
    look = found((5, 2, 1, 1))
    shown = Representation("dense_1", look.places @ turned(60, mirrored=False), look.variance, 4)
    assert shown.explained[0] < look.explained[0]
    assert sum(shown.explained) == pytest.approx(sum(look.explained))
    for _ in range(60):
        shown = look.aligned(shown.places)
    assert shown.explained == pytest.approx(look.explained)


def test_the_watched_samples_of_both_parts_go_through_the_layer():
    rng = np.random.default_rng(0)
    X, held_out = rng.normal(size=(1000, 3)), rng.normal(size=(11, 3))
    data = as_prepared(Dataset(X, X[:, :1], (held_out, held_out[:, :1])))
    network = Network(chain(3, 5, 1), dtype="float64")
    parts = watched(data)
    assert {name: len(places) for name, places in parts.items()} == {"training": 360, "validation": 11}
    look = RepresentationProbe("dense_1")(network, data)
    inputs = np.concatenate([X[parts["training"]], held_out])
    hidden = np.tanh(inputs @ network.weights["dense_1"]["kernel"] + network.weights["dense_1"]["bias"])
    expected, variance = principal(hidden)
    np.testing.assert_allclose(look.places, expected, atol=1e-9)
    assert (look.variance, look.features) == (pytest.approx(variance), 5)
    assert not network._plans  # none of the network's own was made or given up
    network.parameters[:] = np.nan
    assert RepresentationProbe("dense_1")(network, data) is None
    assert hidden_layers(network) == ("dense_1", "dense_2")


def test_every_sample_is_seen_though_they_do_not_fill_the_last_pass():
    network = Network(chain(1, 1), dtype="float64")
    inputs = np.arange(10.0)[:, np.newaxis]
    seen = np.zeros(10)
    for part, plan in Watch(4).run(network, {"input_1": inputs}):
        seen[part] = plan.inputs["input_1"][:, 0]
    np.testing.assert_array_equal(seen, inputs[:, 0])
