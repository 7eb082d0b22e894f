"""Arrays in .npz files: found by their names, never unpickled."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import ArrayFile, PictureSet, TimeSeries
from engine.data.npz_file import read_npz
from engine.errors import DataError


def written(folder: Path, **arrays: Any) -> Path:
    path = folder / "data.npz"
    np.savez_compressed(path, **arrays)
    return path


def test_measures(tmp_path: Path) -> None:
    x, y = np.arange(6.0).reshape(3, 2), np.array([0.5, 1.5, -1.0])
    source = read_npz(written(tmp_path, X=x, Y=y))
    assert isinstance(source, ArrayFile)
    assert not source.shape.classification
    dataset = source.load()
    assert np.array_equal(dataset.inputs, x)
    assert np.array_equal(dataset.targets, y[:, np.newaxis])
    assert dataset.assigned is None


@pytest.mark.parametrize(
    "labels", [np.array([5, 3, 5, 9]), np.array([5, 3, 5, 9])[:, np.newaxis], np.array([5.0, 3, 5, 9])]
)
def test_class_numbers_are_classes_unless_they_are_written_with_a_point(tmp_path: Path, labels: np.ndarray) -> None:
    source = read_npz(written(tmp_path, inputs=np.eye(4), labels=labels))
    assert isinstance(source, ArrayFile)
    assert source.classes == (() if labels.dtype.kind == "f" else ("3", "5", "9"))
    if source.classes:
        assert source.held()["targets"].tolist() == [1, 0, 1, 2]


def test_one_column_for_each_class(tmp_path: Path) -> None:
    source = read_npz(written(tmp_path, x=np.eye(3), y=np.eye(3)[[2, 0, 0]]))
    assert isinstance(source, ArrayFile)
    assert source.classes == ("0", "1", "2")
    assert np.array_equal(source.load().targets, np.eye(3)[[2, 0, 0]])
    several = read_npz(written(tmp_path, x=np.eye(3), y=np.array([(1, 1), (0, 1), (1, 0)])))
    assert isinstance(several, ArrayFile)
    assert several.classes == ()


def test_pictures_in_parts_as_keras_calls_them(tmp_path: Path) -> None:
    pictures = np.arange(5 * 2 * 3, dtype=np.uint8).reshape(5, 2, 3)
    labels = np.array([0, 1, 1, 0, 1], np.uint8)
    path = written(
        tmp_path, x_train=pictures[:2], y_train=labels[:2], x_test=pictures[2:4], y_test=labels[2:4],
        val_images=pictures[4:], val_labels=labels[4:],
    )  # fmt: skip
    source = read_npz(path)
    assert isinstance(source, PictureSet)
    dataset = source.load()
    assert dataset.assigned is not None
    assert dataset.assigned.tolist() == [0, 0, 2, 2, 1]
    assert np.array_equal(np.asarray(dataset.inputs)[..., 0], pictures)


def test_a_single_row_of_numbers_is_a_time_series(tmp_path: Path) -> None:
    source = read_npz(written(tmp_path, temperature=np.arange(30, dtype=np.int16)))
    assert isinstance(source, TimeSeries)
    assert len(source.load()) == 14
    with pytest.raises(DataError, match=r"data.npz: values: finite numbers are needed. Row 2"):
        read_npz(written(tmp_path, temperature=np.array([1.0, np.nan, 2.0])))


@pytest.mark.parametrize(
    ("arrays", "told"),
    [
        ({"a": np.eye(2), "b": np.eye(3)}, r"unclear which arrays .* Received: a \(2×2\), b \(3×3\)"),
        ({"x": np.eye(2)}, r"unclear .* Received: x \(2×2\)"),
        ({"x": np.eye(2), "x_train": np.eye(2), "y": np.eye(2)}, "unclear"),
        ({"x": np.eye(2), "X": np.eye(2), "y": np.eye(2)}, "unclear"),
        ({"x": np.eye(2), "y": np.zeros(3)}, r"same number of samples, at least one. Received: 2 and 3"),
        ({"x": np.zeros((0, 2)), "y": np.zeros(0)}, r"Received: 0 and 0"),
        ({"x": np.full((2, 2), np.nan), "y": np.zeros(2)}, r"data.npz: "),
        ({"x": np.eye(2), "y": np.array([4, 4])}, "at least two classes are needed. Received: 1"),
        (
            {"x_train": np.eye(2), "y_train": np.eye(2), "x_test": np.eye(3), "y_test": np.zeros((3, 2))},
            "samples of one shape .* Received: 2, 3",
        ),
        ({"x": np.array([{"a": 1}], object), "y": np.zeros(1)}, r"x.npy is not a plain array of numbers"),
        ({"x": np.array(["one", "two"]), "y": np.zeros(2)}, r"x.npy is not a plain array of numbers"),
    ],
)
def test_what_is_unclear_or_wrong_is_told(tmp_path: Path, arrays: dict[str, Any], told: str) -> None:
    path = written(tmp_path, **arrays)
    with pytest.raises(DataError, match=told) as refusal:
        read_npz(path)
    assert str(path) in str(refusal.value)


def test_a_bomb_and_a_damaged_file_are_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.npz"
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "|u1", "fortran_order": False, "shape": (1 << 25,)})
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.npy", header.getvalue() + bytes(1 << 25))
    with pytest.raises(DataError, match="suspiciously large"):
        read_npz(bomb)
    whole = written(tmp_path, x=np.eye(20), y=np.zeros(20)).read_bytes()
    cut = tmp_path / "cut.npz"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match=r"cut.npz: .*damaged or cut off"):
        read_npz(cut)
