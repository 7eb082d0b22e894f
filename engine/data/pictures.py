"""Pictures of people's own, each of a class, and other arrays that they bring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.classes import one_hot
from engine.data.dataset import Dataset
from engine.data.held_arrays import PART, assigned, check_codes, check_names, check_numbers, check_part, suggested_split
from engine.data.painted import CODES, wrong_names
from engine.data.stored import ArraysByName, StoredSource
from engine.errors import DataError, Message
from engine.hyperparameters import hyper
from engine.shapes import DataShape, shape_text

PICTURES, INPUTS, TARGETS = "pictures", "inputs", "targets"
CHANNELS = (1, 3)
"""Grey, or red, green and blue."""


class PictureSet(StoredSource, name="picture_set"):
    """`pictures` (n, height, width, channels) of bytes and `codes` (n,), the number of each one's class."""

    label = "Own pictures"
    summary = "Pictures from your own folders or files, each of a class."
    suggested = ("shapes", "digits_cnn")

    classes: tuple[str, ...] = hyper(("0", "1"), label="Classes", hidden=True)

    def conflicts(self) -> Iterator[Message]:
        return wrong_names(self.classes)

    @property
    def shape(self) -> DataShape:
        inputs = self.content.arrays[PICTURES].shape[1:] if self.content is not None else (28, 28, 1)
        return DataShape(inputs, (1 if len(self.classes) == 2 else len(self.classes),))

    @property
    def suggested_split(self) -> str:
        return suggested_split(self.content.arrays if self.content is not None else None)

    @property
    def suggested_scaling(self) -> str:
        """None: what is nearly always black would be blown up where somebody draws just there."""
        return "none"

    @property
    def sample_count(self) -> int | None:
        return len(self.content.arrays[CODES]) if self.content is not None else None

    def check_content(self, arrays: ArraysByName) -> None:
        check_names(arrays, (PICTURES, CODES), (PART,))
        pictures = arrays[PICTURES]
        if pictures.dtype != np.uint8 or pictures.ndim != 4 or not pictures.size or pictures.shape[3] not in CHANNELS:
            raise DataError(
                Message("{name}: bytes of shape n×height×width×1 or n×height×width×3 are needed. Received: {dtype} of "
                        "shape {came}.", name=PICTURES, dtype=pictures.dtype.name, came=shape_text(pictures.shape))
            )  # fmt: skip
        check_codes(arrays[CODES], CODES, len(pictures), len(self.classes))
        check_part(arrays, len(pictures))

    def load(self) -> Dataset:
        arrays = self.held()
        targets = one_hot(arrays[CODES].astype(np.intp), len(self.classes))
        return Dataset(arrays[PICTURES], targets, classes=self.classes, assigned=assigned(arrays))


class ArrayFile(StoredSource, name="array_file"):
    """`inputs` (n, ...) and `targets`: class numbers (n,) where `classes` names them, and else measures (n, ...)."""

    label = "Own arrays"
    summary = "Inputs and targets from a file of NumPy arrays."
    own_units = True

    classes: tuple[str, ...] = hyper((), label="Classes", hidden=True)

    def conflicts(self) -> Iterator[Message]:
        return wrong_names(self.classes) if self.classes else iter(())

    @property
    def shape(self) -> DataShape:
        arrays = self.content.arrays if self.content is not None else {}
        inputs = arrays[INPUTS].shape[1:] if arrays else (1,)
        if self.classes:
            return DataShape(inputs, (1 if len(self.classes) == 2 else len(self.classes),))
        return DataShape(inputs, arrays[TARGETS].shape[1:] if arrays else (1,), False, self.has_far_targets)

    def measures(self) -> Iterator[NDArray[Any]]:
        if self.content is not None and not self.classes:
            yield self.content.arrays[TARGETS]

    @property
    def suggested_split(self) -> str:
        return suggested_split(self.content.arrays if self.content is not None else None)

    @property
    def sample_count(self) -> int | None:
        return len(self.content.arrays[INPUTS]) if self.content is not None else None

    def check_content(self, arrays: ArraysByName) -> None:
        check_names(arrays, (INPUTS, TARGETS), (PART,))
        inputs, targets = arrays[INPUTS], arrays[TARGETS]
        check_numbers(inputs, INPUTS, (None,) * max(2, inputs.ndim))
        if self.classes:
            check_codes(targets, TARGETS, len(inputs), len(self.classes))
        else:
            check_numbers(targets, TARGETS, (len(inputs), *(None,) * max(1, targets.ndim - 1)))
        check_part(arrays, len(inputs))

    def load(self) -> Dataset:
        arrays = self.held()
        targets: NDArray[np.float64] = (
            one_hot(arrays[TARGETS].astype(np.intp), len(self.classes))
            if self.classes
            else arrays[TARGETS].astype(np.float64)
        )
        inputs = arrays[INPUTS].astype(np.float64)
        return Dataset(inputs, targets, classes=self.classes, assigned=assigned(arrays))
