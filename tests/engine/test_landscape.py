"""The loss on a plane, held against formulas; and the plane that a run gives."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import Dataset
from engine.landscape import BLOCK, around_run, explore, extent, run_plane, weights_plane
from engine.network import Network
from tests.engine.memory_use import peak_of
from tests.engine.networks import chain


def bowl(parameters):
    return float(((parameters - 3.0) ** 2).sum())


def plane_of(slices):
    """The plane that comes of all slices."""
    while True:
        try:
            next(slices)
        except StopIteration as end:
            return end.value


def walk(count=12, size=40, seed=0):
    """Moments that differ in three directions, with 9, 3 and 1 as their sizes."""
    rng = np.random.default_rng(seed)
    basis = np.linalg.qr(rng.normal(size=(size, 3)))[0].T
    return list(rng.normal(size=(count, 3)) * (9, 3, 1) @ basis + rng.normal(size=size))


def test_the_plane_is_that_of_scikit_learns_pca():
    from sklearn.decomposition import PCA

    vectors = walk()
    plane, pca = plane_of(run_plane(vectors)), PCA(2).fit(np.array(vectors))
    np.testing.assert_allclose(np.abs((plane.axes * pca.components_).sum(axis=1)), 1.0, atol=1e-9)
    assert plane.explained == pytest.approx(pca.explained_variance_ratio_)
    np.testing.assert_allclose(plane.axes @ plane.axes.T, np.eye(2), atol=1e-12)
    np.testing.assert_allclose(plane.places(vectors)[-1], 0.0, atol=1e-12)


def test_a_straight_run_is_explained_by_one_direction_and_goes_to_the_right():
    along = np.random.default_rng(1).normal(size=30)
    vectors = [step * along for step in range(6)]
    plane = plane_of(run_plane(vectors))
    assert plane.explained == pytest.approx((1.0, 0.0))
    places = plane.places(vectors)
    np.testing.assert_allclose(places[:, 0], np.linalg.norm(along) * np.arange(-5, 1), atol=1e-9)
    np.testing.assert_allclose(places[:, 1], 0.0, atol=1e-9)


def test_on_a_bowl_the_grid_is_the_formula():
    vectors = walk()
    plane = plane_of(run_plane(vectors))
    *_, last = explore(plane, plane.places(vectors), bowl, 1, (5, 9))
    assert (last.done, last.losses.shape) == (1.0, (9, 9))
    # |o + x a + y b - 3|^2, as a and b are square to each other and of length 1
    rest = plane.origin - 3.0
    along, across = plane.axes @ rest
    x, y = last.x[np.newaxis], last.y[:, np.newaxis]
    np.testing.assert_allclose(last.losses, rest @ rest + x**2 + y**2 + 2 * x * along + 2 * y * across)


def test_a_finer_grid_keeps_the_coarse_one_and_guesses_between_meanwhile():
    asked = []

    def loss(parameters):
        asked.append(parameters)
        return bowl(parameters)

    vectors = walk()
    plane = plane_of(run_plane(vectors))
    steps = list(explore(plane, plane.places(vectors), loss, 1, (3, 5)))
    assert len(asked) == len(steps) == 25
    coarse, first = steps[8], steps[9]
    assert np.isfinite(first.losses).all()
    np.testing.assert_array_equal(steps[-1].losses[::2, ::2], coarse.losses)
    assert first.losses[4, 3] == pytest.approx((coarse.losses[2, 1] + coarse.losses[2, 2]) / 2)


def test_all_of_the_run_lies_within():
    (left, right), (bottom, top) = extent(np.array([(0.0, 0.0), (10.0, 1.0)]))
    assert (left, right) == pytest.approx((-3, 13))
    assert (bottom, top) == pytest.approx((0.5 - 4, 0.5 + 4))
    assert extent(np.zeros((3, 2)))[0][1] > 0


def test_along_two_weights_the_coordinates_are_their_values():
    vectors = walk()
    plane = plane_of(weights_plane(vectors, 7, 2))
    np.testing.assert_allclose(plane.places(vectors), np.array(vectors)[:, [7, 2]])
    np.testing.assert_allclose(plane.at(*plane.places(vectors)[-1]), vectors[-1])
    varied = np.var(vectors, axis=0)
    assert plane.explained == pytest.approx((varied[7] / varied.sum(), varied[2] / varied.sum()))


def test_beside_a_plane_lies_one_through_any_vector_on_which_places_are_called_the_same():
    vectors = walk()
    for plane in map(plane_of, (run_plane(vectors), weights_plane(vectors, 7, 2))):
        beside = plane.through(vectors[3])
        np.testing.assert_allclose(beside.places(vectors), plane.places(vectors), atol=1e-9)
        np.testing.assert_allclose(beside.at(*beside.places(vectors)[3]), vectors[3])


def test_the_landscape_of_a_network_is_its_loss_there_and_leaves_it_alone():
    network = Network(chain(2, 3, 1), dtype="float64")
    X, Y = np.random.default_rng(0).normal(size=(20, 2)), np.ones((20, 1))
    before = network.parameters.copy()
    moments = [before * (1 + step) for step in range(3)]
    *slices, last = around_run(network, Dataset(X, Y), moments, moments[-1], weights=(1, 4))
    assert slices.index(None) == 0, "one after the other, before the first point"
    np.testing.assert_array_equal(network.parameters, before)
    network.parameters[:] = last.plane.at(float(last.x[20]), float(last.y[5]))
    assert last.losses[5, 20] == pytest.approx(network.loss(X, Y), rel=1e-6)
    assert last.samples == 20


@pytest.mark.parametrize("plane", [run_plane, lambda vectors: weights_plane(vectors, 0, 1)])
def test_the_plane_of_many_moments_comes_in_slices_that_hold_nobody_up_and_take_little_room(plane) -> None:
    """All of them at once would take 80 MB, and as much again without their mean."""
    vectors = list(np.random.default_rng(0).normal(size=(200, 50_000)).astype(np.float32))
    assert sum(1 for _ in plane(vectors)) >= 200 * 50_000 / BLOCK
    assert peak_of(lambda: plane_of(plane(vectors))) < 5e6
    assert BLOCK * len(vectors) < 2e7, "multiply-adds of a slice: some milliseconds"


def test_the_plane_is_the_same_however_it_is_sliced(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = walk(size=101)
    whole = plane_of(run_plane(vectors))
    monkeypatch.setattr("engine.landscape.BLOCK", 84)
    sliced = plane_of(run_plane(vectors))
    np.testing.assert_allclose(sliced.axes, whole.axes, atol=1e-12)
    assert sliced.explained == pytest.approx(whole.explained)
