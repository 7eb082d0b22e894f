"""Samples and their targets, and how some are held out for validation."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_numbers
from engine.errors import DataError, Message
from engine.hyperparameters import is_real
from engine.random_streams import SPLIT, stream

Arrays = NDArray[Any] | Mapping[str, NDArray[Any]]
Part = tuple[Arrays, Arrays]
"""Inputs and targets that belong together."""
PARTS = ("training", "validation", "test")
PART_WORDS = {
    "train": 0, "training": 0, "latih": 0, "pelatihan": 0,
    "val": 1, "valid": 1, "validation": 1, "dev": 1, "validasi": 1,
    "test": 2, "testing": 2, "uji": 2, "pengujian": 2,
}  # fmt: skip
"""Which of PARTS a text means."""
NUMBERS = "biuf"
"""The kinds of dtype whose values are real numbers, as NumPy writes them; truth values count among them."""


class Group(NamedTuple):
    """Numbers of a sample, from `start` to `end`, that people know as one column.

    It is a category where there are `categories`, and else one number, which may be a `date` in days since 1970.
    """

    title: str
    start: int
    end: int
    categories: tuple[str, ...] = ()
    date: bool = False


@dataclass(frozen=True, eq=False)
class Dataset:
    """Inputs (n, ...) and targets (n, ...), one array each or mappings by node id.

    `validation` is None, the share to hold out, or the held-out part itself; `test` a part that only a final judgement
    looks at. `classes` names the classes of a classification in the order of the target's columns (two names for a
    single yes-or-no column, more for a column of class numbers); it is empty for regression. `features` names the
    columns of flat inputs or of every step of a window, and `target_names` the numbers of a target, or the one class
    that it tells.

    As a source loads it, inputs may be pictures in bytes, from 0 for black to 255 for white; flat inputs may hold NaN
    where a value is missing, and `fills` says for each column what takes its place; `groups` are these columns as
    people know them, where that is not each by itself; `assigned` (n,) names the part to which each sample belongs, as
    an index of PARTS. Of windows of a series `begins` (n,) says at which step the targets (n, horizon) of each one
    begin.
    """

    inputs: Arrays
    targets: Arrays
    validation: float | Part | None = None
    classes: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    test: Part | None = None
    fills: tuple[str, ...] = ()
    assigned: NDArray[np.intp] | None = None
    begins: NDArray[np.intp] | None = None
    target_names: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()

    @staticmethod
    def from_arrays(X: Arrays, Y: Arrays, validation: float | Part | None = None) -> Dataset:
        """A data set from arrays at hand.

        DataError where a value is no finite number, counts differ or the share is not between 0 and 1.
        """
        inputs, targets = _numbers(X, Message("Inputs")), _numbers(Y, Message("Targets"))
        _check_counts(inputs, targets)
        return Dataset(inputs, targets, _held_out(validation))

    def __len__(self) -> int:
        return len(_any(self.inputs))

    def split(self, seed: int) -> tuple[Part, Part | None]:
        """The training part and the validation part, if any; a classification keeps its class shares in both."""
        if isinstance(self.validation, tuple):
            return (self.inputs, self.targets), self.validation
        held_out = round(len(self) * (self.validation or 0.0))
        if held_out >= len(self):
            raise DataError(
                Message("A validation share of {share} leaves no sample to train on. Choose a smaller one.",
                        share=f"{self.validation:g}")
            )  # fmt: skip
        if held_out == 0:
            return (self.inputs, self.targets), None
        order = self.shuffled(seed)
        kept, out = np.sort(order[held_out:]), np.sort(order[:held_out])
        return (
            (take(self.inputs, kept), take(self.targets, kept)),
            (take(self.inputs, out), take(self.targets, out)),
        )

    def shuffled(self, seed: int, among: NDArray[np.intp] | None = None) -> NDArray[np.intp]:
        """All indices, or these, in a random order whose every beginning holds the classes, if any, in their shares."""
        rng = stream(seed, SPLIT)
        chosen = np.arange(len(self)) if among is None else among
        groups = self._groups()
        return rng.permutation(chosen) if groups is None else chosen[_stratified(groups[chosen], rng)]

    def _groups(self) -> NDArray[np.intp] | None:
        """Each sample's class, or None where there are no classes."""
        if not self.classes or isinstance(self.targets, Mapping):
            return None
        return class_numbers(self.targets.reshape(len(self), -1), len(self.classes))


def _stratified(groups: NDArray[np.intp], rng: np.random.Generator) -> NDArray[np.intp]:
    """All indices in an order whose every beginning holds the classes in their shares."""
    places = np.empty(len(groups))
    for group in np.unique(groups):
        members = np.flatnonzero(groups == group)
        places[rng.permutation(members)] = (np.arange(len(members)) + rng.random()) / len(members)
    return np.argsort(places, kind="stable")


def take(arrays: Arrays, indices: NDArray[np.intp]) -> Arrays:
    """The samples at these indices."""
    if isinstance(arrays, Mapping):
        return {node: array[indices] for node, array in arrays.items()}
    return arrays[indices]


def imprints(arrays: Arrays) -> Iterator[bytes]:
    """Of each sample what only samples have that are like it, number for number; 0 and -0 are one number."""
    parts = arrays.values() if isinstance(arrays, Mapping) else (arrays,)
    return (b"".join((part + 0).tobytes() for part in sample) for sample in zip(*parts, strict=True))


def _any(arrays: Arrays) -> NDArray[Any]:
    return next(iter(arrays.values())) if isinstance(arrays, Mapping) else arrays


def as_numbers(value: Any, name: str | Message) -> NDArray[Any]:
    """The value as an array of real numbers; DataError under that name where it is something else, such as text."""
    try:
        array = np.asarray(value)
    except (TypeError, ValueError) as error:  # such as rows of different lengths
        raise not_numbers(value, name) from error
    if array.dtype.kind not in NUMBERS:
        raise not_numbers(value, name)
    return array


def not_numbers(value: Any, name: str | Message) -> DataError:
    """The error that says what came instead of an array."""
    told = {"name": name, "came": excerpt(value)}
    if isinstance(value, np.ndarray) and value.dtype.kind not in NUMBERS:
        told["dtype"] = value.dtype.name
        return DataError(
            Message("{name}: an array of numbers is needed. Received one of dtype {dtype}: {came}.", **told)
        )
    return DataError(Message("{name}: an array of numbers is needed. Received: {came}.", **told))


def excerpt(value: Any) -> str:
    """The value as Python writes it, on one short line."""
    return " ".join(reprlib.repr(value).split())


def _held_out(validation: Any) -> float | Part | None:
    """A share, or inputs and targets; DataError where it is neither."""
    if isinstance(validation, (tuple, list)) and len(validation) == 2:
        inputs, targets = validation
        part = _numbers(inputs, Message("Validation inputs")), _numbers(targets, Message("Validation targets"))
        _check_counts(*part)
        return part
    if validation is None:
        return None
    if is_real(validation) and 0 <= validation < 1:
        return float(validation)
    raise DataError(
        Message("Validation is a share from 0 to less than 1, or a pair of inputs and targets. Received: {came}.",
                came=excerpt(validation))
    )  # fmt: skip


def _numbers(arrays: Any, name: Message) -> Arrays:
    """The value as arrays of finite numbers."""
    if isinstance(arrays, Mapping):
        return {node: _finite(array, node) for node, array in arrays.items()}
    return _finite(arrays, name)


def _finite(value: Any, name: str | Message) -> NDArray[Any]:
    numbers = as_numbers(value, name)
    wrong = np.argwhere(~np.isfinite(numbers))
    if len(wrong) and numbers.ndim:
        raise DataError(
            Message("{name}: finite numbers are needed. Received others at {count} of {total} places, "
                    "first in row {row}.",
                    name=name, count=len(wrong), total=numbers.size, row=int(wrong[0][0]) + 1)
        )  # fmt: skip
    return numbers


def _check_counts(X: Arrays, Y: Arrays) -> None:
    arrays = [array for part in (X, Y) for array in (part.values() if isinstance(part, Mapping) else (part,))]
    counts = [np.shape(array)[0] if np.ndim(array) else 0 for array in arrays]
    if len(set(counts)) != 1 or counts[0] == 0:
        raise DataError(
            Message("Inputs and targets need the same number of samples, at least one. Received: {counts}.",
                    counts=", ".join(map(str, counts)))
        )  # fmt: skip
