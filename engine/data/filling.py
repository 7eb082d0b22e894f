"""What takes the place of missing values: a number for each column, read from the training part alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError, Message

Array = NDArray[np.floating]

AS_BEFORE = "as_before"
"""Of a column that tells a category together with the one before it: the most frequent one is put into all of them."""


@dataclass(frozen=True, eq=False)
class Filler:
    """Puts `values` (features,) where flat inputs hold NaN."""

    values: Array

    def transform(self, X: Array) -> Array:
        """Inputs (n, features) without a gap; the same array where there is none."""
        gaps = np.isnan(X)
        return np.where(gaps, self.values, X) if gaps.any() else X


def together(fills: Sequence[str]) -> list[tuple[int, int]]:
    """Where the columns begin and end that tell one thing together."""
    begins = [column for column, fill in enumerate(fills) if fill != AS_BEFORE]
    return list(zip(begins, [*begins[1:], len(fills)], strict=True))


def fit_filler(X: Array, fills: Sequence[str], features: Sequence[str]) -> Filler:
    """Read the columns (n, features) of the training part; DataError where one has no value at all there."""
    values = np.zeros(X.shape[1])
    for column, end in together(fills):
        known = X[~np.isnan(X[:, column]), column]
        if not known.size:
            raise DataError(
                Message("Column {column} has no value among the training samples. Leave the column out, or hold out "
                        "fewer samples.", column=features[column])
            )  # fmt: skip
        if end > column + 1:
            values[column + int(np.nanmean(X[:, column:end], axis=0).argmax())] = 1.0
        else:
            values[column] = _middle(known, fills[column])
    return Filler(values)


def _middle(known: Array, fill: str) -> float:
    match fill:
        case "median":
            return float(np.median(known))
        case "most_frequent":
            found, counts = np.unique(known, return_counts=True)
            return float(found[counts.argmax()])
        case _:
            return float(known.mean())
