"""All samples side by side in the data's own units, column by column, for people to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.classes import class_numbers, one_yes_each
from engine.data.dataset import PARTS, Arrays, Group
from engine.data.fitted import Fitted
from engine.data.picture_shape import picture_shape
from engine.data.preparation import Prepared

MOST_READ, MOST_DECIMALS, ROUNDING = 500, 4, 1e-9
"""As many numbers tell how a column is written, and with so many decimals at most."""
Array = NDArray[np.floating]
Indices = NDArray[np.intp]


class Headings(NamedTuple):
    """What columns are called that the data do not name themselves, and the values of `part`."""

    kind: str = "class"
    target: str = "target"
    part: str = "part"
    parts: tuple[str, ...] = PARTS


@dataclass(frozen=True, eq=False)
class Column:
    """One column: numbers (n,), NaN where one is missing, or places in `names`, of which an empty one says the same.

    The numbers of a `date` are days since 1970.
    """

    name: str
    values: NDArray[np.floating] | Indices
    names: tuple[str, ...] = ()
    date: bool = False

    @property
    def numbers(self) -> NDArray[np.float64]:
        """The values (n,), NaN where one is missing."""
        values = np.asarray(self.values, np.float64)
        return np.where(values == self.names.index(""), np.nan, values) if "" in self.names else values

    @cached_property
    def decimals(self) -> int | None:
        """With how many decimals its first numbers are written exactly; None where these are many."""
        first = np.asarray(self.values[:MOST_READ], np.float64)
        first = first[np.isfinite(first)]
        exact = (
            np.allclose(first, np.round(first, count), rtol=0, atol=ROUNDING) for count in range(MOST_DECIMALS + 1)
        )
        return next((count for count, holds in enumerate(exact) if holds), None)


@dataclass(frozen=True, eq=False)
class Samples:
    """The training part first, then those held out; `pictures` (n, height, width, channels) where
    the inputs are such, or their columns are the places of one.

    `answers` are the class, or one column a target.
    """

    features: tuple[Column, ...]
    answers: tuple[Column, ...]
    part: Column
    pictures: Array | None = None

    def __len__(self) -> int:
        return len(self.part.values)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, from left to right."""
        return (*self.features, *self.answers, self.part)

    @property
    def measures(self) -> tuple[Column, ...]:
        """The columns that hold numbers."""
        return tuple(column for column in self.columns if not column.names)

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the classes; none where the targets are measures."""
        return self.answers[0].names if self.answers else ()

    @property
    def labels(self) -> Indices | None:
        """Each sample's class (n,), or None where the targets are measures."""
        return self.answers[0].values.astype(np.intp, copy=False) if self.classes else None


def gather(prepared: Prepared, headings: Headings = Headings()) -> Samples:  # noqa: B008  # it is immutable
    """Put the raw parts below each other."""
    parts = prepared.raw.named()
    inputs = _stacked([part[0] for part in parts.values()])
    targets = _stacked([part[1] for part in parts.values()])
    assert inputs is not None, "only data with one input are prepared"
    numbers = np.repeat([PARTS.index(name) for name in parts], [_count(part[0]) for part in parts.values()])
    flat = inputs.reshape(len(inputs), -1)
    fitted = prepared.fitted
    return Samples(
        tuple(feature_column(flat, group) for group in groups(fitted, inputs.shape[1:])),
        _answers(targets, prepared.dataset.classes, fitted.target_names, headings),
        Column(headings.part, numbers, headings.parts),
        inputs.reshape(-1, *shape) if (shape := picture_shape(inputs.shape[1:], fitted.features)) else None,
    )


def groups(fitted: Fitted, shape: tuple[int, ...]) -> tuple[Group, ...]:
    """What people know as one column each of samples of this shape: as the data say, or else every number."""
    names = feature_names(fitted.features, shape)
    return fitted.groups or tuple(Group(name, index, index + 1) for index, name in enumerate(names))


def feature_column(inputs: Array, group: Group) -> Column:
    """The column of flat inputs (n, features) that a group is."""
    values = inputs[:, group.start : group.end]
    if not group.categories:
        return Column(group.title, values[:, 0], date=group.date)
    missing, known = np.isnan(values[:, 0]), values.argmax(axis=1)
    if not missing.any():
        return Column(group.title, known, group.categories)
    return Column(group.title, np.where(missing, len(group.categories), known), (*group.categories, ""))


def _answers(
    targets: NDArray[np.floating] | None, classes: tuple[str, ...], known: tuple[str, ...], headings: Headings
) -> tuple[Column, ...]:
    if targets is None:
        return ()
    columns = targets.reshape(len(targets), -1)
    if classes and (columns.shape[1] == 1 or one_yes_each(columns)):
        return (Column(known[0] if known else headings.kind, class_numbers(columns, len(classes)), classes),)
    if len(classes) == columns.shape[1]:
        names = classes
    elif len(known) == columns.shape[1]:
        names = known
    elif columns.shape[1] == 1:
        names = (headings.target,)
    else:
        names = tuple(f"{headings.target} {place}" for place in place_names(targets.shape[1:]))
    return tuple(Column(name, columns[:, index]) for index, name in enumerate(names))


def feature_names(features: tuple[str, ...], shape: tuple[int, ...]) -> tuple[str, ...]:
    """What the numbers of one sample of this shape are called: as the data say, or else by their places.

    Where they name the columns of a window (steps, columns), "price −3" is what the price was three steps ago.
    """
    if len(features) == prod(shape):
        return features
    if len(shape) == 2 and len(features) == shape[1]:
        return tuple(f"{name} \N{MINUS SIGN}{ago}" for ago in range(shape[0], 0, -1) for name in features)
    return place_names(shape)


def place_names(shape: tuple[int, ...]) -> tuple[str, ...]:
    """What the numbers of one sample are called by their places from 1 on; a last axis of size 1 says nothing."""
    told = shape[:-1] if len(shape) > 1 and shape[-1] == 1 else shape
    return tuple(f"[{', '.join(str(index + 1) for index in place)}]" for place in np.ndindex(told))


def _stacked(arrays: list[Arrays]) -> NDArray[np.floating] | None:
    """One array below the other; the same array where there is one only, None where samples are in pieces."""
    plain = [array for array in arrays if not isinstance(array, Mapping)]
    if len(plain) != len(arrays):
        return None
    return plain[0] if len(plain) == 1 else np.concatenate(plain)


def _count(arrays: Arrays) -> int:
    return len(next(iter(arrays.values()))) if isinstance(arrays, Mapping) else len(arrays)


def in_order(column: Column, rows: Indices, descending: bool = False) -> Indices:
    """These rows sorted by a column; equal ones stay as they are, and missing values come last either way."""
    values = column.numbers[rows]
    return rows[np.argsort(-values if descending else values, kind="stable")]
