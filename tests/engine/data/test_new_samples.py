"""Samples to be answered for, in the files in which pictures come: the same answers as for the project's own."""

from __future__ import annotations

import csv
import gzip
import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.cli import main
from engine.data import PictureSet, Preparation
from engine.data.new_samples import read_new_samples
from engine.data.npz_file import read_npz
from engine.errors import DataError
from engine.first_network import first_network
from engine.project import Project, save
from engine.training_config import TrainingConfig

PICTURES = np.random.default_rng(7).integers(0, 256, (12, 5, 4), np.uint8)
CODES = np.arange(12) % 3


def idx(array: Any) -> bytes:
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.tobytes()


@pytest.fixture
def source(tmp_path: Path) -> PictureSet:
    np.savez(tmp_path / "own.npz", X=PICTURES, y=CODES)
    found = read_npz(tmp_path / "own.npz")
    assert isinstance(found, PictureSet)
    return found


@pytest.mark.parametrize("scaling", ["none", "standard"])
def test_every_file_of_the_same_pictures_is_answered_as_they_are(
    source: PictureSet, scaling: str, tmp_path: Path, capsys: Any
) -> None:
    project = Project(first_network(source.shape), TrainingConfig(), source, Preparation(scaling=scaling))
    project.weights = project.network().state_dict()
    save(project, tmp_path / "p.rambat")
    raw = source.load().inputs
    expected = project.network().predict(project.prepare().fitted.transform(raw))
    np.savez(tmp_path / "x.npz", x_test=PICTURES[..., np.newaxis], weights=np.ones(3))
    np.savez(tmp_path / "flat.npz", anything=PICTURES.reshape(12, 20))
    (tmp_path / "x-ubyte").write_bytes(idx(PICTURES))
    (tmp_path / "x-ubyte.gz").write_bytes(gzip.compress(idx(PICTURES)))
    np.savetxt(tmp_path / "x.csv", PICTURES.reshape(12, 20), delimiter=",")
    for name in ("own.npz", "x.npz", "flat.npz", "x-ubyte", "x-ubyte.gz", "x.csv"):
        assert main(["predict", str(tmp_path / "p.rambat"), "--input", str(tmp_path / name)]) == 0
        _, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
        assert np.allclose(np.array([row[1:] for row in rows], np.float32), expected, rtol=0, atol=1e-6), name


def test_what_is_no_sample_is_told(source: PictureSet, tmp_path: Path) -> None:
    np.savez(tmp_path / "two.npz", x_train=PICTURES, x_test=PICTURES)
    np.savez(tmp_path / "turned.npz", X=PICTURES.transpose(0, 2, 1))
    np.savez(tmp_path / "nan.npz", X=np.where(PICTURES > 99, np.nan, PICTURES))
    (tmp_path / "labels").write_bytes(idx(CODES.astype(np.uint8)))
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n")
    for name, told in (
        ("two.npz", r"unclear which array holds the inputs.*x_train \(12×5×4\), x_test"),
        ("turned.npz", r"shape n×5×4×1 is needed, with n of at least 1. Received: 12×4×5"),
        ("nan.npz", r"finite numbers are needed"),
        ("labels", r"shape n×5×4×1 is needed.*Received: 12\."),
        ("a.png", r"an \.npz file with an array called X, or in an IDX file"),
        ("none", r"none could not be read"),
        ("", r"is a folder. Samples come in one file: a CSV"),
    ):
        with pytest.raises(DataError, match=told):
            read_new_samples(source, tmp_path / name)
