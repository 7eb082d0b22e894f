"""What arrays of people's own must be like, asked of a file that may be damaged or made to do harm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import NUMBERS, PARTS
from engine.errors import DataError, Message
from engine.shapes import shape_text

Arrays = Mapping[str, NDArray[Any]]
WHOLE = "iu"
"""The kinds of dtype of whole numbers."""
MOST_BYTES = 8
"""Of one number: longer ones may be too large for those that are computed with."""
PART = "part"
"""The array that says to which part each sample belongs; it may be missing."""


def check_names(arrays: Arrays, wanted: Sequence[str], optional: Sequence[str] = ()) -> None:
    """DataError where arrays are missing, or some are there that do not belong."""
    missing = [name for name in wanted if name not in arrays]
    unknown = [name for name in arrays if name not in (*wanted, *optional)]
    if missing or unknown:
        raise DataError(
            Message("The arrays {wanted} are needed. Received: {came}.",
                    wanted=", ".join(wanted), came=", ".join(map(repr, arrays)) or "-")
        )  # fmt: skip


def check_numbers(array: NDArray[Any], name: str, shape: tuple[int | None, ...], dtypes: str = NUMBERS) -> None:
    """DataError where the array has another shape, another kind of dtype, or values that are not finite.

    None in `shape` stands for any size from 1 on.
    """
    fits = array.ndim == len(shape) and all(
        came >= 1 if wanted is None else came == wanted for came, wanted in zip(array.shape, shape, strict=True)
    )
    if not fits:
        sizes = "×".join("n" if size is None else str(size) for size in shape)
        raise DataError(
            Message("{name}: an array of shape {wanted} is needed, with n of at least 1. Received: {came}.",
                    name=name, wanted=sizes, came=shape_text(array.shape))
        )  # fmt: skip
    if array.dtype.kind not in dtypes or array.dtype.itemsize > MOST_BYTES:
        wanted = Message("whole numbers") if dtypes == WHOLE else Message("numbers")
        raise DataError(
            Message("{name}: {wanted} are needed. Received: {came}.", name=name, wanted=wanted, came=array.dtype.name)
        )
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        row = int(np.argwhere(~np.isfinite(array))[0][0]) + 1
        raise DataError(Message("{name}: finite numbers are needed. Row {row} holds another.", name=name, row=row))


def check_codes(codes: NDArray[Any], name: str, count: int, choices: int) -> None:
    """DataError where the array does not hold a whole number from 0 to less than `choices` for each of the samples."""
    check_numbers(codes, name, (count,), WHOLE)
    if int(codes.min()) < 0 or int(codes.max()) >= choices:
        row = int(np.flatnonzero((codes < 0) | (codes >= choices))[0])
        raise DataError(
            Message("{name}: numbers from 0 to {most} are needed. Row {row} holds {came}.",
                    name=name, most=choices - 1, row=row + 1, came=int(codes[row]))
        )  # fmt: skip


def check_part(arrays: Arrays, count: int) -> None:
    """DataError where the samples are shared out among other parts than there are."""
    if PART in arrays:
        check_codes(arrays[PART], PART, count, len(PARTS))


def assigned(arrays: Arrays) -> NDArray[np.intp] | None:
    """The part of each sample, or None where the data do not say."""
    return arrays[PART].astype(np.intp) if PART in arrays else None


def suggested_split(arrays: Arrays | None) -> str:
    """As the data say, where they do."""
    return "by_column" if arrays is not None and PART in arrays else "random"
