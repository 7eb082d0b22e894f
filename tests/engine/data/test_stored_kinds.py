"""Data of people's own: what is held comes back to the bit, and what cannot be held is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.data import (
    ArrayFile,
    DataSource,
    PaintedPoints,
    PictureSet,
    SketchedCurve,
    StoredSource,
    TableSource,
    TimeSeries,
)
from engine.errors import DataError, HyperparameterError, ProjectError
from engine.project import Project, from_bytes, load_example, to_bytes
from engine.weights_file import npz_bytes

RNG = np.random.default_rng(4)
PAINTED = {"points": RNG.normal(size=(7, 2)), "codes": np.array([0, 1, 2, 2, 1, 0, 1], np.uint8)}
CURVE = {"places": np.array([(-1.0, 0.5), (-0.25, 1.0), (0.5, -1.0)])}
PICTURES = {
    "pictures": RNG.integers(0, 256, (5, 3, 4, 3)).astype(np.uint8),
    "codes": np.array([0, 1, 1, 0, 1], np.int64),
    "part": np.array([0, 0, 1, 2, 0], np.uint8),
}
ARRAYS = {"inputs": RNG.normal(size=(6, 2, 3)).astype(np.float32), "targets": RNG.normal(size=(6, 2))}
SERIES = {"values": np.arange(10.0)}
SOURCES: tuple[StoredSource, ...] = (
    PaintedPoints(noise=0.25, seed=3, classes=("red", "green", "blue")).with_content(PAINTED),
    SketchedCurve(samples=50).with_content(CURVE),
    PictureSet(classes=("cat", "dog"), origin_file="pets").with_content(PICTURES),
    ArrayFile().with_content(ARRAYS),
    ArrayFile(classes=("a", "b")).with_content({"inputs": np.eye(4), "targets": np.array([0, 1, 0, 1], np.uint8)}),
    TimeSeries(window=3, horizon=2, stride=2).with_content(SERIES),
)


def held_in(source: StoredSource) -> Project:
    project = load_example("moons")
    project.data = source
    return project


def test_every_stored_kind_is_tested() -> None:
    stored = {kind for kind in DataSource.kinds().values() if issubclass(kind, StoredSource)}
    assert stored - {TableSource} == {type(source) for source in SOURCES}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_project_brings_them_back_to_the_bit(source: StoredSource) -> None:
    content = to_bytes(held_in(source))
    read = from_bytes(content).data
    assert read == source
    first, again = source.load(), read.load()
    for before, after in ((first.inputs, again.inputs), (first.targets, again.targets)):
        assert isinstance(before, np.ndarray)
        assert isinstance(after, np.ndarray)
        assert before.dtype == (np.uint8 if isinstance(source, PictureSet) and before is first.inputs else np.float64)
        assert before.tobytes() == after.tobytes()
    assert to_bytes(from_bytes(content)) == content


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_the_announced_shape_is_the_loaded_one(source: StoredSource) -> None:
    dataset = source.load()
    assert isinstance(dataset.inputs, np.ndarray)
    assert isinstance(dataset.targets, np.ndarray)
    assert (dataset.inputs.shape[1:], dataset.targets.shape[1:]) == (source.shape.inputs, source.shape.targets)
    assert bool(dataset.classes) == source.shape.classification
    assert source.sample_count == len(dataset)
    with pytest.raises(DataError, match="No data have been chosen"):
        type(source)().load()


WRONG: list[tuple[StoredSource, dict[str, Any], str]] = [
    (SOURCES[0], {"points": PAINTED["points"]}, "The arrays points, codes are needed. Received: 'points'."),
    (SOURCES[0], {**PAINTED, "evil": np.zeros(1)}, "The arrays points, codes are needed."),
    (SOURCES[0], {**PAINTED, "points": np.zeros((7, 3))}, "points: an array of shape n×2 is needed.*7×3"),
    (SOURCES[0], {**PAINTED, "points": np.zeros((0, 2)), "codes": np.zeros(0, np.uint8)}, "0×2"),
    (SOURCES[0], {**PAINTED, "points": np.zeros((7, 2), np.int64)}, "points: numbers are needed. Received: int64"),
    (SOURCES[0], {**PAINTED, "points": np.full((7, 2), np.nan)}, "points: finite numbers .* Row 1 "),
    (SOURCES[0], {**PAINTED, "codes": np.full(7, 3)}, "codes: numbers from 0 to 2 .* Row 1 holds 3."),
    (SOURCES[0], {**PAINTED, "codes": np.array([0, 0, 0, 0, 0, 0, -1])}, "Row 7 holds -1."),
    (SOURCES[0], {**PAINTED, "codes": np.zeros(7)}, "codes: whole numbers are needed. Received: float64"),
    (SOURCES[0], {**PAINTED, "codes": np.zeros(6, np.uint8)}, "codes: an array of shape 7 "),
    (SOURCES[1], {"places": np.zeros((1, 2))}, "at least two places. Received: 1"),
    (SOURCES[1], {"places": np.array([(0.0, 1.0), (0.5, 1.0), (0.5, 2.0)])}, "x must grow .* row 3"),
    (SOURCES[1], {"places": np.array([(0.0, 1.0), (5e-324, 1.0)])}, "x must grow .* row 2"),
    (SOURCES[1], {"places": np.array([(-1e308, 1.0), (1e308, 1.0)])}, "places within ±1e\\+06 are needed"),
    (SOURCES[2], {**PICTURES, "pictures": np.zeros((5, 3, 4, 3))}, "float64 of shape 5×3×4×3"),
    (SOURCES[2], {**PICTURES, "pictures": np.zeros((5, 3, 4, 2), np.uint8)}, "5×3×4×2"),
    (SOURCES[2], {**PICTURES, "codes": np.array([0, 1, 1, 0, 2])}, "Row 5 holds 2"),
    (SOURCES[2], {**PICTURES, "part": np.array([0, 1, 1, 0, 3])}, "part: numbers from 0 to 2"),
    (SOURCES[3], {**ARRAYS, "inputs": np.full((6, 2), np.inf)}, "inputs: finite numbers"),
    (SOURCES[3], {**ARRAYS, "targets": np.zeros((5, 2))}, "targets: an array of shape 6×n"),
    (SOURCES[4], {"inputs": np.eye(2), "targets": np.array([0, 2])}, "Row 2 holds 2"),
    (SOURCES[5], {"values": np.zeros((3, 2))}, "values: an array of shape n is needed.* 3×2"),
]


@pytest.mark.parametrize(("source", "arrays", "told"), WRONG)
def test_arrays_that_cannot_be_its_own_are_refused(source: StoredSource, arrays: dict[str, Any], told: str) -> None:
    with pytest.raises(DataError, match=told):
        source.with_content(arrays)
    with pytest.raises(DataError, match=told):
        source.check_content(arrays)


def test_a_project_file_with_other_arrays_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.project.npz_bytes", lambda arrays: npz_bytes({**arrays, "codes": np.full(7, 9)}))
    content = to_bytes(held_in(SOURCES[0]))
    with pytest.raises(ProjectError, match=r"data.npz: codes: numbers from 0 to 2 are needed. Row 1 holds 9."):
        from_bytes(content)


@pytest.mark.parametrize("classes", [("one",), ("a", "a"), ()])
def test_classes_need_two_names(classes: tuple[str, ...]) -> None:
    with pytest.raises(HyperparameterError, match="class"):
        PaintedPoints(classes=classes)


# Painted and sketched


def test_painted_points_by_hand() -> None:
    source = PaintedPoints().with_content({"points": np.array([(0.5, -1.0), (0.0, 1.0)]), "codes": np.array([1, 0])})
    dataset = source.load()
    assert np.array_equal(dataset.inputs, [(0.5, -1.0), (0.0, 1.0)])
    assert np.array_equal(dataset.targets, [[1.0], [0.0]])


def test_noise_has_its_size_and_its_seed_and_leaves_earlier_points_where_they_are() -> None:
    points = {"points": np.zeros((4000, 2)), "codes": np.zeros(4000, np.uint8)}
    source = PaintedPoints(noise=0.2, seed=1).with_content(points)
    shifted = source.shifted()
    assert shifted.std() == pytest.approx(0.2, rel=0.03)
    assert np.array_equal(shifted, source.load().inputs)
    fewer = source.with_content({name: array[:10] for name, array in points.items()})
    assert np.array_equal(fewer.shifted(), shifted[:10])
    assert not np.array_equal(source.replace(seed=2).shifted(), shifted)


def test_a_sketched_curve_by_hand() -> None:
    source = SketchedCurve(samples=400, smoothing=0.0, noise=0.0).with_content(CURVE)
    dataset = source.load()
    assert isinstance(dataset.inputs, np.ndarray)
    x = dataset.inputs[:, 0]
    assert x.min() >= -1.0
    assert x.max() <= 0.5
    assert np.ptp(x) > 1.4
    wanted = np.where(x < -0.25, 0.5 + (x + 1) * 0.5 / 0.75, 1.0 - (x + 0.25) * 2.0 / 0.75)
    assert np.abs(dataset.targets[:, 0] - wanted).max() < 0.02  # the curve is drawn at 257 places


def test_smoothing_keeps_a_line_and_flattens_a_tremble() -> None:
    x = np.linspace(-1, 1, 201)
    line = SketchedCurve(smoothing=0.3).with_content({"places": np.column_stack([x, 2 * x + 1])})
    along, heights = line.curve()
    assert np.allclose(heights, 2 * along + 1, atol=1e-9)
    tremble = np.column_stack([x, 0.1 * (-1.0) ** np.arange(201)])
    rough = SketchedCurve(smoothing=0.0).with_content({"places": tremble}).curve()[1]
    smooth = SketchedCurve(smoothing=0.05).with_content({"places": tremble}).curve()[1]
    assert np.abs(smooth[30:-30]).max() < 0.1 * np.abs(rough[30:-30]).max()
    assert np.isfinite(SketchedCurve(smoothing=1.0).with_content(CURVE).curve()[1]).all()


# Pictures, arrays, series


def test_pictures_stay_bytes_and_are_shared_out_as_they_say() -> None:
    pictures = np.array([[[[0], [51]]], [[[255], [102]]]], np.uint8)
    arrays = {"pictures": pictures, "codes": np.array([1, 0]), "part": np.array([2, 0])}
    source = PictureSet(classes=("a", "b")).with_content(arrays)
    dataset = source.load()
    assert dataset.inputs is pictures
    assert np.array_equal(dataset.targets, [[1], [0]])
    assert dataset.assigned is not None
    assert dataset.assigned.tolist() == [2, 0]
    assert source.suggested_split == "by_column"
    assert PictureSet().suggested_split == "random"


def test_windows_of_a_series_by_hand() -> None:
    source = TimeSeries(window=3, horizon=2, stride=2).with_content(SERIES)
    dataset = source.load()
    assert np.array_equal(np.asarray(dataset.inputs)[..., 0], [(0, 1, 2), (2, 3, 4), (4, 5, 6)])
    assert np.array_equal(dataset.targets, [(3, 4), (5, 6), (7, 8)])
    assert source.suggested_split == "in_order"
    assert len(source.replace(stride=1).load()) == 6
    assert len(source.replace(window=8).load()) == 1


def test_a_series_that_is_too_short_says_what_it_needs() -> None:
    with pytest.raises(DataError, match=r"A window of 9 and a horizon of 2 need at least 11 values. Received: 10"):
        TimeSeries(window=9, horizon=2).with_content(SERIES).load()


def test_windows_that_would_fill_the_memory_are_not_made() -> None:
    source = TimeSeries(window=10_000).with_content({"values": np.zeros(100_000)})
    with pytest.raises(DataError, match=r"90,000 windows of 10001 values .* shorter window or a longer stride"):
        source.load()
    assert len(source.replace(stride=1000).load()) == 90
