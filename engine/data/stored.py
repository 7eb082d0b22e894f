"""Data of people's own, which no rule can make again: their arrays go with the project."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from engine.data.scaling import far_from_one
from engine.data.source import DataSource
from engine.errors import DataError, Message
from engine.hyperparameters import hyper

ArraysByName = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Content:
    """Named arrays that nobody changes; two are equal when all their bits are."""

    arrays: ArraysByName

    @cached_property
    def fingerprint(self) -> str:
        """A short text that tells this content from any other."""
        digest = hashlib.sha256()
        for name, array in sorted(self.arrays.items()):
            digest.update(f"{name} {array.dtype.str} {array.shape} ".encode())
            digest.update(np.ascontiguousarray(array).data)
        return digest.hexdigest()[:32]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Content) and (self is other or self.fingerprint == other.fingerprint)

    def __hash__(self) -> int:
        return hash(self.fingerprint)


def content_of(data: DataSource) -> Content | None:
    """The arrays of people's own that a source holds, if any."""
    return data.content if isinstance(data, StoredSource) else None


class StoredSource(DataSource):
    """A data set whose arrays are held here, and in a part of their own in the project's file."""

    brought = True
    origin = "Drawn or brought by you."
    licence = "Yours, or that of whoever made them."

    origin_file: str = hyper("", label="File", help="Where the data were read from.", hidden=True)
    content: Content | None = field(default=None)

    def with_content(self, arrays: ArraysByName) -> Self:
        """The same source with these arrays; DataError where they cannot be its own."""
        self.check_content(arrays)
        return self.replace(content=Content(dict(arrays)))

    def check_content(self, arrays: ArraysByName) -> None:
        """DataError where arrays of a file are not what this source holds."""

    def measures(self) -> Iterator[NDArray[Any]]:
        """Targets that are measures (n, ...), as they are held; none where there are classes, or nothing yet."""
        return iter(())

    @cached_property
    def has_far_targets(self) -> bool:
        """Whether networks learn the measures better when they are scaled."""
        return any(far_from_one(targets) for targets in self.measures())

    def held(self) -> ArraysByName:
        """The arrays; DataError where none were chosen yet."""
        if self.content is None:
            raise DataError(
                Message("The data of {file} are missing in the project. Import that file again.", file=self.origin_file)
                if self.origin_file
                else Message("No data have been chosen yet. Import a file, or draw some.")
            )
        return self.content.arrays
