"""Samples that a trained network is to answer for: rows of a table, or arrays as pictures come in."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.held_arrays import check_numbers
from engine.data.idx_file import GZIP, read_idx
from engine.data.npz_file import INPUT_NAMES
from engine.data.source import DataSource
from engine.errors import DataError, Message
from engine.files import reading
from engine.shapes import Shape, shape_text
from engine.weights_file import read_weights

Array = NDArray[Any]


def read_new_samples(source: DataSource, path: Path, features: Sequence[str] = ()) -> Array:
    """The inputs (n, ...) of a CSV, .npz or IDX file in the units of this source; DataError says what is wrong.

    Bytes stay bytes, as the pictures are that were learned from; other arrays become float64.
    """
    if path.is_dir():
        raise DataError(
            Message("{path} is a folder. Samples come in one file: a CSV file with a row each, an .npz file with an "
                    "array called X, or an IDX file.", path=path)
        )  # fmt: skip
    if path.suffix.lower() == ".npz":
        return _as_samples(path, _inputs(path), source.shape.inputs)
    if _is_idx(path):
        return _as_samples(path, _read_idx(path), source.shape.inputs)
    return source.read_inputs(path, features)


def _is_idx(path: Path) -> bool:
    with reading(path), path.open("rb") as file:
        return file.read(2) in (b"\0\0", GZIP)


def _read_idx(path: Path) -> Array:
    events = read_idx(path)
    while True:
        try:
            next(events)
        except StopIteration as end:
            array: Array = end.value
            return array


def _inputs(path: Path) -> Array:
    """The only array of the file, or the one that is called as inputs are."""
    arrays = read_weights(path)
    named = {
        name: array for name, array in arrays.items() if not INPUT_NAMES.isdisjoint(re.split(r"[^a-z]+", name.lower()))
    }
    found = arrays if len(arrays) == 1 else named
    if len(found) != 1:
        there = ", ".join(f"{name} ({shape_text(array.shape)})" for name, array in arrays.items()) or "-"
        raise DataError(
            Message("{path}: it is unclear which array holds the inputs. Call it X, and no other so. Received: {came}.",
                    path=path, came=there)
        )  # fmt: skip
    return next(iter(found.values()))


def _as_samples(path: Path, array: Array, shape: Shape) -> Array:
    """The array as (n, *shape): axes of size 1 may be there or not, and the numbers of a sample may lie in one row."""
    each = array.shape[1:]
    if array.ndim and (_broad(each) == _broad(shape) or each == (math.prod(shape),)):
        array = array.reshape(len(array), *shape)
    check_numbers(array, str(path), (None, *shape))
    return array if array.dtype == np.uint8 else array.astype(np.float64)


def _broad(shape: Shape) -> Shape:
    return tuple(size for size in shape if size != 1)
