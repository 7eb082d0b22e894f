"""One made-up sample goes the way that the data go; its ranges are those of the training part."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest

from engine.data.picture_shape import picture_shape
from engine.errors import DataError
from engine.network import Network
from engine.probes import curve_fit, decision_surface
from engine.project import load_example
from engine.trial import ranges, sample_at, try_sample


@pytest.mark.parametrize("name", ["iris", "digits_cnn", "two_inputs"])
def test_a_sample_of_the_data_gets_the_answer_that_its_part_gets(name: str) -> None:
    project = load_example(name)
    prepared, network = project.prepare(), Network(project.graph, seed=1)
    sample = sample_at(prepared, "validation", -1)
    assert np.array_equal(sample, prepared.raw.validation[0][-1])
    trial = try_sample(network, prepared, sample)
    expected = network.predict(prepared.dataset.validation[0])
    said = trial.outputs["output_1"]
    assert said.values == pytest.approx(expected[-1], rel=1e-5)
    assert said.names == prepared.dataset.classes
    if len(said.names) == 2 > len(said.values):
        assert said.scores == pytest.approx((1 - expected[-1, 0], expected[-1, 0]))
    else:
        assert said.scores == pytest.approx(expected[-1].tolist(), rel=1e-5)


def test_ranges_are_in_own_units_and_a_wrong_shape_is_refused() -> None:
    project = load_example("iris")
    prepared, network = project.prepare(), Network(project.graph, seed=1)
    raw = prepared.raw.training[0]
    found = ranges(prepared)
    assert (found.low.tolist(), found.high.tolist()) == (raw.min(axis=0).tolist(), raw.max(axis=0).tolist())
    assert found.mean == pytest.approx(raw.mean(axis=0))
    with pytest.raises(DataError, match="finite numbers"):
        try_sample(network, prepared, np.full(4, 1e300))


@pytest.mark.parametrize(("name", "look"), [("moons", decision_surface), ("sine", curve_fit)])
def test_what_is_remembered_of_data_and_of_a_network_goes_with_them(name, look) -> None:
    project = load_example(name)
    prepared, network = project.prepare(), Network(project.graph, seed=1)
    assert look(network, prepared) is not None
    trial = try_sample(network, prepared, sample_at(prepared, "training", 0))
    assert ranges(prepared) is trial.ranges
    assert ranges(project.prepare()) is not trial.ranges
    assert ranges(prepared) is not trial.ranges, "only the last is remembered"
    owners = [weakref.ref(owner) for owner in (prepared, prepared.dataset, network)]
    del prepared, network
    gc.collect()
    assert [owner() for owner in owners] == [None, None, None]


@pytest.mark.parametrize(
    ("sample", "features", "shape"),
    [
        ((8, 8, 1), (), (8, 8, 1)),
        ((28, 28, 3), (), (28, 28, 3)),
        ((8, 8, 2), (), None),
        ((8, 8), (), None),
        ((64,), tuple(f"pixel_{row}_{column}" for row in range(8) for column in range(8)), (8, 8, 1)),
        ((20,), tuple(f"{row}x{column}" for row in range(1, 5) for column in range(1, 6)), (4, 5, 1)),
        ((64,), tuple(f"pixel_{column}_{row}" for row in range(8) for column in range(8)), None),
        ((64,), (), None),
        ((4,), ("a_0_0", "a_0_1", "a_1_0", "a_1_1"), None),
        ((30,), tuple(f"x{index}" for index in range(30)), None),
    ],
)
def test_pictures_are_told_by_their_shape_or_by_the_names_of_their_pixels(sample, features, shape) -> None:
    assert picture_shape(sample, features) == shape
