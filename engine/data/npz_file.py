"""Inputs and targets in an .npz file, found by what the arrays are usually called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.classes import YES
from engine.data.dataset import PART_WORDS, PARTS
from engine.data.held_arrays import PART
from engine.data.painted import CODES
from engine.data.pictures import CHANNELS, INPUTS, PICTURES, TARGETS, ArrayFile, PictureSet
from engine.data.series import VALUES, TimeSeries
from engine.data.stored import StoredSource
from engine.errors import DataError, Message
from engine.shapes import shape_text
from engine.weights_file import read_weights

Array = NDArray[Any]
Pair = dict[str, Array]
Source = TypeVar("Source", bound=StoredSource)

INPUT_NAMES = frozenset({"x", "inputs", "input", "data", "images", "pictures", "features"})
TARGET_NAMES = frozenset({"y", "t", "targets", "target", "labels", "label", "classes"})
MOST_CLASSES = 100
"""Whole numbers of more kinds are measures, not classes."""


def read_npz(path: Path | str) -> ArrayFile | PictureSet | TimeSeries:
    """The data of an .npz file: pictures where its inputs are bytes of that shape and its targets classes.

    A single row of numbers is a time series. DataError tells which arrays there are where it is unclear which of them
    are meant.
    """
    path = Path(path)
    arrays = read_weights(path)
    if len(arrays) == 1 and (values := next(iter(arrays.values()))).ndim == 1:
        return _held(path, TimeSeries(origin_file=path.name), {VALUES: values})
    parts = _parts(path, arrays)
    inputs = _joined(path, [pair[INPUTS] for pair in parts.values()])
    targets = _joined(path, [pair[TARGETS] for pair in parts.values()])
    found = {} if len(parts) == 1 else {PART: _part_numbers(parts)}
    codes, classes = _classes(targets)
    if classes and len(classes) < 2:
        raise DataError(Message("{path}: targets of at least two classes are needed. Received: {came}.",
                                path=path, came=len(classes)))  # fmt: skip
    if classes and inputs.dtype == np.uint8 and _pictured(inputs):
        pictures = inputs[..., np.newaxis] if inputs.ndim == 3 else inputs
        picture_set = PictureSet(origin_file=path.name, classes=classes)
        return _held(path, picture_set, {PICTURES: pictures, CODES: codes, **found})
    rows = inputs[:, np.newaxis] if inputs.ndim == 1 else inputs
    measures = targets[:, np.newaxis] if targets.ndim == 1 else targets
    file = ArrayFile(origin_file=path.name, classes=classes)
    return _held(path, file, {INPUTS: rows, TARGETS: codes if classes else measures, **found})


def _held(path: Path, source: Source, arrays: Mapping[str, Array]) -> Source:
    """The source with these arrays; what is wrong with them is told under the file's name."""
    try:
        return source.with_content(arrays)
    except DataError as error:
        raise DataError(*(Message("{path}: {reason}", path=path, reason=each) for each in error.messages)) from error


def _parts(path: Path, arrays: Mapping[str, Array]) -> dict[str, Pair]:
    """Inputs and targets of each part that the file holds; "" is the part of arrays that name none."""
    parts: dict[str, Pair] = {}
    clear = True
    for name, array in arrays.items():
        words = [word for word in re.split(r"[^a-z]+", name.lower()) if word]
        part = next((PARTS[PART_WORDS[word]] for word in words if word in PART_WORDS), "")
        roles = {INPUTS for word in words if word in INPUT_NAMES} | {TARGETS for word in words if word in TARGET_NAMES}
        if len(roles) != 1:
            continue  # such as a matrix of class weights
        pair = parts.setdefault(part, {})
        clear = clear and roles.isdisjoint(pair)
        pair[roles.pop()] = array
    clear = clear and bool(parts) and ("" not in parts or len(parts) == 1)
    if not clear or any(len(pair) < 2 for pair in parts.values()):
        there = ", ".join(f"{name} ({shape_text(array.shape)})" for name, array in arrays.items()) or "-"
        raise DataError(
            Message("{path}: it is unclear which arrays are the inputs and which the targets. Call them X and Y, or "
                    "x_train, y_train, x_test, y_test. Received: {came}.", path=path, came=there)
        )  # fmt: skip
    for part, pair in parts.items():
        counts = [len(array) if array.ndim else 0 for array in (pair[INPUTS], pair[TARGETS])]
        if counts[0] != counts[1] or not counts[0]:
            raise DataError(
                Message("{path}: inputs and targets{part} need the same number of samples, at least one. Received: "
                        "{inputs} and {targets}.", path=path, part=f" ({part})" if part else "",
                        inputs=counts[0], targets=counts[1])
            )  # fmt: skip
    return parts


def _joined(path: Path, arrays: list[Array]) -> Array:
    shapes = {array.shape[1:] for array in arrays}
    if len(shapes) > 1:
        raise DataError(
            Message("{path}: samples of one shape are needed in all parts. Received: {came}.",
                    path=path, came=", ".join(map(shape_text, sorted(shapes))))
        )  # fmt: skip
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)


def _part_numbers(parts: Mapping[str, Pair]) -> Array:
    return np.concatenate([np.full(len(pair[INPUTS]), PARTS.index(part), np.uint8) for part, pair in parts.items()])


def _pictured(inputs: Array) -> bool:
    return inputs.ndim == 3 or (inputs.ndim == 4 and inputs.shape[3] in CHANNELS)


def _classes(targets: Array) -> tuple[Array, tuple[str, ...]]:
    """Each sample's class and the classes' names; none where the targets are measures."""
    column = targets.reshape(len(targets), -1)
    if column.shape[1] > 1:
        ones = np.isin(column, (0, 1)).all() and (np.count_nonzero(column > YES, axis=1) == 1).all()
        names = tuple(str(number) for number in range(column.shape[1])) if ones and targets.ndim == 2 else ()
        return column.argmax(axis=1), names
    whole = targets.dtype.kind in "biu" or bool(np.isin(column, (0, 1)).all())
    if not column.size or not whole:
        return column, ()
    numbers, codes = np.unique(column[:, 0].astype(np.int64), return_inverse=True)
    return codes, tuple(str(number) for number in numbers.tolist()) if len(numbers) <= MOST_CLASSES else ()
